"""The records of the formats: each is whole, and reading them loads nothing heavy."""

import subprocess
import sys

import pytest

from desktop_app.export.excerpt.options import Notes
from desktop_app.export.formats.format import Footnotes
from desktop_app.export.formats.registry import FORMATS, copied, sketch
from tests.support.paths import ROOT
from tests.support.reading_back import BOTH, chosen

_HEAVY = ("lxml", "docx", "xlsxwriter", "pypdf", "PySide6")


def _loaded(*steps: str) -> set[str]:
    """Which of the heavy packages a process has after these lines."""
    code = "\n".join((*steps, "import sys", f"print(*[n for n in {_HEAVY} if n in sys.modules])"))
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return {*done.stdout.split()}


def test_the_formats_are_known_without_what_they_are_written_with() -> None:
    assert _loaded("from desktop_app.export.formats.registry import FORMATS", "[*FORMATS]") == set()


@pytest.mark.parametrize(
    ("key", "heavy"), [("md", set()), ("csv", set()), ("tmx", {"lxml"}), ("xlsx", {"xlsxwriter"})]
)
def test_a_format_loads_what_it_is_written_with_and_no_more(key: str, heavy: set[str]) -> None:
    steps = (
        "from desktop_app.export.formats.registry import render",
        "from tests.support.reading_back import BOTH, chosen",
        f"render(chosen(BOTH, 'PP6'), {key!r})",
    )
    assert _loaded(*steps) == heavy


def test_formats_are_offered_from_what_most_people_want_to_what_programs_read() -> None:
    known = ["docx", "pdf", "html", "md", "txt", "xlsx", "csv", "tmx", "xliff", "akn", "json"]
    assert [key for key in FORMATS if key in known] == known
    assert all(key == found.key for key, found in FORMATS.items())


def test_footnotes_go_where_a_format_can_have_them() -> None:
    feet = {key for key, found in FORMATS.items() if Notes.FOOT in found.note_choices}
    assert feet >= {"akn", "docx", "pdf"}
    at_end = {key for key, found in FORMATS.items() if found.has_notes_last(Notes.END)}
    in_rows = {k for k, found in FORMATS.items() if found.footnotes is Footnotes.WITH_TEXT}
    assert in_rows >= {"csv", "xlsx"}
    assert at_end == {*FORMATS} - in_rows
    assert {key for key in at_end if not FORMATS[key].has_notes_last(Notes.FOOT)} == feet


@pytest.mark.parametrize("key", [key for key, found in FORMATS.items() if found.sketch])
def test_what_is_seen_as_pages_is_sketched_as_html(key: str) -> None:
    assert sketch(chosen(BOTH, "PP6"), key).rstrip().endswith("</html>")


@pytest.mark.parametrize("key", FORMATS)
def test_every_format_can_be_copied_and_pages_as_rich_text_too(key: str) -> None:
    found = copied(chosen(BOTH, "PP6"), key)
    assert found.plain.strip()
    assert ("<td" in found.html) == FORMATS[key].is_page

"""What is raised in the published text is raised, or seen to be, in every file and clipboard."""

import json
import re
from dataclasses import replace

import pytest

from desktop_app.alignment.align import alone
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Notes
from desktop_app.export.formats.registry import FORMATS, copied, render
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.resolution.model import Run, Runs, Style
from tests.support.reading_back import chosen, of_words
from tests.support.texts import EN, read

_UP = Style.SUPERSCRIPT
_RUNS: Runs = (
    Run("10"), Run("6", _UP), Run(" or 10⁶ or 7"), Run("-1", _UP), Run(" or 5"), Run("½n", _UP)
)  # fmt: skip
_FLAT = "10⁶ or 10⁶ or 7⁻¹ or 5^(½n)"


@pytest.mark.parametrize("key", ["txt", "csv"])
def test_a_format_without_raised_letters_has_superscripts(key: str) -> None:
    assert _FLAT in render(of_words(_RUNS), key).decode("utf-8-sig")


@pytest.mark.parametrize("key", ["docx", "html", "pdf", "txt", "xlsx", "csv"])
def test_what_is_copied_as_plain_text_has_superscripts(key: str) -> None:
    assert _FLAT in copied(of_words(_RUNS), key).plain


@pytest.mark.parametrize(
    ("key", "raised"),
    [
        ("html", "<sup>6</sup>"),
        ("md", "<sup>6</sup>"),
        ("tmx", '<hi type="superscript">6</hi>'),
        ("xliff", '<pc id="superscript-1" type="fmt" subType="html:sup">6</pc>'),
    ],
)
def test_a_format_with_raised_letters_raises_each_once(key: str, raised: str) -> None:
    text = render(of_words(_RUNS), key).decode()
    assert f"10{raised} or 10⁶ or 7" in text


def _in_a_text() -> Excerpt:
    """An excerpt of a text that has the words in its first operative paragraph."""
    text = read(EN)
    preamble, operative, *others = text.parts
    first, *following = operative.clauses
    part = operative._replace(clauses=(first._replace(runs=_RUNS), *following))
    return chosen(alone(text._replace(parts=(preamble, part, *others))), "OP1")


def test_akoma_ntoso_raises_each_once() -> None:
    text = render(_in_a_text(), "akn").decode()
    assert ">10<sup>6</sup> or 10⁶ or 7<sup>-1</sup>" in text


def test_json_says_the_style_of_what_is_raised() -> None:
    (text,) = json.loads(render(_in_a_text(), "json"))["texts"]
    (clause,) = text["parts"][0]["clauses"]
    assert clause["runs"][:3] == [
        {"text": "10"}, {"text": "6", "style": "superscript"}, {"text": " or 10⁶ or 7"}
    ]  # fmt: skip


@pytest.mark.parametrize("key", [key for key in FORMATS if key not in ("docx", "pdf", "xlsx")])
def test_no_file_of_characters_makes_another_number_of_it(key: str) -> None:
    text = render(of_words(_RUNS), key).decode("utf-8-sig")
    assert "106" not in re.sub(r"A/RES/\d+/\d+", "", text)


@pytest.mark.parametrize(
    ("key", "raised"),
    [
        ("txt", "5¹⁰ or"),
        ("csv", "5¹⁰ or"),
        ("html", "5<sup>10</sup> or"),
        ("md", "5<sup>10</sup> or"),
        ("tmx", '5<hi type="superscript">10</hi> or'),
        ("xliff", '5<pc id="superscript-1" type="fmt" subType="html:sup">10</pc> or'),
    ],
)
@pytest.mark.parametrize("notes", Notes)
def test_a_mark_that_calls_no_footnote_is_raised_and_no_more(
    key: str, raised: str, notes: Notes
) -> None:
    runs = (Run("5"), Run("10", Style.MARK), Run(" or more"))
    assert raised in render(replace(of_words(runs), notes_at=notes), key).decode("utf-8-sig")


@pytest.mark.parametrize("key", ["docx", "html", "pdf", "txt", "xlsx", "csv"])
def test_a_mark_that_calls_no_footnote_is_copied_raised(key: str) -> None:
    runs = (Run("5"), Run("10", Style.MARK), Run(" or more"))
    assert "5¹⁰ or more" in copied(of_words(runs), key).plain


@pytest.mark.parametrize("tag", OFFICIAL)
def test_emphasis_is_bold_where_a_language_has_no_italics(tag: str) -> None:
    text = read(EN)._replace(language=tag)
    found = chosen(alone(text), "PP1")
    letter = "i" if OFFICIAL[tag].has_italics else "b"
    akn = render(found, "akn").decode()
    assert f"<{letter}>Recalling" in akn
    assert {"i": "<b>", "b": "<i>"}[letter] not in akn
    kinds = set(re.findall(r'subType="xlf:(.)"', render(found, "xliff").decode()))
    assert kinds == {letter}

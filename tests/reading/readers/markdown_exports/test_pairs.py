"""Markdown that this program exported, and somebody changed, is read as the text that it was made
of; in two languages it opens as a pair."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.alignment.align import align, alone
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import AS_THEY_ARE, Arrangement
from desktop_app.export.formats.registry import render
from desktop_app.opening.documents import open_bitext
from desktop_app.reading.readers.markdown_exports.own import STATED_STRUCTURE
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Resolution
from tests.support.paths import FIXTURES
from tests.support.texts import bundled_pair, outline, read

_DOCUMENTS = [*sorted(FIXTURES.glob("*.md")), *sorted((FIXTURES / "everything").glob("*.md"))]


def _text(name: str, language: str) -> Resolution:
    return read((FIXTURES / name.format(language)).read_text(encoding="utf-8"))


def _opened(bitext: Bitext, folder: Path, arrangement: Arrangement | None = None) -> Bitext:
    options = replace(AS_THEY_ARE, arrangement=arrangement)
    file = folder / "a.md"
    text = render(excerpt(bitext, clause_rows(bitext), options), "md").decode("utf-8")
    file.write_text(STATED_STRUCTURE.sub("", text), encoding="utf-8")
    return open_bitext(file, None)


def _lines(found: Resolution | None) -> list[str]:
    """The outline without white space and provenance; of the closing an export has the order of one
    language."""
    assert found
    return sorted(re.sub(r"\s", "", line) for line in outline(found).splitlines()[1:])


def _head(found: Resolution | None) -> list[str]:
    assert found
    return [re.sub(r"\s", "", line.text) for line in found.head]


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_document_comes_back_from_an_export(document: Path, tmp_path: Path) -> None:
    found = read(document.read_text(encoding="utf-8"))
    back = _opened(alone(found), tmp_path)
    assert back.target is None
    assert outline(back.source).splitlines()[1:] == outline(found).splitlines()[1:]


@pytest.mark.parametrize("arrangement", [Arrangement.INTERLEAVED, Arrangement.SEQUENCE])
@pytest.mark.parametrize(
    ("first", "second"), [("en", "zh"), ("zh", "en"), ("ar", "fr"), ("fr", "ru")]
)
@pytest.mark.parametrize("name", ["everything/{}.md", "several_lettered.{}.md", "statement.{}.md"])
def test_two_languages(
    name: str, first: str, second: str, arrangement: Arrangement, tmp_path: Path
) -> None:
    bitext = align(_text(name, first), _text(name, second))
    found = _opened(bitext, tmp_path, arrangement)
    assert _lines(found.source) == _lines(bitext.source)
    assert _lines(found.target) == _lines(bitext.target)
    assert _head(found.source) == _head(bitext.source)
    assert _head(found.target) == _head(bitext.target)
    assert [row[:2] for row in found.rows] == [row[:2] for row in bitext.rows]


@pytest.mark.parametrize(
    "name", ["security_council_1540.{}.md", "several_lettered.{}.md", "everything/{}.md"]
)
def test_two_languages_in_columns(name: str, tmp_path: Path) -> None:
    bitext = align(_text(name, "fr"), _text(name, "ru"))
    found = _opened(bitext, tmp_path, Arrangement.COLUMNS)
    assert _lines(found.source) == _lines(bitext.source)
    assert _lines(found.target) == _lines(bitext.target)
    assert [row[:2] for row in found.rows] == [row[:2] for row in bitext.rows]


@pytest.mark.parametrize("arrangement", [Arrangement.INTERLEAVED, Arrangement.COLUMNS])
def test_the_rows_of_an_export_are_those_that_are_shown(
    arrangement: Arrangement, tmp_path: Path
) -> None:
    rows = [*bundled_pair().rows]
    at = next(n for n, row in enumerate(rows) if row.source == ("op1",))
    rows[at : at + 2] = [Row(("op1",), (), 1.0), Row((), ("op1",), 1.0), rows[at + 1]]
    bitext = bundled_pair()._replace(rows=tuple(rows))
    found = _opened(bitext, tmp_path, arrangement)
    assert [row[:2] for row in found.rows] == [row[:2] for row in bitext.rows]

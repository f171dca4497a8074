"""Word files with two languages that this program exported open as a pair."""

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
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Resolution
from tests.reading.readers.docx.word_files import made_of
from tests.support.paths import FIXTURES
from tests.support.texts import EN, bundled_pair, outline, read


def _text(name: str, language: str) -> Resolution:
    return read((FIXTURES / name.format(language)).read_text(encoding="utf-8"))


def _opened(data: bytes, folder: Path) -> Bitext:
    file = folder / "a.docx"
    file.write_bytes(data)
    return open_bitext(file, None)


def _lines(found: Resolution | None) -> list[str]:
    """The outline without white space; an export has the closing in the order of one language."""
    assert found
    return sorted(re.sub(r"\s", "", line) for line in outline(found).splitlines()[1:])


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize(("first", "second"), [("en", "zh"), ("zh", "en"), ("ar", "fr")])
@pytest.mark.parametrize("name", ["everything/{}.md", "several_lettered.{}.md"])
def test_an_export_in_two_languages(
    name: str, first: str, second: str, arrangement: Arrangement, tmp_path: Path
) -> None:
    bitext = align(_text(name, first), _text(name, second))
    options = replace(AS_THEY_ARE, arrangement=arrangement)
    found = _opened(render(excerpt(bitext, clause_rows(bitext), options), "docx"), tmp_path)
    assert _lines(found.source) == _lines(bitext.source)
    assert _lines(found.target) == _lines(bitext.target)
    assert [row[:2] for row in found.rows] == [row[:2] for row in bitext.rows]


@pytest.mark.parametrize("arrangement", [Arrangement.COLUMNS, Arrangement.INTERLEAVED])
def test_the_rows_of_an_export_are_those_that_are_shown(
    arrangement: Arrangement, tmp_path: Path
) -> None:
    rows = [*bundled_pair().rows]
    at = next(n for n, row in enumerate(rows) if row.source == ("op1",))
    rows[at : at + 2] = [Row(("op1",), (), 1.0), Row((), ("op1",), 1.0), rows[at + 1]]
    last = next(n for n, row in enumerate(rows) if row.source == ("op3",))
    rows[last : last + 2] = [Row(("op3", "op4"), ("op3",), 1.0), Row((), ("op4",), 1.0)]
    bitext = bundled_pair()._replace(rows=tuple(rows))
    options = replace(AS_THEY_ARE, arrangement=arrangement)
    found = _opened(render(excerpt(bitext, clause_rows(bitext), options), "docx"), tmp_path)
    assert [row[:2] for row in found.rows] == [row[:2] for row in bitext.rows]


def test_other_files_hold_one_language(tmp_path: Path) -> None:
    bitext = alone(read(EN))
    ours = render(excerpt(bitext, clause_rows(bitext)), "docx")
    everything = (FIXTURES / "everything" / "en.md").read_text(encoding="utf-8")
    for data in (ours, made_of(everything, "en")):
        assert _opened(data, tmp_path).target is None

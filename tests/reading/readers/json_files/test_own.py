"""What this program wrote as JSON comes back equal: one language version, or two and their rows."""

import json
from pathlib import Path

import pytest

from desktop_app.alignment.align import align, alone
from desktop_app.alignment.corrections.operations import merge
from desktop_app.cli.outline import as_json
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.formats.registry import render
from desktop_app.opening.documents import open_bitext
from desktop_app.reading.files import read_versions
from desktop_app.reading.readers import json_files
from desktop_app.reading.readers.registry import reader_of
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Resolution
from desktop_app.script.convert import convert_resolution
from tests.support.paths import FIXTURES
from tests.support.texts import EN, ZH, bundled_pair, read

_DOCUMENTS = [*sorted(FIXTURES.glob("*.md")), *sorted((FIXTURES / "everything").glob("*.md"))]


def exported(bitext: Bitext) -> bytes:
    return render(excerpt(bitext, clause_rows(bitext)), "json")


def _opened(data: bytes, folder: Path) -> Bitext:
    file = folder / "a.json"
    file.write_bytes(data)
    assert reader_of(data, file) is json_files.READER
    return open_bitext(file, None)


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_export_and_what_show_prints_come_back_equal(document: Path, tmp_path: Path) -> None:
    found = read(document.read_text(encoding="utf-8"))
    assert _opened(exported(alone(found)), tmp_path) == alone(found)
    for indent in (None, 2):
        assert _opened(as_json(found, indent).encode(), tmp_path) == alone(found)


@pytest.mark.parametrize("text", [convert_resolution(read(ZH), "s2twp"), read(EN)])
def test_a_converted_text_comes_back_as_one(text: Resolution, tmp_path: Path) -> None:
    assert _opened(exported(alone(text)), tmp_path).source == text
    assert _opened(as_json(text).encode(), tmp_path).source == text


def test_two_languages_come_back_beside_each_other(tmp_path: Path) -> None:
    assert _opened(exported(bundled_pair()), tmp_path).rows == tuple(
        row._replace(score=1.0, reasons=()) for row in bundled_pair().rows
    )


def test_two_languages_stand_in_the_rows_that_a_person_made(tmp_path: Path) -> None:
    place = next(n for n, row in enumerate(bundled_pair().rows) if row.source == ("op2",))
    bitext = bundled_pair()._replace(rows=merge(bundled_pair(), place))
    found = _opened(exported(bitext), tmp_path)
    expected = [(row.source, row.target) for row in bitext.rows]
    assert [(row.source, row.target) for row in found.rows] == expected
    assert expected != [(row.source, row.target) for row in bundled_pair().rows]


def test_rows_that_do_not_fit_the_texts_count_for_nothing(tmp_path: Path) -> None:
    plain = json.loads(exported(bundled_pair()))
    plain["rows"] = [row for row in plain["rows"] if row["label"] != "OP1"]
    found = _opened(json.dumps(plain).encode(), tmp_path)
    assert found.rows == align(bundled_pair().source, read(EN)).rows


def test_what_show_prints_of_two_versions_is_a_pair(tmp_path: Path) -> None:
    lines = "\n".join(as_json(read(text), None) for text in (EN, ZH))
    found = _opened(lines.encode(), tmp_path)
    assert found.source == read(EN)
    assert found.target == read(ZH)


def test_a_selection_comes_back_as_it_was_cut(tmp_path: Path) -> None:
    bitext = alone(read(EN))
    cut = excerpt(bitext, [row for row in bitext.rows if row.source[0].startswith("op5")])
    file = tmp_path / "a.json"
    file.write_bytes(render(cut, "json"))
    assert read_versions(file).source == cut.texts[0]

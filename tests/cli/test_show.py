"""The command `show` with several files."""

import json
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from tests.support.paths import FIXTURES
from tests.support.pdf.bare import pdf, text

_FILES = [FIXTURES / f"security_council_1540.{code}.md" for code in ("en", "zh")]


def test_several_files_are_an_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--json", *map(str, _FILES)]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["symbol"], one["language"]) for one in found] == [
        ("S/RES/1540 (2004)", "en"),
        ("S/RES/1540 (2004)", "zh"),
    ]


def test_one_file_is_printed_for_people_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--json", str(_FILES[0])]) == 0
    out = capsys.readouterr().out
    assert out.startswith('{\n  "kind": "resolution",\n')
    assert json.loads(out)["symbol"] == "S/RES/1540 (2004)"


def test_one_that_cannot_be_read_keeps_none_of_the_others_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    eggs = tmp_path / "eggs.txt"
    eggs.write_text("Eggs and milk\n", encoding="utf-8")
    files = [str(tmp_path / "missing.md"), str(eggs), str(_FILES[1])]
    assert main(["show", "--json", *files]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["kind"] for line in out.splitlines()] == ["text", "resolution"]
    assert len(err.splitlines()) == 2
    assert "missing.md does not exist" in err
    assert "eggs.txt is not recognized" in err


def test_clauses_of_a_pdf_have_their_pages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "resolution.pdf"
    first = ["The General Assembly,", "", "Recalling its resolution 74/43 of 12 December 2019,"]
    second = ["1. Requests the keepers to keep the lighthouses lit in every night."]
    file.write_bytes(pdf([text(first), text(second)]))
    assert main(["show", "--json", str(file)]) == 0
    preamble, operative = json.loads(capsys.readouterr().out)["parts"]
    assert [clause["pages"] for clause in preamble["clauses"]] == [[1]]
    assert [clause["pages"] for clause in operative["clauses"]] == [[2]]


def test_clauses_of_a_text_have_no_pages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--json", str(_FILES[0])]) == 0
    assert '"pages"' not in capsys.readouterr().out

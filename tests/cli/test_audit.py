"""The command `audit`: which checks it runs, and what it prints of a finding."""

import json
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from tests.support.texts import EN, ZH


@pytest.fixture
def damaged(tmp_path: Path) -> list[str]:
    files = tmp_path / "a.zh.md", tmp_path / "a.en.md"
    en = EN.replace("1540 (2004)", "1541 (2004)", 1).replace("12 December", "13 December")
    for file, text in zip(files, (ZH, en), strict=True):
        file.write_text(text, encoding="utf-8")
    return [*map(str, files)]


def test_only_the_checks_named_run(damaged: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", *damaged, "--checks", "dates", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert (found["check"], found["severity"], found["kind"]) == ("dates", "error", "date")
    assert main(["audit", *damaged, "--checks", "dates,symbols"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_a_check_that_there_is_not_is_one_sentence_with_those_there_are(
    damaged: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", *damaged, "--checks", "dats"]) == 1
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "There is no check dats; the checks are: paragraphs, footnotes, symbols" in said


def test_the_help_lists_the_checks(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["audit", "--help"])
    said = capsys.readouterr().out
    assert "numbers" in said
    assert "Document symbols" in said


def test_the_own_list_of_terms_can_be_checked_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.csv"
    own.write_text("en,zh\ndisarmament,解除武装\n", encoding="utf-8")
    pair = [str(BUNDLED_TRANSLATION), str(BUNDLED)]
    assert main(["audit", *pair, "--checks", "terms", "--terms", str(own), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {one["check"] for one in found} == {"terms"}


def test_a_list_of_terms_of_other_languages_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.csv"
    own.write_text("en,fr\ndisarmament,désarmement\n", encoding="utf-8")
    pair = [str(BUNDLED), str(BUNDLED_TRANSLATION)]
    assert main(["audit", *pair, "--terms", str(own)]) == 1
    assert f"{own} has no term in both zh and en" in capsys.readouterr().err

"""Commands that take a file which holds both languages, in place of two."""

import json
from pathlib import Path

import pytest

from desktop_app.cli.main import main
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from tests.support.paths import FIXTURES

_PAIR = [str(BUNDLED), "--translation", str(BUNDLED_TRANSLATION)]


@pytest.fixture
def both(tmp_path: Path) -> str:
    file = tmp_path / "both.json"
    assert main(["export", *_PAIR, "--clauses", "all", "--to", "json", "-o", str(file)]) == 0
    return str(file)


def _printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments]) == 0
    return capsys.readouterr().out


def test_show_prints_both(both: str, capsys: pytest.CaptureFixture[str]) -> None:
    zh, en = (_printed(capsys, "show", str(file)) for file in (BUNDLED, BUNDLED_TRANSLATION))
    assert _printed(capsys, "show", both) == f"{zh}\n{en}"
    lines = _printed(capsys, "show", "--json", both).splitlines()
    assert [json.loads(line)["language"] for line in lines] == ["zh", "en"]


@pytest.mark.parametrize("command", ["align", "audit"])
def test_align_and_audit_need_no_second_file(
    both: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(_printed(capsys, command, "--json", both))
    expected = json.loads(
        _printed(capsys, command, "--json", str(BUNDLED), str(BUNDLED_TRANSLATION))
    )
    for row in (*found.get("rows", ()), *expected.get("rows", ())):
        del row["score"]
    assert found == expected


@pytest.mark.parametrize("command", ["align", "audit"])
def test_one_language_is_not_enough(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, str(BUNDLED)]) == 1
    assert "holds one language; name its translation as well" in capsys.readouterr().err


def test_an_export_has_both_and_a_second_file_takes_the_place_of_the_translation(
    both: str, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = ("--clauses", "OP1", "--to", "json")
    versions = json.loads(_printed(capsys, "export", both, *whole))["versions"]
    assert [one["language_tag"] for one in versions] == ["zh-Hans", "en"]
    french = str(FIXTURES / "general_assembly_75_58.fr.md")
    printed = _printed(capsys, "export", both, "--translation", french, *whole)
    assert [one["language_tag"] for one in json.loads(printed)["versions"]] == ["zh-Hans", "fr"]


def test_of_a_translation_that_holds_both_the_other_language_counts(
    both: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("--clauses", "OP1", "--to", "json")
    printed = _printed(capsys, "export", str(BUNDLED), "--translation", both, *arguments)
    assert [one["language_tag"] for one in json.loads(printed)["versions"]] == ["zh-Hans", "en"]

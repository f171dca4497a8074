"""The fuzz finds what is wrong, makes it small and writes it down."""

from pathlib import Path
from random import Random

import pytest
from markdown_it.rules_block.table import table

from desktop_app.reading.readers import markdown_parser
from tests.support.texts import read
from tests.tools.fuzz import targets
from tests.tools.fuzz.finds import Finds, fault
from tests.tools.fuzz.finds import read as find_in
from tests.tools.fuzz.inputs import Input, made
from tests.tools.fuzz.invariants import check_nothing_lost
from tests.tools.fuzz.targets import TARGETS, try_target

_TABLE = b"Some words before it.\n\n| a | b |\n|---|---|\n| c | d | lost |\n\nAnd after it.\n"


def test_the_same_seed_makes_the_same_inputs() -> None:
    assert [made(Random(7)) for _ in range(5)] == [made(Random(7)) for _ in range(5)]
    assert made(Random(7)) != made(Random(8))


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_tries_a_few_inputs(target: str, tmp_path: Path) -> None:
    chance = Random(14)
    for _ in range(3):
        try_target(target, made(chance), tmp_path)


def test_a_fault_is_found_made_small_and_written_with_the_way_to_see_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(markdown_parser, "table_rule", table)
    reports: list[str] = []
    finds = Finds(tmp_path, reports.append)
    for _ in range(2):  # the same fault is no second find
        finds.try_input("read", Input(_TABLE, _TABLE))
    (place,) = tmp_path.iterdir()
    assert len(finds) == len(reports) == 1
    target, given = find_in(place)
    assert target == "read"
    assert b"| c | d |" in given.file + given.translation
    assert sum(map(len, given)) < len(_TABLE)
    assert fault(target, given) is not None
    assert f"--replay {place}" in (place / "FIND.txt").read_text(encoding="utf-8")


def test_what_hangs_is_stopped_and_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hang(file: Path, translation: Path) -> None:
        while True:
            pass

    monkeypatch.setitem(TARGETS, "read", hang)
    monkeypatch.setattr(targets, "_SECONDS", 0.01)
    with pytest.raises(targets.TooSlowError, match="stopped"):
        try_target("read", Input(b"a", b"b"), tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "A [link](https://a.b 'title').",
        "<b title='x'>a</b>",
        "a <!--{{-- x}<!-- x!--}<!-- x --!-}<!--> b",
        "[^x]: a",
        "a &amp; b",
        "大会，\n\n回顾其报告，\n\nS/RES/1540 (2004)\n\n## 第 1540 (2004) 号决议\n",
        "General Assembly,\n\nDe Assembly\n\nA/RES/75<b>/58\n\n2f the *]\n\n## 75/58. eral ng its"
        " decisis,\n\n1",
        "## 75/58. Lamps\n\nThe General Assembly,\n\nA/RES/75/58\n> \n> Page 2\n\n1. Decides to ac",
        "x",
    ],
)
def test_markup_is_not_taken_for_lost_letters(text: str) -> None:
    check_nothing_lost(text, read(text))


def test_a_lost_letter_is_noticed() -> None:
    with pytest.raises(AssertionError, match="letters are lost"):
        check_nothing_lost("Some words", read("Some word"))

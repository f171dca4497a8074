"""How words are looked for: the switches of the find bar."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.window.main_window import MainWindow

Find = Callable[[str], int]


@pytest.fixture
def finding(window: MainWindow) -> Finding:
    window.feature(Finding).open()
    return window.feature(Finding)


@pytest.fixture
def count(finding: Finding) -> Find:
    def typed(words: str) -> int:
        finding.bar.words.setText(words)
        return len(finding.hits)

    return typed


def test_capitals_count_if_switched_on(finding: Finding, count: Find) -> None:
    every = count("member")
    finding.bar.case.click()
    assert count("member") == 0
    assert count("Member") == every > 0


def test_chinese_is_found_in_either_script_where_capitals_count(
    window: MainWindow, finding: Finding, count: Find
) -> None:
    simplified = count("国际")
    finding.bar.case.click()
    assert count("國際") == simplified > 0
    window.document.set_script("s2twp")
    assert count("國際") == simplified


def test_whole_words_are_of_letters_and_not_of_chinese_signs(finding: Finding, count: Find) -> None:
    chinese, parts = count("国际"), count("state")
    finding.bar.whole.click()
    assert count("国际") == chinese
    assert 0 < count("state") < parts
    finding.bar.whole.click()
    assert count("state") == parts


def test_the_switches_have_names_and_keys_and_stay_as_they_were_left(
    window: MainWindow, finding: Finding, qtbot: QtBot
) -> None:
    bar = finding.bar
    for switch in (bar.case, bar.whole):
        assert switch.accessibleName()
        assert switch.shortcut().toString() in switch.toolTip()
    bar.case.click()
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    window.feature(Finding).open()
    assert (bar.case.isChecked(), bar.whole.isChecked()) == (True, False)

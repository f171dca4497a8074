"""Characters that no font has: which script they are of, and what to install for them."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.appearance.font_packages import Missing, missing_characters, visible_characters
from desktop_app.ui.appearance.missing_characters import without_font
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow
from tests.support.paths import FIXTURES
from tests.support.waiting import let_timers_run_out

Model = Callable[[], BitextModel]


def test_missing_characters_are_grouped_by_script_with_the_packages_to_install() -> None:
    assert missing_characters("语决") == Missing("决语", ("Chinese",), ("fonts-noto-cjk",))
    assert missing_characters("ج") == Missing("ج", ("Arabic",), ("fonts-noto-core",))
    found = missing_characters("အကခဂဃငစဆဇ😀")
    assert found.characters == "ကခဂဃငစဆဇ…"
    assert found.scripts == ("Myanmar", "Emoji")
    assert found.packages == ("fonts-noto-core", "fonts-noto-color-emoji")


def test_only_visible_characters_need_a_font() -> None:
    assert visible_characters(["a b\n", "\u2060\u200f\ue000c"]) == {"a", "b", "c"}


def test_a_character_is_looked_for_in_all_fonts_that_it_falls_back_to(qtbot: QtBot) -> None:
    lost = chr(0x1F728)  # an alchemical symbol
    assert without_font("aя国", "en") == set()
    assert without_font("a" + lost, "en") in (set(), {lost})


def test_missing_characters_are_reported_once_per_document(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def none_for_arabic(characters: set[str], tag: str) -> set[str]:
        asked.append(tag)
        return {"ج"} if tag == "ar" else set()

    monkeypatch.setattr(
        "desktop_app.ui.appearance.missing_characters.without_font", none_for_arabic
    )
    files = (FIXTURES / "security_council_1540.en.md", FIXTURES / "security_council_1540.ar.md")
    window.document.open(*files)
    qtbot.waitUntil(lambda: bool(window.workspace.notice))
    assert window.workspace.notice == (
        "No installed font has some characters of this text (Arabic: ج); on Debian and Ubuntu "
        "install one with: sudo apt-get install fonts-noto-core"
    )
    assert asked == ["en", "ar"]
    window.document.open(*files)
    let_timers_run_out(window)
    assert window.workspace.notice == ""

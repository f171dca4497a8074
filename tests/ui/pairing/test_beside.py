"""The menu Beside: what fits is offered, and any two versions are shown in either order."""

import os
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.opening import documents
from desktop_app.opening import versions as searching
from desktop_app.opening.records import fetched_folder
from desktop_app.ui.pairing.beside import Pairing
from desktop_app.ui.pairing.beside_menu import BesideMenu
from desktop_app.ui.widgets.actions import Menu
from desktop_app.ui.window.main_window import MainWindow
from tests.support.paths import FIXTURES
from tests.support.waiting import settle
from tests.ui.conftest import node_of
from tests.ui.pairing.conftest import NAMES, Look, choose, choose_first, entries, listed, shown


def test_what_fits_in_the_folder_is_listed_by_language_and_the_one_beside_is_ticked(
    window: MainWindow, folder: Path, look: Look
) -> None:
    window.document.open(folder / NAMES["en"], folder / NAMES["fr"])
    assert listed(window) == [f"French — {NAMES['fr']} ✓", "&Alone", ""]
    look()
    assert listed(window) == [
        f"Chinese (Simplified) — {NAMES['zh']}",
        f"Arabic — {NAMES['ar']}",
        f"Russian — {NAMES['ru']}",
        f"French — {NAMES['fr']} ✓",
        f"Spanish — {NAMES['es']}",
        "&Alone",
        "",
    ]


def test_the_menu_stands_in_the_tool_row_and_in_the_view_menu(window: MainWindow) -> None:
    action = window.feature(BesideMenu).menu.menuAction()
    assert action in [entry.action for entry in window.workspace.actions.entries[Menu.VIEW]]
    assert action in [tool.action for tool in window.workspace.actions.tools]
    assert action.iconText() == "Beside"


def test_while_versions_are_looked_for_the_menu_says_so_and_the_window_lives(
    window: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with a network drive that hangs."""
    going_on = threading.Event()
    listing = searching.files_beside

    def hang(where: Path, file: Path | None, symbol: str) -> list[Path]:
        if where == folder:
            going_on.wait(60)
        return listing(where, file, symbol)

    monkeypatch.setattr(searching, "files_beside", hang)
    window.document.open(folder / NAMES["en"])
    window.feature(BesideMenu).menu.aboutToShow.emit()
    assert listed(window) == ["&Alone ✓", "Looking for other versions…", ""]
    settle()
    window.document.open(folder / NAMES["fr"], folder / NAMES["ru"])
    assert shown(window) == ["fr", "ru"]
    going_on.set()
    window.feature(BesideMenu).menu.aboutToShow.emit()
    qtbot.waitUntil(lambda: not window.feature(Pairing).is_looking)
    assert len(window.feature(Pairing).all()) == 6


def test_a_drive_that_hangs_takes_only_so_many_threads(
    window: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    going_on = threading.Event()
    monkeypatch.setattr(searching, "files_beside", lambda *arguments: [going_on.wait(60)][:0])
    before = threading.active_count()
    for number in range(20):
        window.document.open(folder / NAMES["en" if number % 2 else "fr"])
        window.document.open(FIXTURES / "security_council_1540.en.md")
        window.feature(BesideMenu).menu.aboutToShow.emit()
    assert threading.active_count() - before <= 10
    going_on.set()
    qtbot.waitUntil(lambda: threading.active_count() <= before)


def test_choosing_a_version_shows_it_beside(window: MainWindow, folder: Path, look: Look) -> None:
    window.document.open(folder / NAMES["en"])
    look()
    choose(window, "Spanish")
    assert shown(window) == ["en", "es"]
    assert window.document.pair == (str(folder / NAMES["en"]), str(folder / NAMES["es"]))
    assert f"Spanish — {NAMES['es']} ✓" in listed(window)
    choose(window, "Arabic")
    assert shown(window) == ["en", "ar"]
    choose(window, "&Alone")
    assert shown(window) == ["en"]
    assert "&Alone ✓" in listed(window)


def test_any_two_are_shown_in_either_order(window: MainWindow, folder: Path, look: Look) -> None:
    window.document.open(folder / NAMES["en"], folder / NAMES["fr"])
    look()
    choose(window, "&Swap")
    assert shown(window) == ["fr", "en"]
    choose_first(window, "Russian")
    assert shown(window) == ["ru", "en"]
    choose_first(window, "English")
    assert shown(window) == ["en", "ru"]
    choose(window, "Chinese")
    assert shown(window) == ["en", "zh"]


def test_what_was_loaded_is_not_read_again(
    window: MainWindow, folder: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.document.open(folder / NAMES["en"], folder / NAMES["fr"])
    look()
    choose(window, "Spanish")
    monkeypatch.setattr(documents, "open_resolution", None)
    before = window.document.published
    choose(window, "French")
    assert shown(window) == ["en", "fr"]
    choose(window, "Spanish")
    assert window.document.published is before
    choose_first(window, "French")
    assert shown(window) == ["fr", "es"]


def test_a_version_that_has_vanished_shows_one_sentence_and_leaves_the_list(
    window: MainWindow, folder: Path, look: Look
) -> None:
    window.document.open(folder / NAMES["en"])
    look()
    (folder / NAMES["es"]).unlink()
    choose(window, "Spanish")
    assert "does not exist" in window.workspace.notice
    assert shown(window) == ["en"]
    assert not any(words.startswith("Spanish") for words in listed(window))
    (folder / NAMES["ru"]).unlink()
    look()
    assert not any(words.startswith("Russian") for words in listed(window))


def test_a_loaded_version_stays_though_its_file_has_vanished(
    window: MainWindow, folder: Path, look: Look
) -> None:
    window.document.open(folder / NAMES["en"], folder / NAMES["es"])
    choose(window, "&Alone")
    (folder / NAMES["es"]).unlink()
    look()
    choose(window, "Spanish")
    assert shown(window) == ["en", "es"]


def test_recent_documents_and_fetched_ones_are_offered(
    window: MainWindow, folder: Path, tmp_path: Path, look: Look
) -> None:
    kept = fetched_folder()
    kept.mkdir(parents=True)
    (folder / NAMES["ru"]).rename(kept / "A_RES_81_19-RU.md")
    elsewhere = tmp_path / "elsewhere.md"
    (folder / NAMES["en"]).rename(elsewhere)
    window.document.open(folder / NAMES["fr"])
    window.document.open(FIXTURES / "security_council_1540.en.md")
    window.document.open(elsewhere)
    look()
    assert [words.partition(" ")[0] for words in listed(window)] == [
        "Russian",
        "French",
        "&Alone",
        "",
    ]


def test_the_same_language_in_another_file_is_offered_as_the_first_text_alone(
    window: MainWindow, folder: Path, look: Look
) -> None:
    copy = folder / "copy.md"
    copy.write_bytes((folder / NAMES["en"]).read_bytes())
    window.document.open(folder / NAMES["en"], folder / NAMES["fr"])
    look()
    assert not any("copy.md" in words for words in listed(window))
    choose_first(window, "English — \u2068copy.md")
    assert window.document.pair == (str(copy), str(folder / NAMES["fr"]))


def test_the_first_text_in_the_language_of_the_second_takes_its_place(
    window: MainWindow, folder: Path, look: Look
) -> None:
    copy = folder / "copy.md"
    copy.write_bytes((folder / NAMES["fr"]).read_bytes())
    window.document.open(folder / NAMES["en"], folder / NAMES["fr"])
    look()
    choose_first(window, "French — \u2068copy.md")
    assert window.document.pair == (str(copy), str(folder / NAMES["en"]))


def test_without_a_symbol_nothing_is_looked_for(
    window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    text = (folder / NAMES["en"]).read_text(encoding="utf-8")
    start = text.index("The General Assembly,")
    file = tmp_path / "draft.md"
    file.write_text(text[start:], encoding="utf-8")
    window.document.open(file)
    window.feature(BesideMenu).menu.aboutToShow.emit()
    assert not window.feature(Pairing).is_looking
    assert "The text has no symbol to tell its other versions by" in listed(window)


def test_where_nothing_fits_the_menu_says_so(
    window: MainWindow, tmp_path: Path, look: Look
) -> None:
    file = tmp_path / "alone.md"
    file.write_bytes((FIXTURES / "everything" / "en.md").read_bytes())
    os.mkfifo(tmp_path / "A_RES_81_19-FR.md")
    window.document.open(file)
    look()
    assert listed(window) == ["&Alone ✓", "No other version was found", ""]
    assert not window.feature(BesideMenu).swap.isEnabled()
    assert not window.feature(BesideMenu).first.isEnabled()


def test_another_document_begins_another_list(window: MainWindow, folder: Path, look: Look) -> None:
    window.document.open(folder / NAMES["en"], folder / NAMES["fr"])
    look()
    window.document.open(FIXTURES / "security_council_1540.en.md")
    assert [one.language for one in window.feature(Pairing).all()] == ["en"]


def test_open_another_file_asks_for_a_translation(
    window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QFileDialog

    window.document.open(folder / NAMES["en"])
    chosen = (str(folder / NAMES["ru"]), "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: chosen)
    choose(window, "Open another")
    assert shown(window) == ["en", "ru"]


def test_a_long_name_is_cut_in_the_middle_and_whole_in_the_tip(
    window: MainWindow, folder: Path
) -> None:
    name = f"Resolution & annexes {'of the session ' * 9}FR.md"
    (folder / NAMES["fr"]).rename(folder / name)
    window.document.open(folder / NAMES["en"], folder / name)
    entry = entries(window)[0]
    assert "…" in entry.text()
    assert entry.text().endswith("FR.md\u2069")
    assert "Resolution && annexes" in entry.text()
    assert entry.toolTip() == str(folder / name)


def test_while_the_menu_is_open_the_current_entry_stays_the_current_one(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    window.document.open(folder / NAMES["en"])
    menu = window.feature(BesideMenu).menu
    menu.popup(window.mapToGlobal(window.rect().center()))
    current = next(entry for entry in menu.actions() if entry.text() == "&Alone")
    menu.setActiveAction(current)
    qtbot.waitUntil(lambda: not window.feature(Pairing).is_looking)
    settle()
    assert len(entries(window)) > 9
    assert menu.activeAction().text() == "&Alone"
    menu.close()


def test_place_ticks_and_script_stay(window: MainWindow, folder: Path, look: Look) -> None:
    window.document.open(folder / NAMES["zh"], folder / NAMES["en"])
    look()
    model = window.view.bitext_model()
    model.tick([node_of(model, "op2")], on=True)
    window.document.set_script("s2t")
    window.view.bring_to_top(node_of(model, "op3").number)
    settle()
    choose(window, "French")
    assert _top(window) == "op3"
    assert [row.source for row in window.document.model.ticked_rows()] == _below(window, "op2")
    assert window.document.configuration == "s2t"
    choose(window, "&Swap")
    assert shown(window) == ["fr", "zh"]
    assert _top(window) == "op3"
    assert [row.source for row in window.document.model.ticked_rows()] == _below(window, "op2")
    assert window.document.configuration == "s2t"
    choose(window, "English")
    assert _top(window) == "op3"
    assert window.document.configuration == ""  # no Chinese is shown


def _top(window: MainWindow) -> str:
    row = window.document.model.nodes()[window.view.top_node()].row
    assert row is not None
    return row.source[0]


def _below(window: MainWindow, id: str) -> list[tuple[str, ...]]:
    model = window.document.model
    return [node.row.source for node in node_of(model, id).walk() if node.row]

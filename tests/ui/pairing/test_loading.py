"""More than two versions, loaded at once and remembered for the next start."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from desktop_app.opening import documents
from desktop_app.ui.pairing.beside import Pairing
from desktop_app.ui.rows.correcting import Correcting, Correction
from desktop_app.ui.settings.session import Session
from desktop_app.ui.settings.settings import Settings
from desktop_app.ui.window.main_window import MainWindow
from tests.support.waiting import settle
from tests.ui.conftest import node_of
from tests.ui.pairing.conftest import NAMES, Look, choose, choose_first, listed, shown


def _drop(window: MainWindow, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(300, 300), copy, data, left, none))


def _loaded(window: MainWindow) -> list[str]:
    return [one.language for one in window.feature(Pairing).all() if one.text is not None]


def test_of_three_dropped_versions_two_are_shown_and_the_third_is_loaded(
    window: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    window.workspace.status.connect(said.append)
    _drop(window, *(folder / NAMES[code] for code in ("en", "ru", "fr")))
    assert shown(window) == ["en", "ru"]
    qtbot.waitUntil(lambda: len(_loaded(window)) == 3)
    assert said[-1] == "Loaded besides: French; choose them under Beside."
    assert window.workspace.notice == ""
    monkeypatch.setattr(documents, "open_resolution", None)  # nothing is read again
    choose(window, "French")
    assert shown(window) == ["en", "fr"]
    choose_first(window, "Russian")
    assert shown(window) == ["ru", "fr"]


def test_all_six_are_loaded_and_what_is_none_of_them_is_named(
    window: MainWindow, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    _drop(window, *(folder / name for name in NAMES.values()), pipe)
    qtbot.waitUntil(lambda: "pipe.md" in window.workspace.notice)
    assert sorted(_loaded(window)) == ["ar", "en", "es", "fr", "ru", "zh"]


def test_if_the_pair_cannot_be_shown_nothing_else_is_loaded(
    window: MainWindow, folder: Path
) -> None:
    _drop(window, folder / NAMES["en"], folder / "gone.md", folder / NAMES["fr"])
    assert "does not exist" in window.workspace.notice
    window.document.open(folder / NAMES["en"], folder / NAMES["ru"])
    settle()
    assert _loaded(window) == ["ru", "en"]


def test_a_dropped_third_version_goes_beside_and_the_second_stays_loaded(
    window: MainWindow, folder: Path
) -> None:
    window.document.open(folder / NAMES["en"], folder / NAMES["ru"])
    _drop(window, folder / NAMES["fr"])
    assert shown(window) == ["en", "fr"]
    assert _loaded(window) == ["ru", "en", "fr"]


def _session() -> Session:
    return Session(Settings(Path(os.environ["XDG_CONFIG_HOME"]) / "settings.ini"))


def _started(qtbot: QtBot, *files: Path) -> MainWindow:
    """A window as the program opens it at its next start."""
    session = _session()
    window = MainWindow("light", session=session)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.document.open(*(files or session.last() or ()))
    window.finish_start()
    settle()
    return window


def test_the_next_start_knows_what_was_loaded_and_reads_it_once_it_is_chosen(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _started(qtbot, folder / NAMES["en"], folder / NAMES["fr"])
    first.document.open_translation(folder / NAMES["zh"])
    first.document.open_translation(folder / NAMES["es"])
    first.close()
    (folder / NAMES["fr"]).unlink()

    second = _started(qtbot)
    assert shown(second) == ["en", "es"]
    assert _loaded(second) == ["en", "es"]
    assert listed(second) == [
        f"Chinese (Simplified) — {NAMES['zh']}",
        f"French — {NAMES['fr']}",
        f"Spanish — {NAMES['es']} ✓",
        "&Alone",
        "",
    ]
    choose(second, "Chinese")
    assert shown(second) == ["en", "zh"]
    choose(second, "French")
    assert "does not exist" in second.workspace.notice
    assert not any(words.startswith("French") for words in listed(second))
    second.close()
    assert [path for path, _, _ in _session().preferences.loaded] == [str(folder / NAMES["es"])]


def test_another_document_at_the_start_has_none_of_them(qtbot: QtBot, folder: Path) -> None:
    first = _started(qtbot, folder / NAMES["en"], folder / NAMES["fr"])
    first.document.open_translation(folder / NAMES["zh"])
    first.close()
    second = _started(qtbot, folder / NAMES["ru"])
    assert [one.language for one in second.feature(Pairing).all()] == ["ru"]


def test_of_one_document_the_pair_shown_last_is_among_the_recent_ones(
    qtbot: QtBot, folder: Path, look: Look
) -> None:
    window = _started(qtbot, folder / NAMES["en"], folder / NAMES["fr"])
    window.feature(Pairing).swap()
    window.feature(Pairing).swap()
    window.feature(Pairing).put_beside(
        next(one for one in window.feature(Pairing).all() if one.language == "fr")
    )
    window.feature(Pairing).swap()
    recent = window.workspace.session.preferences.recent
    assert recent == ((str(folder / NAMES["fr"]), str(folder / NAMES["en"])),)


# Corrections


def _correct(window: MainWindow) -> None:
    model = window.view.bitext_model()
    window.view.setCurrentIndex(model.index_of(node_of(model, "pp2")))
    window.feature(Correcting).correct(Correction.UNPAIR)


@pytest.mark.parametrize("is_kept", [True, False])
def test_corrections_hold_in_both_orders(
    qtbot: QtBot, folder: Path, tmp_path: Path, is_kept: bool
) -> None:
    database = tmp_path / "corrections.sqlite" if is_kept else None
    window = MainWindow("light", corrections=database)
    qtbot.addWidget(window)
    window.show()
    window.document.open(folder / NAMES["en"], folder / NAMES["fr"])
    window.finish_start()
    before = window.document.published.rows
    _correct(window)
    rows = window.document.model.bitext.rows
    assert rows != before
    window.feature(Pairing).swap()
    assert shown(window) == ["fr", "en"]
    assert window.document.model.bitext.rows == tuple(row.turned() for row in rows)
    assert window.document.published.rows == tuple(row.turned() for row in before)
    window.feature(Pairing).swap()
    assert window.document.model.bitext.rows == rows
    if is_kept:
        window.document.open(folder / NAMES["fr"], folder / NAMES["en"])
        assert window.document.model.bitext.rows == tuple(row.turned() for row in rows)


def _put_third(window: MainWindow, qtbot: QtBot, language: str) -> None:
    pairing = window.feature(Pairing)
    pairing.put_third(next(one for one in pairing.all() if one.language == language))
    qtbot.waitUntil(lambda: window.document.third is not None)


def test_the_third_column_is_there_again_at_the_next_start(qtbot: QtBot, folder: Path) -> None:
    first = _started(qtbot, folder / NAMES["en"], folder / NAMES["zh"])
    first.document.open_translation(folder / NAMES["fr"])
    _put_third(first, qtbot, "zh")
    first.close()

    second = _started(qtbot)
    qtbot.waitUntil(lambda: second.document.third is not None)
    assert shown(second) == ["en", "fr"]
    assert second.document.third is not None
    assert second.document.third.text.language == "zh"
    second.feature(Pairing).put_third(None)
    second.close()

    third = _started(qtbot)
    assert third.feature(Pairing).third is None
    assert _session().preferences.third == ""


@pytest.mark.parametrize("change", ["its file is gone", "another document is opened"])
def test_there_is_no_third_column_at_the_next_start_if(
    qtbot: QtBot, folder: Path, change: str
) -> None:
    first = _started(qtbot, folder / NAMES["en"], folder / NAMES["zh"])
    first.document.open_translation(folder / NAMES["fr"])
    _put_third(first, qtbot, "zh")
    first.close()
    if change == "its file is gone":
        (folder / NAMES["zh"]).unlink()
        second = _started(qtbot)
    else:
        second = _started(qtbot, folder / NAMES["ru"])
    assert second.feature(Pairing).third is None
    assert second.workspace.notice == ""

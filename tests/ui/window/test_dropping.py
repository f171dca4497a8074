"""Files that are dropped on the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.export.exporting import Exporting
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow
from tests.opening.test_marc import marc
from tests.support.paths import FIXTURES
from tests.support.texts import EN_PREAMBLE
from tests.support.waiting import settle

Model = Callable[[], BitextModel]
_EITHER = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction


def test_dropped_files_are_opened_and_a_translation_goes_beside(
    window: MainWindow, model: Model, tmp_path: Path
) -> None:
    copy = tmp_path / "zh.md"
    copy.write_bytes(BUNDLED.read_bytes())
    _drop(window, copy)
    assert model().bitext.target is None
    _drop(window, BUNDLED_TRANSLATION)
    target = model().bitext.target
    assert target is not None
    assert target.language == "en"


def test_a_dropped_file_is_only_ever_copied(window: MainWindow, tmp_path: Path) -> None:
    copy = tmp_path / "zh.md"
    copy.write_bytes(BUNDLED.read_bytes())
    event = _drop(window, copy, offered=Qt.DropAction.MoveAction | Qt.DropAction.CopyAction)
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction


def test_a_drop_without_its_file_shows_one_sentence(window: MainWindow, model: Model) -> None:
    before = model()
    _drop(window)
    assert window.workspace.notice == (
        "What was dropped is no file that is there any more; drop it again."
    )
    assert model() is before


def test_of_more_dropped_files_those_that_are_no_versions_are_named(
    window: MainWindow, model: Model, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "third.md"
    other.write_bytes((FIXTURES / "security_council_1540.fr.md").read_bytes())
    _drop(window, BUNDLED, BUNDLED_TRANSLATION, other, tmp_path / "fourth.md")
    assert model().bitext.target is not None
    sentence = "Not loaded, for it is no version of this document: third.md, fourth.md."
    qtbot.waitUntil(lambda: window.workspace.notice == sentence)


@pytest.mark.parametrize("bar", ["find", "go"])
def test_a_file_dropped_on_a_field_is_opened_and_not_typed_or_moved(
    window: MainWindow, model: Model, tmp_path: Path, bar: str
) -> None:
    copy = tmp_path / "zh.md"
    copy.write_bytes(BUNDLED.read_bytes())
    window.workspace.actions.all()[bar].trigger()
    settle()
    (field,) = [field for field in window.findChildren(QLineEdit) if field.isVisible()]
    assert _drag_to(field, _data(copy)) is Qt.DropAction.CopyAction
    assert field.text() == ""
    assert model().bitext.target is None


def test_a_field_of_a_dialog_takes_no_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = window.feature(Exporting).dialog()
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    typed = dialog.form.typed
    assert _drag_to(typed, _data(tmp_path / "zh.md")) is None
    assert typed.text() == ""


def test_words_can_be_dropped_on_a_field(window: MainWindow) -> None:
    window.workspace.actions.all()["find"].trigger()
    settle()
    (field,) = [field for field in window.findChildren(QLineEdit) if field.isVisible()]
    words = QMimeData()
    words.setText("Member States")
    _drag_to(field, words)
    assert field.text() == "Member States"


def _drag_to(widget: QWidget, data: QMimeData) -> Qt.DropAction | None:
    """Drags data with Shift held to the middle of a widget, as a window system tells Qt. What is
    done with it, None if it is refused."""
    window = widget.window()
    handle = window.windowHandle()
    point = widget.mapTo(window, widget.rect().center())
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    entered = QDragEnterEvent(point, _EITHER, data, left, shift)
    QCoreApplication.sendEvent(handle, entered)
    dropped = QDropEvent(QPointF(point), _EITHER, data, left, shift)
    dropped.ignore()
    QCoreApplication.sendEvent(handle, dropped)
    return dropped.dropAction() if dropped.isAccepted() else None


def test_a_record_of_the_document_says_its_vote_in_the_head_of_the_column(
    window: MainWindow, model: Model, tmp_path: Path
) -> None:
    record = tmp_path / "record.xml"
    record.write_text(marc(), encoding="utf-8")
    before = model()
    _drop(window, record)
    assert model() is before
    assert window.trust.texts()[0].endswith(
        "\nvote: Adopted 187-0-2, 37th meeting\nagenda: A/75/251 103v LIGHTHOUSES."
        "\nsubjects: LIGHTHOUSES; SEAS"
    )


def test_it_is_gone_with_the_document(window: MainWindow, tmp_path: Path) -> None:
    record, other = tmp_path / "record.xml", tmp_path / "other.md"
    record.write_text(marc(), encoding="utf-8")
    other.write_text(f"{EN_PREAMBLE.replace('75/58', '75/59')}1. Decides to act.\n")
    _drop(window, record)
    _drop(window, other)
    assert "vote" not in window.trust.texts()[0]


def test_a_record_of_another_document_is_one_sentence(window: MainWindow, tmp_path: Path) -> None:
    record = tmp_path / "record.xml"
    record.write_text(marc().replace("A/RES/75/58", "A/RES/75/59"), encoding="utf-8")
    _drop(window, record)
    assert window.workspace.notice == (
        f"{record} is the record of A/RES/75/59, and the document is A/RES/75/58; take the record "
        "of the document."
    )


def test_a_record_is_dropped_alone(window: MainWindow, tmp_path: Path) -> None:
    record = tmp_path / "record.xml"
    record.write_text(marc(), encoding="utf-8")
    _drop(window, BUNDLED, record)
    assert window.workspace.notice.startswith("A record belongs to a document that is open")


def _drop(
    window: MainWindow, *files: Path, offered: Qt.DropAction = Qt.DropAction.CopyAction
) -> QDropEvent:
    nothing = Qt.KeyboardModifier.NoModifier
    data = _data(*files)
    event = QDropEvent(QPointF(300, 300), offered, data, Qt.MouseButton.LeftButton, nothing)
    window.dropEvent(event)
    return event


def _data(*files: Path) -> QMimeData:
    """What a file manager drags: the addresses of the files, and their paths as text."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    data.setText("\n".join(map(str, files)))
    return data

"""The file that is exported: its name and folder, and what goes wrong with it."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.export.dialog import ExportDialog
from desktop_app.ui.export.names import format_name, with_ending
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.settings.preferences import ExportChoice
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.export.conftest import choose, save_as

Model = Callable[[], BitextModel]
Open = Callable[..., ExportDialog]


# What goes wrong with the file


def _failed(dialog: ExportDialog, path: Path, qtbot: QtBot) -> str:
    """The sentence for a file that could not be written."""
    dialog.save_to(path)
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    assert dialog.isVisible()
    assert dialog.written is None
    assert dialog.sentence.isVisible()
    sentence = dialog.sentence.text()
    assert sentence.startswith("⚠ ")
    assert sentence.count(".") >= 1
    assert "\n" not in sentence
    return sentence


def test_a_folder_that_cannot_be_written_is_said(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(ExportChoice("md"))
    path = tmp_path / "no such folder" / "out.md"
    assert f"{path} cannot be written" in _failed(dialog, path, qtbot)
    choose(dialog.form.format, "txt")  # nothing is lost: another choice and another folder
    assert not dialog.sentence.isVisible()
    save_as(dialog, tmp_path / "out.txt", qtbot)


def test_a_full_disk_is_said_and_leaves_what_was_there(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.md"
    path.write_bytes(b"there before")
    dialog = opened(ExportChoice("md"))

    def full(*given: object, **named: object) -> object:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr("desktop_app.common.writing.os.chmod", full)
        assert "No space left on device" in _failed(dialog, path, qtbot)
    assert path.read_bytes() == b"there before"
    assert os.listdir(tmp_path) == ["out.md"]
    assert "促请" in save_as(dialog, path, qtbot)


def test_a_file_that_is_open_elsewhere_is_said(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.md"
    path.write_bytes(b"there before")
    dialog = opened(ExportChoice("md"))

    def refused(*given: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("desktop_app.common.writing.os.replace", refused)
    assert "another program may have it open" in _failed(dialog, path, qtbot)
    assert os.listdir(tmp_path) == ["out.md"]


def test_the_documents_that_are_open_are_never_written_over(
    window: MainWindow, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    files = [tmp_path / "zh.md", tmp_path / "en.md"]
    for file, own in zip(files, (BUNDLED, BUNDLED_TRANSLATION), strict=True):
        file.write_bytes(own.read_bytes())
    window.document.open(*files)
    dialog = opened(ExportChoice("md"))
    for file, own in zip(files, (BUNDLED, BUNDLED_TRANSLATION), strict=True):
        assert "the document itself, which is never written to" in _failed(dialog, file, qtbot)
        assert file.read_bytes() == own.read_bytes()


# Where the file goes


def _asked(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, answer: str = ""
) -> list[tuple[str, str]]:
    """What the file dialog is opened with; it is answered at once."""
    asked: list[tuple[str, str]] = []

    def ask(self: ExportDialog, suggestion: str, kind: str) -> str:
        asked.append((suggestion, kind))
        return answer

    monkeypatch.setattr(ExportDialog, "ask_path", ask)
    dialog.ask_and_save()
    return asked


@pytest.mark.parametrize(
    ("languages", "script", "ending", "name"),
    [
        ("zh,en", "", "html", "A_RES_75_58_zh-Hans_en.html"),
        ("en,zh", "s2twp", "md", "A_RES_75_58_en_zh-Hant-TW.md"),
        ("en", "", "txt", "A_RES_75_58_en.txt"),
    ],
)
def test_a_name_is_suggested(
    opened: Open,
    monkeypatch: pytest.MonkeyPatch,
    languages: str,
    script: str,
    ending: str,
    name: str,
) -> None:
    dialog = opened(ExportChoice(ending, languages=languages))
    choose(dialog.form.script, script)
    ((suggestion, kind),) = _asked(dialog, monkeypatch)
    assert Path(suggestion).name == name
    assert kind == f"{format_name(ending)} (*.{ending})"
    assert dialog.isVisible()  # no file was chosen


def test_the_folder_is_remembered_as_long_as_it_is_there(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "brief"
    folder.mkdir()
    dialog = opened(ExportChoice("md"))
    save_as(dialog, folder / "out.md", qtbot)
    again = opened(dialog.choice)
    ((suggestion, _),) = _asked(again, monkeypatch)
    assert Path(suggestion).parent == folder
    (folder / "out.md").unlink()
    folder.rmdir()
    ((suggestion, _),) = _asked(again, monkeypatch)
    assert Path(suggestion).parent.is_dir()


def _answers(monkeypatch: pytest.MonkeyPatch, *names: Path) -> list[str]:
    """Chooses those names in one file dialog after the other; gives what each suggested."""
    suggested: list[str] = []

    def run(self: QFileDialog) -> int:
        assert self.testOption(
            QFileDialog.Option.DontConfirmOverwrite
        )  # the right name is asked of
        suggested.extend(self.selectedFiles())
        if len(suggested) > len(names):
            return 0
        self.selectFile(str(names[len(suggested) - 1]))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", run)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    return suggested


def _replaces(monkeypatch: pytest.MonkeyPatch, *answers: bool) -> list[str]:
    """Answers whether a file may be replaced; gives what was asked."""
    asked: list[str] = []

    def run(self: QMessageBox) -> int:
        asked.append(self.text())
        replace = next(b for b in self.buttons() if b.text() == "&Replace")
        assert self.defaultButton() is not replace
        (replace if answers[len(asked) - 1] else self.defaultButton()).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", run)
    return asked


def test_a_name_without_an_ending_gets_that_of_the_format(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested = _answers(monkeypatch, tmp_path / "brief")
    dialog = opened(ExportChoice("html"))
    path = dialog.ask_path(str(tmp_path / "suggested.html"), "Web page (*.html)")
    assert path == str(tmp_path / "brief.html")
    assert suggested == [str(tmp_path / "suggested.html")]


def test_a_file_that_is_there_is_asked_about_by_the_name_that_it_would_have(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("RES.1540.html", "brief.txt", "brief.html"):
        (tmp_path / name).touch()
    suggested = _answers(monkeypatch, tmp_path / "RES.1540", tmp_path / "brief.txt")
    asked = _replaces(monkeypatch, False, True)
    dialog = opened(ExportChoice("html"))
    assert dialog.ask_path(str(tmp_path / "a.html"), "") == str(tmp_path / "brief.html")
    assert suggested == [str(tmp_path / "a.html"), str(tmp_path / "RES.1540.html")]
    assert asked == [
        f"{name} is already there. Replace it?" for name in ("RES.1540.html", "brief.html")
    ]


@pytest.mark.parametrize(
    ("typed", "key", "name"),
    [
        ("S.RES.1540 (2004)", "docx", "S.RES.1540 (2004).docx"),
        ("决议第75.58号", "pdf", "决议第75.58号.pdf"),
        ("brief.", "docx", "brief.docx"),
        ("brief.txt", "docx", "brief.docx"),
        ("brief.DOCX", "docx", "brief.DOCX"),
        ("a.xlf", "xliff", "a.xlf"),
        ("a.xml", "xliff", "a.xlf"),
        ("a.xliff", "akn", "a.xml"),
        ("brief.doc", "docx", "brief.docx"),
        ("brief.htm", "html", "brief.html"),
        ("brief.md ", "md", "brief.md"),
        ("....", "md", "clauses.md"),
        (".md", "md", ".md"),
    ],
)
def test_a_file_has_the_ending_of_its_format(typed: str, key: str, name: str) -> None:
    assert with_ending(f"/a.b/{typed}", key) == f"/a.b/{name}"

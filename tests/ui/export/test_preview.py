"""The preview in the dialog of the export."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from desktop_app.common.messages import Message
from desktop_app.export.excerpt.cache import ExcerptCache, Request
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import ExportError, Progress, silent
from desktop_app.export.formats.registry import FORMATS
from desktop_app.ui.export.dialog import ExportDialog
from desktop_app.ui.export.scope import Scope
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.settings.preferences import ExportChoice
from desktop_app.ui.widgets.theme import THEMES
from desktop_app.ui.window.main_window import MainWindow
from tests.tools.bench import made_up
from tests.ui.export.conftest import (
    PaintedFormat,
    Put,
    SlowFormat,
    choose,
    save_as,
    settle_preview,
    type_range,
)

Model = Callable[[], BitextModel]
Open = Callable[..., ExportDialog]


# The preview


@pytest.mark.parametrize("ending", [e for e in FORMATS if not FORMATS[e].is_page])
def test_the_preview_of_text_is_how_the_file_begins(
    opened: Open, qtbot: QtBot, tmp_path: Path, ending: str
) -> None:
    dialog = opened(ExportChoice(ending))
    dialog.form.scopes[Scope.RANGE].setChecked(True)
    type_range(dialog, "OP1-3,PP6", qtbot)
    settle_preview(dialog, qtbot)
    shown = dialog.preview.text
    written = save_as(dialog, tmp_path / "out", qtbot).removeprefix("\ufeff")
    assert shown
    assert written.startswith(shown[:2000])


def test_the_preview_of_a_page_is_the_page(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(ExportChoice("html"))
    text = dialog.preview.text
    assert text.startswith("A/RES/75/58 防止恐怖分子获取大规模毁灭性武器的措施")
    assert "transcription, not the official record" in text
    assert "<" not in text


def test_the_preview_of_a_document_of_some_pages_is_all_of_its_text(opened: Open) -> None:
    shown = opened(ExportChoice("txt")).preview.text
    assert "OP6\n" in shown
    assert "[7] " in shown
    assert "…" not in shown


@pytest.mark.parametrize(
    ("key", "begins"),
    [("docx", "A/RES/75/58\nA/RES/75/58 防止恐怖分子"), ("xlsx", "Symbol\nKind\nLabel\n")],
)
def test_the_preview_of_an_office_file_is_what_is_in_it(
    opened: Open, qtbot: QtBot, key: str, begins: str
) -> None:
    dialog = opened(ExportChoice(key))
    type_range(dialog, "PP6", qtbot)
    settle_preview(dialog, qtbot)
    shown = dialog.preview.text
    assert shown.lstrip().startswith(begins)
    assert "欢迎《制止核恐怖主义行为国际公约》" in shown
    assert "vol. 1456, No. 24631." in shown


@pytest.mark.parametrize("theme", THEMES)
def test_the_page_is_white_in_every_theme(window: MainWindow, opened: Open, theme: str) -> None:
    window.theme.choose(theme)
    dialog = opened(ExportChoice("html"))
    picture = dialog.preview.pages[1].grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() - 6).name() == "#ffffff"
    background = dialog.grab().toImage().pixelColor(3, 3)
    assert background == window.theme.colors.window


def test_the_preview_is_made_once_for_all_that_is_typed(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Request] = []
    own = ExcerptCache.excerpt

    def excerpt(self: ExcerptCache, request: Request, progress: Progress = silent) -> Excerpt:
        made.append(request)
        return own(self, request, progress)

    monkeypatch.setattr(ExcerptCache, "excerpt", excerpt)
    dialog = opened(ExportChoice("md"))
    made.clear()
    type_range(dialog, "OP1-3,PP6,PP15", qtbot)
    assert made == []
    settle_preview(dialog, qtbot)
    assert len(made) == 1
    assert len(made[0].rows) == 5


def test_a_long_document_is_shown_by_its_beginning(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    window.document.show(made_up.bitext(2000, 60))
    dialog = opened(ExportChoice("txt"))
    assert dialog.form.count.text() == "2000 clauses, 0 footnotes"
    assert "OP1\n" in dialog.preview.text
    assert "OP1000\n" not in dialog.preview.text
    assert dialog.preview.text.rstrip().endswith("\n…")
    choose(dialog.form.format, "html")
    settle_preview(dialog, qtbot)
    assert "OP10" in dialog.preview.text
    assert "OP31" not in dialog.preview.text
    assert dialog.preview.text.rstrip().endswith("\n…")


# A format of its own


def test_a_format_that_is_painted_shows_its_picture(opened: Open, qtbot: QtBot, put: Put) -> None:
    painted = cast(PaintedFormat, put(PaintedFormat()))
    dialog = opened(ExportChoice("pdf"))
    assert dialog.preview.picture is not None
    assert dialog.preview.picture.width() == painted.widths[-1] > 300
    around = dialog.preview.pages[2]
    assert isinstance(around, QScrollArea)
    assert around.viewport().width() == painted.widths[-1]  # nothing is scrolled sideways
    dialog.resize(dialog.width() - 100, dialog.height())
    settle_preview(dialog, qtbot)
    assert dialog.preview.picture.width() == painted.widths[-1]
    assert len(painted.widths) == 2


@pytest.mark.parametrize("key", ["docx", "pdf", "xlsx"])
def test_of_a_file_that_is_no_text_rich_text_is_copied(
    opened: Open, qtbot: QtBot, key: str
) -> None:
    dialog = opened(ExportChoice(key))
    type_range(dialog, "PP6", qtbot)
    dialog.copy_all()
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    data = QApplication.clipboard().mimeData()
    assert 'lang="zh-Hans" dir="ltr">' in data.html()
    assert dialog.choice.format == key
    if key == "xlsx":
        head, row, empty, document, zh, en = data.text().splitlines()
        assert empty == ""
        assert document.startswith("Document\tGeneral Assembly resolution 75/58 of 7 December")
        assert zh.startswith("Chinese (Simplified)\tsource not stated, not compared")
        assert en.endswith("official record\thttps://docs.un.org/en/A/RES/75/58")
        assert "transcription, not the official record" in data.html()
        assert head.split("\t")[:4] == ["Symbol", "Kind", "Label", "Text (zh-Hans)"]
        assert row.startswith("A/RES/75/58\tclause\tPP6 / PP6-PP7\t欢迎《")
        assert "<br style" in data.html()  # two paragraphs in one cell
    else:
        assert "transcription, not the official record" in data.text()
        assert "\t" not in data.text()


def test_what_is_copied_stands_as_it_is_shown(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(ExportChoice("docx", arrangement="sequence"))
    type_range(dialog, "OP1,OP3", qtbot)
    dialog.copy_all()
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    data = QApplication.clipboard().mimeData()
    for text in (data.text(), data.html()):
        assert text.index("敦促") < text.index("Calls upon") < text.index("Urges")
    assert '<em style="font-style: normal; font-weight: bold">促请</em>' in data.html()
    assert "<em>Calls upon</em>" in data.html()


def test_what_a_format_refuses_is_said_in_place_of_the_page(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = "OP1 has the character U+000B; export it as text, or mend the file."
    refusing = SlowFormat(ExportError(Message(sentence)))
    monkeypatch.setitem(FORMATS, "tmx", replace(FORMATS["tmx"], render=refusing.render))
    dialog = opened(ExportChoice("tmx"))
    assert dialog.preview.text == sentence
    dialog.save_to(tmp_path / "out.tmx")
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    assert dialog.sentence.text() == f"⚠ {sentence}"
    assert dialog.isVisible()
    assert os.listdir(tmp_path) == []


def test_a_fault_of_a_format_is_one_sentence_too(
    opened: Open, qtbot: QtBot, put: Put, tmp_path: Path
) -> None:
    faulty = put(PaintedFormat())
    faulty.failure = ZeroDivisionError("division by zero")
    dialog = opened(ExportChoice("pdf"))
    dialog.save_to(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    assert "Something unforeseen went wrong (ZeroDivisionError" in dialog.sentence.text()
    assert dialog.isVisible()

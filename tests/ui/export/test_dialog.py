"""The dialog of the export: what is chosen, what is seen of it, what comes of it, and what is said
where nothing can."""

import errno
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.citation.styles import CitationStyle
from desktop_app.common.messages import Message
from desktop_app.export.excerpt.cache import ExcerptCache, Request
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import (
    Arrangement,
    ExportError,
    Notes,
    Progress,
    silent,
)
from desktop_app.export.formats import html
from desktop_app.export.formats.format import Format
from desktop_app.export.formats.registry import FORMATS
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.export import work
from desktop_app.ui.export.dialog import ExportDialog
from desktop_app.ui.export.exporting import Exporting
from desktop_app.ui.export.names import citation_name, format_name, with_ending
from desktop_app.ui.export.scope import Scope
from desktop_app.ui.language.translator import Translator, texts
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.selection.selecting import Selecting
from desktop_app.ui.selection.ticking import Ticking
from desktop_app.ui.settings.kept_places import KeptPlaces
from desktop_app.ui.settings.preferences import ExportChoice, Preferences
from desktop_app.ui.settings.session import Session
from desktop_app.ui.settings.settings import Settings
from desktop_app.ui.widgets.focus_ring import FocusRing
from desktop_app.ui.widgets.theme import THEMES
from desktop_app.ui.window.main_window import MainWindow
from tests.support import cut
from tests.support.waiting import PATIENCE, running_timers, settle, when
from tests.tools.bench import made_up
from tests.ui.conftest import node_of

Model = Callable[[], BitextModel]
Open = Callable[..., ExportDialog]
KEYS = Qt.Key


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """The preview follows at once, and does not wait until a person has done typing."""
    monkeypatch.setattr("desktop_app.ui.export.drawing._PAUSE", 0)


@pytest.fixture
def opened(window: MainWindow, model: Model, qtbot: QtBot) -> Open:
    """Opens the dialog, with what was chosen the last time."""

    def make(choice: ExportChoice | None = None) -> ExportDialog:
        dialog = window.feature(Exporting).dialog(choice)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        _settle(dialog, qtbot)
        return dialog

    return make


def _settle(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Waits until the preview shows what is chosen."""
    qtbot.waitUntil(lambda: not dialog.is_drawing)


def _choose(box: QComboBox, value: str) -> None:
    """Chooses as a person does."""
    place = box.findData(value)
    assert place >= 0, value
    box.setCurrentIndex(place)
    box.activated.emit(place)


def _type(dialog: ExportDialog, text: str, qtbot: QtBot) -> None:
    dialog.form.typed.clear()
    dialog.form.typed.setFocus()
    qtbot.keyClicks(dialog.form.typed, text)


def _save(dialog: ExportDialog, path: Path, qtbot: QtBot) -> str:
    dialog.save_to(path)
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    assert dialog.written == path, dialog.sentence.text()
    return path.read_text(encoding="utf-8")


def _labels(dialog: ExportDialog) -> list[tuple[str, ...]]:
    return [row.source for row in dialog.form.request().rows]


# What


def test_with_nothing_ticked_and_nothing_selected_it_begins_with_everything(opened: Open) -> None:
    dialog = opened()
    assert dialog.form.scope is Scope.EVERYTHING
    assert dialog.form.count.text() == "23 clauses, 7 footnotes"
    assert not dialog.form.scopes[Scope.TICKED].isEnabled()
    assert dialog.form.scopes[Scope.TICKED].toolTip() == "No clause is ticked in the window."


def test_it_begins_with_what_is_ticked(opened: Open, model: Model) -> None:
    model().tick([node_of(model(), id) for id in ("op2", "pp6")], True)
    dialog = opened()
    assert dialog.form.scope is Scope.TICKED
    assert _labels(dialog) == [("pp6",), ("op2",)]
    assert dialog.form.count.text() == "2 clauses, 2 footnotes"


def test_it_begins_with_the_selected_rows_if_there_are_several(
    window: MainWindow, opened: Open, model: Model
) -> None:
    flag = QItemSelectionModel.SelectionFlag
    for id in ("op1", "op3"):
        index = model().index_of(node_of(model(), id))
        window.view.selectionModel().select(index, flag.Select | flag.Rows)
    dialog = opened()
    assert dialog.form.scope is Scope.SELECTED
    assert {("op1",), ("op3",)} <= {*_labels(dialog)}


def test_selected_words_stand_for_their_rows(
    window: MainWindow, opened: Open, model: Model
) -> None:
    window.feature(Selecting).take_everything()
    dialog = opened()
    assert dialog.form.scope is Scope.SELECTED
    assert len(dialog.form.request().rows) == 23  # the clauses, without the footnotes below them


@pytest.mark.parametrize(
    ("typed", "labels", "count"),
    [
        ("OP1-3,PP2", ["pp2", "op1", "op2", "op3"], "4 clauses, 0 footnotes"),
        ("pp6", ["pp6"], "1 clause, 2 footnotes"),
        ("PP15", ["pp15"], "1 clause, 1 footnote"),
    ],
)
def test_a_range_is_typed(
    opened: Open, qtbot: QtBot, typed: str, labels: list[str], count: str
) -> None:
    dialog = opened()
    _type(dialog, typed, qtbot)
    assert dialog.form.scope is Scope.RANGE  # who types there means it
    _settle(dialog, qtbot)
    assert [label for (label,) in _labels(dialog)] == labels
    assert dialog.form.count.text() == count


def test_a_part_is_chosen(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    names = [dialog.form.part.itemText(place) for place in range(dialog.form.part.count())]
    assert names == ["Preamble · 17", "Operative · 6"]
    dialog.form.part.setCurrentIndex(1)
    dialog.form.part.activated.emit(1)
    assert dialog.form.scope is Scope.PART
    _settle(dialog, qtbot)
    assert dialog.form.count.text() == "6 clauses, 0 footnotes"


def test_what_is_not_there_is_said_beside_the_field_with_what_is(
    opened: Open, qtbot: QtBot, window: MainWindow
) -> None:
    dialog = opened()
    _type(dialog, "OP9", qtbot)
    sentence = "There is no OP9 in this document: it has PP1 to PP17 and OP1 to OP6."
    assert dialog.form.count.text() == f"⚠ {sentence}"
    assert dialog.form.count.palette().windowText().color() == window.theme.colors.finding_mark
    assert dialog.form.typed.accessibleDescription() == sentence
    assert dialog.preview.text == sentence
    for button in (dialog.save, dialog.copy, dialog.cite):
        assert not button.isEnabled()
        assert button.toolTip() == sentence
    qtbot.keyClick(dialog.form.typed, KEYS.Key_Return)
    assert dialog.isVisible()
    _type(dialog, "OP6", qtbot)
    assert dialog.save.isEnabled()
    _settle(dialog, qtbot)
    assert dialog.form.count.text() == "1 clause, 0 footnotes"
    assert dialog.form.count.palette().windowText().color() == window.theme.colors.text


def test_nothing_typed_is_nothing_chosen(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.form.scopes[Scope.RANGE].click()
    assert dialog.form.typed.hasFocus()
    assert not dialog.save.isEnabled()
    assert dialog.save.toolTip().startswith("No clause was named: write, for example, OP1-3")


def test_a_document_without_a_clause_has_nothing_to_write(
    window: MainWindow, opened: Open, qtbot: QtBot
) -> None:
    assert window.document.published is not None
    bare = window.document.published.source._replace(parts=(), footnotes=())
    window.document.show(window.document.published._replace(source=bare, target=None, rows=()))
    dialog = opened()
    assert not dialog.save.isEnabled()
    assert dialog.form.count.text() == "⚠ There is no clause to write in this document."


def test_clauses_that_a_language_lacks_are_said(
    window: MainWindow, model: Model, opened: Open, qtbot: QtBot
) -> None:
    rows = list(model().bitext.rows)
    rows[0:1] = [rows[0]._replace(target=()), rows[0]._replace(source=())]
    window.document.show_rows(tuple(rows))
    alone = next(n for n in model().nodes() if n.row and n.row.source == ("pp1",))
    model().tick([alone], True)
    dialog = opened()
    _choose(dialog.form.languages, "en")
    _settle(dialog, qtbot)
    assert "Nothing is chosen that there is in this language" in dialog.form.count.text()
    assert not dialog.save.isEnabled()
    _choose(dialog.form.languages, "zh")
    assert dialog.save.isEnabled()


# How


@pytest.mark.parametrize(
    ("languages", "name", "begins"),
    [
        ("zh,en", "Chinese, then English", ["促请", "Calls upon"]),
        ("en,zh", "English, then Chinese", ["Calls upon", "促请"]),
        ("zh", "Chinese only", ["促请"]),
        ("en", "English only", ["Calls upon"]),
    ],
)
def test_languages_and_their_order(
    opened: Open, qtbot: QtBot, tmp_path: Path, languages: str, name: str, begins: list[str]
) -> None:
    dialog = opened(ExportChoice("txt"))
    _choose(dialog.form.languages, languages)
    assert dialog.form.languages.currentText() == name
    _type(dialog, "OP1", qtbot)
    text = _save(dialog, tmp_path / "out.txt", qtbot)
    found = sorted((word for word in ("促请", "Calls upon") if word in text), key=text.index)
    assert found == begins


@pytest.mark.parametrize("ending", FORMATS)
def test_the_arrangements_are_those_of_the_format(opened: Open, ending: str) -> None:
    dialog = opened(ExportChoice(ending))
    box = dialog.form.arrangement
    values = [box.itemData(place) for place in range(box.count())]
    assert values == [str(found) for found in FORMATS[ending].arrangements] or values == [""]
    assert box.isEnabled() == (len(FORMATS[ending].arrangements) > 1)
    _choose(dialog.form.languages, "en")  # one text stands alone: in a table or not
    values = [box.itemData(place) for place in range(box.count())]
    assert values == (["interleaved", "columns"] if ending in ("docx", "md", "txt") else [""])
    assert box.isEnabled() == (len(values) > 1)


def test_an_arrangement_comes_back_with_the_next_format_that_has_it(opened: Open) -> None:
    dialog = opened(ExportChoice("html"))
    _choose(dialog.form.arrangement, "sequence")
    _choose(dialog.form.format, "md")
    assert dialog.form.request().options.arrangement is Arrangement.SEQUENCE
    _choose(dialog.form.format, "html")
    _choose(dialog.form.arrangement, "columns")
    _choose(dialog.form.format, "csv")
    assert dialog.form.request().options.arrangement is None
    _choose(dialog.form.format, "html")
    assert dialog.form.request().options.arrangement is Arrangement.COLUMNS


def test_one_language_alone_is_counted_by_its_own_clauses(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(ExportChoice("txt"))
    for languages, count in (("zh,en", 23), ("en,zh", 24), ("en", 24), ("zh", 23)):
        _choose(dialog.form.languages, languages)
        _settle(dialog, qtbot)
        assert dialog.form.count.text().startswith(f"{count} clauses, ")
        assert dialog.form.scopes[Scope.EVERYTHING].text() == f"E&verything · {count}"
        assert dialog.form.part.itemText(0) == f"Preamble · {count - 6}"


def test_labels_that_are_typed_are_those_of_the_language_that_is_written_first(
    opened: Open, qtbot: QtBot
) -> None:
    dialog = opened(ExportChoice("txt"))
    _type(dialog, "PP7", qtbot)
    wanted = {"zh,en": ("pp8",), "zh": ("pp8",), "en,zh": ("pp6", "pp7"), "en": ("pp7",)}
    for languages, ids in wanted.items():
        _choose(dialog.form.languages, languages)
        assert [row.target for row in dialog.form.request().rows] == [ids]


def test_the_script_is_that_of_the_window_and_can_be_another(
    window: MainWindow, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window.document.set_script("s2t")
    dialog = opened(ExportChoice("md"))
    box = dialog.form.script
    assert tuple(box.itemData(place) for place in range(box.count())) == (
        "",
        *window.document.scripts(),
    )
    assert box.currentText() == "Traditional"
    _type(dialog, "OP1", qtbot)
    _settle(dialog, qtbot)
    assert "促請" in dialog.preview.text
    _choose(box, "")
    text = _save(dialog, tmp_path / "out.md", qtbot)
    assert "促请" in text
    assert "converted" not in text
    assert window.document.configuration == "s2t"


def test_a_converted_text_says_so(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(ExportChoice("md"))
    _choose(dialog.form.script, "s2twp")
    text = _save(dialog, tmp_path / "out.md", qtbot)
    assert "converted from Simplified (OpenCC, Taiwan with local terms)" in text


def test_english_alone_has_no_script_to_choose(opened: Open) -> None:
    dialog = opened()
    assert dialog.form.script.isEnabled()
    _choose(dialog.form.languages, "en")
    assert not dialog.form.script.isEnabled()


def test_the_places_of_notes_are_those_of_the_format_and_come_back(opened: Open) -> None:
    dialog = opened(ExportChoice("docx", notes="end"))
    box = dialog.form.notes
    for key, values in (("docx", 3), ("csv", 2), ("pdf", 3), ("json", 2), ("akn", 3)):
        _choose(dialog.form.format, key)
        assert box.count() == values
        assert dialog.form.request().options.notes is Notes.END
    _choose(box, Notes.NONE)
    _choose(dialog.form.format, "md")
    assert dialog.form.request().options.notes is Notes.NONE
    _choose(box, Notes.END)
    _choose(dialog.form.format, "docx")
    assert dialog.form.request().options.notes is Notes.END
    _choose(box, Notes.FOOT)
    _choose(box, Notes.NONE)
    _choose(dialog.form.format, "md")
    _choose(box, Notes.END)  # as the only place that there is
    _choose(dialog.form.format, "docx")
    assert dialog.form.request().options.notes is Notes.FOOT


def test_notes_can_be_left_out(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(ExportChoice("md"))
    _choose(dialog.form.notes, Notes.NONE)
    _settle(dialog, qtbot)
    assert dialog.form.count.text() == "23 clauses, 0 footnotes"
    assert "[^" not in _save(dialog, tmp_path / "out.md", qtbot)


def test_all_formats_and_citation_styles_can_be_chosen(opened: Open) -> None:
    dialog = opened()
    box = dialog.form.format
    endings = [box.itemData(place) for place in range(box.count())]
    assert endings == [*FORMATS]
    for place, key in enumerate(endings):
        assert box.itemText(place).endswith(f" (.{FORMATS[key].ending})")
    styles = [dialog.form.citation.itemData(place) for place in range(dialog.form.citation.count())]
    assert styles == [style.value for style in CitationStyle]
    assert dialog.form.citation.itemText(0) == citation_name(CitationStyle.UN) == "UN style"


def test_a_document_alone_has_no_choice_of_languages(
    window: MainWindow, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window.document.open(BUNDLED)
    dialog = opened(ExportChoice("txt", languages="en,zh"))
    assert not dialog.form.languages.isEnabled()
    assert dialog.form.arrangement.findData("sequence") < 0
    assert "促请" in _save(dialog, tmp_path / "out.txt", qtbot)
    assert dialog.choice.languages == "en,zh"  # kept for the next document that has both


# The preview


@pytest.mark.parametrize("ending", [e for e in FORMATS if not FORMATS[e].is_page])
def test_the_preview_of_text_is_how_the_file_begins(
    opened: Open, qtbot: QtBot, tmp_path: Path, ending: str
) -> None:
    dialog = opened(ExportChoice(ending))
    dialog.form.scopes[Scope.RANGE].setChecked(True)
    _type(dialog, "OP1-3,PP6", qtbot)
    _settle(dialog, qtbot)
    shown = dialog.preview.text
    written = _save(dialog, tmp_path / "out", qtbot).removeprefix("\ufeff")
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
    _type(dialog, "PP6", qtbot)
    _settle(dialog, qtbot)
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
    _type(dialog, "OP1-3,PP6,PP15", qtbot)
    assert made == []
    _settle(dialog, qtbot)
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
    _choose(dialog.form.format, "html")
    _settle(dialog, qtbot)
    assert "OP10" in dialog.preview.text
    assert "OP31" not in dialog.preview.text
    assert dialog.preview.text.rstrip().endswith("\n…")


# A format of its own


class _Slow:
    """A format that takes long and tells how far it is, or refuses."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.failure = failure
        self.going = True
        self.steps = 0

    def record(self) -> Format:
        return Format(
            key="pdf", name="PDF", ending="pdf", render=self.render, sketch=html.FORMAT.sketch
        )

    def render(self, excerpt: Excerpt, progress: Progress = silent) -> bytes:
        if self.failure is not None:
            raise self.failure
        while self.going and len(excerpt.entries) > 1:  # the preview of one is quick
            self.steps += 1
            time.sleep(0.001)  # gives way to the window
            progress(min(self.steps / 100, 0.99))
        return b"whole"


class _Painted(_Slow):
    def __init__(self) -> None:
        super().__init__()
        self.widths: list[int] = []

    def record(self) -> Format:
        return replace(super().record(), sketch=None, preview=self.preview)

    def preview(self, excerpt: Excerpt, width: int) -> QImage:
        self.widths.append(width)
        picture = QImage(width, 700, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.green)
        return picture


Put = Callable[[_Slow], _Slow]


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Put:
    """Puts a format in the place of PDF."""

    def place(made: _Slow) -> _Slow:
        monkeypatch.setitem(FORMATS, "pdf", made.record())
        return made

    return place


def test_a_format_that_is_painted_shows_its_picture(opened: Open, qtbot: QtBot, put: Put) -> None:
    painted = cast(_Painted, put(_Painted()))
    dialog = opened(ExportChoice("pdf"))
    assert dialog.preview.picture is not None
    assert dialog.preview.picture.width() == painted.widths[-1] > 300
    around = dialog.preview.pages[2]
    assert isinstance(around, QScrollArea)
    assert around.viewport().width() == painted.widths[-1]  # nothing is scrolled sideways
    dialog.resize(dialog.width() - 100, dialog.height())
    _settle(dialog, qtbot)
    assert dialog.preview.picture.width() == painted.widths[-1]
    assert len(painted.widths) == 2


@pytest.mark.parametrize("key", ["docx", "pdf", "xlsx"])
def test_of_a_file_that_is_no_text_rich_text_is_copied(
    opened: Open, qtbot: QtBot, key: str
) -> None:
    dialog = opened(ExportChoice(key))
    _type(dialog, "PP6", qtbot)
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
    _type(dialog, "OP1,OP3", qtbot)
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
    refusing = _Slow(ExportError(Message(sentence)))
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
    faulty = put(_Painted())
    faulty.failure = ZeroDivisionError("division by zero")
    dialog = opened(ExportChoice("pdf"))
    dialog.save_to(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    assert "Something unforeseen went wrong (ZeroDivisionError" in dialog.sentence.text()
    assert dialog.isVisible()


# What takes long


@pytest.mark.parametrize("made", [_Slow, _Painted])
def test_what_takes_long_is_told_and_can_be_cancelled(
    opened: Open, qtbot: QtBot, put: Put, tmp_path: Path, made: type[_Slow]
) -> None:
    slow = put(made())
    slow.going = False  # for the preview
    dialog = opened(ExportChoice("pdf"))
    slow.going = True
    path = tmp_path / "out.pdf"
    path.write_bytes(b"there before")
    seen: list[str] = []
    threads = threading.active_count()

    def cancel() -> None:
        seen.append(dialog.work.text)
        seen.append(str(dialog.form.isEnabled()))
        assert dialog.work.stop.hasFocus()
        qtbot.keyClick(dialog.work.stop, KEYS.Key_Space)

    when(dialog, lambda: dialog.work.text.endswith("%"), cancel)
    dialog.save_to(path)
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    assert seen[0].startswith("Writing… ")
    assert seen[0].endswith("%")
    assert seen[1] == "False"
    assert dialog.sentence.text() == "Cancelled; nothing was written."
    assert dialog.work.text == ""
    assert dialog.form.isEnabled()
    assert dialog.isVisible()
    assert path.read_bytes() == b"there before"
    assert os.listdir(tmp_path) == ["out.pdf"]
    qtbot.waitUntil(lambda: threading.active_count() <= threads)  # the work has ended as well


@pytest.mark.parametrize("made", [_Slow, _Painted])
def test_what_took_long_is_written_in_the_end(
    opened: Open, qtbot: QtBot, put: Put, tmp_path: Path, made: type[_Slow]
) -> None:
    slow = put(made())
    slow.going = False
    dialog = opened(ExportChoice("pdf"))
    slow.going = True
    dialog.work.busy_changed.connect(lambda busy: setattr(slow, "going", False))
    dialog.save_to(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: dialog.written is not None)
    assert (tmp_path / "out.pdf").read_bytes() == b"whole"
    assert not dialog.isVisible()


def test_esc_cancels_the_work_and_only_then_closes(
    opened: Open, qtbot: QtBot, put: Put, tmp_path: Path
) -> None:
    slow = put(_Slow())
    slow.going = False
    dialog = opened(ExportChoice("pdf"))
    slow.going = True
    dialog.save_to(tmp_path / "out.pdf")
    qtbot.waitUntil(lambda: slow.steps > 3)
    qtbot.keyClick(dialog, KEYS.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.work.is_busy
    qtbot.keyClick(dialog, KEYS.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.written is None
    assert os.listdir(tmp_path) == []


def test_what_is_quick_is_not_told(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "_LONG", PATIENCE)  # however slow the machine is
    dialog = opened(ExportChoice("md"))
    told: list[bool] = []
    dialog.work.busy_changed.connect(told.append)
    _save(dialog, tmp_path / "out.md", qtbot)
    assert running_timers(dialog.work) == []
    assert told == []


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
    _choose(dialog.form.format, "txt")  # nothing is lost: another choice and another folder
    assert not dialog.sentence.isVisible()
    _save(dialog, tmp_path / "out.txt", qtbot)


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
    assert "促请" in _save(dialog, path, qtbot)


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
    _choose(dialog.form.script, script)
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
    _save(dialog, folder / "out.md", qtbot)
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


# What is chosen while something is written


def _choose_meanwhile(dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, *keys: str) -> None:
    """Chooses formats one after the other, and no notes, just before the result is used."""
    put = ExportDialog._render

    def render(self: ExportDialog, *arguments: Any) -> None:
        put(self, *arguments)
        for other in keys:
            _choose(self.form.format, other)
        _choose(self.form.notes, Notes.NONE)

    monkeypatch.setattr(ExportDialog, "_render", render)


def test_what_is_copied_is_what_was_chosen_when_it_began(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(ExportChoice("md"))
    _choose_meanwhile(dialog, monkeypatch, "html")
    dialog.copy_all()
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    data = QApplication.clipboard().mimeData()
    assert not data.hasHtml()
    assert data.text().startswith("# A/RES/75/58")
    assert dialog.choice == ExportChoice("md", languages="zh,en", citation="un")


def test_what_is_remembered_is_what_was_written(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(ExportChoice("md"))
    _choose_meanwhile(dialog, monkeypatch, "html")
    assert _save(dialog, tmp_path / "out.md", qtbot).startswith("# A/RES/75/58")
    assert dialog.choice == ExportChoice(
        "md", languages="zh,en", citation="un", folder=str(tmp_path)
    )


def test_after_work_that_was_cancelled_what_cannot_be_written_still_cannot(
    opened: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(ExportChoice("md"))
    _type(dialog, "OP1", qtbot)
    dialog.copy_all()
    _type(dialog, "OP99", qtbot)
    dialog.work.busy_changed.emit(True)
    dialog.work.cancel()
    dialog.work.busy_changed.emit(False)
    assert not dialog.save.isEnabled()
    assert dialog.save.toolTip().startswith("There is no OP99")


# The clipboard


def test_text_is_copied_as_text(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(ExportChoice("md"))
    _type(dialog, "PP6", qtbot)
    dialog.copy_all()
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    copied = QApplication.clipboard().text()
    assert dialog.sentence.text() == "Copied to the clipboard."
    assert dialog.isVisible()
    assert copied == _save(dialog, tmp_path / "out.md", qtbot)


def test_html_is_copied_as_rich_text_with_plain_text(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(ExportChoice("html", arrangement="columns"))
    _type(dialog, "PP6", qtbot)
    dialog.copy_all()
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    data = QApplication.clipboard().mimeData()
    assert 'lang="zh-Hans" dir="ltr">' in data.html()
    assert "transcription, not the official record" in data.text()
    assert "<" not in data.text()
    assert "欢迎" in data.text()


def test_the_citation_is_copied_alone(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(ExportChoice("md"))
    _type(dialog, "OP1-3,PP5", qtbot)
    qtbot.keyClick(dialog.cite, KEYS.Key_Space)
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    citation = (
        "General Assembly resolution 75/58 of 7 December 2020 (A/RES/75/58, "
        "preambular para. 5, paras. 1–3) [source not stated]"
    )
    assert QApplication.clipboard().text() == citation
    assert dialog.sentence.text() == f"Copied: {citation}"
    _choose(dialog.form.citation, "bibtex")
    dialog.copy_citation()
    qtbot.waitUntil(lambda: not dialog.work.is_busy)
    copied = QApplication.clipboard().text()
    assert copied.count("\n") > 3
    assert (
        dialog.sentence.text() == f"Copied: {copied.splitlines()[0]} …"
    )  # no more than a line of it


# What is remembered


def test_the_next_export_begins_with_the_last_choice(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened()
    _choose(dialog.form.notes, "end")
    _choose(dialog.form.format, "html")
    _choose(dialog.form.languages, "en,zh")
    _choose(dialog.form.arrangement, "interleaved")
    _choose(dialog.form.script, "s2t")
    _save(dialog, tmp_path / "out.html", qtbot)
    assert dialog.choice == ExportChoice(
        format="html",
        languages="en,zh",
        arrangement="interleaved",
        notes="end",
        citation="un",
        folder=str(tmp_path),
    )
    again = opened(dialog.choice).form.request()
    assert again.options == dialog.form.request().options
    assert again.script == ""  # the window shows the published text


def test_a_range_that_was_written_is_there_to_be_chosen_again(
    opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(ExportChoice("md"))
    _type(dialog, "OP1-3", qtbot)
    _save(dialog, tmp_path / "out.md", qtbot)
    again = opened(dialog.choice)
    assert again.form.scope is Scope.EVERYTHING
    again.form.scopes[Scope.RANGE].click()
    assert _labels(again) == [("op1",), ("op2",), ("op3",)]


def test_what_was_only_looked_at_is_not_remembered(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(ExportChoice("md"))
    _choose(dialog.form.format, "html")
    qtbot.keyClick(dialog, KEYS.Key_Escape)
    assert dialog.choice == ExportChoice("md")


def test_what_no_longer_fits_falls_back(opened: Open) -> None:
    dialog = opened(
        ExportChoice(
            format="wp5",
            languages="fr,en",
            arrangement="diagonal",
            notes="margin",
            citation="apa",
            folder="/no/such/folder",
        )
    )
    assert dialog.form.key == next(iter(FORMATS))
    options = dialog.form.request().options
    assert options.languages == ("zh", "en")
    assert options.notes is Notes.FOOT
    assert options.citation is CitationStyle.UN
    assert options.arrangement in (*FORMATS[dialog.form.key].arrangements, None)
    assert dialog.save.isEnabled()


def test_the_choice_is_in_the_settings_file(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.ini"
    choice = ExportChoice(
        format="html",
        languages="en,zh",
        arrangement="interleaved",
        notes="end",
        citation="un",
        folder=str(tmp_path / "决议, 2"),
    )
    session = Session(Settings(file), KeptPlaces(tmp_path / "places.json"))
    window = MainWindow("light", session=session)
    qtbot.addWidget(window)
    window.document.open(BUNDLED, BUNDLED_TRANSLATION)
    window.finish_start()

    def exec_(dialog: ExportDialog) -> int:
        dialog.choice = choice
        return 0

    monkeypatch.setattr(ExportDialog, "exec", exec_)
    window.feature(Exporting).ask()
    window.close()
    assert Settings(file).read().export == choice
    assert Preferences().export == ExportChoice()


# From the window


def test_the_window_opens_it_with_nothing_ticked_and_says_where_the_file_is(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.workspace.actions["export"].isEnabled()
    assert window.workspace.actions["export"].iconText() == "Export…"
    file = tmp_path / "out.md"
    monkeypatch.setattr(ExportDialog, "ask_path", lambda self, suggestion, kind: str(file))

    def save() -> None:
        dialog = QApplication.activeModalWidget()
        if not (isinstance(dialog, ExportDialog) and dialog.isActiveWindow()):
            QTimer.singleShot(50, save)
            return
        _choose(dialog.form.format, "md")
        qtbot.keyClick(dialog.form.format, KEYS.Key_Return)

    QTimer.singleShot(50, save)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.view, KEYS.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert file.exists()
    assert window.tool_row.message.text() == f"Written to {file}"
    assert window.workspace.session.preferences.export.format == "md"


# By the keyboard, and as it looks


@pytest.fixture(params=["en", "zh_Hans", "zh_Hant"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The language of the interface."""
    if request.param == "en":
        yield "en"
        return
    translator = Translator(texts(request.param))
    qapp.installTranslator(translator)
    yield request.param
    qapp.removeTranslator(translator)


def test_every_field_has_a_letter_of_its_own(spoken: str, opened: Open) -> None:
    dialog = opened()
    words = [label.text() for label in dialog.findChildren(QLabel)]
    words += [button.text() for button in dialog.findChildren(QAbstractButton)]
    words = [text for text in words if "&" in text]
    letters = Counter(text[text.index("&") + 1].upper() for text in words)
    assert len(letters) >= 15
    assert [letter for letter, count in letters.items() if count > 1] == []
    for box in dialog.findChildren(QComboBox):
        labels = [label for label in dialog.findChildren(QLabel) if label.buddy() is box]
        assert labels or box is dialog.form.part


def test_tab_leads_from_above_to_below(window: MainWindow, opened: Open, qtbot: QtBot) -> None:
    window.feature(Ticking).tick_all(True)
    dialog = opened(ExportChoice("html"))
    dialog.form.scopes[Scope.TICKED].setFocus()
    order = []
    for _ in range(12):
        order.append(dialog.focusWidget())
        qtbot.keyClick(order[-1], KEYS.Key_Tab)
    assert order == [
        dialog.form.scopes[Scope.TICKED],
        dialog.form.part,
        dialog.form.typed,
        dialog.form.format,
        dialog.form.languages,
        dialog.form.arrangement,
        dialog.form.script,
        dialog.form.notes,
        dialog.form.citation,
        dialog.preview.pages[1],
        dialog.copy,
        dialog.cite,
    ]


def test_the_letter_of_the_preview_leads_to_what_is_shown(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(ExportChoice("md"))
    qtbot.keyClick(dialog, KEYS.Key_W, Qt.KeyboardModifier.AltModifier)
    assert dialog.preview.pages[0].hasFocus()


def test_esc_closes(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    qtbot.keyClick(dialog.form.typed, KEYS.Key_Escape)
    assert not dialog.isVisible()


def _cut_off(dialog: ExportDialog) -> list[str]:
    """What does not fit its widget, or the dialog."""
    out = []
    for widget in dialog.findChildren(QWidget):
        words = cut._words(widget)
        if not words or not widget.isVisible():
            continue
        if cut._is_elided(widget, words):
            out.append(f"{type(widget).__name__} {words!r}: {widget.width()} wide")
        # What is scrolled to is seen when it is come to.
        if not dialog.form.isAncestorOf(widget):
            corner = widget.mapTo(dialog, widget.rect().bottomRight())
            if not dialog.rect().contains(corner):
                out.append(f"{type(widget).__name__} {words!r}: outside")
        elif widget.geometry().right() > dialog.form.viewport().width():
            out.append(f"{type(widget).__name__} {words!r}: beyond the column")
    return out


@pytest.mark.slow
@pytest.mark.parametrize("points", [9, 12, 16])
@pytest.mark.parametrize("size", [(960, 640), (800, 560)])
def test_nothing_is_cut_off(
    spoken: str,
    opened: Open,
    qtbot: QtBot,
    qapp: QApplication,
    points: int,
    size: tuple[int, int],
) -> None:
    before = qapp.font()
    qapp.setFont(QFont(before.family(), points))
    try:
        dialog = opened(ExportChoice("html", arrangement="sequence"))
        dialog.resize(*size)
        _choose(dialog.form.script, "s2twp")
        _type(dialog, "OP9", qtbot)
        dialog.show_sentence("The file cannot be written (No space left on device).", is_error=True)
        settle()
        assert dialog.width() <= max(size[0], 900)  # letters so large need some more
        assert dialog.height() == size[1]
        assert _cut_off(dialog) == []
    finally:
        qapp.setFont(before)


def test_a_field_that_is_called_by_its_letter_is_seen(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    dialog.resize(dialog.width(), 200)
    for key, field in ((KEYS.Key_C, dialog.form.citation), (KEYS.Key_L, dialog.form.languages)):
        qtbot.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
        assert field.hasFocus()
        assert not field.visibleRegion().isEmpty()


def test_it_fits_a_small_screen(opened: Open) -> None:
    dialog = opened()
    smallest = dialog.minimumSizeHint()
    assert smallest.width() <= 800
    assert smallest.height() <= 560
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()


def test_what_has_the_keyboard_has_a_ring(opened: Open, qtbot: QtBot) -> None:
    dialog = opened()
    qtbot.keyClick(dialog.focusWidget(), KEYS.Key_Tab)
    ring = dialog.findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()

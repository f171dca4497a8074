"""How the text is set: its size, its fonts, its alignment and its direction."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextDocument
from pytestqt.qtbot import QtBot

from desktop_app.common.typography import PLAIN, Typography
from desktop_app.grammar.scripts import families, script_of
from desktop_app.resolution.model import Style
from desktop_app.ui.appearance.look_menus import LookMenus
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.page.look import Layout
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow
from tests.support.paths import FIXTURES
from tests.support.waiting import settle
from tests.ui.conftest import cell, node_of

Model = Callable[[], BitextModel]


def _document(window: MainWindow, id: str, column: int) -> QTextDocument:
    cell(window, id, column)
    model = window.view.bitext_model()
    found = window.view.cells.document(node_of(model, id), column)
    assert found is not None
    return found


# Zoom


@pytest.mark.parametrize("width", [1120, 800, 600])
@pytest.mark.parametrize("zoom", [100, 150, 200, 300])
def test_no_label_is_cut_off_at_any_zoom(
    width: int, zoom: int, window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    window.resize(width, 700)
    window.feature(Viewing).zoom(zoom)
    settle()
    view, delegate = window.view, window.view.row_delegate
    for node in model().nodes()[1:]:
        rect = view.visualRect(model().index_of(node))
        left = rect.left() - view.columnViewportPosition(0)
        assert left + delegate.geometry.label_width(node) <= view.columnWidth(0), node.name
        for column in (1, 2):
            document = delegate.geometry.document(node, column)
            if document is not None:
                # no word is wider than its line, and no line is wider than its cell
                place = delegate.geometry.text_corner(
                    node, column, view.visualRect(model().index_of(node, column))
                )
                right = place.x() + document.idealWidth()
                assert right <= view.columnViewportPosition(column) + view.columnWidth(column)


def _box(window: MainWindow) -> int:
    """The width of a tick box."""
    node = node_of(window.view.bitext_model(), "op1")
    return window.view.row_delegate.geometry.tick_rect(cell(window, "op1", 0), node).width()


def test_labels_and_boxes_grow_with_the_text_where_there_is_room(
    window: MainWindow, model: Model
) -> None:
    delegate = window.view.row_delegate
    box = _box(window)
    width = delegate.geometry.label_width(node_of(model(), "op1"))
    left = delegate.geometry.left(1, 2)
    window.feature(Viewing).zoom(170)
    assert delegate.geometry.tick_rect(
        cell(window, "op1", 0), node_of(model(), "op1")
    ).width() == pytest.approx(1.7 * box, abs=1)
    assert delegate.geometry.label_width(node_of(model(), "op1")) > 1.4 * width
    assert delegate.geometry.left(1, 2) == pytest.approx(1.7 * left, abs=1)
    window.feature(Viewing).zoom(100)
    assert _box(window) == box


# Fonts and alignment


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("zh-Hans", "Hans"), ("zh", "Hans"), ("zh-Hant-TW", "Hant"), ("en", "Latn"),
        ("fr", "Latn"), ("ru", "Cyrl"), ("ar", "Arab"),
    ],
)  # fmt: skip
def test_the_script_of_a_language(tag: str, script: str) -> None:
    assert script_of(tag) == script


def test_the_chosen_font_of_a_script_comes_first_and_of_no_other() -> None:
    chosen = Typography((("Hant", "LXGW WenKai TC"),))
    assert families("zh-Hant-HK", chosen)[0] == "LXGW WenKai TC"
    assert families("zh-Hans", chosen) == families("zh-Hans", PLAIN)


def test_a_text_is_set_in_the_font_that_was_chosen(window: MainWindow) -> None:
    before = _document(window, "op1", 2).defaultFont().family()
    window.feature(LookMenus).set_typography(Typography((("Latn", "DejaVu Sans Mono"),)))
    assert _document(window, "op1", 2).defaultFont().family() == "DejaVu Sans Mono"
    window.feature(LookMenus).set_typography(Typography((("Latn", "Taken Off This Machine"),)))
    assert _document(window, "op1", 2).defaultFont().family() == before


def test_justified_lines_are_flush_but_for_headings_and_narrow_columns(
    window: MainWindow, qtbot: QtBot
) -> None:
    justify = Qt.AlignmentFlag.AlignJustify
    window.feature(LookMenus).justified.trigger()
    assert window.feature(LookMenus).justified.isChecked()
    assert _document(window, "op1", 2).begin().blockFormat().alignment() == justify
    assert _document(window, "masthead", 2).begin().blockFormat().alignment() != justify
    window.resize(420, 700)
    settle()
    assert _document(window, "op1", 2).begin().blockFormat().alignment() != justify


# From right to left


@pytest.fixture
def arabic(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.document.open(
        FIXTURES / "security_council_1540.en.md", FIXTURES / "security_council_1540.ar.md"
    )
    window.resize(1500, 700)
    settle()
    return window


def test_arabic_runs_from_right_to_left_from_the_right_edge_of_its_column(
    arabic: MainWindow, model: Model
) -> None:
    view, delegate = arabic.view, arabic.view.row_delegate
    document = _document(arabic, "pp1", 2)
    form = document.begin().blockFormat()
    assert form.layoutDirection() is Qt.LayoutDirection.RightToLeft
    node = node_of(model(), "pp1")
    place = delegate.geometry.text_corner(node, 2, cell(arabic, "pp1", 2))
    edge = view.columnViewportPosition(2) + view.columnWidth(2)
    assert edge - (place.x() + document.textWidth()) == delegate.geometry.left(0, 2)
    line = document.begin().layout().lineAt(0)
    assert line.naturalTextRect().right() == pytest.approx(document.textWidth(), abs=1)
    # and a sub-paragraph is indented from there
    deep = delegate.geometry.text_corner(node_of(model(), "op2.a"), 2, cell(arabic, "op2.a", 2))
    width = _document(arabic, "op2.a", 2).textWidth()
    assert place.x() + document.textWidth() - (deep.x() + width) == 28


def test_a_change_of_script_does_not_move_the_english(arabic: MainWindow, model: Model) -> None:
    assert arabic.view.row_delegate is not None
    node = node_of(model(), "pp1")
    rect = cell(arabic, "pp1", 1)
    assert arabic.view.cells.text_corner(node, 1, rect).x() == rect.left() + 16


@pytest.mark.parametrize("name", ["security_council_1540.en.md", "security_council_1540.ar.md"])
def test_the_heads_of_interleaved_texts_are_side_by_side(
    window: MainWindow, model: Model, qtbot: QtBot, name: str
) -> None:
    other = name.replace(".en", ".xx").replace(".ar", ".en").replace(".xx", ".ar")
    window.document.open(FIXTURES / name, FIXTURES / other)
    window.view.show_layout(Layout.INTERLEAVED)
    window.resize(560, 700)
    settle()
    delegate = window.view.row_delegate
    languages = [side.language for side in model().sides()]
    english, arabic = (languages.index(language) for language in ("en", "ar"))
    names = [places[0] for places in window.trust._rects if places]
    words = [places[1] for places in window.trust._rects if places]
    assert words[english].right() < words[arabic].left()
    assert names[english].left() == delegate.geometry.text_span(english + 1)[0]
    assert names[arabic].right() + 1 == sum(delegate.geometry.text_span(arabic + 1))


@pytest.mark.parametrize("layout", [Layout.BOTH, Layout.INTERLEAVED])
def test_a_gap_in_arabic_is_labelled_at_the_right_where_lines_begin(
    arabic: MainWindow, tmp_path: Path, qtbot: QtBot, layout: Layout
) -> None:
    file = tmp_path / "cut.ar.md"
    whole = (FIXTURES / "security_council_1540.ar.md").read_text(encoding="utf-8")
    third = next(text for text in whole.split("\n\n") if text.startswith("3 -"))
    file.write_text(whole.replace(third, ""), encoding="utf-8")
    arabic.document.open(FIXTURES / "security_council_1540.en.md", file)
    arabic.view.show_layout(layout)
    settle()
    delegate, model = arabic.view.row_delegate, arabic.view.bitext_model()
    node = next(node for node in model.nodes() if node.row and node.texts[0] and not node.texts[1])
    index = model.index_of(node, layout.host(2))
    arabic.view.scrollTo(index)
    arabic.view.settle()
    arabic.view.scrollTo(index)
    picture = arabic.view.viewport().grab().toImage()
    place = delegate.geometry.text_corner(node, 2, arabic.view.visualRect(index))
    start, width = delegate.geometry.text_span(2)
    rows = range(
        round(place.y()) + 4, round(place.y()) + delegate.geometry.typesetter.line_height - 4
    )
    paper = picture.pixelColor(start + 2, rows[0])
    inked = [
        x
        for x in range(start, start + width)
        if any(picture.pixelColor(x, y) != paper for y in rows)
    ]
    assert start + width - 6 <= max(inked) < start + width
    assert min(inked) > start + width // 2


def test_arabic_is_emphasised_by_weight_as_it_has_no_italics(
    arabic: MainWindow, model: Model
) -> None:
    document = _document(arabic, "pp1", 2)
    runs = model().texts(node_of(model(), "pp1"), 1)[0].runs
    assert runs[0].style is Style.EMPHASIS
    form = document.begin().begin().fragment().charFormat()
    assert not form.fontItalic()
    assert form.fontWeight() > 500


def test_the_gutter_has_room_for_the_label_in_it(window: MainWindow, model: Model) -> None:
    delegate = window.view.row_delegate
    for zoom in (100, 200):
        window.feature(Viewing).zoom(zoom)
        words = QFontMetricsF(delegate.geometry.small_font()).horizontalAdvance("PP7")
        assert words <= delegate.geometry.left(0, 2)

"""The counterpart of the words under the pointer lights up, and these words themselves."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.resolution.model import words
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.page.building import tree
from desktop_app.ui.page.cells.highlights import HighlightKind
from desktop_app.ui.page.look import Layout
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.rows.correcting import Correcting, Correction
from desktop_app.ui.rows.counterparts import Counterparts
from desktop_app.ui.rows.linked_words import LinkedWords, beside
from desktop_app.ui.selection.rules import Point, Selection
from desktop_app.ui.selection.selecting import Selecting
from desktop_app.ui.settings.session import Session
from desktop_app.ui.settings.settings import Settings
from desktop_app.ui.window.main_window import MainWindow
from tests.support.texts import bundled_pair
from tests.tools.bench.made_up import bitext as made_up
from tests.ui.cards.conftest import AWAY, note_mark, point_at
from tests.ui.conftest import node_of
from tests.ui.selection.conftest import place

Model = Callable[[], BitextModel]


def lit(window: MainWindow) -> list[str]:
    """The words that are lit up, as they are shown."""
    model = window.view.bitext_model()
    out = []
    for span in window.view.row_delegate.highlights.of(HighlightKind.LINK):
        paragraph = model.texts(model.nodes()[span.node], span.side)[span.paragraph]
        start, end = paragraph.positions.shown_range(span.start, span.end)
        out.append(words(paragraph.runs)[start:end])
    return out


def point(window: MainWindow, qtbot: QtBot, id: str, column: int, words_: str) -> None:
    """Moves the pointer onto the first of some words of a clause, from elsewhere: a pointer that is
    there already does not move."""
    qtbot.mouseMove(window.view.viewport(), AWAY)
    there = place(window, id, column, words_) + QPoint(3, 0)
    qtbot.mouseMove(window.view.viewport(), there)


@pytest.mark.parametrize(
    ("id", "column", "words_", "both"),
    [
        ("pp1", 1, "2019", ["2019 年 12 月 12 日", "12 December 2019"]),
        ("pp1", 2, "74/43", ["74/43", "74/43"]),
        ("pp3", 1, "恐怖分子", ["恐怖分子", "terrorists"]),
        ("pp12", 2, "sixty-second", ["六十二", "sixty-second"]),
        ("fn1", 1, "条约", ["条约汇编", "Treaty Series"]),
        ("pp6", 2, "8 May 2016", ["2016 年 5 月 8 日", "8 May 2016"]),
    ],
)
def test_pointing_at_words_lights_up_both_sides(
    window: MainWindow, qtbot: QtBot, id: str, column: int, words_: str, both: list[str]
) -> None:
    point(window, qtbot, id, column, words_)
    assert lit(window) == both


def test_pointing_elsewhere_puts_them_out(window: MainWindow, qtbot: QtBot) -> None:
    point(window, qtbot, "pp3", 1, "恐怖分子")
    assert lit(window)
    point(window, qtbot, "pp3", 1, "，")
    assert lit(window) == []
    point(window, qtbot, "pp3", 1, "恐怖分子")
    qtbot.mouseMove(window.view.viewport(), AWAY)
    assert lit(window) == []
    point(window, qtbot, "pp3", 1, "恐怖分子")
    qtbot.mouseClick(window.view.viewport(), Qt.MouseButton.LeftButton, pos=AWAY)
    assert lit(window) == []


def test_a_footnote_mark_has_a_ring_and_so_has_its_counterpart(
    window: MainWindow, qtbot: QtBot
) -> None:
    feature = window.feature(Counterparts)
    mark = note_mark(window, "pp6", 0)
    before = window.view.viewport().grab().toImage()
    qtbot.mouseMove(window.view.viewport(), point_at(window, mark))
    assert [link.note for link in feature.lit_marks] == ["fn1", "fn1"]
    assert [link.span.side for link in feature.lit_marks] == [0, 1]
    assert window.view.viewport().grab().toImage() != before
    feature.leave()
    assert feature.lit_marks == ()


def test_lit_words_are_lit_in_the_script_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.document.set_script("s2t")
    point(window, qtbot, "pp3", 2, "terrorists")
    assert lit(window) == ["恐怖分子", "terrorists"]
    point(window, qtbot, "pp1", 2, "resolution")
    assert lit(window) == ["決議", "resolution"]


def test_both_are_painted_in_their_colour(window: MainWindow, qtbot: QtBot) -> None:
    for name in ("light", "dark", "sepia"):
        window.theme.choose(name)
        point(window, qtbot, "pp3", 1, "恐怖分子")
        assert _pixels(window, window.theme.colors.link.rgb()) > 100
        window.feature(Counterparts).leave()
        assert _pixels(window, window.theme.colors.link.rgb()) == 0


def _pixels(window: MainWindow, color: int) -> int:
    image = window.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return sum(
        image.pixel(x, y) == color for x in range(image.width()) for y in range(image.height())
    )


def test_words_are_lit_one_below_the_other_too(window: MainWindow, qtbot: QtBot) -> None:
    window.feature(Viewing).layouts[Layout.INTERLEAVED].trigger()
    point(window, qtbot, "pp3", 2, "terrorists")
    assert lit(window) == ["恐怖分子", "terrorists"]


def test_nothing_is_lit_where_one_text_is_shown_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.feature(Viewing).layouts[Layout.FIRST].trigger()
    point(window, qtbot, "pp3", 1, "恐怖分子")
    assert lit(window) == []
    window.feature(Counterparts).step_link(1)
    assert lit(window) == []


def test_a_text_without_a_translation_has_no_counterparts(window: MainWindow, qtbot: QtBot) -> None:
    window.document.show(bundled_pair()._replace(target=None, rows=()))
    feature = window.feature(Counterparts)
    assert feature.linked_words is None
    feature.step_link(1)
    feature.learn_now()
    assert lit(window) == []


# By keyboard


def test_f4_goes_from_words_to_words_of_the_current_row(
    window: MainWindow, qtbot: QtBot, model: Model
) -> None:
    view = window.view
    view.setCurrentIndex(model().index_of(node_of(model(), "pp1")))
    seen = []
    for _ in range(4):
        window.workspace.actions["next counterpart"].trigger()
        seen.append(lit(window))
    assert seen == [
        ["回顾", "Recalling"],
        ["2019 年 12 月 12 日", "12 December 2019"],
        ["74/43", "74/43"],
        ["决议", "resolution"],
    ]
    window.workspace.actions["previous counterpart"].trigger()
    assert lit(window) == ["74/43", "74/43"]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert lit(window) == []


def test_f4_begins_at_the_selected_word(window: MainWindow, model: Model) -> None:
    node = node_of(model(), "pp3")
    window.view.setCurrentIndex(model().index_of(node))
    start = words(node.texts[0][0].runs).index("危险")
    caret = Point(node.number, 0, start + 2)
    window.feature(Selecting).take(Selection(0, Point(node.number, 0, start), caret))
    window.workspace.actions["next counterpart"].trigger()
    assert lit(window) == ["危险", "risk"]


def test_what_is_lit_is_said_in_the_status(window: MainWindow, qtbot: QtBot, model: Model) -> None:
    window.view.setCurrentIndex(model().index_of(node_of(model(), "pp1")))
    with qtbot.waitSignal(window.workspace.status) as said:
        window.workspace.actions["next counterpart"].trigger()
    assert said.args == ["回顾 = Recalling"]
    window.view.setCurrentIndex(model().index_of(node_of(model(), "operative")))
    with qtbot.waitSignal(window.workspace.status) as said:
        window.workspace.actions["next counterpart"].trigger()
    assert said.args == ["No counterpart is known in this row."]


# The switch


def test_the_switch_in_the_view_menu_is_kept(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "settings.ini"
    session = Session(Settings(file))
    assert session.preferences.counterparts
    session.change(counterparts=False)
    session.write()
    assert not Session(Settings(file)).preferences.counterparts


def test_switched_off_nothing_lights_up(window: MainWindow, qtbot: QtBot) -> None:
    switch = window.workspace.actions["counterparts"]
    assert switch.isChecked()
    point(window, qtbot, "pp3", 1, "恐怖分子")
    switch.trigger()
    assert lit(window) == []
    assert not window.workspace.session.preferences.counterparts
    point(window, qtbot, "pp1", 1, "74/43")
    assert lit(window) == []
    switch.trigger()
    point(window, qtbot, "pp3", 1, "恐怖分子")
    assert lit(window)


# Learning


def test_nothing_is_learned_before_the_pointer_is_on_a_text(
    window: MainWindow, qtbot: QtBot
) -> None:
    feature = window.feature(Counterparts)
    assert not feature.is_learned
    assert feature._words is None
    point(window, qtbot, "pp3", 1, "恐怖分子")
    qtbot.waitUntil(lambda: feature.is_learned)
    assert feature._words is not None


def test_what_was_learned_is_linked_in_corrected_rows(
    window: MainWindow, qtbot: QtBot, model: Model
) -> None:
    feature = window.feature(Counterparts)
    feature.learn_now()
    window.view.setCurrentIndex(model().index_of(node_of(model(), "pp1")))
    window.feature(Correcting).correct(Correction.MERGE)
    assert feature.is_learned
    point(window, qtbot, "pp2", 1, "国际社会")
    assert lit(window) == ["国际社会", "international community"]


def test_another_document_is_learned_from_anew(window: MainWindow, qtbot: QtBot) -> None:
    feature = window.feature(Counterparts)
    feature.learn_now()
    window.document.show(bundled_pair().swapped(), BUNDLED_TRANSLATION, BUNDLED)
    assert not feature.is_learned
    point(window, qtbot, "pp3", 2, "恐怖分子")
    assert lit(window) == ["terrorists", "恐怖分子"]


def test_a_long_document_is_learned_from_in_pieces(window: MainWindow, qtbot: QtBot) -> None:
    window.document.show(made_up(2000, 100))
    feature = window.feature(Counterparts)
    assert feature.linked_words is not None
    feature._go_on(0)
    assert not feature.is_learned
    feature.learn_now()
    assert feature.is_learned


def test_links_of_a_row_are_found_once(model: Model, window: MainWindow) -> None:
    known = LinkedWords(bundled_pair())
    node = node_of(model(), "pp3")
    assert known.of(node) is known.of(node)
    for _ in known.steps():
        pass
    known.look_again()
    assert len(known.of(node)) >= 10


def test_a_row_too_long_to_wait_for_has_no_links(window: MainWindow, qtbot: QtBot) -> None:
    window.document.show(made_up(2, 30_000))
    node = next(node for node in window.view.bitext_model().nodes() if node.name == "1")
    known = window.feature(Counterparts).linked_words
    assert known is not None
    assert known.of(node) == ()


def test_stepping_goes_around() -> None:
    assert beside((), None, 1) is None
    known = LinkedWords(bundled_pair())
    order = known.of(next(node for node in tree(bundled_pair()).walk() if node.name == "PP3"))
    assert beside(order, None, 1) == order[0]
    assert beside(order, None, -1) == order[-1]
    assert beside(order, order[-1], 1) == order[0]

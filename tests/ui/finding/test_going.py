"""Going to a clause by its label, and by the table of contents."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from desktop_app.opening.documents import BUNDLED, BUNDLED_TRANSLATION, open_bitext
from desktop_app.ui.finding.contents import at, contents
from desktop_app.ui.finding.contents_panel import ContentsPanel
from desktop_app.ui.finding.go_bar import GoBar
from desktop_app.ui.finding.labels import UnknownPlaceError, place
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import Node, sided, tree
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import node_of

Model = Callable[[], BitextModel]

_ANNEXES = """# Annex I

## Declaration of principles

1. The first principle;

(a) Its first half;

(b) Its second half.

## Goals and targets

2. A goal.

# Annex II

The only paragraph of it.

"""


@pytest.fixture(scope="module")
def with_annexes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled English text with two annexes of our own."""
    file = tmp_path_factory.mktemp("annexes") / "annexes.en.md"
    head, mark, notes = BUNDLED_TRANSLATION.read_text(encoding="utf-8").partition("[^1]:")
    file.write_text(head + _ANNEXES + mark + notes, encoding="utf-8")
    return file


def _ids(nodes: list[Node], typed: str) -> list[str]:
    return [id for _, id in sided(nodes[place(typed, nodes)])]


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("op5", "op5"), ("OP 5", "op5"), ("5", "op5"), ("pp2", "pp2"), ("PP 2", "pp2"),
        ("fn3", "fn3"), ("FN 3", "fn3"), ("annex1.1", "annex1.1"), ("Annex 1.1(b)", "annex1.1.b"),
        ("annex1.1（a）", "annex1.1.a"), (" op6 ", "op6"),
    ],
)  # fmt: skip
def test_a_label_names_its_row_however_it_is_typed(with_annexes: Path, typed: str, id: str) -> None:
    nodes = list(tree(open_bitext(with_annexes, None)).walk())
    assert _ids(nodes, typed)[0] == id


@pytest.mark.parametrize(
    ("typed", "heading"), [("annex", "annex1"), ("annex 2", "annex2"), ("preamble", "preamble")]
)
def test_a_part_is_gone_to_by_its_name(with_annexes: Path, typed: str, heading: str) -> None:
    nodes = list(tree(open_bitext(with_annexes, None)).walk())
    assert nodes[place(typed, nodes)].texts[0][0].id == heading


def test_a_label_of_both_versions_is_that_of_the_first() -> None:
    nodes = list(tree(open_bitext(BUNDLED, BUNDLED_TRANSLATION)).walk())
    assert nodes[place("pp7", nodes)].texts[0][0].id == "pp7"
    assert _ids(nodes, "pp18") == ["pp17", "pp18"]  # the English text alone has a PP18


@pytest.mark.parametrize("typed", ["op9", "", "x", "op", "第九段", "((("])
def test_an_unknown_label_says_which_there_are(typed: str) -> None:
    nodes = list(tree(open_bitext(BUNDLED, BUNDLED_TRANSLATION)).walk())
    with pytest.raises(UnknownPlaceError, match="it has PP1 to PP18, OP1 to OP6 and FN1 to FN7"):
        place(typed, nodes)


@pytest.fixture
def bar(window: MainWindow) -> GoBar:
    window.workspace.actions["go"].trigger()
    assert window.feature(GoBar) is not None
    return window.feature(GoBar)


def test_enter_goes_to_a_row_in_a_folded_part_and_makes_it_current(
    window: MainWindow, model: Model, bar: GoBar, qtbot: QtBot
) -> None:
    view = window.view
    view.collapseAll()
    qtbot.keyClicks(bar.label, "op5")
    qtbot.keyClick(bar.label, Qt.Key.Key_Return)
    assert bar.isHidden()
    row = node_of(model(), "op5")
    assert model().node(view.currentIndex()) is row
    assert view.isExpanded(model().index_of(node_of(model(), "operative")))
    assert view.viewport().rect().intersects(view.visualRect(model().index_of(row)))
    assert view.hasFocus() or not window.isActiveWindow()


def test_an_unknown_label_keeps_the_bar_open_and_esc_closes_it(
    window: MainWindow, bar: GoBar, qtbot: QtBot
) -> None:
    qtbot.keyClicks(bar.label, "op9")
    qtbot.keyClick(bar.label, Qt.Key.Key_Return)
    assert bar.said.startswith("There is no OP9 in this document")
    qtbot.keyClick(bar.label, Qt.Key.Key_Backspace)
    assert bar.said == ""
    qtbot.keyClick(bar.label, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_the_contents_have_parts_headings_and_counts(with_annexes: Path) -> None:
    root = tree(open_bitext(with_annexes, None))
    listed = contents(root, lambda node: node.name, lambda node, side: node.texts[side])
    assert [(entry.name, entry.rows, entry.depth) for entry in listed] == [
        ("masthead", 9, 0),
        ("preamble", 18, 0),
        ("operative", 6, 0),
        ("Annex I", 4, 0),
        ("Declaration of principles", 0, 1),
        ("Goals and targets", 0, 1),
        ("Annex II", 1, 0),
        ("closing", 2, 0),
        ("footnotes", 7, 0),
    ]
    assert at(listed, listed[2].node + 3) == 2
    assert at(listed, listed[4].node) == 4
    assert at(listed, 0) == -1


@pytest.fixture
def panel(window: MainWindow) -> ContentsPanel:
    assert window.feature(ContentsPanel).isHidden()
    window.feature(ContentsPanel).toggle()
    assert window.feature(ContentsPanel) is not None
    return window.feature(ContentsPanel)


def test_a_click_in_the_contents_brings_the_part_to_the_top(
    window: MainWindow, model: Model, panel: ContentsPanel, qtbot: QtBot
) -> None:
    view = window.view
    qtbot.wait(5)
    item = panel.list.lines()[2]
    place = panel.list.visualItemRect(item).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.top_node() == node_of(model(), "operative").number


def test_enter_in_the_contents_goes_there(
    window: MainWindow, model: Model, panel: ContentsPanel, qtbot: QtBot
) -> None:
    view = window.view
    view.collapseAll()
    while panel.current != len(panel.entries) - 1:
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert model().node(view.currentIndex()) is node_of(model(), "footnotes")


def test_the_contents_follow_the_place(
    window: MainWindow, model: Model, panel: ContentsPanel, qtbot: QtBot
) -> None:
    view = window.view
    view.setFocus()
    view.bring_to_top(node_of(model(), "op2").number)
    qtbot.waitUntil(lambda: panel.entries[panel.current].name == "Operative", timeout=5000)
    view.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: panel.entries[panel.current].name == "Masthead", timeout=5000)


def test_the_contents_show_the_counts_and_keep_their_width(
    window: MainWindow, panel: ContentsPanel, qtbot: QtBot
) -> None:
    qtbot.wait(5)
    metrics = QFontMetrics(panel.list.font())
    assert panel.list.columnWidth(1) >= metrics.horizontalAdvance("17")
    assert panel.beside is not None
    panel.beside.setSizes([300, 800])
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert panel.isHidden()
    window.feature(ContentsPanel).toggle()
    qtbot.wait(5)
    assert panel.width() == pytest.approx(300, abs=5)


def test_the_contents_are_of_the_document_and_in_the_script_that_is_shown(
    window: MainWindow, panel: ContentsPanel, with_annexes: Path
) -> None:
    window.document.open(with_annexes)
    assert "Annex II" in [entry.name for entry in panel.entries]
    window.document.open(BUNDLED, BUNDLED_TRANSLATION)
    assert "Annex II" not in [entry.name for entry in panel.entries]


def test_a_notice_stands_above_the_page_and_its_contents(
    window: MainWindow, panel: ContentsPanel, qtbot: QtBot
) -> None:
    window.workspace.say("Something to be said")
    qtbot.wait(5)
    notice = window.workspace._notice
    assert notice is not None
    assert notice.mapTo(window, QPoint(0, 0)).y() < panel.mapTo(window, QPoint(0, 0)).y()
    assert panel.accessibleName()

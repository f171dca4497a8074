"""The table of contents: what it lists, and going by it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from desktop_app.alignment.align import alone
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.opening.documents import open_bitext
from desktop_app.ui.finding.contents import at, contents
from desktop_app.ui.finding.contents_panel import ContentsPanel
from desktop_app.ui.page.building import tree
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow
from tests.support.paths import FIXTURES
from tests.support.texts import EN_PREAMBLE, read
from tests.support.waiting import settle
from tests.ui.conftest import node_of

Model = Callable[[], BitextModel]


def test_the_contents_have_parts_headings_and_counts(with_annexes: Path) -> None:
    root = tree(open_bitext(with_annexes, None))
    listed = contents(root, lambda node: node.name, lambda node, side: node.texts[side])
    assert [(entry.name, entry.rows, entry.depth) for entry in listed] == [
        ("masthead", 9, 0),
        ("preamble", 18, 0),
        ("operative", 6, 0),
        ("Annex I", 2, 0),
        ("Declaration of principles", 1, 1),
        ("Goals and targets", 1, 1),
        ("Annex II", 1, 0),
        ("closing", 2, 0),
        ("footnotes", 7, 0),
    ]
    assert at(listed, listed[2].node + 3) == 2
    assert at(listed, listed[4].node) == 4
    assert at(listed, 0) == -1


def test_the_contents_have_divisions_below_each_other() -> None:
    side = read(
        f"{EN_PREAMBLE}1. Adopts the text below.\n\nAnnex\n\nConvention\n\n"
        "Chapter I\n\nOf light\n\nArticle 1\n\nAll are free.\n\n"
        "Chapter II\n\nOf rest\n\nArticle 2\n\n1. All act.\n"
    )
    root = tree(alone(side))
    listed = contents(root, lambda node: node.name, lambda node, side: node.texts[side])
    assert [(entry.name, entry.depth) for entry in listed if entry.name[:1] in "AC"] == [
        ("Annex Convention", 0),
        ("Chapter I Of light", 1),
        ("Article 1", 2),
        ("Chapter II Of rest", 1),
        ("Article 2", 2),
    ]
    numbers = [entry.node for entry in listed]
    assert numbers == sorted(numbers)


def test_the_contents_have_the_headings_above_sub_paragraphs() -> None:
    root = tree(open_bitext(FIXTURES / "headings_within.en.md", None))
    listed = contents(root, lambda node: node.name, lambda node, side: node.texts[side])
    below = [(entry.name, entry.rows, entry.depth) for entry in listed if entry.depth]
    assert below == [
        ("Asset freeze", 2, 1),
        ("Travel ban", 1, 1),
        ("Restoration", 1, 1),
        ("Training", 2, 1),
    ]
    numbers = [entry.node for entry in listed]
    assert numbers == sorted(numbers)


@pytest.fixture
def panel(window: MainWindow) -> ContentsPanel:
    assert window.feature(ContentsPanel).isHidden()
    window.feature(ContentsPanel).toggle()
    return window.feature(ContentsPanel)


def test_a_click_in_the_contents_brings_the_part_to_the_top(
    window: MainWindow, model: Model, panel: ContentsPanel, qtbot: QtBot
) -> None:
    view = window.view
    settle()
    item = panel.list.items()[2]
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
    qtbot.waitUntil(lambda: panel.entries[panel.current].name == "Operative")
    view.verticalScrollBar().setValue(0)
    qtbot.waitUntil(lambda: panel.entries[panel.current].name == "Masthead")


def test_the_contents_show_the_counts_and_keep_their_width(
    window: MainWindow, panel: ContentsPanel, qtbot: QtBot
) -> None:
    settle()
    metrics = QFontMetrics(panel.list.font())
    assert panel.list.columnWidth(1) >= metrics.horizontalAdvance("17")
    assert panel.splitter is not None
    panel.splitter.setSizes([300, 800])
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert panel.isHidden()
    window.feature(ContentsPanel).toggle()
    settle()
    assert panel.width() == pytest.approx(300, abs=5)


def test_the_contents_follow_the_document_and_the_script_shown(
    window: MainWindow, panel: ContentsPanel, with_annexes: Path
) -> None:
    window.document.open(with_annexes)
    assert "Annex II" in [entry.name for entry in panel.entries]
    window.document.open(BUNDLED, BUNDLED_TRANSLATION)
    assert "Annex II" not in [entry.name for entry in panel.entries]


def test_a_notice_stands_above_the_page_and_its_contents(
    window: MainWindow, panel: ContentsPanel, qtbot: QtBot
) -> None:
    window.workspace.show_notice("Something to be said")
    settle()
    notice = window.workspace._notice
    assert notice is not None
    assert notice.mapTo(window, QPoint(0, 0)).y() < panel.mapTo(window, QPoint(0, 0)).y()
    assert panel.accessibleName()

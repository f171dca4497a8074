"""Going to a clause by its label."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.opening.documents import open_bitext
from desktop_app.ui.finding.go_bar import GoBar
from desktop_app.ui.finding.typed_labels import UnknownLabelError, row_of_label
from desktop_app.ui.page.building import tree
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import Node, sided
from desktop_app.ui.window.main_window import MainWindow
from tests.support.texts import bundled_pair
from tests.ui.conftest import node_of

Model = Callable[[], BitextModel]


def _ids(nodes: list[Node], typed: str) -> list[str]:
    return [id for _, id in sided(nodes[row_of_label(typed, nodes)])]


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("op5", "op5"), ("OP 5", "op5"), ("5", "op5"), ("pp2", "pp2"), ("PP 2", "pp2"),
        ("fn3", "fn3"), ("FN 3", "fn3"), ("annex1.1", "annex1.1"), ("Annex 1.1(b)", "annex1.1.b"),
        ("annex1.1（a）", "annex1.1.a"), (" op6 ", "op6"),
    ],
)  # fmt: skip
def test_a_label_finds_its_row_in_every_spelling(with_annexes: Path, typed: str, id: str) -> None:
    nodes = list(tree(open_bitext(with_annexes, None)).walk())
    assert _ids(nodes, typed)[0] == id


@pytest.mark.parametrize(
    ("typed", "heading"), [("annex", "annex1"), ("annex 2", "annex2"), ("preamble", "preamble")]
)
def test_a_part_is_gone_to_by_its_name(with_annexes: Path, typed: str, heading: str) -> None:
    nodes = list(tree(open_bitext(with_annexes, None)).walk())
    assert nodes[row_of_label(typed, nodes)].texts[0][0].id == heading


def test_a_division_of_an_annex_is_gone_to_and_not_listed(with_annexes: Path) -> None:
    nodes = list(tree(open_bitext(with_annexes, None)).walk())
    assert nodes[row_of_label("Annex1.Section2", nodes)].texts[0][0].id == "annex1.section2"
    with pytest.raises(UnknownLabelError, match=r"ANNEX1\.1 to ANNEX1\.2, ANNEX2\.P1"):
        row_of_label("annex9", nodes)


def test_a_label_in_both_versions_means_the_row_of_the_first() -> None:
    nodes = list(tree(bundled_pair()).walk())
    assert nodes[row_of_label("pp7", nodes)].texts[0][0].id == "pp7"
    assert _ids(nodes, "pp18") == ["pp17", "pp18"]  # the English text alone has a PP18


@pytest.mark.parametrize("typed", ["op9", "", "x", "op", "第九段", "((("])
def test_an_unknown_label_lists_the_labels_that_exist(typed: str) -> None:
    nodes = list(tree(bundled_pair()).walk())
    with pytest.raises(UnknownLabelError, match="it has PP1 to PP18, OP1 to OP6 and FN1 to FN7"):
        row_of_label(typed, nodes)


@pytest.fixture
def bar(window: MainWindow) -> GoBar:
    window.workspace.actions["go"].trigger()
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
    assert bar.message.startswith("There is no OP9 in this document")
    qtbot.keyClick(bar.label, Qt.Key.Key_Backspace)
    assert bar.message == ""
    qtbot.keyClick(bar.label, Qt.Key.Key_Escape)
    assert bar.isHidden()

"""What screen readers are told of rows."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from desktop_app.resolution.bitext import Row
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import Node, NodeKind, Remark
from desktop_app.ui.rows.auditing import Auditing
from desktop_app.ui.window.main_window import MainWindow
from tests.tools.bench import made_up
from tests.ui.conftest import node_of

Model = Callable[[], BitextModel]
NAME = QAccessible.Text.Name
DESCRIPTION = QAccessible.Text.Description


def _rows(window: MainWindow) -> Iterator[tuple[Node, list[QAccessibleInterface]]]:
    """The rows that are not folded, as a screen reader is given them."""
    view, model = window.view, window.view.bitext_model()
    tree = QAccessible.queryAccessibleInterface(view)
    assert tree is not None
    columns = model.columns
    index = model.index_of(model.root.children[0])
    place = columns  # after the heads of the columns
    while index.isValid():
        yield model.node(index), [tree.child(place + column) for column in range(columns)]
        place += columns
        index = view.indexBelow(index)


def _shown(model: BitextModel, node: Node, side: int) -> list[str]:
    """The words of a cell, run by run."""
    return [run.text for paragraph in model.texts(node, side) for run in paragraph.runs]


def test_screen_readers_get_the_heads_of_the_columns(window: MainWindow) -> None:
    tree = QAccessible.queryAccessibleInterface(window.view)
    assert tree is not None
    heads = [tree.child(column) for column in range(3)]
    assert [head.text(NAME) for head in heads] == [
        "Clause",
        "Chinese (Simplified)",
        "English",
    ]


def test_screen_readers_get_each_row_with_its_label_and_both_texts(
    window: MainWindow, model: Model
) -> None:
    window.view.expandAll()
    rows = list(_rows(window))
    assert [node for node, _ in rows] == model().nodes()[1:]
    for node, cells in rows:
        assert len(cells) == 3
        assert model().label(node) in cells[0].text(NAME)
        for side in (0, 1):
            told = cells[side + 1].text(NAME)
            for words in _shown(model(), node, side):
                assert words in told


def test_screen_readers_get_labels_that_differ_from_the_row(
    window: MainWindow, model: Model
) -> None:
    for node, cells in _rows(window):
        for side, text in enumerate(node.texts):
            for paragraph in text:
                assert paragraph.label in cells[side + 1].text(NAME)
    assert any(p.label for node in model().nodes() for text in node.texts for p in text)


def test_screen_readers_get_a_row_in_the_script_shown(
    window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    window.document.set_script("s2t")
    first = node_of(model(), "op1")

    def translated() -> str:
        return next(cells[1].text(NAME) for node, cells in _rows(window) if node is first)

    qtbot.waitUntil(lambda: "促請" in translated())


def test_screen_readers_learn_that_a_row_has_no_counterpart(
    window: MainWindow, model: Model
) -> None:
    window.view.expandAll()
    gaps = 0
    for node, cells in _rows(window):
        for side in (0, 1):
            if node.kind is not NodeKind.SECTION and not node.texts[side]:
                assert cells[side + 1].text(NAME) == "No counterpart"
                gaps += 1
    assert gaps


def test_in_a_long_document_only_gaps_are_announced_as_gaps(
    window: MainWindow, model: Model
) -> None:
    window.document.show(made_up.bitext(600, 20))
    told = [
        model().index_of(node, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for node in model().nodes()[1:]
        for column in (1, 2)
    ]
    assert told
    assert "No counterpart" not in told


def test_screen_readers_get_findings_and_unsure_and_corrected_rows(
    window: MainWindow, model: Model, qtbot: QtBot
) -> None:
    bitext = model().bitext
    rows = list(bitext.rows)
    rows[1] = Row(rows[1].source, rows[1].target, 0.2, ("the numbers differ",))
    rows[2] = rows[2]._replace(by_hand=True)
    window.document.show_rows(tuple(rows))
    window.feature(Auditing).audit_now()
    told = dict.fromkeys(Remark, "")
    for node, cells in _rows(window):
        for mark, sentence in model().remarks(node):
            assert sentence.rstrip(".") in cells[0].text(NAME)
            told[mark] = cells[0].text(NAME)
    assert "the numbers differ" in told[Remark.UNSURE]
    assert "Corrected by hand" in told[Remark.BY_HAND]
    assert told[Remark.FINDING]


def test_screen_readers_learn_of_ticks_and_folds(window: MainWindow, model: Model) -> None:
    preamble, first = node_of(model(), "preamble"), node_of(model(), "pp1")
    model().tick([first], True)
    cells = dict(_rows(window))
    assert cells[first][0].state().checkable
    assert cells[first][0].state().checked
    assert cells[preamble][0].text(DESCRIPTION) == "Partly ticked"
    assert cells[preamble][0].state().expanded
    window.view.collapse(model().index_of(preamble))
    cells = dict(_rows(window))
    assert not cells[preamble][0].state().expanded
    assert first not in cells

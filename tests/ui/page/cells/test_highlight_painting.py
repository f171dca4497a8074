"""Clauses of enormous length: laid out whole, and what is marked in sight is painted."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from desktop_app.ui.page.cells.highlight_painting import visible, visible_positions
from desktop_app.ui.page.cells.highlights import HighlightKind
from desktop_app.ui.page.cells.spans import CellSpan
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import node_of

LONG = 20_000


def opened(window: MainWindow, tmp_path_factory: pytest.TempPathFactory, clause: str) -> None:
    path = tmp_path_factory.mktemp("long") / "long.md"
    opening, verb, last = (
        ("大会，", "强调", "*请*秘书长报告。")
        if "国" in clause
        else ("The General Assembly,", "Stresses", "*Requests* the Secretary-General to report.")
    )
    text = f"*{opening}*\n\n1. *{verb}* {clause}\n\n2. {last}\n"
    path.write_text(text, encoding="utf-8")
    window.document.open(path, None)
    window.finish_start()


@pytest.mark.parametrize("clause", ["x" * LONG, "国家" * (LONG // 2), "the and of " * (LONG // 11)])
def test_no_line_is_wider_than_its_cell(
    window: MainWindow, tmp_path_factory: pytest.TempPathFactory, clause: str
) -> None:
    opened(window, tmp_path_factory, clause)
    model, delegate = window.view.bitext_model(), window.view.row_delegate
    node = next(node for node in model.nodes() if node.row is not None and "op1" in node.row.source)
    document = delegate.geometry.document(node, 1)
    assert document is not None
    assert document.toPlainText().endswith(clause.strip())
    block, widest, lines = document.begin(), 0.0, 0
    while block.isValid():
        for number in range(block.layout().lineCount()):
            lines += 1
            widest = max(widest, block.layout().lineAt(number).naturalTextWidth())
        block = block.next()
    assert lines > 100
    assert widest <= document.textWidth()


def test_of_many_highlights_those_on_the_screen_are_found(
    window: MainWindow, tmp_path_factory: pytest.TempPathFactory
) -> None:
    opened(window, tmp_path_factory, "the and of " * (LONG // 11))
    model, delegate = window.view.bitext_model(), window.view.row_delegate
    node = node_of(model, "op1")
    document = delegate.geometry.document(node, 1)
    assert document is not None
    marked = [
        (CellSpan(node.number, 0, 0, start, start + 3), HighlightKind.HIT, False)
        for start in range(9, LONG - 20, 4)
    ]
    top = document.size().height() / 2
    seen = QRectF(0, top, document.textWidth(), 200)
    kept = visible(
        marked,
        lambda hit: delegate.geometry.span_cursor(document, node, hit),
        visible_positions(document, seen),
    )
    assert 0 < len(kept) < len(marked) / 2
    layout = document.documentLayout()
    middle = layout.hitTest(QPointF(50, top + 100), Qt.HitTestAccuracy.FuzzyHit)
    cursors = [delegate.geometry.span_cursor(document, node, hit) for hit, _, _ in kept]
    assert cursors[0].selectionStart() < middle < cursors[-1].selectionEnd()
    assert kept == sorted(kept)

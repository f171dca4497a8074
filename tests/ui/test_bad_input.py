"""Documents that no one wrote by hand: the window shows them, and everything works in them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.opening.documents import open_bitext, open_resolution
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Clause, Footnote, Resolution, Run, Runs, Style
from desktop_app.ui.appearance.viewing import Viewing
from desktop_app.ui.cards.cards import Cards
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.page.building import tree
from desktop_app.ui.page.cells.highlight_painting import FEW
from desktop_app.ui.page.cells.text_positions import line_rects
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import NodeKind
from desktop_app.ui.rows.auditing import Auditing
from desktop_app.ui.selection.ticking import Ticking
from desktop_app.ui.window.main_window import MainWindow
from tests.support.paths import FIXTURES
from tests.tools.bench import made_up

ZH = "回顾其关于防止恐怖分子获取大规模毁灭性武器的第 74/43 号决议，"
EN = "Recalling its resolution 74/43 of 12 December 2019 on measures to prevent terrorists, "
LONG = 100_000
ODD = (
    "a\ud800b\udfff 😀👨\u200d👩\u200d👧 \ue000\uf8ff \x00\x01\x07\x1b[31m \u202eabc\u202c "
    "\u2066x\u2069 שלום عربي 国 \ufffe\uffff \U0010fffd 𠀀 e\u0301\u0301 \u200b\ufeff核 nuclear "
)
FIXTURES = FIXTURES
Notes = tuple[Footnote, ...]


def _bitext(
    source: list[Runs], target: list[Runs], source_notes: Notes = (), target_notes: Notes = ()
) -> Bitext:
    """A bitext of operative clauses side by side, with footnotes side by side."""
    sides: list[Resolution] = []
    for texts, notes, published in (
        (source, source_notes, made_up._bundled().source),
        (target, target_notes, made_up._bundled().target),
    ):
        assert published is not None
        clauses = [Clause(f"op{n}", str(n), f"{n}.", "", runs) for n, runs in enumerate(texts, 1)]
        sides.append(made_up._with(published, clauses)._replace(footnotes=notes))
    ids = [*(clause.id for clause in sides[0].walk()), *(note.id for note in source_notes)]
    return Bitext(sides[0], sides[1], tuple(Row((id,), (id,), 1.0) for id in ids))


def long_clause() -> Bitext:
    def texts(words: str) -> list[Runs]:
        return [(Run("短 short"),), (Run((words * LONG)[:LONG]),), (Run("短 short"),)]

    return _bitext(texts(ZH), texts(EN))


def word_without_end() -> Bitext:
    return _bitext([(Run("国" * LONG),)], [(Run("n" * LONG),)])


def deep_nesting() -> Bitext:
    def side(words: str) -> Clause:
        clause = None
        for level in range(200, 0, -1):
            id = "op1" + ".a" * level
            below = (clause,) if clause else ()
            clause = Clause(id, "a", "(a)", "", (Run(words),), below)
        assert clause is not None
        return Clause("op1", "1", "1.", "", (Run(words),), (clause,))

    bundled = made_up._bundled()
    assert bundled.target is not None
    source = made_up._with(bundled.source, [side(ZH)])
    target = made_up._with(bundled.target, [side(EN)])
    rows = tuple(Row((clause.id,), (clause.id,), 1.0) for clause in source.walk())
    return Bitext(source, target, rows)


def _noted(words: str, count: int) -> Runs:
    runs: list[Run] = []
    for number in range(1, count + 1):
        runs += [Run(words), Run(str(number), Style.MARK, f"fn{number}")]
    return tuple(runs)


def _notes(words: str, count: int) -> Notes:
    return tuple(
        Footnote(f"fn{number}", str(number), (Run(f"{words} A/74/{number}."),))
        for number in range(1, count + 1)
    )


def many_footnotes() -> Bitext:
    """All of them in one clause."""
    source, target = _noted(ZH[:12], 5000), _noted(EN[:30], 5000)
    return _bitext([source], [target], _notes("见", 5000), _notes("See", 5000))


def odd_characters() -> Bitext:
    texts: list[Runs] = [(Run(ODD * count),) for count in (1, 20, 200)]
    return _bitext(texts, texts)


def right_to_left() -> Bitext:
    return open_bitext(FIXTURES / "security_council_1540.en.md", _arabic())


def both_directions() -> Bitext:
    arabic = open_resolution(_arabic())
    texts = [clause.text for clause in arabic.walk()]
    return _bitext(
        [(Run(f"{text} {ZH} {text}"),) for text in texts],
        [(Run(f"{EN} {text} (S/RES/1540)"),) for text in texts],
    )


def _arabic() -> Path:
    return FIXTURES / "security_council_1540.ar.md"


DOCUMENTS: list[Callable[[], Bitext]] = [
    long_clause,
    word_without_end,
    deep_nesting,
    many_footnotes,
    odd_characters,
    right_to_left,
    both_directions,
]


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda made: made.__name__)
def test_a_person_reads_folds_finds_and_converts_in_any_document(
    window: MainWindow, qtbot: QtBot, document: Callable[[], Bitext]
) -> None:
    shown = document()
    window.document.show(shown)
    view, bar = window.view, window.view.verticalScrollBar()

    # scroll through all of it, with texts wherever the window is
    for place in range(9):
        bar.setValue(bar.maximum() * place // 8)
        QApplication.processEvents()
        assert view.visible_rows()

    # fold it and unfold it
    view.collapseAll()
    QApplication.processEvents()
    assert len(view.visible_rows()) == len(_model(window).root.children)
    view.expandAll()

    # find what is in it, and step through
    window.feature(Finding).open()
    words = next(clause.text for clause in shown.source.walk() if clause.text)[:1]
    window.feature(Finding).bar.words.setText(words)
    assert window.feature(Finding).hits
    for by in (1, -1, -1):
        window.feature(Finding).step(by)
        QApplication.processEvents()
    window.feature(Finding).bar.close_bar()

    # another script, width and size, and back; the rows still hold their texts
    for script in (*window.document.scripts(), ""):
        window.document.set_script(script)
        QApplication.processEvents()
    for width, zoom in ((600, 150), (1120, 100)):
        window.resize(width, 700)
        window.feature(Viewing).zoom(zoom)
        QApplication.processEvents()
        _assert_rows_hold_their_texts(window)

    # point at it, open a note, tick all, and look at the findings
    for x in (30, 300, 500):
        qtbot.mouseMove(view.viewport(), QPoint(x, 300))
    if shown.source.footnotes:
        assert window.feature(Cards).open_footnote(shown.source.footnotes[-1].id)
        window.feature(Cards).dismiss()
    window.feature(Ticking).tick_all(True)
    window.feature(Auditing).audit_now()
    window.feature(Auditing).open()
    window.feature(Auditing).step(1)
    QApplication.processEvents()
    assert not window.workspace.notice or window.workspace.notice.startswith("No installed font")


def _model(window: MainWindow) -> BitextModel:
    return window.view.bitext_model()


def _assert_rows_hold_their_texts(window: MainWindow) -> None:
    view, delegate = window.view, window.view.row_delegate
    for index in view.visible_rows():
        node = _model(window).node(index)
        last = index.sibling(index.row() + node.slices - 1, 0)
        for column in (1, 2):
            text = delegate.geometry.document(node, column)
            if text is not None:
                host = delegate.geometry.layout.host(column)
                cell = view.visualRect(index.siblingAtColumn(host))
                cell = cell.united(view.visualRect(last.siblingAtColumn(host)))
                place = QRectF(delegate.geometry.text_corner(node, column, cell), text.size())
                assert place.bottom() <= cell.bottom() + 1
                assert place.right() <= cell.right() + 1


def test_sub_paragraphs_of_any_depth_keep_room_for_their_texts(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.document.show(deep_nesting())
    delegate = window.view.row_delegate
    for width in (1120, 600):
        window.resize(width, 700)
        QApplication.processEvents()
        for node in _model(window).nodes()[1:]:
            for column in (1, 2):
                room = window.view.columnWidth(column)
                assert delegate.geometry.text_width(node, column) >= room * 0.35


def test_the_deepest_sub_paragraphs_stand_in_order_below_each_other() -> None:
    nodes = [node for node in tree(deep_nesting()).walk() if node.kind is NodeKind.CLAUSE]
    assert [node.row.source[0].count(".") for node in nodes if node.row] == list(range(201))
    assert max(node.depth for node in nodes) == 5


@pytest.mark.slow
def test_of_many_hits_in_a_clause_only_those_on_the_screen_are_painted(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.document.show(long_clause())
    window.feature(Finding).open()
    window.feature(Finding).bar.words.setText("74/43")
    assert len(window.feature(Finding).hits) > 20 * FEW
    view, delegate = window.view, window.view.row_delegate
    node = next(node for node in _model(window).nodes() if node.row and node.row.source == ("op2",))
    bar = view.verticalScrollBar()
    for place in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(place)
        QApplication.processEvents()
        document = delegate.geometry.document(node, 1)
        assert document is not None
        cell = view.visualRect(_model(window).index_of(node, 1))
        corner = delegate.geometry.text_corner(node, 1, cell)
        painted = {
            cursor.selectionStart() for cursor, _ in delegate._colored_words(document, node, 1)
        }
        seen = QRectF(view.viewport().rect())
        for hit in window.feature(Finding).hits:
            if (hit.node, hit.side) == (node.number, 0):
                cursor = delegate.geometry.span_cursor(document, node, hit)
                lines = line_rects(document, cursor)
                if any(found.letters.translated(corner).intersects(seen) for found in lines):
                    assert cursor.selectionStart() in painted
        assert len(painted) < 10 * FEW

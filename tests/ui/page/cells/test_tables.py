"""Tables on the page: set as tables, and every position in their words is one in a cell."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QApplication

from desktop_app.resolution.model import Run, Runs, Style, Table, words
from desktop_app.resolution.tables import of_rows, spans
from desktop_app.ui.page.cells.text_positions import (
    cursors_over,
    line_rects,
    mark_cursor,
    point_at,
)
from desktop_app.ui.page.cells.typesetting import CellDocument, Typesetter
from desktop_app.ui.page.nodes import Paragraph
from desktop_app.ui.widgets.theme import theme

_WIDE, _NARROW = 600, 60
_MARK = Run("1", Style.MARK, "fn1")


def _cell(text: str, *more: Run) -> Runs:
    return (*([Run(text)] if text else []), *more)


_ROWS = of_rows(
    [
        [_cell("Member"), _cell("Share"), _cell("Remark \U0001f600 here")],
        [_cell("Alandia", _MARK), _cell("0.001"), _cell("")],
        [_cell("", _MARK), _cell("22.000"), (Run("bold", Style.EMPHASIS), Run("\u2028last"))],
    ]
)
_TABLE = Paragraph("op1.t1", _ROWS, table=Table(1))
_BEFORE = Paragraph("op1", (Run("Decides:"),))
_AFTER = Paragraph("op2", (Run("Requests."),))
_PLACES = [
    [_TABLE],
    [_BEFORE, _TABLE],
    [_TABLE, _AFTER],
    [_TABLE, _TABLE],
    [_BEFORE, _TABLE, _AFTER],
]


def _set(paragraphs: Sequence[Paragraph], width: int, tag: str = "en") -> CellDocument:
    assert QApplication.instance()
    return Typesetter([tag], 11, theme("light")).document((1, 0), paragraphs, width)


def _in_arabic(runs: Runs) -> Runs:
    """The same in letters that run to the left."""
    letters = {sign: chr(0x62C + ord(sign) % 6) for sign in "".join(map(str, runs))}
    table = str.maketrans({a: b for a, b in letters.items() if a.isascii() and a.isalpha()})
    plain = (run._replace(text=run.text.translate(table).replace(":", "")) for run in runs)
    return tuple(run if run.note else next(plain) for run in runs)


def _tables(document: CellDocument) -> list[QTextTable]:
    frames = document.rootFrame().childFrames()
    return [frame for frame in frames if isinstance(frame, QTextTable)]


_every_setting = pytest.mark.parametrize(
    ("width", "tag"), [(_WIDE, "en"), (_WIDE, "ar"), (_NARROW, "en"), (_NARROW, "ar")]
)


@_every_setting
@pytest.mark.parametrize("paragraphs", _PLACES)
def test_the_words_of_every_cell_are_found_in_the_laid_out_table(
    paragraphs: list[Paragraph], width: int, tag: str, qapp: QApplication
) -> None:
    document = _set(paragraphs, width, tag)
    assert bool(_tables(document)) is (width == _WIDE)
    for number, paragraph in enumerate(paragraphs):
        text = words(paragraph.runs)
        for start, end in (span for row in spans(text) for span in row if span[0] < span[1]):
            (cursor,) = cursors_over(document, paragraphs, number, start, end)
            assert cursor.selectedText() == text[start:end]


@_every_setting
def test_words_over_several_cells_are_one_cursor_a_cell(
    width: int, tag: str, qapp: QApplication
) -> None:
    document = _set([_BEFORE, _TABLE], width, tag)
    text = words(_ROWS)
    start, end = text.index("ber"), text.index("old")
    cursors = cursors_over(document, [_BEFORE, _TABLE], 1, start, end)
    assert [cursor.selectedText() for cursor in cursors] == [
        *("ber", "Share", "Remark \U0001f600 here", "Alandia\u20601", "0.001", "", "\u20601"),
        *("22.000", "b"),
    ]
    assert all(line_rects(document, cursor) for cursor in cursors if cursor.selectedText())


@pytest.mark.parametrize(("width", "tag"), [(_WIDE, "en"), (_WIDE, "ar"), (_NARROW, "en")])
@pytest.mark.parametrize("paragraphs", _PLACES)
def test_a_point_on_a_word_is_its_position(
    paragraphs: list[Paragraph], width: int, tag: str, qapp: QApplication
) -> None:
    if tag == "ar":
        paragraphs = [each._replace(runs=_in_arabic(each.runs)) for each in paragraphs]
    document = _set(paragraphs, width, tag)
    for number, paragraph in enumerate(paragraphs):
        text = words(paragraph.runs)
        for place, sign in enumerate(text):
            if sign.isspace():
                continue
            (cursor,) = cursors_over(document, paragraphs, number, place, place + 1)
            (rect,) = line_rects(document, cursor)
            found = point_at(document, paragraphs, QPointF(rect.line.center()), True)
            assert found == (number, place), sign


@_every_setting
def test_the_marks_of_footnotes_are_found_in_their_cells(
    width: int, tag: str, qapp: QApplication
) -> None:
    document = _set([_BEFORE, _TABLE], width, tag)
    marks = [mark_cursor(document, [_BEFORE, _TABLE], 1, count) for count in range(3)]
    assert [mark.selectedText() if mark else None for mark in marks] == ["\u20601"] * 2 + [None]
    assert [mark.charFormat().anchorHref() for mark in marks if mark] == ["fn1", "fn1"]


@pytest.mark.parametrize(("tag", "order"), [("en", 1), ("ar", -1)])
def test_columns_stand_in_the_direction_of_the_language(
    tag: str, order: int, qapp: QApplication
) -> None:
    document = _set([_TABLE], _WIDE, tag)
    text = words(_ROWS)
    cursors = [cursors_over(document, [_TABLE], 0, *span)[0] for span in spans(text)[0]]
    places = [line_rects(document, cursor)[0].line.center().x() for cursor in cursors]
    assert places == sorted(places)[::order]


def test_no_column_is_wider_than_the_cell_and_no_word_is_broken_where_there_is_room(
    qapp: QApplication,
) -> None:
    long = of_rows([[_cell("representative"), _cell("word " * 60), _cell("1,000.5")]])
    table = Paragraph("op1.t1", long, table=Table(0))
    for width in range(60, 800, 20):
        document = _set([table], width)
        assert document.idealWidth() <= width
        for start, end in (span for span in (spans(words(long))[0][0], spans(words(long))[0][2])):
            (cursor,) = cursors_over(document, [table], 0, start, end)
            if _tables(document):
                assert len(line_rects(document, cursor)) == 1


def test_numbers_stand_at_the_right_of_their_column(qapp: QApplication) -> None:
    document = _set([_TABLE], _WIDE)
    text = words(_ROWS)
    rects = [
        line_rects(document, cursors_over(document, [_TABLE], 0, *row[1])[0])[0].line
        for row in spans(text)
    ]
    assert max(rect.right() for rect in rects) - min(rect.right() for rect in rects) < 2


def test_a_table_of_very_many_cells_is_set_as_lines(qapp: QApplication) -> None:
    long = of_rows([[_cell(str(row)), _cell("a")] for row in range(3_000)])
    document = _set([Paragraph("op1.t1", long, table=Table(1))], _WIDE)
    assert not _tables(document)
    assert document.blockCount() == 3_000

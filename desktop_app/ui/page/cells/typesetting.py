"""Typesetting of cells: lays out paragraphs of runs as a document of a given width."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from desktop_app.common.fonts import text_font
from desktop_app.common.typography import PLAIN, Typography
from desktop_app.grammar.languages import Direction, language_of
from desktop_app.grammar.scripts import UNSPACED, families, lettering
from desktop_app.resolution.model import Runs, Style
from desktop_app.ui.page.ink import brush
from desktop_app.ui.page.nodes import Paragraph
from desktop_app.ui.widgets.theme import SPACE, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence


_LINE_HEIGHT = 1.6
_LETTERS = 0.36
"""The middle of letters above the baseline, as a share of the font size."""
_MEASURE = {True: 38.0, False: 75.0}
"""The longest comfortable line in characters, for wide (Chinese) and other letters."""
_LEAST = 0.4
"""Share of the measure: shorter lines are not justified, to avoid large gaps between words."""
_ENDLESS = 2000
_WORD = rf"[^\s{UNSPACED}]{{{_ENDLESS}}}"
"""A word of so many characters, none of them Chinese, between which lines may break anywhere."""
_MANY = 100
"""Lengths: for more, which are rows of tables, an estimate of the height is kept."""
_KEPT = 240
"""Laid-out cells kept: those of some pages above and below the one shown."""

Key = tuple[int, int]
"""A cell: the number of its node and its side."""


class Rank(Enum):
    """What a text is to the eye."""

    TEXT = "text"
    HEADING = "heading"
    TITLE = "title"


_SIZES = {Rank.TEXT: 1.0, Rank.HEADING: 1.0, Rank.TITLE: 1.3}
"""The size of letters, as a share of that of the text."""


class CellDocument(QTextDocument):
    """A laid-out cell. `starts` are the positions of its paragraphs, and `cells` those of the cells
    of each paragraph that is a table, in reading order; in a table from right to left they are not
    in the order of positions."""

    def __init__(self) -> None:
        super().__init__()
        self.starts: list[int] = []
        self.has_new_block = True
        """Whether its last paragraph is empty and for what is set next."""
        self.cells: dict[int, list[int]] = {}

    def position(self, paragraph: int, offset: int) -> int:
        """The position of an offset in the words of a paragraph as laid out."""
        if paragraph not in self.cells:
            return self.starts[paragraph] + offset
        from desktop_app.ui.page.cells.table_positions import position_in_table

        return position_in_table(self, self.cells[paragraph], offset)

    def place(self, position: int) -> tuple[int, int]:
        """The paragraph at a position, and the offset in its words."""
        number = max(bisect_right(self.starts, position) - 1, 0)
        if number not in self.cells:
            return number, max(position - self.starts[number], 0)
        from desktop_app.ui.page.cells.table_positions import offset_in_table

        return number, offset_in_table(self, self.cells[number], position)


class Typesetter:
    """Lays out the cells of both texts at one zoom and in one theme, and caches the last ones."""

    def __init__(
        self,
        tags: Sequence[str],
        points: float,
        theme: Theme,
        typography: Typography = PLAIN,
    ) -> None:
        self.theme = theme
        self._tags = tags
        self._justified = typography.justified
        self._fonts = [text_font(families(tag, typography), points) for tag in tags]
        metrics = [QFontMetricsF(font) for font in self._fonts]
        self._em = [
            metric.horizontalAdvance("国" if self._wide(side) else "n")
            for side, metric in enumerate(metrics)
        ]
        self._measures = [
            round(em * _MEASURE[self._wide(side)]) for side, em in enumerate(self._em)
        ]
        # On average letters are narrower than "n".
        self._average = [em if self._wide(side) else 0.9 * em for side, em in enumerate(self._em)]
        self.line_height = round(QFontInfo(self._fonts[0]).pixelSize() * _LINE_HEIGHT)
        self.drop = 0
        """Pixels from the middle of a text's first line down to the middle of its letters."""
        self._documents: OrderedDict[tuple[int, int, int], CellDocument] = OrderedDict()
        self._heights: dict[tuple[int, int, int], int] = {}
        self._estimates: dict[tuple[int, int, int], int] = {}

    def _wide(self, side: int) -> bool:
        return lettering(self._tags[side]).is_wide

    def runs_left(self, side: int) -> bool:
        """Whether the lines of a side run from right to left."""
        return language_of(self._tags[side]).direction is Direction.RTL

    def font(self, side: int) -> QFont:
        return self._fonts[side]

    def measure(self, side: int) -> int:
        """The longest line in pixels."""
        return self._measures[side]

    def extent(self, side: int) -> float:
        """The width of a letter in pixels, on average."""
        return self._average[side]

    def known_height(self, key: Key, width: int) -> int | None:
        """The exact height of a cell at a width, None before it is laid out."""
        return self._heights.get((*key, width))

    def estimate_from(self, other: Typesetter) -> None:
        """Takes another typesetter's heights, of nearly the same texts, as estimates."""
        self._estimates = other._estimates | other._heights

    def keep_heights_of(self, other: Typesetter) -> None:
        """Takes the heights of another typesetter that differs only in its colours."""
        self._heights = other._heights.copy()
        self._estimates = other._estimates

    def height(self, key: Key, lengths: Sequence[int], width: int) -> int:
        """The height of a cell at a width, an estimate until it is laid out; `lengths` are those of
        its paragraphs, in characters."""
        sized = (*key, width)
        height = self._heights.get(sized) or self._estimates.get(sized)
        if height is not None:
            return height
        side = key[1]
        lines_a_character = self._average[side] / max(min(width, self._measures[side]), 1)
        lines = 0
        for length in lengths:
            lines += 1 + int(length * lines_a_character)
        estimate = max(lines, 1) * self.line_height
        if len(lengths) > _MANY:
            self._estimates[sized] = estimate
        return estimate

    def document(
        self, key: Key, paragraphs: Sequence[Paragraph], width: int, rank: Rank = Rank.TEXT
    ) -> CellDocument:
        """The laid-out cell at a width."""
        sized = (*key, width)
        document = self._documents.get(sized)
        if document is None:
            document = self._set(paragraphs, key[1], width, rank)
            self._documents[sized] = document
            self._heights[sized] = round(document.size().height())
            if not self.drop and rank is not Rank.TITLE:
                line = document.begin().layout().lineAt(0)
                letters = QFontInfo(self._fonts[0]).pixelSize() * _LETTERS
                self.drop = round(line.y() + line.ascent() - letters - self.line_height / 2)
            if len(self._documents) > _KEPT:
                self._documents.popitem(last=False)
        else:
            self._documents.move_to_end(sized)
        return document

    def _set(
        self, paragraphs: Sequence[Paragraph], side: int, width: int, rank: Rank
    ) -> CellDocument:
        document = CellDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self._fonts[side])
        document.setUndoRedoEnabled(False)
        document.setTextWidth(min(width, self.measure(side)))
        # A fixed line height for all fonts keeps the baselines of both texts level.
        block = QTextBlockFormat()
        height = round(self.line_height * _SIZES[rank])
        block.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if self.runs_left(side):
            from PySide6.QtCore import Qt

            block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if self._justified and rank is Rank.TEXT and width >= _LEAST * self.measure(side):
            from PySide6.QtCore import Qt

            block.setAlignment(Qt.AlignmentFlag.AlignJustify)
        if any(_has_endless_word(paragraph) for paragraph in paragraphs):
            option = document.defaultTextOption()
            option.setWrapMode(option.WrapMode.WrapAnywhere)
            document.setDefaultTextOption(option)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()  # lays out once, not after every run
        for number, paragraph in enumerate(paragraphs):
            block.setTopMargin(2 * SPACE if number else 0)
            if paragraph.table:
                self._set_table(document, cursor, paragraph, block, side)
                continue
            if document.has_new_block:
                cursor.setBlockFormat(block)
            else:
                cursor.insertBlock(block)
            document.has_new_block = False
            document.starts.append(cursor.position())
            self._insert(cursor, paragraph.runs, side, rank is not Rank.TEXT, _SIZES[rank])
        cursor.endEditBlock()
        return document

    def _insert(
        self, cursor: QTextCursor, runs: Runs, side: int, strong: bool, size: float = 1
    ) -> None:
        """Writes runs at a cursor, in letters of a share of their size."""
        for run in runs:
            # For Qt a line break inside a paragraph is U+2028.
            text = run.text.replace("\n", "\u2028")
            if run.style is Style.MARK:
                text = mark_as_set(text)
            form = self._format(run.style, run.note, side, strong)
            if size != 1:
                form.setFontPointSize(self._fonts[side].pointSizeF() * size)
            cursor.insertText(text, form)

    def _set_table(
        self,
        document: CellDocument,
        cursor: QTextCursor,
        paragraph: Paragraph,
        block: QTextBlockFormat,
        side: int,
    ) -> None:
        """Sets a table at the end of a cell."""
        from desktop_app.ui.page.cells.tables import Setting, set_table  # the first page has none

        setting = Setting(
            block,
            self._fonts[side],
            document.textWidth(),
            self.runs_left(side),
            self.theme,
            document.has_new_block,
        )

        def insert(at: QTextCursor, runs: Runs, strong: bool, size: float) -> None:
            self._insert(at, runs, side, strong, size)

        cells, document.has_new_block = set_table(cursor, paragraph, setting, insert)
        document.cells[len(document.starts)] = cells
        document.starts.append(min(cells))

    def _format(self, style: Style, note: str, side: int, strong: bool) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(brush(self.theme.text))
        if strong:
            form.setFontWeight(QFont.Weight.Bold)
        if style is Style.EMPHASIS:
            if language_of(self._tags[side]).has_italics:
                form.setFontItalic(True)
            else:
                form.setFontWeight(QFont.Weight.Bold)
        elif style in (Style.SUPERSCRIPT, Style.MARK):
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        if style is Style.MARK:
            form.setForeground(brush(self.theme.mark))
            form.setAnchor(True)
            form.setAnchorHref(note)
        return form


def mark_as_set(text: str) -> str:
    """A footnote mark as typeset: a word joiner keeps it on the line of the word before."""
    return f"\u2060{text}"


def _has_endless_word(paragraph: Paragraph) -> bool:
    """Whether a paragraph has a word so long that Qt would take seconds to break the line."""
    return any(
        len(run.text) > _ENDLESS and re.search(_WORD, run.text) is not None
        for run in paragraph.runs
    )


def paint(
    painter: QPainter,
    document: QTextDocument,
    corner: QPointF,
    clip: QRectF,
    colored: Sequence[tuple[QTextCursor, QColor]] = (),
    ink: QColor | None = None,
) -> None:
    """Draws a laid-out cell with its top left corner at `corner`. Words in `colored` get a colour
    behind them and, footnote marks included, the text colour `ink`."""
    painter.save()
    painter.translate(corner)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = clip.translated(-corner)
    if colored:
        context.selections = [_selection(cursor, color, ink) for cursor, color in colored]
    document.documentLayout().draw(painter, context)
    painter.restore()


def _selection(
    cursor: QTextCursor, color: QColor, ink: QColor | None
) -> QAbstractTextDocumentLayout.Selection:
    selection = QAbstractTextDocumentLayout.Selection()
    selection.cursor = cursor
    form = QTextCharFormat()
    form.setBackground(color)
    if ink is not None:
        form.setForeground(ink)
    selection.format = form
    return selection

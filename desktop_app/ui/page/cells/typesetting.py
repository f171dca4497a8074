"""Setting the text of a cell: paragraphs of runs to a laid out document of a given width."""

from __future__ import annotations

import re
from collections import OrderedDict
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
from desktop_app.grammar.languages import language_of
from desktop_app.grammar.scripts import families, lettering
from desktop_app.resolution.model import Style
from desktop_app.ui.page.ink import brush
from desktop_app.ui.page.nodes import Paragraph
from desktop_app.ui.widgets.theme import SPACE, Theme

if TYPE_CHECKING:
    from collections.abc import Sequence


_LINE_HEIGHT = 1.6
_LETTERS = 0.36
"""The middle of letters above their baseline, in sizes of the font."""
_MEASURE = {True: 38.0, False: 75.0}
"""The longest comfortable line, in characters: Chinese, and all others."""
_LEAST = 0.4
"""Of the measure: shorter lines are not justified, there would be more holes than words."""
_ENDLESS = 2000
_WORD = rf"[^\s\u2e80-\uffff]{{{_ENDLESS}}}"
"""So many characters that are no Chinese ones, between which a line may break anywhere."""
_KEPT = 240
"""Laid out cells that are kept: some pages of rows above and below the one that is seen."""

Key = tuple[int, int]
"""A cell: the number of its node and its side."""


class Typesetter:
    """Lays out cells for the two columns at one zoom and in one theme, and keeps the last ones."""

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
        # The letters of a text are narrower on average than the one that stands for all.
        self._average = [em if self._wide(side) else 0.9 * em for side, em in enumerate(self._em)]
        self.line_height = round(QFontInfo(self._fonts[0]).pixelSize() * _LINE_HEIGHT)
        self.drop = 0
        """How far below the middle of its first line the letters of a text have theirs."""
        self._documents: OrderedDict[tuple[int, int, int], QTextDocument] = OrderedDict()
        self._heights: dict[tuple[int, int, int], int] = {}
        self._estimates: dict[tuple[int, int, int], int] = {}

    def _wide(self, side: int) -> bool:
        return lettering(self._tags[side]).is_wide

    def runs_left(self, side: int) -> bool:
        """Whether the lines of a side run from right to left."""
        return language_of(self._tags[side]).direction == "rtl"

    def font(self, side: int) -> QFont:
        return self._fonts[side]

    def measure(self, side: int) -> int:
        """The longest line in pixels."""
        return self._measures[side]

    def known_height(self, key: Key, width: int) -> int | None:
        """The exact height of a cell of that width, None if it was not laid out yet."""
        return self._heights.get((*key, width))

    def estimate_from(self, other: Typesetter) -> None:
        """Takes the heights of another typesetter of nearly the same texts as estimates."""
        self._estimates = other._estimates | other._heights

    def keep_heights_of(self, other: Typesetter) -> None:
        """Takes the heights of another typesetter that sets the same texts in other colours."""
        self._heights = other._heights.copy()
        self._estimates = other._estimates

    def height(self, key: Key, lengths: Sequence[int], width: int) -> int:
        """The height of a cell of that width, or about how high it will be: `lengths` are those of
        its paragraphs, in characters."""
        sized = (*key, width)
        found = self._heights.get(sized) or self._estimates.get(sized)
        if found is not None:
            return found
        side = key[1]
        lines_a_character = self._average[side] / max(min(width, self._measures[side]), 1)
        lines = 0
        for length in lengths:
            lines += 1 + int(length * lines_a_character)
        return max(lines, 1) * self.line_height

    def document(
        self, key: Key, paragraphs: Sequence[Paragraph], width: int, strong: bool
    ) -> QTextDocument:
        """The laid out cell; `strong` sets headings."""
        sized = (*key, width)
        found = self._documents.get(sized)
        if found is None:
            found = self._set(paragraphs, key[1], width, strong)
            self._documents[sized] = found
            self._heights[sized] = round(found.size().height())
            if not self.drop:
                line = found.begin().layout().lineAt(0)
                letters = QFontInfo(self._fonts[0]).pixelSize() * _LETTERS
                self.drop = round(line.y() + line.ascent() - letters - self.line_height / 2)
            if len(self._documents) > _KEPT:
                self._documents.popitem(last=False)
        else:
            self._documents.move_to_end(sized)
        return found

    def _set(
        self, paragraphs: Sequence[Paragraph], side: int, width: int, strong: bool
    ) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self._fonts[side])
        document.setUndoRedoEnabled(False)
        document.setTextWidth(min(width, self.measure(side)))
        # Of one height and so on one baseline, whatever the fonts: both texts of a row stand level.
        block = QTextBlockFormat()
        block.setLineHeight(self.line_height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if self.runs_left(side):
            from PySide6.QtCore import Qt

            block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if self._justified and not strong and width >= _LEAST * self.measure(side):
            from PySide6.QtCore import Qt

            block.setAlignment(Qt.AlignmentFlag.AlignJustify)
        if any(_has_endless_word(paragraph) for paragraph in paragraphs):
            option = document.defaultTextOption()
            option.setWrapMode(option.WrapMode.WrapAnywhere)
            document.setDefaultTextOption(option)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()  # laid out once, and not after every run
        for place, paragraph in enumerate(paragraphs):
            block.setTopMargin(2 * SPACE if place else 0)
            if place:
                cursor.insertBlock(block)
            else:
                cursor.setBlockFormat(block)
            for run in paragraph.runs:
                # A line break inside a paragraph is U+2028 to Qt.
                text = run.text.replace("\n", "\u2028")
                if run.style is Style.MARK:
                    text = mark_as_set(text)
                cursor.insertText(text, self._format(run.style, run.note, side, strong))
        cursor.endEditBlock()
        return document

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
    """A footnote mark as it is set: a word joiner keeps it on the line of the word before it."""
    return f"\u2060{text}"


def _has_endless_word(paragraph: Paragraph) -> bool:
    """Whether letters stand without a place to break the line for so long that looking for one
    takes Qt seconds."""
    return any(
        len(run.text) > _ENDLESS and re.search(_WORD, run.text) is not None
        for run in paragraph.runs
    )


def paint(
    painter: QPainter,
    document: QTextDocument,
    corner: QPointF,
    clip: QRectF,
    marked: Sequence[tuple[QTextCursor, QColor]] = (),
    ink: QColor | None = None,
) -> None:
    """Draws a laid out cell with its top left corner at a place, a colour behind what is marked,
    which is all in one ink, footnote marks too."""
    painter.save()
    painter.translate(corner)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = clip.translated(-corner)
    if marked:
        context.selections = [_selection(cursor, color, ink) for cursor, color in marked]
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

"""The selected words of one language: where they start and end, and how that moves; no Qt.

Positions are those in the published texts, so that the same words stay selected in every script,
at every size and with any row folded.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.export.shared.clipboard import Passage, numbered, passage_of
from desktop_app.grammar.words import last_start, next_end, word_at
from desktop_app.resolution.model import words
from desktop_app.ui.page.cells.spans import CellSpan, Texts
from desktop_app.ui.page.nodes import Node, NodeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from desktop_app.resolution.model import Resolution, Runs


class Point(NamedTuple):
    """A point between two characters: the node's number, the paragraph's index in the cell, and
    the position in the published text. Points of one side sort in reading order."""

    node: int
    paragraph: int
    position: int


Stretch = tuple[Point, Point]
"""A start and an end, which may be the same point."""


class Selection(NamedTuple):
    """All words of one side between two points: `anchor` stays where it was put, `head` moves."""

    side: int
    anchor: Point
    head: Point

    @property
    def start(self) -> Point:
        return min(self.anchor, self.head)

    @property
    def end(self) -> Point:
        return max(self.anchor, self.head)

    @property
    def is_empty(self) -> bool:
        return self.anchor == self.head

    def within(self, node: Node) -> list[CellSpan]:
        """The selected words of a row."""
        start, end = self.start, self.end
        if not start.node <= node.number <= end.node or self.side >= len(node.texts):
            return []
        out: list[CellSpan] = []
        for place, paragraph in enumerate(node.texts[self.side]):
            paragraph_key = (node.number, place)
            if not start[:2] <= paragraph_key <= end[:2]:
                continue
            first = start.position if paragraph_key == start[:2] else 0
            last = end.position if paragraph_key == end[:2] else len(words(paragraph.runs))
            if first < last:
                out.append(CellSpan(node.number, self.side, place, first, last))
        return out


def hits(nodes: Sequence[Node], selection: Selection) -> list[CellSpan]:
    """All selected words, in reading order."""
    touched = nodes[selection.start.node : selection.end.node + 1]
    return [hit for node in touched for hit in selection.within(node)]


def has_words(nodes: Sequence[Node], selection: Selection) -> bool:
    """Whether any word is selected."""
    return any(map(selection.within, nodes[selection.start.node : selection.end.node + 1]))


# Stretches that are selected at once


def cell(node: Node, side: int) -> Stretch | None:
    """A whole cell, None if it is empty."""
    texts = node.texts[side] if side < len(node.texts) else ()
    if not texts:
        return None
    last = len(texts) - 1
    return Point(node.number, 0, 0), Point(node.number, last, len(words(texts[last].runs)))


def clause(nodes: Sequence[Node], side: int, point: Point) -> Stretch | None:
    """The whole clause at a point, which may share its cell with others; None if there is none."""
    text = _text(nodes, side, point)
    if not text:
        return None
    return point._replace(position=0), point._replace(position=len(text))


def word(nodes: Sequence[Node], side: int, point: Point) -> Stretch:
    """The word that holds the character after a point."""
    start, end = word_at(_text(nodes, side, point), point.position)
    return point._replace(position=start), point._replace(position=end)


def spanning(side: int, first: Stretch, last: Stretch) -> Selection:
    """A selection from the first stretch to the last, which may come before it."""
    if last[0] < first[0]:
        return Selection(side, first[1], last[0])
    return Selection(side, first[0], max(first[1], last[1]))


def everything(nodes: Sequence[Node], side: int) -> Selection | None:
    """All the text of one side, None if it has none."""
    cells = [stretch for node in nodes if (stretch := cell(node, side))]
    return Selection(side, cells[0][0], cells[-1][1]) if cells else None


def counterpart(nodes: Sequence[Node], selection: Selection, side: int) -> Selection | None:
    """The text of another side in the rows that a selection touches, None if they have none."""
    cells = [stretch for node in touched(nodes, selection) if (stretch := cell(node, side))]
    return Selection(side, cells[0][0], cells[-1][1]) if cells else None


# How the head moves


class Unit(StrEnum):
    """By what the head moves."""

    CHARACTER = "character"
    WORD = "word"
    CLAUSE = "clause"
    PARAGRAPH = "paragraph"
    """To the end of the paragraph, or back to its start."""


class Move(NamedTuple):
    """A step of the head; `way` is 1 forward or -1 back."""

    unit: Unit
    way: int


def moved(
    nodes: Sequence[Node],
    selection: Selection,
    move: Move,
    is_shown: Callable[[Node], bool] = lambda node: True,
) -> Selection:
    """The selection with its head moved; folded rows are skipped."""
    unit, way = move
    side, head = selection.side, selection.head
    if unit is Unit.CLAUSE:
        return selection._replace(head=_by_clause(nodes, side, head, way, is_shown))
    text = _text(nodes, side, head)
    end = len(text) if way > 0 else 0
    if unit is Unit.PARAGRAPH:
        return selection._replace(head=head._replace(position=end))
    if head.position == end:
        return selection._replace(head=_beyond(nodes, side, head, way, is_shown))
    step = _by_word if unit is Unit.WORD else _by_character
    position = step(text, head.position, way)
    return selection._replace(head=head._replace(position=position))


def _by_character(text: str, position: int, way: int) -> int:
    """Over a letter and all its combining characters."""
    position += way
    while 0 < position < len(text) and unicodedata.combining(text[position]):
        position += way
    return position


def _by_word(text: str, position: int, way: int) -> int:
    return next_end(text, position) if way > 0 else last_start(text, position)


def _by_clause(
    nodes: Sequence[Node], side: int, head: Point, way: int, is_shown: Callable[[Node], bool]
) -> Point:
    """Forward to the end of the clause, or from there to the end of the next; back to their
    starts."""
    to_end = way > 0
    stretch = cell(nodes[head.node], side)
    if stretch and stretch[to_end] != head:
        return stretch[to_end]
    return next((other[to_end] for other in _others(nodes, side, head, way, is_shown)), head)


def _beyond(
    nodes: Sequence[Node], side: int, head: Point, way: int, is_shown: Callable[[Node], bool]
) -> Point:
    """Forward to the start of the next paragraph; back to the end of the one before."""
    texts = nodes[head.node].texts[side] if side < len(nodes[head.node].texts) else ()
    place = head.paragraph + way
    if 0 <= place < len(texts):
        return Point(head.node, place, 0 if way > 0 else len(words(texts[place].runs)))
    to_end = way < 0
    return next((other[to_end] for other in _others(nodes, side, head, way, is_shown)), head)


def _others(
    nodes: Sequence[Node], side: int, head: Point, way: int, is_shown: Callable[[Node], bool]
) -> Iterable[Stretch]:
    """The shown cells after the head's, or before it, nearest first."""
    numbers = range(head.node + way, len(nodes) if way > 0 else 0, way)
    return (
        stretch
        for number in numbers
        if is_shown(nodes[number]) and (stretch := cell(nodes[number], side))
    )


def _text(nodes: Sequence[Node], side: int, point: Point) -> str:
    """The text of the paragraph at a point."""
    texts = nodes[point.node].texts
    paragraphs = texts[side] if side < len(texts) else ()
    return words(paragraphs[point.paragraph].runs) if point.paragraph < len(paragraphs) else ""


def followed(
    selection: Selection, before: Sequence[Node], after: Sequence[Node]
) -> Selection | None:
    """The same words after the rows were corrected, None if none were selected."""
    chosen = hits(before, selection)
    places = {
        paragraph.id: (node.number, place)
        for node in after
        if node.kind is not NodeKind.SECTION and selection.side < len(node.texts)
        for place, paragraph in enumerate(node.texts[selection.side])
    }
    sections = {node.section: node.number for node in after if node.kind is NodeKind.SECTION}
    if not chosen:
        return None
    ends: list[Point] = []
    for hit, position in ((chosen[0], chosen[0].start), (chosen[-1], chosen[-1].end)):
        node = before[hit.node]
        if node.kind is NodeKind.SECTION:
            place = (sections[node.section], hit.paragraph)
        else:
            place = places[node.texts[hit.side][hit.paragraph].id]
        ends.append(Point(*place, position))
    if selection.head < selection.anchor:
        ends.reverse()
    return Selection(selection.side, *ends)


# What is copied


def touched(nodes: Sequence[Node], selection: Selection) -> list[Node]:
    """The rows from the first to the last selected word, all those between included."""
    chosen = hits(nodes, selection)
    if not chosen:
        return []
    return [node for node in nodes[chosen[0].node : chosen[-1].node + 1] if any(node.texts)]


def passages(texts: Texts, selection: Selection) -> list[Passage]:
    """The selected words as shown; the title only once, though the masthead's own row and the
    row below both show it."""
    nodes = texts.nodes()
    out: dict[str, tuple[int, Passage]] = {}
    for hit in hits(nodes, selection):
        paragraph = texts.texts(nodes[hit.node], hit.side)[hit.paragraph]
        start, end = paragraph.positions.shown_range(hit.start, hit.end)
        if end - start > out.get(paragraph.id, (0, None))[0]:
            passage = passage_of(paragraph.id, paragraph.runs, paragraph.table, start, end)
            out[paragraph.id] = (end - start, passage)
    return [passage for _, passage in out.values()]


def rows_of(nodes: Iterable[Node], is_folded: Callable[[Node], bool]) -> list[Node]:
    """The rows to copy for the selected ones, in reading order: a part stands for all its rows, a
    clause also for those folded away below it."""
    out: dict[int, Node] = {}
    for node in nodes:
        whole = node.kind is NodeKind.SECTION or is_folded(node)
        out.update({below.number: below for below in (node.walk() if whole else [node])})
    return [out[number] for number in sorted(out)]


def whole(
    texts: Texts, rows: Iterable[Node], sides: Sequence[Resolution]
) -> list[list[list[Passage]]]:
    """Each row as shown, one cell a side: its paragraphs with their published numbers. The title
    comes only once, and empty rows are left out."""
    numbers = [numbered(side) for side in sides]
    seen: set[tuple[int, str]] = set()
    out: list[list[list[Passage]]] = []
    for node in rows:
        cells = [_cell(texts, node, side, known) for side, known in enumerate(numbers)]
        ids = {(side, passage.id) for side, cell in enumerate(cells) for passage in cell}
        if ids - seen:
            out.append(cells)
        seen |= ids
    return out


def _cell(texts: Texts, node: Node, side: int, numbers: Mapping[str, Runs]) -> list[Passage]:
    bare = node.kind in (NodeKind.SECTION, NodeKind.LINE)
    return [
        Passage(
            paragraph.id,
            (() if bare else numbers.get(paragraph.id, ())) + paragraph.runs,
            paragraph.table,
        )
        for paragraph in texts.texts(node, side)
    ]

"""Breaks blocks of lines into pages, with the footnotes at the foot of each; no Qt.

Lengths are whole numbers of any one unit; places are measured from the top left corner of the page.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple


class Line(NamedTuple):
    """A line of a cell: its top and bottom, below the top of the cell; the ids of the notes it
    calls; its content to draw; and what it is of, None if it is no part of the text."""

    top: int
    bottom: int
    notes: tuple[str, ...] = ()
    content: object = None
    tag: object = None


class Cell(NamedTuple):
    """Lines one below the other, with their left edge at `x`. `muted` says that they are not part
    of the text; `link` is the address that they lead to."""

    x: int
    lines: Sequence[Line]
    muted: bool = False
    link: str = ""


class Block(NamedTuple):
    """Cells side by side, which continue together on the next page where they do not fit. `before`
    is the space above, none at the top of a page; `keep` keeps the block with the next one; `rule`
    is a line at its top, as its place and length; `name` is what begins here."""

    cells: tuple[Cell, ...]
    before: int = 0
    keep: bool = False
    rule: tuple[int, int] | None = None
    name: Hashable = None


class Slice(NamedTuple):
    """The lines of a cell on one page. The top of the cell is at `y`, above the page if it began on
    an earlier one."""

    cell: Cell
    lines: Sequence[Line]
    y: int


class Rule(NamedTuple):
    """A horizontal line."""

    x: int
    y: int
    length: int


class Start(NamedTuple):
    """The place where `name` begins."""

    name: Hashable
    y: int


class Page(NamedTuple):
    """What stands on a page."""

    slices: tuple[Slice, ...]
    rules: tuple[Rule, ...]
    starts: tuple[Start, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The area of a page for blocks and footnotes. `least` is the height that footnotes from the
    page before leave to the text, `gap` the space above and below the rule over the footnotes,
    `rule` its length."""

    left: int
    top: int
    bottom: int
    least: int
    gap: int
    rule: int


Notes = Callable[[str], Block | None]
"""The footnote of an id as it stands at the foot of a page, None where it does not go there."""


def pages(blocks: Iterable[Block], notes: Notes, frame: Frame) -> Iterator[Page]:
    """The pages, at least one, each made when it is asked for.

    A block that is broken has at least two lines on either page. A footnote stands on the page of
    its first call; what has no room there continues at the foot of the next page.
    """
    setting = _Setting(notes, frame)
    for group in _kept_together(blocks):
        parts = [_Part(block) for block in group]
        if setting.begun and not setting.has_room(parts):
            yield setting.finish()
        for part in parts:
            while not setting.place(part):
                yield setting.finish()
    yield setting.finish()
    while setting.has_notes:
        yield setting.finish()


def _kept_together(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keep:
            yield group
            group = []
    if group:
        yield group


class _Level(NamedTuple):
    """The lines of a block that end at one height, and that no page break parts."""

    top: int
    bottom: int
    lines: tuple[tuple[int, Line], ...]
    """With the place of the cell of each."""
    notes: tuple[str, ...]


class _Part:
    """A block, and how much of it is placed."""

    def __init__(self, block: Block) -> None:
        self.block = block
        lines = [
            (line.bottom, (place, line))
            for place, cell in enumerate(block.cells)
            for line in cell.lines
        ]
        lines.sort(key=itemgetter(0))
        self._levels: list[_Level] = []
        for bottom, found in groupby(lines, itemgetter(0)):
            level = tuple(line for _, line in found)
            notes = tuple(dict.fromkeys(note for _, line in level for note in line.notes))
            self._levels.append(_Level(min(line.top for _, line in level), bottom, level, notes))
        self._placed = 0

    @property
    def is_new(self) -> bool:
        return not self._placed

    @property
    def left(self) -> Sequence[_Level]:
        """The levels that are still to be placed."""
        return self._levels[self._placed :]

    @property
    def top(self) -> int:
        """Where what is left begins, below the top of the block."""
        return self._levels[self._placed].top if self._placed < len(self._levels) else 0

    def height(self, count: int | None = None) -> int:
        """The height of so many more levels; of all for None."""
        found = self.left[:count]
        return found[-1].bottom - self.top if found else 0

    def fitting(self, room: int) -> int:
        """How many more levels have room."""
        top = self.top
        return sum(level.bottom - top <= room for level in self.left)

    def take(self, count: int, y: int) -> list[Slice]:
        """The slices of so many more levels, of which the first is at a place of the page."""
        corner = y - self.top
        lines: dict[int, list[Line]] = {}
        for level in self.left[:count]:
            for cell, line in level.lines:
                lines.setdefault(cell, []).append(line)
        self._placed += count
        return [Slice(self.block.cells[cell], own, corner) for cell, own in sorted(lines.items())]


class _Setting:
    """The page that is being filled, and the footnotes that continue on the next."""

    def __init__(self, notes: Notes, frame: Frame) -> None:
        self._notes = notes
        self._frame = frame
        self._placed_notes: set[str] = set()
        self._made: dict[str, _Part | None] = {}
        self._carried: list[_Part] = []
        self._open()

    def _open(self) -> None:
        self.begun = False
        self._y = self._frame.top
        self._slices: list[Slice] = []
        self._rules: list[Rule] = []
        self._starts: list[Start] = []
        self._foot: list[tuple[Hashable, int, list[Slice]]] = []
        self._foot_height = 0
        carried, self._carried = self._carried, []
        for part in carried:
            self._add_note(part, self._frame.bottom - self._frame.top - self._frame.least)

    @property
    def has_notes(self) -> bool:
        """Whether notes of the pages before stand on this one."""
        return bool(self._foot)

    def finish(self) -> Page:
        """The page as it is now; what follows goes on another."""
        frame = self._frame
        y = frame.bottom - self._foot_height
        if self._foot:
            self._rules.append(Rule(frame.left, y + frame.gap, frame.rule))
            y += 2 * frame.gap
        for name, height, slices in self._foot:
            if name is not None:
                self._starts.append(Start(name, y))
            self._slices += [found._replace(y=found.y + y) for found in slices]
            y += height
        page = Page(tuple(self._slices), tuple(self._rules), tuple(self._starts))
        self._open()
        return page

    def has_room(self, parts: Sequence[_Part]) -> bool:
        """Whether there is room for blocks that are kept together: all of them but the last, and as
        many lines of that one as may stand alone."""
        y = self._y
        notes: list[str] = []
        for part in parts:
            count = len(part.left)
            if part is parts[-1] and count > 3:
                count = 2
            y += part.block.before + part.height(count)
            notes += [note for level in part.left[:count] for note in level.notes]
        return y + self._foot_with(notes) <= self._frame.bottom

    def place(self, part: _Part) -> bool:
        """Puts as much of a block on the page as there is room for; returns whether that is all of
        it."""
        y = self._y + (part.block.before if self.begun and part.is_new else 0)
        levels = part.left
        count = self._without_strays(self._fitting(part, y), len(levels))
        if levels and not count:
            if self.begun:
                return False
            count = 1  # something has to stand on a page, even if its notes go on to the next
        if part.is_new:
            if part.block.rule:
                x, length = part.block.rule
                self._rules.append(Rule(x, y, length))
            if part.block.name is not None:
                self._starts.append(Start(part.block.name, y))
        bottom = y + part.height(count)
        self._slices += part.take(count, y)
        for level in levels[:count]:
            for note in level.notes:
                found = self._note(note)
                self._placed_notes.add(note)
                self._made.pop(note, None)
                if found:
                    self._add_note(found, self._frame.bottom - bottom)
        self._y = bottom
        self.begun = True
        return not part.left

    def _fitting(self, part: _Part, y: int) -> int:
        """How many levels of a block have room, together with the notes that they call."""
        notes: list[str] = []
        top = y - part.top
        for count, level in enumerate(part.left):
            notes += level.notes
            foot = self._foot_with(notes)
            carries = foot > self._foot_height and self._carried
            if top + level.bottom + foot > self._frame.bottom or carries:
                return count
        return len(part.left)

    def _without_strays(self, count: int, left: int) -> int:
        """The number of levels, less so many that no line stands alone on either page."""
        if not 0 < count < left:
            return count
        if left - count == 1:
            count -= 1
        return count if count > 1 or not self.begun else 0

    def _foot_with(self, notes: Sequence[str]) -> int:
        """The height of the foot of the page with these notes as well."""
        height = self._foot_height
        for note in dict.fromkeys(notes):
            found = self._note(note)
            if found:
                height += self._above(found, height) + found.height()
        return height

    def _above(self, note: _Part, height: int) -> int:
        """The space above a note at the foot of a page that is of a height so far."""
        if not height:
            return 2 * self._frame.gap
        return note.block.before if note.is_new else 0

    def _note(self, id: str) -> _Part | None:
        """The footnote to place; None if it is placed already or goes elsewhere."""
        if id in self._placed_notes:
            return None
        if id not in self._made:
            block = self._notes(id)
            self._made[id] = _Part(block) if block else None
        return self._made[id]

    def _add_note(self, part: _Part, room: int) -> None:
        """Puts as much of a footnote as there is room for at the foot of the page, which has `room`
        in all; carries the rest to the next page."""
        above = self._above(part, self._foot_height)
        count = 0 if self._carried else part.fitting(room - self._foot_height - above)
        if count:
            name = part.block.name if part.is_new else None
            own = part.height(count)
            shift = above if self._foot_height else 0  # that above the first is of the rule
            slices = part.take(count, shift)
            self._foot.append((name, own + shift, slices))
            self._foot_height += above + own
        if part.left:
            self._carried.append(part)

"""The contents of a PDF: its texts, their parts and clauses, and their footnotes; no Qt."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.export.excerpt.model import Entry, Excerpt
from desktop_app.export.formats.pdf.file import Bookmark
from desktop_app.resolution.model import Part, PartKind
from desktop_app.resolution.plain import plain_words

_LONGEST = 60
"""Characters of a bookmark."""
_LINES = {"head": "Masthead", "closing": "Closing lines"}
_PARTS = {
    PartKind.PREAMBLE: "Preamble",
    PartKind.OPERATIVE: "Operative part",
    PartKind.CLOSING: "Closing lines",
}
"""What parts are called that have no heading of their own."""


class Title(NamedTuple):
    """A bookmark before it is known where it leads. `text` is the number of the text that it
    belongs to; the footnotes stand after all else of it."""

    text: int
    is_note: bool
    depth: int
    words: str


class Placed(NamedTuple):
    """A bookmark that leads to a page, so many points above its bottom."""

    title: Title
    page: int
    y: float


class Titles:
    """The bookmarks of a text: its parts, with their clauses below."""

    def __init__(self, text: Excerpt, number: int, is_one_of_many: bool) -> None:
        self._text = text
        self._number = number
        self._depth = int(is_one_of_many)
        self._part = ""
        self._level = 0
        self._parts: dict[str, Part] = {}
        for version in text.texts:
            for part in version.divisions():
                self._parts.setdefault(part.id, part)
                self._parts.update((clause.id, part) for clause in part.own())

    def of_text(self) -> tuple[Title, ...]:
        """The bookmark of the text itself."""
        return (self._title(self._text.versions[0].name, 0),)

    def of_entry(self, entry: Entry) -> tuple[Title, ...] | None:
        """The bookmarks of an entry: of the part that begins with it, and of its clause."""
        first = next(paragraph for own in entry.texts for paragraph in own)
        part, level = self._part_of(first.id)
        out: list[Title] = []
        if part != self._part:
            self._part, self._level = part, level
            out.append(self._title(part, self._depth + level))
        if entry.label:
            title = shortened(f"{entry.label} {plain_words(first.runs)}")
            out.append(self._title(title, self._depth + level + 1 + entry.depth))
        return tuple(out) or None

    def _title(self, words: str, depth: int) -> Title:
        return Title(text=self._number, is_note=False, depth=depth, words=words)

    def _part_of(self, id: str) -> tuple[str, int]:
        """The name and the level of the part of a line, heading or clause."""
        place = id.partition(".")[0]
        if place in _LINES:
            return _LINES[place], 0
        part = self._parts.get(id)
        if part is None:
            return self._part, self._level
        heading = shortened(plain_words(part.heading))
        own = part.id.rpartition(".")[2]
        stem = own.rstrip("0123456789")
        counted = f"{stem.title()} {own[len(stem) :]}".rstrip()
        return _PARTS.get(part.kind) or heading or counted, part.level


def bookmarks(placed: Sequence[Placed]) -> list[Bookmark]:
    """The contents of the file: for each text its parts, then its footnotes."""
    out: list[Bookmark] = []
    before = None
    for found, page, y in sorted(placed, key=lambda one: (one.title.text, one.title.is_note)):
        if found.is_note and before != found.text:
            before = found.text
            out.append(Bookmark(depth=found.depth - 1, title="Footnotes", page=page, y=y))
        # A clause may stand deeper than the one before by more than one step.
        depth = min(found.depth, out[-1].depth + 1) if out else 0
        out.append(Bookmark(depth=depth, title=found.words, page=page, y=y))
    return out


def shortened(text: str) -> str:
    """The beginning of a text, on one line."""
    one = " ".join(text[: 4 * _LONGEST].split())
    return one if len(one) <= _LONGEST else one[:_LONGEST].rstrip() + "…"

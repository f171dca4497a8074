"""Blocks: the paragraphs, headings, list items and notes that a file of any format has."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from desktop_app.resolution import runs as styled
from desktop_app.resolution import tables
from desktop_app.resolution.model import Box, Runs, Style, words

EXPORTED = "exported"
"""The key of the metadata that says that this program wrote the file."""


class BlockKind(StrEnum):
    """What the file makes of a block."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    """The first paragraph of an item of a numbered list."""
    NOTE = "note"
    """A footnote; `number` is its mark."""
    TABLE = "table"
    """A table; its runs hold its cells as `resolution.tables` says."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or note as the file has it.

    Line breaks inside are "\\n" in the runs. `number` is the item's number or the note's mark as
    printed ("5.", "3"); `level` the depth of a heading (1 the highest) or of a list (1 the
    outermost, 0 outside any). `counted`: the file numbers every item 1 and has them counted, so
    that the number is not the printed one. `headings` is how many rows of a table are headings.
    """

    kind: BlockKind
    runs: Runs
    number: str = ""
    level: int = 0
    counted: bool = False
    headings: int = 0
    _text: str | None = field(default=None, init=False, compare=False, repr=False)
    """What `text` says, once it was asked."""

    @property
    def text(self) -> str:
        """The words without the footnote marks."""
        text = self._text
        if text is None:  # many rules ask for it
            text = words(self.runs)
            object.__setattr__(self, "_text", text)
        return text

    def having(self, runs: Runs) -> "Block":
        """The same block with other words: `replace` takes four times as long."""
        if runs is self.runs:
            return self
        return Block(self.kind, runs, self.number, self.level, self.counted, self.headings)


class Stretch(NamedTuple):
    """Words that stand together on a page of a file that has pages: a line of a page that is set,
    which has a box, or of another as much of a paragraph as stands on one page. `text` has no
    raised signs; `page` counts from 1; boxes of one `column` make one. `is_note`: of a footnote."""

    text: str
    page: int
    box: Box | None = None
    column: int = 0
    is_note: bool = False


def unraised(runs: Runs) -> str:
    """The words without anything raised, which can be a mark."""
    return "".join(r.text for r in runs if r.style not in (Style.MARK, Style.SUPERSCRIPT))


@dataclass(frozen=True, slots=True)
class Document:
    """A file's blocks in reading order and what its front matter states, keys in lower case.
    `indent`: how many characters the first line of a paragraph stands further in than the others
    that are broken in it, below 0 where it stands further out. `printed`: the words of the file in
    reading order with their pages, where it has any."""

    blocks: tuple[Block, ...]
    metadata: dict[str, str] = field(default_factory=dict)
    indent: int = 0
    printed: tuple[Stretch, ...] = ()


def paragraphs_of(block: Block) -> Iterator[Block]:
    """The rows of a table as paragraphs, a tab between two cells; empty ones are left out."""
    for row in tables.printed_rows(block.runs):
        runs = styled.strip(styled.join(row, lambda left, right: "\t"))
        if runs:
            yield Block(BlockKind.PARAGRAPH, runs)

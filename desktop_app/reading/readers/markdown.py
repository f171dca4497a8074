"""Markdown to blocks.

Nothing of the text is lost: images leave their alternative text, links their words, and HTML
that is not plain type setting stays as the characters it is written with.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown_it.token import Token

from desktop_app.common.front_matter import front_matter
from desktop_app.common.messages import Message
from desktop_app.common.progress import Progress, silent
from desktop_app.reading.blocks import EXPORTED, Block, BlockKind, Document
from desktop_app.reading.content import Content
from desktop_app.reading.readers.encodings import decode
from desktop_app.reading.readers.markdown_exports.own import exported
from desktop_app.reading.readers.markdown_parser import DEEPEST, ESCAPED, parsed
from desktop_app.reading.readers.reader import Reader
from desktop_app.resolution import tables
from desktop_app.resolution.model import Run, Runs, Style
from desktop_app.resolution.runs import merged

_QUOTED_TOO_DEEPLY = re.compile(r"^(?:[ \t]*>){250}", re.MULTILINE)
"""Lines that the parser would take minutes for."""
_EMPHASIS_TAGS = frozenset({"b", "i", "em", "strong", "u"})
_SILENT_TAGS = frozenset({"p", "div", "span", "center", "font"})
_TAG = re.compile(r"<(/?)([a-zA-Z]+)(?:\s[^>]*)?/?>")
_STRAY_EMPHASIS = re.compile(r"(\*\*|__)\s*([^*_\n]{1,60}?)\s*\1")
_MOST_GAPS = 10_000
"""Cells that may be missing in the rows of a table."""
_MARKUP = re.compile(rb"^(?:#{1,6} |---\s*$)|\*\*|__|\[\^|<sup>", re.MULTILINE)
"""What tells Markdown from plain text."""


def from_bytes(data: bytes, path: Path, progress: Progress = silent) -> Document:
    """The blocks of a Markdown file. Raises ReadingError for bytes that are no text."""
    return read(decode(data, path).removeprefix("\ufeff"))


def read(text: str) -> Document:
    """The blocks of a Markdown text. Any text can be read: Markdown has no errors."""
    stated = front_matter(text)
    body = text[stated.text :]
    found = exported(body)
    if found and len(found.tags) == 1:
        metadata = {"language": found.tags[0].partition("-")[0], EXPORTED: "yes"}
        return Document(tuple(_blocks("\n\n".join(found.texts))), metadata)
    return Document(tuple(_blocks(body)), _front_matter(text[stated.start : stated.end]))


def _blocks(text: str) -> Sequence[Block]:
    if _QUOTED_TOO_DEEPLY.search(text):
        return [*_plain_blocks(text)]
    tokens = parsed(text)
    # An item of a list is two levels; what is in the deepest one would be left out.
    if any(token.level >= DEEPEST - 2 for token in tokens):
        return [*_plain_blocks(text)]
    return _Blocks().read(tokens)


def _plain_blocks(text: str) -> Iterator[Block]:
    """The paragraphs of a text nested so deeply that the parser would leave its inside out."""
    for paragraph in re.split(r"\n\s*\n", text):
        if paragraph.strip():
            yield Block(BlockKind.PARAGRAPH, (Run(paragraph.strip()),))


def _front_matter(content: str) -> dict[str, str]:
    """The `key: value` lines; deeper YAML is none of the reader's business."""
    pairs = (line.partition(":") for line in content.splitlines() if not line.startswith(" "))
    return {
        key.strip().lower(): value.strip().strip("\"'")
        for key, colon, value in pairs
        if colon and value.strip()
    }


def _find_counted(tokens: Sequence[Token]) -> None:
    """Notes for each list whether all of its items, two or more, are numbered 1."""
    lists: list[tuple[Token, list[str]]] = []
    for token in tokens:
        match token.type:
            case "ordered_list_open" | "bullet_list_open":
                lists.append((token, []))
            case "list_item_open":
                lists[-1][1].append(token.info)
            case "ordered_list_close" | "bullet_list_close":
                opening, numbers = lists.pop()
                opening.meta["counted"] = len(numbers) > 1 and set(numbers) == {"1"}


class _List:
    """An open list: gives each item's number to the item's first paragraph. `counted`: its author
    numbered every item 1 and lets Markdown count."""

    def __init__(self, opening: Token) -> None:
        self._numbered = opening.tag == "ol"
        self.counted = bool(opening.meta.get("counted"))
        self._items = 0
        self._number = ""

    def next_item(self, item: Token) -> None:
        if not self._numbered:
            return
        self._items += 1
        self._number = f"{self._items if self.counted else item.info}{item.markup}"

    @property
    def awaits_words(self) -> bool:
        """Whether an item has a number and no words yet."""
        return bool(self._number)

    def take_number(self) -> str:
        number, self._number = self._number, ""
        return number


class _Blocks:
    """Puts the blocks of a text together, token by token."""

    def __init__(self) -> None:
        self.done: list[Block] = []
        self._lists: list[_List] = []
        self._notes: list[tuple[str, list[Runs]]] = []
        """The open footnotes, label and paragraphs: a note can hold another."""
        self._heading = 0
        self._row: list[Runs] | None = None
        """The cells of the open row of a table."""
        self._table: list[list[Runs]] | None = None
        """The rows of the open table; None for one whose rows are paragraphs."""
        self._bare = ""
        """The number of an item without words: a converter cut it off from its paragraph."""

    def read(self, tokens: Sequence[Token]) -> list[Block]:
        """The blocks of all the tokens."""
        _find_counted(tokens)
        for token in tokens:
            self._take(token)
        self._end_bare()
        return self.done

    def _take(self, token: Token) -> None:
        match token.type:
            case "ordered_list_open" | "bullet_list_open":
                self._open_list(token)
            case "ordered_list_close" | "bullet_list_close":
                self._lists.pop()
            case "list_item_open":
                self._lists[-1].next_item(token)
            case "list_item_close":
                self._end_item()
            case "footnote_reference_open":
                self._notes.append((str(token.meta["label"]), []))
            case "footnote_reference_close":
                self._end_note()
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "heading_close":
                self._heading = 0
            case "table_open" if not (self._notes or self._awaits_words()):
                self._table = []
            case "table_close":
                self._end_table()
            case "tr_open":
                self._row = []
            case "tr_close":
                self._end_row()
            case "inline":
                self._add_runs(_runs(token.children or []))

    def _open_list(self, opening: Token) -> None:
        """Opens a list. A number that still awaits its paragraph stands alone before a list that
        has its own."""
        if opening.tag == "ol":
            self._end_item()
            self._end_bare()
        self._lists.append(_List(opening))

    def _add_runs(self, runs: Runs) -> None:
        """The words of a cell, of a paragraph of a note, of a heading or of a paragraph."""
        if self._row is not None:
            self._row.append(runs)
        elif self._notes:
            self._add_to_note(self._with_number(runs))
        elif runs:
            self._add_block(runs)

    def _add_block(self, runs: Runs) -> None:
        level, number = self._take_number()
        if self._heading and not number:
            self.done.append(Block(BlockKind.HEADING, runs, level=self._heading))
            return
        if number:
            self._end_bare()
        counted = bool(number) and self._lists[level - 1].counted
        number, self._bare = number or self._bare, ""
        kind = BlockKind.ITEM if number else BlockKind.PARAGRAPH
        self.done.append(Block(kind, runs, number=number, level=level, counted=counted))

    def _end_item(self) -> None:
        _, number = self._take_number()
        if number and self._notes:
            self._add_to_note((Run(number),))
        elif number:
            self._end_bare()
            self._bare = number

    def _end_bare(self) -> None:
        if self._bare:
            self.done.append(Block(BlockKind.PARAGRAPH, (Run(self._bare),)))
        self._bare = ""

    def _end_note(self) -> None:
        label, paragraphs = self._notes.pop()
        if paragraphs:
            self.done.append(Block(BlockKind.NOTE, _joined(paragraphs, "\n"), number=label))

    def _awaits_words(self) -> bool:
        """Whether a number awaits its paragraph."""
        return bool(self._bare) or any(each.awaits_words for each in self._lists)

    def _end_row(self) -> None:
        row, self._row = self._row or [], None
        if self._table is None:
            self._add_row(row)
        else:
            self._table.append(row)

    def _end_table(self) -> None:
        """A table of one column is a frame around paragraphs, and what is mostly gaps is none. One
        whose head is empty has none."""
        rows, self._table = self._table or [], None
        columns = max(map(len, rows), default=0)
        gaps = columns * len(rows) - sum(map(len, rows))
        if columns < 2 or gaps > _MOST_GAPS:
            for row in rows:
                self._add_row(row)
            return
        headings = 1 if any(rows[0]) else 0
        runs = tables.of_rows(rows[1 - headings :])
        if any(run.text.strip() for run in runs):
            self.done.append(Block(BlockKind.TABLE, runs, headings=headings))

    def _add_row(self, row: Sequence[Runs]) -> None:
        """A row that is a paragraph."""
        cells = _joined(row, "\t")
        if self._notes:
            self._add_to_note(self._with_number(cells))
        elif any(run.text.strip() for run in cells):
            self._add_block(cells)

    def _add_to_note(self, runs: Runs) -> None:
        self._notes[-1][1].append(runs)

    def _with_number(self, runs: Runs) -> Runs:
        """The words with the number of their item, if they are its first."""
        _, number = self._take_number()
        return (Run(f"{number} "), *runs) if number else runs

    def _take_number(self) -> tuple[int, str]:
        """The level of the list and the number awaiting its paragraph. The paragraph can be in a
        deeper list: "5. - Decides"."""
        for level in range(len(self._lists), 0, -1):
            if number := self._lists[level - 1].take_number():
                return level, number
        return len(self._lists), ""


def _joined(pieces: Sequence[Runs], between: str) -> Runs:
    """The pieces one after the other: the cells of a row with tabs between them, the paragraphs of
    a note with line breaks."""
    out: list[Run] = []
    for index, piece in enumerate(pieces):
        out += [Run(between), *piece] if index else piece
    return tuple(out)


def _runs(children: Sequence[Token]) -> Runs:
    """The text of one paragraph; neighbours of one style are one run, but for raised ones."""
    out: list[Run] = []
    emphasis = 0
    raised = 0
    for token in children:
        style = Style.SUPERSCRIPT if raised > 0 else Style.EMPHASIS if emphasis > 0 else Style.PLAIN
        match token.type:
            case "em_open" | "strong_open":
                emphasis += 1
            case "em_close" | "strong_close":
                emphasis -= 1
            case "softbreak" | "hardbreak":
                _add(out, "\n", style)
            case "footnote_ref":
                out.append(Run(str(token.meta["label"]), Style.MARK))
            case "html_inline":
                tag = _TAG.fullmatch(token.content)
                name = tag[2].lower() if tag else ""
                step = -1 if tag and tag[1] else 1
                if name == "sup":
                    raised += step
                elif name in _EMPHASIS_TAGS:
                    emphasis += step
                elif name == "br":
                    _add(out, "\n", style)
                elif name not in _SILENT_TAGS and not token.content.startswith("<!--"):
                    _add(out, token.content, style)
            case "image":
                _add(out, token.content, style)
            case "text" if style is Style.PLAIN:
                _add_with_stray_emphasis(out, token.content)
            case _:
                _add(out, token.content, style)
    return merged(out)


def _add(out: list[Run], text: str, style: Style) -> None:
    if not text:
        return
    for sign, stand_in in ESCAPED.items():
        text = text.replace(stand_in, sign)
    out.append(Run(text, style))


def _add_with_stray_emphasis(out: list[Run], text: str) -> None:
    """`** 促请 **`: emphasis that the space inside keeps Markdown from seeing."""
    end = 0
    may_have_it = "**" in text or "__" in text
    for found in _STRAY_EMPHASIS.finditer(text) if may_have_it else ():
        _add(out, text[end : found.start()], Style.PLAIN)
        _add(out, found[2], Style.EMPHASIS)
        end = found.end()
    _add(out, text[end:], Style.PLAIN)


def _holds(data: bytes, path: Path) -> Content | None:
    from desktop_app.reading.readers.markdown_exports.pairs import (
        content,  # late: few files are such
    )

    return content(data, path, read)


READER = Reader(
    name=Message("Markdown"),
    endings=("md", "markdown"),
    recognises=lambda data: _MARKUP.search(data) is not None,
    read=from_bytes,
    holds=_holds,
    is_text=True,
)

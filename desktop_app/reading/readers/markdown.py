"""Markdown to blocks, through markdown-it-py with its footnote and front matter plugins.

Nothing of the text is lost: images leave their alternative text, links their words, and HTML
that is not plain type setting stays as the characters it is written with. Nothing is fetched and
nothing is run.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from desktop_app.common.messages import Message
from desktop_app.reading.blocks import Block, BlockKind, Document
from desktop_app.reading.readers.encodings import decode
from desktop_app.reading.readers.reader import Reader
from desktop_app.resolution.model import Run, Runs, Style

_DEEPEST = 20
"""Levels of nesting that are read: markdown-it-py's own limit, since the time for brackets within
brackets grows with it."""
_LONGEST = 300_000
_MOST_BRACKETS = 1_000
"""Characters and brackets of a paragraph; one with more was written by no person, and its markup
is taken for text, since to look for it takes a minute for ten million characters."""
_QUOTED_TOO_DEEPLY = re.compile(r"^(?:[ \t]*>){250}", re.MULTILINE)
"""Lines that the parser would take minutes for."""
_ESCAPED = {"*": "\ufdd0", "_": "\ufdd1"}
"""Escaped signs and the noncharacters of Unicode that stand for them while emphasis is sought."""
_EMPHASIS_TAGS = frozenset({"b", "i", "em", "strong", "u"})
_SILENT_TAGS = frozenset({"p", "div", "span", "center", "font"})
_TAG = re.compile(r"<(/?)([a-zA-Z]+)(?:\s[^>]*)?/?>")
_MARK = re.compile(r"\[\^([^\]\[\s]{1,40})\]")
_STRAY_EMPHASIS = re.compile(r"(\*\*|__)\s*([^*_\n]{1,60}?)\s*\1")
_MARKUP = re.compile(rb"^(?:#{1,6} |---\s*$)|\*\*|__|\[\^|<sup>", re.MULTILINE)
"""What tells Markdown from plain text."""


def from_bytes(data: bytes, path: Path) -> Document:
    """The blocks of a Markdown file. Raises ReadingError for bytes that are no text."""
    return read(decode(data, path).removeprefix("\ufeff"))


def read(text: str) -> Document:
    """The blocks of a Markdown text. Any text can be read: Markdown has no errors."""
    if _QUOTED_TOO_DEEPLY.search(text):
        return Document(tuple(_plain_blocks(text)))
    tokens = _parser().parse(text)
    # An item of a list is two levels; what is in the deepest one would be left out.
    if any(token.level >= _DEEPEST - 2 for token in tokens):
        return Document(tuple(_plain_blocks(text)))
    metadata: dict[str, str] = {}
    if tokens and tokens[0].type == "front_matter":
        metadata = _front_matter(tokens[0].content)
    return Document(tuple(_Blocks().read(tokens)), metadata)


def _plain_blocks(text: str) -> Iterator[Block]:
    """The paragraphs of a text nested so deeply that the parser would leave its inside out."""
    for paragraph in re.split(r"\n\s*\n", text):
        if paragraph.strip():
            yield Block(BlockKind.PARAGRAPH, (Run(paragraph.strip()),))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.core.ruler.at("inline", _inline)
    parser.core.ruler.before("text_join", "escaped_emphasis", _escaped_emphasis)
    parser.use(front_matter_plugin)
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    # The plugin's rule for a mark in the text looks for its end anew from every "[^", which takes
    # minutes on a text full of them, and passes over marks whose note is missing.
    parser.inline.ruler.at("footnote_ref", _footnote_mark)
    # HTML blocks are read as paragraphs, so that their words and marks are seen; an indented
    # line or a fence is a paragraph that a converter made so, never program code; a line of dashes
    # below a paragraph is a rule, not a sign that the paragraph was a heading; and what looks
    # like the definition of a link is a note.
    return parser.disable(["html_block", "code", "fence", "lheading", "reference"])


def _inline(state: StateCore) -> None:
    """What stands inside paragraphs, headings and cells."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        content = token.content
        if len(content) > _LONGEST or content.count("[") > _MOST_BRACKETS:
            token.children.append(Token("text", "", 0, content=content))
        else:
            state.md.inline.parse(content, state.md, state.env, token.children)


def _escaped_emphasis(state: StateCore) -> None:
    """\\* and \\_, which are signs and never emphasis, as signs that no text has."""
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "text_special":
                child.content = _ESCAPED.get(child.content, child.content)


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    """[^1]"""
    found = _MARK.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": found.group(1)}
    state.pos = found.end()
    return True


def _front_matter(content: str) -> dict[str, str]:
    """The `key: value` lines; deeper YAML is none of the reader's business."""
    pairs = (line.partition(":") for line in content.splitlines() if not line.startswith(" "))
    return {
        key.strip().lower(): value.strip().strip("\"'")
        for key, colon, value in pairs
        if colon and value.strip()
    }


class _List:
    """An open list: gives each item's number to the item's first paragraph."""

    def __init__(self, opening: Token) -> None:
        self._numbered = opening.tag == "ol"
        self._printed = ""
        self._ones = 0
        self.counted = False
        self._number = ""

    def next_item(self, item: Token) -> None:
        if not self._numbered:
            return
        # An author may number every item 1 and let Markdown count; any other number stands.
        self._ones += item.info == self._printed == "1"
        self._printed = item.info
        self.counted = self._ones > 0
        self._number = f"{int(item.info) + self._ones if self._ones else item.info}{item.markup}"

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
        self._bare = ""
        """The number of an item without words: a converter cut it off from its paragraph."""

    def read(self, tokens: Sequence[Token]) -> list[Block]:
        """The blocks of all the tokens."""
        for token in tokens:
            self._take(token)
        self._end_bare()
        return self.done

    def _take(self, token: Token) -> None:
        match token.type:
            case "ordered_list_open" | "bullet_list_open":
                if self._notes and (number := self._take_number()):
                    self._add_to_note((Run(number),))
                self._lists.append(_List(token))
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
            case "tr_open":
                self._row = []
            case "tr_close":
                self._end_row()
            case "inline":
                self._add_runs(_runs(token.children or []))

    def _add_runs(self, runs: Runs) -> None:
        """The words of a cell, of a paragraph of a note, of a heading or of a paragraph."""
        if self._row is not None:
            self._row.append(runs)
        elif self._notes:
            self._add_to_note(self._with_number(runs))
        elif self._heading:
            self.done.append(Block(BlockKind.HEADING, runs, level=self._heading))
        elif runs:
            self._add_paragraph(runs)

    def _add_paragraph(self, runs: Runs) -> None:
        number = self._take_number()
        if number:
            self._end_bare()
        counted = bool(number) and self._lists[-1].counted
        number, self._bare = number or self._bare, ""
        kind = BlockKind.ITEM if number else BlockKind.PARAGRAPH
        level = len(self._lists)
        self.done.append(Block(kind, runs, number=number, level=level, counted=counted))

    def _end_item(self) -> None:
        number = self._take_number()
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

    def _end_row(self) -> None:
        cells, self._row = _joined(self._row or (), "\t"), None
        if self._notes:
            self._add_to_note(self._with_number(cells))
        else:
            self.done.append(Block(BlockKind.PARAGRAPH, cells, level=len(self._lists)))

    def _add_to_note(self, runs: Runs) -> None:
        self._notes[-1][1].append(runs)

    def _with_number(self, runs: Runs) -> Runs:
        """The words with the number of their item, if they are its first."""
        number = self._take_number()
        return (Run(f"{number} "), *runs) if number else runs

    def _take_number(self) -> str:
        return self._lists[-1].take_number() if self._lists else ""


def _joined(pieces: Sequence[Runs], between: str) -> Runs:
    """The pieces one after the other: the cells of a row with tabs between them, the paragraphs of
    a note with line breaks."""
    out: list[Run] = []
    for index, piece in enumerate(pieces):
        out += [Run(between), *piece] if index else piece
    return tuple(out)


def _runs(children: Sequence[Token]) -> Runs:
    """The text of one paragraph; neighbours of one style are one run."""
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
    return tuple(out)


def _add(out: list[Run], text: str, style: Style) -> None:
    if not text:
        return
    for sign, stand_in in _ESCAPED.items():
        text = text.replace(stand_in, sign)
    if out and out[-1].style is style and style is not Style.SUPERSCRIPT:
        text = out.pop().text + text
    out.append(Run(text, style))


def _add_with_stray_emphasis(out: list[Run], text: str) -> None:
    """`** 促请 **`: emphasis that the space inside keeps Markdown from seeing."""
    end = 0
    for found in _STRAY_EMPHASIS.finditer(text):
        _add(out, text[end : found.start()], Style.PLAIN)
        _add(out, found[2], Style.EMPHASIS)
        end = found.end()
    _add(out, text[end:], Style.PLAIN)


READER = Reader(
    name=Message("Markdown"),
    endings=("md", "markdown"),
    recognises=lambda data: _MARKUP.search(data) is not None,
    read=from_bytes,
)

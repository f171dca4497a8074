"""The entries of the table of contents; no Qt."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.grammar.characters import ENDS_NO_HEADING
from desktop_app.resolution.plain import plain_words
from desktop_app.ui.page.nodes import NodeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop_app.ui.page.nodes import Node, Paragraph

    Texts = Callable[[Node, int], tuple[Paragraph, ...]]

_HEADED = ("section", "chapter", "art", "annex", "resolution")
_NAMED = ("preamble", "operative", "closing")
"""The parts whose headings are no titles of theirs."""
_INNER = "heading"
"""The name of a heading above some sub-paragraphs of a clause."""
_LONGEST = 100
"""The longest heading, in characters."""


class Entry(NamedTuple):
    """An entry: its name, the count of rows below it (0 for a heading within a part), its depth,
    and the number of its node."""

    name: str
    rows: int
    depth: int
    node: int


def contents(root: Node, name: Callable[[Node], str], texts: Texts) -> list[Entry]:
    """The parts of a document and the headings within its sections and annexes, in the first text.
    `name` gives the label of a part on the page, `texts` the paragraphs of a cell."""
    out: list[Entry] = []
    for part in root.children:
        out.extend(_entries(part, name, texts, 0))
    return out


def _entries(part: Node, name: Callable[[Node], str], texts: Texts, depth: int) -> Iterator[Entry]:
    """The entry of a part, and those of its headings and of the divisions below it."""
    title = name(part).partition(" · ")[0]
    has_own_words = part.name not in _NAMED and (depth > 0 or part.name.startswith(_HEADED))
    heading = _words(texts, part) if has_own_words else ""
    yield Entry(heading or title, len(part.children), depth, part.number)
    if has_own_words:
        yield from _headings(part, texts, depth + 1)
    for node in part.children:
        if node.kind is NodeKind.SECTION:
            yield from _entries(node, name, texts, depth + 1)
        elif node.children:
            inner = (below for below in node.walk() if below.name == _INNER)
            yield from (
                Entry(_words(texts, one), len(one.children), depth + 1, one.number) for one in inner
            )


def _headings(part: Node, texts: Texts, depth: int) -> Iterator[Entry]:
    """The headings in a part: short rows without a number and without closing punctuation."""
    for node in part.children:
        if node.kind is not NodeKind.CLAUSE or node.children or not _is_unnumbered(node):
            continue
        text = _words(texts, node)
        if text and len(text) <= _LONGEST and text[-1] not in ENDS_NO_HEADING:
            yield Entry(text, 0, depth, node.number)


def _is_unnumbered(node: Node) -> bool:
    """Whether a row has no number of its own, only a label for its position."""
    return node.name[:1] == "P" and node.name[1:].isdigit()


def _words(texts: Texts, node: Node) -> str:
    """The first paragraph of a row, in the first text that has one, on one line."""
    paragraphs = [paragraph for side in range(len(node.texts)) for paragraph in texts(node, side)]
    return " ".join(plain_words(paragraphs[0].runs).split()) if paragraphs else ""


def at(entries: Sequence[Entry], node: int) -> int:
    """The index of the entry that a node is under, -1 if it comes before all."""
    return bisect_right([entry.node for entry in entries], node) - 1

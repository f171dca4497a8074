"""What a document contains, as its table of contents lists it; no Qt."""

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

_LONGEST = 100
"""Characters: what is longer is no heading."""


class Entry(NamedTuple):
    """A line of the contents: its words, how many rows are below it (0 for a heading within a
    part), how deep it stands, and the number of the node that it leads to."""

    name: str
    rows: int
    depth: int
    node: int


def contents(root: Node, name: Callable[[Node], str], texts: Texts) -> list[Entry]:
    """The parts of a document, and the headings within its sections and annexes, in the words of
    the first text. `name` is what a part is called on the screen, `texts` what a cell shows."""
    out: list[Entry] = []
    for part in root.children:
        title = name(part).partition(" · ")[0]
        has_own_words = part.name == "annex" or part.name.startswith("section")
        heading = _words(texts, part) if has_own_words else ""
        out.append(Entry(heading or title, len(part.children), 0, part.number))
        if has_own_words:
            out.extend(_headings(part, texts))
    return out


def _headings(part: Node, texts: Texts) -> Iterator[Entry]:
    """The rows of a part that are headings: short, without a number and without an end sign."""
    for node in part.children:
        if node.kind is not NodeKind.CLAUSE or node.children or not _is_unnumbered(node):
            continue
        text = _words(texts, node)
        if text and len(text) <= _LONGEST and text[-1] not in ENDS_NO_HEADING:
            yield Entry(text, 0, 1, node.number)


def _is_unnumbered(node: Node) -> bool:
    """Whether a row bears the label of its place and no number of its own."""
    return node.name[:1] == "P" and node.name[1:].isdigit()


def _words(texts: Texts, node: Node) -> str:
    """The first words of a row in the first text that has some, on one line."""
    shown = [paragraph for side in range(len(node.texts)) for paragraph in texts(node, side)]
    return " ".join(plain_words(shown[0].runs).split()) if shown else ""


def at(entries: Sequence[Entry], node: int) -> int:
    """The place of the entry that a node stands under, -1 where it is above all."""
    return bisect_right([entry.node for entry in entries], node) - 1

"""The documents with everything in them, in pieces for those who write them in other formats."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tests.support.paths import FIXTURES

_INLINE = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|<sup>(.+?)</sup>|\[\^(.+?)\]", re.DOTALL)
MASTHEAD = 5
"""Paragraphs that a page has beside each other."""


class Everything(NamedTuple):
    """A document: the Markdown of its paragraphs, headings and tables, and that of its notes by
    their marks."""

    language: str
    texts: list[str]
    notes: dict[str, str]


class Piece(NamedTuple):
    """Words of one kind: "" for plain ones, "strong", "emphasis", "raised" or "note"."""

    kind: str
    text: str


def markdown_of(language: str) -> str:
    """The file in a language."""
    return (FIXTURES / "everything" / f"{language}.md").read_text(encoding="utf-8")


def document(language: str, markdown: str = "") -> Everything:
    """The document in a language."""
    texts = re.split(r"\n\n+", (markdown or markdown_of(language)).strip())
    notes = {
        found[1]: text[found.end() :]
        for text in texts
        if (found := re.match(r"\[\^(.+?)\]: ", text))
    }
    return Everything(language, [text for text in texts if not text.startswith("[^")], notes)


def pieces(text: str) -> Iterator[Piece]:
    """The words of a paragraph by their kinds."""
    end = 0
    for found in _INLINE.finditer(text):
        if found.start() > end:
            yield Piece("", text[end : found.start()])
        end = found.end()
        kinds = ("strong", "emphasis", "raised", "note")
        yield next(
            Piece(kind, words) for kind, words in zip(kinds, found.groups(), strict=True) if words
        )
    if end < len(text):
        yield Piece("", text[end:])


def heading(text: str) -> tuple[int, str]:
    """The level of a heading and its words; 0 for a paragraph."""
    found = re.match(r"(#+) ", text)
    return (len(found[1]), text[found.end() :]) if found else (0, text)


def rows(text: str) -> list[list[str]]:
    """The cells of a table, its heading first; none for other text."""
    lines = [line for line in text.split("\n") if "---" not in line] if text[0] == "|" else []
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def inline(text: str, write: Callable[[Piece], str]) -> str:
    """A paragraph, each piece as it is written."""
    return "".join(map(write, pieces(text)))

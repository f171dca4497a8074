"""One side of a row: its texts end to end, and what of them is linked already."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop_app.alignment.audit.values import value
from desktop_app.alignment.links.link import LinkKind, Text
from desktop_app.grammar.anchors import AnchorKind, anchors
from desktop_app.grammar.stems import Word, content_words
from desktop_app.grammar.terms import TermSpan, term_spans
from desktop_app.resolution.bitext import Span
from desktop_app.resolution.model import Style, words

_KINDS = {
    AnchorKind.DATE: LinkKind.DATE,
    AnchorKind.NUMBER: LinkKind.NUMBER,
    AnchorKind.SYMBOL: LinkKind.SYMBOL,
}

_TAKEN, _LEFT = 1, 2


class Stretch(NamedTuple):
    """A part of a side."""

    start: int
    end: int


class Joined(NamedTuple):
    """Words of the two sides of a row that say the same."""

    source: Stretch
    target: Stretch
    kind: LinkKind


class Found(NamedTuple):
    """A stretch of a side that stands for a value."""

    kind: LinkKind
    value: str
    start: int
    end: int


class Side:
    """The texts of one side of a row. Positions count through all of them; a line break parts two
    texts."""

    def __init__(self, texts: Sequence[Text], language: str) -> None:
        self._ids = [text.id for text in texts]
        self._texts = [words(text.runs) for text in texts]
        self._runs = [text.runs for text in texts]
        self.language = language
        self._starts: list[int] = []
        self.text = "\n".join(self._texts)
        length = 0
        for text in self._texts:
            self._starts.append(length)
            length += len(text) + 1
        self._taken = bytearray(length)

    def span(self, stretch: Stretch) -> Span:
        """A stretch as the place in its own text."""
        number = bisect_right(self._starts, stretch.start) - 1
        at = self._starts[number]
        return Span(self._ids[number], stretch.start - at, stretch.end - at)

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing of a stretch is taken or left out."""
        return self._taken.count(0, start, end) == end - start

    def is_untaken(self, start: int, end: int) -> bool:
        """Whether nothing of a stretch is taken."""
        return self._taken.find(_TAKEN, start, end) < 0

    def take(self, start: int, end: int) -> Stretch:
        """Takes a stretch, so that nothing else is linked there."""
        self._taken[start:end] = bytes([_TAKEN]) * (end - start)
        return Stretch(start, end)

    def leave(self, start: int, end: int) -> None:
        """Leaves a stretch out, if it is free: it has no counterpart of its own, but can still
        belong to what is linked beside it."""
        if self.is_free(start, end):
            self._taken[start:end] = bytes([_LEFT]) * (end - start)

    def marks(self) -> Iterator[tuple[str, int]]:
        """The footnotes that marks call, and the places of the marks."""
        for at, runs in zip(self._starts, self._runs, strict=True):
            for run in runs:
                if run.style is not Style.MARK:
                    at += len(run.text)
                elif run.note:
                    yield run.note, at

    def anchors(self) -> list[Found]:
        """The dates, numbers and symbols."""
        found: list[Found] = []
        for at, text in zip(self._starts, self._texts, strict=True):
            for anchor in anchors(text, self.language):
                kind, what = value(anchor)
                found.append(Found(_KINDS[kind], what, at + anchor.start, at + anchor.end))
        return found

    def terms(self) -> list[TermSpan]:
        """The concepts of the table, where they stand."""
        return [
            TermSpan(term.concept, at + term.start, at + term.end)
            for at, text in zip(self._starts, self._texts, strict=True)
            for term in term_spans(text, self.language)
        ]

    def words(self) -> list[Word]:
        """The words that nothing is linked to, without function words."""
        return [
            Word(word.stem, at + word.start, at + word.end)
            for at, text in zip(self._starts, self._texts, strict=True)
            for word in content_words(text, self.language)
            if self.is_free(at + word.start, at + word.end)
        ]

"""One link, and what links are made between."""

from enum import StrEnum
from typing import NamedTuple

from desktop_app.resolution.bitext import Span
from desktop_app.resolution.model import Runs


class LinkKind(StrEnum):
    """What a link joins."""

    DATE = "date"
    NUMBER = "number"
    SYMBOL = "symbol"
    TERM = "term"
    NOTE = "note"
    """Two footnote marks. Their spans are empty: marks are no part of the words, and stand between
    two characters."""


class Link(NamedTuple):
    """Words of one version and those that say the same in the other."""

    source: Span
    target: Span
    kind: LinkKind


class Text(NamedTuple):
    """A clause, a footnote or a line, by its id."""

    id: str
    runs: Runs

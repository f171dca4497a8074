"""What a check is: its record, and what it is given."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.alignment.audit.versions import Compared, Versions
from desktop_app.common.messages import Message
from desktop_app.resolution.bitext import Bitext, Finding, Severity


class Document(NamedTuple):
    """A whole bitext, for the checks that need more than one row: its versions and its rows."""

    bitext: Bitext
    versions: Versions
    rows: Sequence[Compared]


OfRow = Callable[[Compared], Iterator[Finding]]
OfDocument = Callable[[Document], Iterator[Sequence[Finding]]]
"""Yields the findings piece by piece, also empty pieces, so that a window can pause between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check. `name` is what the command line calls it, `title` what a person reads.

    `severity` is that of its findings, unless one of them is milder. `is_on`: it runs unless it is
    switched off; another one only if it is asked for. `reads_figures`: it finds nothing in letters
    that a program recognised, which takes one figure for another. It takes a row or the document.
    """

    name: str
    title: Message
    severity: Severity = Severity.ERROR
    is_on: bool = True
    reads_figures: bool = False
    of_row: OfRow | None = None
    of_document: OfDocument | None = None

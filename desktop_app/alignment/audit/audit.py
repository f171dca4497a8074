"""The audit of a bitext: every check on every row. A new check is a module and a line here."""

from collections.abc import Iterator, Sequence

from desktop_app.alignment.audit import (
    dates,
    footnotes,
    masthead,
    numbers,
    paragraphs,
    symbols,
    titles,
)
from desktop_app.alignment.audit.versions import Compared, Version, pair_footnotes
from desktop_app.resolution.bitext import Bitext, Finding
from desktop_app.resolution.model import Caveat

_CHECKS = (
    paragraphs.check,
    footnotes.check,
    symbols.check,
    dates.check,
    numbers.check,
    titles.check,
)
"""Each takes a row with its versions; their findings come in this order."""
_OF_FIGURES = (dates.check, numbers.check)
"""They find nothing in letters that a program recognised: it takes one figure for another."""


def audit(bitext: Bitext) -> tuple[Finding, ...]:
    """What the two versions of a bitext do not agree on, in the order of its rows. Nothing for a
    text without a translation."""
    return tuple(finding for findings in by_row(bitext) for finding in findings)


def by_row(bitext: Bitext) -> Iterator[Sequence[Finding]]:
    """The same row by row, for whoever does it piece by piece; last the findings in the mastheads
    and the closing lines."""
    if bitext.target is None:
        return
    versions = Version(bitext.source), Version(bitext.target)
    is_recognised = any(
        Caveat.RECOGNISED in side.caveats for side in (bitext.source, bitext.target)
    )
    checks = [check for check in _CHECKS if not is_recognised or check not in _OF_FIGURES]
    pair_footnotes(bitext.rows, versions)
    for row in bitext.rows:
        compared = Compared(row, versions)
        yield tuple(finding for check in checks for finding in check(compared))
    yield tuple(masthead.check(bitext, versions))

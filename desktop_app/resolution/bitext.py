"""Two language versions side by side: the rows that alignment makes and that are shown and kept."""

from typing import NamedTuple

from desktop_app.resolution.model import Resolution


class Row(NamedTuple):
    """Clauses (or footnotes) of one version that say the same as those of the other.

    Ids in reading order; an empty side has no counterpart. `score` is from 0 to 1: how sure the
    row is.
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    score: float


class Bitext(NamedTuple):
    """A resolution, its translation if there is one, and the rows between them.

    `rows` cover every clause and footnote of both exactly once, in reading order; `head` and
    `closing` do the same for the lines of the masthead and of the closing.
    """

    source: Resolution
    target: Resolution | None
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()
    closing: tuple[Row, ...] = ()

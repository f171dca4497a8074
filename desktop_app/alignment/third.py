"""A third version beside a pair: in which of the pair's rows each of its clauses stands.

The rows of the pair stay as they are, corrections included. A clause stands in the row of the first
clause of the source that says the same. One that the source lacks stands where the target has it,
or else behind the clause that it follows: nothing of the third text is lost.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from desktop_app.alignment.align import Progress, align
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Resolution

Rows = tuple[Row, ...]
Key = tuple[int, str]
"""A row by its first clause: its side and id."""


class Third(NamedTuple):
    """A third version and its rows with the other two: `rows`, `head` and `closing` with the
    source, `others` with the target, () unless both lack something that the others have."""

    text: Resolution
    rows: Rows
    others: Rows = ()
    head: Rows = ()
    closing: Rows = ()


class Placed(NamedTuple):
    """What of a third version stands in each row, and the rows whose third text stands in a row
    before."""

    ids: Mapping[Key, tuple[str, ...]]
    covered: frozenset[Key]


def third(
    first: Bitext, target: Resolution, progress: Progress = lambda share: None
) -> Third | None:
    """The third version that stands beside the source in `first`, aligned with the target as well
    if it has something that the source lacks; None if there is none."""
    if first.target is None:
        return None
    others: Rows = ()
    if any(not row.source for row in first.rows):
        others = align(target, first.target, progress).rows
    return Third(first.target, first.rows, others, first.head, first.closing)


def key_of(row: Row) -> Key:
    """The key of a row."""
    return (0, row.source[0]) if row.source else (1, row.target[0])


def placed(rows: Iterable[Row], thirds: Rows, others: Rows = ()) -> Placed:
    """Where the clauses of a third version stand in the rows of a pair: `thirds` are its rows with
    the source, `others` those with the target."""
    keys = [(row, key_of(row)) for row in rows]
    of_source = {id: key for row, key in keys for id in row.source}
    of_target = {id: key for row, key in keys if not row.source for id in row.target}
    by_target = {
        id: of_target[other.source[0]]
        for other in others
        if other.source and other.source[0] in of_target
        for id in other.target
    }
    ids: dict[Key, list[str]] = {}
    covered: set[Key] = set()
    last = keys[0][1] if keys else (0, "")
    for row in thirds:
        places = dict.fromkeys(of_source[id] for id in row.source if id in of_source)
        if places:
            last, *further = places
            covered.update(further if row.target else ())
        for id in row.target:
            last = last if places else by_target.get(id, last)
            ids.setdefault(last, []).append(id)
    return Placed({key: tuple(own) for key, own in ids.items()}, frozenset(covered - ids.keys()))

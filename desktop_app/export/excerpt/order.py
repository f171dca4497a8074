"""The order of rows, headings and the closing in an excerpt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from desktop_app.export.excerpt.footnotes import in_one_order
from desktop_app.export.excerpt.model import Entry, Kind
from desktop_app.resolution.labels import divided
from desktop_app.resolution.model import PartKind, Resolution

Ids = tuple[tuple[str, ...], ...]
"""The ids of a row, for each language in the order in which they are written."""


def depth(id: str) -> int:
    """The level of a clause: 0 for a paragraph, 1 for a sub-paragraph."""
    return divided(id)[1].count(".")


def unbroken(row: Ids, places: Sequence[Mapping[str, int]]) -> list[Ids]:
    """The row, or several where its clauses do not follow one another in a language: what stands
    between them would otherwise come after them."""
    groups: list[list[list[str]]] = []
    for ids, place in zip(row, places, strict=True):
        found: list[list[str]] = []
        for id in ids:
            if found and place[id] == place[found[-1][-1]] + 1:
                found[-1].append(id)
            else:
                found.append([id])
        groups.append(found)
    count = max(map(len, groups))
    if count <= 1:
        return [row]
    return [tuple(tuple(own[n]) if n < len(own) else () for own in groups) for n in range(count)]


def with_headings(
    rows: Sequence[Ids],
    entries: Sequence[Sequence[Entry]],
    sides: Sequence[Resolution],
    headings: Mapping[str, Entry],
    closing: Sequence[Entry],
) -> Iterator[Entry]:
    """The entries of each row with the heading of each part before them, and the closing before the
    annexes."""
    annexes = {part.id for side in sides for part in side.parts if part.kind is PartKind.ANNEX}
    begins = _begins(rows, sides)
    order = in_one_order([part.id for part in side.divisions()] for side in sides)
    before: dict[int, list[str]] = {}
    for part in order:
        before.setdefault(begins[part], []).append(part)
    ahead = list(closing)
    for place in range(len(rows) + 1):
        for part in before.get(place, ()):
            if part in annexes:
                yield from ahead
                ahead.clear()
            if part in headings:
                yield headings[part]
        if place < len(rows):
            yield from entries[place]
    yield from ahead


def _begins(rows: Sequence[Ids], sides: Sequence[Resolution]) -> dict[str, int]:
    """The number of the row before which each part begins: the first with a clause of it in any
    language; for a part without clauses, where the next part begins."""
    sure: dict[str, int] = {}
    bare: dict[str, int] = {}
    for place, side in enumerate(sides):
        row_of = {id: number for number, row in enumerate(rows) for id in row[place]}
        following = len(rows)
        for part in reversed([*side.divisions()]):
            own = [row_of[clause.id] for clause in part.own() if clause.id in row_of]
            found = sure if own else bare
            following = min([following, *own])
            found[part.id] = min(following, found.get(part.id, following))
    return bare | sure


def in_order(entries: Iterable[Entry], side: Resolution) -> tuple[Entry, ...]:
    """The entries in the order of one language, which need not be that of the rows. A clause that
    the language lacks stays after its predecessor, a heading before its successor."""
    order = [line.id for line in side.head]
    closing = [line.id for line in side.closing]
    for part in side.divisions():
        if part.kind is PartKind.ANNEX:
            order += closing
            closing = []
        order += [part.id, *(id for clause in part.own() for id in (clause.heading_id, clause.id))]
    order += closing
    places = {id: place for place, id in enumerate(order)}
    placed: list[tuple[tuple[int, int], Entry]] = []
    ahead: list[Entry] = []
    place = -1
    for entry in entries:
        if entry.texts[0]:
            place = places[entry.texts[0][0].id]
            placed += [((place, 0), heading) for heading in ahead]
            ahead.clear()
            placed.append(((place, 1), entry))
        elif entry.kind is Kind.HEADING:
            ahead.append(entry)
        else:
            placed += [((place, 2), other) for other in (*ahead, entry)]
            ahead.clear()
    placed += [((place, 2), heading) for heading in ahead]
    return tuple(entry for _, entry in sorted(placed, key=itemgetter(0)))

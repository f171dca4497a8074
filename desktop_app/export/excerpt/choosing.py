"""The rows of a bitext for chosen clauses, or for the labels that a person typed."""

from collections.abc import Collection, Sequence
from itertools import groupby

from desktop_app.citation.typed import ClauseIndex, items
from desktop_app.export.excerpt.options import chosen_sides
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.labels import SelectionError
from desktop_app.resolution.model import Resolution


def clause_rows(bitext: Bitext) -> list[Row]:
    """The rows that hold clauses; the others hold footnotes."""
    notes = {note.id for note in bitext.source.footnotes}
    if bitext.target:
        notes.update(note.id for note in bitext.target.footnotes)
    return [row for row in bitext.rows if not notes.intersection(row.source or row.target)]


def rows_of(bitext: Bitext, ids: Sequence[str], side: int = 0) -> list[Row]:
    """The rows of these clauses of one side (0 the source, 1 the translation); all rows for all
    clauses of a side.

    A row without a clause of that side comes along if it stands between two chosen rows, in a part
    that is chosen whole or below a chosen clause, or if it has the name of a chosen clause that has
    no counterpart.
    """
    wanted = set(ids)
    text, other_text = _texts(bitext, side)
    if wanted >= {clause.id for clause in text.walk()}:
        return clause_rows(bitext)

    def own(row: Row) -> tuple[str, ...]:
        return (row.source, row.target)[side]

    def others(row: Row) -> tuple[str, ...]:
        return (row.target, row.source)[side]

    def is_chosen(row: Row) -> bool:
        return not wanted.isdisjoint(own(row))

    every = clause_rows(bitext)
    whole = {
        part.id
        for part in text.divisions()
        if part.clauses and wanted.issuperset(clause.id for clause in part.walk())
    }
    within = {c.id for part in other_text.divisions() if part.id in whole for c in part.walk()}
    within |= wanted & {id for row in every if not others(row) for id in own(row)}

    def is_inside(row: Row) -> bool:
        first = others(row)[0]
        return first in within or first.rpartition(".")[0] in within

    groups = [(has_own, list(rows)) for has_own, rows in groupby(every, lambda row: bool(own(row)))]
    out: list[Row] = []
    for place, (has_own, group) in enumerate(groups):
        if has_own:
            found = list(filter(is_chosen, group))
        else:
            around = [groups[i][1] for i in (place - 1, place + 1) if 0 <= i < len(groups)]
            bridged = len(around) == 2 and is_chosen(around[0][-1]) and is_chosen(around[1][0])
            found = [row for row in group if bridged or is_inside(row)]
        out += found
        within.update(id for row in found for id in others(row))
    return out


def rows_named(bitext: Bitext, labels: str, languages: Sequence[str]) -> list[Row]:
    """The rows of the clauses that labels and ranges name, as `select` takes them. Labels are those
    of the first language; a clause that it has neither by that name nor as a counterpart is looked
    for in the second. Where one language is written alone, a row keeps those of its clauses that
    are named.

    Raises SelectionError and ExportError.
    """
    first, *others = chosen_sides(bitext, languages)
    text, other_text = _texts(bitext, first)
    places = ClauseIndex(text)
    chosen: list[str] = []
    rows: set[Row] = set()
    for item in items(labels):
        try:
            chosen += places.ids(item)
        except SelectionError:
            found = _only_in(bitext, others[0], other_text, item) if others else []
            if not found:
                raise
            rows.update(found)
    rows.update(rows_of(bitext, chosen, first))
    found = [row for row in clause_rows(bitext) if row in rows]
    wanted = set(chosen)
    return found if others else [_cut(row, first, wanted) for row in found]


def _cut(row: Row, side: int, chosen: Collection[str]) -> Row:
    """The row with only these clauses of a side."""
    if side:
        return row._replace(target=tuple(id for id in row.target if id in chosen))
    return row._replace(source=tuple(id for id in row.source if id in chosen))


def _texts(bitext: Bitext, side: int) -> tuple[Resolution, Resolution]:
    """The text of a side and the other one; the same twice where there is only one."""
    texts = (bitext.source, bitext.target or bitext.source)
    return texts[side], texts[1 - side]


def _only_in(bitext: Bitext, side: int, text: Resolution, item: str) -> list[Row]:
    """The rows of the clauses that an item names on one side, if the other side has none of
    them."""
    try:
        ids = set(ClauseIndex(text).ids(item))
    except SelectionError:
        return []
    rows = [row for row in bitext.rows if ids.intersection((row.source, row.target)[side])]
    return [] if any((row.target, row.source)[side] for row in rows) else rows

"""The links of all rows of a bitext."""

from collections.abc import Iterator, Mapping, Sequence

from desktop_app.alignment.links.growth import completed
from desktop_app.alignment.links.known import Notes, known_links
from desktop_app.alignment.links.learned import learned_links
from desktop_app.alignment.links.learning import NOTHING, Counterparts, Learning, TextRow
from desktop_app.alignment.links.link import Link, Text
from desktop_app.alignment.links.sides import Side
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Resolution, Runs


def links_by_row(bitext: Bitext) -> Iterator[list[Link]]:
    """The links of each row, in the order of the source; none for a text without a translation."""
    if bitext.target is None:
        return
    languages = bitext.source.language, bitext.target.language
    notes = notes_of(bitext.rows)
    rows = list(text_rows(bitext))
    learning = Learning(languages, notes)
    for _ in learning.steps(rows):
        pass
    for row in rows:
        yield row_links(row, languages, notes, learning.learned)


def row_links(
    row: TextRow, languages: tuple[str, str], notes: Notes, known: Counterparts = NOTHING
) -> list[Link]:
    """The links of one row, in the order of the source. No two share a word."""
    if not (row[0] and row[1]):
        return []
    source, target = (Side(texts, name) for texts, name in zip(row, languages, strict=True))
    found, places = known_links(source, target, notes)
    found += learned_links(source, target, known, places)
    found = completed(source, target, found)
    return [
        Link(source.span(one.source), target.span(one.target), one.kind) for one in sorted(found)
    ]


def notes_of(rows: Sequence[Row]) -> dict[str, str]:
    """The footnotes of the target that are those of the source, by the ids of these, from the rows
    in which they stand."""
    return {one: other for row in rows for one, other in zip(row.source, row.target, strict=False)}


def text_rows(bitext: Bitext) -> Iterator[TextRow]:
    """The rows of a bitext with their texts."""
    source = _runs(bitext.source)
    target = _runs(bitext.target) if bitext.target else {}
    for row in bitext.rows:
        yield _texts(row.source, source), _texts(row.target, target)


def _runs(side: Resolution) -> dict[str, Runs]:
    return {clause.id: clause.runs for clause in side.walk()} | {
        note.id: note.runs for note in side.footnotes
    }


def _texts(ids: Sequence[str], runs: Mapping[str, Runs]) -> list[Text]:
    return [Text(id, runs[id]) for id in ids]

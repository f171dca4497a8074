"""The cells of a third version in the tree of a pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.alignment.third import Placed, Third, key_of, placed
from desktop_app.ui.page.nodes import Paragraph, paragraph_of, short_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.resolution.bitext import Bitext, Row
    from desktop_app.resolution.model import Part


class ThirdCells:
    """What a third version adds to each row of a bitext: `text` is the version."""

    def __init__(self, bitext: Bitext, third: Third) -> None:
        self.text = text = third.text
        self._clauses = {clause.id: clause for clause in text.walk()}
        self._notes = {note.id: note for note in text.footnotes}
        self._lines = {line.id: line.runs for line in (*text.head, *text.closing)}
        self._placed = (
            placed(bitext.rows, third.rows, third.others),
            placed(bitext.head, third.head),
            placed(bitext.closing, third.closing),
        )
        sides = [side for side in (bitext.source, bitext.target) if side is not None]
        known = {part.id for side in sides for part in side.divisions()}
        self.parts: dict[str, Part] = {part.id: part for part in text.divisions()}
        self._headings = _headings([part for part in text.divisions() if part.id not in known])

    def line(self, id: str) -> tuple[Paragraph, ...]:
        """A line of the masthead by its id."""
        return (Paragraph(id, self._lines[id]),) if id in self._lines else ()

    def cell(self, row: Row, name: str) -> tuple[Paragraph, ...]:
        """The third text of a row. `name` is what the row is called by: the id of its first clause,
        or the mark of a footnote; what is called otherwise has a label of its own."""
        ids = self._of(row).ids.get(key_of(row), ())
        return tuple(paragraph for id in ids for paragraph in self._paragraphs(id, name))

    def is_covered(self, row: Row) -> bool:
        """Whether the third text of a row stands in a row before, with which it says the same."""
        return key_of(row) in self._of(row).covered

    def _of(self, row: Row) -> Placed:
        key = key_of(row)
        return next((one for one in self._placed if key in one.ids), self._placed[0])

    def _paragraphs(self, id: str, name: str) -> Iterator[Paragraph]:
        yield from self._headings.get(id, ())
        if id in self._clauses:
            clause = self._clauses[id]
            yield paragraph_of(clause, "" if id == name else short_label(clause))
        elif id in self._notes:
            note = self._notes[id]
            yield Paragraph(id, note.runs, "" if note.mark == name else note.mark)
        else:
            yield Paragraph(id, self._lines[id])


def _headings(parts: list[Part]) -> dict[str, list[Paragraph]]:
    """The headings of parts that only the third version has, by the clause that follows each."""
    out: dict[str, list[Paragraph]] = {}
    waiting: list[Paragraph] = []
    for part in parts:
        if part.heading:
            waiting.append(Paragraph(part.id, part.heading))
        first = next(iter(part.own()), None)
        if first is not None and waiting:
            out[first.id], waiting = waiting, []
    return out

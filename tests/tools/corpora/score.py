"""What rows and findings are worth against the truth."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop_app.resolution.bitext import Finding, FindingKind, Row
from tests.tools.corpora.damage import Copy, Damaged, Pair
from tests.tools.corpora.disagreements import Planted, Record


class Score(NamedTuple):
    """How many things were found, how many there truly are, and how many of each are right: the
    rows of an alignment, or findings and what was planted."""

    right_found: int
    found: int
    right_true: int
    true: int

    @property
    def precision(self) -> float:
        return self.right_found / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right_true / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pairs(rows: Iterable[Row]) -> list[Pair]:
    """The rows of an alignment, those of footnotes left out."""
    found = ((row.source, row.target) for row in rows)
    return [row for row in found if not any(id.startswith("fn") for id in row[0] + row[1])]


def rows_score(found: Iterable[Pair], damaged: Damaged) -> Score:
    """Strict: a row is right if both its sides are exactly right. A row without a counterpart
    counts as one for each of its clauses."""
    single = set(singly(found))
    truth = set(fairest(single, damaged))
    right = len(single & truth)
    return Score(right, len(single), right, len(truth))


def wrong_rows(found: Iterable[Pair], damaged: Damaged) -> tuple[list[Pair], list[Pair]]:
    """The true rows that were not found, and the rows found that are not true."""
    single = list(singly(found))
    truth = fairest(set(single), damaged)
    return [row for row in truth if row not in single], [row for row in single if row not in truth]


def singly(rows: Iterable[Pair]) -> Iterator[Pair]:
    for source, target in rows:
        if source and target:
            yield source, target
        else:
            yield from (((id,), ()) for id in source)
            yield from (((), (id,)) for id in target)


def fairest(found: set[Pair], damaged: Damaged) -> list[Pair]:
    """The true rows, each copy read as what suits the rows that were found best: the second of
    the two without a counterpart, the first without one, or both in the row."""
    rows = list(singly(damaged.rows))
    for copy in damaged.copies:
        rows = max(_readings(rows, copy), key=lambda rows: 2 * len(found & set(rows)) - len(rows))
    return rows


def _readings(rows: Sequence[Pair], copy: Copy) -> Iterator[list[Pair]]:
    side = 0 if copy.side == "source" else 1
    ways: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
        ((copy.original,), (copy.copy,)),
        ((copy.copy,), (copy.original,)),
        ((copy.original, copy.copy), ()),
    ]
    for original, lone in ways:
        read_as = {copy.original: original, copy.copy: lone}
        reading: list[Pair] = []
        for row in rows:
            ids = tuple(id for old in row[side] for id in read_as.get(old, (old,)))
            if ids or not row[side]:  # the row of a copy that is in another row now is gone
                reading.append((ids, row[1]) if side == 0 else (row[0], ids))
        yield reading


def findings_score(
    planted: Planted, findings: Sequence[Finding], rows: Iterable[Pair] = ()
) -> Score:
    """How many of the planted disagreements were found, and how many findings are true.

    A finding is true if its kind is that of a planted disagreement and its row holds the clause
    of it (for a footnote: the clause or the note); there may be several such findings for one
    that was planted, since a date can stand in the text more than once. A finding of another kind
    is false, also where it is about the same words: none of the planted changes makes one
    unavoidable. `rows` are the rows of the pair; what is said rightly of their shape (a merged or
    a missing paragraph) is neither true nor false.
    """
    shapes = {
        row: FindingKind.MERGED_PARAGRAPHS if all(row) else FindingKind.MISSING_PARAGRAPH
        for row in rows
        if (len(row[0]), len(row[1])) != (1, 1)
    }
    counted = [
        finding
        for finding in findings
        if shapes.get((finding.source, finding.target)) != finding.kind
    ]
    true = [finding for finding in counted if any(_says(finding, r) for r in planted.records)]
    seen = [r for r in planted.records if any(_says(finding, r) for finding in counted)]
    return Score(len(true), len(counted), len(seen), len(planted.records))


def _says(finding: Finding, record: Record) -> bool:
    ids = finding.source if record.side == "source" else finding.target
    other = finding.target if record.side == "source" else finding.source
    return finding.kind == record.kind and bool(
        {record.clause, record.note} & set(ids) or (record.note and record.note in other)
    )

"""One text, damaged in every language, and what each pair of its versions makes of it."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from random import Random
from typing import NamedTuple

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.resolution.bitext import Bitext, FindingKind
from tests.tools.corpora import yardstick
from tests.tools.corpora.damage import Damaged, Pair
from tests.tools.corpora.score import fairest, pairs, rows_score, singly, wrong_rows
from tests.tools.rows.paragraphs import damaged, without_numbers
from tests.tools.rows.texts import Text, text
from tests.tools.rows.truth import Read, annex, read_back, truth

SHARES = (0.0, 0.1, 0.3)
"""The shares of the paragraphs of either version that are damaged."""


class Case(NamedTuple):
    """A text to measure: with or without its numbers, how much of it is damaged, and which way."""

    text: str
    numbered: bool
    share: float
    seed: int


class Missing(NamedTuple):
    """What the audit says of paragraphs without a counterpart: how often wrongly, how often
    rightly; and how many there are."""

    false: int
    right: int
    true: int


class Measured(NamedTuple):
    """What came of two versions of a case: the F1 of the program's rows and of those by length,
    the true rows that the program missed and the ones it made up."""

    case: Case
    languages: tuple[str, str]
    f1: float
    by_length: float
    missing: Missing
    missed: tuple[Pair, ...]
    wrong: tuple[Pair, ...]


def cases(name: str, seeds: int) -> list[Case]:
    """The cases of a text; what is not damaged is the same for every seed, and so is a text with
    its numbers that has none."""
    return [
        Case(name, numbered, share, seed)
        for numbered in ((True, False) if has_numbers(text(name)) else (False,))
        for share in SHARES
        for seed in range(seeds if share else 1)
    ]


def has_numbers(found: Text) -> bool:
    """Whether a text has headings or numbered paragraphs."""
    (paragraphs, *_) = (version.paragraphs for version in found.versions.values())
    return any(paragraph.number or paragraph.heading for paragraph in paragraphs)


def versions(case: Case) -> dict[str, Read]:
    """The damaged text as it is read in each language."""
    out: dict[str, Read] = {}
    for language, (title, paragraphs) in text(case.text).versions.items():
        random = Random(f"{case.text} {language} {case.share} {case.seed}")
        kept = list(paragraphs) if case.numbered else without_numbers(paragraphs)
        out[language] = read_back(language, title, damaged(kept, case.share, random))
    return out


def measured(case: Case, pair: Sequence[str] = ()) -> list[Measured]:
    """Every pair of versions, or the one that is given."""
    read = {code: side for code, side in versions(case).items() if not pair or code in pair}
    return [_measured(case, two, read[two[0]], read[two[1]]) for two in combinations(read, 2)]


def _measured(case: Case, two: tuple[str, str], source: Read, target: Read) -> Measured:
    true = truth(source, target)
    bitext = align(true.source, true.target)
    found = list(annex_rows(pairs(bitext.rows), true))
    length = list(by_length(true))
    missed, wrong = wrong_rows(found, true)
    return Measured(
        case,
        two,
        rows_score(found, true).f1,
        rows_score(length, true).f1,
        missing(bitext, found, true),
        tuple(missed),
        tuple(wrong),
    )


def annex_rows(rows: Sequence[Pair], true: Damaged) -> Iterator[Pair]:
    """The rows with a clause of an annex in them."""
    inside = {clause.id for side in (true.source, true.target) for clause in annex(side)}
    return (row for row in rows if inside.intersection(row[0] + row[1]))


def by_length(true: Damaged) -> Iterator[Pair]:
    """The rows of the yardstick, told how long the one language is in terms of the other."""
    left, right = list(annex(true.source)), list(annex(true.target))
    return yardstick.clause_rows(left, right, yardstick.ratio(left, right))


def missing(bitext: Bitext, found: Sequence[Pair], true: Damaged) -> Missing:
    """The findings of paragraphs without a counterpart, against the rows that are true: clause by
    clause, read as it suits the rows that were found where a paragraph stands twice."""
    rows = fairest(set(singly(found)), true)
    alone = {clause for row in rows if not all(row) for clause in _clauses(row)}
    sides = enumerate((true.source, true.target))
    inside = {(side, clause.id) for side, version in sides for clause in annex(version)}
    said = [
        clause
        for finding in audit(bitext)
        if finding.kind is FindingKind.MISSING_PARAGRAPH
        for clause in _clauses((finding.source, finding.target))
        if clause in inside
    ]
    right = sum(clause in alone for clause in said)
    return Missing(len(said) - right, right, sum(not all(row) for row in rows))


def _clauses(row: Pair) -> list[tuple[int, str]]:
    """The ids of a row, each with its side: the same id may stand on both."""
    return [(side, id) for side in (0, 1) for id in row[side]]

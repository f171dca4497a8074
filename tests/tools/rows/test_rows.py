"""The measure of rows: what is true after a damage, and what an answer is worth."""

from collections.abc import Sequence
from random import Random

import pytest

from desktop_app.alignment.align import align
from desktop_app.resolution.bitext import Row
from tests.tools.corpora.damage import Damaged, Pair
from tests.tools.corpora.score import pairs, rows_score, wrong_rows
from tests.tools.rows.listing import worst
from tests.tools.rows.measure import Case, Missing, annex_rows, cases, measured, missing, versions
from tests.tools.rows.paragraphs import Kind, Paragraph, Piece, damaged, hit, without_numbers
from tests.tools.rows.tables import CELLS, in_cell, missing_table, pairs_table, rows_table
from tests.tools.rows.texts import own_text
from tests.tools.rows.truth import annex, read_back, truth

pytestmark = pytest.mark.slow  # these are tools, whose tests take long together

_WORDS = {
    "en": ("The harbour is deep, and the water is cold.", "Boats come in.", "Nobody fishes there."),
    "fr": ("Le port est profond, et l’eau est froide.", "Des bateaux entrent.", "Nul n’y pêche."),
}
_SEEDS = range(6)


def _made(language: str) -> list[Paragraph]:
    return [
        Paragraph((Piece(frozenset({str(n)}), words),), f"{n}.")
        for n, words in enumerate(_WORDS[language], 1)
    ]


def _hurt(kind: Kind, place: int) -> list[Paragraph]:
    out = _made("en")
    assert hit(kind, out, place, Random(1))
    return out


def _true(source: Sequence[Paragraph], target: Sequence[Paragraph] = ()) -> Damaged:
    read = [
        read_back(language, "Title", paragraphs)
        for language, paragraphs in (("en", source), ("fr", target or _made("fr")))
    ]
    return truth(*read)


def _short(rows: Sequence[Pair]) -> set[Pair]:
    """The rows with the numbers of the clauses of either side in place of their ids."""

    def side(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(id.removeprefix("annex.p") for id in ids)

    return {(side(source), side(target)) for source, target in rows}


def _row(written: str) -> Pair:
    source, target = written.split("|")
    return tuple(source.split()), tuple(target.split())


@pytest.mark.parametrize(
    ("kind", "place", "expected"),
    [
        (Kind.DROPPED, 1, ["1|1", "|2", "2|3"]),
        (Kind.SPLIT, 0, ["1 2|1", "3|2", "4|3"]),
        (Kind.JOINED, 0, ["1|1 2", "2|3"]),
        (Kind.DOUBLED, 2, ["1|1", "2|2", "3|3", "4|"]),
    ],
)
def test_the_truth_after_one_damage(kind: Kind, place: int, expected: list[str]) -> None:
    hurt = without_numbers(_hurt(kind, place))
    assert _short(_true(hurt, without_numbers(_made("fr"))).rows) == set(map(_row, expected))


def test_what_one_version_joins_and_the_other_splits_is_one_row() -> None:
    french = _made("fr")
    assert hit(Kind.SPLIT, french, 0, Random(1))
    true = _true(without_numbers(_hurt(Kind.JOINED, 0)), without_numbers(french))
    assert _short(true.rows) == {_row("1|1 2 3"), _row("2|4")}


def test_either_of_two_that_are_the_same_may_be_the_one_too_many() -> None:
    true = _true(without_numbers(_hurt(Kind.DOUBLED, 1)), without_numbers(_made("fr")))
    assert len(true.copies) == 1
    for rows in (
        ["1|1", "2|2", "3|", "4|3"],
        ["1|1", "2|", "3|2", "4|3"],
        ["1|1", "2 3|2", "4|3"],
    ):
        assert rows_score(_named(rows), true).f1 == 1
    assert rows_score(_named(["1|1", "2|", "3|", "|2", "4|3"]), true).f1 < 1


def _named(rows: Sequence[str]) -> list[Pair]:
    def side(numbers: Sequence[str]) -> tuple[str, ...]:
        return tuple(f"annex.p{number}" for number in numbers)

    return [(side(source), side(target)) for source, target in map(_row, rows)]


@pytest.mark.parametrize("share", [0.1, 0.3])
@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("name", ["treaty", "statement"])
def test_the_truth_covers_every_clause_of_an_annex_once(
    name: str, numbered: bool, share: float
) -> None:
    for seed in _SEEDS:
        read = versions(Case(name, numbered, share, seed))
        for source, target in (("en", "zh"), ("ar", "ru")):
            true = truth(read[source], read[target])
            for place, side in enumerate((true.source, true.target)):
                ids = [id for row in true.rows for id in row[place]]
                assert sorted(ids) == sorted(clause.id for clause in annex(side))


@pytest.mark.parametrize("name", ["treaty", "statement"])
def test_a_perfect_answer_is_worth_one_and_an_empty_one_nothing(name: str) -> None:
    for seed in _SEEDS:
        read = versions(Case(name, True, 0.3, seed))
        true = truth(read["fr"], read["es"])
        assert rows_score(true.rows, true).f1 == 1
        assert wrong_rows(true.rows, true) == ([], [])
        assert rows_score([], true).f1 == 0
        lone: list[Pair] = [((id,), ()) for row in true.rows for id in row[0]]
        lone += [((), (id,)) for row in true.rows for id in row[1]]
        assert rows_score(lone, true).f1 < 0.5


def test_about_the_share_that_was_asked_for_is_damaged() -> None:
    version = own_text("report").versions["es"]
    for seed in _SEEDS:
        hurt = damaged(version.paragraphs, 0.3, Random(seed))
        count = len(version.paragraphs)
        kept = sum(paragraph in hurt for paragraph in version.paragraphs)
        assert round(0.3 * count) <= count - kept <= round(0.3 * count) + 1
        assert damaged(version.paragraphs, 0.3, Random(seed)) == hurt
    assert damaged(version.paragraphs, 0, Random(1)) == list(version.paragraphs)


def test_damage_drops_no_words_but_those_of_whole_paragraphs() -> None:
    version = own_text("treaty").versions["ru"]
    letters = {found.pieces[0].keys: _letters(found.words) for found in version.paragraphs}
    for seed in _SEEDS:
        found: dict[frozenset[str], str] = {}
        for paragraph in damaged(version.paragraphs, 0.3, Random(seed)):
            for number, piece in enumerate(paragraph.pieces):
                if not paragraph.copy:
                    said = (
                        piece.words.split(" ", 1)[1] if number and _marked(piece) else piece.words
                    )
                    found[piece.keys] = found.get(piece.keys, "") + _letters(said)
        assert all(letters[keys] == said for keys, said in found.items())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _marked(piece: Piece) -> bool:
    return piece.words.partition(" ")[0].strip("().").isalnum() and piece.words[1] in ".)"


def test_findings_of_missing_paragraphs_are_counted_clause_by_clause() -> None:
    english = without_numbers(_hurt(Kind.DROPPED, 1))
    true = _true(english, without_numbers(_made("fr")))
    bitext = align(true.source, true.target)
    right = [*bitext.rows[:2], *(Row(*row, 1.0) for row in true.rows)]
    assert missing(bitext._replace(rows=tuple(right)), true.rows, true) == Missing(0, 1, 1)
    lone = [Row((id,), (), 1.0) for row in true.rows for id in row[0]]
    lone += [Row((), (id,), 1.0) for row in true.rows for id in row[1]]
    found = [(row.source, row.target) for row in lone]
    assert missing(bitext._replace(rows=tuple(lone)), found, true) == Missing(4, 1, 1)


def test_rows_outside_of_the_annex_are_left_out() -> None:
    true = _true(_made("en"))
    rows = pairs(align(true.source, true.target).rows)
    assert (("pp1",), ("pp1",)) in rows
    found = list(annex_rows(rows, true))
    assert all(id.startswith("annex") for row in found for ids in row for id in ids)


def test_a_case_is_measured_in_all_pairs_or_in_one() -> None:
    case = Case("declaration", False, 0.1, 3)
    found = measured(case)
    assert len(found) == 15
    (one,) = measured(case, ("fr", "en"))
    assert one in found
    assert bool(one.missed) == bool(one.wrong) == (one.f1 < 1)
    assert measured(case, ("fr", "en")) == [one]


def test_what_is_not_damaged_is_measured_once() -> None:
    assert len(cases("treaty", 5)) == 22
    assert len(cases("statement", 5)) == 11


def test_the_tables_have_every_text_in_its_half() -> None:
    found = [
        one
        for case in (Case("treaty", True, 0.3, 0), Case("verdict", False, 0, 0))
        for one in measured(case, ("en", "zh"))
    ]
    assert [len(in_cell(found, cell)) for cell in CELLS] == [0, 0, 1, 1, 0, 0]
    rows = "\n".join(rows_table(found))
    assert rows.index("for tuning") < rows.index("treaty") < rows.index("for reporting")
    assert f"{found[0].f1:.4f}" in rows
    assert f"{found[0].by_length:.4f}" in rows
    pairs = "\n".join(pairs_table([found[0]]))
    assert "en-zh" in pairs or "zh-en" in pairs
    assert f"{found[0].f1:.4f}" in pairs
    counts = found[0].missing
    assert f"{counts.false}+{counts.right}/{counts.true}" in "\n".join(missing_table(found))


def test_the_worst_pairs_are_listed_with_their_words() -> None:
    (one,) = measured(Case("statement", False, 0.3, 0), ("en", "zh"))
    spoilt = one._replace(f1=0.5, missed=((("annex.p1",), ("annex.p1",)),), wrong=())
    listed = "\n".join(worst([spoilt], 5))
    assert "1 of 1 pairs" in listed
    assert "Madam Mayor" in listed

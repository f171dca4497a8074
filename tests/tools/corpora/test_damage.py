"""The generator of damage: its truth covers everything, and nothing but the damage is done."""

import re
from collections import Counter
from functools import cache
from random import Random

import pytest

from desktop_app.alignment.align import align
from desktop_app.resolution.model import Resolution
from tests.support.texts import EN, EN_PREAMBLE, ZH, ZH_PREAMBLE, clause, ids, read
from tests.tools.corpora.damage import Damaged, Hit, Kind, Pair, damage
from tests.tools.corpora.paragraphs import paragraphs, read_back
from tests.tools.corpora.score import pairs, rows_score, wrong_rows

pytestmark = pytest.mark.slow  # these are tools, whose tests take long together

_ZH = read(ZH)
_EN = read(EN)
_SEEDS = range(30)


@cache
def _true() -> tuple[Pair, ...]:
    return tuple(pairs(align(_ZH, _EN).rows))


@cache
def _damaged(seed: int, share: float = 0.3, kind: Kind | None = None) -> Damaged:
    kinds = (kind,) if kind else tuple(Kind)
    return damage(_ZH, _EN, _true(), Random(seed), share, kinds)


def _words(resolution: Resolution) -> Counter[str]:
    """Every character of the clauses, and how often it stands there."""
    return Counter(
        sign for clause in resolution.walk() for sign in clause.text if not sign.isspace()
    )


def _hit_ids(hits: tuple[Hit, ...], side: str) -> list[str]:
    return [id for hit in hits if hit.side == side for id in hit.ids]


@pytest.mark.parametrize("resolution", [_ZH, _EN], ids=["zh", "en"])
def test_paragraphs_without_damage_are_read_back_as_they_were(resolution: Resolution) -> None:
    back, sources = read_back(resolution, paragraphs(resolution))
    assert back == resolution
    assert sources == [(place,) for place in range(len(ids(resolution)))]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sub_paragraphs_are_read_back_too(language: str) -> None:
    marks = ("1.", "(a)", "㈠" if language == "zh" else "(i)", "(b)")
    begin, texts = {
        "zh": (ZH_PREAMBLE, ("请各国：", "采取措施：", "立即；", "报告。")),
        "en": (EN_PREAMBLE, ("Requests:", "This:", "At once;", "That.")),
    }[language]
    items = [f"{mark} {text}" for mark, text in zip(marks, texts, strict=True)]
    text = begin + "\n\n".join(items) + "\n"
    resolution = read(text)
    assert ids(resolution) == ["pp1", "op1", "op1.a", "op1.a.i", "op1.b"]
    assert read_back(resolution, paragraphs(resolution))[0] == resolution


@pytest.mark.parametrize("share", [0.1, 0.3])
@pytest.mark.parametrize("seed", range(100))
def test_the_truth_covers_every_clause_once_in_order_and_never_crosses(
    seed: int, share: float
) -> None:
    found = _damaged(seed, share)
    assert [id for row in found.rows for id in row[0]] == ids(found.source)
    assert [id for row in found.rows for id in row[1]] == ids(found.target)
    assert len(set(ids(found.source))) == len(ids(found.source))
    assert all(min(map(len, row)) <= 1 and max(map(len, row)) <= 3 for row in found.rows)
    assert all(len(row[0]) + len(row[1]) == 1 for row in found.rows if not all(row))


@pytest.mark.parametrize("seed", _SEEDS)
def test_the_same_seed_does_the_same_damage(seed: int) -> None:
    again = damage(_ZH, _EN, _true(), Random(seed), 0.3)
    assert again == _damaged(seed)


def test_other_seeds_do_other_damage() -> None:
    assert len({_damaged(seed).hits for seed in _SEEDS}) == len(_SEEDS)


@pytest.mark.parametrize("share", [0.05, 0.15, 0.3])
def test_as_many_paragraphs_are_hit_as_were_asked_for_each_once(share: float) -> None:
    for seed in _SEEDS:
        hits = _damaged(seed, share).hits
        every = [(hit.side, id) for hit in hits for id in hit.ids]
        assert len(every) == len(set(every))
        asked = round(share * 47)
        assert asked <= len(every) <= asked + 1  # the last may have run two together


def test_every_kind_is_done_on_both_sides_in_the_preamble_and_in_the_operative_part() -> None:
    done = {
        (hit.kind, hit.side, id[:2])
        for kind in Kind
        for seed in _SEEDS
        for hit in _damaged(seed, 0.15, kind).hits
        for id in hit.ids
    }
    for kind in Kind:
        parts = ("pp",) if kind is Kind.NOTE_MOVED else ("pp", "op")
        for part in parts:
            assert (kind, "target", part) in done
            assert (kind, "source", part) in done


@pytest.mark.parametrize("kind", [Kind.SPLIT, Kind.NOTE_MOVED, Kind.EMPHASIS_LOST])
def test_these_damages_leave_every_word(kind: Kind) -> None:
    for seed in _SEEDS:
        found = _damaged(seed, 0.3, kind)
        assert _words(found.source) == _words(_ZH)
        assert _words(found.target) == _words(_EN)


def test_what_is_run_together_keeps_its_words_and_the_number_in_the_middle() -> None:
    for seed in _SEEDS:
        found = _damaged(seed, 0.3, Kind.JOINED)
        for version, published in ((found.source, _ZH), (found.target, _EN)):
            more = _words(version) - _words(published)
            assert not _words(published) - _words(version)
            assert set(more) <= set("123456.")


def test_what_is_dropped_is_gone_and_what_is_doubled_is_there_twice() -> None:
    for seed in _SEEDS:
        for kind, sign in ((Kind.DROPPED, -1), (Kind.DOUBLED, 1)):
            found = _damaged(seed, 0.1, kind)
            for side, version, published in (
                ("source", found.source, _ZH),
                ("target", found.target, _EN),
            ):
                expected = Counter(clause.text for clause in published.walk())
                for id in _hit_ids(found.hits, side):
                    expected[clause(published, id).text] += sign
                assert +expected == Counter(clause.text for clause in version.walk())


@pytest.mark.parametrize("kind", list(Kind))
def test_paragraphs_that_are_not_hit_keep_their_words(kind: Kind) -> None:
    for seed in _SEEDS:
        found = _damaged(seed, 0.3, kind)
        for side, version, published in (
            ("source", found.source, _ZH),
            ("target", found.target, _EN),
        ):
            there = {clause.text for clause in version.walk()}
            hit = _hit_ids(found.hits, side)
            assert all(c.text in there for c in published.walk() if c.id not in hit)


@pytest.mark.parametrize("kind", list(Kind))
def test_masthead_closing_and_footnotes_stay(kind: Kind) -> None:
    for seed in _SEEDS:
        found = _damaged(seed, 0.3, kind)
        for version, published in ((found.source, _ZH), (found.target, _EN)):
            for field in ("masthead", "head", "closing", "footnotes", "language", "address"):
                assert getattr(version, field) == getattr(published, field)


def test_footnote_marks_that_moved_keep_their_order() -> None:
    moved = 0
    for seed in _SEEDS:
        found = _damaged(seed, 0.3, Kind.NOTE_MOVED)
        for version, published in ((found.source, _ZH), (found.target, _EN)):
            notes = [note for clause in version.walk() for note in clause.notes]
            assert notes == [f"fn{n}" for n in range(1, 8)]
            moved += [c.runs for c in version.walk()] != [c.runs for c in published.walk()]
    assert moved > len(_SEEDS)


def test_a_number_that_is_lost_is_the_paragraphs_own_or_all_of_its_digits() -> None:
    for seed in _SEEDS:
        found = _damaged(seed, 0.1, Kind.NUMBER_LOST)
        rows = {id: row for row in found.rows for id in row[0]}
        assert all(len(row[0]) == len(row[1]) or row[0] == ("pp6",) for row in rows.values())
        for side, version in (("source", found.source), ("target", found.target)):
            published = _ZH if side == "source" else _EN
            there = {clause.text: clause.mark for clause in version.walk()}
            for id in _hit_ids(found.hits, side):
                before = clause(published, id)
                if before.text in there:
                    assert not there[before.text]
                else:
                    without = re.sub(r"\s", "", re.sub(r"\d", "", before.text))
                    assert without in {re.sub(r"\s", "", text) for text in there}


def test_preambular_paragraphs_are_counted_anew_and_operative_ones_keep_their_numbers() -> None:
    for hit_id in ("pp3", "op3"):
        found = next(
            found
            for seed in range(400)
            if (found := _damaged(seed, 0.01, Kind.DROPPED)).hits
            == (Hit(Kind.DROPPED, "target", (hit_id,)),)
        )
        if hit_id == "pp3":
            assert ids(found.target)[:17] == [f"pp{n}" for n in range(1, 18)]
            assert (("pp3",), ()) in found.rows
            assert (("pp4",), ("pp3",)) in found.rows
        else:
            assert [id for id in ids(found.target) if id.startswith("op")] == [
                *("op1", "op2", "op4", "op5", "op6")
            ]


@pytest.mark.parametrize("seed", _SEEDS)
def test_the_truth_itself_has_an_f1_of_one(seed: int) -> None:
    found = _damaged(seed)
    assert rows_score(found.rows, found).f1 == 1
    assert wrong_rows(found.rows, found) == ([], [])


def test_the_truth_itself_has_an_f1_of_one_whichever_of_two_copies_is_taken() -> None:
    found = next(f for seed in range(99) if (f := _damaged(seed, 0.01, Kind.DOUBLED)).copies)
    (copy,) = found.copies
    side = 0 if copy.side == "source" else 1
    other = {copy.original: copy.copy, copy.copy: copy.original}

    def turned(row: Pair) -> Pair:
        sides = list(row)
        sides[side] = tuple(other.get(id, id) for id in row[side])
        return sides[0], sides[1]

    swapped = [turned(row) for row in found.rows]
    both: list[Pair] = []
    for row in found.rows:
        sides = list(row)
        if sides[side] == (copy.original,):
            sides[side] = (copy.original, copy.copy)
        if sides[side] != (copy.copy,):
            both.append((sides[0], sides[1]))
    for rows in (list(found.rows), swapped, both):
        assert rows_score(rows, found).f1 == 1
        assert wrong_rows(rows, found) == ([], [])
    assert rows_score(both[1:], found).f1 < 1


def test_a_row_is_right_only_if_both_its_sides_are() -> None:
    found = Damaged(_ZH, _EN, ((("a",), ("b",)), (("c",), ("d", "e"))), (), ())
    score = rows_score([(("a",), ("b",)), (("c",), ("d",)), ((), ("e",))], found)
    assert (score.right_found, score.found, score.true) == (1, 3, 2)
    assert score.f1 == pytest.approx(0.4)

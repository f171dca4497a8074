"""What each correction of rows makes, what is refused, and what always holds."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.alignment.align import align
from desktop_app.alignment.corrections.history import History, Step
from desktop_app.alignment.corrections.joining import fits
from desktop_app.alignment.corrections.operations import (
    DOWN,
    UP,
    CorrectionError,
    merge,
    move,
    possible,
    restore,
    split,
    unpair,
)
from desktop_app.alignment.corrections.tree import SOURCE, TARGET
from desktop_app.resolution.bitext import Bitext, Row
from tests.support.corrections import (
    NESTED,
    any_correction,
    bitexts,
    flat_bitext,
    made_clause,
    made_resolution,
    some_corrections,
    written,
)
from tests.support.texts import EN, ZH, read

BUNDLED_PAIR = align(read(ZH), read(EN))


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("a|A\nb|B\nc|C", 0, "a b|A B\nc|C"),
        ("a|A\n|B\nc|C", 0, "a|A B\nc|C"),
        ("a|\n|A", 0, "a|A"),
        ("a|A\nb|\nc|C", 1, "a|A\nb c|C"),
    ],
)
def test_a_row_is_merged_with_the_next(before: str, place: int, after: str) -> None:
    assert written(merge(flat_bitext(before), place)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a|A B", "a|A\n|B"),
        ("a b|A B", "a|A\nb|B"),
        ("a b c|A B", "a|A\nb|B\nc|"),
        ("a b|", "a|\nb|"),
    ],
)
def test_a_row_is_split_one_against_one_in_order(before: str, after: str) -> None:
    assert written(split(flat_bitext(before), 0)) == after


@pytest.mark.parametrize(
    ("before", "place", "side", "by", "after"),
    [
        # a gap above takes the text, and those behind it close up as far as the next gap
        ("a|\nb|A\nc|B\nd|\ne|E", 1, TARGET, UP, "a|A\nb|B\nc|\nd|\ne|E"),
        # without a gap it joins the row above: the shift after a paragraph that was split
        ("a|A\nb|B\nc|C\n|D", 1, TARGET, UP, "a|A B\nb|C\nc|D"),
        # downwards all make room, as far as the next gap: the shift after one that is missing
        ("a|A\nb|B\nc|\nd|D", 0, TARGET, DOWN, "a|\nb|A\nc|B\nd|D"),
        ("a|A\nb|B", 0, TARGET, DOWN, "a|\nb|A\n|B"),
        ("a|A\nb|B", 0, SOURCE, DOWN, "|A\na|B\nb|"),
        ("|A\na|", 0, TARGET, DOWN, "a|A"),
        # of several only the one at the border goes over
        ("a|A B\nb|C\nc|D", 0, TARGET, DOWN, "a|A\nb|B C\nc|D"),
        ("a|A\nb|B C\nc|D", 1, TARGET, UP, "a|A B\nb|C\nc|D"),
        ("a|\nb c|", 1, SOURCE, UP, "a b|\nc|"),
        ("a|A B", 0, TARGET, DOWN, "a|A\n|B"),
    ],
)
def test_one_side_moves_and_the_other_stays(
    before: str, place: int, side: int, by: int, after: str
) -> None:
    assert written(move(flat_bitext(before), place, side, by)) == after


def test_two_sides_without_a_counterpart_are_two_rows() -> None:
    assert written(unpair(flat_bitext("a b|A\nc|C"), 0)) == "a b|\n|A\nc|C"


def test_only_what_changed_is_corrected_by_hand() -> None:
    rows = move(flat_bitext("a|A\nb|B\nc|\nd|D"), 1, TARGET, DOWN)
    assert written(rows, by_hand=True) == "b|\nc|B"
    assert {row.score for row in rows if row.by_hand} == {1.0}
    assert rows[0] == Row(("a",), ("A",), 0.4, ("length",))


def test_sub_paragraphs_go_with_their_paragraphs() -> None:
    rows = merge(NESTED, 1)
    assert (
        written(rows[1:6])
        == "op1 op2|op1 op2\nop1.a|op1.a\nop1.b|op1.b\nop1.b.i|op1.b.i\nop2.a|op2.a"
    )
    assert written(rows, by_hand=True) == "op1 op2|op1 op2"
    assert written(split(NESTED._replace(rows=rows), 1)) == written(NESTED.rows)


def test_sub_paragraphs_of_paragraphs_that_part_are_paired_anew() -> None:
    rows = move(NESTED, 1, TARGET, DOWN)
    assert written(rows[1:-2]).split("\n") == [
        "op1|", "op1.a|", "op1.b|", "op1.b.i|",
        "op2|op1", "op2.a|op1.a", "|op1.b", "|op1.b.i",
        "|op2", "|op2.a",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("correction", "sentence"),
    [
        (lambda: merge(NESTED, 3), "No row follows in the same part or paragraph"),
        (lambda: merge(NESTED, 6), "No row follows in the same part or paragraph"),
        (lambda: merge(NESTED, 8), "No row follows in the same part or paragraph"),
        (lambda: split(NESTED, 0), "so it cannot be split"),
        (lambda: unpair(flat_bitext("a|"), 0), "has no counterpart already"),
        (lambda: move(NESTED, 0, SOURCE, UP), "cannot move up"),
        (lambda: move(NESTED, 2, SOURCE, UP), "cannot move up"),
        (lambda: move(flat_bitext("a|"), 0, TARGET, UP), "no text on this side"),
        (lambda: move(flat_bitext("a|"), 0, SOURCE, DOWN), "cannot move down"),
        (lambda: move(flat_bitext("a|\nb|"), 0, SOURCE, DOWN), "cannot move down"),
        (lambda: restore(NESTED, 2, NESTED.rows), "nothing to take back"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(
    correction: Callable[[], object], sentence: str
) -> None:
    with pytest.raises(CorrectionError, match=sentence) as caught:
        correction()
    assert str(caught.value).count(".") == 1


def test_a_row_goes_back_to_what_it_was_with_all_that_it_reaches_into() -> None:
    before = flat_bitext("a|A\nb|B\nc|\nd|D\ne|E")
    rows = merge(before._replace(rows=move(before, 1, TARGET, DOWN)), 3)
    assert written(rows) == "a|A\nb|\nc|B\nd e|D E"
    assert restore(before._replace(rows=rows), 2, before.rows) == before.rows[:3] + rows[3:]
    assert restore(before._replace(rows=rows), 3, before.rows) == rows[:3] + before.rows[3:]


def test_a_sub_paragraph_goes_back_with_its_paragraph_where_it_must() -> None:
    rows = move(NESTED, 1, TARGET, DOWN)
    assert rows[2] == Row(("op1.a",), (), 1.0, (), by_hand=True)
    assert restore(NESTED._replace(rows=rows), 2, NESTED.rows) == NESTED.rows


@pytest.mark.slow
def test_sub_paragraphs_may_be_nested_as_deep_as_they_like() -> None:
    depth = 1500
    ids = [f"op1.{n}" for n in range(depth)]
    clause = made_clause(ids[-1])
    for id in ids[-2::-1]:
        clause = made_clause(id, [clause])
    side = made_resolution({"operative": [clause, made_clause("op2")]})
    before = Bitext(side, side, tuple(Row((id,), (id,), 0.9) for id in [*ids, "op2"]))
    assert [found.id for found in side.walk()] == [*ids, "op2"]
    for rows in (merge(before, 0), unpair(before, 0), move(before, 0, TARGET, DOWN)):
        assert fits(before, rows)
        assert restore(before._replace(rows=rows), 0, before.rows) == before.rows
    deepest = clause
    for _ in range(depth - 400):
        deepest = deepest.clauses[0]
    few = made_resolution({"operative": [deepest]})
    assert len(align(few, few).rows) == 400


def test_the_bundled_row_of_one_against_two_is_split_and_comes_back() -> None:
    place = [row.source for row in BUNDLED_PAIR.rows].index(("pp6",))
    rows = split(BUNDLED_PAIR, place)
    assert written(rows[place : place + 2]) == "pp6|pp6\n|pp7"
    corrected = BUNDLED_PAIR._replace(rows=rows)
    assert fits(BUNDLED_PAIR, rows)
    assert restore(corrected, place + 1, BUNDLED_PAIR.rows) == BUNDLED_PAIR.rows


@pytest.mark.slow
@given(st.data())
@settings(max_examples=300, deadline=None)
def test_whatever_is_done_every_clause_stays_once_and_in_order(data: st.DataObject) -> None:
    before = data.draw(bitexts())
    rows = before.rows
    assert fits(before, rows)
    history = History()
    states = [rows]
    for n in range(data.draw(st.integers(0, 12)) if rows else 0):
        try:
            after = any_correction(data, before._replace(rows=rows), before.rows)
        except CorrectionError:
            continue
        assert fits(before, after)
        assert after != rows
        changed = set(after) - set(rows)
        assert all((row.by_hand and row.score == 1.0) or row in before.rows for row in changed)
        history.add(Step(name=str(n), before=rows, after=after))
        states.append(after)
        rows = after
    for former, latter in zip(states[-2::-1], states[:0:-1], strict=True):
        step = history.undo()
        assert step is not None
        assert (step.before, step.after) == (former, latter)
    assert history.undo() is None
    for latter in states[1:]:
        step = history.redo()
        assert step is not None
        assert step.after == latter
    assert history.redo() is None


@pytest.mark.slow
@given(st.data())
@settings(max_examples=100, deadline=None)
def test_every_row_can_go_back_until_all_are_as_they_were_aligned(data: st.DataObject) -> None:
    before = data.draw(bitexts().filter(lambda bitext: bool(bitext.rows)))
    rows = before.rows
    for _ in range(8):
        try:
            rows = any_correction(data, before._replace(rows=rows), before.rows)
        except CorrectionError:
            continue
    for _ in range(1000):
        place = next((n for n, row in enumerate(rows) if row.by_hand), -1)
        if place < 0:
            break
        rows = restore(before._replace(rows=rows), place, before.rows)
    assert rows == before.rows


@pytest.mark.slow
@given(st.data())
@settings(max_examples=200, deadline=None)
def test_what_is_possible_is_not_refused_and_all_else_is(data: st.DataObject) -> None:
    bitext = data.draw(bitexts().filter(lambda bitext: bool(bitext.rows)))
    rows = some_corrections(data, bitext, bitext.rows)
    now = bitext._replace(rows=rows)
    place = data.draw(st.integers(0, len(rows) - 1))
    corrections: dict[str, Callable[[], object]] = {
        "merge": lambda: merge(now, place, bitext.rows),
        "split": lambda: split(now, place, bitext.rows),
        "unpair": lambda: unpair(now, place, bitext.rows),
        "restore": lambda: restore(now, place, bitext.rows),
        "source up": lambda: move(now, place, SOURCE, UP, bitext.rows),
        "source down": lambda: move(now, place, SOURCE, DOWN, bitext.rows),
        "target up": lambda: move(now, place, TARGET, UP, bitext.rows),
        "target down": lambda: move(now, place, TARGET, DOWN, bitext.rows),
    }
    done = set()
    for name, correction in corrections.items():
        try:
            correction()
            done.add(name)
        except CorrectionError:
            continue
    assert possible(now, place, bitext.rows) == done

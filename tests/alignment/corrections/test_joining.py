"""Rows that were corrected elsewhere: whether they fit, and how two corrections become one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.alignment.align import align
from desktop_app.alignment.corrections.joining import Joined, fits, join, join_fitting, turned
from desktop_app.alignment.corrections.operations import merge, possible, restore, split
from desktop_app.alignment.corrections.tree import Rows
from desktop_app.resolution.bitext import Bitext, Row
from tests.support.corrections import (
    NESTED,
    bitexts,
    flat_bitext,
    made_clause,
    made_resolution,
    some_corrections,
    written,
)


@pytest.mark.parametrize(
    "rows",
    [
        NESTED.rows[1:],
        (*NESTED.rows, NESTED.rows[0]),
        (NESTED.rows[1], NESTED.rows[0], *NESTED.rows[2:]),
        (*NESTED.rows, Row((), (), 1.0)),
        (*NESTED.rows[:-1], Row(("fn9",), ("fn2",), 1.0)),
        (Row(("pp1", "fn1"), ("pp1", "fn1"), 1.0), *NESTED.rows[1:-2], NESTED.rows[-1]),
        (*NESTED.rows[:2], NESTED.rows[5], *NESTED.rows[2:5], *NESTED.rows[6:]),
    ],
    ids=["lost", "doubled", "crossed", "empty", "unknown", "parts joined", "uprooted"],
)
def test_rows_that_are_not_those_of_the_texts_do_not_fit(rows: Rows) -> None:
    assert fits(NESTED, NESTED.rows)
    assert not fits(NESTED, rows)


@pytest.mark.parametrize(
    ("before", "mine", "theirs", "joined", "contradict"),
    [
        ("a|A\nb|B", "a|\n|A\nb|B", "a|A\nb|\n|B", "a|\n|A\nb|\n|B", False),
        # what one of them took back is gone
        ("a|\n|A\nb|B", "a|A\nb|B", "a|\n|A\nb|\n|B", "a|A\nb|\n|B", False),
        ("a|\n|A\nb|B", "a|\n|A\nb|\n|B", "a|A\nb|B", "a|A\nb|\n|B", False),
        ("a|A\nb|B", "a b|A B", "a b|A B", "a b|A B", False),
        ("a|A\nb|B\nc|C", "a b|A B\nc|C", "a|A\nb c|B C", "a b|A B\nc|C", True),
        (
            "a|A\nb|B\nc|C",
            "a|\n|A\nb|B\nc|C",
            "a b|A B\nc|\n|C",
            "a|\n|A\nb|B\nc|\n|C",
            True,
        ),
    ],
)
def test_corrections_of_two_windows_become_one(
    before: str, mine: str, theirs: str, joined: str, contradict: bool
) -> None:
    automatic = flat_bitext("a|A\nb|B\nc|C" if "c" in before else "a|A\nb|B")
    versions = [
        tuple(row._replace(by_hand=row not in automatic.rows) for row in flat_bitext(rows).rows)
        for rows in (before, mine, theirs)
    ]
    found = join(versions[0], versions[1], versions[2])
    assert (written(found.rows), found.contradict) == (joined, contradict)


def _hands(rows: Rows) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    return {(row.source, row.target) for row in rows if row.by_hand}


@pytest.mark.slow
@given(st.data())
@settings(max_examples=200, deadline=None)
def test_what_two_windows_corrected_fits_together_and_only_contradictions_are_lost(
    data: st.DataObject,
) -> None:
    bitext = data.draw(bitexts())
    before = some_corrections(data, bitext, bitext.rows)
    mine, theirs = (some_corrections(data, bitext, before) for _ in range(2))
    found = join(before, mine, theirs)
    assert fits(bitext, found.rows)
    assert _hands(mine) - _hands(before) <= _hands(found.rows)
    if not found.contradict:
        assert _hands(theirs) - _hands(before) <= _hands(found.rows)
    assert _hands(mine) & _hands(theirs) <= _hands(found.rows)
    assert _hands(found.rows) <= _hands(mine) | _hands(theirs)
    assert join(before, mine, before).rows == mine
    assert join(before, before, theirs).rows == theirs
    assert not join(before, mine, mine).contradict
    assert join(before, theirs, mine).contradict == found.contradict


@given(st.data())
@settings(max_examples=50, deadline=None)
def test_rows_fit_the_other_way_round_as_well(data: st.DataObject) -> None:
    bitext = data.draw(bitexts())
    rows = some_corrections(data, bitext, bitext.rows)
    assert bitext.target is not None
    assert fits(align(bitext.target, bitext.source), turned(rows))
    assert turned(turned(rows)) == rows


def test_rows_kept_with_levels_fit_and_are_corrected_where_the_automatic_ones_have_none() -> None:
    """As kept rows of an earlier release do: a person had joined paragraphs before the
    sub-paragraphs of both."""
    kept = NESTED._replace(rows=merge(NESTED, 1))
    across = NESTED._replace(rows=(NESTED.rows[0], *_ACROSS, *NESTED.rows[7:]))
    assert fits(across, across.rows)
    assert fits(across, kept.rows)
    rows = split(kept, 1, across.rows)
    assert fits(across, rows)
    assert written(rows) == written(NESTED.rows)
    assert restore(kept, 3, across.rows) == across.rows
    assert "restore" in possible(kept, 3, across.rows)


def test_levels_and_none_of_two_windows_contradict_each_other() -> None:
    """Joined they would be neither."""
    side = made_resolution(
        {
            "operative": [
                made_clause(f"op{number}", [made_clause(f"op{number}.a")]) for number in (1, 2, 3)
            ]
        }
    )
    before = Bitext(side, side, tuple(Row((c.id,), (c.id,), 0.9) for c in side.walk()))
    mine = merge(before, 0)
    last = [
        Row(("op3",), (), 1.0, by_hand=True),
        Row(("op3.a",), ("op3",), 1.0, by_hand=True),
        Row((), ("op3.a",), 1.0, by_hand=True),
    ]
    theirs = (*before.rows[:4], *last)
    assert fits(before, mine)
    assert fits(before, theirs)
    assert not fits(before, join(before.rows, mine, theirs).rows)
    assert join_fitting(before, before.rows, mine, theirs) == Joined(mine, contradict=True)


_ACROSS = (
    Row(("op1",), (), 1.0, by_hand=True),
    Row(("op1.a",), ("op1",), 1.0, by_hand=True),
    Row(("op1.b",), ("op1.a",), 1.0, by_hand=True),
    Row(("op1.b.i",), ("op1.b", "op1.b.i"), 1.0, by_hand=True),
    Row(("op2",), ("op2",), 1.0, by_hand=True),
    Row(("op2.a",), ("op2.a",), 1.0, by_hand=True),
)
"""The operative part in rows across levels."""


@pytest.mark.parametrize(
    "rows",
    [
        (_ACROSS[1], _ACROSS[0], *_ACROSS[2:]),
        (
            Row(("op1", "op1.b"), (), 1.0),
            Row(("op1.a",), ("op1",), 1.0),
            Row((), ("op1.a",), 1.0),
            *_ACROSS[3:],
        ),
        (*_ACROSS[:-1], Row(("op2.a",), (), 1.0)),
    ],
    ids=["crossed", "not in order", "lost"],
)
def test_rows_across_levels_fit_only_in_the_order_of_both_texts(rows: Rows) -> None:
    assert fits(NESTED, (NESTED.rows[0], *_ACROSS, *NESTED.rows[7:]))
    assert not fits(NESTED, (NESTED.rows[0], *rows, *NESTED.rows[7:]))


def test_rows_across_levels_join_no_clauses_of_two_parts() -> None:
    (pp1, op1, *rest), notes = (NESTED.rows[0], *_ACROSS), NESTED.rows[7:]
    assert fits(NESTED, (Row(("pp1", "op1"), ("pp1",), 1.0), *rest, *notes))  # one list
    last = Row(("op2.a", "fn1"), ("op2.a", "fn1"), 1.0)
    assert not fits(NESTED, (pp1, op1, *rest[:-1], last, *notes[1:]))

"""Rows that were corrected elsewhere: whether they fit, and how two corrections become one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.alignment.align import align
from desktop_app.alignment.corrections.joining import fits, join, turned
from desktop_app.alignment.corrections.tree import Rows
from desktop_app.resolution.bitext import Row
from tests.support.corrections import NESTED, bitexts, flat_bitext, some_corrections, written


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

"""Rows corrected by hand: what each correction makes, what is refused, and what always holds."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.alignment.align import align
from desktop_app.alignment.corrections.history import History, Step
from desktop_app.alignment.corrections.joining import fits, join, turned
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
from desktop_app.alignment.corrections.tree import SOURCE, TARGET, Rows
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import (
    Clause,
    Footnote,
    Masthead,
    Part,
    PartKind,
    Provenance,
    Resolution,
    Run,
)
from tests.support.texts import EN, ZH, read

_BUNDLED = align(read(ZH), read(EN))


def _clause(id: str, below: Sequence[Clause] = ()) -> Clause:
    return Clause(id, "", "", "", (Run(f"the words of {id}"),), tuple(below))


def _resolution(parts: Mapping[str, Sequence[Clause]], notes: Iterable[str] = ()) -> Resolution:
    made = tuple(Part(id, PartKind.OPERATIVE, (), tuple(own)) for id, own in parts.items())
    footnotes = tuple(Footnote(id, id[2:], (Run("a note"),)) for id in notes)
    return Resolution(
        Masthead(), "en", "Latn", Provenance.UNSTATED, (), made, (), footnotes
    )  # fmt: skip


def _flat(rows: str) -> Bitext:
    """A bitext of one part from rows as "a b|A B", a line each."""
    pairs = [tuple(tuple(side.split()) for side in row.split("|")) for row in rows.split("\n")]
    sides = [
        _resolution({"operative": [_clause(id) for p in pairs for id in p[n]]}) for n in (0, 1)
    ]
    return Bitext(sides[0], sides[1], tuple(Row(p[0], p[1], 0.4, ("length",)) for p in pairs))


def _said(rows: Rows, by_hand: bool = False) -> str:
    return "\n".join(
        f"{' '.join(row.source)}|{' '.join(row.target)}"
        for row in rows
        if row.by_hand or not by_hand
    )


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
    assert _said(merge(_flat(before), place)) == after


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
    assert _said(split(_flat(before), 0)) == after


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
    assert _said(move(_flat(before), place, side, by)) == after


def test_two_sides_without_a_counterpart_are_two_rows() -> None:
    assert _said(unpair(_flat("a b|A\nc|C"), 0)) == "a b|\n|A\nc|C"


def test_only_what_changed_is_corrected_by_hand() -> None:
    rows = move(_flat("a|A\nb|B\nc|\nd|D"), 1, TARGET, DOWN)
    assert _said(rows, by_hand=True) == "b|\nc|B"
    assert {row.score for row in rows if row.by_hand} == {1.0}
    assert rows[0] == Row(("a",), ("A",), 0.4, ("length",))


_NESTED = Bitext(
    _resolution(
        {
            "preamble": [_clause("pp1")],
            "operative": [
                _clause("op1", [_clause("op1.a"), _clause("op1.b", [_clause("op1.b.i")])]),
                _clause("op2", [_clause("op2.a")]),
            ],
        },
        ["fn1", "fn2"],
    ),
    _resolution(
        {
            "preamble": [_clause("pp1")],
            "operative": [
                _clause("op1", [_clause("op1.a"), _clause("op1.b", [_clause("op1.b.i")])]),
                _clause("op2", [_clause("op2.a")]),
            ],
        },
        ["fn1", "fn2"],
    ),
    tuple(
        Row((id,), (id,), 0.9)
        for id in ("pp1", "op1", "op1.a", "op1.b", "op1.b.i", "op2", "op2.a", "fn1", "fn2")
    ),
)  # fmt: skip


def test_sub_paragraphs_go_with_their_paragraphs() -> None:
    rows = merge(_NESTED, 1)
    assert (
        _said(rows[1:6])
        == "op1 op2|op1 op2\nop1.a|op1.a\nop1.b|op1.b\nop1.b.i|op1.b.i\nop2.a|op2.a"
    )
    assert _said(rows, by_hand=True) == "op1 op2|op1 op2"
    assert _said(split(_NESTED._replace(rows=rows), 1)) == _said(_NESTED.rows)


def test_sub_paragraphs_of_paragraphs_that_part_are_paired_anew() -> None:
    rows = move(_NESTED, 1, TARGET, DOWN)
    assert _said(rows[1:-2]).split("\n") == [
        "op1|", "op1.a|", "op1.b|", "op1.b.i|",
        "op2|op1", "op2.a|op1.a", "|op1.b", "|op1.b.i",
        "|op2", "|op2.a",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("correction", "sentence"),
    [
        (lambda: merge(_NESTED, 3), "No row follows in the same part or paragraph"),
        (lambda: merge(_NESTED, 6), "No row follows in the same part or paragraph"),
        (lambda: merge(_NESTED, 8), "No row follows in the same part or paragraph"),
        (lambda: split(_NESTED, 0), "so it cannot be split"),
        (lambda: unpair(_flat("a|"), 0), "has no counterpart already"),
        (lambda: move(_NESTED, 0, SOURCE, UP), "cannot move up"),
        (lambda: move(_NESTED, 2, SOURCE, UP), "cannot move up"),
        (lambda: move(_flat("a|"), 0, TARGET, UP), "no text on this side"),
        (lambda: move(_flat("a|"), 0, SOURCE, DOWN), "cannot move down"),
        (lambda: move(_flat("a|\nb|"), 0, SOURCE, DOWN), "cannot move down"),
        (lambda: restore(_NESTED, 2, _NESTED.rows), "nothing to take back"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(
    correction: Callable[[], object], sentence: str
) -> None:
    with pytest.raises(CorrectionError, match=sentence) as caught:
        correction()
    assert str(caught.value).count(".") == 1


def test_a_row_goes_back_to_what_it_was_with_all_that_it_reaches_into() -> None:
    before = _flat("a|A\nb|B\nc|\nd|D\ne|E")
    rows = merge(before._replace(rows=move(before, 1, TARGET, DOWN)), 3)
    assert _said(rows) == "a|A\nb|\nc|B\nd e|D E"
    assert restore(before._replace(rows=rows), 2, before.rows) == before.rows[:3] + rows[3:]
    assert restore(before._replace(rows=rows), 3, before.rows) == rows[:3] + before.rows[3:]


def test_a_sub_paragraph_goes_back_with_its_paragraph_where_it_must() -> None:
    rows = move(_NESTED, 1, TARGET, DOWN)
    assert rows[2] == Row(("op1.a",), (), 1.0, (), by_hand=True)
    assert restore(_NESTED._replace(rows=rows), 2, _NESTED.rows) == _NESTED.rows


def test_sub_paragraphs_may_be_nested_as_deep_as_they_like() -> None:
    depth = 1500
    ids = [f"op1.{n}" for n in range(depth)]
    clause = _clause(ids[-1])
    for id in ids[-2::-1]:
        clause = _clause(id, [clause])
    side = _resolution({"operative": [clause, _clause("op2")]})
    before = Bitext(side, side, tuple(Row((id,), (id,), 0.9) for id in [*ids, "op2"]))
    assert [found.id for found in side.walk()] == [*ids, "op2"]
    for rows in (merge(before, 0), unpair(before, 0), move(before, 0, TARGET, DOWN)):
        assert fits(before, rows)
        assert restore(before._replace(rows=rows), 0, before.rows) == before.rows
    deepest = clause
    for _ in range(depth - 400):
        deepest = deepest.clauses[0]
    few = _resolution({"operative": [deepest]})
    assert len(align(few, few).rows) == 400


def test_the_bundled_row_of_one_against_two_is_split_and_comes_back() -> None:
    place = [row.source for row in _BUNDLED.rows].index(("pp6",))
    rows = split(_BUNDLED, place)
    assert _said(rows[place : place + 2]) == "pp6|pp6\n|pp7"
    corrected = _BUNDLED._replace(rows=rows)
    assert fits(_BUNDLED, rows)
    assert restore(corrected, place + 1, _BUNDLED.rows) == _BUNDLED.rows


@st.composite
def _clauses(draw: st.DrawFn, above: str, depth: int = 0) -> list[Clause]:
    count = draw(st.integers(0, 4 - depth))
    return [
        _clause(f"{above}{n}", draw(_clauses(f"{above}{n}.", depth + 1)) if depth < 2 else [])
        for n in range(count)
    ]


@st.composite
def _bitexts(draw: st.DrawFn) -> Bitext:
    sides = []
    for _ in range(2):
        names = draw(st.lists(st.sampled_from(["preamble", "operative", "annex1"]), unique=True))
        parts = {name: draw(_clauses(name[0])) for name in sorted(names)}
        sides.append(_resolution(parts, [f"fn{n}" for n in range(draw(st.integers(0, 3)))]))
    return align(sides[0], sides[1])


def _any_correction(data: st.DataObject, bitext: Bitext, automatic: Rows) -> Rows:
    place = data.draw(st.integers(0, len(bitext.rows) - 1))
    side, by = data.draw(st.sampled_from([SOURCE, TARGET])), data.draw(st.sampled_from([UP, DOWN]))
    corrections: list[Callable[[], Rows]] = [
        lambda: merge(bitext, place),
        lambda: split(bitext, place),
        lambda: unpair(bitext, place),
        lambda: move(bitext, place, side, by),
        lambda: restore(bitext, place, automatic),
    ]
    return data.draw(st.sampled_from(corrections))()


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_whatever_is_done_every_clause_stays_once_and_in_order(data: st.DataObject) -> None:
    before = data.draw(_bitexts())
    rows = before.rows
    assert fits(before, rows)
    history = History()
    states = [rows]
    for n in range(data.draw(st.integers(0, 12)) if rows else 0):
        try:
            after = _any_correction(data, before._replace(rows=rows), before.rows)
        except CorrectionError:
            continue
        assert fits(before, after)
        assert after != rows
        changed = set(after) - set(rows)
        assert all((row.by_hand and row.score == 1.0) or row in before.rows for row in changed)
        history.add(Step(str(n), rows, after))
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


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_every_row_can_go_back_until_all_are_as_they_were_aligned(data: st.DataObject) -> None:
    before = data.draw(_bitexts().filter(lambda bitext: bool(bitext.rows)))
    rows = before.rows
    for _ in range(8):
        try:
            rows = _any_correction(data, before._replace(rows=rows), before.rows)
        except CorrectionError:
            continue
    for _ in range(1000):
        place = next((n for n, row in enumerate(rows) if row.by_hand), -1)
        if place < 0:
            break
        rows = restore(before._replace(rows=rows), place, before.rows)
    assert rows == before.rows


def test_what_was_undone_is_lost_once_something_else_is_done() -> None:
    history = History()
    first, second = _flat("a|A").rows, _flat("a|").rows
    history.add(Step("one", first, second))
    history.undo()
    assert history.next is not None
    history.add(Step("two", first, second))
    assert history.next is None
    assert history.last is not None
    assert history.last.name == "two"


def test_steps_follow_rows_that_were_changed_from_elsewhere() -> None:
    history = History()
    rows = [_flat(said).rows for said in ("a|A", "a|\n|A", "|A\na|")]
    history.add(Step("one", rows[0], rows[1]))
    history.add(Step("two", rows[1], rows[2]))
    history.undo()
    history.follow(turned)
    assert history.last == Step("one", turned(rows[0]), turned(rows[1]))
    assert history.next == Step("two", turned(rows[1]), turned(rows[2]))
    assert history.last.after is history.next.before


def test_of_many_steps_in_a_long_document_the_nearest_follow() -> None:
    history = History()
    rows = _flat("a|A").rows * 20_000
    for n in range(9):
        history.add(Step(str(n), rows, rows))
    history.follow(lambda of: of)
    assert [step.name for step in iter(history.undo, None)] == ["8", "7", "6"]


@pytest.mark.parametrize(
    "rows",
    [
        _NESTED.rows[1:],
        (*_NESTED.rows, _NESTED.rows[0]),
        (_NESTED.rows[1], _NESTED.rows[0], *_NESTED.rows[2:]),
        (*_NESTED.rows, Row((), (), 1.0)),
        (*_NESTED.rows[:-1], Row(("fn9",), ("fn2",), 1.0)),
        (Row(("pp1", "fn1"), ("pp1", "fn1"), 1.0), *_NESTED.rows[1:-2], _NESTED.rows[-1]),
        (*_NESTED.rows[:2], _NESTED.rows[5], *_NESTED.rows[2:5], *_NESTED.rows[6:]),
    ],
    ids=["lost", "doubled", "crossed", "empty", "unknown", "parts joined", "uprooted"],
)
def test_rows_that_are_not_those_of_the_texts_do_not_fit(rows: Rows) -> None:
    assert fits(_NESTED, _NESTED.rows)
    assert not fits(_NESTED, rows)


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
    automatic = _flat("a|A\nb|B\nc|C" if "c" in before else "a|A\nb|B")
    versions = [
        tuple(row._replace(by_hand=row not in automatic.rows) for row in _flat(rows).rows)
        for rows in (before, mine, theirs)
    ]
    found = join(versions[0], versions[1], versions[2])
    assert (_said(found.rows), found.contradict) == (joined, contradict)


def _some_corrections(data: st.DataObject, bitext: Bitext, rows: Rows) -> Rows:
    for _ in range(data.draw(st.integers(0, 4)) if rows else 0):
        try:
            rows = _any_correction(data, bitext._replace(rows=rows), bitext.rows)
        except CorrectionError:
            continue
    return rows


def _hands(rows: Rows) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    return {(row.source, row.target) for row in rows if row.by_hand}


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_what_two_windows_corrected_fits_together_and_only_contradictions_are_lost(
    data: st.DataObject,
) -> None:
    bitext = data.draw(_bitexts())
    before = _some_corrections(data, bitext, bitext.rows)
    mine, theirs = (_some_corrections(data, bitext, before) for _ in range(2))
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
@settings(max_examples=200, deadline=None)
def test_what_is_possible_is_not_refused_and_all_else_is(data: st.DataObject) -> None:
    bitext = data.draw(_bitexts().filter(lambda bitext: bool(bitext.rows)))
    rows = _some_corrections(data, bitext, bitext.rows)
    now = bitext._replace(rows=rows)
    place = data.draw(st.integers(0, len(rows) - 1))
    corrections: dict[str, Callable[[], object]] = {
        "merge": lambda: merge(now, place),
        "split": lambda: split(now, place),
        "unpair": lambda: unpair(now, place),
        "restore": lambda: restore(now, place, bitext.rows),
        "source up": lambda: move(now, place, SOURCE, UP),
        "source down": lambda: move(now, place, SOURCE, DOWN),
        "target up": lambda: move(now, place, TARGET, UP),
        "target down": lambda: move(now, place, TARGET, DOWN),
    }
    done = set()
    for name, correction in corrections.items():
        try:
            correction()
            done.add(name)
        except CorrectionError:
            continue
    assert possible(now, place, bitext.rows) == done


@given(st.data())
@settings(max_examples=50, deadline=None)
def test_rows_fit_the_other_way_round_as_well(data: st.DataObject) -> None:
    bitext = data.draw(_bitexts())
    rows = _some_corrections(data, bitext, bitext.rows)
    assert bitext.target is not None
    assert fits(align(bitext.target, bitext.source), turned(rows))
    assert turned(turned(rows)) == rows

"""Long texts, aligned at a glance."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.alignment.align import WHOLE, align
from desktop_app.alignment.glance import Glance, glance, stretches
from desktop_app.resolution.model import Clause, Resolution, Run
from tests.tools.bench.made_up import bitext

_GLANCES = st.lists(
    st.builds(
        Glance,
        st.frozensets(st.sampled_from(["1", "2", "74/43", "9"]), max_size=2),
        st.sampled_from(["", "1"]),
        st.sampled_from(["", "recall", "note"]),
        st.integers(0, 300),
    ),
    max_size=60,
)
Pair = tuple[tuple[str, ...], tuple[str, ...]]


@settings(max_examples=200)
@given(_GLANCES, _GLANCES)
def test_the_stretches_hold_every_clause_once_and_in_order(
    source: list[Glance], target: list[Glance]
) -> None:
    i = j = 0
    for stretch in stretches(source, target):
        assert (stretch.source.start, stretch.target.start) == (i, j)
        i, j = stretch.source.stop, stretch.target.stop
        if stretch.plain:
            assert i - stretch.source.start == j - stretch.target.start > 0
    assert (i, j) == (len(source), len(target))


def test_a_text_beside_its_translation_is_plain_from_end_to_end() -> None:
    made = bitext(clauses=200, length=100)
    assert made.target is not None
    left, right = (
        [glance(clause, side.language) for clause in side.walk()]
        for side in (made.source, made.target)
    )
    assert [stretch.plain for stretch in stretches(left, right)] == [True]


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("seed", range(3))
def test_a_long_damaged_text_is_aligned(seed: int, numbered: bool) -> None:
    source, target, true = _damaged(300, 0.08, seed, numbered)
    assert len(list(source.walk())) * len(list(target.walk())) > WHOLE
    found = {(row.source, row.target) for row in align(source, target).rows}
    right = len(found & set(true))
    assert 2 * right / (len(found) + len(true)) > 0.98


def _damaged(
    count: int, share: float, seed: int, numbered: bool
) -> tuple[Resolution, Resolution, list[Pair]]:
    """A long text with paragraphs lost on either side, and what truly belongs together."""
    made = bitext(count, 150)
    assert made.target is not None
    random = Random(seed)
    kept: tuple[list[Clause], list[Clause]] = [], []
    true: list[Pair] = []
    for pair in zip(made.source.walk(), made.target.walk(), strict=True):
        lost = random.choice((0, 1)) if random.random() < share else None
        ids: list[tuple[str, ...]] = []
        for side, clause in enumerate(pair):
            number = clause.number if numbered else ""
            if side != lost:
                kept[side].append(clause._replace(number=number))
            ids.append((clause.id,) if side != lost else ())
        true.append((ids[0], ids[1]))
    source, target = (
        version._replace(parts=(version.parts[0]._replace(clauses=tuple(clauses)),))
        for version, clauses in zip((made.source, made.target), kept, strict=True)
    )
    return source, target, true


@pytest.mark.parametrize(("left", "right"), [(3000, 3000), (3000, 2500), (2000, 3), (2000, 0)])
def test_identical_paragraphs_take_neither_time_nor_memory_of_their_square(
    left: int, right: int
) -> None:
    made = bitext(1, 60)
    assert made.target is not None
    source, target = (
        version._replace(
            parts=(
                version.parts[0]._replace(
                    clauses=tuple(
                        Clause(f"pp{n}", "", "", "", (Run(words),)) for n in range(1, count + 1)
                    )
                ),
            )
        )
        for version, words, count in (
            (made.source, "重申决议，", left),
            (made.target, "Reaffirming it,", right),
        )
    )
    looked_at: list[float] = []
    rows = align(source, target, looked_at.append).rows
    assert [id for row in rows for id in row.source] == [f"pp{n}" for n in range(1, left + 1)]
    assert [id for row in rows for id in row.target] == [f"pp{n}" for n in range(1, right + 1)]


def test_a_long_alignment_can_be_ended() -> None:
    made = bitext(clauses=120, length=50)
    assert made.target is not None

    class EndedError(Exception):
        pass

    def end(share: float) -> None:
        raise EndedError

    with pytest.raises(EndedError):
        align(made.source, made.target, end)

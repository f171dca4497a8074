"""Positions before and after a conversion."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.resolution import positions as room
from desktop_app.resolution.positions import SAME, PositionMap, Resized, Seam, seams


@st.composite
def _maps(draw: st.DrawFn, length: int = 40) -> PositionMap:
    cuts = draw(st.lists(st.integers(0, length), unique=True, max_size=8).map(sorted))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return seams([Resized(start, end, draw(st.integers(1, 6))) for start, end in pairs])


def _is_within(position: int, positions: PositionMap) -> bool:
    return any(seam.start < position < seam.end for seam in positions.seams)


@given(_maps(), st.integers(0, 40))
def test_there_and_back_is_the_same_place_outside_a_replaced_word(
    positions: PositionMap, place: int
) -> None:
    if not _is_within(place, positions):
        assert positions.published(positions.shown(place)) == place


@given(_maps(), st.integers(0, 40), st.integers(0, 40))
def test_what_stands_before_stays_before(positions: PositionMap, one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert positions.shown(low) <= positions.shown(high)


@given(_maps(), st.integers(0, 40), st.integers(0, 40))
def test_a_range_there_and_back_holds_itself(positions: PositionMap, one: int, other: int) -> None:
    start, end = sorted((one, other))
    back_start, back_end = positions.published_range(*positions.shown_range(start, end))
    assert back_start <= start
    assert end <= back_end


@given(_maps(), _maps(), st.integers(0, 40))
def test_two_maps_as_one_lead_where_both_lead(
    first: PositionMap, second: PositionMap, place: int
) -> None:
    one = first.then(second)
    if not _is_within(place, one):
        assert one.shown(place) == second.shown(first.shown(place))


@given(_maps())
def test_the_map_that_changes_nothing(positions: PositionMap) -> None:
    assert SAME.then(positions) == positions == positions.then(SAME)
    assert SAME.shown(7) == SAME.published(7) == 7


def test_two_maps_are_joined_without_looking_anew_for_each_seam(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = seams([Resized(place, place + 2, 3) for place in range(0, 4000, 4)])
    second = seams([Resized(place + 1, place + 2, 2) for place in range(0, 4000, 5)])
    looked: list[int] = []
    back, before = PositionMap._back, room._before

    def counted_back(self: PositionMap) -> tuple[Seam, ...]:
        looked.append(len(self.seams))
        return back(self)

    def counted_before(position: int, seams: Sequence[Seam]) -> Seam | None:
        looked.append(1)
        return before(position, seams)

    monkeypatch.setattr(PositionMap, "_back", counted_back)
    monkeypatch.setattr(room, "_before", counted_before)
    joined = first.then(second)
    assert len(joined.seams) >= 800
    assert sum(looked) <= 1000

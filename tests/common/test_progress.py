"""The progress of a part of a task, in shares and in pages."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.progress import PagesRead, part

_FILE = Path("a.pdf")
_SHARES = st.floats(min_value=0.0, max_value=1.0)


@given(_SHARES, _SHARES, _SHARES)
def test_a_part_stays_within_its_shares_and_keeps_the_pages(
    one: float, other: float, done: float
) -> None:
    first, last = sorted((one, other))
    told: list[float] = []
    part(told.append, first, last)(done)
    part(told.append, first, last)(PagesRead(done, _FILE, 3, 9))
    assert told[0] == told[1]
    assert first - 1e-9 <= told[0] <= last + 1e-9
    assert not isinstance(told[0], PagesRead)
    assert isinstance(told[1], PagesRead)
    assert (told[1].file, told[1].done, told[1].count) == (_FILE, 3, 9)


def test_before_a_file_has_said_how_many_pages_it_has_none_of_it_is_done() -> None:
    assert PagesRead.of(_FILE, 0, 0) == 0.0
    assert PagesRead.of(_FILE, 1, 4) == 0.25

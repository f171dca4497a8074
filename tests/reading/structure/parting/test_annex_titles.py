"""The title of an annex may take several lines of a wrapped text."""

from textwrap import fill

import pytest

from desktop_app.reading.readers import text
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import words

_WIDTH = 74
_HEAD = """75/58. A title

The General Assembly,

Recalling its resolution 74/43 of 12 December 2019, in which it asked all
keepers of the harbours to keep the lights lit,

1. Adopts the strategy for the lighthouses that is annexed to the present
resolution, and asks all keepers of harbours to carry it out.

37th plenary meeting
7 December 2020

Annex
"""
_BODY = """
1. The keepers of all the harbours of the world shall light their lamps at
dusk and put them out at dawn.

2. They shall report on it to the General Assembly at its next session.
"""


@pytest.mark.parametrize("is_tight", [True, False])
@pytest.mark.parametrize("between", ["", "\n"])
@pytest.mark.parametrize(
    "title",
    [
        "Strategy on the Lights\nof the Harbours",
        fill(
            "Comprehensive Strategy on Assistance and Support to the Keepers of Lighthouses and of "
            "All Related Persons",
            _WIDTH,
        ),
        fill(
            "Declaration on Advancing the Keeping of Lights, the Harbours and the Rule of Lamps: "
            "Towards the Achievement of the Agenda for Harbours and Lamps Until the End of the "
            "Decade",
            _WIDTH,
        ),
    ],
)
def test_its_lines_are_one_title(title: str, between: str, is_tight: bool) -> None:
    whole = f"{_HEAD}{between}{title}\n{_BODY}"
    found = resolution(text.read(whole.replace("\n\n", "\n") if is_tight else whole))
    assert words(found.parts[-1].heading) == f"Annex {' '.join(title.split())}"
    assert [clause.id for clause in found.parts[-1].clauses] == ["annex.1", "annex.2"]

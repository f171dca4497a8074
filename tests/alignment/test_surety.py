"""How sure rows are."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.resolution.bitext import SURE, Bitext, Row
from tests.support.texts import read

_SAID = {
    "refugees": (
        "Welcomes the work done for refugees in 1951;",
        "Salue l’action menée en 1951 en faveur des réfugiés ;",
    ),
    "disarmament": (
        "Urges States to pursue nuclear disarmament;",
        "Exhorte les États à poursuivre le désarmement nucléaire ;",
    ),
    "budget": ("Approves the budget of 25,000 dollars;", "Approuve le budget de 25 000 dollars ;"),
    "seized": (
        "Decides to remain seized of the matter.",
        "Décide de rester saisie de la question.",
    ),
}


def _bitext(english: str, french: str) -> Bitext:
    """The rows of paragraphs by their names."""
    sides = [
        [_SAID[name][side] for name in names.split()]
        for side, names in enumerate((english, french))
    ]
    source = "The General Assembly,\n\n" + "\n\n".join(sides[0]) + "\n"
    target = "L’Assemblée générale,\n\n" + "\n\n".join(sides[1]) + "\n"
    return align(read(source), read(target))


def _gaps(bitext: Bitext) -> list[Row]:
    return [row for row in bitext.rows if not (row.source and row.target)]


def test_a_paragraph_that_the_other_version_lacks_is_surely_a_gap() -> None:
    gaps = _gaps(_bitext("refugees disarmament budget seized", "refugees budget seized"))
    assert [len(row.source) for row in gaps] == [1]
    assert gaps[0].score >= SURE


@pytest.mark.parametrize("doubled", ["refugees", "budget"])
def test_a_paragraph_that_stands_twice_is_surely_a_gap_whichever_of_the_two_it_is(
    doubled: str,
) -> None:
    names = "refugees disarmament budget seized"
    gaps = _gaps(_bitext(names, names.replace(doubled, f"{doubled} {doubled}")))
    assert [len(row.target) for row in gaps] == [1]
    assert gaps[0].score >= SURE


def test_rows_of_what_both_say_are_sure() -> None:
    names = "refugees disarmament budget seized"
    rows = _bitext(names, names).rows
    assert not _gaps(_bitext(names, names))
    assert all(row.score >= SURE for row in rows)

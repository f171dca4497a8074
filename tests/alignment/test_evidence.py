"""What tells that two clauses say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.alignment.evidence import (
    Scale,
    Traits,
    fitting_length,
    likeness,
    scale,
    shared_anchors,
    together,
    traits,
)
from tests.texts import EN, ZH, clause, read

_ANCHORS = ["1", "2", "fn1"]
_TRAITS = st.builds(Traits, st.frozensets(st.sampled_from(_ANCHORS)), st.integers(0, 100_000))
_SIDES = st.lists(_TRAITS, max_size=6)


def _of(anchors: str, length: int = 1) -> Traits:
    return Traits(frozenset(anchors), length)


@given(_TRAITS, _TRAITS, _SIDES, _SIDES)
def test_likeness_is_from_0_to_1(
    source: Traits, target: Traits, others: list[Traits], foreign: list[Traits]
) -> None:
    on = scale([source, *others], [target, *foreign])
    assert 0 <= likeness(source, target, on) <= 1
    assert 0 <= fitting_length(source, target, on.ratio) <= 1


@given(_TRAITS)
def test_nothing_is_liker_than_the_same(same: Traits) -> None:
    assert likeness(same, same, scale([same], [same])) == pytest.approx(1)


def test_the_anchors_of_a_clause_are_its_numbers_and_its_footnotes() -> None:
    assert traits(clause(read(ZH), "pp15")).anchors == {"74", "43", "5", "fn7"}
    assert traits(clause(read(EN), "pp16")).anchors == {"74", "43", "5", "fn7"}


def test_a_clause_has_the_traits_of_its_sub_paragraphs_too() -> None:
    found = read(
        "---\nlanguage: en\n---\nThe General Assembly,\n\n1. Decides:\n\n(a) Act 7;\n\n(b) Go 8;\n"
    )
    length = len("Decides:") + len("Act 7;") + len("Go 8;")
    assert traits(clause(found, "op1")) == _of("78", length)


def test_several_clauses_together_have_the_anchors_and_the_length_of_all() -> None:
    assert together([_of("12", 5), _of("23", 6)]) == _of("123", 11)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("12", "12", 1.0),
        ("12", "23", 0.5),
        ("12", "34", 0.0),
        ("", "1", 0.0),
        ("1", "", 0.0),
        ("", "", None),
    ],
)
def test_shared_anchors(source: str, target: str, expected: float | None) -> None:
    alike = dict.fromkeys("1234", 1.0)
    assert shared_anchors(_of(source), _of(target), alike) == expected


def test_an_anchor_that_one_of_the_texts_lacks_tells_nothing() -> None:
    on = scale([_of("12")], [_of("1")])
    assert set(on.weights) == {"1"}
    assert shared_anchors(_of("12"), _of("1"), on.weights) == 1


def test_a_rare_anchor_weighs_more_than_a_common_one() -> None:
    on = scale([_of("12"), _of("2"), _of("2")], [_of("12"), _of("2"), _of("2")])
    rare = shared_anchors(_of("12"), _of("1"), on.weights)
    common = shared_anchors(_of("12"), _of("2"), on.weights)
    assert rare is not None
    assert common is not None
    assert rare > common


def test_the_ratio_of_two_languages_is_that_of_all_their_characters() -> None:
    assert scale([_of("", 10), _of("", 20)], [_of("", 60), _of("", 30)]).ratio == 3
    assert scale([], [_of("", 5)]).ratio == scale([_of("", 0)], [_of("", 5)]).ratio == 1


def test_a_length_fits_the_worse_the_further_it_is_from_what_is_expected() -> None:
    fits = [fitting_length(_of("", 100), _of("", n), 3.0) for n in (300, 330, 400, 900)]
    assert fits == sorted(fits, reverse=True)
    assert fits[0] == 1


def test_anchors_on_one_side_alone_speak_against_the_pair() -> None:
    on = Scale(1.0, {"1": 1.0})
    assert likeness(_of("1", 10), _of("", 10), on) < likeness(_of("", 10), _of("", 10), on)

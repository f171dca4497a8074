"""Headings above sub-paragraphs of one paragraph, and lists with dashes within it."""

import pytest

from desktop_app.reading.readers import text
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Resolution, words
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, clause, ids, read


def _inner(found: Resolution) -> dict[str, str]:
    return {one.id: words(one.heading) for one in found.walk() if one.heading}


def test_letters_that_go_on_below_a_heading_belong_to_their_paragraph() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Decides to do this:\n\nLanterns\n\n(a) Light them;\n\n(b) Clean them;\n\n"
        "Lighthouses\n\n(c) Paint them;\n\n2. Requests no more.\n"
    )
    assert _inner(found) == {"op1.a": "Lanterns", "op1.c": "Lighthouses"}
    assert ids(found)[1:] == ["op1", "op1.a", "op1.b", "op1.c", "op2"]


def test_roman_numbers_go_on_as_well() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Decides to do this:\n\n(i) Light the lamp;\n\nGates\n\n(ii) Shut it;\n\n"
        "2. Requests no more.\n"
    )
    assert _inner(found) == {"op1.ii": "Gates"}


def test_headings_below_each_other_are_one() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Decides to do this:\n\n(a) Light it;\n\nGates\n\nOf the north\n\n"
        "(b) Shut it;\n\n2. Requests no more.\n"
    )
    assert _inner(found) == {"op1.b": "Gates Of the north"}


def test_a_heading_that_the_file_sets_as_one_does_not_part_the_paragraph() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Decides to do this:\n\n(a) Light it;\n\n### Gates\n\n(b) Shut it;\n\n"
        "2. Requests no more.\n"
    )
    assert _inner(found) == {"op1.b": "Gates"}
    assert ids(found)[1:] == ["op1", "op1.a", "op1.b", "op2"]


def test_in_an_annex_too() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Adopts it.\n\nAnnex\n\n1. The keepers shall:\n\nBy day\n\n(a) Sleep;\n\n"
        "By night\n\n(b) Watch.\n"
    )
    assert _inner(found) == {"annex.1.a": "By day", "annex.1.b": "By night"}


@pytest.mark.parametrize("below", ["1. Requests more.", "Requests more;", "(d) Wash it."])
def test_a_heading_above_anything_else_is_none_of_them(below: str) -> None:
    found = read(f"{EN_PREAMBLE}1. Decides:\n\n(a) To light it.\n\nGates\n\n{below}\n")
    assert _inner(found) == {}


def test_letters_that_begin_anew_below_a_finished_paragraph_are_not_its_own() -> None:
    found = read(f"{EN_PREAMBLE}1. Decides to act.\n\nGates\n\n(a) Shut it.\n")
    assert _inner(found) == {}


@pytest.mark.parametrize("sign", ["–", "—", "•"])
def test_items_with_dashes_belong_to_their_paragraph(sign: str) -> None:
    found = resolution(
        text.read(
            "75/58. A title\n\nThe General Assembly,\n\nRecalling its resolution 74/43,\n\n"
            f"1. Decides to:\n\n(a) Light, by:\n\n{sign}\tOil;\n\n{sign}\tGas;\n\n(b) Wash;\n\n"
            "2. Requests no more.\n"
        )
    )
    assert ids(found)[1:] == ["op1", "op1.a", "op1.a.1", "op1.a.2", "op1.b", "op2"]
    assert clause(found, "op1.a.2").text == f"{sign}\tGas;"


@pytest.mark.parametrize("dash", ["–", "——", "— "])
def test_chinese_items_have_no_space_behind_their_dash(dash: str) -> None:
    found = read(f"{ZH_PREAMBLE}1. 决定：\n\n{dash}开灯；\n\n{dash}关灯；\n\n2. 请继续。\n")
    assert ids(found)[1:] == ["op1", "op1.1", "op1.2", "op2"]


def test_short_items_with_dashes_are_not_joined() -> None:
    found = resolution(
        text.read(
            "75/58. A title\n\nThe General Assembly,\n\nRecalling its resolution 74/43,\n\n"
            "1. Decides on:\n\n•\tOil\n\n•\tGas\n\n2. Requests no more.\n"
        )
    )
    assert ids(found)[1:] == ["op1", "op1.1", "op1.2", "op2"]


def test_a_heading_can_be_an_opening_word_alone() -> None:
    found = read(f"{EN_PREAMBLE}1. Decides to act.\n\nReviews\n\n2. Decides to review it.\n")
    assert [words(part.heading) for part in found.parts][-1] == "Reviews"
    assert ids(found)[1:] == ["op1", "op2"]


def test_a_line_above_a_numbered_paragraph_that_begins_with_a_mark_is_not_lost() -> None:
    found = read(f"{ZH_PREAMBLE}20. 决定\n\n各条\n\n23. (a) 继续；\n")
    said = "".join(clause.text for clause in found.walk())
    assert "各条" in said

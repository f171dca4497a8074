"""How paragraphs begin and end tells which of them belong together."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.ends import Ends, Start, agreement, ends, within
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Requests States:", Ends(Start.CAPITAL, ":")),
        ("and to report;", Ends(Start.SMALL, ";")),
        ("(a) the budget.", Ends(Start.SMALL, ".")),
        ("请秘书长：", Ends(Start.OTHER, ":")),
        ("审查该问题；", Ends(Start.OTHER, ";")),
        ("وأن تقدم تقريرا؛", Ends(Start.OTHER, ";")),
        ("ما رأيكم؟", Ends(Start.OTHER, ".")),
        ("принимая во внимание доклад,", Ends(Start.SMALL, ",")),
        ("The budget", Ends(Start.CAPITAL, "")),
        ("", Ends(Start.OTHER, "")),
    ],
)
def test_paragraphs_begin_with_a_letter_and_end_with_a_sign(text: str, expected: Ends) -> None:
    assert ends(text) == expected


def _ending(signs: str) -> list[Ends]:
    return [Ends(Start.CAPITAL, sign) for sign in signs]


def test_the_same_rare_sign_speaks_for_a_row_and_another_against_it() -> None:
    on = agreement(_ending("....:...."), _ending(".:......."))
    assert on[":", ":"] > on[".", "."] > 0 > max(on[":", "."], on[".", ":"])


def test_signs_that_stand_beside_each_other_again_and_again_agree() -> None:
    """A language may end items with commas where the other has semicolons."""
    source, target = _ending(",,,,....."), _ending(";;;;.....")
    usual = agreement(source, target)[",", ";"]
    assert usual < 0 < agreement(source, target, [(",", ";")] * 8 + [(".", ".")] * 10)[",", ";"]


def test_a_comma_and_a_small_letter_speak_for_halves_where_they_are_rare() -> None:
    items = _ending(".,.......")
    items[2] = Ends(Start.SMALL, ".")
    found = within(items)
    assert found[1] == max(found) > 0 > found[0]
    preamble = within(_ending(",,,,,,,,"))
    assert max(preamble) <= 0


def test_paragraphs_that_end_alike_stand_side_by_side_where_nothing_else_tells() -> None:
    zh = ("人们在海边散步。", "天气晴朗：", "风从海上来；", "船只出海。", "孩子们在那里玩。")
    en = (
        "People walk by the sea.",
        "A wind comes;",
        "Ships set out.",
        "Children play there.",
        "Nobody swims.",
    )
    source = read("\n\n".join((f"{ZH_PREAMBLE}1. 决定通过。", "附件", *zh, "")))
    target = read("\n\n".join((f"{EN_PREAMBLE}1. Decides to adopt it.", "Annex", *en, "")))
    rows = [(len(row.source), len(row.target)) for row in align(source, target).rows]
    assert rows[-6:] == [(1, 1), (1, 0), (1, 1), (1, 1), (1, 1), (0, 1)]

"""Marks of several kinds in one list."""

import pytest

from tests.support.six_languages import BODIES, COUNCIL
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, ids, read, texts


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("㈠ (二) ㈢", "a b c"),
        ("(一) ㈡ （三）", "a b c"),
        ("(i) ㈡ (iii)", "i ii iii"),
        ("(a) ㈠ (ii) ㈢ (b)", "a a.i a.ii a.iii b"),
        ("㈠ ㈡ (i) (ii) ㈢", "a b b.i b.ii c"),
        ("(a) (一) (i) (ii) (二) (b)", "a a.i a.i.i a.i.ii a.ii b"),
    ],
)
def test_chinese_and_roman_marks_count_in_one_list(marks: str, expected: str) -> None:
    items = "\n\n".join(f"{mark} 点亮灯塔；" for mark in marks.split())
    found = read(f"{ZH_PREAMBLE}1. 决定：\n\n{items}\n\n2. 决定不熄灯。\n")
    assert ids(found) == ["pp1", "op1", *(f"op1.{id}" for id in expected.split()), "op2"]
    printed = [one.mark for one in found.walk() if one.id.startswith("op1.")]
    assert printed == marks.split()


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("(i) ii. (iii)", "i ii iii"),
        ("(i) (ii) (a) (b) (iii)", "i ii ii.a ii.b iii"),
        ("(a) (i) (ii) (b)", "a a.i a.ii b"),
        ("(u) (v) (w)", "u v w"),
        ("(xxvii) (xxviii) (xxix)", "xxvii xxviii xxix"),
    ],
)
def test_a_list_may_mix_its_marks(marks: str, expected: str) -> None:
    items = "\n\n".join(f"{mark} To light the lamps of the harbour;" for mark in marks.split())
    found = read(f"{EN_PREAMBLE}1. Decides:\n\n{items}\n\n2. Decides to end.\n")
    assert ids(found) == ["pp1", "op1", *(f"op1.{id}" for id in expected.split()), "op2"]


def test_the_first_below_h_is_a_number_and_the_next_i_a_letter() -> None:
    letters = "\n\n".join(f"({letter}) To light a lamp;" for letter in "abcdefg")
    found = read(
        f"{EN_PREAMBLE}1. Decides:\n\n{letters}\n\n(h) To ensure:\n\n(i) That it is lit;\n\n"
        "(ii) That it is seen;\n\n(i) To end;\n\n(j) To report.\n"
    )
    assert ids(found)[-5:] == ["op1.h", "op1.h.i", "op1.h.ii", "op1.i", "op1.j"]


def test_words_behind_a_list_within_a_list_stay_in_it() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Decides:\n\n(a) To light:\n\n(i) A red lamp;\n\n(ii) A green one;\n\n"
        "and to keep both lit by day and by night;\n\n(b) To thank the keepers;\n\n"
        "and to meet again.\n\n2. Decides to end.\n"
    )
    assert ids(found) == [
        *("pp1", "op1", "op1.a", "op1.a.i", "op1.a.ii", "op1.a.3", "op1.b"),
        *("ch1", "op2"),
    ]


def test_a_paragraph_above_a_list_of_its_own_keeps_it() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Decides:\n\n(a) To light a lamp;\n\n(b) To thank the keepers;\n\n"
        "The keepers shall:\n\n(a) Meet in the harbour;\n\n(b) Report.\n\n2. Decides to end.\n"
    )
    assert ids(found)[-4:] == ["ch1", "ch1.a", "ch1.b", "op2"]


@pytest.mark.parametrize("language", BODIES)
def test_decimal_numbers_are_those_of_sub_paragraphs(language: str) -> None:
    words_of_one = BODIES[language].split("\n\n")[1][3:]
    below = "\n\n".join(f"{sign} {words_of_one}" for sign in ("1.1.", "1.2.", "1.2.1.", "1.3"))
    head = f"---\nlanguage: {language}\n---\n{COUNCIL[language]}\n\n"
    found = read(f"{head}{BODIES[language]}\n\n{below}\n")
    assert ids(found) == ["pp1", "op1", "op1.1", "op1.2", "op1.2.1", "op1.3"]
    assert [clause.mark for clause in found.walk()][2:] == ["1.1.", "1.2.", "1.2.1.", "1.3"]


@pytest.mark.parametrize("figure", ["1.5 million lamps;", "2.1 lamps a mile;", "1.1million lamps;"])
def test_a_figure_is_no_such_number(figure: str) -> None:
    found = read(f"{EN_PREAMBLE}1. Decides to light:\n\n{figure}\n")
    assert figure in texts(found).values()

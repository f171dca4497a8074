"""The names of clauses and sections, in every language."""

import pytest

from desktop_app.grammar.clauses import in_labels, is_lettered, number_of


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("II", 2),
        ("II.", 2),
        ("Part 2", 2),
        ("PART TWO", 0),
        ("Chapitre IV : Paix", 4),
        ("Sección 3", 3),
        ("Раздел V", 5),
        ("第二节", 2),
        ("第3部分", 3),
        ("十二、执行", 12),
        ("ثانيا -", 2),
        ("أولاً", 1),
        ("A. Poverty", 0),
        ("Ivory", 0),
        ("", 0),
    ],
)
def test_the_number_that_a_heading_states(heading: str, number: int) -> None:
    assert number_of(heading) == number


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("A. Poverty", True), ("Б) Мир", True), ("(a) Trade", True), ("Poverty", False), ("", False)],
)
def test_headings_that_begin_with_a_letter(heading: str, expected: bool) -> None:
    assert is_lettered(heading) == expected


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        ("paras. 1 to 3 and 5", "¶1-3 , 5"),
        ("Preambular para. 5", "pp5"),
        ("执行部分第一段至第三段", "op1-§3"),
        ("第二节第１段", "section02.op1段"),
        ("sect. II, para. 1", "section ii.op1"),
    ],
)
def test_what_a_person_types_is_put_into_labels(typed: str, labels: str) -> None:
    assert in_labels(typed).replace("段", "") == labels.replace("段", "")

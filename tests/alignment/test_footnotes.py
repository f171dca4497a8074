"""Which footnotes of two versions stand beside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.alignment.align import align
from desktop_app.resolution.bitext import Bitext
from tests.support import shifted_notes
from tests.support.texts import bundled_pair, read

_NO: tuple[str, ...] = ()


def _notes(bitext: Bitext) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The rows of footnotes, by their numbers."""
    rows = [
        (row.source, row.target) for row in bitext.rows if (row.source + row.target)[0][0] == "f"
    ]
    return [
        (tuple(id[2:] for id in source), tuple(id[2:] for id in target)) for source, target in rows
    ]


def _aligned(zh: str) -> Bitext:
    return align(read(shifted_notes.EN), read(zh))


def test_notes_of_the_same_mark_stand_beside_each_other() -> None:
    found = _notes(bundled_pair())
    assert found == [((str(number),), (str(number),)) for number in range(1, 8)]


@pytest.mark.parametrize(
    ("zh", "rows"),
    [
        (
            shifted_notes.ZH_WITH_ONE_MORE,
            [(_NO, ("1",)), (("1",), ("2",)), (("2",), ("3",)), (("3",), ("4",))],
        ),
        (
            shifted_notes.ZH_WITHOUT_THE_FIRST,
            [(("1",), _NO), (("2",), ("1",)), (("3",), ("2",))],
        ),
    ],
)
def test_where_one_version_has_a_note_more_those_that_follow_stand_beside_their_own(
    zh: str, rows: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    assert _notes(_aligned(zh)) == rows


@pytest.mark.parametrize(
    "zh", [shifted_notes.ZH_WITH_MARKS_SWAPPED, shifted_notes.ZH_WITHOUT_MARKS]
)
def test_marks_that_are_misplaced_or_lost_leave_the_notes_where_they_are(zh: str) -> None:
    assert _notes(_aligned(zh)) == [((number,), (number,)) for number in "123"]


def test_notes_of_different_numbers_that_different_rows_call_are_no_pair() -> None:
    zh = shifted_notes.ZH_WITHOUT_THE_FIRST.replace("，<sup>1</sup>", "，").replace(
        "。\n\n<sup>1</sup>", "。<sup>1</sup>\n\n<sup>1</sup>", 1
    )
    zh = zh.replace("A/74/548，第 5 段", "A/63/900")
    assert (("1",), ("1",)) not in _notes(_aligned(zh))


_MARKS = st.lists(st.integers(1, 6), max_size=8)


@given(
    _MARKS, _MARKS, st.lists(st.sampled_from(["See A/1/2.", "Ibid.", "A/3/4, para. 5"]), max_size=6)
)
def test_whatever_is_called_each_note_stands_in_one_row(
    left: list[int], right: list[int], notes: list[str]
) -> None:
    def side(marks: list[int], language: str) -> str:
        opening = "Noting" if language == "en" else "注意到"
        head = "# General Assembly\n\n99/4. N\n\nThe General Assembly,\n\n"
        if language == "zh":
            head = "# 大会\n\n99/4. 题\n\n大会，\n\n"
        calls = "".join(f"{opening} it,<sup>{mark}</sup>\n\n" for mark in marks)
        end = "1. Decides so.\n\n" if language == "en" else "1. 决定如此。\n\n"
        listed = "\n\n".join(f"<sup>{n}</sup> {note}" for n, note in enumerate(notes, start=1))
        return head + calls + end + listed + "\n"

    source, target = read(side(left, "en")), read(side(right, "zh"))
    rows = [row for row in align(source, target).rows if (row.source + row.target)[0][0] == "f"]
    assert sorted(id for row in rows for id in row.source) == sorted(n.id for n in source.footnotes)
    assert sorted(id for row in rows for id in row.target) == sorted(n.id for n in target.footnotes)

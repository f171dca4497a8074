"""How columns share a width."""

from desktop_app.common.columns import shared


def test_columns_with_room_are_as_wide_as_their_lines() -> None:
    assert shared([(10, 40), (20, 30)], 100) == [40, 30]


def test_columns_with_less_room_share_what_is_left_of_their_words() -> None:
    assert shared([(10, 110), (20, 220)], 60) == [20, 40]


def test_columns_whose_words_have_no_room_have_no_widths() -> None:
    assert shared([(10, 40), (20, 30)], 29) is None
    assert shared([(10, 40), (20, 30)], 30) == [10, 20]

"""Styled text as characters alone: nothing that is raised falls back to the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.resolution.model import Run, Style, words
from desktop_app.resolution.plain import plain, plain_words


@pytest.mark.parametrize(
    ("before", "raised", "text"),
    [
        ("10", "6", "10⁶"),
        ("km", "2", "km²"),
        ("10", "-6", "10⁻⁶"),
        ("10", "−6", "10⁻⁶"),
        ("10", "n+1", "10ⁿ⁺¹"),
        ("1", "er", "1ᵉʳ"),
        ("10", "½", "10^½"),
        ("10", "½n", "10^(½n)"),
        ("10", "0.5", "10^(0.5)"),
        ("10", "n + 1", "10^(n + 1)"),
        ("м", "н", "м^н"),
        ("10", " 6 ", "10 ⁶ "),
        ("10", " ", "10 "),
        ("90", "°", "90°"),
    ],
)
def test_what_is_raised_is_a_superscript_or_stands_behind_a_sign(
    before: str, raised: str, text: str
) -> None:
    assert plain((Run(before), Run(raised, Style.SUPERSCRIPT))) == text


def test_a_character_that_is_raised_in_itself_is_raised_once() -> None:
    assert plain((Run("10⁶"),)) == plain((Run("10"), Run("⁶", Style.SUPERSCRIPT))) == "10⁶"
    runs = (Run("s"), Run("-", Style.SUPERSCRIPT), Run("¹", Style.SUPERSCRIPT))
    assert plain(runs) == "s⁻¹"


def test_a_footnote_mark_stands_in_brackets_or_is_left_out() -> None:
    runs = (Run("5 km"), Run("2", Style.SUPERSCRIPT), Run("1", Style.MARK, "fn1"), Run(" of sea"))
    assert plain(runs) == "5 km²[1] of sea"
    assert plain_words(runs) == "5 km² of sea"


def test_a_mark_that_calls_no_footnote_is_raised_like_any_exponent() -> None:
    runs = (Run("2"), Run("10", Style.MARK), Run(" and x"), Run("½", Style.MARK))
    assert plain(runs) == plain_words(runs) == "2¹⁰ and x^½"


@given(st.lists(st.builds(Run, st.text(max_size=5), st.sampled_from([*Style]))).map(tuple))
def test_the_words_are_those_of_the_text_wherever_nothing_is_raised(runs: tuple[Run, ...]) -> None:
    level = tuple(run for run in runs if run.style in (Style.PLAIN, Style.EMPHASIS))
    assert plain_words(level) == words(level)
    assert len(plain_words(runs)) >= len(words(runs))

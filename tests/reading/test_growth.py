"""The time that reading takes grows with the length of a text and no faster."""

from collections.abc import Callable

import pytest

from desktop_app.cli.outline import as_json, as_text
from desktop_app.reading.blocks import Stretch
from desktop_app.reading.printed import places
from tests.support.growth import (
    CONSTRUCTS,
    Construct,
    Growth,
    is_linear,
    is_linear_once_prepared,
    tried,
)
from tests.support.texts import read_anew


def _show(text: str) -> None:
    found = read_anew(text)
    as_text(found)
    as_json(found)


@pytest.mark.slow
@pytest.mark.parametrize("name", CONSTRUCTS)
def test_the_time_that_show_takes_grows_no_faster_than_the_text(name: str) -> None:
    linear, measured = is_linear(_show, CONSTRUCTS[name])
    assert linear, measured


def _places(text: str, line: str) -> Callable[[], object]:
    """Finds the places of a text that is printed in lines, each behind these letters."""
    found = read_anew(text)
    pieces = [text[at : at + 90] for at in range(0, len(text), 90)]
    printed = [Stretch(line + words, 1, (0.0, at, 9.0, at)) for at, words in enumerate(pieces)]
    return lambda: places(found, printed)


@pytest.mark.slow
@pytest.mark.parametrize("line", ["", "x"], ids=["found", "not found"])
@pytest.mark.parametrize("name", tried(CONSTRUCTS))
def test_the_time_to_find_places_grows_no_faster_than_the_text(name: str, line: str) -> None:
    linear, measured = is_linear_once_prepared(
        lambda text: _places(text, line), CONSTRUCTS[name], largest=400_000
    )
    assert linear, measured


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_every_construct_is_read(name: str) -> None:
    _show(CONSTRUCTS[name].text(2_000))


@pytest.mark.slow
def test_what_grows_faster_is_noticed() -> None:
    """The test above would fail for it."""

    def quadratic(text: str) -> None:
        for place in range(0, len(text), 64):
            text[place:].count("a")

    assert not is_linear(quadratic, Construct("a"))[0]
    assert is_linear(lambda text: text.count("a"), Construct("a"))[0]


def test_the_exponent_tells_linear_from_quadratic() -> None:
    assert Growth(1, (1, 2, 4)).exponent == 1
    assert Growth(1, (1, 4, 16)).exponent == 2

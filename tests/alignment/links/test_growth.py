"""The time that links take grows with the length of the texts and no faster."""

from collections.abc import Callable

import pytest

from desktop_app.alignment.links.learning import Learning
from desktop_app.alignment.links.link import Text
from desktop_app.alignment.links.rows import row_links
from desktop_app.resolution.model import Run
from tests.support.growth import PHRASES, is_linear_once_prepared, tried

_LONGEST = 50_000
"""Characters of a text."""


def _task(text: str, languages: tuple[str, str]) -> Callable[[], object]:
    half = f"x {text[: len(text) // 2]} 7"
    row = [Text("op1", (Run(text),))], [Text("op1", (Run(half),))]
    short = [
        ([Text("op1", (Run(text[at : at + 100]),))], [Text("op1", (Run(half[at : at + 100]),))])
        for at in range(0, len(text), 100)
    ]

    def run() -> None:
        learning = Learning(languages, {})
        for _ in learning.steps(short):
            pass
        row_links(row, languages, {}, learning.learned)

    return run


@pytest.mark.slow
@pytest.mark.parametrize("name", tried(PHRASES))
@pytest.mark.parametrize("languages", [("en", "zh"), ("fr", "ru"), ("es", "ar")], ids="-".join)
def test_the_time_for_a_row_grows_no_faster_than_it(name: str, languages: tuple[str, str]) -> None:
    linear, measured = is_linear_once_prepared(
        lambda text: _task(text, languages), PHRASES[name], largest=_LONGEST
    )
    assert linear, measured


@pytest.mark.parametrize("name", PHRASES)
def test_rows_of_every_construct_are_linked(name: str) -> None:
    _task(PHRASES[name].text(300), ("en", "zh"))()

"""The time that writing a file takes grows with the length of a text and no faster."""

from collections.abc import Callable
from functools import lru_cache, partial

import pytest

from desktop_app.alignment.align import align
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import ExportError
from desktop_app.export.formats.registry import FORMATS, copied, render
from desktop_app.resolution.bitext import Bitext
from tests.support.growth import CONSTRUCTS, is_linear_once_prepared, tried
from tests.support.texts import read_anew

_LEAST = 0.01
"""Seconds of the shortest run: there are many formats and constructs."""
_SHORTEST, _LONGEST = 1_000, 8_000
"""Characters of the texts, which are read before they are written."""
_LENGTHS = 8
"""Texts of one construct, which every format writes."""


@lru_cache(_LENGTHS)
def _bitext(text: str) -> Bitext:
    """A text beside itself without what it begins with."""
    return align(read_anew(text), read_anew(f"词语\n\n{text[len(text) // 8 :]}"))


def _try_to_write(key: str, bitext: Bitext) -> None:
    """Writes what may be refused: a text without words, or characters that a format lacks."""
    try:
        _write(key, bitext)
    except ExportError as error:
        str(error)


def _write(key: str, bitext: Bitext) -> None:
    """Writes all of it, and all but its first row, which is an excerpt; copies what is copied."""
    rows = clause_rows(bitext)
    whole = excerpt(bitext, rows)
    render(whole, key)
    if FORMATS[key].copied:
        copied(whole, key)
    if len(rows) > 1:
        render(excerpt(bitext, rows[1:]), key)


def _prepare(key: str, text: str) -> Callable[[], object]:
    return partial(_try_to_write, key, _bitext(text))


@pytest.mark.slow
@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.parametrize("name", tried(CONSTRUCTS))
def test_the_time_that_a_file_takes_grows_no_faster_than_the_text(key: str, name: str) -> None:
    linear, measured = is_linear_once_prepared(
        partial(_prepare, key), CONSTRUCTS[name], least=_LEAST, smallest=_SHORTEST, largest=_LONGEST
    )
    assert linear, measured


@pytest.mark.slow
def test_word_files_take_time_in_proportion_to_their_runs() -> None:
    """Of texts so long that moving elements from tree to tree would show."""
    linear, measured = is_linear_once_prepared(
        partial(_prepare, "docx"),
        CONSTRUCTS["paragraphs of emphasis"],
        least=_LEAST,
        smallest=70_000,
        largest=280_000,
    )
    assert linear, measured

"""Damaged files of every format are read, or refused with a sentence, in bounded time."""

from random import Random

import pytest

from desktop_app.reading.readers import doc
from tests.tools.fuzz.formats import MAKERS, try_file


@pytest.mark.parametrize("name", MAKERS)
def test_the_same_seed_makes_the_same_file(name: str) -> None:
    assert MAKERS[name](Random(7)) == MAKERS[name](Random(7))


@pytest.mark.slow
@pytest.mark.parametrize("name", MAKERS)
def test_whatever_is_damaged_is_read_or_refused(name: str) -> None:
    if name == "old Word" and not doc.READERS:
        pytest.skip("the extra is not installed")
    chance = Random(16)
    count = 40 if name in ("PDF", "old Word") else 400  # those have a process of their own each
    read = sum(try_file(MAKERS[name](chance)) for _ in range(count))
    assert read > count / 10  # so that more is tried than what is refused at once

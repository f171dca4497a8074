"""Damaged files of every format are read, or refused with a sentence, in bounded time."""

from random import Random

import pytest

from tests.tools.fuzz.formats import MAKERS, try_file


@pytest.mark.parametrize("name", MAKERS)
def test_the_same_seed_makes_the_same_file(name: str) -> None:
    assert MAKERS[name](Random(7)) == MAKERS[name](Random(7))


@pytest.mark.slow
@pytest.mark.parametrize("name", MAKERS)
def test_whatever_is_damaged_is_read_or_refused(name: str) -> None:
    chance = Random(16)
    count = 40 if name == "PDF" else 400  # each PDF is read by a process of its own
    read = sum(try_file(MAKERS[name](chance)) for _ in range(count))
    assert read > count / 10  # so that more is tried than what is refused at once

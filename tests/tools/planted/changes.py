"""The changes that were written by hand: other words of the same kind, in every language."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from tests.support.paths import ROOT
from tests.tools.rows.texts import LANGUAGES

_FILE = ROOT / "tests" / "tools" / "planted" / "changes.txt"
EVERY = "*"
"""In place of the name of a text: wherever the words stand, in any of them."""


class Written(NamedTuple):
    """A change in one text: the kind of disagreement, and the words before and after, by the
    languages."""

    text: str
    kind: str
    words: Mapping[str, tuple[str, str]]


@cache
def written() -> tuple[Written, ...]:
    """All of them."""
    groups = re.split(r"\n\s*\n", _FILE.read_text(encoding="utf-8").strip())
    return tuple(_parsed(group) for group in groups)


def _parsed(group: str) -> Written:
    first, *lines = group.splitlines()
    text, kind = first.split()
    words: dict[str, tuple[str, str]] = {}
    for line in lines:
        language, _, rest = line.partition(" ")
        old, new = rest.split(" | ")
        words[language] = old, new
    if sorted(words) != sorted(LANGUAGES):
        raise ValueError(f"not every language once: {group}")
    return Written(text, kind, words)

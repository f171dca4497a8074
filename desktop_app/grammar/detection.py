"""What tells the languages apart: their letters and commonest words, without their grammars."""

import re
from functools import cache
from typing import NamedTuple

from desktop_app.grammar.languages import OFFICIAL
from desktop_app.grammar.tables import table


class Clues(NamedTuple):
    """The clues to one language."""

    letters: re.Pattern[str]
    """A stretch of letters of its script."""
    common: frozenset[str]
    """The commonest words, to tell languages of one script apart; empty for the only language of a
    script."""


@cache
def clues() -> dict[str, Clues]:
    """The clues to each language, in the order in which languages are looked for: Latin letters
    come last, since texts in other scripts have some of them too."""
    order = sorted(OFFICIAL.values(), key=lambda language: language.script == "Latn")
    return {language.code: _clues(language.code) for language in order}


def _clues(language: str) -> Clues:
    data = table(language, "detection")
    return Clues(re.compile(f"[{data['letters']}]+"), frozenset(data["common"]))

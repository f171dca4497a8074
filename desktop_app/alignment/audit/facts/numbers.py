"""The check of numbers: both sides of a row say the same ones, in digits or in words."""

import re
from collections.abc import Iterator

from desktop_app.alignment.audit.facts.disagreements import disagreements
from desktop_app.alignment.audit.values import Group
from desktop_app.alignment.audit.versions import Compared
from desktop_app.grammar.anchors import AnchorKind
from desktop_app.grammar.numerals import of_digits
from desktop_app.resolution.bitext import Finding

_FEWEST_IN_WORDS = 11
"""The least number that is missed where one side has it in words."""


def check(compared: Compared) -> Iterator[Finding]:
    """Numbers that the two sides of a row do not share."""
    return disagreements(AnchorKind.NUMBER, compared, _is_lost)


def _is_lost(alone: Group, compared: Compared, side: int) -> bool:
    """Whether a number is really missing from a side. One in words can be a pronoun or a manner of
    speaking if it is small or round ("thousands"); one in digits can be any word of the other
    text."""
    anchor = alone[0].anchor
    number = of_digits(anchor.value)
    if anchor.worded and (
        number is None or number < _FEWEST_IN_WORDS or re.fullmatch("100+", anchor.value)
    ):
        return False
    return number not in compared.spelled_numbers[side]

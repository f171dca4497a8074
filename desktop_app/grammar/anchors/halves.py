"""A half that goes with a number in words: "two and a half billion", « deux milliards et demi »."""

import re
from typing import NamedTuple

from desktop_app.grammar.anchors.digits import Magnitudes, magnified

_ZEROS = re.compile("(?:000)+$")


class Halves(NamedTuple):
    """How a language adds a half: before the magnitude that it is a half of, and after it."""

    before: re.Pattern[str]
    after: re.Pattern[str]


def with_half(
    value: str, end: int, low: str, halves: Halves | None, magnitudes: Magnitudes
) -> tuple[str, int]:
    """A number that ends at a place of a text in the form of `plain`, and its new end, with the
    half of a magnitude that follows."""
    if halves is None:
        return value, end
    before = halves.before.match(low, end)
    if before:
        whole, last = magnified(f"{value}.5", before.end(), magnitudes)
        return (whole, last) if last > before.end() else (value, end)
    after, zeros = halves.after.match(low, end), _ZEROS.search(value)
    if after and zeros:
        half = 10 ** len(zeros[0]) // 2
        return str(int(value) + half), after.end()
    return value, end

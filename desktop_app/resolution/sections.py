"""The numbers that sections state in their headings, by which they are cited."""

import re
from functools import lru_cache
from typing import NamedTuple

from desktop_app.resolution.labels import roman
from desktop_app.resolution.model import PartKind, Resolution, words

_ONES = "一二三四五六七八九"


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = f"{_ONES[tens - 1] if tens > 1 else ''}十" if tens else ""
    return ten + (_ONES[ones - 1] if ones else "")


_NUMERALS = {
    numeral: number for number in range(1, 40) for numeral in (roman(number), _chinese(number))
}
_WORDS = "section|part|chapter|partie|chapitre|sección|parte|capítulo|раздел|часть|глава|第"
_STATED = re.compile(
    rf"\s*(?:(?i:{_WORDS})\s*)?({'|'.join(sorted(_NUMERALS, key=len, reverse=True))})"
    r"(?=[\s.、．:：)）节節部章]|$)"
)


class Stated(NamedTuple):
    """The number of a section; `own` tells whether its heading states it, or that of a section
    above, in which it stands. 0 is that of one before the first number."""

    number: int
    own: bool


def stated_numbers(resolution: Resolution) -> dict[str, Stated]:
    """The numbers of all sections by their ids, which count them; {} unless at least two headings
    state numbers, and these from 1 on one after the other: then letters, titles and what else may
    stand there are no numbers."""
    return _numbers(
        tuple(
            (part.id, words(part.heading))
            for part in resolution.parts
            if part.kind is PartKind.SECTION
        )
    )


@lru_cache(maxsize=8)
def _numbers(headings: tuple[tuple[str, str], ...]) -> dict[str, Stated]:
    found = [(id, _STATED.match(heading)) for id, heading in headings]
    numbers = [(id, _NUMERALS[one[1]] if one else 0) for id, one in found]
    known = [number for _, number in numbers if number]
    if len(known) < 2 or known != list(range(1, len(known) + 1)):
        return {}
    out: dict[str, Stated] = {}
    last = 0
    for id, number in numbers:
        last = number or last
        out[id] = Stated(last, bool(number))
    return out


def as_stated(resolution: Resolution, id: str) -> str | None:
    """The id of a clause with the number that its section states in the place of its count: of
    "section3.op1" "section2.op1", if that is headed "II". None in a section that states none."""
    section, dot, own = id.partition(".")
    stated = stated_numbers(resolution).get(section) if dot else None
    if stated is None:
        return id
    return f"section{stated.number}.{own}" if stated.own else None

"""The numbers that sections state in their headings, by which they are cited."""

from collections.abc import Mapping
from typing import NamedTuple
from unicodedata import normalize

from desktop_app.grammar.clauses import is_lettered, number_of
from desktop_app.resolution.model import PartKind, Resolution, words


class Stated(NamedTuple):
    """The number of a section, 0 for none. `own` tells whether its heading states it, and not that
    of the section above in which it stands."""

    number: int
    own: bool


def stated_numbers(resolution: Resolution) -> dict[str, Stated]:
    """The stated numbers of sections by their ids, which count the sections. {} unless at least two
    headings state numbers, and these run from 1 on: else letters and titles pass for numbers.

    A section with a letter is part of the numbered one above it, and so is any section where that
    one has no clauses of its own. All others without a number stand in none.
    """
    sections = [
        (part.id, normalize("NFKC", words(part.heading)), bool(part.clauses))
        for part in resolution.divisions()
        if part.kind is PartKind.SECTION and "." not in part.id
    ]
    numbers = [number_of(heading) for _, heading, _ in sections]
    known = [number for number in numbers if number]
    if len(known) < 2 or known != list(range(1, len(known) + 1)):
        return {}
    out: dict[str, Stated] = {}
    last = 0
    is_bare = letters_above = False
    for (id, heading, has_clauses), number in zip(sections, numbers, strict=True):
        if number:
            last, is_bare = number, not has_clauses
            out[id] = Stated(number, True)
        elif not last:
            letters_above = letters_above or is_lettered(heading)
            out[id] = Stated(0, False)
        elif is_bare or (is_lettered(heading) and not letters_above):
            out[id] = Stated(last, False)
        else:
            out[id] = Stated(0, False)
            last = 0 if letters_above else last
    return out


def as_stated(numbers: Mapping[str, Stated], id: str) -> str | None:
    """The id of a clause with the stated number of its section in place of its count:
    "section2.op1" for "section3.op1", if section 3 is headed "II". None in a section without a
    stated number."""
    section, dot, own = id.partition(".")
    stated = numbers.get(section) if dot else None
    if stated is None:
        return id
    return f"section{stated.number}.{own}" if stated.own else None

"""The numbers that sections state in their headings, by which they are cited."""

from collections.abc import Mapping
from typing import NamedTuple
from unicodedata import normalize

from desktop_app.grammar.clauses import is_lettered, number_of
from desktop_app.resolution.model import PartKind, Resolution, words


class Stated(NamedTuple):
    """The number of a section; `own` tells whether its heading states it, or that of a section
    above, in which it stands. 0 is that of one that stands in none."""

    number: int
    own: bool


def stated_numbers(resolution: Resolution) -> dict[str, Stated]:
    """The numbers of sections by their ids, which count them; {} unless at least two headings
    state numbers, and these from 1 on one after the other: then letters, titles and what else may
    stand there are no numbers.

    A section with a letter is part of the numbered one above, and so is any other where that has
    no clauses of its own; what else has no number stands in none.
    """
    sections = [
        (part.id, normalize("NFKC", words(part.heading)), bool(part.clauses))
        for part in resolution.parts
        if part.kind is PartKind.SECTION
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
    """The id of a clause with the number that its section states in the place of its count: of
    "section3.op1" "section2.op1", if that is headed "II". None in a section that states none."""
    section, dot, own = id.partition(".")
    stated = numbers.get(section) if dot else None
    if stated is None:
        return id
    return f"section{stated.number}.{own}" if stated.own else None

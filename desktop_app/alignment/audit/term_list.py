"""A person's own list of terms: a CSV file with a column for each language."""

import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.common.messages import Message, UserError
from desktop_app.grammar.languages import OFFICIAL, language_of

_DELIMITERS = ",;\t"
_OR = "|"
"""Parts the ways to say one thing in one cell."""


class Term(NamedTuple):
    """What is said in one way or another in each language, by the codes of the languages."""

    ways: dict[str, tuple[str, ...]]


def term_list(text: str, name: str) -> tuple[Term, ...]:
    """The terms of a CSV file, with codes of languages in its first line; other columns and empty
    cells are left out. Raises UserError, which names the file."""
    lines = _lines(text.removeprefix("\ufeff"), name)
    columns = _columns(lines[0] if lines else (), name)
    found = [_term(line, columns) for line in lines[1:]]
    terms = tuple(one for one in found if len(one.ways) > 1)
    if not terms:
        raise UserError(
            Message("%1 holds no term in two languages; give each line a cell for both.", (name,))
        )
    return terms


def _lines(text: str, name: str) -> list[list[str]]:
    first = text.lstrip().partition("\n")[0]
    delimiter = max(_DELIMITERS, key=lambda sign: len(_codes(first.split(sign))))
    try:
        lines = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
        return [line for line in lines if any(map(str.strip, line))]
    except csv.Error as error:
        raise UserError(
            Message("%1 is not a list in CSV (%2); save it as CSV in UTF-8.", (name, str(error)))
        ) from None


def _codes(cells: Sequence[str]) -> dict[int, str]:
    """The columns whose heading is the code of a language."""
    codes = {number: cell.strip().strip('"').lower() for number, cell in enumerate(cells)}
    known = {number: language_of(code).code for number, code in codes.items()}
    return {number: code for number, code in known.items() if code in OFFICIAL}


def _columns(first: Sequence[str], name: str) -> dict[int, str]:
    found = _codes(first)
    if len({*found.values()}) < 2:
        raise UserError(
            Message(
                "%1 needs the codes of two languages or more in its first line, such as en,fr; "
                "the codes are: %2.",
                (name, ", ".join(OFFICIAL)),
            )
        )
    return found


def _term(line: Sequence[str], columns: dict[int, str]) -> Term:
    ways: dict[str, tuple[str, ...]] = {}
    for number, code in columns.items():
        cell = line[number] if number < len(line) else ""
        said = tuple(way.strip() for way in cell.split(_OR) if way.strip())
        if said:
            ways[code] = (*ways.get(code, ()), *said)
    return Term(ways)

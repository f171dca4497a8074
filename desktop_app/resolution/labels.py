"""Clause labels: "PP6", "OP5(a)"."""

from collections.abc import Sequence
from string import digits

from desktop_app.wording import Listed, Said, SaidError, Say


class SelectionError(SaidError, ValueError):
    """What was typed names no clause; the message says so in one sentence."""


_LINES = {"head": Said("Masthead"), "closing": Said("Closing lines")}
_FIELDS = {
    "symbol": Said("symbol"),
    "distribution": Said("distribution"),
    "organ": Said("organ"),
    "session": Said("session"),
    "agenda_item": Said("agenda item"),
    "agenda_title": Said("agenda title"),
    "title": Said("title"),
    "adoption": Said("adoption"),
    "report": Said("report"),
    "meeting": Said("meeting"),
    "date": Said("date"),
    "other": Said("other line"),
}
"""What the lines of masthead and closing are called."""


def label(id: str, say: Say = str) -> str:
    """The label of a clause or footnote id, or the name of a line in the language of `say`.

    >>> label("pp6"), label("op5.a.ii"), label("annex1.3"), label("fn2"), label("head.report")
    ('PP6', 'OP5(a)(ii)', 'ANNEX1.3', 'FN2', 'Masthead (report)')
    """
    said = named(id)
    return said if isinstance(said, str) else said.say(say)


def named(id: str) -> str | Said:
    """The same for a sentence: only the names of lines are words, which languages say each in its
    own way."""
    place, _, line = id.partition(".")
    if place in _LINES:
        field = line.rstrip(digits)
        name = _FIELDS.get(field, field)
        number = line[len(field) :]
        return Said("%1 (%2)", (_LINES[place], Said("%1 %2", (name, number)) if number else name))
    out = ""
    for part in id.split("."):
        own, again, count = part.partition("_")  # of several with one number
        if own.isalpha() and (out or id.startswith(".")):
            out += f"({own}){again}{count}"
        else:
            out += ("." if out else "") + part.upper()
    return out


def nothing_of(sought: str, order: Sequence[str]) -> Said:
    """What is said where no clause bears a label, "" for what is none: which ones there are."""
    there = _what_exists(order)
    if not sought:
        return Said("There is no such label in this document: %1.", (there,))
    return Said("There is no %1 in this document: %2.", (sought, there))


def spanned(ids: Sequence[str]) -> str | Said:
    """What a row of clauses is called: "PP1 to PP17"."""
    return label(ids[0]) if len(ids) == 1 else Said("%1 to %2", (label(ids[0]), label(ids[-1])))


def _what_exists(order: Sequence[str]) -> Said:
    """One phrase on the clauses that there are: "it has PP1 to PP17 and OP1 to OP6"."""
    groups: dict[str, list[str]] = {}
    for id in order:
        part, _, rest = id.partition(".")
        if not rest:
            groups.setdefault(id.rstrip("0123456789"), []).append(id)
        elif part.startswith(("annex", "section")) and "." not in rest:
            groups.setdefault(part, []).append(id)
    spans = tuple(map(spanned, groups.values()))
    return Said("it has %1", (Listed(spans),)) if spans else Said("it has no clauses")

"""Clause labels: "PP6", "OP5(a)"."""

from collections.abc import Sequence
from string import digits

from desktop_app.common.messages import Listed, Message, Translate, UserError


class SelectionError(UserError, ValueError):
    """What was typed names no clause; the message says so in one sentence."""


_LINES = {"head": Message("Masthead"), "closing": Message("Closing lines")}
_FIELDS = {
    "symbol": Message("symbol"),
    "distribution": Message("distribution"),
    "organ": Message("organ"),
    "session": Message("session"),
    "agenda_item": Message("agenda item"),
    "agenda_title": Message("agenda title"),
    "title": Message("title"),
    "adoption": Message("adoption"),
    "report": Message("report"),
    "meeting": Message("meeting"),
    "date": Message("date"),
    "other": Message("other line"),
}
"""What the lines of masthead and closing are called."""


def label(id: str, translate: Translate = str) -> str:
    """The label of a clause or footnote id, or the name of a line in the language of `translate`.

    >>> label("pp6"), label("op5.a.ii"), label("annex1.3"), label("fn2"), label("head.report")
    ('PP6', 'OP5(a)(ii)', 'ANNEX1.3', 'FN2', 'Masthead (report)')
    """
    said = named(id)
    return said if isinstance(said, str) else said.text(translate)


def named(id: str) -> str | Message:
    """The same for a sentence: only the names of lines are words, which languages say each in its
    own way."""
    place, _, line = id.partition(".")
    if place in _LINES:
        field = line.rstrip(digits)
        name = _FIELDS.get(field, field)
        number = line[len(field) :]
        return Message(
            "%1 (%2)", (_LINES[place], Message("%1 %2", (name, number)) if number else name)
        )
    out = ""
    for part in id.split("."):
        own, again, count = part.partition("_")  # of several with one number
        if own.isalpha() and (out or id.startswith(".")):
            out += f"({own}){again}{count}"
        else:
            out += ("." if out else "") + part.upper()
    return out


def nothing_of(sought: str, order: Sequence[str]) -> Message:
    """What is said where no clause bears a label, "" for what is none: which ones there are."""
    there = _what_exists(order)
    if not sought:
        return Message("There is no such label in this document: %1.", (there,))
    return Message("There is no %1 in this document: %2.", (sought, there))


def spanned(ids: Sequence[str]) -> str | Message:
    """What a row of clauses is called: "PP1 to PP17"."""
    return label(ids[0]) if len(ids) == 1 else Message("%1 to %2", (label(ids[0]), label(ids[-1])))


def _what_exists(order: Sequence[str]) -> Message:
    """One phrase on the clauses that there are: "it has PP1 to PP17 and OP1 to OP6"."""
    groups: dict[str, list[str]] = {}
    for id in order:
        part, _, rest = id.partition(".")
        if not rest:
            groups.setdefault(id.rstrip("0123456789"), []).append(id)
        elif part.startswith(("annex", "section")) and "." not in rest:
            groups.setdefault(part, []).append(id)
    spans = tuple(map(spanned, groups.values()))
    return Message("it has %1", (Listed(spans),)) if spans else Message("it has no clauses")

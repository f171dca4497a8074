"""Clause labels: "PP6", "OP5(a)"."""

import re
from collections.abc import Sequence
from string import digits

from desktop_app.common.messages import Listed, Message, Translate, UserError


class SelectionError(UserError, ValueError):
    """What was typed names no clause."""


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
"""The names of the lines of masthead and closing."""


RESOLUTION = r"(?:[a-z]|r\d+)"
"""A pattern for the id of one of several resolutions: its letter, or its place."""
# Compiled when it is first wanted, which is not for the first page.
_DIVISIONS = (
    rf"({RESOLUTION}|(?:{RESOLUTION}\.)?"
    r"(?:(?:annex|section|chapter|preamble|operative)\d*(?:_\d+)?|art\w+)"
    r"(?:\.(?:(?:section|chapter)\d+|art\w+))*)\.(.+)"
)


def divided(id: str) -> tuple[str, str]:
    """The divisions that the id of a clause names, "" for none, and its own name in them.

    >>> divided("annex1.art3.p2.a"), divided("annex.1"), divided("op5.a"), divided("b.op5")
    (('annex1.art3', 'p2.a'), ('annex', '1'), ('', 'op5.a'), ('b', 'op5'))
    """
    found = re.fullmatch(_DIVISIONS, id) if "." in id else None
    return (found[1], found[2]) if found else ("", id)


def label(id: str, translate: Translate = str) -> str:
    """The label of a clause or footnote id, or the name of a line in the language of `translate`.

    >>> label("pp6"), label("op5.a.ii"), label("annex1.3"), label("fn2"), label("head.report")
    ('PP6', 'OP5(a)(ii)', 'ANNEX1.3', 'FN2', 'Masthead (report)')
    >>> label("b.op5.a"), label("b.annex.1")
    ('B.OP5(a)', 'B.ANNEX.1')
    """
    found = label_in_message(id)
    return found if isinstance(found, str) else found.text(translate)


def label_in_message(id: str) -> str | Message:
    """The same as an argument of a Message: labels are the same in every language, the names of
    lines are words that can be translated."""
    where, _, line = id.partition(".")
    if where in _LINES:
        field = line.rstrip(digits)
        name = _FIELDS.get(field, field)
        number = line[len(field) :]
        return Message(
            "%1 (%2)", (_LINES[where], Message("%1 %2", (name, number)) if number else name)
        )
    out = ""
    for part in id.split("."):
        own, again, count = part.partition("_")  # of several with one number
        is_mark = own.isalpha() and own != "annex"
        if is_mark and (out or id.startswith(".")):
            out += f"({own}){again}{count}"
        else:
            out += ("." if out else "") + part.upper()
    return out


def no_such_clause(sought: str, order: Sequence[str]) -> Message:
    """The message that no clause bears a label ("" for what is no label), and which ones there
    are; `order` are the ids of all clauses."""
    there = _what_exists(order)
    if not sought:
        return Message("There is no such label in this document: %1.", (there,))
    return Message("There is no %1 in this document: %2.", (sought, there))


def range_label(ids: Sequence[str]) -> str | Message:
    """The label of clauses that follow each other: "PP1 to PP17"."""
    return label(ids[0]) if len(ids) == 1 else Message("%1 to %2", (label(ids[0]), label(ids[-1])))


def _what_exists(order: Sequence[str]) -> Message:
    """ "it has PP1 to PP17 and OP1 to OP6"."""
    groups: dict[str, list[str]] = {}
    for id in order:
        division, own = divided(id)
        if "." not in own:
            part = division.partition(".")[0]
            groups.setdefault(part or id.rstrip("0123456789"), []).append(id)
    spans = tuple(map(range_label, groups.values()))
    return Message("it has %1", (Listed(spans),)) if spans else Message("it has no clauses")

"""Document symbols in texts with ASCII signs: A/59/361, 74/43, 1540 (2004), 2758 (XXVI).

A language can write parts of them in its own letters; its table `anchors` then has `sessions`, the
words for the sessions of an organ and the letters that stand for them in other languages (523
(د-6) is 523 (VI)); `letters`, the names of letters behind a number (50/72 ألف is 50/72 A); and
`lookalikes`, its letters that look like Latin ones and are typed for them.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from desktop_app.grammar.anchors.anchor import Anchor, AnchorKind
from desktop_app.grammar.anchors.digits import DIGIT
from desktop_app.grammar.characters import DIRECTIONS
from desktop_app.grammar.numerals import roman_value
from desktop_app.grammar.tables import table

_CYRILLIC = r"\u0400-\u04ff"
_ROMAN = r"(?:E?S-)?[IVXLC]+(?:-[IVXLC]+)?"
_SYMBOL = re.compile(
    rf"(?<![\w/{_CYRILLIC}])[A-Z][A-Za-z]{{0,7}}(?:\.\d+)?(?:\(\d+\))?"
    r"(?:/(?=[A-Z0-9])(?:[\w-]|\.(?=\w)|\(\w+\)|\[[A-Z]\])+)+",
    re.ASCII,
)
"""A/59/361, A/RES/217(III)[A], A/C.1/75/L.29, GC(62)/RES/7."""
_YEAR = re.compile(rf"[ \u00a0]\((?:\d{{4}}|{_ROMAN})\)(?:\[[A-Z]\])?", re.ASCII)
"""What belongs to a symbol although a space stands before it: S/RES/1540 (2004)."""
_ADDED = re.compile(
    r"[^\d/.;:()\n]{1,8}?(?P<added>(?P<kind>Add|Corr|Rev|Amend)\.\d+(?:/(?:Add|Corr|Rev)\.\d+)*)"
    r"(?![\w/])",
    re.ASCII,
)
"""What is written behind the symbol that it adds to: "A/60/1 and Add.1"."""


class _Writing(NamedTuple):
    """How a language writes the numbers of resolutions."""

    resolution: re.Pattern[str]
    sessions: Mapping[str, str]
    letters: Mapping[str, str]
    lookalikes: Mapping[int, int]


@cache
def _writing(language: str) -> _Writing:
    data = table(language, "anchors")
    sessions: dict[str, str] = {
        word.replace(" ", ""): sign for word, sign in data.get("sessions", {}).items()
    }
    letters: dict[str, str] = data.get("letters", {})
    unseen = f"[{DIRECTIONS}]*"
    own = "|".join(
        unseen + r"\s?".join(word) + rf"\s?[-–‑]\s?{unseen}"
        for word in sorted(sessions, key=len, reverse=True)
    )
    name = f"(?:{'|'.join(letters)})" if letters else "(?!)"
    letter = rf"[ \u00a0]?[A-Z](?![\w{_CYRILLIC}])|[ \u00a0]{name}(?u:(?!\w))"
    numbered = (
        rf"(?P<special>(?:E?S-|{own or '(?!)'}))?\d{{1,3}}/\d{{1,4}}(?P<letter>{letter})?(?![\d/])"
    )
    early = rf"(?P<number>\d{{1,4}}(?:\s?[A-Z])?)\s?\((?P<session>\d{{4}}|{_ROMAN})\)"
    own_early = (
        rf"(?P<own_number>\d{{1,4}})(?P<own_letter>\s?[A-Z]|\s{name})?\s?\("
        rf"(?P<own_session>{own})(?P<own_count>\d{{1,2}}){unseen}\)"
    )
    either = f"{numbered}|{early}|{own_early}" if own else f"{numbered}|{early}"
    return _Writing(
        re.compile(rf"(?<![\w/.])(?:{either})", re.ASCII),
        sessions,
        letters,
        str.maketrans(data.get("lookalikes", {})),
    )


def symbols(text: str, language: str) -> Iterator[Anchor]:
    """The symbols of documents, and the numbers of resolutions, which stand for them."""
    writing = _writing(language)
    has_stroke = "/" in text
    if not has_stroke and "(" not in text:
        return
    if writing.lookalikes:
        text = text.translate(writing.lookalikes)
    for found in _SYMBOL.finditer(text) if has_stroke else ():
        if DIGIT.search(found[0]):
            yield from _with_added(text, *found.span())
    for found in writing.resolution.finditer(text):
        yield Anchor(AnchorKind.SYMBOL, _number(found, writing), *found.span())


def _with_added(text: str, start: int, end: int) -> Iterator[Anchor]:
    """The symbol in a place, with the year behind it, and the further documents named behind it by
    their endings alone."""
    year = _YEAR.match(text, end) if re.search(r"/RES/\d+$", text[start:end]) else None
    end = year.end() if year else end
    symbol = _tight(text[start:end])
    yield Anchor(AnchorKind.SYMBOL, symbol, start, end)
    further = _ADDED.match(text, end)
    stem = re.sub(rf"/{further['kind']}\.\d+$", "", symbol) if further else ""
    while further:
        yield Anchor(AnchorKind.SYMBOL, f"{stem}/{further['added']}", *further.span("added"))
        further = _ADDED.match(text, further.end())


def _number(found: re.Match[str], writing: _Writing) -> str:
    """The number of a resolution in the one form of all languages."""
    parts = found.groupdict()
    if parts.get("own_number"):
        letter = _letter(parts["own_letter"], writing)
        sign = writing.sessions[_bare(parts["own_session"])]
        return f"{parts['own_number']}{letter}({sign}{int(parts['own_count'])})"
    if parts["number"]:
        return f"{_tight(parts['number'])}({_session(parts['session'])})"
    special = parts["special"] or ""
    bare = found[0][len(special) :].removesuffix(parts["letter"] or "")
    sign = special if special in ("", "S-", "ES-") else writing.sessions[_bare(special)]
    return sign + bare + _letter(parts["letter"], writing)


def _letter(written: str | None, writing: _Writing) -> str:
    letter = _tight(written or "")
    return writing.letters.get(letter, letter)


def _bare(session: str) -> str:
    """The word for a session as its table has it."""
    return re.sub(rf"[\s{DIRECTIONS}–‑-]", "", session)


def _tight(text: str) -> str:
    return re.sub(r"\s", "", text)


def _session(written: str) -> str:
    """A session or a year in brackets, Roman numerals as digits: S-VI is S-6."""
    if written.isdecimal():
        return written
    special = re.match("E?S-", written)
    sign = special[0] if special else ""
    return f"{sign}{roman_value(written[len(sign) :].partition('-')[0])}"

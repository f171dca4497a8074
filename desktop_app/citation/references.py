"""The documents that a text cites, with or without their symbols."""

import re
from typing import NamedTuple

from desktop_app.grammar.anchors import symbols as written_symbols
from desktop_app.grammar.characters import with_ascii_signs
from desktop_app.grammar.numerals import roman
from desktop_app.grammar.references import organs, wording_of
from desktop_app.resolution.symbols import normal, of_resolution

_NEAR = 80
"""Characters between the name of an organ and the number of its resolution at most."""
_BESIDE = 12
"""Characters between the word for a resolution and what belongs to it at most."""
_FIRST_NUMBERED = 31
"""The session of the General Assembly from which on its resolutions are numbered 31/1, 31/2 …"""


class Citation(NamedTuple):
    """A stretch of a text that names a document: its symbol in normal form, and positions."""

    symbol: str
    start: int
    end: int


_OF_SESSION = re.compile(r"(?P<session>(?:E?S-)?\d{1,4})/(?P<number>\d{1,4})(?P<part> ?[A-Z])?")
_OF_YEAR = re.compile(r"(?P<number>\d{1,4} ?[A-Z]?)\((?P<year>\d{4})\)")
_ROMAN = re.compile(r"\([IVXLC]+(?:-[IVXLC]+)?\)")
_ENDING = re.compile(r"(?:Add|Corr|Rev|Amend)\.\d")
"""The end of a symbol that the words before it begin: "A/60/1 and Add.1"."""
_YEARLY = re.compile(r"(?<![\w/.])(?:19|20)\d\d/\d{1,4}(?![\w/])", re.ASCII)
"""Of the Economic and Social Council: 1996/31."""


def citations(text: str, language: str, organ: str = "") -> tuple[Citation, ...]:
    """The documents that a text in a BCP 47 language cites, in the order of the text. `organ` is
    the organ that speaks: "its resolution 24/7" is its own. A number without an organ cites
    nothing: it may be a fraction or a date."""
    plain = with_ascii_signs(text)
    found: dict[int, Citation] = {}
    for anchor in written_symbols(text, language):
        start, end = anchor.start, anchor.end
        written = plain[start:end]
        symbol = _symbol(plain, anchor.value, (start, end), language, organ)
        if "/RES/" in symbol and "/RES/" not in written:
            symbol = _or_decision(symbol, plain, (start, end), language)
        if symbol:
            found[start] = Citation(symbol, start, end)
    for match in _YEARLY.finditer(plain):
        if _organ_named(plain, *match.span(), language) == "Economic and Social Council":
            symbol = of_resolution("Economic and Social Council", match[0])
            symbol = _or_decision(symbol, plain, match.span(), language)
            found.setdefault(match.start(), Citation(symbol, *match.span()))
    return tuple(found[start] for start in sorted(found))


def _symbol(text: str, value: str, span: tuple[int, int], language: str, organ: str) -> str:
    """The symbol of the document that the words in a span cite, "" where they may cite none.
    `value` is their one form as an anchor."""
    written = text[slice(*span)]
    if re.match("[A-Z]", written) and "/" in written and not written.startswith(("S-", "ES-")):
        return normal(written) if written[0] in "ASETG" or written.startswith("INFCIRC") else ""
    named = _organ_named(text, *span, language)
    if _ENDING.match(written):
        return normal(value) if value[0] in "ASETG" else ""
    if "/" in written:
        return _of_session(value, named or organ)
    of_year = _OF_YEAR.fullmatch(value)
    if of_year:
        return of_resolution("Security Council", f"{of_year['number']}({of_year['year']})")
    ordinary = named if named == "Economic and Social Council" else "General Assembly"
    if _ROMAN.search(written):
        return of_resolution(ordinary, "".join(written.split()))
    number, _, session = value.rstrip(")").partition("(")
    special, dash, count = session.rpartition("-")
    return of_resolution(ordinary, f"{number}({special}{dash}{roman(int(count))})")


def _or_decision(symbol: str, text: str, span: tuple[int, int], language: str) -> str:
    """The symbol as that of a decision, if the words around the number call it one."""
    words = wording_of(language)
    if words.decision is None:
        return symbol
    start, end = span
    if words.decision_follows:
        word = words.decision.search(text, end, end + _NEAR)
    else:
        *_, word = [None, *words.decision.finditer(text, max(start - _NEAR, 0), start)]
    return symbol.replace("/RES/", "/DEC/") if word and word["yes"] else symbol


def _of_session(written: str, organ: str) -> str:
    match = _OF_SESSION.fullmatch(written)
    if match is None:
        return ""
    if organ in ("Human Rights Council", "Economic and Social Council"):
        return of_resolution(organ, written)
    digits = match["session"].rpartition("-")[2]
    if match["session"] == digits and int(digits) < _FIRST_NUMBERED:
        return ""
    part = match["part"] or ""
    symbol = of_resolution("General Assembly", f"{match['session']}/{match['number']}")
    return symbol + part.strip()


def _organ_named(text: str, start: int, end: int, language: str) -> str:
    """The organ of a cited resolution: the nearest name around its number, "" if there is none or
    if the text calls the resolution its own."""
    own, resolution = wording_of(language).own, wording_of(language).after
    if resolution:
        before = list(resolution.finditer(text, max(start - _NEAR, 0), start))
        word = before[-1].start() if before else 0
        if own and own.search(text, max(word - _BESIDE, 0), word):
            return ""
        other = resolution.search(text, end, end + _NEAR)
        found = _organs_within(text, end, other.start() if other else end + _NEAR)
        return found[0][1] if found else ""
    found = _organs_within(text, max(start - _NEAR, 0), start)
    if not found or (own and own.search(text, found[-1][0], start)):
        return ""
    return found[-1][1]


def _organs_within(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """The organs named in a stretch of text, each with the end of its name."""
    return sorted(
        (found.end(), organ)
        for organ, pattern in organs().items()
        for found in pattern.finditer(text, start, end)
    )

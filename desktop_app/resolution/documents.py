"""What a symbol says of the document that bears it: its kind, its body, where it is kept.

Source: UN Editorial Manual, "Document symbols"; Dag Hammarskjöld Library, "UN document symbols".
"""

import re
from typing import NamedTuple

from desktop_app.resolution.symbols import address


class Cited(NamedTuple):
    """A document that a text cites. `kind` is one phrase ("Security Council resolution"); `hosted`:
    whether the United Nations keep it at its official address."""

    symbol: str
    kind: str
    hosted: bool

    def address(self, language: str) -> str:
        """Its official page in a language, "" where there is none that is known."""
        return address(self.symbol, language) if self.hosted else ""


_BODIES = (
    (r"A/HRC/", "Human Rights Council"),
    (r"A/CONF\.", "United Nations conference"),
    (r"A/C\.1/", "First Committee"),
    (r"A/C\.2/", "Second Committee"),
    (r"A/C\.3/", "Third Committee"),
    (r"A/C\.4/", "Fourth Committee"),
    (r"A/C\.5/", "Fifth Committee"),
    (r"A/C\.6/", "Sixth Committee"),
    (r"A/", "General Assembly"),
    (r"S/", "Security Council"),
    (r"E/", "Economic and Social Council"),
    (r"T/", "Trusteeship Council"),
    (r"ST/", "Secretariat"),
    (r"GC\(\d+\)|GC/", "IAEA General Conference"),
    (r"GOV/", "IAEA Board of Governors"),
    (r"INFCIRC/", "IAEA information circular"),
)
"""The first that fits counts."""
_KINDS = (
    (r"/RES/|/Res\.", "resolution"),
    (r"/DEC/|/Dec\.", "decision"),
    (r"/L\.\d", "draft"),
    (r"/PV\.\d", "verbatim record"),
    (r"/SR\.\d", "summary record"),
    (r"/CRP\.\d", "conference room paper"),
    (r"/WP\.\d", "working paper"),
    (r"/INF/", "information document"),
    (r"/PRST/", "presidential statement"),
    (r"/NGO/", "statement by a non-governmental organization"),
)
_ADDITIONS = (
    (r"/Add\.(\d+)", "addendum"),
    (r"/Rev\.(\d+)", "revision"),
    (r"/Corr\.(\d+)", "corrigendum"),
    (r"/Amend\.(\d+)", "amendment"),
)
_SESSION = re.compile(r"A/(?:C\.\d/|HRC/)?(?:RES/|DEC/)?(\d{2,3})/")
_YEAR = re.compile(r"S/(?:PRST/)?(\d{4})/|S/RES/\d+ \((\d{4})\)|E/(?:RES/)?((?:19|20)\d\d)/")
_ELSEWHERE = re.compile(r"GC[(/]|GOV/|INFCIRC/")


def document(symbol: str) -> Cited:
    """What is known of a document by its symbol in normal form.

    >>> document("A/C.1/75/L.29").kind
    'First Committee draft, session 75'
    >>> document("S/2002/875").kind
    'Security Council document, 2002'
    """
    body = next((name for start, name in _BODIES if re.match(start, symbol)), "")
    kind = next((name for part, name in _KINDS if re.search(part, symbol)), "document")
    said = body if body.endswith("circular") else f"{body} {kind}".strip()
    session, year = _SESSION.match(symbol), _YEAR.match(symbol)
    if year:
        said += f", {next(filter(None, year.groups()))}"
    elif session:
        said += f", session {session[1]}"
    for part, name in _ADDITIONS:
        found = re.search(part, symbol)
        if found:
            said += f", {name} {found[1]}"
    return Cited(symbol, said[:1].upper() + said[1:], not _ELSEWHERE.match(symbol))

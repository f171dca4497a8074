"""What a symbol says of the document that bears it: its kind, its body, where it is kept.

Source: UN Editorial Manual, "Document symbols"; Dag Hammarskjöld Library, "UN document symbols".
"""

import re
from typing import NamedTuple

from desktop_app.resolution.symbols import address
from desktop_app.wording import Said, Say


class Cited(NamedTuple):
    """A document that a text cites. `said` is what it is, in one phrase ("Security Council
    resolution"); `hosted`: whether the United Nations keep it at its official address."""

    symbol: str
    said: Said
    hosted: bool

    def kind(self, say: Say = str) -> str:
        """What it is, in the language of `say`, English if there is none."""
        said = self.said.say(say)
        return said[:1].upper() + said[1:]

    def address(self, language: str) -> str:
        """Its official page in a language, "" where there is none that is known."""
        return address(self.symbol, language) if self.hosted else ""


_BODIES = (
    (r"A/HRC/", Said("Human Rights Council")),
    (r"A/CONF\.", Said("United Nations conference")),
    (r"A/C\.1/", Said("First Committee")),
    (r"A/C\.2/", Said("Second Committee")),
    (r"A/C\.3/", Said("Third Committee")),
    (r"A/C\.4/", Said("Fourth Committee")),
    (r"A/C\.5/", Said("Fifth Committee")),
    (r"A/C\.6/", Said("Sixth Committee")),
    (r"A/", Said("General Assembly")),
    (r"S/", Said("Security Council")),
    (r"E/", Said("Economic and Social Council")),
    (r"T/", Said("Trusteeship Council")),
    (r"ST/", Said("Secretariat")),
    (r"GC\(\d+\)|GC/", Said("IAEA General Conference")),
    (r"GOV/", Said("IAEA Board of Governors")),
    (r"INFCIRC/", Said("IAEA information circular")),
)
"""The first that fits counts."""
_KINDS = (
    (r"/RES/|/Res\.", Said("resolution")),
    (r"/DEC/|/Dec\.", Said("decision")),
    (r"/L\.\d", Said("draft")),
    (r"/PV\.\d", Said("verbatim record")),
    (r"/SR\.\d", Said("summary record")),
    (r"/CRP\.\d", Said("conference room paper")),
    (r"/WP\.\d", Said("working paper")),
    (r"/INF/", Said("information document")),
    (r"/PRST/", Said("presidential statement")),
    (r"/NGO/", Said("statement by a non-governmental organization")),
)
_ADDITIONS = (
    (r"/Add\.(\d+)", Said("addendum")),
    (r"/Rev\.(\d+)", Said("revision")),
    (r"/Corr\.(\d+)", Said("corrigendum")),
    (r"/Amend\.(\d+)", Said("amendment")),
)
_SESSION = re.compile(r"A/(?:C\.\d/|HRC/)?(?:RES/|DEC/)?(\d{2,3})/")
_YEAR = re.compile(r"S/(?:PRST/)?(\d{4})/|S/RES/\d+ \((\d{4})\)|E/(?:RES/)?((?:19|20)\d\d)/")
_SAYS_ALL = re.compile("INFCIRC/")
"""The body of such a document is its kind."""
_ELSEWHERE = re.compile(r"GC[(/]|GOV/|INFCIRC/")


def document(symbol: str) -> Cited:
    """What is known of a document by its symbol in normal form.

    >>> document("A/C.1/75/L.29").kind()
    'First Committee draft, session 75'
    >>> document("S/2002/875").kind()
    'Security Council document, 2002'
    """
    body = next((name for start, name in _BODIES if re.match(start, symbol)), None)
    kind = next((name for part, name in _KINDS if re.search(part, symbol)), Said("document"))
    said = body or kind
    if body and not _SAYS_ALL.match(symbol):
        said = Said("%1 %2", (body, kind))
    session, year = _SESSION.match(symbol), _YEAR.match(symbol)
    if year:
        said = Said("%1, %2", (said, next(filter(None, year.groups()))))
    elif session:
        said = Said("%1, session %2", (said, session[1]))
    for part, name in _ADDITIONS:
        found = re.search(part, symbol)
        if found:
            said = Said("%1, %2 %3", (said, name, found[1]))
    return Cited(symbol, said, not _ELSEWHERE.match(symbol))

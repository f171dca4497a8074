"""What the symbol of a document tells about it: its kind, its body, where it is kept.

Source: UN Editorial Manual, "Document symbols"; Dag Hammarskjöld Library, "UN document symbols".
"""

import re
from dataclasses import dataclass

from desktop_app.common.messages import Message, Translate
from desktop_app.resolution.symbols import address


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A document that a text cites. `description` is one phrase ("Security Council resolution");
    `hosted` tells whether the United Nations keep it at its official address."""

    symbol: str
    description: Message
    hosted: bool

    def kind(self, translate: Translate = str) -> str:
        """The description in the language of `translate`, with a large first letter."""
        text = self.description.text(translate)
        return text[:1].upper() + text[1:]

    def address(self, language: str) -> str:
        """Its official page in a language, "" where there is none that is known."""
        return address(self.symbol, language) if self.hosted else ""


_BODIES = (
    (r"A/HRC/", Message("Human Rights Council")),
    (r"A/CONF\.", Message("United Nations conference")),
    (r"A/C\.1/", Message("First Committee")),
    (r"A/C\.2/", Message("Second Committee")),
    (r"A/C\.3/", Message("Third Committee")),
    (r"A/C\.4/", Message("Fourth Committee")),
    (r"A/C\.5/", Message("Fifth Committee")),
    (r"A/C\.6/", Message("Sixth Committee")),
    (r"A/", Message("General Assembly")),
    (r"S/", Message("Security Council")),
    (r"E/", Message("Economic and Social Council")),
    (r"T/", Message("Trusteeship Council")),
    (r"ST/", Message("Secretariat")),
    (r"GC\(\d+\)|GC/", Message("IAEA General Conference")),
    (r"GOV/", Message("IAEA Board of Governors")),
    (r"INFCIRC/", Message("IAEA information circular")),
)
"""The first that fits counts."""
_KINDS = (
    (r"/RES/|/Res\.", Message("resolution")),
    (r"/DEC/|/Dec\.", Message("decision")),
    (r"/L\.\d", Message("draft")),
    (r"/PV\.\d", Message("verbatim record")),
    (r"/SR\.\d", Message("summary record")),
    (r"/CRP\.\d", Message("conference room paper")),
    (r"/WP\.\d", Message("working paper")),
    (r"/INF/", Message("information document")),
    (r"/PRST/", Message("presidential statement")),
    (r"/NGO/", Message("statement by a non-governmental organization")),
)
_ADDITIONS = (
    (r"/Add\.(\d+)", Message("addendum")),
    (r"/Rev\.(\d+)", Message("revision")),
    (r"/Corr\.(\d+)", Message("corrigendum")),
    (r"/Amend\.(\d+)", Message("amendment")),
)
_SESSION = re.compile(r"A/(?:C\.\d/|HRC/)?(?:RES/|DEC/)?(\d{2,3})/")
_YEAR = re.compile(r"S/(?:PRST/)?(\d{4})/|S/RES/\d+ \((\d{4})\)|E/(?:RES/)?((?:19|20)\d\d)/")
_SAYS_ALL = re.compile("INFCIRC/")
"""The body of such a document is its kind as well."""
_ELSEWHERE = re.compile(r"GC[(/]|GOV/|INFCIRC/")


def document(symbol: str) -> Cited:
    """What is known of a document by its symbol in normal form.

    >>> document("A/C.1/75/L.29").kind()
    'First Committee draft, session 75'
    >>> document("S/2002/875").kind()
    'Security Council document, 2002'
    """
    body = next((name for start, name in _BODIES if re.match(start, symbol)), None)
    kind = next((name for part, name in _KINDS if re.search(part, symbol)), Message("document"))
    description = body or kind
    if body and not _SAYS_ALL.match(symbol):
        description = Message("%1 %2", (body, kind))
    session, year = _SESSION.match(symbol), _YEAR.match(symbol)
    if year:
        description = Message("%1, %2", (description, next(filter(None, year.groups()))))
    elif session:
        description = Message("%1, session %2", (description, session[1]))
    for part, name in _ADDITIONS:
        number = re.search(part, symbol)
        if number:
            description = Message("%1, %2 %3", (description, name, number[1]))
    return Cited(symbol=symbol, description=description, hosted=not _ELSEWHERE.match(symbol))

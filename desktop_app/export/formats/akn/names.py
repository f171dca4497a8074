"""How documents, language versions, files and clauses are named in Akoma Ntoso.

Sources: Akoma Ntoso Naming Convention 1.0 (OASIS); AKN4UN Guidelines, part 1, "AKN4UN Naming
convention" (https://unsceb-hlcm.github.io).
"""

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import quote

from desktop_app.citation.documents import document
from desktop_app.grammar.languages import language_of
from desktop_app.resolution.model import Part, PartKind, Provenance, Resolution, words

ACTORS = {
    "un-ga": "General Assembly",
    "un-sc": "Security Council",
    "un-ecosoc": "Economic and Social Council",
    "un-hrc": "Human Rights Council",
    "un": "United Nations",
    "unknown": "Unknown",
}
"""Organisation and organ by what they are in names."""
_RESOLUTIONS = {
    "A/RES/": "un-ga",
    "S/RES/": "un-sc",
    "E/RES/": "un-ecosoc",
    "A/HRC/RES/": "un-hrc",
}
"""Who adopted a resolution by the beginning of its symbol."""
_UNKNOWN = "0001-01-01"
"""The convention does not do without a date."""


class Work(NamedTuple):
    """What names a document whatever its language: `dated` says what its date is, "adoption",
    "year" (the day is made up) or "unknown" (the date is)."""

    type: str
    actor: str
    date: str
    dated: str
    number: str
    printed_number: str

    @property
    def iri(self) -> str:
        """ "/akn/un/statement/deliberation/un-ga/2020-12-07/75-58"."""
        subtype = SUBTYPES[self.type]
        return f"/akn/un/{self.type}/{subtype}/{self.actor}/{self.date}/{self.number}"


SUBTYPES = {"statement": "deliberation", "doc": "text", "documentCollection": "publication"}
"""The second part of a name by the type of the document."""


def work(resolution: Resolution) -> Work:
    """The name of the document that a language version is of. What has no symbol is named by what
    else its head states, and where that is nothing by its words, as a number that no other document
    has."""
    head = resolution.masthead
    actor, number = _actor(head.symbol)
    if not number:
        actor = next((key for key, organ in ACTORS.items() if organ == head.organ), "unknown")
        stated = "\n".join(str(field) for field in head if field)
        number = (
            "nn-"
            + sha256((stated or _words(resolution)).encode("utf-8", "replace")).hexdigest()[:12]
        )
    date, dated = head.adopted, "adoption"
    if not date:
        year = re.search(r"\((\d{4})\)$", head.symbol)
        date, dated = (f"{year[1]}-01-01", "year") if year else (_UNKNOWN, "unknown")
    type = "statement" if resolution.is_resolution else "doc"
    return Work(type, actor, date, dated, _in_iri(number), number)


def _actor(symbol: str) -> tuple[str, str]:
    """Who issued a document of a symbol, and its number: 75/58 of A/RES/75/58."""
    for start, actor in _RESOLUTIONS.items():
        if symbol.startswith(start):
            return actor, symbol.removeprefix(start)
    return "un", symbol


def _in_iri(number: str) -> str:
    """A number as a part of a name: 75-58, 1540_(2004)."""
    return quote(number.replace("/", "-").replace(" ", "_"), safe="-_.()")


def _words(resolution: Resolution) -> str:
    texts = [clause.text for clause in resolution.walk()]
    return "\n".join([*(words(part.heading) for part in resolution.parts), *texts])


def language_code(resolution: Resolution) -> str:
    """The code of ISO 639-3: "zho"; "und" where it is not known."""
    return language_of(resolution.language).iso639_3


def expression(work_iri: str, resolution: Resolution, date: str) -> str:
    """The name of a language version: by its date, ".../zho@2020-12-07"; by the configuration, if
    it was converted, for it is another than the one that was published: ".../zho@s2twp", and
    ".../zho@converted" where the file says no more."""
    another = resolution.converted
    if not another and resolution.provenance is Provenance.CONVERTED:
        another = "converted"
    return f"{work_iri}/{language_code(resolution)}@{another or date}"


# Cited documents


def cited(symbol: str, date: str, language: str) -> str:
    """Where the citation of a document leads: to the name of the work, if it is a resolution and
    its date is known, as the name cannot do without one; else to its official page; "" where that
    is not known."""
    actor, number = _actor(symbol)
    if date and actor != "un":
        return Work("statement", actor, date, "adoption", _in_iri(number), number).iri
    return document(symbol).address(language)


# Clauses

_STEP = re.compile(r"(pp|op|ch|p|)(\d.*)", re.DOTALL)
_ELEMENTS = {"pp": "rec_", "op": "para_", "": "para_", "p": "para_nn_", "ch": "para_nn_"}
"""What an element of an unnumbered paragraph is called has nn in it."""


def part_prefix(part: Part) -> str:
    """What the names of all that is in a part begin with: "recs_1__", "sec_2__", "att_1__"."""
    count = re.sub(r"\D", "", part.id) or "1"
    match part.kind:
        case PartKind.PREAMBLE:
            return f"recs_{count}__"
        case PartKind.SECTION:
            return f"sec_{count}__" if part.id.startswith("section") else ""
        case PartKind.ANNEX:
            return f"att_{count}__"
        case PartKind.OPERATIVE:
            return "" if count == "1" else f"hcontainer_{count}__"


def steps(id: str, part: Part) -> Sequence[str]:
    """The names of the elements that lead to a clause within its part, without those of the part:
    ["para_5", "a", "i"] for "op5.a.i"."""
    top, *below = id.removeprefix(f"{part.id}.").split(".")
    found = _STEP.fullmatch(top)
    name = f"{_ELEMENTS[found[1]]}{found[2]}" if found else f"para_{top}"
    return [re.sub(r"\s", "_", step) for step in (name, *below)]

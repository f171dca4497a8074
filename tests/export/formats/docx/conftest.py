"""Word documents as python-docx and plain XML read them."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from lxml import etree

from desktop_app.alignment.align import align, alone
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Arrangement, Options
from desktop_app.export.formats.registry import render
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Footnote, Part, PartKind, Resolution, Runs
from desktop_app.script.convert import convert_bitext
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, ZH, read

_FIXTURES = FIXTURES
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COLUMNS, _INTERLEAVED, _SEQUENCE = Arrangement


def fixture_text(name: str) -> Resolution:
    return read((_FIXTURES / name).read_text(encoding="utf-8"))


ZH_TEXT, EN_TEXT = read(ZH), read(EN)
AR_TEXT = fixture_text("general_assembly_75_58.ar.md")
AR_1540, EN_1540 = (fixture_text(f"security_council_1540.{tag}.md") for tag in ("ar", "en"))
BOTH = align(ZH_TEXT, EN_TEXT)
BITEXTS = {
    "one": alone(ZH_TEXT),
    "both": BOTH,
    "Taiwan": convert_bitext(BOTH, "s2twp"),
    "Arabic": align(AR_TEXT, EN_TEXT),
    "Arabic second": align(EN_TEXT, AR_TEXT),
    "1540": align(AR_1540, EN_1540),
}


def excerpt_of(bitext: Bitext, chosen: str = "all", options: Options | None = None) -> Excerpt:
    return excerpt(
        bitext,
        rows_of(bitext, select(chosen, bitext.source)),
        options or Options(arrangement=_COLUMNS),
    )


class ReadDocument:
    """A Word document as it is read back."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.document: WordDocument = Document(BytesIO(data))
        with ZipFile(BytesIO(data)) as package:
            self.names = package.namelist()
            self.xml = {
                name: etree.fromstring(package.read(name))
                for name in self.names
                if name.endswith((".xml", ".rels"))
            }
        self.body = self.xml["word/document.xml"]

    def paragraphs(self) -> list[tuple[str, str]]:
        """Style and text of the paragraphs outside of tables."""
        return [(style_of(p.style), p.text) for p in self.document.paragraphs]

    def table(self) -> list[list[str]]:
        """The texts of the cells of the one table, row by row."""
        (table,) = self.document.tables
        return [[cell.text for cell in row.cells] for row in table.rows]

    def notes(self, kind: str = "footnote") -> dict[str, etree._Element]:
        """The notes under their ids, without the two that are lines."""
        notes = self.xml[f"word/{kind}s.xml"]
        return {
            note.get(f"{W}id", ""): note
            for note in notes.iterchildren(f"{W}{kind}")
            if note.get(f"{W}type") is None
        }

    def calls(self, kind: str = "footnote") -> list[tuple[str, str]]:
        """The calls in the text: the id of the note, and the mark."""
        return [
            (call.get(f"{W}id", ""), text_of(call.getparent()))
            for call in self.body.iter(f"{W}{kind}Reference")
        ]


def opened(found: Excerpt) -> ReadDocument:
    return ReadDocument(render(found, "docx"))


def style_of(style: object) -> str:
    return str(getattr(style, "name", ""))


def text_of(element: etree._Element | None) -> str:
    assert element is not None
    shown = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        shown.get(str(node.tag), node.text or "")
        for node in element.iter(f"{W}t", f"{W}br", f"{W}tab")
    )


def plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)


def with_runs(runs: Runs, notes: tuple[Footnote, ...] = ()) -> Resolution:
    """A resolution whose only operative paragraph has these runs."""
    base = read(f"{EN_PREAMBLE}Decides to act in the name of all.\n")
    clause = base.parts[1].clauses[0]._replace(runs=runs, opening="")
    part = Part("operative", PartKind.OPERATIVE, (), (clause,))
    return base._replace(parts=(base.parts[0], part), footnotes=notes)


def value_of(element: etree._Element, path: str, name: str = "val") -> str | None:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}{name}")


def runs_of(written: ReadDocument) -> Iterator[etree._Element]:
    for name in ("word/document.xml", "word/footnotes.xml"):
        if name in written.xml:
            yield from written.xml[name].iter(f"{W}r")

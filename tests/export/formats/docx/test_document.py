"""The Word document as its schema and LibreOffice read it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from desktop_app.alignment.align import alone
from desktop_app.export.excerpt.options import Arrangement, ExportError, Notes, Options
from desktop_app.export.formats.registry import render
from desktop_app.resolution.model import Run
from tests.export.formats.docx.conftest import (
    BITEXTS,
    BOTH,
    ReadDocument,
    W,
    excerpt_of,
    opened,
    text_of,
    with_runs,
)
from tests.tools.bench.made_up import bitext as made_up

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_COLUMNS, _INTERLEAVED, _SEQUENCE = Arrangement


# What the schema wants

_ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi "
    "spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps color sz szCs u vertAlign rtl cs lang",
    "tblPr": "tblStyle bidiVisual tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan tcBorders shd vAlign",
    "trPr": "cantSplit tblHeader",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "tr": "trPr tc",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar cols bidi",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr "
    "tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "settings": "zoom defaultTabStop characterSpacingControl footnotePr endnotePr compat "
    "themeFontLang decimalSymbol listSeparator",
    "endnotePr": "pos endnote",
    "font": "altName charset family pitch",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
}
"""Children in the order of the schema of WordprocessingML (wml.xsd), as far as they are written."""


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("at", Notes)
@pytest.mark.parametrize("name", ["both", "1540"])
def test_properties_stand_in_the_order_of_the_schema(
    name: str, at: Notes, arrangement: Arrangement
) -> None:
    written = opened(excerpt_of(BITEXTS[name], options=Options(arrangement=arrangement, notes=at)))
    checked = set()
    for root in written.xml.values():
        for element in root.iter():
            if not str(element.tag).startswith(W):
                continue
            own = etree.QName(element).localname
            if own in _ORDERS:
                checked.add(own)
                order = _ORDERS[own].split()
                places = [order.index(etree.QName(child).localname) for child in element]
                assert places == sorted(places), own
    assert {"pPr", "rPr", "sectPr", "style", "styles", "settings", "font"} <= checked


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("name", BITEXTS)
def test_identifiers_are_unique_and_lead_somewhere(name: str, arrangement: Arrangement) -> None:
    written = opened(excerpt_of(BITEXTS[name], options=Options(arrangement=arrangement)))
    notes = [note.get(f"{W}id") for note in written.xml["word/footnotes.xml"]]
    assert len(set(notes)) == len(notes)
    used = {
        value
        for element in written.body.iter()
        for key, value in element.attrib.items()
        if str(key).startswith(_R)
    }
    assert used <= set(written.document.part.rels)
    assert len(set(written.names)) == len(written.names)
    types = written.xml["[Content_Types].xml"]
    overridden = {str(kind.get("PartName")).lstrip("/") for kind in types if kind.get("PartName")}
    parts = {name for name in written.names if name.startswith("word/") and ".rels" not in name}
    assert parts <= overridden


def test_a_cell_ends_with_a_paragraph_and_the_text_with_its_section() -> None:
    written = opened(excerpt_of(BOTH))
    for cell in written.body.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"
    children = [etree.QName(child).localname for child in written.body[0]]
    assert children[-3:] == ["tbl", "p", "sectPr"]


# Bad input and progress


def test_a_character_that_no_word_document_can_hold_is_told() -> None:
    with pytest.raises(ExportError, match=r"OP1 .*U\+000B.* Word "):
        render(excerpt_of(alone(with_runs((Run("Decides\x0bto act."),))), "OP1"), "docx")


def test_progress_rises_to_the_end_and_can_stop_the_work() -> None:
    found = excerpt_of(made_up(1200, 10))
    shares: list[float] = []
    render(found, "docx", shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) >= 4

    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render(found, "docx", stop)


# LibreOffice

_OFFICE = shutil.which("soffice")
_IN_SEQUENCE = Options(arrangement=_SEQUENCE, notes=Notes.END)


@pytest.mark.skipif(_OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    ("name", "options"),
    [("both", Options()), ("Arabic", Options()), ("1540", Options()), ("both", _IN_SEQUENCE)],
)
def test_libreoffice_reads_and_writes_every_character(
    name: str, options: Options, tmp_path: Path
) -> None:
    before = opened(excerpt_of(BITEXTS[name], options=options))
    (tmp_path / "in.docx").write_bytes(before.data)
    subprocess.run(
        [
            str(_OFFICE),
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "docx",
            "--outdir",
            str(tmp_path / "out"),
            str(tmp_path / "in.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=600,
    )
    after = ReadDocument((tmp_path / "out" / "in.docx").read_bytes())
    assert _all_paragraphs(after) == _all_paragraphs(before)
    kind = "endnote" if options.notes is Notes.END else "footnote"
    assert [mark for _, mark in after.calls(kind)] == [mark for _, mark in before.calls(kind)]
    assert [text_of(note).strip() for note in after.notes(kind).values()] == [
        text_of(note) for note in before.notes(kind).values()
    ]


def _all_paragraphs(written: ReadDocument) -> list[str]:
    return [text for found in written.body.iter(f"{W}p") if (text := text_of(found))]

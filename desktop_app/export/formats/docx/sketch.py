"""A Word document as rich text for a preview, read from the file itself, so that it shows what is
in it and nothing else. Its styles become those of the page; its footnotes stand below."""

import re
from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import cast

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.formats.docx.document import render
from desktop_app.export.formats.format import GOES_ON

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_HALF_POINTS = 2
_TWIPS = 20
"""Of both, so many are a point."""
_OTHER_FONTS = ("Noto Serif", "Noto Serif CJK SC", "Songti SC")
"""The fonts in place of those of the document where they are not installed."""
_BODY = """
table { border-collapse: collapse; border-top: 1px solid #808080; border-bottom: 1px solid #808080 }
td { border-bottom: 1px solid #d0d0d0; padding: 2px 6px 0 6px }
td.first { border-bottom: 1px solid #808080; background-color: #f2f2f2; white-space: nowrap }
"""


_RULE = (
    '<table width="30%" style="border-top: none; border-bottom: 1px solid #000; margin-top: 8px">'
    '<tr><td style="border-bottom: none"></td></tr></table>'
)


def sketch(excerpt: Excerpt) -> str:
    """The first header, the text, the notes and the first footer of the document as HTML. Raises
    ExportError."""
    document = Document(BytesIO(render(excerpt)))
    parts = {
        relation.reltype.rpartition("/")[2]: etree.fromstring(relation.target_part.blob)
        for relation in document.part.rels.values()
        if not relation.is_external and relation.target_part.partname.endswith(".xml")
    }
    body = "".join(_blocks(cast(etree._Element, document.element.body)))
    notes = "".join(
        "".join(_blocks(note))
        for kind in ("footnotes", "endnotes")
        for note in parts.get(kind, ())
        if _value(note, "type") == ""
    )
    head, foot = (
        "".join(_blocks(parts[kind])) if kind in parts else "" for kind in ("header", "footer")
    )
    rule = _RULE if notes else ""
    style = "\n".join(_rules(parts["styles"])) + _BODY
    page = f"{head}{body}{GOES_ON}{rule}{notes}{foot}"
    return f"<html><head><style>{style}</style></head><body>{page}</body></html>"


def _value(element: etree._Element | None, name: str = "val") -> str:
    return "" if element is None else str(element.get(qn(f"w:{name}"), ""))


# Styles


def _rules(styles: etree._Element) -> Iterator[str]:
    """A CSS rule for each style, after the declarations of the styles that it is based on."""
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is not None:
        declared = _declared(defaults)
        yield f"body {{ {declared} }}"
        yield "p { margin-top: 0px; " + " ".join(re.findall(r"margin-[^;]+;", declared)) + " }"
    known = {_value(style, "styleId"): style for style in styles.iter(qn("w:style"))}
    for name in known:
        above: list[etree._Element] = []
        next_one: etree._Element | None = known[name]
        while next_one is not None:
            above.append(next_one)
            next_one = known.get(_value(next_one.find(qn("w:basedOn"))))
        kind = "p" if _value(above[0], "type") == "paragraph" else "span"
        yield f"{kind}.{name} {{ {' '.join(map(_declared, reversed(above)))} }}"


def _declared(style: etree._Element) -> str:
    """The declarations of a style, as far as rich text can follow."""
    out: list[str] = []
    for element in style.iter():
        match etree.QName(element).localname:
            case "rFonts":
                names = [_value(element, script) for script in ("ascii", "eastAsia")]
                listed = ", ".join(f"'{name}'" for name in filter(None, [*names, *_OTHER_FONTS]))
                out.append(f"font-family: {listed}, serif;")
            case "b":
                out.append("font-weight: bold;")
            case "i":
                out.append("font-style: italic;")
            case "sz":
                out.append(f"font-size: {int(_value(element)) / _HALF_POINTS:.1f}pt;")
            case "color":
                out.append(f"color: #{_value(element)};")
            case "u":
                out.append("text-decoration: underline;")
            case "vertAlign":
                out.append("vertical-align: super;")
            case "jc":
                out.append(f"text-align: {_value(element)};")
            case "ind":
                out.append(f"margin-left: {_pixels(_value(element, 'left'))}px;")
            case "spacing":
                for side, edge in (("before", "top"), ("after", "bottom")):
                    if _value(element, side):
                        out.append(f"margin-{edge}: {_pixels(_value(element, side))}px;")
    return " ".join(out)


def _pixels(twips: str) -> int:
    """A length in pixels, 96 to the inch: Qt takes no other unit for margins."""
    return round(int(twips) / _TWIPS * 4 / 3)


# Text


def _blocks(parent: etree._Element) -> Iterator[str]:
    """Paragraphs and tables in their order."""
    for element in parent:
        match etree.QName(element).localname:
            case "p":
                properties = element.find(qn("w:pPr"))
                name, direction = "", "ltr"
                if properties is not None:
                    name = _value(properties.find(qn("w:pStyle")))
                    direction = "ltr" if properties.find(qn("w:bidi")) is None else "rtl"
                words = "".join(_words(element)) or "&nbsp;"
                yield f'<p class="{name}" dir="{direction}">{words}</p>'
            case "tbl":
                turned = element.find(f"{qn('w:tblPr')}/{qn('w:bidiVisual')}") is not None
                rows = "".join(_row(row, turned) for row in element.iter(qn("w:tr")))
                yield f'<table width="100%" cellspacing="0">{rows}</table>'


def _row(row: etree._Element, turned: bool) -> str:
    first = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    kind = ' class="first"' if first else ""
    found = list(row.iter(qn("w:tc")))
    widths = [int(_value(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}"), "w")) for cell in found]
    cells = [
        f'<td{kind} width="{100 * width // sum(widths)}%">{"".join(_blocks(cell))}</td>'
        for cell, width in zip(found, widths, strict=True)
    ]
    return f"<tr>{''.join(reversed(cells) if turned else cells)}</tr>"


def _words(parent: etree._Element) -> Iterator[str]:
    """The words of a paragraph, of a link in it, or of a run."""
    for element in parent:
        match etree.QName(element).localname:
            case "r":
                own = _value(element.find(f"{qn('w:rPr')}/{qn('w:rStyle')}"))
                words = "".join(_words(element))
                yield f'<span class="{own}">{words}</span>' if own else words
            case "hyperlink" | "fldSimple":
                yield from _words(element)
            case "t":
                yield escape(element.text or "")
            case "br" | "cr":
                yield "<br>"
            case "tab":
                yield "&#9;"
            case "AlternateContent":
                for other in element.iter(f"{_MC}Fallback"):
                    yield from _words(other)

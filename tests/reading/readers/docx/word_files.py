"""Word files written by hand, part by part, as Word and not as this program writes them."""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="{_MC}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header1": "hdr",
}


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def parts_of(body: str, **others: str) -> dict[str, str | bytes]:
    """The parts of a Word file with this XML inside its body and its other parts."""
    kinds = {name: re.sub(r"\d", "", name) for name in others}
    relations = "".join(
        f'<Relationship Id="rId{at}" Type="{_R}/{kind}" Target="{name}.xml"/>'
        for at, (name, kind) in enumerate(kinds.items(), 1)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Override PartName='
        f'"/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f"{relations}</Relationships>",
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
    }
    for name, content in others.items():
        root = _ROOTS[name]
        found[f"word/{name}.xml"] = f"<w:{root} {_NAMES}>{content}</w:{root}>"
    return found


def word_file(body: str, **others: str) -> bytes:
    """A Word file with this XML inside its body, and inside the roots of its other parts."""
    return packed(parts_of(body, **others))


def run(text: str, properties: str = "") -> str:
    """A run, with elements for tabs and line breaks."""
    pieces = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    inside = "".join(
        pieces.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in re.split("([\t\n])", text)
        if piece
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of runs."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def table(rows: Sequence[Sequence[str]], headings: int = 0) -> str:
    """A table of cells that hold paragraphs; each page repeats so many rows as headings."""
    lines = ["".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows]
    head = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    lines[:headings] = [head + line for line in lines[:headings]]
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def level(at: int, form: str, text: str, more: str = "") -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manner:
    """How Word sets the documents of a language: the marks of its lists with their formats, the
    sections that are counted, and the properties of emphasis in turn."""

    marks: Sequence[tuple[str, str, str]]
    section: tuple[str, str]
    emphasis: Sequence[str]
    every_run: str = ""


_MANNERS = {
    "en": _Manner(
        marks=[
            (r"(\d+)\. ", "decimal", "%1."),
            (r"\(([a-h])\) ", "lowerLetter", "(%2)"),
            (r"\(([ivx]+)\) ", "lowerRoman", "(%3)"),
            (r"([a-d])\. ", "lowerLetter", "%4."),
        ],
        section=(r"[IVX]+\. ", "upperRoman"),
        emphasis=["<w:i/>", '<w:rStyle w:val="Emphasis"/>', "<w:i/><w:iCs/>"],
    ),
    "zh": _Manner(
        marks=[
            (r"(\d+)\. ", "decimal", "%1."),
            (r"\(([a-h])\) ", "lowerLetter", "(%2)"),
            ("([㈠-㈩]) ", "ideographEnclosedCircle", "%3"),
            (r"([a-d])\. ", "lowerLetter", "%4."),
        ],
        section=(r"[一二三四五]+\. ", "chineseCountingThousand"),
        emphasis=["<w:b/>", '<w:rFonts w:eastAsia="楷体_GB2312"/>'],
    ),
    "ar": _Manner(
        marks=[
            (r"([٠-٩]+) - ", "hindiNumbers", "%1 -"),
            (r"\(([أ-ي])\) ", "arabicAbjad", "(%2)"),
            ("’([٠-٩])‘ ", "hindiNumbers", "’%3‘"),
            ("([أ-ي]) - ", "arabicAbjad", "%4 -"),
        ],
        section=("(?!)", "decimal"),
        emphasis=["<w:bCs/><w:rtl/>", '<w:rStyle w:val="Emphasis"/><w:rtl/>'],
        every_run="<w:rtl/>",
    ),
}
_EUROPEAN = _Manner(
    marks=[
        (r"(\d+)\. ", "decimal", "%1."),
        (r"([a-h])\) ", "lowerLetter", "%2)"),
        (r"([ivx]+)\) ", "lowerRoman", "%3)"),
        (r"([a-d])\. ", "lowerLetter", "%4."),
    ],
    section=(r"[IVX]+\. ", "upperRoman"),
    emphasis=_MANNERS["en"].emphasis,
)
_MANNERS |= dict.fromkeys(("es", "fr", "ru"), _EUROPEAN)
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
    '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/>'
    "<w:rPr><w:i/><w:bCs/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="FootnoteReference">'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Base"><w:basedOn w:val="Normal"/><w:pPr>'
    '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="SectionHeading"><w:basedOn w:val="Base"/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/>'
    "<w:rPr><w:b/></w:rPr></w:style>"
)
_INLINE = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|<sup>(.+?)</sup>|\[\^(.+?)\]", re.DOTALL)
_MASTHEAD = 5
"""Paragraphs that stand in the table of the masthead."""


@dataclass(slots=True)
class _Maker:
    """Makes a Word file of a document in tests/fixtures/everything."""

    manner: _Manner
    notes: dict[str, str]
    written: list[str] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    """Where each list of clauses begins."""
    last: int = 0
    turn: Iterator[int] = field(default_factory=lambda: count())

    def inline(self, text: str) -> str:
        out, end = "", 0
        for found in _INLINE.finditer(text):
            out += self.words(text[end : found.start()])
            end = found.end()
            bold, italic, raised, note = found.groups()
            if note == "*":
                out += run("*")
            elif note:
                out += self.call(note)
            elif raised:
                out += run(raised, '<w:vertAlign w:val="superscript"/>')
            else:
                emphasis = self.manner.emphasis
                out += run(bold or italic, emphasis[next(self.turn) % len(emphasis)])
        return out + self.words(text[end:])

    def words(self, text: str) -> str:
        """Words as Word writes them after years of work: in pieces, some of them in a smart tag, a
        content control, a link, a field or an insertion, deletions and hidden words between."""
        wrapped = (
            "{}",
            '<w:smartTag w:uri="x" w:element="place">{}</w:smartTag>',
            "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
            '<w:hyperlink r:id="none">{}</w:hyperlink>',
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "x" '
            '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            '<w:ins w:id="1" w:author="a">{}</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>'
            "not this</w:delText></w:r></w:del>",
            "{}<w:r><w:rPr><w:vanish/></w:rPr><w:t>nor this</w:t></w:r>",
            '<w:customXml w:element="x">{}</w:customXml><w:proofErr w:type="spellStart"/>',
        )
        size = 11
        pieces = [text[at : at + size] for at in range(0, len(text), size)]
        return "".join(
            wrapped[next(self.turn) % len(wrapped)].format(run(piece, self.manner.every_run))
            for piece in pieces
        )

    def call(self, mark: str) -> str:
        number = len(self.written) + 1
        reference = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        own = f"<w:r>{reference}<w:footnoteRef/></w:r>"
        self.written.append(
            f'<w:footnote w:id="{number}">'
            f"{paragraph(run(chr(9)) + own + run(chr(9)) + self.inline(self.notes[mark]))}"
            "</w:footnote>"
        )
        return f'<w:r>{reference}<w:footnoteReference w:id="{number}"/></w:r>'

    def block(self, text: str) -> str:
        if text.startswith("|"):
            lines = [line for line in text.split("\n") if "---" not in line]
            cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
            return table([[paragraph(self.inline(cell)) for cell in row] for row in cells], 1)
        heading = re.match(r"(#+) ", text)
        if heading:
            return self.heading(text[heading.end() :], len(heading[1]))
        for at, (pattern, form, _) in enumerate(self.manner.marks):
            found = re.match(pattern, text)
            if found:
                if at == 0:
                    self.count(int(found[1]))
                assert form
                place = f'<w:ilvl w:val="{at}"/><w:numId w:val="{1 + len(self.lists)}"/>'
                return paragraph(self.inline(text[found.end() :]), f"<w:numPr>{place}</w:numPr>")
        return paragraph(self.inline(text))

    def count(self, number: int) -> None:
        """Begins a list where the number does not follow on the last one."""
        if number != self.last + 1 or not self.lists:
            self.lists.append(number)
        self.last = number

    def heading(self, text: str, depth: int) -> str:
        pattern, _ = self.manner.section
        found = re.match(pattern, text)
        if found:
            return paragraph(self.inline(text[found.end() :]), '<w:pStyle w:val="SectionHeading"/>')
        return paragraph(self.inline(text), f'<w:pStyle w:val="Heading{depth}"/>')

    def numbering(self) -> str:
        levels = "".join(
            level(at, form, text) for at, (_, form, text) in enumerate(self.manner.marks)
        )
        sections = level(0, self.manner.section[1], "%1.")
        lists = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for number, start in enumerate(self.lists, 2)
        )
        return (
            f'<w:abstractNum w:abstractNumId="0">{sections}</w:abstractNum>'
            f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
            f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{lists}'
        )


def made_of(markdown: str, language: str) -> bytes:
    """A Word file of a document in tests/fixtures/everything."""
    return packed(parts_made_of(markdown, language))


def parts_made_of(markdown: str, language: str) -> dict[str, str | bytes]:
    """Its parts: the masthead in a table, computed numbers, and the starred note in a frame."""
    texts = [text for text in re.split(r"\n\n+", markdown.strip()) if text]
    notes = {
        found[1]: text[found.end() :]
        for text in texts
        if (found := re.match(r"\[\^(.+?)\]: ", text))
    }
    maker = _Maker(_MANNERS[language], notes)
    texts = [text for text in texts if not text.startswith("[^")]
    name, symbol, organ, *issued = [maker.block(text) for text in texts[:_MASTHEAD]]
    empty = paragraph("")
    masthead = table([[empty, name, symbol], [empty, organ, "".join(issued)]])
    star = paragraph(run(f"\t*\t{notes['*']}"), '<w:framePr w:w="9792" w:vAnchor="page"/>')
    body = "".join(maker.block(text) for text in texts[_MASTHEAD:])
    return parts_of(
        f"{empty}{masthead}{star}{body}<w:sectPr/>",
        styles=_STYLES,
        footnotes=f'<w:footnote w:id="-1" w:type="separator">{empty}</w:footnote>'
        + "".join(maker.written),
        numbering=maker.numbering(),
    )

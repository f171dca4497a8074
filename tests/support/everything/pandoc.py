"""Word files as pandoc writes them: each list is one of its own at the outermost level, notes from
number 20 on, headings between bookmarks, tables with compact paragraphs."""

import re

from tests.reading.readers.docx.word_files import packed, paragraph, parts_of, run
from tests.support.everything.documents import Piece, document, heading, inline, markdown_of, rows

_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "</w:style>"
    + "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/></w:style>'
        for id, name in (
            ("BodyText", "Body Text"),
            ("FirstParagraph", "First Paragraph"),
            ("Compact", "Compact"),
            ("FootnoteText", "footnote text"),
        )
    )
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        for level in (1, 2)
    )
    + '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote '
    'reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/></w:style>'
)
_LISTS = [
    (r"(\d+)\. ", "decimal", "{}."),
    (r"\(([a-h])\) ", "lowerLetter", "({})"),
    (r"([a-h])\) ", "lowerLetter", "{})"),
    (r"\(([ivx]+)\) ", "lowerRoman", "({})"),
    (r"([ivx]+)\) ", "lowerRoman", "{})"),
    (r"([a-d])\. ", "lowerLetter", "{}."),
]
_FIRST_NOTE, _FIRST_LIST = 20, 1001


def markdown_for(language: str) -> str:
    """The Markdown of what pandoc can write: it counts all notes, so that no star can be one."""
    without = re.sub(r"\n\[\^\*\]: .*\n", "", markdown_of(language))
    return without.replace("[^*]", "")


def made_of(language: str) -> bytes:
    """The document with everything but the starred note in a language."""
    return packed(_Writer(language).parts())


class _Writer:
    def __init__(self, language: str) -> None:
        self._document = document(language, markdown_for(language))
        self._lists: list[tuple[int, int]] = []
        """The kind and the first number of each list."""
        self._kind, self._last = -1, 0
        self._notes: list[str] = []

    def parts(self) -> dict[str, str | bytes]:
        """The parts of the file."""
        body = "".join(map(self._block, self._document.texts))
        apart = "".join(
            f'<w:footnote w:id="{id}" w:type="{kind}">{paragraph(f"<w:r><w:{kind}/></w:r>")}'
            "</w:footnote>"
            for id, kind in ((-1, "separator"), (0, "continuationSeparator"))
        )
        return parts_of(
            f"{body}<w:sectPr/>",
            styles=_STYLES,
            footnotes=apart + "".join(self._notes),
            numbering=self._numbering(),
        )

    def _block(self, text: str) -> str:
        level, words = heading(text)
        if level:
            own = paragraph(self._words(words), f'<w:pStyle w:val="Heading{level}"/>')
            mark = '<w:bookmarkStart w:id="30" w:name="x"/>'
            return f'{mark}{own}<w:bookmarkEnd w:id="30"/>'
        cells = rows(text)
        if cells:
            return self._table(cells)
        for kind, (pattern, form, _) in enumerate(_LISTS):
            found = re.match(pattern, text)
            if found:
                return self._item(kind, _number(found[1], form), text[found.end() :])
        self._kind = -1
        return paragraph(self._words(text), '<w:pStyle w:val="BodyText"/>')

    def _item(self, kind: int, number: int, text: str) -> str:
        if kind != self._kind or number != self._last + 1:
            self._lists.append((kind, number))
        self._kind, self._last = kind, number
        place = f'<w:ilvl w:val="0"/><w:numId w:val="{_FIRST_LIST + len(self._lists) - 1}"/>'
        return paragraph(self._words(text), f"<w:numPr>{place}</w:numPr>")

    def _table(self, cells: list[list[str]]) -> str:
        compact = '<w:pStyle w:val="Compact"/>'
        lines = [
            "".join(
                f"<w:tc><w:tcPr/>{paragraph(self._words(cell), compact)}</w:tc>" for cell in row
            )
            for row in cells
        ]
        lines[0] = f'<w:trPr><w:tblHeader w:val="on"/></w:trPr>{lines[0]}'
        grid = f"<w:tblGrid>{'<w:gridCol/>' * len(cells[0])}</w:tblGrid>"
        look = '<w:tblPr><w:tblStyle w:val="Table"/><w:tblLook w:firstRow="1"/></w:tblPr>'
        return f"<w:tbl>{look}{grid}{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"

    def _words(self, text: str) -> str:
        return inline(text, self._piece)

    def _piece(self, piece: Piece) -> str:
        match piece.kind:
            case "note":
                return self._call(piece.text)
            case "raised":
                return run(piece.text, '<w:vertAlign w:val="superscript"/>')
            case "emphasis":
                return run(piece.text, "<w:i/><w:iCs/>")
            case "strong":
                return run(piece.text, "<w:b/><w:bCs/>")
        return run(piece.text)

    def _call(self, mark: str) -> str:
        id = _FIRST_NOTE + len(self._notes)
        reference = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        own = f"<w:r>{reference}<w:footnoteRef/></w:r>{run(' ')}"
        words = own + self._words(self._document.notes[mark])
        style = '<w:pStyle w:val="FootnoteText"/>'
        self._notes.append(f'<w:footnote w:id="{id}">{paragraph(words, style)}</w:footnote>')
        return f'<w:r>{reference}<w:footnoteReference w:id="{id}"/></w:r>'

    def _numbering(self) -> str:
        kinds = "".join(
            f'<w:abstractNum w:abstractNumId="{9940 + kind}"><w:multiLevelType w:val="multilevel"/>'
            + "".join(
                f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
                f'<w:lvlText w:val="{text.format(f"%{at + 1}")}"/></w:lvl>'
                for at in range(9)
            )
            + "</w:abstractNum>"
            for kind, (_, form, text) in enumerate(_LISTS)
        )
        lists = "".join(
            f'<w:num w:numId="{id}"><w:abstractNumId w:val="{9940 + kind}"/>'
            + "".join(
                f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
                for at in range(9)
            )
            + "</w:num>"
            for id, (kind, start) in enumerate(self._lists, _FIRST_LIST)
        )
        return kinds + lists


def _number(mark: str, form: str) -> int:
    match form:
        case "decimal":
            return int(mark)
        case "lowerRoman":
            return ("i", "ii", "iii", "iv", "v").index(mark) + 1
    return ord(mark) - ord("a") + 1

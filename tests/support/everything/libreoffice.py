"""Word files as LibreOffice writes them: a style for every paragraph, direct formatting beside it,
lists whose levels are all there, notes from number 2 on, the frame of the masthead twice."""

import re
from collections.abc import Iterator

from tests.reading.readers.docx.word_files import packed, paragraph, parts_of, run, table
from tests.support.everything.documents import MASTHEAD, Piece, document, heading, inline, rows

_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif"/></w:rPr>'
    "</w:rPrDefault></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    '<w:style w:type="paragraph" w:styleId="TextBody"><w:name w:val="Body Text"/>'
    '<w:basedOn w:val="Normal"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="Heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="TextBody"/><w:pPr><w:numPr><w:ilvl w:val='
        f'"{level - 1}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
        for level in (1, 2)
    )
    + '<w:style w:type="character" w:styleId="FootnoteCharacters"><w:name w:val="Footnote '
    'Characters"/></w:style><w:style w:type="character" w:styleId="FootnoteReference"><w:name '
    'w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="StrongEmphasis"><w:name w:val="Strong"/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>'
    '<w:basedOn w:val="Normal"/></w:style>'
)
_MARKS = {
    "en": [(r"(\d+)\. ", "decimal", "%1."), (r"\(([a-h])\) ", "lowerLetter", "(%2)")],
    "zh": [(r"(\d+)\. ", "decimal", "%1."), (r"\(([a-h])\) ", "lowerLetter", "(%2)")],
    "ar": [],  # its numbers are typed
}
_EUROPEAN = [(r"(\d+)\. ", "decimal", "%1."), (r"([a-h])\) ", "lowerLetter", "%2)")]


def made_of(language: str) -> bytes:
    """The document with everything in it in a language."""
    return packed(_Writer(language).parts())


class _Writer:
    def __init__(self, language: str) -> None:
        self._document = document(language)
        self._rtl = "<w:rtl/>" if language == "ar" else ""
        self._marks = _MARKS.get(language, _EUROPEAN)
        self._starts: list[int] = []
        self._last = 0
        self._notes: list[str] = []

    def parts(self) -> dict[str, str | bytes]:
        """The parts of the file."""
        texts = [*map(self._block, self._document.texts)]
        empty = _set("")
        cells = [[texts[0], texts[1]], [texts[2], "".join(texts[3:MASTHEAD])]]
        masthead = table(cells).replace("<w:tblPr/>", '<w:tblPr><w:tblW w:w="9638"/></w:tblPr>')
        body = f"{masthead}{empty}{''.join(texts[MASTHEAD:])}<w:sectPr><w:footnotePr/></w:sectPr>"
        apart = "".join(
            f'<w:footnote w:id="{id}" w:type="{kind}">{paragraph(f"<w:r><w:{kind}/></w:r>")}'
            "</w:footnote>"
            for id, kind in enumerate(("separator", "continuationSeparator"))
        )
        return parts_of(
            body,
            styles=_STYLES,
            footnotes=apart + "".join(self._notes),
            numbering=self._numbering(),
            settings='<w:defaultTabStop w:val="709"/>',
        )

    def _block(self, text: str) -> str:
        level, words = heading(text)
        if level:
            return _set(self._words(words), f'<w:pStyle w:val="Heading{level}"/>')
        cells = rows(text)
        if cells:
            return table([[_set(self._words(cell)) for cell in row] for row in cells], 1)
        for at, (pattern, _, _) in enumerate(self._marks):
            found = re.match(pattern, text)
            if found:
                return self._item(at, found[1], text[found.end() :])
        return _set(self._words(text), '<w:pStyle w:val="TextBody"/>')

    def _item(self, level: int, number: str, text: str) -> str:
        if not level:
            if int(number) != self._last + 1 or not self._starts:
                self._starts.append(int(number))
            self._last = int(number)
        place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{len(self._starts) + 1}"/>'
        style = f'<w:pStyle w:val="TextBody"/><w:numPr>{place}</w:numPr>'
        return _set(self._words(text), f'{style}<w:ind w:left="709" w:hanging="0"/>')

    def _words(self, text: str) -> str:
        return inline(text, self._piece)

    def _piece(self, piece: Piece) -> str:
        match piece.kind:
            case "note":
                return self._call(piece.text)
            case "raised":
                return run(piece.text, f'{self._rtl}<w:vertAlign w:val="superscript"/>')
            case "emphasis":
                return run(piece.text, f"<w:i/><w:iCs/>{self._rtl}")
            case "strong":
                return run(piece.text, f'<w:rStyle w:val="StrongEmphasis"/>{self._rtl}')
        return "".join(_broken(piece.text, self._rtl))

    def _call(self, mark: str) -> str:
        id = len(self._notes) + 2
        own = '<w:rStyle w:val="FootnoteCharacters"/>'
        sign = run(mark, own) if mark == "*" else f"<w:r><w:rPr>{own}</w:rPr><w:footnoteRef/></w:r>"
        words = f"{sign}{run(chr(9))}{self._words(self._document.notes[mark])}"
        style = '<w:pStyle w:val="FootnoteText"/>'
        self._notes.append(f'<w:footnote w:id="{id}">{_set(words, style)}</w:footnote>')
        anchor = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        if mark == "*":
            follows = f'<w:footnoteReference w:customMarkFollows="1" w:id="{id}"/><w:t>*</w:t>'
            return f"<w:r>{anchor}{follows}</w:r>"
        return f'<w:r>{anchor}<w:footnoteReference w:id="{id}"/></w:r>'

    def _numbering(self) -> str:
        none = "".join(_level(at, "none", "") for at in range(9))
        levels = "".join(_level(at, form, text) for at, (_, form, text) in enumerate(self._marks))
        levels += "".join(_level(at, "none", "") for at in range(len(self._marks), 9))
        out = f'<w:abstractNum w:abstractNumId="1">{none}</w:abstractNum>'
        out += f'<w:abstractNum w:abstractNumId="2">{levels}</w:abstractNum>'
        out += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        for number, start in enumerate(self._starts, 2):
            over = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            out += f'<w:num w:numId="{number}"><w:abstractNumId w:val="2"/>{over}</w:num>'
        return out


def _set(content: str, style: str = '<w:pStyle w:val="Normal"/>') -> str:
    return paragraph(content or "<w:r><w:rPr/></w:r>", f"{style}<w:rPr/>")


def _broken(text: str, properties: str) -> Iterator[str]:
    """Words as LibreOffice parts them: a bookmark at a place where somebody has worked."""
    middle = len(text) // 2
    yield run(text[:middle], properties) if middle else ""
    yield '<w:bookmarkStart w:id="0" w:name="__DdeLink__1"/><w:bookmarkEnd w:id="0"/>'
    yield run(text[middle:], properties)


def _level(at: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val='
        f'"{"tab" if text else "nothing"}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{360 * at}"/></w:tabs></w:pPr></w:lvl>'
    )

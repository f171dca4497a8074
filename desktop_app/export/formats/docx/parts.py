"""The styles, settings and fonts of a Word document as WordprocessingML (ISO/IEC 29500-1, whose
schema orders the properties)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.export.excerpt.options import Notes
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.grammar.scripts import USUAL_OFFICE_FONT, OfficeFont, lettering

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
WIDTH, HEIGHT, MARGIN = 11906, 16838, 1134
"""A4, in twentieths of a point, as all lengths are here."""
_ENGLISH, _ARABIC = (OFFICIAL[code].locale for code in ("en", "ar"))
"""The languages of the document, by which Word checks the spelling of what has none stated."""
LATIN_FONT = "Times New Roman"
"""Has Arabic letters too; every Word has it."""
DEPTHS = 8
"""Levels of sub-paragraphs that have a style of their own; deeper ones stand with the last."""
_INDENT = 340
"""Twentieths of a point for each level of sub-paragraphs."""


def east_asian(tags: Sequence[str]) -> OfficeFont:
    """The Chinese font of a document with texts of these tags: that of the first Chinese text, else
    the usual one."""
    return next(filter(None, (lettering(tag).office for tag in tags)), USUAL_OFFICE_FONT)


# Styles


class _Kind(StrEnum):
    """A kind of style, as the schema names it."""

    PARAGRAPH = "paragraph"
    CHARACTER = "character"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """A style. `paragraph` and `run` are its properties in the order of the schema; `own` says that
    Word does not know it by name; `offered` puts it into Word's gallery."""

    id: str
    name: str
    kind: _Kind = _Kind.PARAGRAPH
    paragraph: str = ""
    run: str = ""
    based_on: str = ""
    next: str = ""
    own: bool = False
    offered: bool = False


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _spacing(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}"/>'


LOWEST_HEADING = 6
"""The lowest level of a heading that has a style."""
_BOLD = "<w:b/><w:bCs/>"
_GREY = '<w:color w:val="595959"/>'
_RAISED = '<w:vertAlign w:val="superscript"/>'
_TOGETHER = "<w:keepNext/><w:keepLines/>"
_NOTE = '<w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/>'
_INVISIBLE = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_LINK = '<w:color w:val="0563C1"/><w:u w:val="single"/>'


def _heading(id: str, name: str, before: int, size: int, outline: str = "") -> _Style:
    level = f'<w:outlineLvl w:val="{outline}"/>' if outline else ""
    paragraph = f"{_TOGETHER}{_spacing(before, 120)}{level}"
    return _Style(id=id, name=name, paragraph=paragraph, run=_BOLD + _size(size), offered=True)


def _small(id: str, name: str, size: int, paragraph: str, offered: bool = True) -> _Style:
    """A style for what the program says about the text, in grey."""
    return _Style(
        id=id, name=name, run=_GREY + _size(size), paragraph=paragraph, own=True, offered=offered
    )


_STYLES = (
    _heading("Title", "Title", 0, 32),
    _Style(id="Citation", name="Citation", paragraph=_spacing(0, 60), own=True, offered=True),
    _small("Provenance", "Provenance", 18, _spacing(0, 60)),
    _heading("Heading1", "heading 1", 240, 28, "0"),
    *(
        _heading(f"Heading{level}", f"heading {level}", 180, max(24 - level, 20), str(level - 1))
        for level in range(2, LOWEST_HEADING + 1)
    ),
    _Style(id="ResolutionLine", name="Resolution Line", own=True, offered=True),
    _Style(
        id="ResolutionTitle",
        name="Resolution Title",
        paragraph=_TOGETHER + _spacing(120, 60),
        run=_BOLD,
        own=True,
        offered=True,
    ),
    replace(
        _small("ClauseLabel", "Clause Label", 17, _TOGETHER + _spacing(120, 20)), next="ClauseText"
    ),
    _Style(
        id="ClauseLabelRight",
        name="Clause Label Right",
        paragraph='<w:jc w:val="right"/>',
        based_on="ClauseLabel",
        next="ClauseText",
        own=True,
    ),
    _small("LabelCell", "Clause Label in Table", 17, _spacing(20, 0)),
    _Style(id="ClauseText", name="Clause Text", own=True, offered=True),
    *(
        _Style(
            id=f"ClauseText{depth}",
            name=f"Clause Text {depth}",
            paragraph=f'<w:ind w:left="{_INDENT * depth}"/>',
            based_on="ClauseText",
            own=True,
            offered=True,
        )
        for depth in range(1, DEPTHS + 1)
    ),
    _Style(
        id="ColumnHeading",
        name="Column Heading",
        paragraph="<w:keepNext/>" + _spacing(20, 40),
        run=_BOLD + _size(18),
        own=True,
    ),
    _Style(id="TableText", name="Table Text", paragraph=_spacing(20, 20), own=True),
    _Style(
        id="TableHeading",
        name="Table Heading",
        paragraph="<w:keepNext/>" + _spacing(20, 20),
        run=_BOLD,
        own=True,
    ),
    _Style(id="SectionEnd", name="Section End", paragraph=_INVISIBLE, run=_size(2), own=True),
    replace(_small("Header", "header", 18, _spacing(0, 0), False), own=False),
    replace(
        _small("Footer", "footer", 16, _spacing(0, 0) + '<w:jc w:val="center"/>', False), own=False
    ),
    _Style(id="FootnoteText", name="footnote text", paragraph=_NOTE, run=_size(18)),
    _Style(id="EndnoteText", name="endnote text", paragraph=_NOTE, run=_size(18)),
    _Style(id="FootnoteReference", name="footnote reference", kind=_Kind.CHARACTER, run=_RAISED),
    _Style(id="EndnoteReference", name="endnote reference", kind=_Kind.CHARACTER, run=_RAISED),
    _Style(
        id="Superscript",
        name="Superscript",
        kind=_Kind.CHARACTER,
        run=_RAISED,
        own=True,
        offered=True,
    ),
    _Style(
        id="Emphasis",
        name="Emphasis",
        kind=_Kind.CHARACTER,
        run="<w:i/><w:iCs/>",
        offered=True,
    ),
    _Style(id="Strong", name="Strong", kind=_Kind.CHARACTER, run=_BOLD, offered=True),
    _Style(id="Hyperlink", name="Hyperlink", kind=_Kind.CHARACTER, run=_LINK),
)
_TABLE_STYLE = """\
<w:style w:type="table" w:customStyle="1" w:styleId="Bitext">
<w:name w:val="Bitext"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="40"/><w:qFormat/>
<w:tblPr><w:tblBorders>
<w:top w:val="single" w:sz="6" w:space="0" w:color="808080"/>
<w:bottom w:val="single" w:sz="6" w:space="0" w:color="808080"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="D0D0D0"/>
</w:tblBorders><w:tblCellMar>
<w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
<w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>
</w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="6" w:space="0" w:color="808080"/>
</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:tcPr></w:tblStylePr>
</w:style>"""
_WORDS_OWN = """\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal">\
<w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal">\
<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
</w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList">\
<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>"""
"""The styles that every other one of their kind is based on."""


def styles(chinese: OfficeFont) -> str:
    """The styles part: fonts and languages of the whole document, and all styles."""
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{LATIN_FONT}" w:eastAsia="{chinese.font}" '
        f'w:hAnsi="{LATIN_FONT}" w:cs="{LATIN_FONT}"/>{_size(21)}'
        f'<w:lang w:val="{_ENGLISH}" w:eastAsia="{chinese.language}" w:bidi="{_ARABIC}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="80" w:line="264" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    listed = "".join(_style(style, rank) for rank, style in enumerate(_STYLES, start=1))
    return f"<w:styles {NAMESPACES}>{defaults}{_WORDS_OWN}{listed}{_TABLE_STYLE}</w:styles>"


def _style(style: _Style, rank: int) -> str:
    base = "Normal" if style.kind is _Kind.PARAGRAPH else "DefaultParagraphFont"
    following = f'<w:next w:val="{style.next}"/>' if style.next else ""
    own = ' w:customStyle="1"' if style.own else ""
    return (
        f'<w:style w:type="{style.kind}"{own} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on or base}"/>{following}<w:uiPriority w:val="{rank}"/>'
        + ("<w:qFormat/>" if style.offered else "")
        + (f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else "")
        + (f"<w:rPr>{style.run}</w:rPr>" if style.run else "")
        + "</w:style>"
    )


# Settings and fonts


def settings(chinese: OfficeFont, notes_at: Notes, each_section: bool) -> str:
    """The settings part. `each_section` puts endnotes at the end of the section that calls them
    instead of the document."""
    place = '<w:pos w:val="sectEnd"/>' if each_section else ""
    separators = '<w:{0} w:id="-1"/><w:{0} w:id="0"/>'
    notes = {
        Notes.FOOT: f"<w:footnotePr>{separators.format('footnote')}</w:footnotePr>",
        Notes.END: (f"<w:endnotePr>{place}{separators.format('endnote')}</w:endnotePr>"),
        Notes.NONE: "",
    }[notes_at]
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{notes}<w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{_ENGLISH}" w:eastAsia="{chinese.language}" w:bidi="{_ARABIC}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def fonts(used: Sequence[OfficeFont]) -> str:
    """The font table, by which a program without one of the fonts finds another like it."""
    chinese = "".join(
        f'<w:font w:name="{font.font}"><w:altName w:val="{font.own_name}"/>'
        f'<w:charset w:val="{font.charset}"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for font in dict.fromkeys(used)
    )
    return (
        f'<w:fonts {NAMESPACES}><w:font w:name="{LATIN_FONT}"><w:charset w:val="00"/>'
        f'<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>{chinese}</w:fonts>'
    )

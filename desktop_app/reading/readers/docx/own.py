"""Word files that this program exported: what it says about a text is no part of it."""

from collections.abc import Sequence

from lxml import etree

from desktop_app.reading.blocks import Block
from desktop_app.reading.readers.docx.names import VAL, W
from desktop_app.reading.readers.docx.styles import Styles

_DC = "{http://purl.org/dc/elements/1.1/}"
_OWN = {"ClauseLabel": "Clause Label", "LabelCell": "Clause Label in Table"}
"""Styles that no other program writes, and what they are called."""
_GAP = "—"
"""What stands where the first language lacks a paragraph."""
_NO_LANGUAGE = "x"
_CELLS = frozenset({"TableHeading", "TableText"})
"""The styles of the paragraphs in tables of the text."""
_SETS = {
    "TableHeading": "TableText",
    "ResolutionTitle": "ResolutionLine",
    **{f"Heading{level}": "ClauseText" for level in range(2, 7)},
}
"""Styles that set all words bold, each with one like it that does not."""
_ABOUT = frozenset(
    {"Title", "Citation", "Provenance", "ClauseLabel", "ClauseLabelRight", "LabelCell",
     "ColumnHeading", "SectionEnd", "Heading1"}
)  # fmt: skip
"""The styles of the paragraphs that are left out."""
_BEGINNING = frozenset({"ClauseLabel", "ClauseLabelRight", "Heading1"})
"""Those of them that begin a clause or the text in the next language."""


def is_own(styles: Styles) -> bool:
    """Whether a file with these styles is an export of this program."""
    return all(styles.name(id) == name for id, name in _OWN.items())


def language_of(properties: etree._Element | None) -> str:
    """The first language of such a file by its properties, "" where they do not say."""
    found = properties.find(f"{_DC}language") if properties is not None else None
    return _code(found.text or "") if found is not None else ""


def holds_text(table: etree._Element) -> bool:
    """Whether a table has the text in its cells, and is none of the text's own."""
    first = next(table.iter(f"{W}pStyle"), None)
    return first is None or first.get(VAL) not in _CELLS


def is_in(table: etree._Element, language: str) -> bool:
    """Whether a table of the text is in its first language."""
    found = (_language(paragraph) for paragraph in table.iter(f"{W}p"))
    stated = next(filter(None, found), "")
    return not language or stated in ("", language, _NO_LANGUAGE)


def plain(style: str) -> str:
    """The style by whose words a word of a paragraph stands out: that of a heading sets all its
    words bold."""
    return _SETS.get(style, style)


def is_text(paragraph: etree._Element, style: str, language: str) -> bool:
    """Whether a paragraph of such a file is of the text in its first language: the other one stands
    beside it, below it, or behind the whole."""
    if style in _ABOUT:
        return False
    own = _language(paragraph)
    if not own:
        return True
    if style not in _CELLS and _words(paragraph) == _GAP:
        return False
    return not language or own in (language, _NO_LANGUAGE)


def first_language(cells: Sequence[etree._Element]) -> Sequence[etree._Element]:
    """The cells of a row without its label and the texts beside the first one."""
    return cells[1:2]


def second_language(cells: Sequence[etree._Element]) -> Sequence[etree._Element]:
    """The cells of a row with the text in the second language."""
    return cells[2:3]


class Rows:
    """Counts the rows of such a file, whichever language is read: those of its tables, and where
    one language stands below the other, what has one label or goes back to the first language."""

    def __init__(self, first: str) -> None:
        self._first = first
        self._last = ""
        self._number = 0
        self._known: dict[int, int] = {}

    def begin(self) -> None:
        """A row begins."""
        self._number += 1
        self._last = ""

    def see(self, part: etree._Element) -> None:
        """A paragraph or table of the whole file comes next."""
        paragraph = next(part.iter(f"{W}p"), part)
        language = _language(paragraph)
        is_new = language == self._first != self._last != ""
        if is_new or _style(paragraph) in _BEGINNING:
            self.begin()
        self._last = language or self._last

    def place(self, blocks: Sequence[Block]) -> None:
        """These blocks stand in the row, if they do not stand in one already."""
        for block in blocks:
            self._known.setdefault(id(block), self._number)

    def of(self, blocks: Sequence[Block]) -> tuple[int, ...]:
        """The number of the row of each block, 0 for none."""
        return tuple(self._known.get(id(block), 0) for block in blocks)


def other_language(root: etree._Element, first: str) -> str:
    """The language in a file that is not its first, "" where there is none or several."""
    found = {
        _language(paragraph) for paragraph in root.iter(f"{W}p") if _style(paragraph) not in _ABOUT
    }
    others = found - {"", first, _NO_LANGUAGE}
    return others.pop() if first and len(others) == 1 else ""


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(VAL, "") if style is not None else ""


def _language(paragraph: etree._Element) -> str:
    """The language that the first words of a paragraph state."""
    stated = next(paragraph.iter(f"{W}lang"), None)
    if stated is None:
        return ""
    return _code(stated.get(f"{W}eastAsia") or stated.get(f"{W}bidi") or stated.get(VAL) or "")


def _words(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def _code(tag: str) -> str:
    """The language of a tag, with what tells a second version in it apart (en-x-2)."""
    stated, *private = tag.partition("-x-")
    return stated.partition("-")[0] + "".join(private)

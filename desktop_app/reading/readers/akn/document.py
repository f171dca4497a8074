"""A document of Akoma Ntoso to blocks, whoever wrote it: statements of the United Nations, and acts
of other countries."""

from lxml import etree

from desktop_app.reading.blocks import EXPORTED, Block, BlockKind, Document
from desktop_app.reading.readers import tables
from desktop_app.reading.readers.akn.languages import language_of
from desktop_app.reading.readers.akn.names import A
from desktop_app.reading.readers.html.paragraph import Paragraph
from desktop_app.reading.readers.setting import Labels, as_heading
from desktop_app.resolution import runs as styled
from desktop_app.resolution import symbols
from desktop_app.resolution.model import Run, Runs, Style, words
from desktop_app.resolution.runs import merged

_DIVISION_NAMES = """
    book tome part subpart title subtitle chapter subchapter section article division
    subdivision hcontainer attachment doc component rule proviso
"""
_DIVISIONS = frozenset(f"{A}{name}" for name in _DIVISION_NAMES.split())
"""Elements whose number and heading stand above what is in them."""
_INLINE_NAMES = """
    a abbr affectedDocument b change concept courtType date decoration def del docAuthority
    docCommittee docDate docIntroducer docJurisdiction docNumber docProponent docPurpose docStage
    docStatus docTitle docType docketNumber entity event extractText fillIn i inline ins judge
    lawyer legislature location mmod mod mref mulitlocation neutralCitation noteRef object opinion
    organization outcome party person placeholder process quantity quotedText ref relatedDocument
    remark rmod role rref scene session shortTitle signature soClause span sub sup term time u vote
    authorialNote eol img marker eop omissis
"""
_INLINE = frozenset(f"{A}{name}" for name in _INLINE_NAMES.split())
"""Elements that stand within a paragraph."""
_STYLES = {
    **dict.fromkeys((f"{A}i", f"{A}b", f"{A}u"), Style.EMPHASIS),
    f"{A}sup": Style.SUPERSCRIPT,
}
_LEFT_OUT = frozenset(f"{A}{name}" for name in ("meta", "del", "toc", "coverPage", "img", "marker"))
_SYMBOL = f"{A}docNumber"
_FIELDS = {_SYMBOL: "symbol", f"{A}docTitle": "title"}
_PROGRAM = "#resolutionReader"
"""The source of the metadata in files that this program wrote."""
_LISTS = frozenset({f"{A}list", f"{A}blockList", f"{A}ul", f"{A}ol"})
_ITEMS = frozenset({f"{A}point", f"{A}item"})
"""Elements whose heading stands above their number."""
_DEEPEST_HEADING = 6


def read(top: etree._Element) -> Document:
    """The blocks of a document, and what it states of itself."""
    metadata = {"language": language_of(top)}
    for element in top.iter(*_FIELDS):
        inside = " ".join("".join(map(str, element.itertext())).split())
        if element.tag != _SYMBOL or symbols.pattern().fullmatch(inside):
            metadata.setdefault(_FIELDS[str(element.tag)], inside)
    if any(one.get("source") == _PROGRAM for one in top.iter(f"{A}identification")):
        metadata[EXPORTED] = "yes"
    return Document(tuple(_Reader().read(top)), {k: v for k, v in metadata.items() if v})


class _Reader:
    """Walks the elements of one document."""

    def __init__(self) -> None:
        self._done: list[Block] = []
        self._words = Paragraph()
        self._labels = Labels()
        self._marks: dict[str, Run] = {}
        """The marks of the notes by their eIds."""
        self._notes: list[Block] = []
        self._number = ""
        """The number of an element that awaits its first paragraph."""
        self._lists = 0

    def read(self, top: etree._Element) -> list[Block]:
        """The blocks of an element, its notes last."""
        self._walk(top, Style.PLAIN, 1)
        self._end_paragraph()
        return [*self._done, *self._notes]

    def _walk(self, element: etree._Element, style: Style, level: int) -> None:
        tag = str(element.tag)
        if tag in _LEFT_OUT or element.get("status") in ("editorial", "removed"):
            return
        if tag in _INLINE:
            self._add_inline(element, _STYLES.get(tag, style), level)
            return
        self._end_paragraph()
        if tag == f"{A}num":
            self._take_number(element, level)
        elif tag in (f"{A}heading", f"{A}subheading", f"{A}crossHeading"):
            self._add_heading(element, level)
        elif tag == f"{A}table":
            self._flush_number()
            self._done += tables.as_table(self._rows(element))
        else:
            self._lists += tag in _LISTS
            self._add_words(element, style, level + (tag in _DIVISIONS))
            self._lists -= tag in _LISTS
        self._end_paragraph()

    def _add_words(self, element: etree._Element, style: Style, level: int) -> None:
        """What stands in an element: its own words, and its children with what is behind them."""
        self._words.add(element.text or "", style)
        for child in element:
            self._walk(child, style, level)
            self._words.add(child.tail or "", style)

    def _add_inline(self, element: etree._Element, style: Style, level: int) -> None:
        match str(element.tag).removeprefix(A):
            case "eol":
                self._words.end_line()
            case "authorialNote":
                self._add_note(element)
            case "noteRef":
                mark = self._marks.get(element.get("href", "")[1:])
                own = element.get("marker", "").strip()
                if mark or own:
                    self._words.add_run(mark or Run(own, Style.MARK))
            case _:
                self._add_words(element, style, level)

    def _take_number(self, element: etree._Element, level: int) -> None:
        """The number of a division as its heading, that of a paragraph for its first words."""
        parent = element.getparent()
        runs = self._inside(element)
        text = words(runs).strip()
        stands_above = parent is not None and parent.tag in _DIVISIONS
        if stands_above and not _is_of_paragraph(text) and not text.startswith("("):
            self._heading(runs, level)
        elif text:
            self._flush_number()
            self._number = text

    def _add_heading(self, element: etree._Element, level: int) -> None:
        """A heading; the number "1." of a section of an act is part of it, of an item it is not."""
        parent = element.getparent()
        if parent is not None and parent.tag in _ITEMS:
            self._heading(self._inside(element), level)
            return
        number, self._number = self._number, ""
        before = (Run(f"{number} "),) if number else ()
        self._heading(merged((*before, *self._inside(element))), level)

    def _heading(self, runs: Runs, level: int) -> None:
        if runs:
            level = min(level, _DEEPEST_HEADING)
            self._done.append(Block(BlockKind.HEADING, as_heading(runs), level=level))

    def _add_note(self, element: etree._Element) -> None:
        """Takes a note out of the paragraph in which it stands; its mark stays."""
        mark = element.get("marker", "").strip()
        if not mark:
            mark = str(len(self._notes) + 1)
        label, run = self._labels.give(mark)
        self._marks[element.get("eId", "")] = run
        self._words.add_run(run)
        runs = styled.join(_lines(self._blocks(element)), lambda left, right: "\n")
        if label and runs:
            self._notes.append(Block(BlockKind.NOTE, runs, number=label))
        elif runs:
            self._notes.append(
                Block(BlockKind.PARAGRAPH, (Run(mark, Style.SUPERSCRIPT), Run(" "), *runs))
            )

    def _rows(self, table: etree._Element) -> list[tables.Row]:
        return [
            tables.Row(
                [self._blocks(cell) for cell in row],
                is_heading=len(row) > 0 and all(cell.tag == f"{A}th" for cell in row),
            )
            for row in table.iter(f"{A}tr")
        ]

    def _inside(self, element: etree._Element) -> Runs:
        """The words in an element as one line."""
        return styled.join(_lines(self._blocks(element)), lambda left, right: " ")

    def _blocks(self, element: etree._Element) -> list[Block]:
        """The blocks in an element that stands apart from the text around it."""
        outer = self._done, self._words, self._number, self._lists
        self._done, self._words, self._number, self._lists = [], Paragraph(), "", 0
        self._add_words(element, Style.PLAIN, 1)
        self._end_paragraph()
        self._flush_number()
        found = self._done
        self._done, self._words, self._number, self._lists = outer
        return found

    def _end_paragraph(self) -> None:
        for runs in self._words.take():
            self._done.append(self._numbered(runs))

    def _numbered(self, runs: Runs) -> Block:
        number, self._number = self._number, ""
        if not number:
            return Block(BlockKind.PARAGRAPH, runs, level=self._lists)
        if _is_of_paragraph(number):
            return Block(BlockKind.ITEM, runs, number=number, level=max(self._lists, 1))
        return Block(BlockKind.PARAGRAPH, (Run(f"{number} "), *runs), level=self._lists)

    def _flush_number(self) -> None:
        """A number that no words follow stands alone."""
        number, self._number = self._number, ""
        if number:
            self._done.append(Block(BlockKind.PARAGRAPH, (Run(number),)))


def _is_of_paragraph(number: str) -> bool:
    """Whether a number is that of a paragraph, "5."."""
    return number.endswith(".") and number[:-1].isdecimal()


def _lines(blocks: list[Block]) -> list[Runs]:
    return [
        (Run(f"{block.number} "), *block.runs) if block.kind is BlockKind.ITEM else block.runs
        for block in blocks
    ]

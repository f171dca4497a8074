"""The entries of a Word document: tables with a column for each language, or one text below the
other."""

from collections.abc import Iterator, Sequence

from desktop_app.export.excerpt.model import Entry, Excerpt, Kind, Paragraph
from desktop_app.export.excerpt.options import Arrangement
from desktop_app.export.formats.docx import parts
from desktop_app.export.formats.docx.footnotes import WordNotes
from desktop_app.export.formats.docx.tables import table_xml
from desktop_app.export.formats.docx.text import (
    Column,
    english_xml,
    paragraph_xml,
    run_xml,
    styled_xml,
    text_xml,
)
from desktop_app.resolution.model import Runs, Style
from desktop_app.resolution.runs import merged

_LABELS = (1100, 2200)
"""The least and the largest width of the column of labels, in twentieths of a point."""
_LETTER, _LABEL_MARGINS = 115, 180
"""What a letter of a label takes at most, and the margins of its cell."""
_MARGINS = 170
"""The margins of a cell, on both sides."""
_UNBROKEN = 650
"""Half-width characters: a row whose longest text has no more, a third of a page at most, stays on
one page. A longer one may go on on the next page, or the page before would end in a gap."""
_ROWS = 200
"""Rows of one table: LibreOffice takes minutes for a table of thousands."""
_GAP = "—"


def block_xml(block: Excerpt, columns: Sequence[Column], notes: WordNotes) -> Iterator[str]:
    """The text of a block, entry by entry."""
    if block.arrangement is Arrangement.COLUMNS or block.arrangement is None:
        yield from _tables(block.entries, columns, notes)
    else:
        for entry in block.entries:
            yield _one_below_the_other(entry, columns, notes)


def _tables(entries: Sequence[Entry], columns: Sequence[Column], notes: WordNotes) -> Iterator[str]:
    """Tables with a column of labels and one for each language."""
    labels = _label_width(entries)
    width = (parts.WIDTH - 2 * parts.MARGIN - labels) // len(columns)
    widths = [labels, *(width for _ in columns)]
    head = _table_head(columns, widths)
    rows = 0
    yield head
    for entry in entries:
        if rows >= _ROWS:
            # Between two tables without a paragraph Word sees but one.
            yield f"</w:tbl>{paragraph_xml('SectionEnd', '')}{head}"
            rows = 0
        cells = [paragraph_xml("LabelCell", english_xml(entry.label))]
        for text, column in zip(
            _texts(entry, columns, notes, width - _MARGINS), columns, strict=True
        ):
            cells.append(text or paragraph_xml(_style(entry), "", column.lettering.rtl))
        yield _row("<w:cantSplit/>" if _short(entry) else "", cells, widths)
        # A heading stays with the row after it.
        rows += entry.kind is not Kind.HEADING
    yield "</w:tbl>"


def _label_width(entries: Sequence[Entry]) -> int:
    """The width of the column of labels: that of its longest word, within limits."""
    longest = max((len(word) for entry in entries for word in entry.label.split()), default=0)
    return min(max(longest * _LETTER + _LABEL_MARGINS, _LABELS[0]), _LABELS[1])


def _table_head(columns: Sequence[Column], widths: Sequence[int]) -> str:
    """The start of a table, with the heading row that each page repeats."""
    direction = "<w:bidiVisual/>" if columns[0].lettering.rtl else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    cells = [paragraph_xml("ColumnHeading", english_xml("Clause"))]
    for column in columns:
        name = english_xml(column.version.name)
        cells.append(paragraph_xml("ColumnHeading", name, column.lettering.rtl))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Bitext"/>{direction}'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>" + _row("<w:cantSplit/><w:tblHeader/>", cells, widths)
    )


def _row(properties: str, cells: Sequence[str], widths: Sequence[int]) -> str:
    return (
        "<w:tr>"
        + (f"<w:trPr>{properties}</w:trPr>" if properties else "")
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(cells, widths, strict=True)
        )
        + "</w:tr>"
    )


def _one_below_the_other(entry: Entry, columns: Sequence[Column], notes: WordNotes) -> str:
    style = "ClauseLabelRight" if columns[0].lettering.rtl else "ClauseLabel"
    label = paragraph_xml(style, english_xml(entry.label)) if entry.label else ""
    texts = _texts(entry, columns, notes, parts.WIDTH - 2 * parts.MARGIN)
    for place, column in enumerate(columns):
        if not texts[place] and len(columns) > 1 and entry.kind is Kind.CLAUSE:
            gap = run_xml(text_xml(_GAP), column.lettering)
            texts[place] = paragraph_xml(_style(entry), gap, column.lettering.rtl)
    return label + "".join(texts)


def _texts(entry: Entry, columns: Sequence[Column], notes: WordNotes, width: int) -> list[str]:
    """The paragraphs of each language, "" for a gap; tables are so wide."""
    style = _style(entry)
    return [
        "".join(_text(paragraph, style, column, notes, width) for paragraph in text)
        for text, column in zip(entry.texts, columns, strict=True)
    ]


def _text(paragraph: Paragraph, style: str, column: Column, notes: WordNotes, width: int) -> str:
    rtl = column.lettering.rtl
    if paragraph.table:
        return table_xml(
            paragraph.runs, paragraph.table, width, rtl, lambda runs: _inline(runs, column, notes)
        )
    return paragraph_xml(style, _inline(paragraph.numbered, column, notes), rtl)


def _style(entry: Entry) -> str:
    """The paragraph style of an entry's texts."""
    if entry.kind is Kind.CLAUSE:
        return f"ClauseText{min(entry.depth, parts.DEPTHS) or ''}"
    if entry.kind is Kind.HEADING:
        return f"Heading{min(2 + entry.depth, parts.LOWEST_HEADING)}"
    return "ResolutionTitle" if entry.is_title else "ResolutionLine"


def _short(entry: Entry) -> bool:
    """Whether a row is short enough to stay on one page."""
    return all(
        sum(_half_widths(run.text) for paragraph in text for run in paragraph.runs) <= _UNBROKEN
        for text in entry.texts
    )


def _half_widths(text: str) -> int:
    return len(text) if text.isascii() else sum(1 + (letter >= "\u2e80") for letter in text)


def _inline(runs: Runs, column: Column, notes: WordNotes) -> str:
    return "".join(
        notes.call(run, column) if run.style is Style.MARK else styled_xml(run, column.lettering)
        for run in merged(runs)
    )

"""An excerpt as an Excel workbook: a sheet with one row for each clause, and one about the texts.

Every cell is text, never a formula, a number or a link. Footnote marks are [1], since Excel's
search and filters take a raised 1 for any other; what else is raised stays so, for 10² is not 102.
Emphasis is left out. Chinese has a font of its script, and Arabic runs from the right.
"""

import io
from html import escape

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from desktop_app import __version__
from desktop_app.common.messages import Message
from desktop_app.export.excerpt.model import Excerpt, Version
from desktop_app.export.excerpt.options import ExportError, Progress, silent
from desktop_app.export.shared.cells import BREAK, TEXT_CELL, neutral, on_one_line
from desktop_app.export.shared.clipboard import Copied
from desktop_app.export.shared.tabular import FIRST_COLUMNS, headings, table_rows
from desktop_app.grammar.languages import Direction
from desktop_app.grammar.scripts import SCRIPTS, script_of
from desktop_app.resolution.model import Run, Runs, Style
from desktop_app.resolution.plain import plain

LARGEST_CELL = 32_767
"""Excel's limit, in units of UTF-16."""
_MOST_ROWS = 1_048_576
_FIRST_WIDTHS = (16, 9, 12)
_TEXT_WIDTH, _NOTES_WIDTH = 60, 36
_ABOUT_WIDTHS = (20, 12, 60, 60, 45)
_GRID = """
table { border-collapse: collapse } td, th { border: 1px solid #d0d0d0; padding: 1px 4px }
th { border-bottom: 2px solid #404040 } .first { white-space: nowrap }
"""
_WIDE = ' width="240"'
"""In pixels: so wide at least is a column of texts."""
_STEP = 500
"""Rows from one report of progress to the next."""
_TEXT_ONLY = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """The workbook. Raises ExportError for what is larger than Excel's limits."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, **_TEXT_ONLY})
    book.set_properties(
        {
            "title": excerpt.name,
            "subject": excerpt.citation,
            "category": excerpt.symbol,
            "comments": "\n".join(f"{v.provenance} {v.address}" for v in excerpt.versions),
        }
    )
    _clauses(book, excerpt, progress)
    _about(book, excerpt)
    book.close()
    return file.getvalue()


def sketch(excerpt: Excerpt) -> str:
    """The first sheet as HTML."""
    return _page(excerpt, _GRID, "<br>")


def copied(excerpt: Excerpt) -> Copied:
    """The first sheet for the clipboard, with the facts about the texts below it: as cells between
    tabs, and as HTML that Excel takes for the same cells, none of them a formula."""
    names = [*FIRST_COLUMNS, *headings(excerpt, "Text", "Footnotes")]
    lines = [names]
    for row in table_rows(excerpt):
        words = (on_one_line(plain(runs)) for runs in (*row.texts, *row.notes))
        lines.append([neutral(cell) for cell in (excerpt.symbol, row.kind, row.label, *words)])
    about = [
        ("Document", " ".join((excerpt.citation or excerpt.title).split()), ""),
        *((version.name, version.trust, version.address) for version in excerpt.versions),
    ]
    lines += [[], *([neutral(cell) for cell in line] for line in about)]
    text = "\n".join("\t".join(line) for line in lines)
    below = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in line)}</tr>" for line in about
    )
    return Copied(plain=text, html=_page(excerpt, f"{_GRID} td {{ {TEXT_CELL} }}", BREAK, below))


def _page(excerpt: Excerpt, style: str, line_break: str, below: str = "") -> str:
    names = [*FIRST_COLUMNS, *headings(excerpt, "Text", "Footnotes")]
    head = "".join(
        f'<th align="left"{_WIDE if place >= len(FIRST_COLUMNS) else ""}>{escape(name)}</th>'
        for place, name in enumerate(names)
    )
    rows = []
    for row in table_rows(excerpt):
        first = (excerpt.symbol, row.kind, row.label)
        cells = [f'<td class="first">{escape(cell)}</td>' for cell in first]
        for version, runs in zip(excerpt.versions * 2, (*row.texts, *row.notes), strict=True):
            inner = "".join(
                f"<sup>{escape(run.text)}</sup>"
                if run.style is Style.SUPERSCRIPT
                else escape(plain((run,))).replace("\n", line_break)
                for run in runs
            )
            cells.append(f'<td lang="{version.tag}" dir="{version.direction}">{inner}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    table = f"<table><tr>{head}</tr>{''.join(rows)}{below}</table>"
    return f"<html><head><style>{style}</style></head><body>{table}</body></html>"


class _Cells:
    """Writes the cells of one language into a sheet."""

    def __init__(self, book: Workbook, sheet: Worksheet, version: Version) -> None:
        tag = version.tag
        office = SCRIPTS[script_of(tag)].office  # all others have the workbook's own
        font = office.font if office else ""
        letters = {"font_name": font} if font else {}
        side = {"align": "right", "reading_order": 2} if version.direction is Direction.RTL else {}
        self._sheet = sheet
        shape = {"text_wrap": True, "valign": "top", **letters, **side}
        self._cell: Format = book.add_format(shape)
        # What looks like a formula stays text also when somebody edits the cell.
        self._quoted: Format = book.add_format({**shape, "quote_prefix": True})
        self._level: Format = book.add_format(letters)
        self._raised: Format = book.add_format({"font_script": 1, **letters})

    def write(self, row: int, column: int, runs: Runs, label: str) -> None:
        """Writes a cell of the row of a label. Raises ExportError for more than a cell holds."""
        pieces = [self._piece(run) for run in runs if run.text]
        text = "".join(words for _, words in pieces)
        length = len(text.encode("utf-16-le")) // 2
        if length > LARGEST_CELL:
            raise ExportError(
                Message(
                    "%1 has %2 characters, more than the %3 that a cell of Excel holds; export as "
                    "CSV.",
                    (label, f"{length:,}", f"{LARGEST_CELL:,}"),
                )
            )
        shape = self._cell if neutral(text) == text else self._quoted
        if len(pieces) > 1 and any(look is self._raised for look, _ in pieces):
            rich = [part for piece in pieces for part in piece]
            self._sheet.write_rich_string(row, column, *rich, shape)
        else:
            self._sheet.write_string(row, column, text, shape)

    def _piece(self, run: Run) -> tuple[Format, str]:
        """How a part of a cell looks, and its text."""
        if run.style is Style.SUPERSCRIPT:
            return self._raised, run.text
        return self._level, plain((run,))


def _clauses(book: Workbook, excerpt: Excerpt, progress: Progress) -> None:
    sheet = book.add_worksheet("Clauses")
    top = book.add_format({"valign": "top"})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    names = [*FIRST_COLUMNS, *headings(excerpt, "Text", "Footnotes")]
    count = len(excerpt.versions)
    widths = (*_FIRST_WIDTHS, *[_TEXT_WIDTH] * count, *[_NOTES_WIDTH] * count)
    for column, (name, width) in enumerate(zip(names, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, bold)
    cells = [_Cells(book, sheet, version) for version in excerpt.versions]
    last = 0
    for last, row in enumerate(table_rows(excerpt), start=1):
        if last >= _MOST_ROWS:
            raise ExportError(
                Message(
                    "There are more rows than the %1 of a sheet of Excel; export as CSV.",
                    (f"{_MOST_ROWS:,}",),
                )
            )
        if last % _STEP == 0:
            progress(0.7 * min(last / len(excerpt.entries), 1.0))  # closing the file is the rest
        for column, text in enumerate((excerpt.symbol, row.kind, row.label)):
            sheet.write_string(last, column, text, top)
        for column, runs in enumerate((*row.texts, *row.notes), start=len(FIRST_COLUMNS)):
            if runs:
                cells[(column - len(FIRST_COLUMNS)) % count].write(last, column, runs, row.label)
    sheet.freeze_panes(1, len(FIRST_COLUMNS))
    sheet.autofilter(0, 0, last, len(names) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _about(book: Workbook, excerpt: Excerpt) -> None:
    sheet = book.add_worksheet("About")
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    plain_cell = book.add_format({"valign": "top"})
    for column, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(column, column, width)
    facts = (
        ("Document", excerpt.title),
        ("Citation", excerpt.citation),
        ("Symbol", excerpt.symbol),
        ("Written by", f"Resolution Reader {__version__}"),
    )
    for row, (name, text) in enumerate(facts):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, text, plain_cell)
    start = len(facts) + 1
    for column, name in enumerate(("Language", "Tag", "Title", "Provenance", "Official address")):
        sheet.write_string(start, column, name, bold)
    for row, version in enumerate(excerpt.versions, start=start + 1):
        cells = (version.name, version.tag, version.title, version.trust, version.address)
        for column, text in enumerate(cells):
            sheet.write_string(row, column, text, wrapped)

"""The tables of a text in a Word document."""

from collections.abc import Callable, Sequence

from desktop_app.export.formats.docx.text import paragraph_xml
from desktop_app.resolution.model import Runs, Table
from desktop_app.resolution.plain import plain_words
from desktop_app.resolution.tables import printed_rows

_LEAST = 4
"""Letters: a column is as wide as one with so many."""
_MOST = 30
"""Letters: a column with more is no wider, since its lines break."""


def table_xml(
    runs: Runs, table: Table, width: int, rtl: bool, inline: Callable[[Runs], str]
) -> str:
    """A table so wide, in twentieths of a point. Behind it stands an empty paragraph, without
    which Word would join it with the next, or find no end of the cell that it is in."""
    cells = printed_rows(runs)
    widths = _widths(cells, width)
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    body = "".join(
        _row(row, widths, number < table.headings, rtl, inline) for number, row in enumerate(cells)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Bitext"/>{"<w:bidiVisual/>" if rtl else ""}'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020" w:firstRow="{1 if table.headings else 0}" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>{paragraph_xml('SectionEnd', '')}"
    )


def _row(
    row: Sequence[Runs],
    widths: Sequence[int],
    is_heading: bool,
    rtl: bool,
    inline: Callable[[Runs], str],
) -> str:
    style = "TableHeading" if is_heading else "TableText"
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph_xml(style, inline(cell), rtl)}</w:tc>"
        for cell, width in zip(row, widths, strict=True)
    )
    head = "<w:tblHeader/>" if is_heading else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def _widths(cells: Sequence[Sequence[Runs]], width: int) -> list[int]:
    """The widths of the columns, by the letters of their longest cells."""
    letters = [
        min(max(_LEAST, *(_letters(cell) for cell in column)), _MOST)
        for column in zip(*cells, strict=True)
    ]
    return [width * count // sum(letters) for count in letters]


def _letters(runs: Runs) -> int:
    text = plain_words(runs)
    return len(text) if text.isascii() else sum(1 + (sign >= "\u2e80") for sign in text)

"""PDF files that earlier versions have written: without what their export puts beside the text.

Labels such as "OP5" stand in the margin in small type; the first page opens with the title, and
with the citation and the address below it, in small type too; every other page has a head.
"""

from collections.abc import Sequence

from desktop_app.reading.readers.pdf.lines.characters import Page
from desktop_app.reading.readers.pdf.lines.lines import Look
from desktop_app.reading.readers.pdf.lines.rows import Row, rows

OURS = "Resolution Reader"
"""How the name of the program begins that such a file gives as its creator."""
_SMALL = 0.8
_SMALL_LINES = 0.9
"""Parts of the size of the text: labels, and the citation below the title, are smaller."""


def without_labels(page: Page, number: int, look: Look) -> Page:
    """A page, the first of which is number 0, with the text alone."""
    found = [_unlabelled(row, look) for row in rows(page.chars)]
    kept = [row for row in found if row.chars]
    kept = kept[1:] if number else kept[_length_of_title(kept, look) :]
    return page._replace(chars=tuple(char for row in kept for char in row.chars))


def _length_of_title(first: Sequence[Row], look: Look) -> int:
    """How many rows of the first page are the title: symbol, name and, in small type, citation."""
    small = False
    for at, row in enumerate(first):
        if row.size < _SMALL_LINES * look.size:
            small = True
        elif small:
            return at
    return 0


def _unlabelled(row: Row, look: Look) -> Row:
    """A row without its label, which stands in smaller type beside words of the text."""
    largest = max(char.size for char in row.chars)
    if largest < _SMALL * look.size:
        return row
    chars = [c for c in row.chars if c.size >= _SMALL * look.size or c.number in row.raised]
    return Row(row.base, row.size, chars, row.raised)

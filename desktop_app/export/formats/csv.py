"""An excerpt as comma-separated values, RFC 4180: one row for each clause, in UTF-8 with a
signature, so that Excel knows the encoding.

Source and provenance have columns at the end of every row, so the table has no lines above its
header, and a row cut out still tells its origin. Footnote marks are [1]; emphasis is left out.
Raised characters, such as a mark without a footnote, are written in superscripts (10⁶) or behind ^.

A cell gets an apostrophe before it if a spreadsheet would take it for a formula, as OWASP
recommends: if it begins with = + - @ or their full-width forms, even behind white space, or with
a tab or a line break. So does a cell with an apostrophe there already: a program reading the table
takes one apostrophe away.
"""

import csv
import io

from desktop_app.common.messages import Message
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Progress, silent
from desktop_app.export.formats.format import Footnotes, Format
from desktop_app.export.shared.cells import neutral
from desktop_app.export.shared.tabular import FIRST_COLUMNS, headings, table_rows
from desktop_app.resolution.plain import plain

_STEP = 500
"""Rows from one report of progress to the next."""


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """The table; lines end with CR and LF, in cells as they are."""
    file = io.StringIO(newline="")
    write = csv.writer(file, dialect="excel", lineterminator="\r\n").writerow
    texts = headings(excerpt, "Text", "Footnotes")
    write([*FIRST_COLUMNS, *texts, *headings(excerpt, "Provenance", "Address"), "Document"])
    about = [version.trust for version in excerpt.versions]
    about += [version.address for version in excerpt.versions]
    about.append(excerpt.citation or excerpt.title)
    for place, row in enumerate(table_rows(excerpt)):
        if place % _STEP == 0:
            progress(min(place / len(excerpt.entries), 1.0))
        words = map(plain, (*row.texts, *row.notes))
        write(map(neutral, (excerpt.symbol, row.kind, row.label, *words, *about)))
    return file.getvalue().encode("utf-8-sig")


FORMAT = Format(
    key="csv",
    name="CSV",
    title=Message("Table, CSV"),
    ending="csv",
    footnotes=Footnotes.WITH_TEXT,
    render=render,
)

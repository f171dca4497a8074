"""Pages that set two languages side by side, row by row: exports of this program, and tables of two
columns as eLUNa's bitexts are.

Each language is read from the page without the other. Whether they are two versions of one text is
for the reading of structure to find.
"""

import re
from pathlib import Path

from lxml import etree

from desktop_app.reading.blocks import EXPORTED, BlockKind, Document
from desktop_app.reading.content import Content
from desktop_app.reading.readers.html.decoding import text_of
from desktop_app.reading.readers.html.document import PageReader
from desktop_app.reading.readers.html.looks import Looks
from desktop_app.reading.readers.html.notes import Notes
from desktop_app.reading.readers.html.own import Own
from desktop_app.reading.readers.html.parsing import parsed

_Element = etree._Element
_ROW = re.compile(rb"<tr[\s>]", re.IGNORECASE)
_FEWEST = 4
"""Rows of a page that sets two texts side by side."""
_PAIRED, _WITHIN = 0.7, 0.6
"""The share of the rows that have both languages, and of the words of the page that stand there."""
_LIKE = 4
"""How many times as long as the other one language can be."""
_LABEL = 12
"""Characters of the label that can stand in front of a row."""


def content(data: bytes, path: Path) -> Content | None:
    """The two languages of a page, None for a page that sets none side by side. Raises
    ReadingError."""
    if len(_ROW.findall(data)) < _FEWEST:
        return None
    text = text_of(data, path)
    first = _read(text, 0)
    second = _read(text, 1) if first else None
    if first is None or second is None:
        return None
    (source, rows), (target, other) = first, second
    if {*rows}.isdisjoint({*other} - {0}):  # one language behind the other
        return Content(texts=(source, target))
    return Content(texts=(source, target), file_rows=(rows, other))


def _read(text: str, side: int) -> tuple[Document, tuple[int, ...]] | None:
    """The blocks of one language, and the row of each."""
    root = parsed(text)
    if root is None:
        return None
    own = Own(root)
    if not (_cut_own(root, own.language, side) if own else _cut_column(root, side)):
        return None
    own = Own(root)
    reader = PageReader(root, own)
    blocks = reader.read(root)
    if side and not own:  # what stands outside of the columns goes with the first
        blocks = [block for block in blocks if block.kind is BlockKind.NOTE or reader.row_of(block)]
    stated = {"language": own.language.partition("-")[0], EXPORTED: "yes"} if own else {}
    return Document(tuple(blocks), stated), tuple(map(reader.row_of, blocks))


def _cut_own(root: _Element, first: str, side: int) -> bool:
    """Leaves one language of a page that this program exported; whether it has two."""
    cells = [one for one in root.iter("td", "div") if one.get("lang") and one.get("class") is None]
    languages = [*dict.fromkeys([first, *(cell.get("lang", "") for cell in cells)])]
    if len(languages) != len(("source", "target")):
        return False
    for cell in cells:
        if cell.get("lang") != languages[side]:
            _remove(cell)
    root.set("lang", languages[side])
    return True


def _cut_column(root: _Element, side: int) -> bool:
    """Leaves one column of a page that is a table of two, with the notes that it calls; whether it
    is one."""
    table = max(root.iter("table"), key=lambda one: len(_rows(one)), default=None)
    if table is None:
        return False
    rows = [cells for row in _rows(table) if len(cells := _columns(row)) > 1]
    lengths = [[_length(cell) for cell in cells] for cells in rows]
    left, right = (sum(both[at] for both in lengths) for at in (0, 1))
    if (
        len(rows) < max(_FEWEST, _PAIRED * len(_rows(table)))
        or sum(all(both) for both in lengths) < _PAIRED * len(rows)
        or max(left, right) > _LIKE * min(left, right)
        or left + right < _WITHIN * _length(root)
    ):
        return False
    notes = Notes(root, Looks(root))
    others = {link for cells in rows for link in cells[1 - side].iter("a")}
    called = {mark.text for link, mark in notes.calls.items() if link not in others}
    for holder, note in notes.notes.items():
        if note.label not in called:
            _remove(holder)
    for cells in rows:
        _remove(cells[1 - side])
    return True


def _rows(table: _Element) -> list[_Element]:
    """The rows of a table without those of tables in it."""
    heads = [one for one in table if one.tag in ("thead", "tbody", "tfoot")]
    return [row for part in (table, *heads) for row in part if row.tag == "tr"]


def _columns(row: _Element) -> list[_Element]:
    """The two cells of a row with a text each, behind its label if it has one; [] for a row of any
    other shape."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) == len(("label", "source", "target")) and _length(cells[0]) <= _LABEL:
        _remove(cells.pop(0))
    return cells if len(cells) == len(("source", "target")) else []


def _length(element: _Element) -> int:
    return sum(len(text.strip()) for text in map(str, element.itertext()))


def _remove(element: _Element) -> None:
    """Takes an element out of its page; what stands behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)

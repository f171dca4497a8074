"""The rows of a table of a page while they are read."""

from lxml import etree

from desktop_app.reading.readers import tables

_CELLS = frozenset({"td", "th"})


class OpenTable:
    """Takes the cells of a table. One that takes up several rows or columns leaves empty cells
    there."""

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self.rows: list[tables.Row] = []
        self._below: dict[int, int] = {}
        """The columns that cells of rows above take up, and in how many rows from now on."""
        self._taken: frozenset[int] = frozenset()
        """Those of the open row."""
        self._cells = self._gaps = 0

    def begin_row(self) -> None:
        self.rows.append(tables.Row([]))
        self._taken = frozenset(self._below)
        self._below = {column: rows - 1 for column, rows in self._below.items() if rows > 1}

    def add(self, element: etree._Element, cell: tables.Cell) -> None:
        """Adds a cell to the open row."""
        if not self.rows:
            self.begin_row()
        cells = self.rows[-1].cells
        while len(cells) in self._taken and self._leave_out(1):
            pass
        first = len(cells)
        cells.append(cell)
        self._cells += 1
        self._leave_out(_span(element, "colspan") - 1)
        rows = _span(element, "rowspan")
        for column in range(first, min(len(cells), tables.WIDEST) if rows > 1 else first):
            self._below[column] = rows - 1

    def _leave_out(self, count: int) -> bool:
        """Leaves so many cells of the open row out, unless there are more gaps than in any table:
        its rows will be paragraphs."""
        if self._gaps > tables.most_gaps(self._cells):
            return False
        self.rows[-1].cells.extend([tables.GAP] * count)
        self._gaps += count
        return True

    def end_row(self, element: etree._Element) -> None:
        """Ends the open row: one in the head of a table is a heading, as is one of nothing but
        heads of columns."""
        parent = element.getparent()
        of_head = parent is not None and parent.tag == "thead"
        heads = all(cell.tag == "th" for cell in element if cell.tag in _CELLS)
        if self.rows:
            self.rows[-1] = self.rows[-1]._replace(is_heading=of_head or heads)


def _span(element: etree._Element, name: str) -> int:
    """How many rows or columns a cell takes up."""
    stated = element.get(name, "").strip()
    is_number = stated.isascii() and stated.isdecimal() and len(stated) <= len("65534")
    return min(max(int(stated), 1), _MOST[name]) if is_number else 1


_MOST = {"colspan": tables.WIDEST, "rowspan": 65_534}

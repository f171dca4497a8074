"""Pages that this program exported: what it says about a text is no part of it."""

from lxml import etree

_HEADING = "heading"
"""The class of the row of a heading."""
_TABLE = "own"
"""The class of a table of the text, and of its cells."""


class Own:
    """Tells in such a page what is of the text in its first language; it stands beside the other
    one, above it, or before the whole."""

    def __init__(self, root: etree._Element) -> None:
        about = root.find(".//div[@class='about']")
        rows = root.find(".//table/tr/th[@scope='row']")
        self.language = root.get("lang", "") if about is not None and rows is not None else ""

    def __bool__(self) -> bool:
        return bool(self.language)

    def is_left_out(self, element: etree._Element) -> bool:
        """Whether an element is about the text, or in the other language."""
        tag = element.tag
        if tag in ("h1", "h2") or element.get("class") == "about":
            return True
        if tag == "th" and element.get("class") != _TABLE:
            return True
        language = element.get("lang")
        return tag in ("td", "div") and language is not None and language != self.language

    def holds_text(self, table: etree._Element) -> bool:
        """Whether a table holds the text, and is none of the text's own."""
        return table.get("class") != _TABLE

    def is_of_heading(self, cell: etree._Element) -> bool:
        """Whether a cell is in the row of a heading."""
        row = cell.getparent()
        return row is not None and _HEADING in row.get("class", "").split()

"""Pages that this program exported: what it says about a text is no part of it."""

from lxml import etree

_HEADING = "heading"
"""The class of the row of a heading."""


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
        if tag in ("h1", "h2", "th") or element.get("class") == "about":
            return True
        language = element.get("lang")
        return tag in ("td", "div") and language is not None and language != self.language

    def is_heading(self, row: etree._Element) -> bool:
        """Whether a row of the table is a heading."""
        return _HEADING in row.get("class", "").split()

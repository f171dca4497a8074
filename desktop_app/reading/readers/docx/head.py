"""What the head of the first page says: the masthead of the UN's template stands there."""

from collections.abc import Sequence

from lxml import etree

from desktop_app.reading.blocks import Block
from desktop_app.reading.readers.docx.names import R, W, is_on, value

_LOOKED_AT = 30
"""Blocks at the head of the text in which a line of the page's head can stand again."""


def part_of(section: etree._Element | None) -> str:
    """The id of the relation to the head of the first page of a section, "" for none."""
    if section is None:
        return ""
    of_first = is_on(value(section, "titlePg"))
    kind = "first" if of_first else "default"
    for one in section.iterchildren(f"{W}headerReference"):
        if one.get(f"{W}type") == kind:
            return one.get(f"{R}id", "")
    return ""


def above(head: Sequence[Block], text: Sequence[Block]) -> list[Block]:
    """The lines of the page's head that the text does not begin with itself, and that are no number
    of a page."""
    again = {block.text.strip() for block in text[:_LOOKED_AT]}
    return [
        block
        for block in head
        if block.text.strip() and block.text.strip() not in again and not block.text.isdecimal()
    ]

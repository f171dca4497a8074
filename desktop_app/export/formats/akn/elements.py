"""Elements of Akoma Ntoso, made with lxml."""

from lxml import etree

from desktop_app.export.shared.emphasis import emphasis_letter
from desktop_app.export.shared.xml_text import append_words
from desktop_app.reading.readers.akn.names import NAMESPACE
from desktop_app.resolution.model import Style

Element = etree._Element


def add(parent: Element, tag: str, **attributes: str) -> Element:
    """Adds an element with its attributes."""
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)


def append_run(element: Element, text: str, style: Style, language: str) -> Element:
    """Appends words in a style; `language` is the tag of theirs. Returns the element that they are
    in."""
    tag = {Style.EMPHASIS: emphasis_letter(language), Style.SUPERSCRIPT: "sup"}.get(style)
    inside = add(element, tag) if tag else element
    append(inside, text)
    return inside


def append(element: Element, text: str) -> None:
    """Appends words, with an element for each line break."""
    for place, line in enumerate(text.split("\n")):
        if place:
            add(element, "eol")
        if line:
            append_words(element, line)


_WITH_WORDS = frozenset(f"{{{NAMESPACE}}}{tag}" for tag in ("p", "num", "heading", "crossHeading"))


def indent(element: Element, level: int = 0) -> None:
    """Puts each element on a line of its own, except within words, where a space would be a
    character of the text."""
    if not len(element) or element.tag in _WITH_WORDS:
        return
    element.text = "\n" + "  " * (level + 1)
    for child in element:
        indent(child, level + 1)
        child.tail = element.text
    element[-1].tail = "\n" + "  " * level

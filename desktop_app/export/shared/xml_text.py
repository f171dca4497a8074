"""Words in XML: the characters that it cannot hold, and words behind the elements of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import astuple
from typing import TYPE_CHECKING

from desktop_app.common.messages import Message
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import ExportError
from desktop_app.resolution.labels import label

if TYPE_CHECKING:  # formats that are no XML check their characters as well
    from lxml import etree

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters outside Char of XML 1.0: most control characters, halves of surrogate pairs, U+FFFE
and U+FFFF. No entity can stand for these either."""


def check(excerpt: Excerpt, format_name: str) -> None:
    """Raises ExportError for a character that XML cannot hold; the message names its place, the
    character and what to do. `format_name` is what a person calls the format."""
    for place, text in _texts(excerpt):
        found = _FORBIDDEN.search(text)
        if found:
            character = ord(found[0])
            facts = (place, f"U+{character:04X}", format_name)
            # Half a surrogate pair is in no encoding, and so in no text file.
            template = _HALF if 0xD800 <= character <= 0xDFFF else _CONTROL
            raise ExportError(template._replace(arguments=facts))


_HALF = Message("%1 holds the character %2, which %3 cannot hold; take it out of the file.")
_CONTROL = Message(
    "%1 holds the character %2, which %3 cannot hold; export as plain text, or take it out of the "
    "file."
)


def append_words(element: etree._Element, text: str) -> None:
    """Appends words to an element, behind the elements that it has. These are not counted: lxml
    counts them one by one."""
    last = next(element.iterchildren(reversed=True), None)
    if last is None:
        element.text = (element.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _texts(excerpt: Excerpt) -> Iterator[tuple[str, str]]:
    """Every text that may be written, with a name for its place."""
    for entry in excerpt.entries:
        for paragraphs in entry.texts:
            for paragraph in paragraphs:
                name = label(paragraph.id)
                yield name, paragraph.mark
                yield from ((name, run.text) for run in paragraph.runs)
    for note in excerpt.notes:
        name = f"Footnote {note.mark}"
        yield "The mark of a footnote", note.mark
        for side in range(len(excerpt.versions)):
            yield from ((name, run.text) for run in note.whole(side))
    for version in excerpt.versions:
        yield from (("The masthead", text) for text in astuple(version))
    yield from (("The masthead", text) for text in (excerpt.symbol, excerpt.citation))
    for text in excerpt.texts:
        fields = (*text.masthead, text.address)
        yield from (("The masthead", field) for field in fields if isinstance(field, str))

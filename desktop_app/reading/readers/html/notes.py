"""Footnotes of a page: the links that are marks, and the elements that hold their notes.

Word, LibreOffice, wikis, pandoc and this program all write a mark as a link to its note, and most
write a link back. A mark is raised, in brackets, or named as one.
"""

import re
from typing import NamedTuple

from lxml import etree

from desktop_app.reading.readers.html.looks import Looks
from desktop_app.reading.readers.setting import BRACKETS, Labels
from desktop_app.resolution.model import Run

_SIGN = re.compile(r"[\[(]?\s*(\d{1,4}|[*†‡§]{1,4}|[a-z]|[ivx]{1,6})\s*[\])]?")
_NAMED = re.compile(r"ftn|foot|fn|note|cite|ref|sdfoot|sdend", re.IGNORECASE)
"""What the names of notes and of marks have in them."""
_HOLDERS = frozenset({"li", "tr", "dd", "aside", "p", "div", "section"})
_WHOLE = frozenset({"li", "tr", "dd", "aside", "div"})
"""Elements that hold a note with all its paragraphs, and have its name."""
_BACK = frozenset({"mw-cite-backlink", "footnote-back", "footnote-backref"})
_RAISED_ABOVE = 4
"""Elements in which the element that raises a mark can stand above it."""


class _Note(NamedTuple):
    """A note: the element that holds it, its label, "" for none, and its mark."""

    holder: etree._Element
    label: str
    mark: str


class Notes:
    """The marks and notes of one page."""

    def __init__(self, root: etree._Element, looks: Looks) -> None:
        self._looks = looks
        self.calls: dict[etree._Element, Run] = {}
        """The links that are marks, each with the mark."""
        self.notes: dict[etree._Element, _Note] = {}
        """The elements that hold notes."""
        self._find(root)

    def _find(self, root: etree._Element) -> None:
        links = [link for link in root.iter("a") if link.get("href", "").startswith("#")]
        if not links:
            return
        targets = _targets(root)
        places = {element: place for place, element in enumerate(root.iter())}
        labels = Labels()
        marks: dict[etree._Element, Run] = {}
        back: set[str] = set()
        for link in links:
            found = _SIGN.fullmatch(_text(link))
            name = link.get("href", "")[1:]
            if not found or name in back or not self._is_mark(link, name):
                continue
            holder = _holder(targets.get(name))
            if holder is None or places[holder] <= places[link] or link in holder.iter("a"):
                continue
            if holder not in marks:
                label, marks[holder] = labels.give(found[1])
                self.notes[holder] = _Note(holder, label, found[1])
            self.calls[link] = marks[holder]
            back.update(_names(link))

    def _is_mark(self, link: etree._Element, name: str) -> bool:
        text = _text(link)
        if text[:1] in BRACKETS or self._is_raised(link):
            return True
        return bool(_NAMED.search(f"{name} {link.get('class', '')}"))

    def _is_raised(self, link: etree._Element) -> bool:
        above = [link, *link.iter(), *_above(link, _RAISED_ABOVE)]
        return any(self._looks.of(one).raised for one in above)


def _text(link: etree._Element) -> str:
    return "".join(map(str, link.itertext())).strip()


def is_back(element: etree._Element) -> bool:
    """Whether an element in a note only leads back to its mark."""
    return not _BACK.isdisjoint(element.get("class", "").split())


def _targets(root: etree._Element) -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    for element in root.iter():
        for name in ("id", "name"):
            stated = element.get(name)
            if stated:
                found.setdefault(stated, element)
    return found


def _holder(target: etree._Element | None) -> etree._Element | None:
    """The element that holds the note in which a target stands."""
    holder = target
    while holder is not None and holder.tag not in _HOLDERS:
        holder = holder.getparent()
    if holder is None or holder.tag in _WHOLE:
        return holder
    above = holder.getparent()
    if above is not None and above.tag in _WHOLE and above.get("id") and above[0] is holder:
        return above
    return holder


def _names(link: etree._Element) -> list[str]:
    """The names by which a note can lead back to a mark."""
    found = [link.get("id"), link.get("name"), *(one.get("id") for one in _above(link, 1))]
    return [name for name in found if name]


def _above(element: etree._Element, count: int) -> list[etree._Element]:
    above: list[etree._Element] = []
    parent = element.getparent()
    while parent is not None and len(above) < count and parent.tag not in _HOLDERS:
        above.append(parent)
        parent = parent.getparent()
    return above

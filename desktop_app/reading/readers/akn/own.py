"""Files that this program wrote, to texts equal to those that they were made of.

All but the words stands in the metadata, and the elements say whose words they hold. In a file that
was changed since, these no longer go together; then it is read as any other.
"""

import json
from collections.abc import Iterator

from lxml import etree

from desktop_app.reading.readers.akn.names import (
    HEADING,
    ID,
    JOINED,
    NUMBER,
    PART,
    PROPRIETARY,
    ROWS,
    STRUCTURE,
    STYLE,
    A,
)
from desktop_app.reading.skeleton import ChangedError, Held, Name, filled
from desktop_app.resolution import tables
from desktop_app.resolution.bitext import Row
from desktop_app.resolution.model import Resolution, Run, Runs, Style
from desktop_app.resolution.runs import merged
from desktop_app.resolution.serial import SerialError

_Element = etree._Element
_HELD = {ID: Held.WORDS, PART: Held.PART, HEADING: Held.HEADING, NUMBER: Held.NUMBER}
"""The attributes that name what an element has the words of."""
_STYLES = {f"{A}i": Style.EMPHASIS, f"{A}b": Style.EMPHASIS, f"{A}sup": Style.SUPERSCRIPT}
_WORDED = frozenset(f"{A}{tag}" for tag in ("p", "heading", "crossHeading", "num"))
_LEFT_OUT = frozenset({f"{A}meta", PROPRIETARY})


def text_of(document: _Element) -> Resolution | None:
    """The text of a document that this program wrote; None for any other, and for one that was
    changed."""
    stated = next(document.iter(STRUCTURE), None)
    if stated is None:
        return None
    try:
        return filled(json.loads(stated.text or ""), _Words(document).held)
    except (ChangedError, SerialError, ValueError, RecursionError):
        return None


def rows_of(root: _Element) -> tuple[Row, ...]:
    """The rows of a collection that this program wrote, () for any other."""
    stated = next(root.iter(ROWS), None)
    try:
        plain = json.loads(stated.text or "") if stated is not None else []
        return tuple(
            Row((*map(str, source),), (*map(str, target),), 1.0) for source, target in plain
        )
    except (TypeError, ValueError, RecursionError):
        return ()


class _Words:
    """The words of one document, by what they belong to."""

    def __init__(self, document: _Element) -> None:
        self._notes = {
            note.get("eId", ""): paragraph.get(ID, "")
            for note in document.iter(f"{A}authorialNote")
            for paragraph in note
        }
        self.held: dict[Name, Runs] = {}
        for element in _worded(document):
            self._take(element)

    def _take(self, element: _Element) -> None:
        for key, held in _HELD.items():
            id = element.get(key)
            if id is not None:
                name = held, id
                break
        else:
            raise ChangedError("there are words of nothing")
        if name in self.held:
            raise ChangedError("there are words twice")
        if element.tag == f"{A}table":
            if not all(len(cell) for row in element for cell in row):
                raise ChangedError("a cell is empty")
            runs = tables.of_rows([self._runs(cell[0]) for cell in row] for row in element)
        else:
            runs = self._runs(element)
        self.held[name] = runs

    def _runs(self, element: _Element) -> Runs:
        """The words in an element and in those below it."""
        out: list[Run] = []
        self._add(out, element, Style.PLAIN)
        return merged(run for run in out if run.text)

    def _add(self, out: list[Run], element: _Element, style: Style) -> None:
        style = _STYLES.get(str(element.tag), style)
        if element.get(STYLE) == Style.MARK:
            style = Style.MARK
        text = element.text or ""
        if element.get(JOINED) and out and out[-1].style is style:
            out[-1] = out[-1]._replace(text=out[-1].text + text)
        elif text or element.tag in _STYLES:  # a run of its own, whatever stands before it
            out.append(Run(text, style))
        for child in element:
            tag = str(child.tag).removeprefix(A)
            if tag == "eol":
                _extend(out, "\n", style)
            elif tag in ("authorialNote", "noteRef"):
                eid = child.get("eId", "") or child.get("href", "")[1:]
                out.append(Run(child.get("marker", ""), Style.MARK, self._notes.get(eid, "")))
            elif child.get("status") != "editorial":
                self._add(out, child, style)
            _extend(out, child.tail or "", style)


def _extend(out: list[Run], text: str, style: Style) -> None:
    """Adds words behind an element, to those before it if they are of one raised run."""
    if style in (Style.SUPERSCRIPT, Style.MARK) and out and out[-1][1:] == (style, ""):
        out[-1] = out[-1]._replace(text=out[-1].text + text)
    elif text:
        out.append(Run(text, style))


def _worded(document: _Element) -> Iterator[_Element]:
    """The elements with words of the text, and not of what the program says about it."""
    walk = etree.iterwalk(document, events=("start",))
    for _, element in walk:
        if element.tag in _LEFT_OUT or element.get("status") == "editorial":
            walk.skip_subtree()
        elif element.tag == f"{A}table":
            yield element
            yield from (p for note in element.iter(f"{A}authorialNote") for p in note)
            walk.skip_subtree()
        elif element.tag in _WORDED and not _is_bare(element):
            yield element


def _is_bare(element: _Element) -> bool:
    """Whether an element holds no words: the place of a clause that was not chosen, and that of
    the footnotes which nothing calls."""
    has_words = any((text or "").strip() for text in (element.text, *(c.tail for c in element)))
    return not has_words and {ID, PART, NUMBER}.isdisjoint(element.keys())

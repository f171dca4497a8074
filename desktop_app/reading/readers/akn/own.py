"""Files that this program wrote, to texts equal to those that they were made of.

All but the words stands in the metadata, and the elements say whose words they hold. In a file that
was changed since, these no longer go together; then it is read as any other.
"""

import json
from collections.abc import Iterator

from lxml import etree

from desktop_app.reading.readers.akn.names import (
    HEADING,
    HELD,
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
from desktop_app.reading.readers.sound import check
from desktop_app.resolution import tables
from desktop_app.resolution.bitext import Row
from desktop_app.resolution.model import (
    Clause,
    Footnote,
    Line,
    Part,
    Resolution,
    Run,
    Runs,
    Style,
    words,
)
from desktop_app.resolution.runs import merged
from desktop_app.resolution.serial import SerialError, load_resolution

_Element = etree._Element
_HELD: Runs = (Run(HELD),)
_STYLES = {f"{A}i": Style.EMPHASIS, f"{A}b": Style.EMPHASIS, f"{A}sup": Style.SUPERSCRIPT}
_WORDED = frozenset(f"{A}{tag}" for tag in ("p", "heading", "crossHeading", "num"))
_LEFT_OUT = frozenset({f"{A}meta", PROPRIETARY})


class _ChangedError(Exception):
    """The words and the structure of a file do not go together."""


def text_of(document: _Element) -> Resolution | None:
    """The text of a document that this program wrote; None for any other, and for one that was
    changed."""
    stated = next(document.iter(STRUCTURE), None)
    if stated is None:
        return None
    try:
        structure = load_resolution(json.loads(stated.text or ""))
        text = _Words(document).filled(structure)
        check(text)
    except (_ChangedError, SerialError, ValueError, RecursionError):
        return None
    return text


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
        self._words: dict[tuple[str, str], Runs] = {}
        for element in _worded(document):
            self._take(element)

    def _take(self, element: _Element) -> None:
        for key in (ID, PART, HEADING, NUMBER):
            name = element.get(key)
            if name is not None:
                break
        else:
            raise _ChangedError("there are words of nothing")
        if (key, name) in self._words:
            raise _ChangedError("there are words twice")
        if element.tag == f"{A}table":
            if not all(len(cell) for row in element for cell in row):
                raise _ChangedError("a cell is empty")
            runs = tables.of_rows([self._runs(cell[0]) for cell in row] for row in element)
        else:
            runs = self._runs(element)
        self._words[key, name] = runs

    def filled(self, structure: Resolution) -> Resolution:
        """The structure with its words."""
        found = structure._replace(
            head=tuple(map(self._line, structure.head)),
            parts=tuple(map(self._part, structure.parts)),
            closing=tuple(map(self._line, structure.closing)),
            footnotes=tuple(map(self._note, structure.footnotes)),
        )
        if self._words:
            raise _ChangedError("there are words of nothing")
        return found

    def _line(self, line: Line) -> Line:
        return line._replace(runs=self._of(ID, line.id, line.runs))

    def _note(self, note: Footnote) -> Footnote:
        return note._replace(runs=self._of(ID, note.id, note.runs))

    def _part(self, part: Part) -> Part:
        return part._replace(
            heading=self._of(PART, part.id, part.heading),
            clauses=tuple(map(self._clause, part.clauses)),
            parts=tuple(map(self._part, part.parts)),
        )

    def _clause(self, clause: Clause) -> Clause:
        number = self._words.pop((NUMBER, clause.id), ())
        if words(number) != clause.mark:
            raise _ChangedError("a number is another")
        return clause._replace(
            heading=self._of(HEADING, clause.id, clause.heading),
            runs=self._of(ID, clause.id, clause.runs),
            clauses=tuple(map(self._clause, clause.clauses)),
        )

    def _of(self, key: str, name: str, held: Runs) -> Runs:
        """The words of something, which has some if the structure holds words for it."""
        found = self._words.pop((key, name), ())
        if held not in ((), _HELD) or bool(held) != bool(found):
            raise _ChangedError("words are missing")
        return found

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

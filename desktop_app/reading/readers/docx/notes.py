"""Footnotes and endnotes: the marks that Word computes for them, and their texts."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.readers.docx.counting import formatted
from desktop_app.reading.readers.docx.names import W, number, value
from desktop_app.reading.readers.setting import BRACKETS, Labels
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Run, Runs, Style, words

_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}
"""How notes of a kind are numbered where the file does not say."""

Paragraphs = Callable[[etree._Element], list[Runs]]
"""Reads the paragraphs of a note."""


class _Counting(NamedTuple):
    """How a section numbers its notes of a kind."""

    form: str
    start: int
    restarts: str


class _Called(NamedTuple):
    label: str
    mark: str
    is_own: bool
    note: etree._Element


class Notes:
    """Numbers the notes as they are called. A mark holds the label of its note, which is what the
    page prints, with a count behind it where two notes have one mark."""

    def __init__(
        self,
        roots: dict[str, etree._Element | None],
        settings: etree._Element | None,
        sections: Sequence[etree._Element],
    ) -> None:
        self._notes = {
            (kind, note.get(f"{W}id", "")): note
            for kind, root in roots.items()
            if root is not None
            for note in root.iterchildren(f"{W}{kind}")
            if note.get(f"{W}type") in (None, "normal")
        }
        self._counting = {
            kind: [_counting(kind, settings, section) for section in (*sections, None)]
            for kind in _FORMATS
        }
        self._section = 0
        self._counts = {kind: self._counting[kind][0].start - 1 for kind in _FORMATS}
        self._marks: dict[tuple[str, str], Run] = {}
        self._labels = Labels()
        self._called: list[_Called] = []

    def call(self, kind: str, id: str, own: str) -> Run:
        """The mark of a note in the text; `own` is the one that the file gives it, "" where it is
        counted. What is called again has its mark again."""
        key = kind, id
        if key in self._marks:
            return self._marks[key]
        mark = own.strip(BRACKETS).strip() or own
        if not mark:
            self._counts[kind] += 1
            mark = formatted(self._counts[kind], self._now(kind).form)
        label, run = self._labels.give(mark)
        self._marks[key] = run
        note = self._notes.get(key)
        if note is not None:
            self._called.append(_Called(label, mark, bool(own), note))
        return run

    def take(self, paragraphs: Paragraphs) -> Iterator[Block]:
        """The notes that were called since the last time, in the order of their marks."""
        called, self._called = self._called, []
        for one in called:
            runs = styled.join(paragraphs(one.note), lambda left, right: "\n")
            runs = _without_mark(runs, one.mark if one.is_own else "")
            if not words(runs).strip():
                continue
            if one.label:
                yield Block(BlockKind.NOTE, runs, number=one.label)
            else:
                yield Block(BlockKind.PARAGRAPH, (Run(one.mark, Style.SUPERSCRIPT), *runs))

    def end_section(self) -> None:
        """Begins the numbers anew where the file says so for each section."""
        self._section += 1
        self._begin_anew("eachSect")

    def end_page(self) -> None:
        """The same for each page, as the program that wrote the file broke it."""
        self._begin_anew("eachPage")

    def _begin_anew(self, where: str) -> None:
        for kind in _FORMATS:
            now = self._now(kind)
            if now.restarts == where:
                self._counts[kind] = now.start - 1

    def _now(self, kind: str) -> _Counting:
        sections = self._counting[kind]
        return sections[min(self._section, len(sections) - 1)]


def _counting(
    kind: str, settings: etree._Element | None, section: etree._Element | None
) -> _Counting:
    """How notes of a kind are numbered: as the section says, else the document."""
    form, start, restarts = _FORMATS[kind], "1", ""
    for place in (settings, section):
        stated = place.find(f"{W}{kind}Pr") if place is not None else None
        form = value(stated, "numFmt") or form
        start = value(stated, "numStart") or start
        restarts = value(stated, "numRestart") or restarts
    return _Counting(form, number(start, 1), restarts)


def _without_mark(runs: Runs, own: str) -> Runs:
    """The words of a note without the mark at their head, and without raised brackets that stood
    around a counted one."""
    runs = styled.strip(runs)
    text = words(runs)
    if own and text.lstrip(BRACKETS).startswith(own):
        start = text.index(own) + len(own)
        rest = text[start:]
        start += len(rest) - len(rest.lstrip(BRACKETS + " ")) if text[:1] in BRACKETS else 0
        return styled.strip(styled.cut(runs, start))
    first = runs[0] if runs else None
    if first and first.style is Style.SUPERSCRIPT and not first.text.strip(BRACKETS + " "):
        return styled.strip(runs[1:])
    return runs

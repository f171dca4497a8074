"""The pages of a PDF to the blocks of a document."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice, pairwise, repeat
from typing import NamedTuple

from desktop_app.grammar.characters import ENDS_NO_HEADING, last_sign
from desktop_app.reading.blocks import Block, BlockKind, Document, Stretch, unraised
from desktop_app.reading.readers.pdf.lines.characters import Page
from desktop_app.reading.readers.pdf.lines.lines import Line, Look, page_lines
from desktop_app.reading.readers.pdf.lines.margins import with_margins
from desktop_app.reading.readers.pdf.lines.ours import OURS, without_labels
from desktop_app.reading.readers.pdf.lines.spaces import settled
from desktop_app.reading.readers.pdf.lines.vocabulary import Vocabulary
from desktop_app.reading.readers.pdf.paragraphs.furniture import without_furniture
from desktop_app.reading.readers.pdf.paragraphs.hyphens import between
from desktop_app.reading.readers.pdf.paragraphs.notes import NoteLines, mark_of, split_notes
from desktop_app.reading.readers.pdf.paragraphs.paragraphs import Joint, Paragraph, Paragraphs
from desktop_app.reading.readers.pdf.paragraphs.tables import table_of
from desktop_app.reading.readers.setting import as_heading
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Run, Runs, Style

_LONGEST_HEADING = 300
_SAMPLE = 30
"""Pages that tell how a document is set."""


class Text(NamedTuple):
    """The lines of a document, how it is set, and its pages without their characters."""

    lines: list[Line]
    look: Look
    pages: list[Page]


def text_of(pages: Iterator[Page], creator: str) -> Text:
    """The lines of pages, of which only the first are kept at a time: the characters of a long
    document take much memory. `creator` is the program that the file says it was made with."""
    first = deque(islice(pages, _SAMPLE))
    look = Look(first)
    lines: list[Line] = []
    bare: list[Page] = []
    while page := first.popleft() if first else next(pages, None):
        number = len(bare)
        bare.append(page._replace(chars=()))
        if creator.startswith(OURS):
            page = without_labels(page, number, look)
        column = lines[-1].column + 1 if lines else 0
        lines += page_lines(page, number, column, look)
    return Text(lines, look, bare)


def document(read: Text, stated: dict[str, str]) -> Document:
    """The lines as blocks; `stated` goes into the metadata."""
    lines = without_furniture(read.lines)
    if not lines:
        return Document((), stated)
    words = Vocabulary(line.text for line in lines)
    lines = [replace(line, runs=settled(line.runs, words)) for line in lines]
    text, notes = split_notes(lines, read.pages, read.look)
    marks = _Marks(notes)
    marks.see(text)
    writer = _Writer(read.look, words, marks)
    found = Paragraphs(with_margins(text, read.look), read.look).read() if text else []
    printed = [_stretch(line, read) for paragraph in found for line in _in_order(paragraph.lines)]
    printed += [_stretch(line, read, is_note=label) for label, line in marks.lines()]
    blocks = (*map(writer.block, found), *marks.blocks(words))
    return Document(blocks, stated, printed=tuple(printed))


def _in_order(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a paragraph, those of a table cell by cell."""
    places = [line.place for line in lines if line.place]
    if len(places) < len(lines):
        return lines
    cells = [(line.page, place[:3], line) for line, place in zip(lines, places, strict=True)]
    return [line for *_, line in sorted(cells, key=lambda cell: cell[:2])]


def _stretch(line: Line, read: Text, *, is_note: bool = False) -> Stretch:
    """A line and where it is printed."""
    box = read.pages[line.page].frame.line(line.left, line.right, line.base, line.size)
    return Stretch(unraised(line.runs), line.page + 1, box, line.column, is_note)


class _Marks:
    """The labels of the notes: their marks, with a count where one is used anew (1, 1-2)."""

    def __init__(self, notes: Sequence[NoteLines]) -> None:
        self._notes: list[tuple[str, list[Line]]] = []
        self._labels: dict[int, dict[str, str]] = defaultdict(dict)
        self._surely: set[str] = set()
        taken: Counter[str] = Counter()
        for note in notes:
            if not note.mark and self._notes:
                self._notes[-1][1].extend(note.lines)
                continue
            taken[note.mark] += 1
            count = taken[note.mark]
            label = note.mark if count == 1 else f"{note.mark}-{count}"
            self._labels[note.page].setdefault(note.mark, label)
            self._notes.append((label, list(note.lines)))

    def see(self, lines: Sequence[Line]) -> None:
        """Keeps which notes are called from behind a word or a sign: a raised number behind a digit
        that is one of theirs is an exponent (10⁶)."""
        for line in lines:
            for before, run in pairwise(line.runs):
                if run.style is Style.SUPERSCRIPT and not before.text[-1:].isdecimal():
                    self._surely.add(self._label(run.text, line.page))

    def label(self, sign: str, page: int, before: str) -> str:
        """The label of the note that a raised sign behind other words calls, "" if the page and the
        next have none."""
        label = self._label(sign, page)
        return "" if before[-1:].isdecimal() and label in self._surely else label

    def _label(self, sign: str, page: int) -> str:
        sign = mark_of(sign)
        return self._labels[page].get(sign, "") or self._labels[page + 1].get(sign, "")

    def lines(self) -> Iterator[tuple[bool, Line]]:
        """The lines of the notes; whether each is of a note with a mark."""
        for label, lines in self._notes:
            for line in lines:
                yield bool(label), line

    def blocks(self, words: Vocabulary) -> list[Block]:
        """The notes."""
        return [
            Block(BlockKind.NOTE, _one([line.runs for line in lines], words), number=label)
            if label
            else Block(BlockKind.PARAGRAPH, _one([line.runs for line in lines], words))
            for label, lines in self._notes
        ]


class _Writer:
    """Makes blocks of paragraphs."""

    def __init__(self, look: Look, words: Vocabulary, marks: _Marks) -> None:
        self._look = look
        self._words = words
        self._marks = marks

    def block(self, paragraph: Paragraph) -> Block:
        """A paragraph, a heading or a table."""
        if paragraph.lines[0].place:
            return self._table(paragraph.lines)
        out = [*self._marked(paragraph.lines[0])]
        for line, joint in zip(paragraph.lines[1:], paragraph.joints, strict=True):
            own = self._marked(line)
            if joint is Joint.SAME:
                _append(out, own, self._words)
            else:
                out += [Run("\t" if joint is Joint.CELL else "\n"), *own]
        runs = styled.strip(_close(styled.merged(out)))
        level = self._heading_level(paragraph, runs)
        if level:
            return Block(BlockKind.HEADING, as_heading(runs), level=level)
        return Block(BlockKind.PARAGRAPH, runs)

    def _table(self, lines: Sequence[Line]) -> Block:
        return table_of(
            [(line, self._marked(line)) for line in lines], partial(_one, words=self._words)
        )

    def _marked(self, line: Line) -> Runs:
        """The words of a line with raised signs that call a note as marks."""
        before = ("", *(run.text for run in line.runs))
        return tuple(map(self._mark, line.runs, before, repeat(line.page)))

    def _mark(self, run: Run, before: str, page: int) -> Run:
        if run.style is not Style.SUPERSCRIPT:
            return run
        label = self._marks.label(run.text, page, before)
        return Run(label, Style.MARK) if label else run

    def _heading_level(self, paragraph: Paragraph, runs: Runs) -> int:
        """1 for the largest type, 2 for a larger one than usual, 0 for what is no heading."""
        text = "".join(run.text for run in runs)
        if len(text) > _LONGEST_HEADING or last_sign(text) in ENDS_NO_HEADING:
            return 0
        if Joint.CELL in paragraph.joints:
            return 0
        size = min(line.size for line in paragraph.lines)
        if size >= 1.35 * self._look.size:
            return 1
        return 2 if size > 1.1 * self._look.size else 0


def _one(parts: Sequence[Runs], words: Vocabulary) -> Runs:
    """Lines as one, without the hyphens that divided words."""
    out: list[Run] = []
    for part in parts:
        _append(out, part, words)
    return styled.merged(out)


def _append(out: list[Run], part: Runs, words: Vocabulary) -> None:
    """Adds a line to those before it."""
    if out and part:
        gone, glue = between(_ending(out), _beginning(part), words)
        if gone:
            _shorten(out, gone)
        if glue:
            out.append(Run(glue, _style_between(out, part)))
    out += part


def _ending(runs: Sequence[Run]) -> str:
    return next((r.text for r in reversed(runs) if r.style in (Style.PLAIN, Style.EMPHASIS)), "")


def _beginning(runs: Sequence[Run]) -> str:
    return next((r.text for r in runs if r.style in (Style.PLAIN, Style.EMPHASIS)), "")


def _shorten(runs: list[Run], count: int) -> None:
    for at in range(len(runs) - 1, -1, -1):
        if runs[at].style in (Style.PLAIN, Style.EMPHASIS):
            runs[at] = runs[at]._replace(text=runs[at].text[:-count])
            return


def _close(runs: Runs) -> Runs:
    """The marks right behind the words they stand at: without the space that a file has before
    them where another follows."""
    out = list(runs)
    for at in range(1, len(out)):
        if out[at].style is not Style.MARK or out[at - 1].style is Style.MARK:
            continue
        behind = out[at + 1].text if at + 1 < len(out) else ""
        if not behind or not behind[0].isalnum():
            out[at - 1] = out[at - 1]._replace(text=out[at - 1].text.rstrip(" "))
    return tuple(run for run in out if run.text)


def _style_between(left: Sequence[Run], right: Sequence[Run]) -> Style:
    both = left[-1].style is Style.EMPHASIS and right[0].style is Style.EMPHASIS
    return Style.EMPHASIS if both else Style.PLAIN

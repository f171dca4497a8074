"""The lines of an export to the blocks of a document."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from desktop_app.reading.blocks import EXPORTED, Block, BlockKind, Document, Stretch, unraised
from desktop_app.reading.readers.pdf.own.lines import OwnLine
from desktop_app.resolution import runs as styled
from desktop_app.resolution import tables
from desktop_app.resolution.model import Run, Runs, Style

_CELLS = ("TD", "TH")
_Words = Callable[[Sequence[OwnLine]], Runs]


def own_document(lines: Iterable[OwnLine]) -> Document:
    """The blocks of an export, its notes behind its text."""
    parts: dict[str, list[OwnLine]] = {}
    for line in lines:
        parts.setdefault(line.mark.id, []).append(line)
    for own in parts.values():
        own.sort(key=lambda line: line.mark.line)
    notes = {id: own for id, own in parts.items() if own[0].mark.name == "Note"}
    labels = _labels(notes)

    def words(own: Sequence[OwnLine]) -> Runs:
        return styled.merged(_labelled(run, labels) for run in _joined(own))

    blocks = [_block(own, words) for id, own in parts.items() if id not in notes]
    blocks += [_note(words(own), labels[id]) for id, own in notes.items()]
    language = next((own[0].mark.language for own in parts.values()), "").partition("-")[0]
    stated = {"language": language} if language else {}
    text = (line for id, own in parts.items() if id not in notes for line in _cells(own))
    below = (line for own in notes.values() for line in own)
    printed = [_stretch(line) for line in text] + [_stretch(line, is_note=True) for line in below]
    return Document(tuple(blocks), stated | {EXPORTED: "yes"}, printed=tuple(printed))


def _cells(lines: Sequence[OwnLine]) -> Sequence[OwnLine]:
    """The lines of a table cell by cell; any others as they are."""
    return sorted(lines, key=lambda line: line.mark.cell)


def _stretch(line: OwnLine, *, is_note: bool = False) -> Stretch:
    return Stretch(unraised(line.runs), line.page + 1, line.box, is_note=is_note)


def _note(runs: Runs, label: str) -> Block:
    """A note without the mark before it; a paragraph if it has none."""
    if not runs or runs[0].style is not Style.SUPERSCRIPT:
        return Block(BlockKind.PARAGRAPH, styled.strip(runs))
    return Block(BlockKind.NOTE, styled.strip(runs[1:]), number=label)


def _labels(notes: dict[str, list[OwnLine]]) -> dict[str, str]:
    """The label of each note: its mark, with a count where one is used anew (1, 1-2)."""
    taken: Counter[str] = Counter()
    out: dict[str, str] = {}
    for id, own in notes.items():
        mark = own[0].runs[0].text.strip()
        taken[mark] += 1
        out[id] = mark if taken[mark] == 1 else f"{mark}-{taken[mark]}"
    return out


def _labelled(run: Run, labels: dict[str, str]) -> Run:
    """A mark with the label of its note; a raised sign where the note is not there."""
    if run.style is not Style.MARK:
        return run
    label = labels.get(run.note)
    return Run(label, Style.MARK) if label else Run(run.text, Style.SUPERSCRIPT)


def _joined(lines: Sequence[OwnLine]) -> Iterable[Run]:
    """The words of lines one behind the other: each has the space or the line break at its end."""
    for line in lines:
        for run in line.runs:
            yield run._replace(text=run.text.replace(tables.BREAK, "\n"))


def _block(lines: Sequence[OwnLine], words: _Words) -> Block:
    mark = lines[0].mark
    if mark.name in _CELLS:
        return _table(lines, words)
    runs = styled.strip(words(lines))
    if mark.name == "H":
        return Block(BlockKind.HEADING, runs, level=max(mark.level, 1))
    return Block(BlockKind.PARAGRAPH, runs)


def _table(lines: Sequence[OwnLine], words: _Words) -> Block:
    cells: dict[tuple[int, int], list[OwnLine]] = {}
    for line in lines:
        cells.setdefault(line.mark.cell, []).append(line)
    columns = sorted({column for _, column in cells})
    rows = [
        [styled.strip(words(cells.get((row, column), []))) for column in columns]
        for row in sorted({row for row, _ in cells})
    ]
    headings = {line.mark.row for line in lines if line.mark.name == "TH"}
    return Block(BlockKind.TABLE, tables.of_rows(rows), headings=len(headings))

"""Footnotes: which blocks are notes, and the text without them.

A note stands where the printed page ended or at the end of the file; its mark may be written
`[^1]`, `<sup>1</sup>` or ¹.
"""

from collections import Counter
from collections.abc import Sequence

from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.notes.marks import (
    Calls,
    Note,
    Notes,
    key,
    printed,
    separated,
    sign_of,
)
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Footnote, Runs


def separate(blocks: Sequence[Block]) -> tuple[list[Block], tuple[Footnote, ...]]:
    """The blocks without the notes, every mark in them tied to its note, and the notes.

    A mark whose note is missing stays a mark that calls nothing.
    """
    pieces = _one_note_a_block([block.having(separated(block.runs)) for block in blocks])
    notes = _notes(pieces)
    is_note = {note.place for note in notes}
    text = [(place, block) for place, block in enumerate(pieces) if place not in is_note]
    calls = Calls(Notes(notes), [(place, block.runs) for place, block in text])
    tied = [block.having(calls.tied(block.runs, place)) for place, block in text]
    return tied, tuple(Footnote(note.id, note.mark, calls.tied_note(note)) for note in notes)


def _notes(blocks: Sequence[Block]) -> list[Note]:
    taken: Counter[str] = Counter()
    notes: list[Note] = []
    for place, block in enumerate(blocks):
        found = _as_note(block)
        if found:
            mark, runs = found
            label = block.number if block.kind is BlockKind.NOTE else ""
            id = _id(key(mark), taken)
            notes.append(Note(place=place, mark=mark, label=label, runs=runs, id=id))
    return notes


def _one_note_a_block(blocks: Sequence[Block]) -> list[Block]:
    """Makes each note a block of its own: notes in one paragraph, a line each, and a note right
    below its text without an empty line between."""
    seen: set[str] = set()
    out: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            out.append(block)
            continue
        lines = styled.lines(block.runs)
        starts_as_note = bool(lines and sign_of(lines[0][0]))
        group: list[Runs] = []
        for line in lines:
            sign = sign_of(line[0])
            if group and sign and len(line) > 1 and (starts_as_note or sign in seen):
                out.append(_with_lines(block, group))
                block, group = Block(BlockKind.PARAGRAPH, ()), []
            group.append(line)
            seen.update(map(sign_of, line))
        if group:
            out.append(_with_lines(block, group))
    return out


def _with_lines(block: Block, lines: Sequence[Runs]) -> Block:
    """The block with these lines; joining them runs raised characters into their neighbours."""
    if len(lines) == 1 and lines[0] is block.runs and len(block.runs) == 1:  # most blocks
        return block
    return block.having(separated(styled.join(lines, lambda left, right: "\n")))


def _as_note(block: Block) -> tuple[str, Runs] | None:
    """The mark and the text of a block that is a note. A numbered item is none, unless its number
    is the mark."""
    if block.kind is BlockKind.NOTE:
        return printed(block.number), block.runs
    if block.kind is BlockKind.TABLE:
        return None
    sign = sign_of(block.runs[0]) if block.runs else ""
    is_of_number = key(printed(sign)) == key(block.number.rstrip(".)"))
    if sign and (is_of_number or not block.number) and any(r.text.strip() for r in block.runs[1:]):
        return printed(sign), styled.strip(block.runs[1:])
    return None


def _id(mark: str, taken: Counter[str]) -> str:
    """The id of a note: by its mark, and for what is no letter and no number by its length."""
    stem = f"fn{mark}" if mark.isalnum() else f"fnx{len(mark)}"
    taken[stem] += 1
    return f"{stem}-{taken[stem]}" if taken[stem] > 1 else stem

"""Footnotes: which blocks are notes, and the text without them.

A note stands where the printed page ended or at the end of the file; its mark may be written
`[^1]`, `<sup>1</sup>` or ¹.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.lines import Field, closing_field, joined
from desktop_app.reading.structure.marks import (
    Calls,
    Note,
    Notes,
    key,
    printed,
    separated,
    sign_of,
)
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Footnote, Run, Runs, Style, words

_NOTE = re.compile(r"(\d{1,3})\s+(?=\S)")
_BARE = re.compile(r"(?<=[^\W\d_][,;:.)])\s?(\d{1,3})(?=[\s,;.]|$)(?!\s*[(\d])")
"""A number behind a word and a sign that ends words."""


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


def with_old_notes(blocks: Sequence[Block], rules: Grammar) -> list[Block]:
    """The blocks, with the notes of old pages as such: paragraphs behind the closing that begin
    with a bare number, "22 Adopted without vote."; and the marks that surely call them as marks.

    A bare number in the text is a mark if it stands behind a sign, its note exists, and no other
    number like it does.
    """
    behind = [*takewhile(lambda block: _is_old_note(block, rules), reversed(blocks))]
    text = list(blocks[: len(blocks) - len(behind)])
    if not behind or not text or not _is_closing(text[-1], rules):
        return list(blocks)
    notes = [note for block in reversed(behind) for note in _old_notes(block)]
    found = Counter(mark for block in text for mark in _BARE.findall(block.text))
    called = {note.number for note in notes if found[note.number] == 1}
    return [*(block.having(_with_marks(block.runs, called, rules)) for block in text), *notes]


def _is_closing(block: Block, rules: Grammar) -> bool:
    lines = block.text.split("\n")
    fields = (closing_field(text, rules) for text in (joined(block.text, rules), lines[-1]))
    return any(field is not Field.OTHER for field in fields)


def _is_old_note(block: Block, rules: Grammar) -> bool:
    text = block.text.partition("\n")[0]
    if block.kind is not BlockKind.PARAGRAPH or closing_field(text, rules) is not Field.OTHER:
        return False
    found = _NOTE.match(text)
    return found is not None and not text[found.end()].islower() and not rules.date.match(text)


def _old_notes(block: Block) -> Iterator[Block]:
    """Each note of a block; a line that begins with the next number begins one."""
    group: list[Runs] = []
    number = 0
    for line in styled.lines(block.runs):
        found = _NOTE.match(words(line))
        if found and (not group or int(found[1]) == number + 1):
            if group:
                yield _old_note(number, group)
            number, group = int(found[1]), [styled.strip(styled.cut(line, found.end()))]
        else:
            group.append(line)
    yield _old_note(number, group)


def _old_note(number: int, lines: Sequence[Runs]) -> Block:
    runs = styled.join(lines, lambda left, right: "\n")
    return Block(BlockKind.NOTE, runs, number=str(number))


def _with_marks(runs: Runs, called: set[str], rules: Grammar) -> Runs:
    """The runs with the bare numbers that call notes as raised ones."""
    text = words(runs)
    out: list[Runs] = []
    start = 0
    for found in _BARE.finditer(text):
        if found[1] in called and not rules.date.match(text[found.start(1) :]):
            out += [styled.cut(runs, start, found.start()), (Run(found[1], Style.SUPERSCRIPT),)]
            start = found.end()
    return (*(run for part in out for run in part), *styled.cut(runs, start)) if out else runs


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

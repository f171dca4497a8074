"""A resolution as loose paragraphs, the way a converter leaves it, and back through the reader.

Ids and structure of a damaged text are those that the reader gives it, not made up here.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.reading.blocks import Block, BlockKind, Document
from desktop_app.reading.structure import resolution as structure
from desktop_app.resolution.model import Clause, Part, PartKind, Resolution, Run, Runs, words

_NUMBERED = re.compile(r"\d+[.)．、）]?")


class ReadingBackError(ValueError):
    """The reader did not take the paragraphs for the clauses of a resolution, one after another."""


class Paragraph(NamedTuple):
    """A paragraph of a file: the words of one clause, of a piece of one, or of several.

    `origins` are the ids of the clauses whose words it holds; `part` is the place of its part in
    the resolution, `depth` 0 for a paragraph that is below no other. `copy` marks the second one
    of two that are the same.
    """

    origins: tuple[str, ...]
    part: int
    depth: int
    mark: str
    runs: Runs
    copy: bool = False


def paragraphs(resolution: Resolution) -> list[Paragraph]:
    """The paragraphs of all clauses in reading order."""
    out: list[Paragraph] = []

    def add(clause: Clause, part: int, depth: int) -> None:
        out.append(Paragraph((clause.id,), part, depth, clause.mark, clause.runs))
        for below in clause.clauses:
            add(below, part, depth + 1)

    for place, part in enumerate(resolution.divisions()):
        for clause in part.clauses:
            add(clause, place, 0)
    return out


def read_back(
    like: Resolution, loose: Sequence[Paragraph]
) -> tuple[Resolution, list[tuple[int, ...]]]:
    """What the reader makes of the paragraphs between the masthead, headings and notes of a
    resolution; and for each of its clauses, in reading order, the places of the paragraphs that
    are in it. Raises ReadingBackError."""
    resolution = structure.resolution(Document(tuple(_blocks(like, loose)), _metadata(like)))
    return resolution, _sources(resolution, loose)


def _metadata(like: Resolution) -> dict[str, str]:
    stated = {
        "symbol": like.masthead.symbol,
        "language": like.language,
        "provenance": like.provenance.value,
        "source": like.address,
    }
    return {key: value for key, value in stated.items() if value}


def _blocks(like: Resolution, loose: Sequence[Paragraph]) -> list[Block]:
    out = [Block(BlockKind.PARAGRAPH, line.runs) for line in like.head]
    parts = [*like.divisions()]
    for place, part in enumerate(parts):
        if part.heading:
            enacting = part.kind is PartKind.PREAMBLE
            kind = BlockKind.PARAGRAPH if enacting else BlockKind.HEADING
            out.append(Block(kind, part.heading, level=0 if enacting else 2))
        out += [_block(paragraph) for paragraph in loose if paragraph.part == place]
        if not part.id.startswith("annex") and not _more_before_annex(parts, place):
            out += [Block(BlockKind.PARAGRAPH, line.runs) for line in like.closing]
    out += [Block(BlockKind.NOTE, note.runs, number=note.mark) for note in like.footnotes]
    return out


def _more_before_annex(parts: Sequence[Part], place: int) -> bool:
    following = parts[place + 1 :]
    return bool(following) and following[0].kind is not PartKind.ANNEX


def _block(paragraph: Paragraph) -> Block:
    if paragraph.mark and (paragraph.depth == 0 or _NUMBERED.fullmatch(paragraph.mark)):
        level = paragraph.depth + 1
        return Block(BlockKind.ITEM, paragraph.runs, number=paragraph.mark, level=level)
    mark = (Run(f"{paragraph.mark} "),) if paragraph.mark else ()
    return Block(BlockKind.PARAGRAPH, (*mark, *paragraph.runs))


def _sources(resolution: Resolution, loose: Sequence[Paragraph]) -> list[tuple[int, ...]]:
    """Found by the words: those of all clauses, one after another, are those of all paragraphs."""
    ends: list[int] = []
    text = ""
    for paragraph in loose:
        text += _tight(words(paragraph.runs))
        ends.append(len(text))
    out: list[tuple[int, ...]] = []
    position = place = 0
    for clause in resolution.walk():
        inside = _tight(clause.text)
        if not text.startswith(inside, position) or not inside:
            raise ReadingBackError(f"{clause.id} holds other words than the paragraphs: {inside}")
        first = place
        position += len(inside)
        while place < len(ends) and ends[place] <= position:
            place += 1
        if first == place or ends[place - 1] != position:
            raise ReadingBackError(f"{clause.id} ends within a paragraph: {inside}")
        out.append(tuple(range(first, place)))
    if position != len(text):
        raise ReadingBackError(f"The reader left out {text[position:]}")
    return out


def _tight(text: str) -> str:
    return re.sub(r"\s+", "", text)

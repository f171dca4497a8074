"""What an export as Markdown states behind its words, and the texts that the two make up.

A comment at the end holds the skeleton of each language version and says which paragraph is which:
so an excerpt of some clauses, in any arrangement, comes back under its own labels, with what is
known of where it comes from. The words are those that the file shows. A file that was changed is
read as any other.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop_app.reading.blocks import Block, BlockKind, Document
from desktop_app.reading.content import Content
from desktop_app.reading.readers.markdown_exports.own import (
    GAP,
    STATED_STRUCTURE,
    STRUCTURE,
    Exported,
)
from desktop_app.reading.skeleton import ChangedError, Held, Name, filled
from desktop_app.resolution import runs as styled
from desktop_app.resolution.bitext import Row
from desktop_app.resolution.model import Resolution, Run, Runs, Style, words
from desktop_app.resolution.serial import Plain, SerialError, load_resolution
from desktop_app.resolution.tables import out_of_cell

BETWEEN = " / "
"""Stands between two languages in a heading."""

Read = Callable[[str], Document]


class Entry(NamedTuple):
    """Paragraphs side by side: the ids of each language; of a heading in one line the letters of
    each, else ()."""

    ids: Sequence[Sequence[str]]
    heading: Sequence[int] = ()


class Noted(NamedTuple):
    """A footnote of one language: its id, its letters, and those that the program added to them."""

    side: int
    id: str
    letters: int
    added: int


class Structure(NamedTuple):
    """What is stated: the skeletons of the versions, the entries of each stretch of Markdown, what
    stands under each label of a footnote, the ids of clauses in rows, and where the edges of cells
    were in the tables of each version that stand as lines in a cell."""

    texts: Sequence[Plain]
    blocks: Sequence[Sequence[Entry]]
    notes: Mapping[str, Sequence[Noted]]
    rows: Sequence[Sequence[Sequence[str]]]
    tables: Sequence[Mapping[str, Sequence[int]]] = ()


def with_structure(text: str, structure: Structure) -> str:
    """The text of a file with the comment behind it."""
    plain = {"digest": _digest(text), **structure._asdict()}
    comment = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    comment = comment.replace("--", "-\\u002d")  # two dashes would end it
    return f"{text}\n{STRUCTURE % comment}\n"


def stated_structure(text: str) -> Structure | None:
    """What the comment in the text of a file states, None where there is none, or where the text is
    not the one that it was written for."""
    text = text.replace("\r\n", "\n")
    found = STATED_STRUCTURE.search(text)
    if found is None:
        return None
    try:
        plain = json.loads(found[1])
        if plain["digest"] != _digest(text[: found.start()]):
            return None
        return Structure(
            plain["texts"],
            [[Entry(*entry) for entry in block] for block in plain["blocks"]],
            {label: [Noted(*one) for one in own] for label, own in plain["notes"].items()},
            plain["rows"],
            plain["tables"],
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None


def _digest(text: str) -> str:
    from hashlib import sha256  # takes long to load, and few files are written or read again

    return sha256(text.strip().encode()).hexdigest()


def structured(found: Exported, stated: Structure, read: Read) -> Content | None:
    """The versions that a file shows; None where what it shows and states do not go together."""
    try:
        held = _Held(stated, read)
        held.take(found.texts)
        texts = tuple(map(filled, stated.texts, held.words))
        rows = tuple(Row(tuple(source), tuple(target), 1.0) for source, target in stated.rows)
    except (ChangedError, SerialError, TypeError, ValueError, IndexError, KeyError):
        return None
    return Content(texts=texts, rows=rows)


class _Held:
    """The words of each version, by what they belong to."""

    def __init__(self, stated: Structure, read: Read) -> None:
        bare = [*map(load_resolution, stated.texts)]
        self.words: list[dict[Name, Runs]] = [{} for _ in bare]
        self._stated = stated
        self._read = read
        self._names = [_names(text) for text in bare]
        self._marks = [{note.id: note.mark for note in text.footnotes} for text in bare]
        self._numbers = [{clause.id: clause.mark for clause in text.walk()} for text in bare]
        self._called: list[dict[str, str]] = [{} for _ in bare]
        for label, own in stated.notes.items():
            for one in own:
                self._called[one.side][label] = one.id

    def take(self, texts: Sequence[str]) -> None:
        """Takes the words of what the program exported, the notes of columns last."""
        *bodies, behind = texts if len(texts) > 1 else (*texts, "")
        blocks = self._stated.blocks
        notes: dict[str, Block] = {}
        for side, body in enumerate(bodies):
            read = self._read(f"{body}\n\n{behind}").blocks
            notes |= {block.number: block for block in read if block.kind is BlockKind.NOTE}
            entries = blocks[side if len(blocks) > 1 else 0]
            if len(bodies) > len(blocks):  # in columns
                entries = [Entry([ids[side]]) for ids, _ in entries]
            self._take_text([one for one in read if one.kind is not BlockKind.NOTE], entries, side)
        for label, block in notes.items():
            self._take_note(block.runs, self._stated.notes[label])

    def _take_text(self, text: Sequence[Block], entries: Sequence[Entry], side: int) -> None:
        """Takes the words of these entries, of which the first language is that of `side`."""
        blocks = iter(text)
        for entry in entries:
            named = [(of, id) for of, ids in enumerate(entry.ids, side) for id in ids]
            if entry.heading:
                pieces = _pieces(_next(blocks).runs, entry.heading, len(BETWEEN))
                for (of, id), runs in zip(named, pieces, strict=True):
                    self._put(of, id, runs)
                continue
            for of, ids in enumerate(entry.ids, side):
                if not ids and len(entry.ids) > 1 and _next(blocks).text != GAP:
                    raise ChangedError("there is no gap")
                for id in ids:
                    self._put(of, id, _next(blocks).runs)
        if next(blocks, None) is not None:
            raise ChangedError("there are words of nothing")

    def _take_note(self, runs: Runs, stated: Sequence[Noted]) -> None:
        """Takes the words of a footnote in each language that has them under one label."""
        pieces = _pieces(runs, [one.letters + one.added for one in stated], len("\n"))
        for one, piece in zip(stated, pieces, strict=True):
            own = styled.cut(piece, 0, one.letters) if one.added else piece
            self._put(one.side, one.id, own)

    def _put(self, side: int, id: str, runs: Runs) -> None:
        held = self._names[side][id]
        if self._stated.tables and id in self._stated.tables[side]:
            runs = out_of_cell(runs, self._stated.tables[side][id])
        runs = tuple(self._calling(side, run) for run in runs)
        mark = self._numbers[side].get(id, "")
        if mark and held[0] is Held.WORDS:
            if not words(runs).startswith(f"{mark} "):
                raise ChangedError("a number is another")
            runs = styled.merged(_without(runs, len(mark) + 1))
            self.words[side][Held.NUMBER, id] = (Run(mark),)
        self.words[side][held] = runs

    def _calling(self, side: int, run: Run) -> Run:
        """A mark as it is published, with the footnote that it calls."""
        if run.style is not Style.MARK:
            return run
        note = self._called[side][run.text]
        return Run(self._marks[side][note], Style.MARK, note)


def _next(blocks: Iterator[Block]) -> Block:
    for block in blocks:
        return block
    raise ChangedError("words are missing")


def _pieces(runs: Runs, letters: Sequence[int], between: int) -> Iterator[Runs]:
    """What stands side by side in one paragraph, of so many letters each."""
    if len(words(runs)) != sum(letters) + between * (len(letters) - 1):
        raise ChangedError("there are other words")
    start = 0
    for count in letters:
        yield styled.cut(runs, start, start + count) if len(letters) > 1 else runs
        start += count + between


def _without(runs: Runs, count: int) -> Iterator[Run]:
    """The runs without the first letters, with every mark."""
    for run in runs:
        if run.style is not Style.MARK:
            run, count = run._replace(text=run.text[count:]), max(count - len(run.text), 0)
        if run.text:
            yield run


def _names(text: Resolution) -> dict[str, Name]:
    """What an id in an entry names."""
    out: dict[str, Name] = {part.id: (Held.PART, part.id) for part in text.divisions()}
    out |= {line.id: (Held.WORDS, line.id) for line in (*text.head, *text.closing)}
    out |= {note.id: (Held.WORDS, note.id) for note in text.footnotes}
    for clause in text.walk():
        out[clause.id] = Held.WORDS, clause.id
        out[clause.heading_id] = Held.HEADING, clause.id
    return out

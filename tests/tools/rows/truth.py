"""What the reader makes of a damaged text, and which of its clauses truly stand side by side."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from desktop_app.reading.files import resolution_in
from desktop_app.resolution.model import Clause, PartKind, Resolution, words
from tests.tools.corpora.damage import SIDES, Copy, Damaged, Pair
from tests.tools.rows.paragraphs import Paragraph, markdown

_AHEAD = 12
"""How many numbers and pieces the reader may take for marks and headings between two clauses."""


class ReadError(ValueError):
    """A clause holds other words than the paragraphs."""


class Read(NamedTuple):
    """A text that was read back. For each clause of its annex, in reading order: its id, and the
    places of the paragraphs and of the pieces in them whose words it holds."""

    resolution: Resolution
    paragraphs: tuple[Paragraph, ...]
    held: tuple[tuple[str, frozenset[tuple[int, int]]], ...]


def read_back(language: str, title: str, paragraphs: Sequence[Paragraph]) -> Read:
    """What the program reads of the file of these paragraphs. Raises ReadError."""
    data = markdown(language, title, paragraphs).encode()
    resolution = resolution_in(data, Path(f"{language}.md"))
    return Read(resolution, tuple(paragraphs), tuple(_held(resolution, paragraphs)))


def annex(resolution: Resolution) -> Iterator[Clause]:
    """The clauses of the annexes."""
    for part in resolution.parts:
        if part.kind is PartKind.ANNEX:
            yield from part.walk()


def _held(
    resolution: Resolution, paragraphs: Sequence[Paragraph]
) -> Iterator[tuple[str, frozenset[tuple[int, int]]]]:
    """Found by the letters: those of the clauses, one after another, are those of the paragraphs,
    but for the numbers that became marks and the words that became headings."""
    stream = ""
    owners: list[tuple[int, int]] = []
    starts: list[int] = []
    for place, paragraph in enumerate(paragraphs):
        for inside, piece in enumerate(paragraph.pieces):
            if not inside and paragraph.number:  # which the reader may leave in the words
                starts.append(len(stream))
                stream += (letters := _letters(paragraph.number))
                owners += [(place, 0)] * len(letters)
            starts.append(len(stream))
            stream += (letters := _letters(piece.words))
            owners += [(place, inside)] * len(letters)
    at = 0
    for clause in annex(resolution):
        ahead = [start for start in starts if start > at][:_AHEAD]
        for form in _forms(clause):
            found = next((s for s in (at, *ahead) if stream.startswith(form, s)), None)
            if found is not None:
                break
        else:
            raise ReadError(f"{clause.id}: {clause.text!r}, and not {stream[at : at + 40]!r}")
        at = found + len(form)
        yield clause.id, frozenset(owners[found:at])


def _forms(clause: Clause) -> Iterator[str]:
    """The letters of a clause: its words alone, or with what the reader took for its number or its
    heading."""
    text, mark, heading = clause.text, clause.mark, words(clause.heading)
    for form in (text, mark + text, heading + text, mark + heading + text):
        yield _letters(form)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def truth(source: Read, target: Read) -> Damaged:
    """The two versions with their true rows: clauses that say in part the same, directly or by way
    of others, are a row."""
    sides = (source, target)
    copies = [copy for name, side in zip(SIDES, sides, strict=True) for copy in _copies(name, side)]
    alone = {(copy.side, copy.copy) for copy in copies}
    known = [
        [(id, _keys(side, held) if (name, id) not in alone else set()) for id, held in side.held]
        for name, side in zip(SIDES, sides, strict=True)
    ]
    rows = tuple(_rows(*known))
    kept = tuple(copy for copy in copies if copy.original)
    return Damaged(source.resolution, target.resolution, rows, kept, ())


def _keys(side: Read, held: frozenset[tuple[int, int]]) -> set[str]:
    return {key for place, at in held for key in side.paragraphs[place].pieces[at].keys}


def _copies(name: str, side: Read) -> Iterator[Copy]:
    """The clauses of copies; `original` is empty where no single clause holds it."""
    for id, held in side.held:
        places = {place for place, _ in held}
        if places and all(side.paragraphs[place].copy for place in places):
            before = {place - 1 for place in places}
            originals = [other for other, there in side.held if before & {at for at, _ in there}]
            yield Copy(name, originals[0] if len(originals) == 1 else "", id)


def _rows(
    left: Sequence[tuple[str, set[str]]], right: Sequence[tuple[str, set[str]]]
) -> Iterator[Pair]:
    """What only one version says makes no row of several clauses."""
    both = {key for _, keys in left for key in keys} & {key for _, keys in right for key in keys}
    groups: list[tuple[set[str], set[str], set[str]]] = []  # keys, and the clauses of either side
    for side, clauses in enumerate((left, right)):
        for id, keys in clauses:
            shared = keys & both
            met = [group for group in groups if group[0] & shared]
            groups = [group for group in groups if not group[0] & shared]
            made = tuple(set().union(*(group[at] for group in met)) for at in range(3))
            made[0].update(shared)
            made[1 + side].add(id)
            groups.append((made[0], made[1], made[2]))
    for _, source, target in groups:
        yield (
            tuple(id for id, _ in left if id in source),
            tuple(id for id, _ in right if id in target),
        )

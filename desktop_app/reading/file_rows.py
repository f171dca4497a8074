"""Where the clauses of a text stand in its file: the rows of a file that sets two languages side by
side."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from desktop_app.reading.blocks import Block
from desktop_app.resolution.bitext import FileRows
from desktop_app.resolution.model import PartKind, Resolution, words

_AHEAD = 20_000
"""Letters that are looked through for a clause: headings and notes stand between two."""
_MOST_MISSED = 100


def file_rows(resolution: Resolution, blocks: Sequence[Block], rows: Sequence[int]) -> FileRows:
    """The rows of the clauses of a resolution that was made of these blocks, each in its row; a
    clause whose words are not found has none."""
    texts = [_letters(block.text) for block in blocks]
    ends = [*accumulate(map(len, texts))]
    whole = "".join(texts)
    out: dict[str, tuple[int, int]] = {}
    at = block = missed = 0
    for id, text in _units(resolution):
        letters = _letters(text)
        found = whole.find(letters, at, at + len(letters) + _AHEAD) if letters else -1
        if found < 0:
            missed += bool(letters)
            if missed > _MOST_MISSED:
                return {}
            continue
        at = found + len(letters)
        while ends[block] <= found:
            block += 1
        first = block
        while ends[block] < at:
            block += 1
        out[id] = rows[first], rows[block]
    return out


def _units(resolution: Resolution) -> Iterator[tuple[str, str]]:
    """The id and the words of all that stands in a text, in the order of the file."""
    yield from ((line.id, line.text) for line in resolution.head)
    closing = resolution.closing
    for part in resolution.divisions():
        if part.kind is PartKind.ANNEX:
            yield from ((line.id, line.text) for line in closing)
            closing = ()
        yield part.id, words(part.heading)
        yield from ((clause.id, clause.text) for clause in part.own())


def _letters(text: str) -> str:
    """What no reading of a text changes: its letters and digits."""
    return "".join(filter(str.isalnum, text))

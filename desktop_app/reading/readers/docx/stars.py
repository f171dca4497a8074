"""Starred notes of the printed page: "* Reissued for technical reasons." below the masthead."""

import re
from collections import Counter
from collections.abc import Sequence

from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Run, Runs, Style, words

_STARS = re.compile(r"\s*([*†‡]{1,4})\s*(?=\S)")
_STARRED = re.compile(r"(?<=\S)([*†‡]{1,4})(?=\s|$)")
_LONGEST = 300
"""Characters of a line of the masthead."""


def note_at(runs: Runs) -> Block | None:
    """The note that a paragraph at the foot of a page is, None for any other."""
    found = _STARS.match(words(runs))
    if not found:
        return None
    return Block(BlockKind.NOTE, styled.strip(styled.cut(runs, found.end())), number=found[1])


def tied(blocks: Sequence[Block], notes: Sequence[Block]) -> list[Block]:
    """The blocks with the stars that call these notes as marks, each at the first line that ends
    with them."""
    waiting = Counter(note.number for note in notes)
    out: list[Block] = []
    for block in blocks:
        is_line = waiting and block.kind is not BlockKind.NOTE and len(block.text) <= _LONGEST
        found = _STARRED.search(block.text) if is_line else None
        if found and waiting[found[1]]:
            waiting[found[1]] -= 1
            before = styled.cut(block.runs, 0, found.start())
            behind = styled.cut(block.runs, found.end())
            block = block.having((*before, Run(found[1], Style.MARK), *behind))
        out.append(block)
    return out

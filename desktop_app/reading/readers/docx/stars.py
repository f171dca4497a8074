"""Starred notes of the printed page: "* Reissued for technical reasons." below the masthead."""

import re
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
    out = [*blocks]
    for note in notes:
        for place, block in enumerate(out):
            found = _STARRED.search(block.text) if len(block.text) <= _LONGEST else None
            if block.kind is not BlockKind.NOTE and found and found[1] == note.number:
                before = styled.cut(block.runs, 0, found.start())
                behind = styled.cut(block.runs, found.end())
                out[place] = block.having((*before, Run(found[1], Style.MARK), *behind))
                break
    return out

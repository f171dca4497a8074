"""Where the preamble ends if no number says so, and what of it announces the operative part."""

from collections.abc import Container, Iterable, Sequence
from itertools import dropwhile

from desktop_app.grammar.characters import (
    ENDS_A_PARAGRAPH,
    ENDS_A_PREAMBULAR,
    ENDS_AN_OPERATIVE,
    last_sign,
)
from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block
from desktop_app.reading.structure.clauses import OpenClause
from desktop_app.reading.structure.sub_paragraphs import (
    ANNOUNCES,
    is_sub_paragraph,
    starts_with_mark,
)

SUB_PARAGRAPHS = 100
"""Those behind the first of a list that are gone through to see what follows the list."""
_HEADINGS = 8
"""Headings that may stand below each other."""


def ends_the_preamble(
    block: Block, below: Iterable[str], above: Sequence[OpenClause], rules: Grammar
) -> bool:
    """Whether a block is operative, below which no number stands: it ends so, and no preambular
    paragraph follows, as behind a list in the preamble, or a full stop for a comma. `above` are
    the clauses of the preamble so far, `below` the texts behind the block."""
    if last_sign(block.text) not in ENDS_AN_OPERATIVE:
        return False
    behind = next(dropwhile(lambda text: starts_with_mark(text, rules), below), "")
    if not behind or last_sign(behind) not in ENDS_A_PREAMBULAR:
        return True
    return not is_sub_paragraph(block, above, rules) and not rules.opening(behind)


def announcing(block: Block, above: list[OpenClause], rules: Grammar) -> list[OpenClause]:
    """Takes from the clauses of the preamble what announces the first operative block: "Decides:"
    above (a), (b) and (c), "Recommends … as follows:"."""
    kept = len(above)
    if is_sub_paragraph(block, above, rules):
        kept -= 1
    while kept and above[kept - 1].text.rstrip().endswith(ANNOUNCES):
        kept -= 1
    taken = above[kept:]
    del above[kept:]
    return taken


def is_above_preambular(blocks: Sequence[Block], place: int, numbers: Container[int]) -> bool:
    """Whether the paragraph below the heading at a place is a preambular one; `numbers` are the
    places of those that have a number."""
    for at in range(place + 1, min(place + 1 + _HEADINGS, len(blocks))):
        text = blocks[at].text
        if at in numbers:
            return False
        if last_sign(text) in ENDS_A_PARAGRAPH:
            return last_sign(text) in ENDS_A_PREAMBULAR
    return False

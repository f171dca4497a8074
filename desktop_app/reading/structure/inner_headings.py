"""Headings within a numbered paragraph: those that stand above some of its sub-paragraphs, whose
marks go on below ("Asset freeze" above (a), "Travel ban" above (b))."""

from collections.abc import Sequence

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, last_sign
from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.clauses import OpenClause
from desktop_app.reading.structure.headings import can_be_one, is_lettered_as_one
from desktop_app.reading.structure.lines import is_furniture
from desktop_app.reading.structure.sub_paragraphs import goes_on_with, starts_with_mark

_DEEPEST = 3
"""Such headings that stand below each other."""


def is_inner_heading(
    blocks: Sequence[Block], place: int, clauses: Sequence[OpenClause], rules: Grammar
) -> bool:
    """Whether the block at a place stands above the next sub-paragraphs of the last clause."""
    if not clauses or clauses[-1].deepest.table or not _can_be_one(blocks[place], rules):
        return False
    last = clauses[-1].deepest.text
    if last_sign(last) not in ENDS_A_PARAGRAPH and not clauses[-1].deepest.mark:
        return False
    for block in blocks[place + 1 : place + 1 + _DEEPEST]:
        if block.number:
            return False  # "23. (a)": a paragraph of its own
        if starts_with_mark(block.text, rules):
            return goes_on_with(block, clauses, rules)
        if not _can_be_one(block, rules) and not is_furniture(block.text):
            return False
    return False


def _can_be_one(block: Block, rules: Grammar) -> bool:
    if block.kind is BlockKind.TABLE or block.number or rules.number.match(block.text):
        return False
    text = block.text.strip()
    return bool(text) and can_be_one(text, rules) and is_lettered_as_one(text)

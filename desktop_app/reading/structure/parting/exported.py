"""Exports of this program: an annex, a chapter, and a resolution with a letter, are headed with
number and title on one line."""

from collections.abc import Iterator, Sequence

from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.enacting import enacting_at
from desktop_app.reading.structure.headings import is_annex, is_section_number
from desktop_app.resolution import runs as styled

_WORDS = 2
"""Words of such a number, at most: "Annex II", "Chapter I"."""


def with_numbers_apart(blocks: Sequence[Block], rules: Grammar) -> Iterator[Block]:
    """The blocks with the number of each such heading in one of its own, above the title."""
    for place, block in enumerate(blocks):
        end = _end_of_number(blocks, place, rules) if block.kind is BlockKind.HEADING else 0
        if end:
            yield block.having(styled.cut(block.runs, 0, end))
            yield block.having(styled.strip(styled.cut(block.runs, end)))
        else:
            yield block


def _end_of_number(blocks: Sequence[Block], place: int, rules: Grammar) -> int:
    """Where the number ends that a title stands behind; 0 for a heading without either."""
    text = blocks[place].text
    ends = [at for at, sign in enumerate(text) if sign == " "][:_WORDS]
    ends = [at for at in ends if not text[at + 1 : at + 2].islower()]
    if is_annex(text, rules):
        return 0
    numbers = [at for at in ends if is_annex(text[:at], rules)]
    numbers += [at for at in ends[1:] if is_section_number(text[:at], rules)]
    if numbers:
        return numbers[-1]
    above_enacting = place + 1 < len(blocks) and enacting_at(blocks, place + 1, rules)
    has_letter = ends and is_section_number(text[: ends[0]], rules)
    return ends[0] if above_enacting and has_letter else 0

"""One paragraph a block: parts what a file without empty lines runs together.

A line begins a paragraph where the one above ends as paragraphs do and it opens as they do, with
a number, a mark or opening words. In a text whose lines are not broken by the page's width every
line behind such an end begins one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, ENDS_A_PREAMBULAR, last_sign
from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.lines import is_title
from desktop_app.reading.structure.sub_paragraphs import starts_with_mark
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Runs, words

_WHOLE = (BlockKind.HEADING, BlockKind.NOTE, BlockKind.TABLE)
"""What holds no paragraphs."""
_WIDEST = {True: 140, False: 70}
"""Characters of the widest printed line, in languages with spaces between words and without."""


def paragraphs(blocks: Sequence[Block], rules: Grammar) -> Iterator[Block]:
    """The blocks, those that hold several paragraphs as one block each."""
    for block in blocks:
        if block.kind in _WHOLE or "\n" not in block.text:
            yield block
        else:
            yield from _parted(block, rules)


def _parted(block: Block, rules: Grammar) -> Iterator[Block]:
    lines = styled.lines(block.runs)
    start = 0
    for place in range(1, len(lines)):
        if _begins(lines[place], lines[place - 1], rules):
            yield _of_lines(block, lines[start:place])
            block = Block(BlockKind.PARAGRAPH, ())
            start = place
    yield _of_lines(block, lines[start:])


def _of_lines(block: Block, lines: Sequence[Runs]) -> Block:
    return replace(block, runs=styled.join(lines, lambda left, right: "\n"))


def _begins(line: Runs, above: Runs, rules: Grammar) -> bool:
    """Whether a line begins a paragraph."""
    text, before = words(line), words(above)
    if _enacts(text, rules) or _enacts(before, rules):
        return True
    if last_sign(before) not in ENDS_A_PARAGRAPH:
        return False
    if is_title(text, rules) or rules.number.match(text) or starts_with_mark(text, rules):
        return True
    widest = _WIDEST[rules.spaced]
    first = next((sign for sign in text if sign.isalnum()), "")
    if not (first.isupper() and rules.capitals):
        caseless = first.isalpha() and first.upper() == first.lower()
        return len(before) > widest and (caseless or bool(rules.opening(text)))
    return max(len(text), len(before)) > widest or bool(rules.opening(text))


def _enacts(line: str, rules: Grammar) -> bool:
    """Whether a line holds enacting words and nothing else."""
    found = rules.enacting.fullmatch(line.strip()) if len(line) <= _WIDEST[True] else None
    return bool(found and found["end"].strip() in tuple(ENDS_A_PREAMBULAR))

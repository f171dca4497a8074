"""What pages have at their heads and feet and a copy has between the paragraphs: the symbol of the
document, "Page 2" below it, "/...", the running heads of printed volumes and the numbers of pages.

A number alone can also be one of the text. Numbers are those of pages where one stands in the
middle of a sentence or beside a running head and others rise from it page by page, or where several
rise so that are no first ones.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from desktop_app.grammar.characters import CLOSERS, ENDS_A_PARAGRAPH
from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.lines import is_title
from desktop_app.resolution import symbols

_LINES_OF_A_HEAD = 60
_LONGEST_TITLE = 300
_LONGEST = 24
"""Characters of a line at the head or the foot of a page, at most."""
_LONGEST_RUNNING_HEAD = 250
"""The same of a running head, with the spaces that set the number of its page apart."""
_PAGE = 600
"""Characters between the numbers of two pages, at the least."""
_PAGES = 4
"""How many pages may be between two numbers: every second page can have its number elsewhere, and
one may have none."""
_LATE = 10
"""Numbers of paragraphs that a converter cut off begin before."""
_NUMBER = re.compile(r"[-–—]?\s?(\d{1,4})\s?[-–—]?")
_WITH_NUMBER = re.compile(r"(?:\d{1,4}\s+)?(\D.*?)(?:\s+\d{1,4})?")
"""A running head with the number of the page on the same line."""
_GOES_ON = re.compile(r"/\s?(?:\.\.\.|…)")


class _Number(NamedTuple):
    """A number alone on a line: its value, how many characters stand before it, and whether it is
    surely that of a page: it stands in the middle of a sentence, or beside a running head."""

    value: int
    place: int
    is_sure: bool


class Pages:
    """What is no part of the text of a document."""

    def __init__(self, blocks: Sequence[Block], rules: Grammar) -> None:
        self._rules = rules
        self._heads = frozenset(_heads(blocks, rules))
        self._numbers = frozenset(_numbers(blocks, rules))

    def is_head(self, text: str) -> bool:
        """Whether a line below the head of the document is the symbol of it."""
        return bool(self._heads) and len(text) <= 2 * _LONGEST and _symbol(text) in self._heads

    def is_furniture(self, text: str, above: str) -> bool:
        """Whether a line below the head of the document stands at the head or the foot of a page;
        `above` is the line above."""
        text = text.strip()
        if is_running_head(text, self._rules):
            return True
        if len(text) > 2 * _LONGEST:
            return False
        if self.is_head(text) or _GOES_ON.fullmatch(text):
            return True
        number = _NUMBER.fullmatch(text)
        if number:
            return int(number[1]) in self._numbers or self.is_head(above)
        return self.is_head(above) and bool(self._rules.page.fullmatch(text))


def symbol_of_pages(blocks: Sequence[Block], rules: Grammar) -> str:
    """The symbol at the heads of the pages, "" for none."""
    return next(_heads(blocks, rules), "")


def is_running_head(text: str, rules: Grammar) -> bool:
    """Whether a line is the running head of a page of a printed volume."""
    if len(text) > _LONGEST_RUNNING_HEAD:
        return False
    found = _WITH_NUMBER.fullmatch(text.strip())
    return bool(found and rules.running_head.fullmatch(found[1]))


def _heads(blocks: Sequence[Block], rules: Grammar) -> Iterator[str]:
    """The symbol of the document: that of its number, and that which comes first, where it stands
    on lines of its own more than once. Other symbols can be whole notes."""
    found = [symbol for line in _lines(blocks) if (symbol := _symbol(line))]
    if found and found.count(found[0]) > 1:
        yield found[0]
    for line in islice(_lines(blocks), _LINES_OF_A_HEAD):
        title = rules.title.fullmatch(line) if len(line) <= _LONGEST_TITLE else None
        if title and is_title(line, rules):
            number = re.sub(r"\s+", "", title["number"])
            yield from (one for one in found if one.replace(" ", "").endswith(f"/RES/{number}"))


def _symbol(text: str) -> str:
    """The symbol that a line is, "" where it is anything else."""
    text = text.strip().strip("*")
    return symbols.normal(text) if symbols.pattern().fullmatch(text) else ""


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            yield from map(str.strip, block.text.split("\n"))


def _numbers(blocks: Sequence[Block], rules: Grammar) -> Iterator[int]:
    """The numbers of pages."""
    chain: list[_Number] = []
    alone = [*_numbers_alone(blocks, rules)]
    counts = Counter(number.value for number in alone)
    for number in (*alone, _Number(-1, 0, False)):
        if counts[number.value] > 1:
            continue
        last = chain[-1] if chain else number
        is_next = 0 < number.value - last.value <= _PAGES and number.place - last.place >= _PAGE
        if chain and not is_next:
            is_late = len(chain) > 1 and chain[0].value >= _LATE
            if is_late or any(one.is_sure for one in chain):
                yield from (one.value for one in chain)
            chain.clear()
        chain.append(number)


def _numbers_alone(blocks: Sequence[Block], rules: Grammar) -> Iterator[_Number]:
    place = 0
    value, above, at = -1, "", 0
    for block in blocks:
        lines = block.text.split("\n") if block.kind is BlockKind.PARAGRAPH else [block.text]
        for line in lines:
            text = line.strip()
            found = _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
            if value >= 0:
                beside = (is_running_head(line, rules) for line in (above, text))
                yield _Number(value, at, _is_cut(above, text) or any(beside))
                value = -1
            if found and block.kind is BlockKind.PARAGRAPH and not block.number:
                value, at = int(found[1]), place
            elif text:
                above = text
            place += len(text)


def _is_cut(above: str, below: str) -> bool:
    """Whether a sentence goes on from one line to another."""
    ends = above.rstrip(CLOSERS)[-1:] in ENDS_A_PARAGRAPH
    return not ends and below[:1].islower()

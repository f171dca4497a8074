"""The body of a resolution: what follows the enacting words, block by block, to parts and clauses.

The rules: the preamble ends at the first number, or at the first paragraph that ends as operative
ones do where no number follows. A paragraph that a page end cut in two is one again. A heading
begins a section, the word for an annex an annex, and a date or a meeting the closing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.grammar.characters import (
    CLOSERS,
    ENDS_A_PARAGRAPH,
    ENDS_A_SENTENCE,
    ENDS_AN_OPERATIVE,
    last_sign,
)
from desktop_app.grammar.grammar import Grammar
from desktop_app.grammar.numerals import in_ascii, of_digits
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.clauses import OpenClause, OpenPart, emphasised
from desktop_app.reading.structure.lines import Field, closing_field
from desktop_app.reading.structure.sub_paragraphs import add_sub_paragraph, starts_with_mark
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import PartKind, Run, Runs, words

_LONGEST = 20_000
"""Characters: a paragraph of more is not waiting for its other half."""
_FURNITURE = re.compile(r"\*?\d{7}\*?|\d{2}-\d{5}(?:\s*\([A-Z]\))?\s*\*?(?:\d{7}\*)?")
"""Job numbers and bar codes of the printed page: 20-16954 (C), *2016954*."""


def with_number(block: Block) -> Runs:
    """The block as it is printed, for places where a number is no clause's number."""
    numbered = block.number and block.kind is not BlockKind.NOTE
    return (Run(f"{block.number} "), *block.runs) if numbered else block.runs


def unbroken(runs: Runs, rules: Grammar) -> Runs:
    """The runs on one line, joined as the language joins lines."""
    return styled.join(styled.lines(runs), rules.join)


def _count(number: str) -> int | None:
    """What the number of a paragraph counts, None for letters."""
    return of_digits(number) if number.isdecimal() else None


class Body:
    """Reads blocks into `parts`, and the lines behind the last paragraph into `closing`."""

    def __init__(self, rules: Grammar, enacting: Runs) -> None:
        self._rules = rules
        self.parts = [OpenPart(PartKind.PREAMBLE, unbroken(enacting, rules))]
        self.closing: list[Runs] = []
        self._numbers_ahead = False
        self._behind = 0
        """What the numbers of a list that was cut in two lack."""

    def read(self, blocks: Sequence[Block]) -> None:
        """Reads all the blocks, in order."""
        last_number = max(
            (place for place, block in enumerate(blocks) if self._number(block)[0]), default=-1
        )
        for place, block in enumerate(blocks):
            self._numbers_ahead = place <= last_number
            self._read(block)

    def _read(self, block: Block) -> None:
        lines = styled.lines(block.runs)
        if not lines or _FURNITURE.fullmatch(words(with_number(block)).strip()):
            return
        part = self.parts[-1]
        if self._rules.annex.fullmatch(words(lines[0]).strip()):
            heading = unbroken(with_number(block), self._rules)
            self.parts.append(OpenPart(PartKind.ANNEX, heading))
        elif part.kind is PartKind.ANNEX:
            self._annex(block)
        elif self.closing:
            self.closing += styled.lines(with_number(block))
        else:
            self._paragraph(block, lines)

    def _paragraph(self, block: Block, lines: list[Runs]) -> None:
        """Reads a block of the preamble or the operative part, which the closing may follow."""
        end = self._end_of_paragraph(lines)
        closing = lines[end:]
        if end:
            whole = block.having(styled.join(lines[:end], self._rules.join))
            if self.parts[-1].kind is PartKind.PREAMBLE:
                self._preamble(whole)
            else:
                self._operative(whole)
        else:  # the number of an item in which nothing else stands
            closing = styled.lines(with_number(block))
        self.closing += closing

    def _end_of_paragraph(self, lines: list[Runs]) -> int:
        """How many lines of a block stand before those at its end that are the date and the
        meeting; a paragraph before them must be complete."""
        end = len(lines)
        while end and closing_field(words(lines[end - 1]), self._rules) is not Field.OTHER:
            end -= 1
        complete = not end or words(lines[end - 1]).rstrip(CLOSERS)[-1:] in ENDS_A_SENTENCE
        return end if complete and self.parts[-1].clauses else len(lines)

    def _number(self, block: Block) -> tuple[str, str, Runs]:
        """The number of a numbered paragraph ("5"), as it is printed ("5."), and the rest."""
        if block.number and block.level <= 1:
            return block.number.rstrip(".)"), block.number, block.runs
        found = self._rules.number.match(block.text) if block.level <= 1 else None
        if not found:
            return "", "", block.runs
        number = found[1] if found[1].isascii() else in_ascii(found[1])
        return number, found[0].strip(), styled.strip(styled.cut(block.runs, found.end()))

    def _preamble(self, block: Block) -> None:
        number, _, _ = self._number(block)
        ends_the_preamble = not self._numbers_ahead and last_sign(block.text) in ENDS_AN_OPERATIVE
        if not number and self._is_heading(block):
            self._section(block)
        elif number or ends_the_preamble:
            self.parts.append(OpenPart(PartKind.OPERATIVE))
            self._operative(block)
        else:
            self._add_unnumbered(block)

    def _operative(self, block: Block) -> None:
        number, mark, runs = self._number(block)
        if number:
            clauses = self.parts[-1].clauses
            continued = self._continued(number)
            clauses.append(OpenClause(continued, mark.replace(number, continued, 1), ()))
            inner = replace(block, runs=runs, number="", level=0)
            if not add_sub_paragraph(inner, clauses, self._rules):
                clauses[-1].runs = runs
        elif self._is_heading(block):
            self._section(block)
        else:
            self._add_unnumbered(block)

    def _add_unnumbered(self, block: Block) -> None:
        """The rest of the last paragraph, a sub-paragraph of it, or a paragraph of its own."""
        clauses = self.parts[-1].clauses
        if self._continues(block):
            last = clauses[-1].deepest
            last.runs = styled.join([last.runs, block.runs], self._rules.join)
        elif not add_sub_paragraph(block, clauses, self._rules):
            clauses.append(OpenClause("", "", with_number(block)))

    def _continued(self, printed: str) -> str:
        """The number of an operative paragraph. A list that was cut in two can count from 1
        again, and then all of its second half is that much behind."""
        number = _count(printed)
        if number is None:
            return printed
        counts = (_count(clause.number) for clause in reversed(self.parts[-1].clauses))
        last = next((count for count in counts if count is not None), 0)
        if number == last + 1:
            self._behind = 0
        elif number == 1:
            self._behind = last
        elif number + self._behind != last + 1:
            self._behind = 0
        return str(number + self._behind)

    def _section(self, block: Block) -> None:
        """Starts a section, or gives the section whose number stands alone its heading."""
        part, heading = self.parts[-1], with_number(block)
        if self._awaits_heading():
            part.heading = styled.join([part.heading, heading], lambda left, right: " ")
        else:
            self._behind = 0
            self.parts.append(OpenPart(PartKind.SECTION, heading))

    def _awaits_heading(self) -> bool:
        """Whether a section has just begun with nothing but its number."""
        part = self.parts[-1]
        alone = self._rules.section.fullmatch(words(part.heading).strip())
        return part.kind is PartKind.SECTION and not part.clauses and bool(alone)

    def _annex(self, block: Block) -> None:
        clauses = self.parts[-1].clauses
        number, mark, runs = self._number(block)
        runs = unbroken(runs, self._rules)
        if number:
            clauses.append(OpenClause(number, mark, runs))
        elif block.kind is BlockKind.HEADING or not add_sub_paragraph(
            block.having(runs), clauses, self._rules
        ):
            clauses.append(OpenClause("", "", with_number(block.having(runs))))

    def _is_heading(self, block: Block) -> bool:
        text = block.text.strip()
        if self._rules.section.fullmatch(text):
            return True
        return (
            (block.kind is BlockKind.HEADING or self._awaits_heading())
            and last_sign(text) not in ENDS_A_PARAGRAPH
            and not self._rules.opening(text)
        )

    def _continues(self, block: Block) -> bool:
        """Whether the block is the rest of a paragraph that a page end cut in two."""
        clauses = self.parts[-1].clauses
        if not clauses or block.number or block.kind is BlockKind.HEADING:
            return False
        last = clauses[-1].deepest.runs
        if sum(len(run.text) for run in last) > _LONGEST:
            return False
        unfinished = last_sign(words(last)) not in ENDS_A_PARAGRAPH
        starts_anew = bool(emphasised(block.runs)) or starts_with_mark(block.text, self._rules)
        return unfinished and not starts_anew and not self._rules.opening(block.text)

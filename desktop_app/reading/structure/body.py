"""The body of a resolution: what follows the enacting words, block by block, to parts and clauses.

The rules: the preamble ends at the first number, or at the first paragraph that ends as operative
ones do where no number follows. A paragraph that a page end cut in two is one again. A heading
begins a section, an article or a chapter, the word for an annex an annex, a meeting, a date or a
vote the closing, and further enacting words another preamble. A list that begins anew begins a
division of its own. Numbers are those that are printed.
"""

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
from desktop_app.reading.blocks import Block, BlockKind, paragraphs_of
from desktop_app.reading.structure import divisions
from desktop_app.reading.structure.clauses import OpenClause, OpenPart
from desktop_app.reading.structure.enacting import Enacting, enacting_at
from desktop_app.reading.structure.headings import (
    goes_on_below,
    is_annex,
    is_heading,
    is_heading_in_annex,
    is_numbered_heading,
    is_one_of_several,
    is_rest_of_heading,
)
from desktop_app.reading.structure.inner_headings import is_inner_heading
from desktop_app.reading.structure.lines import (
    is_closing,
    is_furniture,
    is_title,
    unbroken_closing,
)
from desktop_app.reading.structure.numbering import numbers, printed_number
from desktop_app.reading.structure.preamble import (
    SUB_PARAGRAPHS,
    announcing,
    ends_the_preamble,
    is_above_preambular,
)
from desktop_app.reading.structure.sub_paragraphs import (
    add_sub_paragraph,
    is_rest,
    is_rest_in_annex,
)
from desktop_app.reading.tables import add_table
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import PartKind, Run, Runs, words

_LINES_OF_A_CLOSING = 8
_BLOCKS_OF_A_TITLE = 4


def with_number(block: Block) -> Runs:
    """The block as it is printed, for places where a number is no clause's number."""
    numbered = block.number and block.kind is not BlockKind.NOTE
    return styled.merged((Run(f"{block.number} "), *block.runs)) if numbered else block.runs


def unbroken(runs: Runs, rules: Grammar) -> Runs:
    """The runs on one line, joined as the language joins lines."""
    return styled.join(styled.lines(runs), rules.join)


class Body:
    """Reads blocks into `parts`, and the lines behind the last paragraph into `closing`."""

    def __init__(self, rules: Grammar, enacting: Runs, kind: PartKind = PartKind.PREAMBLE) -> None:
        """`kind` is that of the part that begins with the enacting words."""
        self._rules = rules
        self.parts = [OpenPart(kind, unbroken(enacting, rules))]
        self._above: list[OpenPart] = self.parts[:1] if kind is PartKind.ANNEX else []
        """The divisions that are open, the outermost first."""
        self.closing: list[Runs] = []
        self._closed = False
        """Whether the closing of the resolution that is read has begun."""
        self._blocks: Sequence[Block] = ()
        self._numbers: dict[int, str] = {}
        """The numbers of paragraphs by the places of their blocks."""
        self._last_number = -1
        """The place of the last of them before the annexes."""
        self._last_numbered: tuple[OpenPart, str] = (self.parts[0], "")
        self._further: dict[int, Enacting] = {}
        """The enacting words of further resolutions by the places of their blocks."""
        self._inner: list[Runs] = []
        """The headings above the next sub-paragraph."""
        self._headed = -1
        """The place of the last heading of a division."""
        self._titles: dict[int, bool] = {}
        """The places of the blocks of their titles; True where such a title begins."""

    def read(self, blocks: Sequence[Block], *, is_resolution: bool = True) -> None:
        """Reads all the blocks, in order. Further resolutions may stand below a resolution; below
        another document they are paragraphs of it."""
        self._blocks = blocks
        self._numbers = numbers(blocks, self._rules)
        annex = next(
            (at for at, block in enumerate(blocks) if is_annex(block.text, self._rules)),
            len(blocks),
        )
        self._last_number = max((at for at in self._numbers if at < annex), default=-1)
        for place in range(len(blocks)) if is_resolution else ():
            found = enacting_at(blocks, place, self._rules)
            first = self._title_above(place) if found and not found.start else place
            if first and is_annex(blocks[first - 1].text, self._rules):
                continue  # a resolution that is annexed
            if found and (first < place or found.organ in self._rules.organs.values()):
                self._further[place] = found
                self._titles |= {at: at == first for at in range(first, place)}
        for place in range(len(blocks)):
            self._read(place)

    def _title_above(self, place: int) -> int:
        """The place where the title above enacting words begins, with the number or the letter of
        a resolution; `place` where there is none."""
        for at in range(place - 1, max(place - 1 - _BLOCKS_OF_A_TITLE, -1), -1):
            first = words(styled.lines(self._blocks[at].runs)[0]) if self._blocks[at].text else ""
            if is_title(first, self._rules) or is_numbered_heading(first, self._rules):
                return at
            if at in self._numbers or last_sign(first) in ENDS_A_PARAGRAPH:
                break
        return place

    def _read(self, place: int) -> None:
        block = self._blocks[place]
        in_annex = self._in_annex
        if block.kind is BlockKind.TABLE:
            self._table(block, in_annex)
            return
        lines = styled.lines(block.runs)
        if not lines or is_furniture(words(with_number(block))):
            return
        if place in self._titles:
            self._title(block, begins=self._titles[place])
        elif place in self._further and (not in_annex or place - 1 in self._titles):
            self._begin_anew(place)
        elif is_annex(block.text, self._rules):
            heading = unbroken(with_number(block), self._rules)
            self._begin(divisions.annexed(heading, self._rules))
        elif place == self._headed + 1 and is_rest_of_heading(self._blocks, place, self._rules):
            self._add_to_heading(block)
        elif article := divisions.article_at(block, self._rules):
            self._article(article, block)
        elif in_annex:
            self._annex(place)
        elif self._closed and not self._goes_on(place):
            self.closing += styled.lines(with_number(block))
        else:
            self._paragraph(place, lines)

    def _table(self, block: Block, in_annex: bool) -> None:
        """A table belongs below the paragraph that it follows; behind the closing it is a part of
        that."""
        if self._closed and not in_annex:
            for row in paragraphs_of(block):
                self.closing.append(row.runs)
        else:
            add_table(block, self.parts[-1].clauses)

    @property
    def _in_annex(self) -> bool:
        return bool(self._above) and self._above[0].kind is PartKind.ANNEX

    def _begin(self, part: OpenPart) -> None:
        """Begins a part: an annex holds what follows, a preamble or an operative part does not."""
        if part.rank == divisions.Rank.TOP:
            self._above.clear()
        divisions.settle(part, self._above)
        if part.rank == divisions.Rank.TOP and part.kind is not PartKind.ANNEX:
            self._above.clear()
        self.parts.append(part)

    def _goes_on(self, place: int) -> bool:
        """Whether the number of a paragraph follows the last one: what looked like a closing was
        the head of a page. A number with opening words is none of a closing either."""
        part, before = self._last_numbered
        number = self._numbers.get(place, "")
        if number and self._rules.opening(
            words(printed_number(self._blocks[place], self._rules)[2])
        ):
            return True
        return part is self.parts[-1] and before.isdecimal() and number == str(int(before) + 1)

    def _title(self, block: Block, *, begins: bool) -> None:
        """Takes the title of a further resolution for the heading of a section."""
        if begins:
            self._begin(OpenPart(PartKind.SECTION))
        self._add_to_heading(block)

    def _add_to_heading(self, block: Block) -> None:
        """Goes on with the heading of the last division."""
        runs = unbroken(with_number(block), self._rules)
        part = self.parts[-1]
        heading = [part.heading, runs] if part.heading else [runs]
        part.heading = styled.join(heading, lambda left, right: " ")

    def _begin_anew(self, place: int) -> None:
        """Begins the preamble of a further resolution."""
        self._closed = False
        block, end = self._blocks[place], self._further[place].end
        heading = unbroken(styled.cut(block.runs, 0, end), self._rules)
        self._begin(OpenPart(PartKind.PREAMBLE, heading))
        rest = styled.strip(styled.cut(block.runs, end))
        if rest:
            self._preamble(replace(block, runs=rest), place)

    def _paragraph(self, place: int, lines: list[Runs]) -> None:
        """Reads a block of the preamble or the operative part, which the closing may follow."""
        block = self._blocks[place]
        end = self._end_of_paragraph(lines)
        closing = unbroken_closing(lines[end:], self._rules)
        if end:
            whole = block.having(styled.join(lines[:end], self._rules.join))
            if self.parts[-1].kind is PartKind.PREAMBLE:
                self._preamble(whole, place)
            else:
                self._operative(whole, place)
        elif block.number:  # of an item in which nothing else stands
            closing = styled.lines(with_number(block))
        self.closing += closing
        self._closed = bool(closing)

    def _end_of_paragraph(self, lines: list[Runs]) -> int:
        """How many lines of a block stand before those at its end that are the date, the meeting
        and the vote; a paragraph before them must be complete."""
        if not any(part.clauses for part in self.parts):
            return len(lines)
        for end in range(max(len(lines) - _LINES_OF_A_CLOSING, 0), len(lines)):
            complete = not end or words(lines[end - 1]).rstrip(CLOSERS)[-1:] in ENDS_A_SENTENCE
            if complete and is_closing(lines[end:], self._rules):
                return end
        return len(lines)

    def _preamble(self, block: Block, place: int) -> None:
        if self._is_heading(block, place):
            self._section(block, place)
        elif place in self._numbers or self._ends_the_preamble(block, place):
            above = self.parts[-1].clauses
            self._begin(OpenPart(PartKind.OPERATIVE))
            if place not in self._numbers:
                self.parts[-1].clauses += announcing(block, above, self._rules)
            self._operative(block, place)
        else:
            self._add_unnumbered(block)

    def _ends_the_preamble(self, block: Block, place: int) -> bool:
        """Whether a paragraph without a number is operative: none with one follows, or the numbers
        of the first were lost."""
        if place > self._last_number:
            below = range(place + 1, min(place + 1 + SUB_PARAGRAPHS, len(self._blocks)))
            texts = (self._blocks[at].text for at in below)
            return ends_the_preamble(block, texts, self.parts[-1].clauses, self._rules)
        is_operative = last_sign(block.text) in ENDS_AN_OPERATIVE
        if not is_operative or not self._rules.opening(block.text):
            return False
        first = next(iter(self._numbers.values()))
        if first.isdecimal() and int(first) > 1:
            return True
        is_below_heading = self.parts[-1] is not self.parts[0]
        return is_below_heading and is_numbered_heading(self._blocks[place + 1].text, self._rules)

    def _operative(self, block: Block, place: int) -> None:
        if place in self._numbers:
            self._add_numbered(block, place)
        elif self._is_inner_heading(place):
            self._inner.append(unbroken(block.runs, self._rules))
        elif self._is_heading(block, place):
            self._section(block, place)
        else:
            self._add_unnumbered(block)

    def _add_numbered(self, block: Block, place: int) -> None:
        number = self._numbers[place]
        printed, mark, runs = printed_number(block, self._rules)
        clauses = self._numbered(number)
        clauses.append(OpenClause(number, mark.replace(printed, number, 1), ()))
        inner = replace(block, runs=runs, number="", level=0)
        if not add_sub_paragraph(inner, clauses, self._rules):
            clauses[-1].runs = runs

    def _numbered(self, number: str) -> list[OpenClause]:
        """Where a numbered paragraph goes; a list that begins anew begins a division."""
        part, before = self._last_numbered
        if number == "1" and part is self.parts[-1] and before not in ("", "1"):
            self._begin(divisions.unnamed())
        self._last_numbered = (self.parts[-1], number)
        return self.parts[-1].clauses

    def _add_unnumbered(self, block: Block) -> None:
        """The rest of the last paragraph, a sub-paragraph of it, or a paragraph of its own."""
        clauses = self.parts[-1].clauses
        if is_rest(block, clauses, self._rules):
            self._go_on(block.runs)
        elif not self._add_sub_paragraph(block):
            clauses.append(OpenClause("", "", with_number(block)))

    def _go_on(self, runs: Runs) -> None:
        """Joins the rest of the last paragraph to it."""
        last = self.parts[-1].clauses[-1].deepest
        last.runs = styled.join([last.runs, runs], self._rules.join)

    def _add_sub_paragraph(self, block: Block) -> bool:
        """Adds a sub-paragraph, below the headings that came before it; False if it is none."""
        clauses = self.parts[-1].clauses
        if not add_sub_paragraph(block, clauses, self._rules):
            return False
        clauses[-1].deepest.heading = styled.join(self._inner, lambda left, right: " ")
        self._inner.clear()
        return True

    def _is_inner_heading(self, place: int) -> bool:
        return is_inner_heading(self._blocks, place, self.parts[-1].clauses, self._rules)

    def _section(self, block: Block, place: int) -> None:
        """Starts a division, or gives the one whose number stands alone its heading. In the
        preamble a heading without a number can stand above further paragraphs of it."""
        part = self.parts[-1]
        self._headed = place
        numbered = is_numbered_heading(block.text, self._rules)
        if self._awaits_heading() and not numbered:
            self._add_to_heading(block)
            part.awaits_heading = False
            return
        runs = unbroken(block.runs, self._rules)
        in_preamble = part.kind is PartKind.PREAMBLE and not numbered
        if in_preamble and is_above_preambular(self._blocks, place, self._numbers):
            self._begin(OpenPart(PartKind.PREAMBLE, runs))
        else:
            self._begin(divisions.headed(block, runs, self._above, self._rules))

    def _article(self, article: divisions.Article, block: Block) -> None:
        """Begins an article, with its first paragraph if that stands on the same line."""
        self._closed = False
        self._begin(divisions.begun(article, unbroken(article.heading, self._rules)))
        if article.rest:
            first = block.having(article.rest)
            self._add_to_annex(first, printed_number(first, self._rules)[0])

    def _awaits_heading(self) -> bool:
        """Whether a division has just begun with nothing but its number."""
        part = self.parts[-1]
        return part.awaits_heading and not part.clauses

    def _annex(self, place: int) -> None:
        block = self._blocks[place]
        if place not in self._numbers and self._is_inner_heading(place):
            self._inner.append(unbroken(block.runs, self._rules))
        elif self._is_heading(block, place):
            self._section(block, place)
        else:
            self._add_to_annex(block, self._numbers.get(place, ""))

    def _add_to_annex(self, block: Block, number: str) -> None:
        printed, mark, runs = printed_number(block, self._rules)
        runs = unbroken(runs, self._rules)
        if number:
            clauses = self._numbered(number)
            clauses.append(OpenClause(number, mark.replace(printed, number, 1), runs))
            return
        clauses = self.parts[-1].clauses
        if is_rest_in_annex(block, clauses, self._rules):
            self._go_on(runs)
        elif block.kind is BlockKind.HEADING or not self._add_sub_paragraph(block.having(runs)):
            clauses.append(OpenClause("", "", with_number(block.having(runs))))

    def _is_heading(self, block: Block, place: int) -> bool:
        if place in self._numbers or block.number:
            return False
        part = self.parts[-1]
        if part.kind is PartKind.PREAMBLE and self._rules.opening(block.text.strip()):
            return False  # "Therefore" leads over to the first number
        last = part.clauses[-1].deepest if part.clauses else None
        above = words(last.runs) if last and not last.table else ""
        is_one = is_heading_in_annex if self._in_annex else is_heading
        if part.kind is PartKind.ANNEX and (
            is_numbered_heading(block.text, self._rules)
            or is_title(block.text.strip(), self._rules)
            or is_one_of_several(self._blocks, place, self._rules)
        ):
            part.awaits_heading = False  # no title of the annex, but its first division
        if self._awaits_heading() and part.kind is not PartKind.ANNEX:
            text = block.text.strip()
            is_cut = goes_on_below(self._blocks, place, self._rules)
            is_whole = last_sign(text) in ENDS_A_PARAGRAPH or bool(self._rules.opening(text))
            return not is_cut and not is_whole
        return is_one(self._blocks, place, above, self._rules)

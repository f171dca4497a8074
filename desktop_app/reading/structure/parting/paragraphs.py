"""One paragraph a block: parts what a file without empty lines runs together.

The lines of the whole file tell how wide it was set: where the first word of a line would still
have fitted on the line above, that line ended on purpose. In a file that runs its paragraphs
together this begins a paragraph; elsewhere the line above must end as paragraphs do as well. A full
line goes on, unless it ends as paragraphs do and the next begins as they do, with a number, a mark
or opening words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_app.grammar.characters import (
    ENDS_A_PREAMBULAR,
    INTRODUCES,
    OPENS_A_QUOTATION,
    last_sign,
)
from desktop_app.grammar.grammar import Grammar
from desktop_app.grammar.numerals import of_digits
from desktop_app.reading.blocks import Block, BlockKind, Document
from desktop_app.reading.structure.headings import is_annex
from desktop_app.reading.structure.lines import (
    Field,
    closing_field,
    is_furniture,
    is_title,
    joined,
    states_a_field,
)
from desktop_app.reading.structure.notes.marks import separated, sign_of
from desktop_app.reading.structure.notes.old import starts_as_slashed_note
from desktop_app.reading.structure.numbering import starts_with_number
from desktop_app.reading.structure.parting.layout import (
    LINES_IN_BRACKETS,
    WHOLE,
    WIDEST,
    Layout,
    ends,
    first_letter,
    is_of_lines,
    is_open,
    is_preambular,
    is_short,
    layout_of,
    pairs_of,
    texts_of,
)
from desktop_app.reading.structure.parting.pages import Pages, is_running_head
from desktop_app.reading.structure.parting.quotations import goes_on_quoting
from desktop_app.reading.structure.sub_paragraphs import starts_with_mark
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Run, Runs

_LINES_OF_A_HEADING = 3
_LINES_OF_A_CLOSING = 12
_SENTENCE = 30
"""Characters of a sentence, or of the last line of one, at the least."""


def paragraphs(document: Document, rules: Grammar) -> Iterator[Block]:
    """The blocks of a document, those that hold several paragraphs as one block each."""
    layout = layout_of(document.blocks, document.indent, rules)
    parting = _Parting(rules, layout, Pages(document.blocks, rules))
    for block in _whole(document.blocks, layout, rules) if layout.width else document.blocks:
        yield from parting.parted(block)


class _Whole:
    """A block, and the items behind it that are lines of it."""

    def __init__(self, block: Block, layout: Layout, rules: Grammar) -> None:
        self._block = block
        self._layout = layout
        self._rules = rules
        self._more: list[Runs] = []
        self._last = texts_of(block, styled.lines(block.runs))[-LINES_IN_BRACKETS:]

    def goes_on_with(self, item: Block) -> bool:
        """Whether an item is a line of the block: its number broke a sentence off, as a year
        does."""
        if self._block.kind in WHOLE or not self._last:
            return False
        if self._layout.is_head_of_page(self._last[-1]):
            return False
        line = f"{item.number} {item.text[:1]}"
        pair = pairs_of([self._last[-1], line], self._layout, self._rules)[0]
        goes_on = not ends(pair.above) or is_open(self._last)
        return goes_on and not is_short(pair.filled, self._layout)

    def add(self, item: Block) -> None:
        """Adds the lines of an item. A closing stood below its number."""
        first = item.text.partition("\n")[0]
        between = " " if closing_field(first, self._rules) is Field.OTHER else "\n"
        self._more.append((Run(f"\n{item.number}{between}"), *item.runs))
        lines = texts_of(item, styled.lines(item.runs))
        self._last = [*self._last, *lines][-LINES_IN_BRACKETS:]

    @property
    def block(self) -> Block:
        """The block with all its lines."""
        if not self._more:
            return self._block
        runs = (run for runs in (self._block.runs, *self._more) for run in runs)
        return self._block.having(styled.merged(runs))


def _whole(blocks: Sequence[Block], layout: Layout, rules: Grammar) -> Iterator[Block]:
    """The blocks, without items that are none. One whose number follows the last is one."""
    whole: _Whole | None = None
    last = 0
    for block in blocks:
        number = _count(block)
        if whole and number and number not in (1, last + 1) and whole.goes_on_with(block):
            whole.add(block)
            continue
        if whole:
            yield whole.block
        whole = _Whole(block, layout, rules)
        last = number or last
    if whole:
        yield whole.block


def _count(item: Block) -> int:
    """The number of an item, 0 for any other block."""
    number = item.number.rstrip(".)")
    is_one = item.kind is BlockKind.ITEM and number.isdecimal()
    return of_digits(number) or 0 if is_one else 0


class _Parting:
    """Parts the blocks of a document after their lines, in order."""

    def __init__(self, rules: Grammar, layout: Layout, pages: Pages) -> None:
        self._rules = rules
        self._layout = layout
        self._pages = pages
        self._above = ""
        """The last line that was left out, or else the last paragraph."""
        self._enacted = False
        """Whether enacting words came before."""
        self._in_head = True
        """Whether they came before the paragraph that is put together."""
        self._told = False
        """Whether a sentence came before, so that the head of a page is that of a further page."""
        self._numbered = False
        """Whether a numbered paragraph came since, so that no preambular one, which ends with a
        comma, can begin."""
        self._block = Block(BlockKind.PARAGRAPH, ())
        self._lines: list[Runs] = []
        self._texts: list[str] = []
        self._is_short: list[bool] = []
        """Of each line, whether it ended on purpose."""

    def parted(self, block: Block) -> Iterator[Block]:
        """The paragraphs of a block."""
        self._numbered = self._numbered or (bool(block.number) and block.kind is BlockKind.ITEM)
        self._in_head = not self._enacted
        if not is_of_lines(block):
            self._enacted = self._enacted or self._holds_enacting_words(block.text)
            if block.kind is not BlockKind.PARAGRAPH or not self._is_of_page(block.text):
                yield block
            self._tell(block.text)
            return
        self._block = block
        self._lines = styled.lines(block.runs)
        self._texts = texts_of(block, self._lines)
        pairs = pairs_of(self._texts, self._layout, self._rules)
        self._is_short = [*(is_short(pair.filled, self._layout) for pair in pairs), True]
        start = 0
        for place in range(1, len(self._lines)):
            if self._begins(start, place):
                yield from self._of_lines(start, place)
                start = place
                self._in_head = not self._enacted
        yield from self._of_lines(start, len(self._lines))

    def _tell(self, text: str) -> None:
        """Remembers the end of what was read last."""
        self._above = text
        self._told = self._told or (ends(text) and len(text) > _SENTENCE)

    def _is_of_page(self, text: str) -> bool:
        if self._in_head:
            return self._told and is_running_head(text, self._rules)
        return self._pages.is_furniture(text, self._above)

    def _of_lines(self, start: int, end: int) -> Iterator[Block]:
        """The block of these lines; those that the width broke are one again."""
        if end == start + 1 and self._is_of_page(self._texts[start]):
            self._above = self._texts[start]
            return
        self._tell(self._texts[end - 1])
        breaks = iter([self._between(start, place) for place in range(start + 1, end)])
        runs = styled.join(self._lines[start:end], lambda left, right: next(breaks))
        yield Block(BlockKind.PARAGRAPH, runs) if start else replace(self._block, runs=runs)

    def _between(self, start: int, place: int) -> str:
        """What stands between a line and the one above in a paragraph that begins at `start`."""
        before, text = self._texts[place - 1 : place + 1]
        if self._is_short[place - 1]:
            return "\n"
        lines = self._texts[max(start, place - LINES_IN_BRACKETS) : place]
        is_field = text[:1] == "[" or (
            states_a_field(text, self._rules)
            if self._in_head
            else closing_field(text, self._rules) is not Field.OTHER
        )
        return "\n" if is_field and not is_open(lines) else self._rules.join(before, text)

    def _begins(self, start: int, place: int) -> bool:
        """Whether a line begins a paragraph; the one before it begins at `start`."""
        before, text = self._texts[place - 1 : place + 1]
        if self._enacts(place) or self._enacts(place - 1):
            self._numbered, self._enacted = False, True
            return True
        if any(is_furniture(one) for one in (before, text)) or self._is_at_page_end(start, place):
            return True
        if self._layout.is_head_of_page(before):
            return True
        number = starts_with_number(text, self._rules)
        if ends(before) and starts_as_slashed_note(text):
            return True
        if self._layout.runs_together and self._layout_begins(start, place):
            self._numbered = self._numbered or (number and ends(before))
            return True
        if not ends(before) or self._goes_on_in_brackets(start, place):
            return False
        is_title_line = is_title(text, self._rules) and not is_preambular(before)
        if number or is_title_line or self._starts_sub_paragraph(start, place):
            self._numbered = self._numbered or number
            return True
        if goes_on_quoting(self._texts, start, place):
            return True
        return self._opens(place) or self._is_heading(place)

    def _is_at_page_end(self, start: int, place: int) -> bool:
        """Whether a line, or the one above, stands at the head or the foot of a page."""
        before, text = self._texts[place - 1 : place + 1]
        if self._in_head:
            return self._told and any(is_running_head(one, self._rules) for one in (before, text))
        above = self._texts[place - 2] if place - 1 > start else self._above
        is_of_page = self._pages.is_furniture
        return is_of_page(before, above) or is_of_page(text, before)

    def _layout_begins(self, start: int, place: int) -> bool:
        """Whether the layout of a file that runs its paragraphs together begins one."""
        if sign_of(separated(self._lines[place])[0]):
            return True
        before, text = self._texts[place - 1 : place + 1]
        if not self._is_short[place - 1] or self._goes_on_small(before, text):
            return False
        if is_preambular(before) and self._goes_on_with_date(text):
            return False
        return ends(before) or is_annex(text, self._rules) or not self._is_of_closing(start, place)

    def _goes_on_small(self, before: str, text: str) -> bool:
        """Whether a line goes on with a small letter what does not end a paragraph."""
        if not self._rules.capitals or not text[:1].islower():
            return False
        has_ended = ends(before) and not is_preambular(before)
        return not has_ended and not starts_with_mark(text, self._rules)

    def _goes_on_with_date(self, text: str) -> bool:
        """Whether a line goes on a list with a date: "of 4 May 2010," and "19 March 2010,"."""
        is_dated = self._rules.date.match(text) is not None
        return is_dated and closing_field(text, self._rules) is Field.OTHER

    def _is_of_closing(self, start: int, place: int) -> bool:
        """Whether lines are a vote or a meeting that a narrow column broke."""
        texts = self._texts[max(start, place - _LINES_OF_A_CLOSING) : place + 1]
        whole = joined("\n".join(texts), self._rules)
        return closing_field(whole, self._rules) is not Field.OTHER

    def _starts_sub_paragraph(self, start: int, place: int) -> bool:
        """Whether a line begins with a mark that is none of a list within a sentence."""
        if not starts_with_mark(self._texts[place], self._rules):
            return False
        if self._is_short[place - 1] or not is_preambular(self._texts[place - 1]):
            return True
        return starts_with_mark(self._texts[start], self._rules)

    def _goes_on_in_brackets(self, start: int, place: int) -> bool:
        lines = self._texts[max(start, place - LINES_IN_BRACKETS) : place]
        return not self._is_short[place - 1] and is_open(lines)

    def _opens(self, place: int) -> bool:
        """Whether a line behind the end of a paragraph opens one."""
        before, text = self._texts[place - 1 : place + 1]
        if not text:
            return False  # a mark alone
        is_short = self._is_short[place - 1]
        if text[0] in OPENS_A_QUOTATION and is_short and last_sign(before) in INTRODUCES:
            return True
        first = first_letter(text)
        opening = bool(self._rules.opening(text))
        if first.isupper() and self._rules.capitals:
            return opening or (is_short and not is_preambular(before))
        if self._numbered and is_preambular(before):
            return False
        if self._layout.runs_together:
            return opening
        caseless = first.isalpha() and first.upper() == first.lower()
        return is_short and (caseless or opening)

    def _is_heading(self, place: int) -> bool:
        """Whether the line begins a heading: what ends on purpose, and not as paragraphs do."""
        if not self._layout.width or not self._layout.runs_together:
            return False
        before, text = self._texts[place - 1 : place + 1]
        if text[:1].islower() or (self._numbered and is_preambular(before)):
            return False
        lines = range(place, min(place + _LINES_OF_A_HEADING, len(self._texts)))
        last = next((line for line in lines if self._is_short[line]), None)
        return last is not None and not ends(self._texts[last])

    def _enacts(self, place: int) -> bool:
        """Whether a line holds enacting words, and goes on no sentence."""
        line = self._texts[place]
        if not self._holds_enacting_words(line):
            return False
        goes_on = place > 0 and not self._is_short[place - 1] and not ends(self._texts[place - 1])
        return not (goes_on and (self._enacted or line[:1].islower()))

    def _holds_enacting_words(self, line: str) -> bool:
        """Whether a line holds enacting words and nothing else."""
        words = line.strip().lstrip(OPENS_A_QUOTATION)
        found = self._rules.enacting.fullmatch(words) if len(line) <= WIDEST[True] else None
        return bool(found and found["end"].strip() in tuple(ENDS_A_PREAMBULAR))

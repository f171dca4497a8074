"""One paragraph a block: parts what a file without empty lines runs together.

The lines of the whole file tell how wide it was set: where the first word of a line would still
have fitted on the line above, that line ended on purpose. In a file that runs its paragraphs
together this begins a paragraph; elsewhere the line above must end as paragraphs do as well. A full
line goes on, unless it ends as paragraphs do and the next begins as they do, with a number, a mark
or opening words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from desktop_app.grammar.characters import (
    ENDS_A_PARAGRAPH,
    ENDS_A_PREAMBULAR,
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
from desktop_app.reading.structure.marks import separated, sign_of
from desktop_app.reading.structure.sub_paragraphs import starts_with_mark
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Run, Runs, words

_NARROWEST = {True: 40, False: 20}
_WIDEST = {True: 140, False: 70}
"""Characters of the widest printed line, in languages with spaces between words and without: a file
with wider ones has a paragraph a line. Narrower columns than the narrowest have no text."""
_RAGGED = 0.75
_NEARLY = 0.85
"""The part of the width that a line has at least where it was set by eye, in languages in which the
next one begins with a small letter, and in others."""
_RUN_TOGETHER = 1 / 3
"""The part of the paragraphs that begin within a block in a file without empty lines."""
_OUTLIERS = 20
"""One line in so many can be longer than the file is wide: a word that was cut is whole again."""
_LINES_IN_BRACKETS = 6
_LINES_OF_A_HEADING = 3
_LINES_OF_A_CLOSING = 12
_HYPHEN = re.compile(r"[^\W\d_]-$")
_WORD = {
    False: re.compile(r"\S+"),
    True: re.compile(r"\S*?[^\W\d_]{2}-(?=[^\W\d_]{2})|\S+"),
}
"""What goes to the next line as a whole, by whether the lines break at hyphens."""
_CHINESE_WORD = re.compile(r"(?:[!-~]+|.)[，。；：、）”》]*")
_RAISED = re.compile("[⁰¹²³⁴-⁹]+$")


def paragraphs(document: Document, rules: Grammar) -> Iterator[Block]:
    """The blocks of a document, those that hold several paragraphs as one block each."""
    layout = _layout(document.blocks, document.indent, rules)
    parting = _Parting(rules, layout)
    for block in _whole(document.blocks, layout, rules) if layout.width else document.blocks:
        yield from parting.parted(block)


def _is_of_lines(block: Block) -> bool:
    return block.kind not in (BlockKind.HEADING, BlockKind.NOTE) and "\n" in block.text


class _Layout(NamedTuple):
    """How a file is set. A line ended on purpose if with the next word it had fewer characters than
    `width`; in a file with a paragraph a line all did, and it is 0. `indent` as in Document."""

    width: int = 0
    runs_together: bool = False
    breaks_at_hyphens: bool = False
    indent: int = 0


class _Pair(NamedTuple):
    """Two lines of a block, and the length of the first if the next word stood on it."""

    above: str
    text: str
    filled: int


def _layout(blocks: Sequence[Block], indent: int, rules: Grammar) -> _Layout:
    of_lines = [_texts(block, styled.lines(block.runs)) for block in blocks if _is_of_lines(block)]
    if not of_lines:
        return _Layout(indent=indent)
    breaks = any(_HYPHEN.search(line) for lines in of_lines for line in lines[:-1])
    layout = _Layout(indent=indent, breaks_at_hyphens=breaks)
    pairs = [pair for lines in of_lines for pair in _pairs(lines, layout, rules)]
    lengths = [len(block.text) for block in blocks if not _is_of_lines(block)]
    lengths += [length for lines in of_lines for length in _lengths(lines, indent)]
    layout = layout._replace(width=_width(sorted(lengths), pairs, rules))
    begun = sum(_is_short(pair.filled, layout) and _parts(pair, rules) for pair in pairs)
    apart = sum(block.kind is BlockKind.PARAGRAPH for block in blocks)
    return layout._replace(runs_together=begun > (begun + apart) * _RUN_TOGETHER)


def _texts(block: Block, lines: Sequence[Runs]) -> list[str]:
    """The lines as they are printed, the first with the number of its item."""
    texts = [words(line) for line in lines]
    return [f"{block.number} {texts[0]}", *texts[1:]] if block.number and texts else texts


def _lengths(texts: Sequence[str], indent: int) -> list[int]:
    """How far the lines of a block reach, of which the first or the others are indented."""
    return [len(text) + max(-indent if place else indent, 0) for place, text in enumerate(texts)]


def _pairs(texts: Sequence[str], layout: _Layout, rules: Grammar) -> list[_Pair]:
    """Each line with the one below."""
    words_to_fit = _WORD[layout.breaks_at_hyphens] if rules.spaced else _CHINESE_WORD
    pairs = []
    for above, length, text in zip(texts, _lengths(texts, layout.indent), texts[1:], strict=False):
        word = words_to_fit.match(text)
        pairs.append(_Pair(above, text, length + rules.spaced + (len(word[0]) if word else 0)))
    return pairs


def _width(lengths: Sequence[int], pairs: Sequence[_Pair], rules: Grammar) -> int:
    """The width of a layout; `lengths` are those of all lines, the shortest first."""
    widest = lengths[-1 - len(lengths) // _OUTLIERS]
    if widest > _WIDEST[rules.spaced]:
        return 0
    widest = max(widest, _NARROWEST[rules.spaced])
    if not any(pair.filled > widest and not _ends(pair.above) for pair in pairs):
        return 0
    ragged = (pair.filled for pair in pairs if _goes_on(pair, widest, rules))
    return min([widest + 1, *ragged])


def _goes_on(pair: _Pair, widest: int, rules: Grammar) -> bool:
    """Whether the second line surely goes on the paragraph of the first, though that has room."""
    if _ends(pair.above):
        return False
    if not rules.capitals:
        return pair.filled >= _NEARLY * widest
    return _first_letter(pair.text).islower() and pair.filled >= _RAGGED * widest


def _is_short(filled: int, layout: _Layout) -> bool:
    return not layout.width or filled < layout.width


def _parts(pair: _Pair, rules: Grammar) -> bool:
    """Whether the first line ends as paragraphs do, and the second begins so."""
    if not _ends(pair.above):
        return False
    first = _first_letter(pair.text)
    if first.isalpha() and not first.islower():
        return True
    return bool(rules.number.match(pair.text)) or starts_with_mark(pair.text, rules)


def _first_letter(text: str) -> str:
    return next((sign for sign in text if sign.isalnum()), "")


def _last_sign(line: str) -> str:
    return last_sign(_RAISED.sub("", line.rstrip()))


def _ends(line: str) -> bool:
    """Whether a line ends as paragraphs do."""
    return _last_sign(line) in ENDS_A_PARAGRAPH


def _is_preambular(line: str) -> bool:
    """Whether a line ends as preambular paragraphs do."""
    return _last_sign(line) in ENDS_A_PREAMBULAR


def _is_open(lines: Sequence[str]) -> bool:
    """Whether a bracket is open at the end of the last lines."""
    text = "".join(lines[-_LINES_IN_BRACKETS:])
    return any(text.count(left) > text.count(right) for left, right in ("[]", "()", "（）"))


class _Whole:
    """A block, and the items behind it that are lines of it."""

    def __init__(self, block: Block, layout: _Layout, rules: Grammar) -> None:
        self._block = block
        self._layout = layout
        self._rules = rules
        self._more: list[Runs] = []
        self._last = _texts(block, styled.lines(block.runs))[-_LINES_IN_BRACKETS:]

    def goes_on_with(self, item: Block) -> bool:
        """Whether an item is a line of the block: its number broke a sentence off, as a year
        does."""
        if self._block.kind in (BlockKind.HEADING, BlockKind.NOTE) or not self._last:
            return False
        line = f"{item.number} {item.text[:1]}"
        pair = _pairs([self._last[-1], line], self._layout, self._rules)[0]
        goes_on = not _ends(pair.above) or _is_open(self._last)
        return goes_on and not _is_short(pair.filled, self._layout)

    def add(self, item: Block) -> None:
        """Adds the lines of an item. A closing stood below its number."""
        first = item.text.partition("\n")[0]
        between = " " if closing_field(first, self._rules) is Field.OTHER else "\n"
        self._more.append((Run(f"\n{item.number}{between}"), *item.runs))
        lines = _texts(item, styled.lines(item.runs))
        self._last = [*self._last, *lines][-_LINES_IN_BRACKETS:]

    @property
    def block(self) -> Block:
        """The block with all its lines."""
        if not self._more:
            return self._block
        runs = (run for runs in (self._block.runs, *self._more) for run in runs)
        return self._block.having(styled.merged(runs))


def _whole(blocks: Sequence[Block], layout: _Layout, rules: Grammar) -> Iterator[Block]:
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

    def __init__(self, rules: Grammar, layout: _Layout) -> None:
        self._rules = rules
        self._layout = layout
        self._enacted = False
        """Whether enacting words came before."""
        self._in_head = True
        """Whether they came before the paragraph that is put together."""
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
        if not _is_of_lines(block):
            yield block
            return
        self._block = block
        self._lines = styled.lines(block.runs)
        self._texts = _texts(block, self._lines)
        pairs = _pairs(self._texts, self._layout, self._rules)
        self._is_short = [*(_is_short(pair.filled, self._layout) for pair in pairs), True]
        start = 0
        self._in_head = not self._enacted
        for place in range(1, len(self._lines)):
            if self._begins(start, place):
                yield self._of_lines(start, place)
                start = place
                self._in_head = not self._enacted
        yield self._of_lines(start, len(self._lines))

    def _of_lines(self, start: int, end: int) -> Block:
        """The block of these lines; those that the width broke are one again."""
        breaks = iter([self._between(start, place) for place in range(start + 1, end)])
        runs = styled.join(self._lines[start:end], lambda left, right: next(breaks))
        return Block(BlockKind.PARAGRAPH, runs) if start else replace(self._block, runs=runs)

    def _between(self, start: int, place: int) -> str:
        """What stands between a line and the one above in a paragraph that begins at `start`."""
        before, text = self._texts[place - 1 : place + 1]
        if self._is_short[place - 1]:
            return "\n"
        lines = self._texts[max(start, place - _LINES_IN_BRACKETS) : place]
        is_field = text[:1] == "[" or (
            states_a_field(text, self._rules)
            if self._in_head
            else closing_field(text, self._rules) is not Field.OTHER
        )
        return "\n" if is_field and not _is_open(lines) else self._rules.join(before, text)

    def _begins(self, start: int, place: int) -> bool:
        """Whether a line begins a paragraph; the one before it begins at `start`."""
        before, text = self._texts[place - 1 : place + 1]
        if self._enacts(place) or self._enacts(place - 1):
            self._numbered, self._enacted = False, True
            return True
        if is_furniture(text) or is_furniture(before):
            return True
        number = bool(self._rules.number.match(text))
        if self._layout.runs_together and self._layout_begins(start, place):
            self._numbered = self._numbered or (number and _ends(before))
            return True
        if not _ends(before) or self._goes_on_in_brackets(start, place):
            return False
        if number or is_title(text, self._rules) or self._starts_sub_paragraph(start, place):
            self._numbered = self._numbered or number
            return True
        return self._opens(place) or self._is_heading(place)

    def _layout_begins(self, start: int, place: int) -> bool:
        """Whether the layout of a file that runs its paragraphs together begins one."""
        if sign_of(separated(self._lines[place])[0]):
            return True
        before, text = self._texts[place - 1 : place + 1]
        if not self._is_short[place - 1] or self._goes_on_small(before, text):
            return False
        return _ends(before) or is_annex(text, self._rules) or not self._is_of_closing(start, place)

    def _goes_on_small(self, before: str, text: str) -> bool:
        """Whether a line goes on with a small letter what does not end a paragraph."""
        if not self._rules.capitals or not text[:1].islower():
            return False
        ends = _ends(before) and not _is_preambular(before)
        return not ends and not starts_with_mark(text, self._rules)

    def _is_of_closing(self, start: int, place: int) -> bool:
        """Whether lines are a vote or a meeting that a narrow column broke."""
        texts = self._texts[max(start, place - _LINES_OF_A_CLOSING) : place + 1]
        whole = joined("\n".join(texts), self._rules)
        return closing_field(whole, self._rules) is not Field.OTHER

    def _starts_sub_paragraph(self, start: int, place: int) -> bool:
        """Whether a line begins with a mark that is none of a list within a sentence."""
        if not starts_with_mark(self._texts[place], self._rules):
            return False
        if self._is_short[place - 1] or not _is_preambular(self._texts[place - 1]):
            return True
        return starts_with_mark(self._texts[start], self._rules)

    def _goes_on_in_brackets(self, start: int, place: int) -> bool:
        lines = self._texts[max(start, place - _LINES_IN_BRACKETS) : place]
        return not self._is_short[place - 1] and _is_open(lines)

    def _opens(self, place: int) -> bool:
        """Whether a line behind the end of a paragraph opens one."""
        before, text = self._texts[place - 1 : place + 1]
        is_short = self._is_short[place - 1]
        first = _first_letter(text)
        opening = bool(self._rules.opening(text))
        if first.isupper() and self._rules.capitals:
            return opening or (is_short and not _is_preambular(before))
        if self._numbered and _is_preambular(before):
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
        if text[:1].islower() or (self._numbered and _is_preambular(before)):
            return False
        lines = range(place, min(place + _LINES_OF_A_HEADING, len(self._texts)))
        last = next((line for line in lines if self._is_short[line]), None)
        return last is not None and not _ends(self._texts[last])

    def _enacts(self, place: int) -> bool:
        """Whether a line holds enacting words and nothing else."""
        line = self._texts[place]
        if len(line) > _WIDEST[True]:
            return False
        found = self._rules.enacting.fullmatch(line.strip())
        if not found or found["end"].strip() not in tuple(ENDS_A_PREAMBULAR):
            return False
        goes_on = place > 0 and not self._is_short[place - 1] and not _ends(self._texts[place - 1])
        return not (goes_on and (self._enacted or line[:1].islower()))

"""How a file is set: the width of its lines, and whether it runs its paragraphs together."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, ENDS_A_PREAMBULAR, last_sign
from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.headings import is_numbered_heading
from desktop_app.reading.structure.lines import Field, closing_field
from desktop_app.reading.structure.sub_paragraphs import starts_with_mark
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Runs, words

_NARROWEST = {True: 40, False: 20}
WHOLE = (BlockKind.HEADING, BlockKind.NOTE, BlockKind.TABLE)
"""What holds no paragraphs."""
WIDEST = {True: 140, False: 70}
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
LINES_IN_BRACKETS = 6
"""A bracket that more lines above opens was never closed."""
_HYPHEN = re.compile(r"[^\W\d_]-$")
_WORD = {
    False: re.compile(r"\S+"),
    True: re.compile(r"\S*?[^\W\d_]{2}-(?=[^\W\d_]{2})|\S+"),
}
"""What goes to the next line as a whole, by whether the lines break at hyphens."""
_CHINESE_WORD = re.compile(r"(?:[!-~]+|.)[，。；：、）”》]*")
_LEADS_OVER = re.compile(r"[,;]\s[^\W\d_]{1,3}$")
"""The end of a paragraph that names the next: "Whereas …, and"."""
_WITH_PAGE = re.compile(r"[^\W\d_]\s\d{1,3}$")
_RAISED = re.compile("[⁰¹²³⁴-⁹]+$")


def is_of_lines(block: Block) -> bool:
    """Whether a block has several lines, which can be paragraphs."""
    return block.kind not in WHOLE and "\n" in block.text.strip()


class Layout(NamedTuple):
    """How a file is set. A line ended on purpose if with the next word it had fewer characters than
    `width`; in a file with a paragraph a line all did, and it is 0. `indent` as in Document."""

    width: int = 0
    runs_together: bool = False
    breaks_at_hyphens: bool = False
    indent: int = 0
    head_of_page: str = ""
    """The first line, if it is the head of a printed page: a division and the number of the
    page."""

    def is_head_of_page(self, line: str) -> bool:
        """Whether a line is that head."""
        return bool(self.head_of_page) and line.strip() == self.head_of_page


class Pair(NamedTuple):
    """Two lines of a block, and the length of the first if the next word stood on it."""

    above: str
    text: str
    filled: int


def layout_of(blocks: Sequence[Block], indent: int, rules: Grammar) -> Layout:
    """How the blocks of a file are set; `indent` as in Document."""
    of_lines = [texts_of(block, styled.lines(block.runs)) for block in blocks if is_of_lines(block)]
    if not of_lines:
        return Layout(indent=indent)
    breaks = any(_HYPHEN.search(line) for lines in of_lines for line in lines[:-1])
    layout = Layout(0, False, breaks, indent, _head_of_page(blocks[0], rules))
    pairs = [pair for lines in of_lines for pair in pairs_of(lines, layout, rules)]
    lengths = [len(block.text) for block in blocks if not is_of_lines(block)]
    lengths += [length for lines in of_lines for length in _lengths(lines, indent)]
    layout = layout._replace(width=_width(sorted(lengths), pairs, rules))
    begun = sum(is_short(pair.filled, layout) and _parts(pair, rules) for pair in pairs)
    apart = sum(block.kind is BlockKind.PARAGRAPH for block in blocks)
    return layout._replace(runs_together=begun > (begun + apart) * _RUN_TOGETHER)


def _head_of_page(first: Block, rules: Grammar) -> str:
    line = first.text.partition("\n")[0].strip()
    is_one = _WITH_PAGE.search(line) and is_numbered_heading(line, rules)
    return line if is_one and not first.number else ""


def texts_of(block: Block, lines: Sequence[Runs]) -> list[str]:
    """The lines as they are printed, the first with the number of its item."""
    texts = [words(line) for line in lines]
    return [f"{block.number} {texts[0]}", *texts[1:]] if block.number and texts else texts


def _lengths(texts: Sequence[str], indent: int) -> list[int]:
    """How far the lines of a block reach, of which the first or the others are indented."""
    return [len(text) + max(-indent if place else indent, 0) for place, text in enumerate(texts)]


def pairs_of(texts: Sequence[str], layout: Layout, rules: Grammar) -> list[Pair]:
    """Each line with the one below."""
    words_to_fit = _WORD[layout.breaks_at_hyphens] if rules.spaced else _CHINESE_WORD
    pairs = []
    for above, length, text in zip(texts, _lengths(texts, layout.indent), texts[1:], strict=False):
        word = words_to_fit.match(text)
        pairs.append(Pair(above, text, length + rules.spaced + (len(word[0]) if word else 0)))
    return pairs


def _width(lengths: Sequence[int], pairs: Sequence[Pair], rules: Grammar) -> int:
    """The width of a layout; `lengths` are those of all lines, the shortest first."""
    widest = lengths[-1 - len(lengths) // _OUTLIERS]
    if widest > WIDEST[rules.spaced]:
        return 0
    widest = max(widest, _NARROWEST[rules.spaced])
    if not any(pair.filled > widest and _is_broken(pair, rules) for pair in pairs):
        return 0
    ragged = (pair.filled for pair in pairs if _goes_on(pair, widest, rules))
    return min([widest + 1, *ragged])


def _is_broken(pair: Pair, rules: Grammar) -> bool:
    """Whether the first line ends as no paragraph does."""
    if ends(pair.above):
        return False
    return not (_LEADS_OVER.search(pair.above.rstrip()) and rules.opening(pair.text))


def _goes_on(pair: Pair, widest: int, rules: Grammar) -> bool:
    """Whether the second line surely goes on the paragraph of the first, though that has room."""
    if ends(pair.above):
        return False
    if not rules.capitals:
        return pair.filled >= _NEARLY * widest
    return first_letter(pair.text).islower() and pair.filled >= _RAGGED * widest


def is_short(filled: int, layout: Layout) -> bool:
    """Whether a line ended on purpose that the next word would have filled so far."""
    return not layout.width or filled < layout.width


def _parts(pair: Pair, rules: Grammar) -> bool:
    """Whether the first line ends as paragraphs do, and the second begins so."""
    if not ends(pair.above):
        return False
    first = first_letter(pair.text)
    if first.isalpha() and not first.islower():
        return True
    if rules.number.match(pair.text) or starts_with_mark(pair.text, rules):
        return True
    return first.isdigit() and closing_field(pair.text, rules) is not Field.OTHER


def first_letter(text: str) -> str:
    """The first letter or digit of a line, "" where it has none."""
    return next((sign for sign in text if sign.isalnum()), "")


def _last_sign(line: str) -> str:
    return last_sign(_RAISED.sub("", line.rstrip()))


def ends(line: str) -> bool:
    """Whether a line ends as paragraphs do."""
    return _last_sign(line) in ENDS_A_PARAGRAPH


def is_preambular(line: str) -> bool:
    """Whether a line ends as preambular paragraphs do."""
    return _last_sign(line) in ENDS_A_PREAMBULAR


def is_open(lines: Sequence[str]) -> bool:
    """Whether a bracket is open at the end of the last lines."""
    text = "".join(lines[-LINES_IN_BRACKETS:])
    return any(text.count(left) > text.count(right) for left, right in ("[]", "()", "（）"))

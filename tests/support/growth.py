"""How the time of a task grows with its input, and the constructs that it is measured with.

To have a construct measured by every such test, add a line to CONSTRUCTS.
"""

import gc
import math
import time
from collections.abc import Callable
from typing import NamedTuple

_ENOUGH = 0.04
"""Seconds of the shortest run: fewer say more about the machine than about the task."""
_LARGEST = 2_000_000
"""Characters: a task that is this quick may grow as it likes."""
STEEPEST = 1.4
"""The exponent of the growth that is still taken for linear: 1 is, 2 is quadratic."""


class Construct(NamedTuple):
    """A text of any length: what is repeated, between what stands before and behind it once."""

    repeated: str
    before: str = ""
    after: str = ""

    def text(self, characters: int) -> str:
        """A text of about so many characters."""
        return f"{self.before}{self.repeated * (characters // len(self.repeated))}{self.after}\n"


_EN = "# General Assembly\n\n75/58. A title\n\nThe General Assembly,\n\nRecalling its report,\n\n"
_ZH = "大会\n\n75/58. 题目\n\n大会，\n\n回顾其报告，\n\n"
_ANNEXED = f"---\nlanguage: en\n---\n{_EN}1. Decides to act.\n\nAnnex\n\n"

CONSTRUCTS: dict[str, Construct] = {
    "letters": Construct("a"),
    "Chinese characters": Construct("国"),
    "words": Construct("word "),
    "lines of a letter": Construct("a\n"),
    "lines of a Chinese character": Construct("国\n"),
    "paragraphs of a letter": Construct("a\n\n"),
    "spaces": Construct(" ", "a", "a"),
    "empty lines": Construct("\n", "a", "a"),
    "hard breaks": Construct("a  \n"),
    "breaks with a backslash": Construct("a\\\n"),
    "breaks in HTML": Construct("a<br>"),
    "headings": Construct("# a\n\n"),
    "numbered paragraphs": Construct("1. a\n\n", _EN),
    "numbered paragraphs that count": Construct("1. Decides;\n\n2. Requests;\n\n", _EN),
    "numbers without paragraphs": Construct("1.\n", _EN),
    "paragraphs without numbers": Construct("Decides to act;\n\n", _EN),
    "paragraphs that end in nothing": Construct("and so on\n\n", _EN),
    "preambular paragraphs": Construct("Recalling its report,\n\n", _EN),
    "sub-paragraphs": Construct("(a) acts;\n\n", f"{_EN}1. Decides:\n\n"),
    "sub-paragraphs in one another": Construct(
        "(a) acts:\n\n(i) acts;\n\n", f"{_EN}1. Decides:\n\n"
    ),
    "sub-paragraphs in Chinese": Construct("㈠ 采取行动；\n\n", f"{_ZH}1. 决定：\n\n"),
    "items": Construct("- a\n"),
    "items in items": Construct("- a\n  - b\n    - c\n"),
    "items in a line": Construct("- "),
    "items of one number": Construct("1. a\n"),
    "items of a paragraph": Construct("- a\n\n  b\n"),
    "lazy quotations": Construct("> a\nb\n"),
    "quotations": Construct("> a\n\n"),
    "quotations in a line": Construct("> "),
    "signs of quotation": Construct(">"),
    "rows of a table": Construct("a|b\n", "a|b\n-|-\n"),
    "rows with more cells than the head": Construct("a|b|c|d\n", "a|b\n-|-\n"),
    "rows with fewer cells than the head": Construct("a\n", f"{'a|' * 100}\n{'-|' * 100}\n"),
    "cells of a row": Construct("a|", "a|b\n-|-\n"),
    "cells of a head": Construct("a|"),
    "tables": Construct("a|b\n-|-\nc|d\n\n"),
    "stars": Construct("*"),
    "stars before a letter": Construct("*a"),
    "stars on both sides": Construct("*a* "),
    "double stars with spaces": Construct("** a ** "),
    "double stars": Construct("**a "),
    "stars of two sorts": Construct("*a **b "),
    "underscores": Construct("_a "),
    "escaped stars": Construct(r"\*"),
    "backticks": Construct("`"),
    "backticks of growing length": Construct("`a``b```c"),
    "square brackets": Construct("["),
    "closing square brackets": Construct("]"),
    "brackets in brackets": Construct("[a]("),
    "links": Construct("[a](https://b.c) "),
    "links with titles": Construct('[a](b.c "d'),
    "images": Construct("![a](b.c) "),
    "beginnings of images": Construct("!["),
    "definitions of links": Construct("[a]: b.c\n"),
    "autolinks": Construct("<https://b.c> "),
    "angle brackets": Construct("<"),
    "tags": Construct("<b>"),
    "tags of no meaning": Construct("<a b='c'>"),
    "beginnings of comments": Construct("<!-- "),
    "comments": Construct("<!-- a -->"),
    "declarations": Construct("<!A "),
    "instructions": Construct("<? "),
    "sections of characters": Construct("<![CDATA["),
    "raised numbers": Construct("<sup>1</sup>"),
    "raised digits": Construct("a¹ "),
    "raised digits in a row": Construct("¹"),
    "raised tags that do not end": Construct("<sup>1"),
    "entities": Construct("&amp;"),
    "numbers of characters": Construct("&#65;"),
    "ampersands": Construct("&"),
    "footnote marks": Construct("[^1]", "", "\n\n[^1]: a"),
    "footnote marks that call nothing": Construct("a[^1] "),
    "beginnings of footnote marks": Construct("[^"),
    "footnotes": Construct("[^1]: a\n"),
    "footnotes in paragraphs": Construct("[^1]: a\n\n    b\n\n"),
    "footnotes in one another": Construct("[^1]: "),
    "footnotes as raised numbers": Construct("<sup>1</sup> a\n\n"),
    "footnotes in lines": Construct("<sup>1</sup> a\n"),
    "marks and footnotes by turns": Construct("a[^1]\n\n[^1]: b\n\n"),
    "fences": Construct("```\n"),
    "fences of waves": Construct("~~~ a\n"),
    "lines of dashes": Construct("---\n\n"),
    "front matter that does not end": Construct("a: b\n", "---\n"),
    "front matter": Construct("a: b\n", "---\n", "---\n\ntext"),
    "indented lines": Construct("    a\n"),
    "tabs": Construct("\t"),
    "digits": Construct("1"),
    "digits with commas": Construct("1,"),
    "digits with points": Construct("1."),
    "digits with spaces": Construct("1 "),
    "groups of digits": Construct("000,", "1,", "000"),
    "Arabic digits": Construct("٣"),
    "numbers of resolutions": Construct("75/58 "),
    "symbols": Construct("A/RES/75/58, "),
    "a symbol that goes on": Construct("/A", "A/RES"),
    "years in brackets": Construct("1540 (2004) "),
    "dates": Construct("7 December 2020 "),
    "dates in Chinese": Construct("2020年12月7日"),
    "days": Construct("7, ", "", "December 2020"),
    "months": Construct("December "),
    "Roman numerals": Construct("X"),
    "Chinese numerals": Construct("七"),
    "magnitudes in Chinese": Construct("亿"),
    "hundreds in Chinese": Construct("百"),
    "numbers in words": Construct("seventy-six "),
    "thousands in words": Construct("one thousand "),
    "millions": Construct("million ", "one "),
    "ordinals": Construct("seventy-fifth "),
    "meetings": Construct("37th plenary meeting\n\n", f"{_EN}1. Decides.\n\n"),
    "dates that close": Construct("7 December 2020\n\n", f"{_EN}1. Decides.\n\n"),
    "lines of a masthead": Construct("Seventy-fifth session\n\n", "# General Assembly\n\n", _EN),
    "lines that go on a title": Construct("and so on\n", "75/58. A title\n", _EN),
    "organs": Construct("General Assembly\n\n"),
    "enacting words": Construct("The General Assembly,\n\n"),
    "enacting words in Chinese": Construct("大会，\n\n"),
    "opening words": Construct("Recalling "),
    "opening words in Chinese": Construct("又回顾"),
    "sections": Construct("I\n\nTitle\n\n1. Decides.\n\n", _EN),
    "annexes": Construct("Annex\n\nText\n\n", f"{_EN}1. Decides.\n\n"),
    "paragraphs of an annex": Construct("1. Text\n\n", f"{_EN}1. Decides.\n\nAnnex\n\n"),
    "annexes in Chinese": Construct("附件\n\n文字\n\n", f"{_ZH}1. 决定。\n\n"),
    "quotation marks": Construct("“a ", _EN),
    "brackets": Construct("("),
    "Chinese brackets": Construct("《国》", _ZH),
    "signs of direction": Construct("\u202e"),
    "combining accents": Construct("\u0301", "a"),
    "full-width signs": Construct("（１）"),
    "job numbers": Construct("20-16954 (C)\n\n", _EN),
    "units": Construct("5 km<sup>2</sup> "),
    "nulls": Construct("\0"),
    "lone carriage returns": Construct("a\r"),
    "paragraphs of brackets": Construct("[" * 900 + "\n\n"),
    "paragraphs of links": Construct("[a](https://b.c) " * 50 + "\n\n"),
    "paragraphs of emphasis": Construct("*a **b " * 50 + "\n\n"),
    "paragraphs of marks": Construct("a[^1] b<sup>2</sup>\n\n", _EN),
    "paragraphs of anchors": Construct("See A/RES/75/58 of 7 December 2020, 1540 (2004);\n\n", _EN),
    "paragraphs of Chinese anchors": Construct(
        "见2020年12月7日第七十五届会议第75/58号决议；\n\n", _ZH
    ),
    "paragraphs in Russian": Construct("а) принимает меры;\n\n", f"{_EN}1. Decides:\n\n"),
    "paragraphs in Arabic": Construct("(أ) أن تتخذ إجراءات؛\n\n", f"{_EN}1. Decides:\n\n"),
    "articles of an annex": Construct("Article 1\n\nAll act.\n\n", _ANNEXED),
    "headings in an annex": Construct("### A heading\n\n#### Another\n\n", _ANNEXED),
    "plain headings in an annex": Construct("A heading\n\nAll States act.\n\n", _ANNEXED),
    "lists that begin anew": Construct("1. All act.\n\n2. All wait.\n\n", _ANNEXED),
}
"""What documents consist of, and what was once slow, each by its name."""


class Growth(NamedTuple):
    """The seconds that a task takes for some `characters`, for twice and for four times as many."""

    characters: int
    seconds: tuple[float, float, float]

    @property
    def exponent(self) -> float:
        """1 where the time grows as the length, 2 where it grows as its square."""
        return math.log2(max(self.seconds[2], 1e-9) / max(self.seconds[0], 1e-9)) / 2


def growth(task: Callable[[str], object], construct: Construct) -> Growth:
    """How the time that a task takes for a text grows: measured where it is long enough to be
    measured, or on the longest texts. In time of the processor, so that other programs count for
    little."""
    characters = 4_000
    while True:
        first = _seconds(task, construct.text(characters))
        if first >= _ENOUGH or characters * 4 >= _LARGEST:
            break
        characters *= 2
    longer = (_seconds(task, construct.text(characters * times)) for times in (2, 4))
    return Growth(characters, (first, *longer))  # type: ignore[arg-type]


def _seconds(task: Callable[[str], object], text: str) -> float:
    gc.collect()
    gc.disable()
    try:
        begin = time.process_time()
        task(text)
        return time.process_time() - begin
    finally:
        gc.enable()


def is_linear(task: Callable[[str], object], construct: Construct) -> tuple[bool, Growth]:
    """Whether the time grows no faster than the length, and how it grows. What seems to grow faster
    is measured thrice: a machine may stumble."""
    found = growth(task, construct)
    for _ in range(2):
        if found.exponent <= STEEPEST:
            break
        found = min(found, growth(task, construct), key=lambda one: one.exponent)
    return found.exponent <= STEEPEST, found

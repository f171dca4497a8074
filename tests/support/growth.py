"""How the time of a task grows with its input, and the constructs that it is measured with.

To have a construct measured by every such test, add a line to CONSTRUCTS; one of words that only
matters within a paragraph is a text more in _UNITS.
"""

import gc
import math
import os
import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

ENOUGH = 0.04
"""Seconds of the shortest run: fewer say more about the machine than about the task."""
SMALLEST, LARGEST = 4_000, 2_000_000
"""Characters of the first text that is tried, and of the longest."""
NOTICED = 0.04
"""Seconds for the longest text: a task that is quicker may grow as it likes."""
STEEPEST = 1.4
"""The exponent of the growth that is still taken for linear: 1 is, 2 is quadratic."""

Prepare = Callable[[str], Callable[[], object]]
"""Makes the task that is measured of a text."""


class Construct(NamedTuple):
    """A text of any length: what is repeated, between what stands before and behind it once. Where
    it `counts`, each "{}" of what is repeated becomes the number of the repetition."""

    repeated: str
    before: str = ""
    after: str = ""
    counts: bool = False

    def text(self, characters: int) -> str:
        """A text of about so many characters."""
        times = characters // len(self.repeated)
        if self.counts:
            numbers = map(str, range(1, times + 1))
            repeated = "".join(self.repeated.replace("{}", number) for number in numbers)
        else:
            repeated = self.repeated * times
        return f"{self.before}{repeated}{self.after}\n"


_HEAD = "General Assembly\n75/58. A title\nThe General Assembly,\nRecalling its report,\n"
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
    "paragraphs without empty lines": Construct("Recalling its report,\n", _HEAD),
    "numbered paragraphs without empty lines": Construct(
        "{}. Decides to act;\n", _HEAD, counts=True
    ),
    "wrapped lines": Construct("Decides that all the lamps of lighthouses are\nlit;\n", _HEAD),
    "wrapped lines that end in nothing": Construct(
        "that all the lamps of the lighthouses\n", _HEAD
    ),
    "lines of a vote": Construct("Adopted by 14 votes to\n", f"{_HEAD}Recalling,\nDecides.\n"),
    "lines in brackets": Construct("(a lamp of lighthouses that was lit at night\n", _HEAD),
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
    "headings above sub-paragraphs": Construct(
        "Lamps\n\n(a) acts;\n\nGates\n\n(b) acts;\n\n", f"{_EN}1. Decides:\n\n"
    ),
    "headings above the next sub-paragraph": Construct("Lamps\n\n", f"{_EN}1. Decides:\n\n"),
    "items with dashes": Construct("– acts;\n\n", f"{_EN}1. Decides:\n\n"),
    "heads of pages": Construct("A/RES/75/58\n\nPage 2\n\nand so on\n\n/...\n\n", _EN),
    "numbers of pages": Construct("and so on\n\n{}\n\nand so on\n\n", _EN, counts=True),
    "numbered paragraphs that enact": Construct(
        "{}. The General Assembly requests it;\n\n", "24 (I). A title\n\n", counts=True
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
    "rows of a table in an annex": Construct(
        "|a|5[^1]|\n", f"{_EN}1. Decides.\n\nAnnex\n\n|a|b|\n|-|-|\n"
    ),
    "tables in a list": Construct("(a) acts:\n\na|b\n-|-\nc|d\n\n", f"{_EN}1. Decides:\n\n"),
    "rows of a table with raised digits": Construct(
        "words¹\tvalue²\n", f"{_EN}1. Decides.\n\nAnnex\n\n"
    ),
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
    "months and years in Chinese far apart": Construct(" ", "1月", "1日"),
    "a day far from its month": Construct(" ", "1", "May"),
    "particles before a month": Construct("de ", "1 ", "mayo"),
    "commas between Roman numerals": Construct(", ", "Chapter I", "X"),
    "Roman numerals behind commas": Construct("a I ", "Chapter I,,,,,,"),
    "a long number in a symbol": Construct("1", "A/RES/", "/"),
    "different numbers": Construct("{}, ", counts=True),
    "different symbols": Construct("A/RES/75/{}, ", counts=True),
    "different symbols with spaces": Construct("CD {}, CE/{}, ", counts=True),
    "different footnote marks": Construct("a[^{}] ", counts=True),
    "different marks and footnotes": Construct("a[^{}]\n\n[^{}]: b\n\n", _EN, counts=True),
    "paragraphs with different numbers": Construct("{}. Decides {};\n\n", _EN, counts=True),
    "paragraphs with different symbols": Construct("See A/RES/75/{};\n\n", _EN, counts=True),
    "sub-paragraphs with different numbers": Construct(
        "({}) acts;\n\n", f"{_EN}1. Decides:\n\n", counts=True
    ),
    "annexes with different numbers": Construct(
        "Annex {}\n\n1. Text\n\n", f"{_EN}1. Decides.\n\n", counts=True
    ),
    "sections with different numbers": Construct(
        "Section {}\n\nTitle\n\n1. Decides.\n\n", _EN, counts=True
    ),
    "articles of an annex": Construct("Article 1\n\nAll act.\n\n", _ANNEXED),
    "headings in an annex": Construct("### A heading\n\n#### Another\n\n", _ANNEXED),
    "plain headings in an annex": Construct("A heading\n\nAll States act.\n\n", _ANNEXED),
    "resolutions with different numbers": Construct(
        "75/{}. A title\n\nThe General Assembly,\n\nRecalling its report,\n\n1. Decides.\n\n"
        "60th plenary meeting\n\n",
        "---\nlanguage: en\n---\n",
        counts=True,
    ),
    "resolutions with letters": Construct(
        "A\n\nThe General Assembly,\n\nDecides.\n\nB\n\nThe General Assembly,\n\nDecides.\n\n",
        f"{_EN}1. Decides.\n\n",
    ),
    "articles of a treaty": Construct(
        "Article {}\n\nAll act.\n\n", "---\nlanguage: en\n---\nConvention\n\n", counts=True
    ),
    "paragraphs of a statement": Construct(
        "The Security Council recalls its report.\n\n",
        "Statement by the President of the Security Council\n\n",
    ),
    "titles behind closings": Construct(
        "75/{}. A title\n\nRecalling it,\n\n60th plenary meeting\n\n", _EN, counts=True
    ),
    "sentences behind closings": Construct(
        "At its meeting the Assembly decided to light all the lamps of the harbours.\n\n",
        f"{_EN}1. Decides.\n\n37th plenary meeting\n\n75/59. A title\n\n1. Acts.\n\n"
        "37th plenary meeting\n\n",
    ),
    "headings in two lines": Construct("A. Lamps and\n\ntheir gates\n\n", f"{_EN}1. Acts.\n\n"),
    "brackets that do not close": Construct("[on the report\n\n", "# General Assembly\n\n", _EN),
    "decimal numbers": Construct("1.{}. acts;\n\n", f"{_EN}1. Decides:\n\n", counts=True),
    "notes that count on": Construct("{} See A/{}.\n\n", f"{_EN}1. Acts.\n\n", counts=True),
    "lists that begin anew": Construct("1. All act.\n\n2. All wait.\n\n", _ANNEXED),
}
"""What documents consist of, and what was once slow, each by its name."""
_UNITS = (
    # digits and what stands between them
    "1", "1,", "1, ", "1.", "1 ", "1-", "1 - ", "1/", "1/1 ", "(1)", "1 and ", "1   ", "123,",
    "123 ", "1 000 ", "1,000,", "1.000.", "1\u00a0", "٣", "٣،", "1e ", "1er ", "1 billion ",
    "1 trillion ", "1 de ", "1 of the ", "1 (1999) ", "1540 (2004) ",
    # dates
    "1 May ", "1 May, ", "May ", "May, ", "1 janvier ", "1 de mayo ", "1 мая ", "1 مايو ", "1月",
    "1日", "1年", "1月1日", "1月1日至", "二〇一九年", "十月",
    # words and numerals for numbers
    "one ", "twenty-", "twenty-one-", "hundred ", "thousand ", "two thousand ",
    "one hundred thousand ", "cent ", "mille ", "сто ", "тысяча ", "ألف ", "مئة ", "一", "百", "十",
    "亿", "万", "二〇", "三万", "第", "第一", "百分之", "一点一", "I ", "I, ", "I a ", "XX",
    "XXIe ", "chapter I ", "Chapter ",
    # symbols, organs and words of resolutions
    "A/", "A/1", "A/RES/", "A/1[A]", "A(1", "A.1", "ES-1/1 ", "resolution 1/1 ", "二七五八(二十六)",
    "Human Rights Council ", "回顾", "Recalling ", "see ",
    "CD 1 ", "CD/1 ", "A/60/1 and Add.1 ", "523 (د-6) ", "000 500 ", "2018-20 ", "2020-12-07 ",
    # times and units
    "10 a.m. ", "10 h 30 ", "15.30 horas ", "10 ч. 00 м. ", "الساعة 10/00 ", "上午10时", "1 to 3, ",
    "three decades ", "1990年代", "20世纪90年代",
    # quotation marks, brackets, signs and letters
    "“", "“a”", "„", "«", "「", "《", '"', "(", "（", "，", "、", ". ", ", ", "、 ", "a", "é",
    "a-", " ", "\u200f", "①",
)  # fmt: skip
"""The beginnings, and the whole, of what anchors, citations and quoted titles are found by."""
PHRASES = CONSTRUCTS | {repr(unit): Construct(unit) for unit in _UNITS}
"""The same and what a paragraph may repeat, for what looks for words and not for structure."""

_ONCE_AT_FAULT = (
    "lines of a letter", "paragraphs of a letter", "spaces", "raised digits",
    "stars before a letter", "Chinese numerals", "'1,'", "'一'",
)  # fmt: skip
_EVERY = 25


def tried(constructs: dict[str, Construct]) -> list[str]:
    """The names of the constructs that a slow test measures: some of them, and those that were once
    at fault; all where `make growth` asks for all, which takes half an hour."""
    names = [*constructs]
    if os.environ.get("ALL_CONSTRUCTS"):
        return names
    return list(dict.fromkeys([*filter(constructs.__contains__, _ONCE_AT_FAULT), *names[::_EVERY]]))


class Growth(NamedTuple):
    """The seconds that a task takes for some `characters`, for twice and for four times as many."""

    characters: int
    seconds: tuple[float, float, float]

    @property
    def exponent(self) -> float:
        """1 where the time grows as the length, 2 where it grows as its square."""
        return math.log2(max(self.seconds[2], 1e-9) / max(self.seconds[0], 1e-9)) / 2


def growth(
    prepare: Prepare, construct: Construct, *, least: float, smallest: int, largest: int
) -> Growth:
    """How the time of a task grows: measured from the length on at which it takes the `least`
    seconds, or up to the `largest` number of characters. In time of the processor, so that other
    programs count for little."""
    prepare(construct.text(100))()  # loads what is loaded once
    characters = smallest
    while True:
        first = _seconds(prepare(construct.text(characters)))
        if first >= least or characters * 8 > largest:
            break
        characters *= 2
    longer = (_seconds(prepare(construct.text(characters * times))) for times in (2, 4))
    return Growth(characters, (first, *longer))  # type: ignore[arg-type]


def _seconds(task: Callable[[], object]) -> float:
    gc.disable()
    try:
        begin = time.process_time()
        task()
        return time.process_time() - begin
    finally:
        gc.enable()


def is_linear(task: Callable[[str], object], construct: Construct) -> tuple[bool, Growth]:
    """Whether the time that a task takes for a text grows no faster than its length, and how it
    grows."""
    return is_linear_once_prepared(lambda text: partial(task, text), construct)


def is_linear_once_prepared(
    prepare: Prepare,
    construct: Construct,
    *,
    least: float = ENOUGH,
    smallest: int = SMALLEST,
    largest: int = LARGEST,
    noticed: float = NOTICED,
) -> tuple[bool, Growth]:
    """The same for a task that is made of a text first, in time that does not count. What seems to
    grow faster is measured thrice: a machine may stumble, and a text that has become too long for
    one way may be taken another, which is measured with longer ones."""

    def passes(one: Growth) -> bool:
        return one.exponent <= STEEPEST or one.seconds[2] < noticed

    found = growth(prepare, construct, least=least, smallest=smallest, largest=largest)
    for first in (smallest, min(4 * found.characters, largest)):
        if passes(found):
            break
        again = growth(prepare, construct, least=least, smallest=first, largest=largest)
        found = min(found, again, key=lambda one: one.exponent)
    return passes(found), found

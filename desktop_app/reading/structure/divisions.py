"""Divisions: what the headings of chapters, sections and articles state, and which stand below
which."""

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple
from unicodedata import normalize

from desktop_app.grammar.characters import DIRECTIONS, ENDS_A_PARAGRAPH, last_sign
from desktop_app.grammar.clauses import number_of
from desktop_app.grammar.grammar import Grammar
from desktop_app.grammar.numerals import in_ascii
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.clauses import OpenPart
from desktop_app.reading.structure.headings import is_section_number
from desktop_app.reading.structure.lines import titled
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import PartKind, Runs, words

_LONGEST = 300
"""Characters of the heading behind the number of an article."""
_SEPARATORS = " \t\n\u00a0\u2002\u2003\u3000.:：、．–—-"
_DIGITS = re.compile(r"(\d+)(bis|ter|quater)?")
_COMPOUND = re.compile("(?:[IVXLC]+|[0-9]+|[A-Z])[-/.](?:[IVXLC]+|[0-9]+|[A-Z])")
"""The number of one of several: Annex II-A, Annex 1/B."""
_NUMERAL = re.compile("[IVXLC]+|[A-Z]")


class Rank(IntEnum):
    """What stands below what. Those that have a number without a word stand below each other in
    the order in which they come first: some documents have I below A, some A below I."""

    TOP = 0
    PART = 1
    CHAPTER = 2
    SECTION = 3
    ABOVE_ROMAN = 4
    ROMAN = 5
    ABOVE_LETTER = 6
    """A heading without a number that stands right above the first of several with letters."""
    LETTER = 7
    PLAIN = 8
    ARTICLE = 9
    UNNAMED = 10
    """A list that begins anew without a heading."""


_NUMBERED = {Rank.ROMAN: Rank.ABOVE_ROMAN, Rank.LETTER: Rank.ABOVE_LETTER}
"""The ranks of what has a number without a word, each with that of a heading right above it."""
_FIRST = ("A", "I", "1")


class Article(NamedTuple):
    """The head of an article: its number, its heading with that number, whether it is that number
    alone, and the text of its first paragraph where that stands on the same line."""

    number: str
    heading: Runs
    is_bare: bool
    rest: Runs


def annexed(heading: Runs, rules: Grammar) -> OpenPart:
    """The annex that begins with a heading."""
    found = rules.annex.fullmatch(words(heading).strip().partition("\n")[0].strip())
    names = found.groupdict() if found else {}
    sign = "".join((names.get("number") or names.get("before") or "").split())
    part = OpenPart(PartKind.ANNEX, heading, number=_normal(sign, rules))
    part.awaits_heading = not names.get("title")
    return part


def headed(block: Block, heading: Runs, above: Sequence[OpenPart], rules: Grammar) -> OpenPart:
    """The division that a heading begins; `above` are those that are open, the outermost first."""
    text = block.text.strip(DIRECTIONS + " ")
    found = rules.division.match(text)
    numbered = found and (is_section_number(text, rules) or rules.section_heading.fullmatch(text))
    part = OpenPart(PartKind.SECTION, heading)
    part.rank = Rank.PLAIN
    if found and numbered:
        words_beside = (name for name, sign in found.groupdict().items() if sign)
        word = next((name for name in words_beside if name != "number"), "")
        word = word.removesuffix("_behind")
        part.number = _normal(found["number"], rules)
        part.rank = Rank[word.upper()] if word else _rank(part.number, above)
        is_chapter = word == "chapter" and any(one.kind is PartKind.ANNEX for one in above)
        part.kind = PartKind.CHAPTER if is_chapter else PartKind.SECTION
        part.awaits_heading = is_section_number(text, rules)
    elif title := titled(text, rules):  # one of several resolutions that are annexed
        part.rank = Rank.PART
        part.awaits_heading = not (title["title"] or title["dated"])
    part.file_level = block.level if block.kind is BlockKind.HEADING else 0
    return part


def article_at(block: Block, rules: Grammar) -> Article | None:
    """The head of an article that a block begins with, None where it begins otherwise."""
    found = None if block.number else rules.article.match(block.text)
    if not found:
        return None
    number = _normal("".join(found["number"].split()), rules)
    rest = block.text[found.end() :].lstrip(_SEPARATORS)
    behind = len(block.text) - len(rest)
    if not rest or (len(rest) <= _LONGEST and last_sign(rest) not in ENDS_A_PARAGRAPH):
        return Article(number, block.runs, not rest, ())
    head = styled.strip(styled.cut(block.runs, 0, found.end()))
    text = styled.behind(styled.cut(block.runs, found.end()), behind - found.end())
    return Article(number, head, False, text)


def begun(article: Article, heading: Runs) -> OpenPart:
    """The division of an article."""
    part = OpenPart(PartKind.ARTICLE, heading, number=article.number)
    part.rank = Rank.ARTICLE
    part.awaits_heading = article.is_bare
    return part


def unnamed() -> OpenPart:
    """The division that a list begins which begins anew."""
    part = OpenPart(PartKind.SECTION)
    part.rank = Rank.UNNAMED
    return part


def settle(part: OpenPart, above: list[OpenPart]) -> None:
    """Gives a division its level, and leaves in `above` what is open now."""
    if above and _is_first_below(part, above):
        heading = above.pop()
        heading.rank = _NUMBERED[Rank(part.rank)]
        settle(heading, above)
    while above and not _is_below(part, above[-1], [other.rank for other in above]):
        above.pop()
    part.level = len(above)
    above.append(part)


def _is_first_below(part: OpenPart, above: Sequence[OpenPart]) -> bool:
    """Whether a division is the first of several below a heading without a number, with nothing
    between."""
    last = above[-1]
    if last.rank != Rank.PLAIN or last.clauses or (part.file_level and last.file_level):
        return False
    ranks = [other.rank for other in above]
    return part.rank in _NUMBERED and part.rank not in ranks and part.number in _FIRST


def _is_below(part: OpenPart, other: OpenPart, ranks: Sequence[int]) -> bool:
    """Whether a division stands below the last one that is open; `ranks` are those of all that are.
    Where the file gives both a level, that counts."""
    if other.rank == Rank.TOP:
        return True
    if part.file_level and other.file_level:
        return part.file_level > other.file_level
    if part.rank in _NUMBERED and other.rank in _NUMBERED:
        return part.rank not in ranks
    return part.rank > other.rank


def _rank(number: str, above: Sequence[OpenPart]) -> Rank:
    """I is a letter behind H, and a roman number elsewhere."""
    if len(number) == 1 and number.isalpha():
        letters = [part.number for part in above if part.rank is Rank.LETTER]
        follows = bool(letters) and len(letters[-1]) == 1 and ord(letters[-1]) + 1 == ord(number)
        return Rank.LETTER if follows or number not in "IVX" else Rank.ROMAN
    return Rank.ROMAN


def _normal(sign: str, rules: Grammar) -> str:
    """A number in digits or Latin letters: "1" for 一 and premier, "A" for ألف, "I" for itself."""
    if _COMPOUND.fullmatch(sign):
        return sign
    digits = _DIGITS.match(sign)
    if digits:
        return in_ascii(digits[1]) + (digits[2] or "")
    if not sign or _NUMERAL.fullmatch(sign):
        return sign
    value = number_of(normalize("NFKC", sign)) or rules.count(sign)
    return str(value) if value else rules.letter(sign[:1].lower()).upper() or sign

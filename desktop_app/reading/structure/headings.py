"""Headings: which blocks of a body are none of its paragraphs but stand above them.

A heading ends without a sign and has no opening words. It is known by its number (II, B., Part 2:),
by how the file sets it, or by standing alone between a complete paragraph and the next one.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, OPENS_A_QUOTATION, last_sign
from desktop_app.grammar.grammar import REMEMBERED, Grammar
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.clauses import emphasised
from desktop_app.reading.structure.lines import is_title
from desktop_app.reading.structure.sub_paragraphs import starts_with_mark

_LONGEST = 300
"""Characters of a heading."""
_LONGEST_NUMBERED = 500
"""Characters of one that has the number of a section, without a word."""
_SHORT = 80
"""Characters: a shorter text can stand above a list whose items begin with small letters."""
_ANNOUNCES = tuple(":：")
_ALIKE = 2
"""Characters by which two items are alike in a language without spaces."""
_PLAIN = (BlockKind.PARAGRAPH, 0, False)
_SENTENCES = re.compile(r".{30,}?(?:[^\W\d_]{3}[.?!؟]\s+(?!\d)\S|[。？！]\S).+", re.DOTALL)
"""More than one sentence, the first too long for the number of a heading: "Chapter Two. Aims"."""
_DEEPEST = 4
"""Headings that stand below each other with no paragraph between them."""


@lru_cache(maxsize=REMEMBERED)
def is_annex(text: str, rules: Grammar) -> bool:
    """Whether a block is the word for an annex, with its number, and perhaps its title."""
    first = text.strip().partition("\n")[0].strip()
    return len(first) <= _LONGEST and bool(rules.annex.fullmatch(first))


def is_section_number(text: str, rules: Grammar) -> bool:
    """Whether a text is the number of a section and nothing else."""
    return len(text) <= _LONGEST and bool(rules.section.fullmatch(text.strip()))


@lru_cache(maxsize=REMEMBERED)
def is_numbered_heading(text: str, rules: Grammar) -> bool:
    """Whether a text is a heading with a number, or such a number alone."""
    text = text.strip()
    if is_section_number(text, rules):
        return True
    return can_be_one(text, rules) and bool(rules.section_heading.fullmatch(text))


def is_heading(blocks: Sequence[Block], place: int, above: str, rules: Grammar) -> bool:
    """Whether the block at a place is a heading; `above` is the paragraph before it, "" if it is
    the first of its part."""
    block = blocks[place]
    text = block.text.strip()
    if block.number or not text or goes_on_below(blocks, place, rules):
        return False
    if is_numbered_heading(text, rules):
        return True
    if not can_be_one(text, rules) or rules.number.match(text):
        return False
    complete = not above or last_sign(above) in ENDS_A_PARAGRAPH
    if block.kind is BlockKind.HEADING or (complete and emphasised(block.runs) == text):
        return True
    if not complete or not is_lettered_as_one(text) or _has_sentences(text):
        return False
    if last_sign(above) in _ANNOUNCES:
        return _is_lone(blocks, place, rules)
    return _is_above_clauses(blocks, place + 1, rules)


def is_heading_in_annex(blocks: Sequence[Block], place: int, above: str, rules: Grammar) -> bool:
    """The same in an annex: there are lists and tables, and paragraphs have opening words and
    numbers only now and then, so that what stands below a heading tells it."""
    block = blocks[place]
    text = block.text.strip()
    if block.number or not text or rules.number.match(text) or not can_be_one(text, rules):
        return False
    if goes_on_below(blocks, place, rules):
        return False
    if block.kind is BlockKind.HEADING:
        return True
    if not _is_above_text(blocks, place + 1, rules):
        return False
    complete = not above or last_sign(above) in ENDS_A_PARAGRAPH
    is_set_as_one = complete and emphasised(block.runs) == text
    if is_numbered_heading(text, rules) or is_title(text, rules) or is_set_as_one:
        return True
    if not complete or not is_lettered_as_one(text) or _has_sentences(text):
        return False
    return last_sign(above) not in _ANNOUNCES or _is_lone(blocks, place, rules)


def is_one_of_several(blocks: Sequence[Block], place: int, rules: Grammar) -> bool:
    """Whether the file has another heading like the one at a place in the same annex: it is no
    title of the annex, then."""
    first = blocks[place]
    for block in blocks[place + 1 :] if first.kind is BlockKind.HEADING else ():
        if is_annex(block.text, rules):
            return False
        if block.kind is BlockKind.HEADING and block.level <= first.level:
            return block.level == first.level
    return False


def _is_above_text(blocks: Sequence[Block], place: int, rules: Grammar) -> bool:
    """Whether a whole paragraph, a list or an article follows, further headings between."""
    place += is_rest_of_heading(blocks, place, rules)
    for block in blocks[place : place + _DEEPEST]:
        text = block.text.strip()
        if block.number or rules.number.match(text) or starts_with_mark(text, rules):
            return True
        if rules.article.match(text) or rules.opening(text):
            return True
        if not is_lettered_as_one(text):
            return False
        if last_sign(text) in ENDS_A_PARAGRAPH:
            return True
        if not is_numbered_heading(text, rules) and not can_be_one(text, rules):
            return False
    return False


def _is_lone(blocks: Sequence[Block], place: int, rules: Grammar) -> bool:
    """Whether a paragraph follows and nothing of the same kind: below "Adopts the following
    declaration:" its title stands, but below "Elects the following:" a list does. Under a title a
    heading can stand, if a list begins below it."""
    below = blocks[place + 1 : place + 3]
    if not below:
        return False
    text = below[0].text.strip()
    return (
        bool(below[0].number or rules.number.match(text))
        or is_numbered_heading(text, rules)
        or (
            last_sign(text) in ENDS_A_PARAGRAPH
            and is_lettered_as_one(text)
            and not _begins_alike(blocks[place].text, text, rules)
        )
        or (can_be_one(text, rules) and len(below) > 1 and _is_first(below[1], rules))
    )


def _begins_alike(first: str, second: str, rules: Grammar) -> bool:
    """Whether two items of a list begin with the same word: "Round table 1", "Round table 2"."""
    if not rules.spaced:
        return first.strip()[:_ALIKE] == second[:_ALIKE]
    return first.split()[:1] == second.split()[:1]


def _is_first(block: Block, rules: Grammar) -> bool:
    found = rules.number.match(block.text)
    return block.number.rstrip(".)") == "1" or bool(found and found[1] == "1")


@lru_cache(maxsize=REMEMBERED)
def can_be_one(text: str, rules: Grammar) -> bool:
    """Whether a text has the length and the end of a heading, and not the beginning of a
    paragraph."""
    text = text.lstrip(OPENS_A_QUOTATION)
    longest = _LONGEST_NUMBERED if _has_bare_number(text[:_LONGEST], rules) else _LONGEST
    return (
        len(text) <= longest
        and last_sign(text) not in ENDS_A_PARAGRAPH
        and not (rules.number.match(text) and rules.opening(text.partition(".")[2].strip()))
        and rules.opening(text) in ("", text)  # "Reviews" and no more
        and not starts_with_mark(text, rules)
    )


def _has_bare_number(text: str, rules: Grammar) -> bool:
    """Whether a text begins with the number of a section without a word beside it: "Section 38. If
    the seat is removed" is a paragraph."""
    found = rules.division.match(text) if rules.section_heading.match(text) else None
    if not found:
        return False
    return not any(sign for name, sign in found.groupdict().items() if name != "number")


def _has_sentences(text: str) -> bool:
    """Whether a text that nothing marks as a heading is a paragraph that lost its last sign: it is
    long and has several sentences."""
    return len(text) > _SHORT and _SENTENCES.match(text) is not None


def goes_on_below(blocks: Sequence[Block], place: int, rules: Grammar) -> bool:
    """Whether the next block goes on with a small letter: a page end cut a paragraph in two."""
    if blocks[place].kind is BlockKind.HEADING or len(blocks[place].text) <= _SHORT:
        return False
    if is_rest_of_heading(blocks, place + 1, rules):
        return False
    text = blocks[place + 1].text if place + 1 < len(blocks) else ""
    if not rules.capitals or (blocks[place + 1 : place + 2] and blocks[place + 1].number):
        return False
    is_cut = blocks[place].text.rstrip().endswith("-")
    return (is_cut or text[:1].islower()) and not starts_with_mark(text, rules)


def is_rest_of_heading(blocks: Sequence[Block], place: int, rules: Grammar) -> bool:
    """Whether the block at a place is the second line of a heading that a page broke: it goes on
    with a small letter, as short as a heading and set as the line above, and a numbered paragraph
    or another heading follows. A first line without a number is known by its setting."""
    if not 0 < place < len(blocks) - 1 or not blocks[place].text[:1].islower():
        return False
    first, rest, below = blocks[place - 1 : place + 2]
    text = rest.text.strip()
    if first.number or rest.number or len(text) > _SHORT or not can_be_one(text, rules):
        return False
    if not can_be_one(first.text.strip(), rules) or not is_lettered_as_one(first.text):
        return False
    is_numbered = is_numbered_heading(first.text, rules)
    is_title_of_annex = place > 1 and is_annex(blocks[place - 2].text, rules)
    if is_section_number(first.text, rules) or _setting(first) != _setting(rest):
        return False
    if not (is_numbered or is_title_of_annex) and _setting(first) == _PLAIN:
        return False
    behind = below.text.strip()
    return (
        bool(below.number or rules.number.match(behind) or rules.opening(behind))
        or below.kind is BlockKind.HEADING
        or is_numbered_heading(behind, rules)
        or (last_sign(behind) in ENDS_A_PARAGRAPH and is_lettered_as_one(behind))
    )


def _setting(block: Block) -> tuple[BlockKind, int, bool]:
    """How the file sets a heading: its kind, its level, and whether all of it is emphasised."""
    return block.kind, block.level, emphasised(block.runs) == block.text.strip()


def is_lettered_as_one(text: str) -> bool:
    """Whether a text has letters, and begins with none that is small."""
    first = next((sign for sign in text if sign.isalnum()), "")
    return bool(first) and not first.islower() and any(map(str.isalpha, text))


def _is_above_clauses(blocks: Sequence[Block], place: int, rules: Grammar) -> bool:
    """Whether a paragraph that begins as a clause does follows, further headings between."""
    place += is_rest_of_heading(blocks, place, rules)
    for block in blocks[place : place + _DEEPEST]:
        text = block.text.strip()
        if block.number or text[:1].isdigit() or rules.number.match(text) or rules.opening(text):
            return True
        if not is_numbered_heading(text, rules) and not (
            can_be_one(text, rules) and is_lettered_as_one(text)
        ):
            return False
    return False

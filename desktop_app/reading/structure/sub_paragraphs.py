"""What stands below a paragraph: sub-paragraphs, which start with (a), (i) or ㈠, items of a list,
and the rest of it behind a page end."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop_app.grammar.characters import (
    ENDS_A_PARAGRAPH,
    ENDS_A_PREAMBULAR,
    ENDS_A_SENTENCE,
    HAN,
    INTRODUCES,
    last_sign,
)
from desktop_app.grammar.grammar import REMEMBERED, Grammar
from desktop_app.grammar.numerals import in_ascii, of_roman, roman
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.clauses import OpenClause, emphasised
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import words

_LONGEST = 20_000
"""Characters: a paragraph of more is not waiting for its other half."""
_ITEM = 80
"""Characters: a shorter paragraph that ends without a sign can be an item of a list."""
_BARE_ONES = 4
"""Paragraphs without a number within one sub-paragraph, at most."""
_OF_A_LIST = -2
"""The kind of mark of a sub-paragraph that the file has in a list within a list."""
_OF_DASHES = -3
"""The same of an item of a list with dashes or dots."""
_DASH = re.compile(rf"[–—•·‣▪-]\s+(?=\S)|[–—•·‣▪]{{1,2}}\s*(?=[{HAN}])")
_OF_DECIMALS = -4
"""The same of a sub-paragraph that is numbered through its paragraph: 5.1, 5.1.2."""
_DECIMALS = re.compile(r"((?:\d{1,3}\.){1,3}\d{1,3})\.?\s+(?=\S)")
_FIRST = ("a", "i", "1")
ANNOUNCES = (":", "：")


@lru_cache(maxsize=REMEMBERED)
def starts_with_mark(text: str, rules: Grammar) -> bool:
    """Whether a paragraph starts as a sub-paragraph does."""
    return any(pattern.match(text) for pattern in rules.sub_marks)


def starts_with_dash(text: str) -> bool:
    """Whether a paragraph is an item of a list with dashes or dots, which stay in its words."""
    return bool(_DASH.match(text))


def add_sub_paragraph(block: Block, clauses: list[OpenClause], rules: Grammar) -> bool:
    """Puts a block that starts with a mark below the last clause; False if it starts otherwise or
    there is no clause to put it below."""
    if not clauses:
        return False
    _take_back(block, clauses, rules)
    branch = _branch(clauses)
    if _moves_below_h(block, branch, rules):
        branch = _branch(clauses)
    if block.level > 1 and block.number:
        parent = branch[min(block.level - 1, len(branch)) - 1]
        number = block.number.rstrip(".)")
        parent.children.append(OpenClause(number, block.number, block.runs, _OF_A_LIST))
        return True
    if starts_with_dash(block.text):
        return _add_item(block, branch)
    if _DECIMALS.match(block.text):
        return _add_decimal(block, branch)
    place = _place_of(block, branch, rules)
    if not place:
        return False
    runs = styled.behind(block.runs, place.found.end())
    parent = branch[place.depth - 1]
    before = parent.last
    number = _number(place.found[1], place.depth, rules, before.number if before else "")
    parent.children.append(OpenClause(number, place.found[0].rstrip(), runs, place.kind))
    return True


def is_sub_paragraph(block: Block, clauses: Sequence[OpenClause], rules: Grammar) -> bool:
    """Whether a block starts with a mark and stands below a clause that announces it, or below
    other sub-paragraphs."""
    if not clauses or block.number or not starts_with_mark(block.text, rules):
        return False
    last = clauses[-1]
    return bool(last.children) or last_sign(last.text) in INTRODUCES


def is_rest(block: Block, clauses: Sequence[OpenClause], rules: Grammar) -> bool:
    """Whether a block is the rest of the last paragraph, which a page end cut in two."""
    if not clauses or block.number or block.kind is BlockKind.HEADING:
        return False
    if clauses[-1].deepest.table:
        return False
    last = clauses[-1].deepest.runs
    if sum(len(run.text) for run in last) > _LONGEST:
        return False
    text = words(last)
    unfinished = last_sign(text) not in ENDS_A_PARAGRAPH or (
        not clauses[-1].children and _goes_on_small(text, block, rules)
    )
    if len(text) <= _ITEM and not clauses[-1].number and block.text[:1].isupper():
        return False  # the items of a list: names of members
    starts_anew = (
        bool(emphasised(block.runs))
        or starts_with_mark(block.text, rules)
        or starts_with_dash(block.text)
        or bool(_DECIMALS.match(block.text))
    )
    return unfinished and not starts_anew and not rules.opening(block.text)


def _goes_on_small(text: str, block: Block, rules: Grammar) -> bool:
    """Whether a block goes on with a small letter behind a comma: "by which it," and "inter alia,
    requested"."""
    is_small = rules.capitals and block.text[:1].islower()
    return is_small and len(text) > _ITEM and last_sign(text) in ENDS_A_PREAMBULAR


def is_rest_in_annex(block: Block, clauses: Sequence[OpenClause], rules: Grammar) -> bool:
    """The same in an annex, where many lists and tables have items without a sign at their ends:
    what goes on with a small letter."""
    if not rules.capitals or not block.text[:1].islower() or not clauses:
        return False
    return len(clauses[-1].deepest.text) > _ITEM and is_rest(block, clauses, rules)


def _take_back(block: Block, clauses: list[OpenClause], rules: Grammar) -> None:
    """Puts paragraphs without a number below the sub-paragraph that they stand behind, once the
    next mark of its list comes: they are words of it."""
    first = len(clauses)
    while first and _is_bare(clauses[first - 1]) and len(clauses) - first < _BARE_ONES:
        first -= 1
    if first in (0, len(clauses)) or not starts_with_mark(block.text, rules):
        return
    branch = _branch(clauses[:first])
    place = _place_of(block, branch, rules)
    if place and place.depth < len(branch) and goes_on_with(block, clauses[:first], rules):
        branch[place.depth].children += clauses[first:]
        del clauses[first:]


def _is_bare(clause: OpenClause) -> bool:
    return not (clause.number or clause.mark or clause.children or clause.table)


def _moves_below_h(block: Block, branch: Sequence[OpenClause], rules: Grammar) -> bool:
    """Whether (ii) shows that the (i) before it, which passed for the letter behind (h), is the
    first below (h); moves it there."""
    if len(branch) < 2 or branch[-1].number != "i" or block.number:
        return False
    found = (pattern.match(block.text) for pattern in rules.sub_marks)
    kinds = [kind for kind, one in enumerate(found) if one and one[1] == "ii"]
    letters = branch[-2].children[:-1]
    if not kinds or not letters or letters[-1].number != "h" or letters[-1].children:
        return False
    if not letters[-1].text.rstrip().endswith(ANNOUNCES):
        return False
    branch[-2].children.pop()
    branch[-1].mark_kind = kinds[-1]
    letters[-1].children.append(branch[-1])
    return True


def _add_item(block: Block, branch: Sequence[OpenClause]) -> bool:
    """Puts an item with a dash below what stands before it, beside other such items."""
    if starts_with_dash(branch[0].text):
        return False
    kinds = [clause.mark_kind for clause in branch]
    depth = kinds.index(_OF_DASHES) if _OF_DASHES in kinds else len(branch)
    branch[depth - 1].children.append(OpenClause("", "", block.runs, _OF_DASHES))
    return True


def _add_decimal(block: Block, branch: Sequence[OpenClause]) -> bool:
    """Puts a sub-paragraph whose number has that of its paragraph before it (5.1, 5.1.2) below it;
    False where it counts in no such paragraph: "1.5 million people"."""
    found = _DECIMALS.match(block.text)
    above, number = _decimals(found) if found else ((), "")
    depth = len(above)
    if (
        not found
        or len(branch) < depth
        or any(clause.number != sign for clause, sign in zip(branch, above, strict=False))
    ):
        return False
    before = branch[depth - 1].last
    if before and before.mark_kind != _OF_DECIMALS:
        return False
    if int(number) != (int(before.number) if before else 0) + 1:
        return False
    runs = styled.behind(block.runs, found.end())
    mark = found[0].rstrip()
    branch[depth - 1].children.append(OpenClause(number, mark, runs, _OF_DECIMALS))
    return True


def _decimals(found: re.Match[str]) -> tuple[tuple[str, ...], str]:
    """The numbers of the paragraphs that a decimal number counts in, and its own."""
    *above, number = found[1].split(".")
    return tuple(map(in_ascii, above)), in_ascii(number)


def goes_on_with(block: Block, clauses: Sequence[OpenClause], rules: Grammar) -> bool:
    """Whether the mark of a block follows that of the last sub-paragraph, or is the first below a
    clause that announces sub-paragraphs."""
    branch = _branch(clauses)
    place = _place_of(block, branch, rules)
    if not place:
        return False
    parent = branch[place.depth - 1]
    before = parent.last.number if parent.last else ""
    number = _number(place.found[1], place.depth, rules, before)
    if not before:
        is_announced = bool(parent.mark) and last_sign(parent.text) not in ENDS_A_SENTENCE
        return is_announced and (number in _FIRST or len(branch) > 1)
    return _follows(number, before)


class _Place(NamedTuple):
    """Where a sub-paragraph belongs: the kind of its mark, the mark, and how many clauses it stands
    below."""

    kind: int
    found: re.Match[str]
    depth: int


def _branch(clauses: Sequence[OpenClause]) -> list[OpenClause]:
    """The last clause, its last sub-paragraph, the last of that …"""
    branch = [clauses[-1]]
    while last := branch[-1].last:
        branch.append(last)
    return branch


def _place_of(block: Block, branch: Sequence[OpenClause], rules: Grammar) -> _Place | None:
    choices = [
        (kind, found)
        for kind, pattern in enumerate(rules.sub_marks)
        if (found := pattern.match(block.text))
    ]
    if not choices:
        return None
    kind, found = _which_mark(choices, branch[1:])
    kinds = [clause.mark_kind for clause in branch]
    if kind in kinds:
        return _Place(kind, found, kinds.index(kind))
    count = _count(found[1], rules)
    for depth in range(len(branch) - 1, 0, -1):  # ㈡ behind (i): one list with marks of two kinds
        if count > 1 and _counts_to(branch[depth - 1].children, count - 1, rules):
            return _Place(kind, found, depth)
    return _Place(kind, found, len(branch))


def _counts_to(siblings: Sequence[OpenClause], count: int, rules: Grammar) -> bool:
    """Whether the last of some sub-paragraphs are counted, up to `count`; the i behind h is not."""
    last = [_count(clause.number, rules) for clause in siblings[-2:] if not clause.table]
    return last == ([count] if count == 1 else [count - 1, count])


def _count(sign: str, rules: Grammar) -> int:
    """What a roman or a Chinese mark counts; 0 for letters."""
    if sign.isascii() and sign.isalpha():
        return of_roman(sign.upper()) or 0
    return 0 if rules.letter(sign) else rules.mark_value(sign) or 0


def _follows(number: str, before: str) -> bool:
    """Whether a number is the next one: e behind d, iv behind iii."""
    numerals = of_roman(number.upper()), of_roman(before.upper())
    if all(numerals) and numerals[0] == (numerals[1] or 0) + 1:
        return True
    return number.isalpha() and before.isalpha() and _place(number) == _place(before) + 1


def _which_mark(
    choices: Sequence[tuple[int, re.Match[str]]], branch: Sequence[OpenClause]
) -> tuple[int, re.Match[str]]:
    """(i) is a letter after (h) and a roman number elsewhere."""
    if len(choices) == 1:
        return choices[0]
    as_letter, as_roman = choices[0], choices[-1]
    last = next((clause.number for clause in branch if clause.mark_kind == as_letter[0]), "")
    follows = bool(last) and _place(as_letter[1][1]) == _place(last) + 1
    return as_letter if follows else as_roman


def _place(letter: str) -> int:
    """How letters count: (aa) comes after (z)."""
    return ord(letter[0]) + 26 * (len(letter) - 1)


def _number(mark: str, depth: int, rules: Grammar, before: str) -> str:
    """The number of a sub-paragraph, the same in every language whatever its mark: a letter on the
    first level, a small roman number on the second. `before` is the number of the one before."""
    if mark.isascii() and mark.isalpha():
        return mark
    letter = rules.letter(mark, before[:1])
    if letter:
        return letter * len("".join(mark.split()))
    value = rules.mark_value(mark) or 0
    is_roman = bool(before) and _count(before, rules) == value - 1
    if depth <= 1 and not is_roman:
        return chr(96 + value) if 0 < value <= 26 else str(value)
    return roman(value).lower()

"""Sub-paragraphs: which blocks start with (a), (i) or ㈠, and below what they belong."""

import re
from collections.abc import Sequence

from desktop_app.grammar.grammar import Grammar
from desktop_app.grammar.numerals import roman
from desktop_app.reading.blocks import Block
from desktop_app.reading.structure.clauses import OpenClause
from desktop_app.resolution import runs as styled

_OF_A_LIST = -2
"""The kind of mark of a sub-paragraph that the file has in a list within a list."""


def starts_with_mark(text: str, rules: Grammar) -> bool:
    """Whether a paragraph starts as a sub-paragraph does."""
    return any(pattern.match(text) for pattern in rules.sub_marks)


def add_sub_paragraph(block: Block, clauses: Sequence[OpenClause], rules: Grammar) -> bool:
    """Puts a block that starts with a mark below the last clause; False if it starts otherwise or
    there is no clause to put it below."""
    if not clauses:
        return False
    branch = [clauses[-1]]
    while last := branch[-1].last:
        branch.append(last)
    if block.level > 1 and block.number:
        parent = branch[min(block.level - 1, len(branch)) - 1]
        number = block.number.rstrip(".)")
        parent.children.append(OpenClause(number, block.number, block.runs, _OF_A_LIST))
        return True
    choices = [
        (kind, found)
        for kind, pattern in enumerate(rules.sub_marks)
        if (found := pattern.match(block.text))
    ]
    if not choices:
        return False
    kind, found = _which_mark(choices, branch[1:])
    depth = next((i for i, clause in enumerate(branch) if clause.mark_kind == kind), len(branch))
    runs = styled.behind(block.runs, found.end())
    siblings = branch[depth - 1].children
    before = branch[depth - 1].last
    number = _number(found[1], depth, rules, before.number if before else "")
    siblings.append(OpenClause(number, found[0].rstrip(), runs, kind))
    return True


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
    if depth <= 1:
        return chr(96 + value) if 0 < value <= 26 else str(value)
    return roman(value).lower()

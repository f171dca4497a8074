"""The numbers of paragraphs: as they are printed, but where the file has its lists counted."""

import re
from collections.abc import Sequence

from desktop_app.grammar.grammar import Grammar
from desktop_app.grammar.numerals import in_ascii, of_digits
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.headings import is_annex, is_numbered_heading
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Runs

_WITH_COMMA = re.compile(r"(\d{1,3})[,،，]\s+")


def printed_number(block: Block, rules: Grammar) -> tuple[str, str, Runs]:
    """The number of a numbered paragraph ("5"), as it is printed ("5."), and the rest."""
    if block.level > 1 or block.kind is BlockKind.TABLE:
        return "", "", block.runs
    if block.number:
        return block.number.rstrip(".)"), block.number, block.runs
    found = rules.number.match(block.text) or _misread(block.text, rules)
    if not found:
        return "", "", block.runs
    number = "".join(found[1].split())
    if number.isdecimal():
        number = in_ascii(number)
    return number, found[0].strip(), styled.behind(block.runs, found.end())


def starts_with_number(text: str, rules: Grammar) -> bool:
    """Whether a line starts with the number of a paragraph."""
    return bool(rules.number.match(text) or _misread(text, rules))


def _misread(text: str, rules: Grammar) -> re.Match[str] | None:
    """A number whose full stop was taken for a comma: "4, Requests the Secretary-General"."""
    found = _WITH_COMMA.match(text)
    return found if found and rules.opening(text[found.end() :]) else None


def numbers(blocks: Sequence[Block], rules: Grammar) -> dict[int, str]:
    """The number of every numbered paragraph by its place.

    Printed numbers stand. Where every number is 1, or a list is counted, Markdown was to count
    for its author: then a list that something cut in two goes on.
    """
    printed = {
        place: number
        for place, block in enumerate(blocks)
        if (number := printed_number(block, rules)[0])
    }
    counted = [place for place in printed if blocks[place].counted]
    if not counted and (len(printed) < 2 or set(printed.values()) != {"1"}):
        return printed
    if not counted:
        counted = list(printed)
    return _counted(blocks, printed, set(counted), rules)


def _counted(
    blocks: Sequence[Block], printed: dict[int, str], counted: set[int], rules: Grammar
) -> dict[int, str]:
    out: dict[int, str] = {}
    places = list(printed)
    before = last = behind = 0
    for index, place in enumerate(places):
        number = _count(printed[place])
        neighbours = {places[index - 1] if index else -1, *places[index + 1 : index + 2]}
        if _new_section(blocks[before:place], rules):
            last = behind = 0
        if number == 1 and last and not neighbours.isdisjoint(counted):
            behind = last
        elif place not in counted:
            behind = 0
        last = number + behind
        out[place] = str(last) if behind and number else printed[place]
        before = place
    return out


def _count(number: str) -> int:
    return (of_digits(number) or 0) if number.isdecimal() else 0


def _new_section(between: Sequence[Block], rules: Grammar) -> bool:
    """Whether a heading, an article, an annex or a further resolution begins in these blocks."""
    return any(
        block.kind is BlockKind.HEADING
        or is_numbered_heading(block.text, rules)
        or is_annex(block.text, rules)
        or rules.article.match(block.text)
        or rules.enacting.fullmatch(block.text.strip())
        for block in between
        if block.kind is not BlockKind.TABLE
    )

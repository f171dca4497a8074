"""Where each of several resolutions in one text begins: A and B under one number, or a page of a
printed volume."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.grammar.characters import DIRECTIONS, ENDS_A_PARAGRAPH, last_sign
from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.enacting import Enacting, enacting_at
from desktop_app.reading.structure.headings import is_annex, is_numbered_heading
from desktop_app.reading.structure.lines import Field, closing_field, is_title, joined, titled

_BLOCKS_OF_A_HEAD = 8
"""Blocks that can stand between the number of a resolution and its enacting words."""
_BLOCKS_BEHIND_A_CLOSING = 3
"""Blocks of a title without a number below the closing of the resolution before."""
_LONGEST = 300
"""Characters of such a block."""
_SENTENCE = 40
"""Characters of a paragraph, at the least."""
_DATED = (Field.MEETING, Field.DATE, Field.ADOPTION)


class Stretch(NamedTuple):
    """The blocks of one resolution: `start` is the place of the first of its head, `enacting` its
    enacting words, None for the rest of a resolution that began on another page and for one that
    has none, `end` the place behind its last. `letter` is the one in its head ("b"), `number` the
    place of the block with its number, -1 where it has none of its own."""

    start: int
    enacting: Enacting | None
    end: int
    letter: str
    number: int

    @property
    def is_titled(self) -> bool:
        """Whether it has its own number in its head."""
        return self.number >= self.start


class _Head(NamedTuple):
    """The head above enacting words: where it begins, its letter, and the place of its number."""

    start: int
    letter: str = ""
    number: int = -1


def several(blocks: Sequence[Block], first: Enacting, rules: Grammar) -> tuple[Stretch, ...]:
    """The resolutions of a text whose first enacting words are known; () where it is only one."""
    finder = _Finder(blocks, first, rules)
    found = [finder.first(), *finder.further()]
    rest = _rest_of_one(blocks[: found[0][0].start], rules)
    if len(found) == 1 and rest < 0:
        return ()
    starts = [head.start for head, _ in found]
    if found[0][0].letter and not any(head.number >= 0 for head, _ in found[1:]) and rest < 0:
        starts[0] = _below_number(found[0][0], blocks, rules)
    ends = [*starts[1:], len(blocks)]
    out = [
        Stretch(start, enacting, end, head.letter, head.number)
        for start, end, (head, enacting) in zip(starts, ends, found, strict=True)
    ]
    if rest >= 0:
        out.insert(0, Stretch(rest, None, starts[0], "", -1))
    return tuple(out)


def _below_number(head: _Head, blocks: Sequence[Block], rules: Grammar) -> int:
    """The place of the letter below the number that all resolutions of a text have in common: what
    stands above is the head of them all."""
    for place in range(max(head.number, head.start), head.start + 2 * _BLOCKS_OF_A_HEAD):
        if place < len(blocks) and _letter(blocks[place], "", rules):
            return place
    return head.start


class _Finder:
    """Goes through the blocks, and knows what stands above each."""

    def __init__(self, blocks: Sequence[Block], first: Enacting, rules: Grammar) -> None:
        self._blocks = blocks
        self._first = first
        self._rules = rules
        self._letter = ""
        """The letter of the resolution that is gone through."""
        self._annex = -1
        """The place of the last heading of an annex in it."""

    def first(self) -> tuple[_Head, Enacting]:
        """The head of the first resolution."""
        head = self._head(self._first.place) or _Head(self._first.place)
        self._letter = head.letter
        return head, self._first

    def further(self) -> list[tuple[_Head, Enacting | None]]:
        """The heads of all others, each with its enacting words, None for one below a closing that
        has none: those of another language, or those that the end of a page cut off."""
        out: list[tuple[_Head, Enacting | None]] = []
        for place in range(self._first.place + 1, len(self._blocks)):
            if is_annex(self._blocks[place].text, self._rules):
                self._annex = place
            found = enacting_at(self._blocks, place, self._rules)
            head = self._begun(place, found) if found else None
            if found and head:
                out.append((head, found))
                self._letter, self._annex = head.letter, -1
            elif self._is_titled_below_closing(place):
                letter = _letter_of_title(self._first_line(place), self._rules)
                out.append((_Head(place, letter, place), None))
        return _without_doubles(out)

    def _first_line(self, place: int) -> str:
        block = self._blocks[place]
        return _numbered(block, block.text.partition("\n")[0])

    def _is_titled_below_closing(self, place: int) -> bool:
        """Whether the number of a resolution and its title stand right below a closing."""
        if self._annex >= 0 or not _is_closing(self._blocks[place - 1], self._rules):
            return False
        found = titled(self._first_line(place), self._rules)
        return bool(found and (found["title"] or found["dated"]))

    def _begun(self, place: int, found: Enacting) -> _Head | None:
        """The head of the resolution that enacting words begin, None where they are quoted or stand
        in an annex, or above a section."""
        known = {*self._rules.organs.values(), self._first.organ}
        text = self._blocks[place].text.lstrip(DIRECTIONS + " ")
        if found.start or found.organ not in known or not text[:1].isalpha() or text[0].islower():
            return None
        head = self._head(place)
        in_annex = self._annex >= 0
        if head and head.number >= 0:
            return head if not in_annex or head.start > self._annex + 1 else None
        if head and head.letter and self._follows(head.letter, in_annex):
            return head
        return None if in_annex else self._below_closing(place)

    def _follows(self, letter: str, in_annex: bool) -> bool:
        if not self._letter:
            return letter == "b" or (letter == "a" and not in_annex)
        return ord(letter) == ord(self._letter) + 1

    def _head(self, place: int) -> _Head | None:
        """The lines above enacting words, from a number or a letter on."""
        found: _Head | None = None
        for at in range(place - 1, max(place - 1 - _BLOCKS_OF_A_HEAD, -1), -1):
            block = self._blocks[at]
            first = block.text.partition("\n")[0]
            if is_title(_numbered(block, first), self._rules):
                letter = found.letter if found else _letter_of_title(first, self._rules)
                return _Head(at, letter, at)
            letter = "" if found else _letter(block, self._letter, self._rules)
            if letter:
                found = _Head(at, letter)
            elif not self._can_be_of_a_head(block):
                break
        return found

    def _can_be_of_a_head(self, block: Block) -> bool:
        text = block.text.strip()
        if not text or len(text) > _LONGEST or block.number or _is_closing(block, self._rules):
            return False
        return last_sign(text) not in ENDS_A_PARAGRAPH and not self._rules.number.match(text)

    def _below_closing(self, place: int) -> _Head | None:
        """The lines below the closing of the resolution before, if that stands directly above."""
        at = place - 1
        while at >= place - 1 - _BLOCKS_BEHIND_A_CLOSING and at > self._first.place:
            block = self._blocks[at]
            if _is_closing(block, self._rules):
                return _Head(at + 1)
            if not self._can_be_of_a_head(block) and block.kind is not BlockKind.HEADING:
                return None
            at -= 1
        return None


def _without_doubles(
    found: Sequence[tuple[_Head, Enacting | None]],
) -> list[tuple[_Head, Enacting | None]]:
    """The heads, without those whose enacting words were found below them."""
    starts = {head.start for head, enacting in found if enacting}
    return [(head, own) for head, own in found if own or head.start not in starts]


def _numbered(block: Block, first: str) -> str:
    """The first line of a block with the number that a list gives it."""
    return f"{block.number.rstrip('.)')} {first}" if block.number else first


def _letter(block: Block, after: str, rules: Grammar) -> str:
    return "" if block.number else letter_of(block.text, after, rules)


def letter_of(text: str, after: str, rules: Grammar) -> str:
    """The letter that a text consists of, or that a title stands behind: "b"; `after` is that of
    the resolution before."""
    text = text.strip(DIRECTIONS + " \t*")
    if len(text) > _LONGEST or not is_numbered_heading(text, rules):
        return ""
    found = rules.division.match(text)
    stated = {name: sign for name, sign in found.groupdict().items() if sign} if found else {}
    sign = stated.pop("number", "")
    if stated or not sign or (sign.isascii() and len(sign) > 1):
        return ""
    return sign.lower() if sign.isascii() else rules.letter(sign.lower(), after)


def _letter_of_title(text: str, rules: Grammar) -> str:
    """ "a" in "57/270 A. Title", "" in "76/84 A-B" and "75/58"."""
    found = rules.title.fullmatch(text.strip(DIRECTIONS))
    number = found["number"].rstrip() if found else ""
    sign = number[-1:]
    if len(number) < 2 or not sign.isalpha() or not (number[-2].isspace() or number[-2].isdigit()):
        return ""
    return sign.lower() if sign.isascii() else rules.letter(sign.lower())


def _is_closing(block: Block, rules: Grammar) -> bool:
    """Whether a block ends as a closing does: with a meeting, a date or a vote."""
    text = block.text
    if len(text) > _LONGEST or block.number:
        return False
    return closing_field(joined(text.rpartition("\n")[2], rules), rules) in _DATED


def _rest_of_one(blocks: Sequence[Block], rules: Grammar) -> int:
    """Where the rest of a resolution begins that started on another page: its paragraphs stand
    before a closing. -1 where there is none."""
    closings = [place for place, block in enumerate(blocks) if _is_meeting(block, rules)]
    if not closings:
        return -1
    for place, block in enumerate(blocks[: closings[-1]]):
        text = block.text.strip()
        ends = last_sign(text) in ENDS_A_PARAGRAPH
        if (block.number or rules.number.match(text)) and ends:
            return place
        if len(text) > _SENTENCE and (ends or text[:1].islower()):
            return place
    return -1


def _is_meeting(block: Block, rules: Grammar) -> bool:
    lines = block.text.split("\n") if len(block.text) <= _LONGEST else ()
    return any(closing_field(line, rules) is Field.MEETING for line in lines)

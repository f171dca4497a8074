"""Several resolutions of one text as the parts of one document, each with what it states."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop_app.grammar.characters import ENDS_A_PARAGRAPH, ENDS_A_PREAMBULAR, last_sign
from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block
from desktop_app.reading.structure.body import Body, with_number
from desktop_app.reading.structure.clauses import OpenClause, OpenPart, finished
from desktop_app.reading.structure.documents.several import Stretch, letter_of
from desktop_app.reading.structure.lines import (
    Field,
    closing_lines,
    end_of_closing,
    head_lines,
    joined,
)
from desktop_app.reading.structure.masthead import lettered, masthead, number_stated
from desktop_app.reading.structure.sub_paragraphs import starts_with_mark
from desktop_app.resolution import nesting
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Line, Masthead, Part, PartKind, Runs, words

_LINE = 200
"""Characters of a line of a title, at most."""


class Assembled(NamedTuple):
    """The head of all resolutions of a text, what it states, and a part for each."""

    head: tuple[Line, ...]
    masthead: Masthead
    parts: tuple[Part, ...]


def assembled(
    blocks: Sequence[Block], stretches: Sequence[Stretch], stated: Mapping[str, str], rules: Grammar
) -> Assembled:
    """The resolutions that stand in these stretches of the blocks of a text."""
    head = head_lines(lines_of(blocks[: stretches[0].start]), rules)
    organ = next((one.enacting.organ for one in stretches if one.enacting), "")
    whole = above = masthead(head, (), organ, stated, rules)
    parts: dict[str, Part] = {}
    for place, stretch in enumerate(stretches, 1):
        read = _Read(blocks, stretch, organ, rules)
        above = read.masthead if stretch.is_titled else above
        id = stretch.letter if stretch.letter and stretch.letter not in parts else f"r{place}"
        parts[id] = _named(read.part(above), id)
    numbered = [stretch for stretch in stretches if stretch.is_titled]
    if len(numbered) == 1 and all(one.letter for one in stretches[1:]) and not whole.symbol:
        whole = whole._replace(symbol=above.symbol, title=above.title)
    return Assembled(head, whole, tuple(_with_common_dates([*parts.values()], whole)))


def _behind(lines: Sequence[Runs]) -> OpenPart:
    """What stands behind a closing, below its heading: how a printed volume goes on."""
    part = OpenPart(PartKind.SECTION)
    while lines and last_sign(words(lines[0])) not in ENDS_A_PARAGRAPH:
        heading = [part.heading, lines[0]] if part.heading else [lines[0]]
        part.heading = styled.join(heading, lambda left, right: " ")
        lines = lines[1:]
    part.clauses += [OpenClause("", "", line) for line in lines]
    return part


def _is_of_a_preamble(blocks: Sequence[Block], rules: Grammar) -> bool:
    """Whether the rest of a resolution begins in its preamble."""
    for block in blocks:
        if block.number or rules.number.match(block.text) or starts_with_mark(block.text, rules):
            return False
        if last_sign(block.text) in ENDS_A_PARAGRAPH:
            return last_sign(block.text) in ENDS_A_PREAMBULAR
    return False


def _below_head(blocks: Sequence[Block], stretch: Stretch, rules: Grammar) -> int:
    """Where the text begins of a resolution without enacting words: below its title, if it has
    one."""
    place = stretch.start + stretch.is_titled
    while stretch.start < place < stretch.end:
        block = blocks[place]
        is_whole = last_sign(block.text) in ENDS_A_PARAGRAPH or len(block.text) > _LINE
        if block.number or is_whole or rules.opening(block.text):
            break
        place += 1
    return place


class _Read:
    """One resolution, as it is read by itself. `masthead` is what its head states above its letter,
    and its closing."""

    def __init__(
        self, blocks: Sequence[Block], stretch: Stretch, organ: str, rules: Grammar
    ) -> None:
        """`organ` is that of a resolution with a number and without enacting words."""
        self._stretch = stretch
        self._rules = rules
        enacting = stretch.enacting
        start, first = (enacting.place if enacting else _below_head(blocks, stretch, rules)), 0
        formula: Runs = ()
        if enacting:
            formula = styled.cut(blocks[start].runs, enacting.start, enacting.end)
            first = enacting.end
        own = [*blocks[start : stretch.end]]
        begins = bool(enacting) or stretch.is_titled or _is_of_a_preamble(own, rules)
        self._body = Body(rules, formula, PartKind.PREAMBLE if begins else PartKind.OPERATIVE)
        if first:
            rest = styled.strip(styled.cut(own[0].runs, first))
            own[:1] = [own[0].having(rest)] if rest else []
        self._body.read(own)
        beside = styled.cut(blocks[start].runs, 0, enacting.start) if enacting else ()
        self._lines = (*lines_of(blocks[stretch.start : start]), *styled.lines(beside))
        self._letter = next(filter(self._is_letter, range(len(self._lines))), len(self._lines))
        head = head_lines(self._lines[: self._letter], rules)
        closing = closing_lines(self._body.closing, rules)
        organ = enacting.organ if enacting else organ if stretch.is_titled else ""
        self.masthead = masthead(head, closing, organ, {}, rules)
        self._number = stretch.letter.upper() or number_stated(head, rules)

    def _is_letter(self, place: int) -> bool:
        letter = self._stretch.letter
        text = words(self._lines[place])
        return bool(letter) and letter_of(text, chr(ord(letter) - 1), self._rules) == letter

    def part(self, above: Masthead) -> Part:
        """The part of it; `above` is what the head states below which its letter stands."""
        own = self.masthead
        if self._stretch.letter:
            own = lettered(own, above, self._stretch.letter, self._title())
        parts = tuple(self._parts())
        return Part("", PartKind.RESOLUTION, self._heading(), (), self._number, 0, parts, own)

    def _parts(self) -> list[Part]:
        """Its parts, the closing before the annexes, and what stands behind that."""
        closing = self._body.closing
        end = end_of_closing(closing, self._rules)
        opened = self._body.parts
        annex = next(
            (at for at, part in enumerate(opened) if part.kind is PartKind.ANNEX), len(opened)
        )
        behind = [_behind(closing[end:])] if end < len(closing) else []
        finished_parts = finished([*opened[:annex], *behind, *opened[annex:]], self._rules)
        parts = [part for part in finished_parts if _has_anything(part)]
        if closing:
            runs = styled.join(closing[:end], lambda left, right: "\n")
            annexes = [place for place, part in enumerate(parts) if part.kind is PartKind.ANNEX]
            before = (annexes[0] if annexes else len(parts)) - len(behind)
            parts.insert(before, Part("closing", PartKind.CLOSING, runs, ()))
        return parts

    def _heading(self) -> Runs:
        """The lines of its head as one, the letter apart from what stands above and below."""
        place = self._letter
        pieces = (self._lines[:place], self._lines[place : place + 1], self._lines[place + 1 :])
        joint = [styled.join(piece, self._rules.join) for piece in pieces if piece]
        return styled.join(joint, lambda left, right: " ")

    def _title(self) -> str:
        """The title below the letter, or behind it."""
        if self._letter == len(self._lines):
            return ""
        found = self._rules.section_heading.fullmatch(words(self._lines[self._letter]))
        titles = [found["heading"]] if found else []
        for line in head_lines(self._lines[self._letter + 1 :], self._rules):
            if not line.id.startswith(f"head.{Field.OTHER}"):
                break
            titles.append(line.text)
        return joined("\n".join(titles), self._rules)


def _with_common_dates(parts: Sequence[Part], whole: Masthead) -> Iterator[Part]:
    """The parts, those of one number with the date and the meeting that stand below the last of
    them, or in the head of all."""
    below = whole
    out: list[Part] = []
    for part in reversed(parts):
        own = part.masthead
        if own and not own.adopted and below.adopted and (part.number.isalpha() or below is whole):
            own = own._replace(adopted=below.adopted, meeting=own.meeting or below.meeting)
            part = part._replace(masthead=own)
        out.append(part)
        below = own if own and part.number.isalpha() and below.adopted != "" else whole
    yield from reversed(out)


def lines_of(blocks: Sequence[Block]) -> tuple[Runs, ...]:
    return tuple(line for block in blocks for line in styled.lines(with_number(block)))


def _has_anything(part: Part) -> bool:
    return bool(part.heading or part.clauses or part.parts)


def _named(resolution: Part, id: str) -> Part:
    """A resolution whose parts and clauses bear its id before theirs."""
    parts = tuple(nesting.within(part, id) for part in resolution.parts)
    return resolution._replace(id=id, parts=parts)

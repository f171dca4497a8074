"""Blocks to a Resolution: the only place that knows how a resolution is built."""

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.grammar.characters import (
    ENDS_A_PARAGRAPH,
    ENDS_A_PREAMBULAR,
    ENDS_AN_OPERATIVE,
)
from desktop_app.grammar.grammar import Grammar, grammar
from desktop_app.grammar.numerals import roman
from desktop_app.grammar.scripts import script_in
from desktop_app.reading.blocks import Block, BlockKind, Document
from desktop_app.reading.structure import footnotes as notes
from desktop_app.reading.structure import language, masthead
from desktop_app.reading.structure.clause_builder import (
    Draft,
    DraftPart,
    emphasised,
    finished_parts,
)
from desktop_app.reading.structure.language import UNKNOWN
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import (
    Clause,
    Footnote,
    Masthead,
    Part,
    PartKind,
    Provenance,
    Resolution,
    Run,
    Runs,
    words,
)

_CLOSERS = "\"'”’」』）)]》»“ \u00a0\u202f"
"""What can stand behind the sign that ends a paragraph; French has spaces inside its quotes."""
_LONGEST = 20_000
"""Characters: a paragraph of more is not waiting for its other half."""
_FURNITURE = re.compile(r"\*?\d{7}\*?|\d{2}-\d{5}(?:\s*\([A-Z]\))?\s*\*?(?:\d{7}\*)?")
"""Job numbers and bar codes of the printed page: 20-16954 (C), *2016954*."""


def resolution(document: Document) -> Resolution:
    """The resolution that a file's blocks make up; always succeeds.

    Blocks that have no enacting words and no numbered paragraphs under a masthead are no
    resolution: they come back as the paragraphs of one section, with `is_resolution` False.
    """
    stated = document.metadata
    text = "\n".join(block.text for block in document.blocks)
    code = language.detect(text, stated.get("language", ""))
    script = script_in(text, code)
    blocks, footnotes = notes.separate(document.blocks)
    if code == UNKNOWN:
        return _plain(blocks, footnotes, code, script, stated)
    rules = grammar(code)
    start = _enacting(blocks, rules)
    if start is None:
        return _plain(blocks, footnotes, code, script, stated)
    place, words_end, organ = start
    head = masthead.head_lines(_lines(blocks[:place]), rules)
    reader = _Body(rules, styled.cut(blocks[place].runs, 0, words_end))
    rest = styled.strip(styled.cut(blocks[place].runs, words_end))
    body = [replace(blocks[place], runs=rest)] if rest else []
    reader.read([*body, *blocks[place + 1 :]])
    closing = masthead.closing_lines(reader.closing, rules)
    parts = finished_parts(reader.parts, rules)
    if not any(part.clauses for part in parts):
        return _plain(blocks, footnotes, code, script, stated)
    return Resolution(
        masthead=masthead.masthead(head, closing, organ, stated, rules),
        language=code,
        script=script,
        provenance=_provenance(stated.get("provenance", "")),
        head=head,
        parts=parts,
        closing=closing,
        footnotes=tuple(_unbroken_note(note, rules) for note in footnotes),
        address=stated.get("source", ""),
    )


def _provenance(stated: str) -> Provenance:
    known = {item.value: item for item in Provenance}
    return known.get(stated.lower(), Provenance.UNSTATED)


def _enacting(blocks: Sequence[Block], rules: Grammar) -> tuple[int, int, str] | None:
    """Where the enacting words stand: the block, where they end in it, and the organ. Where they
    were lost, the first paragraph that opens like a preambular one, below a title line."""
    titled = False
    fallback: tuple[int, int, str] | None = None
    for place, block in enumerate(blocks):
        text = block.text
        compact = text if rules.spaced else re.sub(r"\s+", "", text)
        found = rules.enacting.match(compact)
        if found:
            rest = compact[found.end() :].strip()
            if not rest or rules.opening(rest):
                end = len(text) if not rest else text.index(compact[found.end() - 1]) + 1
                return place, end, rules.organs[found["organ"]]
        if titled and fallback is None and rules.opening(text) and text[-1:] in ENDS_A_PREAMBULAR:
            fallback = place, 0, ""
        titled = titled or any(masthead.is_title(line, rules) for line in text.split("\n"))
    return fallback


def _lines(blocks: Sequence[Block]) -> list[Runs]:
    return [line for block in blocks for line in styled.lines(_with_number(block))]


def _with_number(block: Block) -> Runs:
    """The block as it is printed, for places where a number is no clause's number."""
    numbered = block.number and block.kind is not BlockKind.NOTE
    return (Run(f"{block.number} "), *block.runs) if numbered else block.runs


def _unbroken(runs: Runs, rules: Grammar) -> Runs:
    return styled.join(styled.lines(runs), rules.join)


def _unbroken_note(note: Footnote, rules: Grammar) -> Footnote:
    return note._replace(runs=_unbroken(note.runs, rules))


class _Body:
    """Reads what follows the enacting words, block by block, into parts and closing lines."""

    def __init__(self, rules: Grammar, enacting: Runs) -> None:
        self._rules = rules
        self.parts = [DraftPart(PartKind.PREAMBLE, _unbroken(enacting, rules))]
        self.closing: list[Runs] = []
        self._numbers_ahead = False
        self._behind = 0

    def read(self, blocks: Sequence[Block]) -> None:
        """Reads all the blocks, in order."""
        last_number = max(
            (place for place, block in enumerate(blocks) if self._number(block)[0]), default=-1
        )
        for place, block in enumerate(blocks):
            self._numbers_ahead = place <= last_number
            self._read(block)

    def _read(self, block: Block) -> None:
        lines = styled.lines(block.runs)
        if not lines or _FURNITURE.fullmatch(words(_with_number(block)).strip()):
            return
        if self._rules.annex.fullmatch(words(lines[0]).strip()):
            heading = _unbroken(_with_number(block), self._rules)
            self.parts.append(DraftPart(PartKind.ANNEX, heading))
            return
        part = self.parts[-1]
        if part.kind is PartKind.ANNEX:
            self._annex(block)
            return
        if self.closing:
            self.closing += styled.lines(_with_number(block))
            return
        lines, closing = self._closing(lines)
        if lines:
            runs = styled.join(lines, self._rules.join)
            if part.kind is PartKind.PREAMBLE:
                self._preamble(replace(block, runs=runs))
            else:
                self._operative(replace(block, runs=runs))
        elif closing:  # the number of an item in which nothing else stands
            closing = styled.lines(_with_number(block))
        self.closing += closing

    def _closing(self, lines: list[Runs]) -> tuple[list[Runs], list[Runs]]:
        """The lines of a block, and those at its end that are the date and the meeting; a
        paragraph before them must be complete."""
        end = len(lines)
        while end and masthead.closing_field(words(lines[end - 1]), self._rules) != "other":
            end -= 1
        complete = not end or words(lines[end - 1]).rstrip(_CLOSERS)[-1:] in ".。"
        begun = self.parts[-1].clauses
        return (lines[:end], lines[end:]) if complete and begun else (lines, [])

    def _number(self, block: Block) -> tuple[str, str, Runs]:
        """The number of a numbered paragraph ("5"), as it is printed ("5."), and the rest."""
        if block.number and block.level <= 1:
            return block.number.rstrip(".)"), block.number, block.runs
        found = self._rules.number.match(block.text) if block.level <= 1 else None
        if not found:
            return "", "", block.runs
        number = found[1] if found[1].isascii() else str(int(found[1]))
        return number, found[0].strip(), styled.strip(styled.cut(block.runs, found.end()))

    def _preamble(self, block: Block) -> None:
        clauses = self.parts[-1].clauses
        number, _, _ = self._number(block)
        if number:
            self.parts.append(DraftPart(PartKind.OPERATIVE))
            self._operative(block)
        elif self._is_heading(block):
            self._section(block)
        elif not self._numbers_ahead and _end(block.text) in ENDS_AN_OPERATIVE:
            self.parts.append(DraftPart(PartKind.OPERATIVE))
            self._operative(block)
        elif self._continues(clauses, block):
            self._append(clauses[-1], block.runs)
        elif not self._sub_paragraph(clauses, block):
            clauses.append(Draft("", "", block.runs))

    def _operative(self, block: Block) -> None:
        clauses = self.parts[-1].clauses
        number, mark, runs = self._number(block)
        if self._is_heading(block) and not number:
            self._section(block)
        elif number:
            continued = self._continued(number)
            clauses.append(Draft(continued, mark.replace(number, continued, 1), ()))
            inner = replace(block, runs=runs, number="", level=0)
            if not self._sub_paragraph(clauses, inner):
                clauses[-1].runs = runs
        elif self._continues(clauses, block):
            self._append(_deepest(clauses[-1]), block.runs)
        elif not self._sub_paragraph(clauses, block):
            clauses.append(Draft("", "", block.runs))

    def _continued(self, printed: str) -> str:
        """The number of an operative paragraph. A list that was cut in two can count from 1
        again, and then all of its second half is that much behind."""
        if not printed.isdigit():
            return printed
        numbers = (c.number for c in reversed(self.parts[-1].clauses) if c.number.isdigit())
        last = int(next(numbers, "0"))
        number = int(printed)
        if number == last + 1:
            self._behind = 0
        elif number == 1:
            self._behind = last
        elif number + self._behind != last + 1:
            self._behind = 0
        return str(number + self._behind)

    def _section(self, block: Block) -> None:
        """Starts a section, or gives the section whose number stands alone its heading."""
        part = self.parts[-1]
        if self._awaits_heading():
            part.heading = styled.join([part.heading, block.runs], lambda left, right: " ")
        else:
            self._behind = 0
            self.parts.append(DraftPart(PartKind.SECTION, block.runs))

    def _awaits_heading(self) -> bool:
        """Whether a section has just begun with nothing but its number."""
        part = self.parts[-1]
        alone = self._rules.section.fullmatch(words(part.heading).strip())
        return part.kind is PartKind.SECTION and not part.clauses and bool(alone)

    def _annex(self, block: Block) -> None:
        clauses = self.parts[-1].clauses
        number, mark, runs = self._number(block)
        runs = _unbroken(runs, self._rules)
        if number:
            clauses.append(Draft(number, mark, runs))
        elif block.kind is BlockKind.HEADING or not self._sub_paragraph(
            clauses, replace(block, runs=runs)
        ):
            clauses.append(Draft("", "", runs))

    def _is_heading(self, block: Block) -> bool:
        text = block.text.strip()
        if self._rules.section.fullmatch(text):
            return True
        return (
            (block.kind is BlockKind.HEADING or self._awaits_heading())
            and _end(text) not in ENDS_A_PARAGRAPH
            and not self._rules.opening(text)
        )

    def _continues(self, clauses: Sequence[Draft], block: Block) -> bool:
        """Whether the block is the rest of a paragraph that a page end cut in two."""
        if not clauses or block.number or block.kind is BlockKind.HEADING:
            return False
        if sum(len(run.text) for run in _deepest(clauses[-1]).runs) > _LONGEST:
            return False
        unfinished = _end(words(_deepest(clauses[-1]).runs)) not in ENDS_A_PARAGRAPH
        starts_anew = bool(emphasised(block.runs)) or self._mark(block.text) is not None
        return unfinished and not starts_anew and not self._rules.opening(block.text)

    def _append(self, clause: Draft, runs: Runs) -> None:
        clause.runs = styled.join([clause.runs, runs], self._rules.join)

    def _mark(self, text: str) -> re.Match[str] | None:
        return next((m for p in self._rules.sub_marks if (m := p.match(text))), None)

    def _sub_paragraph(self, clauses: Sequence[Draft], block: Block) -> bool:
        """Hangs a block that starts with (a), (i) or ㈠ below the last clause; False if it does
        not start so or there is no clause to hang it on."""
        if not clauses:
            return False
        open_ = [clauses[-1]]
        while open_[-1].children:
            open_.append(open_[-1].children[-1])
        if block.level > 1 and block.number:
            number = block.number.rstrip(".)")
            parent = open_[min(block.level - 1, len(open_)) - 1]
            parent.children.append(Draft(number, block.number, block.runs, mark_kind=-2))
            return True
        choices = [
            (kind, found)
            for kind, pattern in enumerate(self._rules.sub_marks)
            if (found := pattern.match(block.text))
        ]
        if not choices:
            return False
        kind, found = _which_mark(choices, open_[1:])
        depth = next((i for i, draft in enumerate(open_) if draft.mark_kind == kind), len(open_))
        runs = styled.strip(styled.cut(block.runs, found.end()))
        before = open_[depth - 1].children
        number = _letter(found[1], depth, self._rules, before[-1].number if before else "")
        before.append(Draft(number, found[0], runs, mark_kind=kind))
        return True


def _end(text: str) -> str:
    """The character that ends a paragraph, quotation marks and brackets apart."""
    return text.rstrip().rstrip(_CLOSERS)[-1:] or text.rstrip()[-1:]


def _deepest(clause: Draft) -> Draft:
    while clause.children:
        clause = clause.children[-1]
    return clause


def _which_mark(
    choices: Sequence[tuple[int, re.Match[str]]], open_: Sequence[Draft]
) -> tuple[int, re.Match[str]]:
    """(i) is a letter after (h) and a roman number elsewhere."""
    if len(choices) == 1:
        return choices[0]
    letter, numeral = choices[0], choices[-1]
    last = next((draft.number for draft in open_ if draft.mark_kind == letter[0]), "")
    follows = bool(last) and ord(letter[1][1]) == ord(last[-1]) + 1
    return letter if follows else numeral


def _letter(sign: str, depth: int, rules: Grammar, before: str) -> str:
    """The number of a sub-paragraph, the same in every language: a letter on the first level, a
    small roman number on the second, whatever the marks are printed like. `before` is the number
    of the one before it."""
    if sign.isascii() and sign.isalpha():
        return sign
    letter = rules.letter(sign, before)
    if letter:
        return letter
    value = rules.mark_value(sign) or 0
    if depth <= 1:
        return chr(96 + value) if 0 < value <= 26 else str(value)
    return roman(value).lower()


def _plain(
    blocks: Sequence[Block],
    footnotes: tuple[Footnote, ...],
    code: str,
    script: str,
    stated: dict[str, str],
) -> Resolution:
    """A text that is no resolution: its paragraphs, in one section."""
    clauses = tuple(
        Clause(f"p{place}", "", block.number, "", block.runs)
        for place, block in enumerate(blocks, 1)
    )
    return Resolution(
        masthead=Masthead(symbol=stated.get("symbol", ""), title=stated.get("title", "")),
        language=code,
        script=script,
        provenance=_provenance(stated.get("provenance", "")),
        head=(),
        parts=(Part("text", PartKind.SECTION, (), clauses),) if clauses else (),
        closing=(),
        footnotes=footnotes,
        address=stated.get("source", ""),
        is_resolution=False,
    )

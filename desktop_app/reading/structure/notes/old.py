"""Notes of old pages, whose marks lost their raising: paragraphs that begin with a bare number."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, takewhile

from desktop_app.grammar.characters import ENDS_A_SENTENCE, OF_A_DATE, last_sign
from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.lines import Field, closing_field, joined
from desktop_app.reading.structure.numbering import starts_with_number
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Run, Runs, Style, words

_NOTE = re.compile(r"(\d{1,3})\s+(?=\S)")
_END = rf"(?=[\s,;.]|$)(?!\s*[(\d{OF_A_DATE}])"
_BEHIND = r"(?<=[^\W\d_][,;:.)])\s?|(?<=\s[12]\d{3}[,;])"
_BARE = re.compile(rf"(?:{_BEHIND})(\d{{1,3}}){_END}")
"""A number behind a word, or a year, and a sign that ends words."""
_STUCK = re.compile(rf"(?:{_BEHIND}|(?<=[^\W\d_]{{4}}))(\d{{1,3}}){_END}")
"""The same, or one that is stuck to a word."""
_SLASHED_NOTE = re.compile(r"(\d{1,3})/\s+(?=\S)")
_SLASHED = re.compile(r"\s?(?<![\d/])(\d{1,3})/(?=[\s,;.:)\]”\"]|$)")
"""A mark of 1985 to 1996: "Rights, 1/ the"."""
_BLOCKS_OF_A_PAGE = 60
_RUN = 3
"""Notes that count on from each other, at the least."""


def with_old_notes(blocks: Sequence[Block], rules: Grammar) -> list[Block]:
    """The blocks, with the notes of old pages as such, paragraphs that begin with a bare number
    ("22 Adopted without vote."), and the marks that surely call them as marks: those behind the
    closing, and those at the foot of a page within the text, if marks above call most of them.

    A bare number in the text is a mark if it stands behind a sign, its note exists, and no other
    number like it does. Notes with a slash ("1/ A/48/563.") are those that any mark calls.
    """
    blocks = _with_slashed_notes(blocks, rules)
    behind = [*takewhile(lambda block: _is_old_note(block, rules), reversed(blocks))]
    text = list(blocks[: len(blocks) - len(behind)])
    if not behind or not text or not _is_closing(text[-1], rules):
        return _with_notes_of_pages(blocks, rules)
    notes = [note for block in reversed(behind) for note in _old_notes(block)]
    found = Counter(mark for block in text for mark in _BARE.findall(block.text))
    called = {note.number for note in notes if found[note.number] == 1}
    marked = (block.having(_with_marks(block.runs, called, _BARE, rules)) for block in text)
    return [*_with_notes_of_pages([*marked], rules), *notes]


def starts_as_slashed_note(text: str) -> bool:
    """Whether a line begins as a note with a slash does."""
    return _SLASHED_NOTE.match(text) is not None


def _is_slashed_note(block: Block) -> bool:
    is_one = block.kind is BlockKind.PARAGRAPH and not block.number
    return is_one and starts_as_slashed_note(block.text)


def _with_slashed_notes(blocks: Sequence[Block], rules: Grammar) -> Sequence[Block]:
    """The blocks, with the notes that have a slash behind their numbers, and their marks."""
    notes = [_is_slashed_note(block) for block in blocks]
    if not any(notes):
        return blocks
    text = (block.text for block, is_note in zip(blocks, notes, strict=True) if not is_note)
    found = {mark for one in text for mark in _SLASHED.findall(one)}
    out: list[Block] = []
    called: set[str] = set()
    for block, is_note in zip(blocks, notes, strict=True):
        own = [*_old_notes(block, _SLASHED_NOTE)] if is_note else []
        if own and own[0].number in found:
            out += own
            called.update(note.number for note in own)
        else:
            out.append(block)
    return [_called(block, called, rules) for block in out]


def _called(block: Block, called: set[str], rules: Grammar) -> Block:
    if block.kind is BlockKind.NOTE or called.isdisjoint(_SLASHED.findall(block.text)):
        return block
    return block.having(_with_marks(block.runs, called, _SLASHED, rules))


def _with_notes_of_pages(blocks: Sequence[Block], rules: Grammar) -> list[Block]:
    """The blocks, with the notes that stand between them."""
    out: list[Block] = []
    marks: list[list[str]] = []  # what can call a note in each of these blocks
    page = 0  # where the text above the next notes begins
    for is_note, group in groupby(blocks, key=lambda block: _is_note_of_page(block, rules)):
        same = [*group]
        notes = [note for block in same for note in _old_notes(block)] if is_note else []
        page = max(page, len(out) - _BLOCKS_OF_A_PAGE)
        found = Counter(chain.from_iterable(marks[page:])) if notes else Counter[str]()
        called = {note.number for note in notes if found[note.number] == 1}
        if (called and 2 * len(called) >= len(notes)) or _is_run(same, notes, called):
            for place in range(page, len(out)):
                if not called.isdisjoint(marks[place]):
                    runs = _with_marks(out[place].runs, called, _STUCK, rules)
                    out[place] = out[place].having(runs)
            same, page = notes, len(out) + len(notes)
        out += same
        marks += [_STUCK.findall(block.text) for block in same]
    return out


def _is_run(blocks: Sequence[Block], notes: Sequence[Block], called: set[str]) -> bool:
    """Whether notes count on from each other, as many as no paragraphs that begin with a number
    would: the marks of some can be lost, and where those of all are, each names a document. Raised
    numbers need no such evidence."""
    if any(block.runs[0].style is Style.SUPERSCRIPT for block in blocks):
        return False
    if not called and not all(_names_a_document(note.text) for note in notes):
        return False
    numbers = [int(note.number) for note in notes]
    return len(numbers) >= _RUN and numbers == [*range(numbers[0], numbers[0] + len(numbers))]


def _names_a_document(text: str) -> bool:
    """Whether a note has a number in it and ends as a sentence does."""
    return any(map(str.isdigit, text)) and last_sign(text) in ENDS_A_SENTENCE


def _is_note_of_page(block: Block, rules: Grammar) -> bool:
    """Whether a block can be a note at the foot of a page: its number is none of a paragraph."""
    found = _NOTE.match(block.text) if block.kind is BlockKind.PARAGRAPH else None
    if not found or block.number or starts_with_number(block.text, rules):
        return False
    if rules.opening(block.text[found.end() :]):
        return False  # "10 Calls upon all"
    return _is_old_note(block, rules)


def _is_closing(block: Block, rules: Grammar) -> bool:
    lines = block.text.split("\n")
    fields = (closing_field(text, rules) for text in (joined(block.text, rules), lines[-1]))
    return any(field is not Field.OTHER for field in fields)


def _is_old_note(block: Block, rules: Grammar) -> bool:
    text = block.text.partition("\n")[0]
    if block.kind is not BlockKind.PARAGRAPH or closing_field(text, rules) is not Field.OTHER:
        return False
    found = _NOTE.match(text)
    return found is not None and not text[found.end()].islower() and not rules.date.match(text)


def _old_notes(block: Block, begins: re.Pattern[str] = _NOTE) -> Iterator[Block]:
    """Each note of a block; a line that begins with the next number begins one."""
    group: list[Runs] = []
    number = 0
    for line in styled.lines(block.runs):
        found = begins.match(words(line))
        if found and (not group or int(found[1]) == number + 1):
            if group:
                yield _old_note(number, group)
            number, group = int(found[1]), [styled.strip(styled.cut(line, found.end()))]
        else:
            group.append(line)
    yield _old_note(number, group)


def _old_note(number: int, lines: Sequence[Runs]) -> Block:
    runs = styled.join(lines, lambda left, right: "\n")
    return Block(BlockKind.NOTE, runs, number=str(number))


def _with_marks(runs: Runs, called: set[str], mark: re.Pattern[str], rules: Grammar) -> Runs:
    """The runs with the bare numbers that call notes as raised ones."""
    text = words(runs)
    out: list[Runs] = []
    start = 0
    for found in mark.finditer(text):
        if found[1] in called and not rules.date.match(text[found.start(1) :]):
            out += [styled.cut(runs, start, found.start()), (Run(found[1], Style.SUPERSCRIPT),)]
            start = found.end()
    return (*(run for part in out for run in part), *styled.cut(runs, start)) if out else runs

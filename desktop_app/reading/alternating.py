"""Texts in which two languages alternate, paragraph by paragraph, or follow each other: each apart,
with what stands against what.

A paragraph goes with its language; one that is in none (a symbol, a number) takes its turn.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from desktop_app.grammar.languages import OFFICIAL
from desktop_app.reading.blocks import Block, BlockKind, Document
from desktop_app.reading.content import Content
from desktop_app.reading.structure.language import detect
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Runs, Style, words

_SAMPLE = 80
"""Paragraphs that are looked at: in a text of two languages these alternate from the beginning."""
_FEWEST = 4
"""Paragraphs of each language that are known to be of it."""
_SHARE, _SWITCHES = 0.3, 0.5
"""The share of each language among them, and that of the paragraphs behind one of the other."""
_LETTERS = 15
"""Letters of a paragraph whose language is looked for."""
_SAMPLED = 500
"""Characters of a paragraph that tell its language."""
_BETWEEN = " / "
"""Stands between two languages in a heading of an export."""

Pair = tuple[str, str]


def alternating(document: Document) -> Content | None:
    """The two languages of a text in which they alternate, None for any other."""
    found = _languages(document.blocks[: 2 * _SAMPLE])
    return parted(document, found) if found else None


def parted(document: Document, languages: Pair, gap: str = "") -> Content:
    """The two languages of a text, with the rows that their turns make, where each has one of every
    row; `gap` is what stands in place of a paragraph that a language lacks."""
    text = [block for block in document.blocks if block.kind is not BlockKind.NOTE]
    sides: tuple[list[Block], list[Block]] = ([], [])
    places: tuple[list[int], list[int]] = ([], [])
    row, turns, before = 0, 0, 1
    for side, block in _sided(text, languages, gap):
        row += side < before
        turns += side != before
        before = side
        if block.text != gap:
            sides[side].append(block)
            places[side].append(row)
    notes = [block for block in document.blocks if block.kind is BlockKind.NOTE]
    texts = with_notes(sides, notes, languages, document.metadata)
    in_turns = turns > len(("the first", "the second", "once more"))
    # Where a language has one more, nothing tells which of them has no counterpart.
    known = in_turns and (gap or places[0] == places[1] == [*dict.fromkeys(places[0])])
    return Content(texts=texts, file_rows=tuple(map(tuple, places)) if known else ())


def with_notes(
    sides: Sequence[Sequence[Block]],
    notes: Sequence[Block],
    languages: Pair,
    metadata: Mapping[str, str],
) -> tuple[Document, ...]:
    """The texts of two languages, each with its own of the notes behind it."""
    found = [(side, own) for note in notes for side, own in _note(note, sides, languages)]
    return tuple(
        Document(
            (*blocks, *(note for own, note in found if own == side)),
            {**metadata, "language": languages[side]},
        )
        for side, blocks in enumerate(sides)
    )


def _languages(blocks: Sequence[Block]) -> Pair | None:
    """The two languages that alternate in a text, the first one first."""
    text = [block for block in blocks if block.kind is not BlockKind.NOTE]
    places = [(at, code) for at, block in enumerate(text) if (code := _language(block.text))]
    known = [code for _, code in places[:_SAMPLE]]
    (one, _), (other, fewer) = [*Counter(known).most_common(2), ("", 0), ("", 0)][:2]
    turns = sum(before != code for before, code in pairwise(known))
    if fewer < max(_FEWEST, _SHARE * len(known)) or turns < _SWITCHES * len(known):
        return None
    first = sum(1 if at % 2 == 0 else -1 for at, code in places if code == one)
    first -= sum(1 if at % 2 == 0 else -1 for at, code in places if code == other)
    return (one, other) if first >= 0 else (other, one)


def _language(text: str) -> str:
    """The language of a paragraph, "" where it is too short to tell."""
    text = text[:_SAMPLED]
    if sum(map(str.isalpha, text)) < (_LETTERS if text.isascii() else _LETTERS // 4):
        return ""
    found = detect(text)
    return found if found in OFFICIAL else ""


def _sided(blocks: Sequence[Block], languages: Pair, gap: str) -> Iterator[tuple[int, Block]]:
    """Each block with its side; a heading in both languages is one of each, and what stands there
    twice is so too, whatever language it is in."""
    before, last = 1, ""
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        both = _both(block.runs, languages) if block.kind is BlockKind.HEADING else None
        if both:
            yield from enumerate(map(block.having, both))
            before, last = 1, ""
            continue
        turn = 1 - before
        behind = following.text if following else ""
        code = (
            "" if block.text == (last if turn else behind) else _language_of(block.text, languages)
        )
        if code == languages[1 - turn] and _takes_its_turn(block.text, behind, languages, turn):
            code = ""
        if gap and block.kind is BlockKind.HEADING:  # that of one language alone
            turn = int(following is not None and following.text == gap)
        before, last = languages.index(code) if code else turn, block.text
        yield before, block


def _takes_its_turn(text: str, behind: str, languages: Pair, turn: int) -> bool:
    """Whether a paragraph in the letters of the other language is of the one whose turn it is all
    the same: it is in neither (Latin lines of an Arabic masthead), and one of the other follows."""
    other = languages[1 - turn]
    return _language(text) not in languages and _language_of(behind, languages) == other


def _language_of(text: str, languages: Pair) -> str:
    """Which of two languages a text is in, "" where nothing tells."""
    text = text[:_SAMPLED]
    found = _language(text)
    if found in languages:
        return found
    scripts = [OFFICIAL[code].script or "Hani" for code in languages]
    if scripts[0] == scripts[1]:
        return ""
    latin = sum("a" <= sign <= "z" for sign in text)  # symbols have capitals
    other = sum(sign.isalpha() and not sign.isascii() for sign in text)
    if "Latn" in scripts and other > latin:
        return languages[1 - scripts.index("Latn")]
    return languages[scripts.index("Latn")] if "Latn" in scripts and latin > 2 * other else ""


def _both(runs: Runs, languages: Pair) -> tuple[Runs, Runs] | None:
    """The two halves of a heading in both languages."""
    text = words(runs)
    at = text.find(_BETWEEN)
    while at >= 0:
        halves = text[:at], text[at + len(_BETWEEN) :]
        codes = [_language_of(half, languages) for half in halves]
        in_order = all(code in ("", own) for code, own in zip(codes, languages, strict=True))
        if halves[0] == halves[1] or (in_order and any(codes)):
            return styled.cut(runs, 0, at), styled.cut(runs, at + len(_BETWEEN))
        at = text.find(_BETWEEN, at + 1)
    return None


def _note(
    note: Block, sides: Sequence[Sequence[Block]], languages: Pair
) -> Iterator[tuple[int, Block]]:
    """A note on each side that calls it. Where both do it has a paragraph in each language, or one
    for both."""
    callers = [side for side in (0, 1) if _calls(sides[side], note.number)]
    if len(callers) < len(sides):
        yield (callers or [0])[0], note
        return
    lines = styled.lines(note.runs)
    codes = [_language_of(words(line), languages) for line in lines]
    for side in callers:
        own = [line for line, code in zip(lines, codes, strict=True) if code == languages[side]]
        if len(lines) == len(languages):
            own = [lines[side]]
        yield side, note.having(styled.join(own, lambda left, right: "\n") if own else note.runs)


def _calls(blocks: Sequence[Block], label: str) -> bool:
    return any(
        run.style is Style.MARK and run.text == label for block in blocks for run in block.runs
    )

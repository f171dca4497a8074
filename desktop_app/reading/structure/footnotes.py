"""Footnotes: which paragraphs are notes, which raised signs are marks, and which calls which.

A note stands where the printed page ended or at the end of the file; its mark may be written
`[^1]`, `<sup>1</sup>` or ¹.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Footnote, Run, Runs, Style

_RAISED = re.compile("[⁰¹²³⁴-⁹]+")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SIGN = re.compile(r"\d{1,4}|[*†‡]{1,4}|[a-z]")
_BEHIND = re.compile(r"(?<=.)-[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$|(?<=\d)-\d+$")
_UNIT = re.compile(r"(?<![^\s\d])[kcm]?m$|(?<!\d)10$")
"""What stands before a raised digit that is an exponent: m², 10³."""


@dataclass(frozen=True, slots=True)
class _Note:
    place: int
    mark: str
    runs: Runs
    id: str


def separate(blocks: Sequence[Block]) -> tuple[list[Block], tuple[Footnote, ...]]:
    """The blocks without the notes, every mark in them tied to its note, and the notes.

    A raised sign whose note is missing stays a mark that calls nothing, unless it is an exponent.
    """
    pieces = _one_note_a_block([replace(block, runs=_raised(block.runs)) for block in blocks])
    notes: dict[int, _Note] = {}
    by_mark: dict[str, list[_Note]] = {}
    by_label: dict[str, _Note] = {}
    taken: Counter[str] = Counter()
    for place, block in enumerate(pieces):
        found = _as_note(block)
        if found:
            mark, text = found
            same = by_mark.setdefault(_key(mark), [])
            notes[place] = _Note(place, mark, text, _id(_key(mark), taken))
            same.append(notes[place])
            if block.kind is BlockKind.NOTE:
                by_label.setdefault(block.number, notes[place])
    text_blocks = [
        replace(block, runs=_tied(block.runs, place, by_mark, by_label))
        for place, block in enumerate(pieces)
        if place not in notes
    ]
    footnotes = (
        Footnote(note.id, note.mark, _tied(note.runs, note.place, by_mark, by_label))
        for note in notes.values()
    )
    return text_blocks, tuple(footnotes)


def _raised(runs: Runs) -> Runs:
    """Raised digits that are characters (¹) as runs of their own, like those that are styled."""
    out: list[Run] = []
    for run in runs:
        end = 0
        for found in _RAISED.finditer(run.text) if run.style is not Style.MARK else ():
            out.append(run._replace(text=run.text[end : found.start()]))
            out.append(Run(found.group(), Style.SUPERSCRIPT))
            end = found.end()
        out.append(run._replace(text=run.text[end:]) if end else run)
    return tuple(run for run in out if run.text)


def _sign(run: Run) -> str:
    """What a raised run or a mark says as a mark, "" where it is none."""
    if run.style is Style.MARK:
        return run.text
    sign = run.text.strip().strip("[]()").translate(_DIGITS)
    return sign if run.style is Style.SUPERSCRIPT and _SIGN.fullmatch(sign) else ""


def _one_note_a_block(blocks: Sequence[Block]) -> list[Block]:
    """Notes that one paragraph holds, a line each, as blocks of their own; a note that follows
    the text it belongs to without an empty line between, too."""
    seen: set[str] = set()
    out: list[Block] = []
    for block in blocks:
        lines = styled.lines(block.runs)
        starts_as_note = bool(lines and _sign(lines[0][0]))
        group: list[Runs] = []
        for line in lines:
            sign = _sign(line[0])
            if group and sign and len(line) > 1 and (starts_as_note or sign in seen):
                out.append(replace(block, runs=_with_breaks(group)))
                block, group = Block(BlockKind.PARAGRAPH, ()), []
            group.append(line)
            seen.update(_sign(run) for run in line)
        if group:
            out.append(replace(block, runs=_with_breaks(group)))
    return out


def _with_breaks(lines: Sequence[Runs]) -> Runs:
    return styled.join(lines, lambda left, right: "\n")


def _as_note(block: Block) -> tuple[str, Runs] | None:
    """The mark and the text of a block that is a note."""
    if block.kind is BlockKind.NOTE:
        return _printed(block.number), block.runs
    sign = _sign(block.runs[0]) if block.runs else ""
    if sign and any(run.text.strip() for run in block.runs[1:]):
        return _printed(sign), styled.strip(block.runs[1:])
    return None


def _printed(label: str) -> str:
    """The mark that a label stands for: the digits of labels like "fn3" or "3". What an export puts
    behind them is none of it: the language in "3-zh-Hans", the count in "1-2", the second 1."""
    label = _BEHIND.sub("", label)
    digits = re.search(r"\d+$", label)
    return digits.group().lstrip("0") or "0" if digits else label


def _key(mark: str) -> str:
    """What a mark is known by, whatever digits it is written with: "3" for 3 and ٣."""
    return str(int(mark)) if mark.isdecimal() else mark


def _id(mark: str, taken: Counter[str]) -> str:
    """The id of a note: by its mark, and for what is no letter and no number by its length."""
    stem = f"fn{mark}" if mark.isalnum() else f"fnx{len(mark)}"
    taken[stem] += 1
    return f"{stem}-{taken[stem]}" if taken[stem] > 1 else stem


def _tied(
    runs: Runs, place: int, notes: Mapping[str, list[_Note]], labels: Mapping[str, _Note]
) -> Runs:
    """The runs with every mark naming its note: that of its label in Markdown, or the next one of
    that mark, since a note stands at the foot of its page, else the last one before."""
    out: list[Run] = []
    before = ""
    for run in runs:
        sign = _sign(run)
        if sign:
            mark = _printed(sign)
            same = notes.get(_key(mark), [])
            after = bisect_right(same, place, key=lambda note: note.place)
            note = same[min(after, len(same) - 1)] if same else None
            if run.style is Style.MARK:
                note = labels.get(run.text, note)
                mark = note.mark if note else mark
            if note or run.style is Style.MARK or not (_UNIT.search(before) or sign.isalpha()):
                out.append(Run(mark, Style.MARK, note.id if note else ""))
                continue
        out.append(run)
        before = run.text
    return styled.merged(out)

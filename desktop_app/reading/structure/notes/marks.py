"""Which raised signs are footnote marks, and which note each of them calls.

A raised number behind a unit (5 km²), behind ten (10⁶) or before a nuclide (¹³⁷Cs) and the raised
ending of an ordinal (XX<sup>e</sup>) belong to the words. A true mark can look the same: "5 km"
with a note 2. Such a sign is taken for a mark only where all the evidence agrees:
its note exists; no other sign calls that note, or could; and the mark before it in the text is the
one before it in number. A raised number behind any other unit or a percentage (cm⁶, 5 %²) is a mark
if its note exists and it comes in order. So it is behind a digit (2¹⁰), but stays a mark without a
note where it is not: whatever it is, it is no part of the number, and it is written raised.
Every other raised sign is a mark, with its note or without.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from desktop_app.grammar.grammar import REMEMBERED
from desktop_app.grammar.numerals import in_ascii, of_digits
from desktop_app.grammar.raised import Doubt, doubt
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Run, Runs, Style
from desktop_app.resolution.tables import CELL

_RAISED = re.compile("(?<![⁺⁻⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]++(?![⁺⁻])")
"""Digits that are raised characters; with a sign of charge they are an exponent or an ion."""
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CHARGES = {"-": "⁻", "−": "⁻", "–": "⁻", "+": "⁺"}
_SIGN = re.compile(r"\d{1,4}|[*†‡]{1,4}|[a-z]")
_BEHIND = re.compile(r"(?<=.)-[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$|(?<=[\d*†‡])-\d+$")
_CONTEXT = 40
"""Characters before a sign that can tell what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote as it is found: `place` is the number of its block, `label` its label in Markdown,
    "" for a note that is written with a raised sign."""

    place: int
    mark: str
    label: str
    runs: Runs
    id: str


def separated(runs: Runs) -> Runs:
    """The runs with every group of raised characters (¹²) in a run of its own. Such characters
    are raised by themselves, so what is raised by its style as well is so no more."""
    if not any(not run.text.isascii() and _RAISED.search(run.text) for run in runs):
        return runs if all(run.text for run in runs) else tuple(run for run in runs if run.text)
    out: list[Run] = []
    for run in runs:
        end = 0
        for found in _RAISED.finditer(run.text) if run.style is not Style.MARK else ():
            out.append(run._replace(text=run.text[end : found.start()]))
            style = Style.PLAIN if run.style is Style.SUPERSCRIPT else run.style
            out.append(Run(found.group(), style))
            end = found.end()
        out.append(run._replace(text=run.text[end:]) if end else run)
    return tuple(run for run in out if run.text)


def sign_of(run: Run) -> str:
    """The sign of a mark or a raised run as a footnote mark, "" if it cannot be one. Raised
    characters must stand in a run of their own."""
    if run.style is Style.MARK:
        return run.text
    is_raised = run.style is Style.SUPERSCRIPT
    if not is_raised and (run.text.isascii() or not _RAISED.fullmatch(run.text)):
        return ""
    sign = run.text.strip().strip("[]()").translate(_DIGITS)
    return sign if _SIGN.fullmatch(sign) else ""


@lru_cache(maxsize=REMEMBERED)
def printed(label: str) -> str:
    """The mark that a label stands for: the digits of labels like "fn3" or "3". What an export puts
    behind them is none of it: the language in "3-zh-Hans", the count in "1-2", the second 1."""
    label = _BEHIND.sub("", label)
    digits = re.search(r"\d+$", label)
    return digits.group().lstrip("0") or "0" if digits else label


@lru_cache(maxsize=REMEMBERED)
def key(mark: str) -> str:
    """What a mark is known by, whatever digits it is written with: "3" for 3 and ٣."""
    return in_ascii(mark) if mark.isdecimal() else mark


class Notes:
    """The notes of a document, in their order."""

    def __init__(self, notes: Iterable[Note]) -> None:
        self._by_mark: dict[str, list[Note]] = {}
        self._by_label: dict[str, Note] = {}
        self._before: dict[str, str] = {}
        last = ""
        for note in notes:
            self._before[note.id], last = last, note.id
            self._by_mark.setdefault(key(note.mark), []).append(note)
            if note.label:
                self._by_label.setdefault(note.label, note)

    def called(self, run: Run, place: int) -> Note | None:
        """The note that a sign in a block calls: that of its label in Markdown, or the next one of
        its mark, since a note stands at the foot of its page, else the last one before."""
        if run.style is Style.MARK and run.text in self._by_label:
            return self._by_label[run.text]
        same = self._by_mark.get(key(printed(sign_of(run))), [])
        after = bisect_right(same, place, key=lambda note: note.place)
        return same[min(after, len(same) - 1)] if same else None

    def before(self, note: Note) -> str:
        """The id of the note before one, "" before the first."""
        return self._before[note.id]


class _Sign(NamedTuple):
    """A run, what it says as a mark, "" if it cannot be one, and whether it looks like one."""

    run: Run
    text: str
    doubt: Doubt


def _signs(runs: Runs) -> Iterator[_Sign]:
    before = ""
    for place, run in enumerate(runs):
        text = sign_of(run)
        doubtful = Doubt.NONE
        if text and run.style is not Style.MARK:
            after = _as_context(runs[place + 1]) if place + 1 < len(runs) else ""
            doubtful = doubt(before, text, after)
        yield _Sign(run, text, doubtful)
        if run.style is not Style.MARK:
            before = (before + _as_context(run))[-_CONTEXT:].rpartition(CELL)[2]


def _as_context(run: Run) -> str:
    """The text of a run as `doubt` wants it."""
    if run.style is Style.SUPERSCRIPT:
        return _CHARGES.get(run.text.strip(), run.text)
    return run.text


class Calls:
    """Ties the signs of a text to the notes they call, block after block in reading order."""

    def __init__(self, notes: Notes, text: Sequence[tuple[int, Runs]]) -> None:
        """`text` are the blocks that are no notes, each with its place."""
        self._notes = notes
        self._sure: set[str] = set()
        self._doubtful: Counter[str] = Counter()
        self._last = ""
        self._called: set[str] = set()
        self._read: dict[int, tuple[Runs, list[_Sign]]] = {}
        """The signs of each block, with the runs that they are of."""
        for place, runs in text:
            signs = [*_signs(runs)]
            self._read[place] = runs, signs
            for sign in signs:
                note = notes.called(sign.run, place) if sign.text else None
                if note and sign.doubt is not Doubt.NONE:
                    self._doubtful[note.id] += 1
                elif note:
                    self._sure.add(note.id)

    def tied(self, runs: Runs, place: int) -> Runs:
        """A block of the text with its marks."""
        known, signs = self._read.get(place, ((), []))
        signs = signs if known is runs else [*_signs(runs)]
        return styled.merged(self._tie(sign, place, in_note=False) for sign in signs)

    def tied_note(self, note: Note) -> Runs:
        """The words of a note with the marks in them."""
        return styled.merged(self._tie(one, note.place, in_note=True) for one in _signs(note.runs))

    def _tie(self, sign: _Sign, place: int, *, in_note: bool) -> Run:
        if not sign.text:
            return sign.run
        note = self._notes.called(sign.run, place)
        by_label = sign.run.style is Style.MARK
        mark = note.mark if note and by_label else printed(sign.text)
        if sign.doubt is Doubt.NONE:
            is_mark = note is not None or by_label or not sign.text.isalpha()
        else:
            is_mark = note is not None and not in_note and self._is_called(note, sign.doubt)
        if not is_mark:
            return Run(mark, Style.MARK) if sign.doubt is Doubt.SLIGHT else sign.run
        if not in_note:
            self._last = key(mark)
            self._called.update([note.id] if note else [])
        return Run(mark, Style.MARK, note.id if note else "")

    def _is_called(self, note: Note, doubt: Doubt) -> bool:
        return self._is_expected(note) if doubt is Doubt.MUCH else self._is_in_order(note)

    def _is_expected(self, note: Note) -> bool:
        """Whether a doubtful sign is the mark of a note by all the evidence."""
        alone = note.id not in self._sure and self._doubtful[note.id] == 1
        return alone and self._last == _mark_before(key(note.mark))

    def _is_in_order(self, note: Note) -> bool:
        """Whether a mark of this note can stand here: right behind the mark before it or another of
        its own, or, if no other sign is sure to call it, behind a mark of the note before it."""
        own = key(note.mark)
        if self._last in (own, _mark_before(own)):
            return True
        before = self._notes.before(note)
        is_called = before in self._sure or before in self._doubtful
        return note.id not in self._sure and (before in self._called or not is_called)


def _mark_before(mark: str) -> str:
    """The mark that stands before a mark in a text: "1" before 2, "a" before b, "" before the
    first."""
    if mark.isdecimal():
        number = of_digits(mark) or 0
        return str(number - 1) if number > 1 else ""
    return chr(ord(mark) - 1) if len(mark) == 1 and "a" < mark <= "z" else ""

"""The characters of a line from left to right, put into the order in which they are read.

The inverse of the bidirectional algorithm (Unicode Standard Annex 9; its rules are named) for one
line: Arabic is read from the right, numbers and Latin words in it from the left.
"""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_MIRRORED = dict(zip("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤", strict=True))
_SWAPPED = dict(zip("“”‘’", "”“’‘", strict=True))
_OPENING, _CLOSING = frozenset("([{«"), frozenset(")]}»")
_BRACKETS = _OPENING | _CLOSING
_STOPS = frozenset(".,;:")
_JOINING = frozenset("/-.")
"""Signs within symbols, which a line can end with."""
_STRONG = ("L", "R")
_RESOLVED = ("L", "R", "EN", "AN")


class Unit(NamedTuple):
    """What keeps together: a character with its vowel signs, a space, or a raised number.
    `turned`: PDFium has read it from the right."""

    text: str
    raised: bool = False
    emphasised: bool = False
    turned: bool = False


def logical(units: Sequence[Unit], rtl: bool) -> list[Unit]:
    """The units in reading order; `rtl`: the paragraph is read from the right."""
    if not any(map(_is_from_the_right, units)) and not (rtl and _is_turned(units)):
        return list(units)
    kinds = _numbers_in_latin(units)
    order = [_as_meant(unit) for unit in units]
    if rtl:
        order.reverse()
        kinds.reverse()
    levels = _levels(kinds, rtl)
    out = [
        unit._replace(text=_MIRRORED.get(unit.text, unit.text))
        if level % 2 and not unit.turned
        else unit
        for unit, level in zip(order, levels, strict=True)
    ]
    for level in range(max(levels), 1 if rtl else 0, -1):
        _reverse_runs(out, levels, level)
    out = [
        _fitting(out, at) if levels[at] % 2 and unit.text in _BRACKETS else unit
        for at, unit in enumerate(out)
    ]
    return _behind_numbers(out) if rtl else out


def _is_turned(units: Sequence[Unit]) -> bool:
    """Whether a line in Latin letters is set from the right all the same: as a note that is a
    symbol is, with its mark at the right and its full stop at the left."""
    ends = units[0], units[-1]
    return any(unit.raised for unit in ends) or ends[0].text in _STOPS


def _behind_numbers(units: list[Unit]) -> list[Unit]:
    """The units with every mark behind the number that it stands at: digits side by side are set
    from the left, so that a mark comes to stand on the wrong side of an Arabic number."""
    out = list(units)
    for at, unit in enumerate(units[:-1]):
        end = at + 1
        while end < len(units) and (units[end].text.isdecimal() and not units[end].raised):
            end += 1
        if unit.raised and end > at + 1 and at and units[at - 1].text.isspace():
            out[at:end] = [*units[at + 1 : end], unit]
    return out


def _fitting(units: Sequence[Unit], at: int) -> Unit:
    """A bracket that opens before a word, and closes behind one: beside Latin letters in Arabic
    PDFium cannot tell which way it has read one."""
    unit = units[at]
    before = units[at - 1].text[-1] if at else " "
    behind = units[at + 1].text[0] if at + 1 < len(units) else " "
    opens, other = unit.text in _OPENING, _MIRRORED[unit.text]
    if not opens and before.isspace() and (behind.isalnum() or behind in _OPENING):
        return unit._replace(text=other)
    is_behind = before.isalnum() or before in _CLOSING
    if opens and is_behind and not behind.isalnum():
        return unit._replace(text=other)
    return unit


def _as_meant(unit: Unit) -> Unit:
    """A quotation mark as the file has it: PDFium mirrors what it reads from the right, as it must
    with brackets, but these with them."""
    swapped = unit.turned and unit.text in _SWAPPED
    return unit._replace(text=_SWAPPED[unit.text]) if swapped else unit


def _is_from_the_right(unit: Unit) -> bool:
    return unicodedata.bidirectional(unit.text[0]) in ("R", "AL", "AN")


def _numbers_in_latin(units: Sequence[Unit]) -> list[str]:
    """The kind of each unit, from the left; European digits behind Latin letters belong to these
    (W7: symbols such as A/RES/75/58), if no bracket between them closes what none has opened."""
    out: list[str] = []
    latin, depth = False, 0
    for at, unit in enumerate(units):
        kind = "R" if unit.raised else unicodedata.bidirectional(unit.text[0])
        kind = "R" if kind == "AL" else kind
        looks = _MIRRORED.get(unit.text, unit.text) if unit.turned else unit.text
        depth += (looks in _OPENING) - (looks in _CLOSING)
        if kind in _STRONG or kind == "AN" or depth < 0:
            latin, depth = kind == "L", max(depth, 0)
        ends = unit.text in _JOINING and out[-1:] == ["L"] and not _is_word(units[at + 1 : at + 2])
        out.append("L" if (kind == "EN" and latin) or ends else kind)
    return out


def _is_word(beside: Sequence[Unit]) -> bool:
    return bool(beside) and beside[0].text[0].isalnum()


def _levels(kinds: list[str], rtl: bool) -> list[int]:
    """The level of each unit: odd is read from the right."""
    kinds = _with_separators(kinds)
    base = "R" if rtl else "L"
    for start, end in _neutral_runs(kinds):
        before = _direction(kinds[start - 1]) if start else base
        after = _direction(kinds[end]) if end < len(kinds) else base
        kinds[start:end] = [before if before == after else base] * (end - start)  # N1, N2
    if rtl:
        return [1 if kind == "R" else 2 for kind in kinds]
    return [{"L": 0, "R": 1}.get(kind, 2 if kind == "AN" else 0) for kind in kinds]


def _with_separators(kinds: list[str]) -> list[str]:
    """Separators within numbers and signs beside them made part of them (W4, W5)."""
    out = list(kinds)
    for at in range(1, len(kinds) - 1):
        before, after = out[at - 1], kinds[at + 1]
        if before == after and (
            (kinds[at] == "CS" and before in ("EN", "AN")) or (kinds[at] == "ES" and before == "EN")
        ):
            out[at] = before
    for order in (range(len(out)), range(len(out) - 1, -1, -1)):
        near = ""
        for at in order:
            if out[at] == "ET" and near == "EN":
                out[at] = "EN"
            near = out[at]
    return out


def _neutral_runs(kinds: Sequence[str]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = -1
    for at, kind in enumerate([*kinds, "L"]):
        if kind not in _RESOLVED and start < 0:
            start = at
        elif kind in _RESOLVED and start >= 0:
            runs.append((start, at))
            start = -1
    return runs


def _direction(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _reverse_runs(units: list[Unit], levels: list[int], level: int) -> None:
    """Turns every stretch of at least a level around (L2)."""
    start = 0
    while start < len(units):
        if levels[start] < level:
            start += 1
            continue
        end = start
        while end < len(units) and levels[end] >= level:
            end += 1
        units[start:end] = reversed(units[start:end])
        levels[start:end] = reversed(levels[start:end])
        start = end

"""Disagreements planted into a pair whose versions agree, and the list of what was planted.

What is changed says the same on both sides of its row before, and not after: a number, date or
symbol that only one version has is left alone.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from desktop_app.grammar.grammar import grammar
from desktop_app.resolution.model import Clause, Footnote, Part, Resolution, Run, Runs, Style
from tests.tools.corpora.damage import SIDES, Pair

KINDS = ("number", "date", "symbol", "footnote")

Value = tuple[object, ...]


class Record(NamedTuple):
    """What was planted: the kind of finding that it must make, and where.

    `clause` is the id of the clause or footnote whose words were changed; `old` and `new` are the
    words before and after. For a dropped footnote mark `note` is the note that it called, `old`
    the mark; `new` is "mark" or "mark and note", what was dropped.
    """

    kind: str
    side: str
    clause: str
    old: str
    new: str
    note: str = ""


class Planted(NamedTuple):
    source: Resolution
    target: Resolution
    records: tuple[Record, ...]


class Fact(NamedTuple):
    """Words that state something that the other version must state too; `value` is the same in
    every language."""

    kind: str
    value: Value
    start: int
    end: int


def plant(
    source: Resolution,
    target: Resolution,
    rows: Sequence[Pair],
    random: Random,
    count: int = 1,
    kinds: Sequence[str] = KINDS,
) -> Planted:
    """The pair with so many disagreements, or as many as there is room for: one a row at most.
    `rows` are the true rows, those of the footnotes too."""
    versions = [source, target]
    records: list[Record] = []
    free = list(rows)
    left = list(kinds)
    while len(records) < count and left:
        kind = random.choice(left)
        found = _plant_one(kind, versions, free, random)
        if found is None:
            left.remove(kind)
            continue
        row, record = found
        records.append(record)
        free = [other for other in free if other is not row and record.note not in _either(other)]
    return Planted(versions[0], versions[1], tuple(records))


def _either(row: Pair) -> tuple[str, ...]:
    return row[0] + row[1]


def _plant_one(
    kind: str, versions: list[Resolution], rows: Sequence[Pair], random: Random
) -> tuple[Pair, Record] | None:
    choices = [(row, side) for row in rows for side in (0, 1) if all(row)]
    random.shuffle(choices)
    for row, side in choices:
        if kind == "footnote":
            record = _drop_footnote(versions, row, side, random)
        else:
            record = _change_fact(kind, versions, row, side, random)
        if record:
            return row, record
    return None


def _change_fact(
    kind: str, versions: list[Resolution], row: Pair, side: int, random: Random
) -> Record | None:
    """Changes one fact of this kind in one side of the row, if both sides state it."""
    resolution = versions[side]
    there = _values(versions[1 - side], row[1 - side])
    choices: list[tuple[str, str, Fact, str]] = []
    for id in row[side]:
        runs = runs_of(resolution, id)
        text = text_of(runs)
        for fact in facts(text, resolution.language):
            if fact.kind != kind or (kind, fact.value) not in there:
                continue
            old = text[fact.start : fact.end]
            for new in _others(fact, old, resolution.language):
                changed = facts(text[: fact.start] + new + text[fact.end :], resolution.language)
                again = next((f for f in changed if f.start == fact.start), None)
                # It must still be read as what it was, and say what the other side nowhere says.
                if again and again.kind == kind and (kind, again.value) not in there:
                    choices.append((id, new, fact, old))
    if not choices:
        return None
    id, new, fact, old = random.choice(choices)
    runs = replaced(runs_of(resolution, id), fact.start, fact.end, new)
    versions[side] = with_runs(resolution, {id: runs})
    return Record(kind, SIDES[side], id, old, new)


def _drop_footnote(
    versions: list[Resolution], row: Pair, side: int, random: Random
) -> Record | None:
    """Drops a mark that both sides of the row have, and now and then its note."""
    resolution = versions[side]
    there = {note for id in row[1 - side] for note in _marks(versions[1 - side], id)}
    choices = [(id, note) for id in row[side] for note in _marks(resolution, id) if note in there]
    if not choices:
        return None
    id, note = random.choice(choices)
    runs = runs_of(resolution, id)
    mark = next(run.text for run in runs if run.style is Style.MARK and run.note == note)
    kept = tuple(run for run in runs if run.style is not Style.MARK or run.note != note)
    changed = with_runs(resolution, {id: kept})
    called = any(note in clause.notes for clause in changed.walk())
    with_note = not called and random.random() < 0.5
    if with_note:
        notes = tuple(found for found in changed.footnotes if found.id != note)
        changed = changed._replace(footnotes=notes)
    versions[side] = changed
    return Record("footnote", SIDES[side], id, mark, "mark and note" if with_note else "mark", note)


def _marks(resolution: Resolution, id: str) -> list[str]:
    return [run.note for run in runs_of(resolution, id) if run.style is Style.MARK and run.note]


def _values(resolution: Resolution, ids: Sequence[str]) -> set[tuple[str, Value]]:
    return {
        (fact.kind, fact.value)
        for id in ids
        for fact in facts(text_of(runs_of(resolution, id)), resolution.language)
    }


def text_of(runs: Runs) -> str:
    return "".join(run.text for run in runs if run.style is not Style.MARK)


def runs_of(resolution: Resolution, id: str) -> Runs:
    note = resolution.footnote(id)
    if note:
        return note.runs
    return next(clause.runs for clause in resolution.walk() if clause.id == id)


def with_runs(resolution: Resolution, changed: dict[str, Runs]) -> Resolution:
    def clause(old: Clause) -> Clause:
        return old._replace(
            runs=changed.get(old.id, old.runs), clauses=tuple(map(clause, old.clauses))
        )

    def note(old: Footnote) -> Footnote:
        return old._replace(runs=changed.get(old.id, old.runs))

    def part(old: Part) -> Part:
        return old._replace(
            clauses=tuple(map(clause, old.clauses)), parts=tuple(map(part, old.parts))
        )

    parts = tuple(map(part, resolution.parts))
    return resolution._replace(parts=parts, footnotes=tuple(map(note, resolution.footnotes)))


def replaced(runs: Runs, start: int, end: int, new: str) -> Runs:
    """The runs with other words from `start` to before `end`; every mark stays."""
    out: list[Run] = []
    position = 0
    for run in runs:
        if run.style is Style.MARK:
            out.append(run)
            continue
        first, last = position, position + len(run.text)
        position = last
        if first < end and last > start:
            before = run.text[: max(start - first, 0)]
            after = run.text[end - first :] if end < last else ""
            run = run._replace(text=before + (new if start >= first else "") + after)
        if run.text:
            out.append(run)
    return tuple(out)


# What the two languages say, in one form.

_MONTHS = grammar("en").months
_MONTH = "|".join(_MONTHS)
_ONES = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMERALS = "零一二三四五六七八九"
_SYMBOL = (
    r"(?P<symbol>(?<![A-Za-z])[A-Z]+(?:/(?:Add\.|Rev\.|Corr\.)?[A-Z0-9]+)+"
    r"|\d{1,4}\s?\((?:19|20)\d\d\)|(?<!\d)\d{1,3}/\d{1,4})"
)
_PATTERNS = {
    "en": [
        (
            "date",
            rf"(?:(?P<day1>\d{{1,2}})(?: (?P<month1>{_MONTH}))? and )?"
            rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH}) (?P<year>(?:19|20)\d\d)",
        ),
        (
            "symbol",
            _SYMBOL,
        ),
        (
            "ordinal",
            rf"\b(?P<ordinal>(?:(?:{'|'.join(_TENS)})-)?(?:{'|'.join(_ONES)})"
            r"|twentieth|(?:thir|for|fif|six|seven|eigh|nine)tieth)\b",
        ),
        ("number", r"(?P<number>\d+)"),
    ],
    "zh": [
        (
            "date",
            r"(?P<year>(?:19|20)\d\d)\s*年\s*(?P<month1>\d{1,2})\s*月"
            r"(?:\s*(?P<day1>\d{1,2})\s*日(?:\s*至\s*(?:(?P<month>\d{1,2})\s*月\s*)?"
            r"(?P<day>\d{1,2})\s*日)?)?",
        ),
        (
            "symbol",
            _SYMBOL,
        ),
        ("ordinal", rf"第(?P<ordinal>[{_NUMERALS}十]{{1,3}})(?=[次届委])"),
        ("number", r"(?P<number>\d+)"),
    ],
}
_COMPILED = {
    language: [
        (kind, re.compile(pattern, re.IGNORECASE if kind == "ordinal" else 0))
        for kind, pattern in patterns
    ]
    for language, patterns in _PATTERNS.items()
}
_YEAR = re.compile(r"(?:19|20)\d\d")
"""A year without a month: a date or a number, as one likes; so it is not changed."""


def facts(text: str, language: str) -> list[Fact]:
    """The dates, symbols and numbers that a text states, in order."""
    found: list[Fact] = []
    for kind, pattern in _COMPILED[language]:
        for match in pattern.finditer(text):
            free = all(match.end() <= f.start or f.end <= match.start() for f in found)
            value = _VALUES[kind](match, language) if free else None
            if value is not None:
                shown = "number" if kind == "ordinal" else kind
                found.append(Fact(shown, value, match.start(), match.end()))
    return sorted(found, key=lambda fact: fact.start)


def _date(match: re.Match[str], language: str) -> Value | None:
    year = match["year"]
    months = [match["month1"], match["month"]]
    days = [match["day1"], match["day"]]
    if language == "en":
        named = [str(_MONTHS[month]) if month else None for month in months]
        months = [named[0] or named[1], named[1]]
        stated = [(months[0], days[0])] if days[0] else []
        stated.append((months[1], days[1]))
    else:
        stated = [(months[0], days[0])]
        if days[1]:
            stated.append((months[1] or months[0], days[1]))
    value = tuple((int(year), int(month or 0), int(day or 0)) for month, day in stated)
    for one in value:
        try:
            datetime.date(one[0], one[1], one[2] or 1)
        except ValueError:
            return None
    return value


def _symbol(match: re.Match[str], language: str) -> Value | None:
    return (re.sub(r"\s", "", match["symbol"]),)


def _ordinal(match: re.Match[str], language: str) -> Value | None:
    count = grammar(language).count(match["ordinal"])
    return None if count is None else (count,)


def _number(match: re.Match[str], language: str) -> Value | None:
    return None if _YEAR.fullmatch(match["number"]) else (int(match["number"]),)


_VALUES: dict[str, Callable[[re.Match[str], str], Value | None]] = {
    "date": _date,
    "symbol": _symbol,
    "ordinal": _ordinal,
    "number": _number,
}


def _others(fact: Fact, words: str, language: str) -> Iterator[str]:
    """Other words of the same form as those of a fact: one digit group, month or ordinal is
    another."""
    if fact.kind == "number" and not any(sign.isdigit() for sign in words if sign.isascii()):
        assert isinstance(fact.value[0], int)
        for step in (-10, -1, 1, 10):
            if 0 < fact.value[0] + step < 100:
                yield _said(fact.value[0] + step, words, language)
        return
    for group in re.finditer(r"\d+", words):
        for place in range(len(group[0])):
            for digit in "0123456789":
                new = group[0][:place] + digit + group[0][place + 1 :]
                if digit != group[0][place] and not new.startswith("0"):
                    yield words[: group.start()] + new + words[group.end() :]
    if fact.kind == "date" and language == "en":
        for name in re.finditer(_MONTH, words):
            for month in _MONTHS:
                if month != name[0]:
                    yield words[: name.start()] + month + words[name.end() :]


def _said(number: int, like: str, language: str) -> str:
    """An ordinal in words, set as another one is: Seventy-sixth, 第七十六."""
    tens, ones = divmod(number, 10)
    if language == "zh":
        ten = ("" if tens == 1 else _NUMERALS[tens]) + "十" if tens else ""
        return f"第{ten}{_NUMERALS[ones] if ones else ''}"
    if number < 20:
        said = _ONES[number - 1]
    elif ones:
        said = f"{_TENS[tens - 2]}-{_ONES[ones - 1]}"
    else:
        said = f"{_TENS[tens - 2][:-1]}ieth"
    return said.capitalize() if like[0].isupper() else said

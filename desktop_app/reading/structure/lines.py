"""The lines of the masthead and the closing, grouped by the field that they state."""

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from desktop_app.grammar.characters import DIRECTIONS, ENDS_A_SENTENCE, last_sign
from desktop_app.grammar.grammar import REMEMBERED, Grammar
from desktop_app.resolution import runs as styled
from desktop_app.resolution import symbols
from desktop_app.resolution.model import Line, Runs, words

_LONGEST = 1_000
"""Characters: a line of more states no field, and the patterns would take long to find that out."""


_SHORT = 60
"""Characters of a line that gives the date of the one above."""
_SENTENCE = 60
"""Characters of a sentence, at the least."""
_MEETING_WITH_DATE = 200
"""Characters of a line that names both, at most."""


class Field(StrEnum):
    """What a line states; the id of the line ends with it."""

    SYMBOL = "symbol"
    DISTRIBUTION = "distribution"
    ORGAN = "organ"
    SESSION = "session"
    AGENDA_ITEM = "agenda_item"
    AGENDA_TITLE = "agenda_title"
    TITLE = "title"
    ADOPTION = "adoption"
    REPORT = "report"
    DATE = "date"
    MEETING = "meeting"
    OTHER = "other"


_OPENS, _CLOSES = ("[", "［"), ("]", "］")
"""The brackets around the line that says on which report a resolution was adopted."""
_LINES_OF_A_REPORT = 4
_DATED = (Field.ADOPTION, Field.TITLE)
"""The fields whose date can stand on the line below."""
_JOB = r"\d{2}-\d{5}(?:\s*\([A-Z]\))?\s*\*?(?:\d{7}\*)?"
_PAGE = r"\d{1,3}/\d{1,3}"
_FURNITURE = re.compile(rf"\*?\d{{7}}\*?|{_JOB}|{_PAGE}\s+{_JOB}|{_JOB}\s+{_PAGE}")
"""20-16954 (C), *2016954*, 2/5 21-07038."""
_ENDS = ".,;: \u00a0。，、؛،"
"""What a line of the closing may end with before 1980."""
_STARS = "*\u2217 "
_CONTINUES = {
    Field.DISTRIBUTION: Field.DISTRIBUTION,
    Field.AGENDA_ITEM: Field.AGENDA_TITLE,
    Field.AGENDA_TITLE: Field.AGENDA_TITLE,
    Field.TITLE: Field.TITLE,
}
"""The field of a line without a pattern of its own, by the field of the line above it."""


def head_lines(lines: Sequence[Runs], rules: Grammar) -> tuple[Line, ...]:
    """The lines before the enacting words; those that state one field together are one."""
    groups: list[tuple[Field, list[Runs]]] = []
    field = Field.OTHER
    left = 0  # lines of a bracket that is open
    for place, line in enumerate(lines):
        before, field = field, _head_field(words(line), field, rules)
        goes_on = left > 0
        left = left - 1 if goes_on else _lines_in_bracket(lines, place)
        field = Field.REPORT if goes_on or left else field
        is_date = field is before and field in _DATED
        is_same = bool(groups) and groups[-1][0] is field
        if is_same and (goes_on or field in _CONTINUES or is_date):
            groups[-1][1].append(line)
        else:
            groups.append((field, [line]))
    return _with_ids("head", groups)


def _lines_in_bracket(lines: Sequence[Runs], place: int) -> int:
    """How many lines go on with a bracket that the line at a place opens and does not close."""
    if not words(lines[place]).strip().startswith(_OPENS) or _closes(lines[place]):
        return 0
    for count, line in enumerate(lines[place + 1 : place + 1 + _LINES_OF_A_REPORT], 1):
        if words(line).strip().startswith(_OPENS):
            return 0
        if _closes(line):
            return count
    return 0


def _closes(line: Runs) -> bool:
    return words(line).strip().endswith(_CLOSES)


def closing_lines(lines: Sequence[Runs], rules: Grammar) -> tuple[Line, ...]:
    """The lines after the last operative paragraph: meeting, date, and what else stands there."""
    fields = (closing_field(joined(words(line), rules), rules) for line in lines)
    return _with_ids(
        "closing", [(field, [line]) for field, line in zip(fields, lines, strict=True)]
    )


def is_closing(lines: Sequence[Runs], rules: Grammar) -> bool:
    """Whether lines are those of a closing, each by itself or together."""
    texts = [words(line) for line in lines]
    if closing_field(joined("\n".join(texts), rules), rules) is not Field.OTHER:
        return True
    return all(closing_field(text, rules) is not Field.OTHER for text in texts)


def end_of_closing(lines: Sequence[Runs], rules: Grammar) -> int:
    """How many lines of a closing stand before what is none of it: a sentence, and the headings
    above it. A voting record and the notes below are of it."""
    end = 0
    for place, line in enumerate(lines):
        text = words(line).strip()
        if closing_field(joined(text, rules), rules) is not Field.OTHER or not text[:1].isalpha():
            end = place + 1
        elif len(text) > _SENTENCE and last_sign(text) in ENDS_A_SENTENCE:
            return end
    return len(lines)


def unbroken_closing(lines: list[Runs], rules: Grammar) -> list[Runs]:
    """The lines of a closing; those of a vote that the page broke are one."""
    if all(closing_field(words(line), rules) is not Field.OTHER for line in lines):
        return lines
    return [styled.join(lines, lambda left, right: "\n")]


@lru_cache(maxsize=REMEMBERED)
def closing_field(text: str, rules: Grammar) -> Field:
    """DATE, MEETING (a date may stand with it) or ADOPTION for a line that is nothing else,
    otherwise OTHER."""
    if len(text) > _LONGEST:
        return Field.OTHER
    text = text.strip(DIRECTIONS).strip().rstrip(_ENDS)
    if rules.date.fullmatch(text):
        return Field.DATE
    if rules.meeting.fullmatch(text) or _is_meeting_with_date(text, rules):
        return Field.MEETING
    return Field.ADOPTION if rules.vote.fullmatch(text) else Field.OTHER


def _ends_with_date(text: str, rules: Grammar) -> bool:
    """ "28 April 2004", "on 28 April 2004"."""
    found = rules.date.search(text) if len(text) <= _SHORT else None
    return found is not None and not text[found.end() :].strip()


def _is_meeting_with_date(text: str, rules: Grammar) -> bool:
    """ "37th plenary meeting, 7 December 2020", in either order."""
    if len(text) > _MEETING_WITH_DATE:
        return False
    date = rules.date.search(text)
    meeting = rules.meeting.search(text) if date else None
    if not meeting or not date:
        return False
    first, last = sorted((meeting.span(), date.span()))
    rest = text[: first[0]] + text[first[1] : last[0]] + text[last[1] :]
    return all(sign in _ENDS or sign.isspace() for sign in rest)


def is_furniture(text: str) -> bool:
    """Whether a line is a job number or a bar code of the printed page."""
    return len(text) <= _SHORT and _FURNITURE.fullmatch(text.strip()) is not None


def is_title(text: str, rules: Grammar) -> bool:
    """Whether a line holds the number of the resolution and its title."""
    return titled(text, rules) is not None


def titled(text: str, rules: Grammar) -> re.Match[str] | None:
    """The number, the title and the date that such a line holds."""
    return rules.title.fullmatch(text.strip(DIRECTIONS)) if len(text) <= _LONGEST else None


def is_dated_title(text: str, rules: Grammar) -> bool:
    """Whether a line holds the number of the resolution and its date."""
    found = titled(text, rules)
    return bool(found and found["dated"])


def joined(text: str, rules: Grammar) -> str:
    """Broken lines as one, joined as the language joins them."""
    out = ""
    for line in text.split("\n"):
        out += rules.join(out, line) + line
    return out


def states_a_field(text: str, rules: Grammar) -> bool:
    """Whether a line by itself states a field of the masthead or the closing."""
    return (
        _head_field(text, Field.OTHER, rules) is not Field.OTHER
        or closing_field(text, rules) is not Field.OTHER
    )


def _with_ids(where: str, groups: Sequence[tuple[Field, list[Runs]]]) -> tuple[Line, ...]:
    out: list[Line] = []
    counts: Counter[Field] = Counter()
    for field, lines in groups:
        counts[field] += 1
        id = f"{where}.{field}{counts[field] if counts[field] > 1 else ''}"
        out.append(Line(id, styled.join(lines, lambda left, right: "\n")))
    return tuple(out)


def _head_field(text: str, before: Field, rules: Grammar) -> Field:
    """The field of a line of the masthead; `before` is the field of the line above it."""
    if len(text) > _LONGEST:
        return Field.OTHER
    text = text.strip(DIRECTIONS + _STARS)
    compact = text if rules.spaced else re.sub(r"\s+", "", text)
    if text.startswith(_OPENS) and text.endswith(_CLOSES):
        return Field.REPORT
    if symbols.pattern().fullmatch(text):
        return Field.SYMBOL
    if rules.organ(compact):
        return Field.ORGAN
    patterns = {
        Field.DISTRIBUTION: rules.distribution,
        Field.SESSION: rules.session,
        Field.AGENDA_ITEM: rules.agenda_item,
        Field.TITLE: rules.title,
        Field.ADOPTION: rules.adoption,
    }
    for field, pattern in patterns.items():
        if pattern.fullmatch(text):
            return field
    if before in _DATED and _ends_with_date(text.rstrip(_ENDS), rules):
        return before
    return _CONTINUES.get(before, Field.OTHER)

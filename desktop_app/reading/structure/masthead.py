"""The masthead: which line of the document's head and closing states what."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from desktop_app.grammar.characters import DIRECTIONS
from desktop_app.grammar.grammar import Grammar
from desktop_app.grammar.numerals import roman
from desktop_app.resolution import runs as styled
from desktop_app.resolution import symbols
from desktop_app.resolution.model import Line, Masthead, Runs, words

_OTHER = "other"
_LONGEST = 1_000
"""Characters: a line of more states no field, and the patterns would take long to find that out."""
_CONTINUES = {
    "distribution": "distribution",
    "agenda_item": "agenda_title",
    "agenda_title": "agenda_title",
    "title": "title",
}
"""What a line states that follows a line of this field and fits no pattern of its own."""


def head_lines(lines: Sequence[Runs], grammar: Grammar) -> tuple[Line, ...]:
    """The lines before the enacting words, grouped by the field that they state."""
    groups: list[tuple[str, list[Runs]]] = []
    field = ""
    for line in lines:
        field = _field(words(line), field, grammar)
        if groups and groups[-1][0] == field and field in _CONTINUES:
            groups[-1][1].append(line)
        else:
            groups.append((field, [line]))
    return _named("head", groups)


def closing_lines(lines: Sequence[Runs], grammar: Grammar) -> tuple[Line, ...]:
    """The lines after the last operative paragraph: meeting, date, and what else stands there."""
    return _named("closing", [(closing_field(words(line), grammar), [line]) for line in lines])


def closing_field(text: str, grammar: Grammar) -> str:
    """ "date" or "meeting" for a line that is nothing else, otherwise "other"."""
    text = text.strip(DIRECTIONS)
    if grammar.date.fullmatch(text):
        return "date"
    return "meeting" if grammar.meeting.fullmatch(text) else _OTHER


def _named(where: str, groups: Sequence[tuple[str, list[Runs]]]) -> tuple[Line, ...]:
    out: list[Line] = []
    counts: Counter[str] = Counter()
    for field, lines in groups:
        counts[field] += 1
        id = f"{where}.{field}{counts[field] if counts[field] > 1 else ''}"
        out.append(Line(id, styled.join(lines, lambda left, right: "\n")))
    return tuple(out)


def is_title(text: str, grammar: Grammar) -> bool:
    """Whether a line holds the number of the resolution and its title."""
    return len(text) <= _LONGEST and bool(grammar.title.fullmatch(text.strip(DIRECTIONS)))


def _field(text: str, before: str, grammar: Grammar) -> str:
    if len(text) > _LONGEST:
        return _OTHER
    text = text.strip(DIRECTIONS)
    compact = text if grammar.spaced else re.sub(r"\s+", "", text)
    if text.startswith("[") and text.endswith("]"):
        return "report"
    if symbols.pattern().fullmatch(text):
        return "symbol"
    if compact in grammar.organs:
        return "organ"
    tests = {
        "distribution": grammar.distribution,
        "session": grammar.session,
        "agenda_item": grammar.agenda_item,
        "title": grammar.title,
        "adoption": grammar.adoption,
    }
    for field, pattern in tests.items():
        if pattern.fullmatch(text):
            return field
    return _CONTINUES.get(before, _OTHER)


def masthead(
    head: Sequence[Line],
    closing: Sequence[Line],
    enacting_organ: str,
    stated: Mapping[str, str],
    grammar: Grammar,
) -> Masthead:
    """What the lines state, in one normal form; `stated` is the file's front matter.

    A symbol that the text lacks is made from the organ and the number in the title line
    (General Assembly and 75/58 make A/RES/75/58).
    """
    text = {line.id.partition(".")[2]: line.text.strip(DIRECTIONS) for line in head}
    end = {line.id.partition(".")[2]: line.text.strip(DIRECTIONS) for line in closing}

    def one_line(field: str) -> str:
        return styled_line(text.get(field, ""), grammar)

    adoption = one_line("adoption")
    name = text.get("organ", "")
    organ = (
        enacting_organ
        or grammar.organs.get(name if grammar.spaced else re.sub(r"\s+", "", name), "")
        or next((organ for name, organ in grammar.organs.items() if name in adoption), "")
    )
    title = grammar.title.fullmatch(one_line("title"))
    session = grammar.session.fullmatch(one_line("session"))
    item = grammar.agenda_item.fullmatch(one_line("agenda_item"))
    meeting = grammar.meeting.search(end.get("meeting", "")) or grammar.meeting.search(adoption)
    return Masthead(
        symbol=(
            symbols.normal(stated.get("symbol", "") or text.get("symbol", ""))
            or symbols.of_resolution(organ, _number(title, grammar) if title else "")
        ),
        organ=organ,
        session=grammar.count(session["number"]) if session else None,
        agenda_item=_agenda_item(item["number"], grammar) if item else "",
        agenda_title=one_line("agenda_title"),
        title=(title and title["title"]) or stated.get("title", ""),
        adopted=_adopted(adoption, end.get("date", ""), grammar),
        meeting=grammar.count(meeting["number"]) if meeting else None,
        report=_report(text.get("report", ""), grammar),
    )


def styled_line(text: str, grammar: Grammar) -> str:
    """Broken lines as one, joined as the language joins them."""
    out = ""
    for line in text.split("\n"):
        out += grammar.join(out, line) + line
    return out


def _number(title: re.Match[str], grammar: Grammar) -> str:
    """The number of a resolution as in its symbol: 二七五八（二十六） and 2758 (د - 26) are
    2758(XXVI), ٧٥/٥٨ is 75/58."""
    stated = title.groupdict()
    number = grammar.count(stated.get("old") or "")
    session = grammar.count(stated.get("session") or "")
    if number and session:
        return f"{number}({roman(session)})"
    return _ascii_digits(title["number"])


def _ascii_digits(text: str) -> str:
    return re.sub(r"\d", lambda digit: str(int(digit.group())), text)


def _agenda_item(number: str, grammar: Grammar) -> str:
    """ "103(v)", "103 v)" and "103 (ت)" are all "103 (v)"."""
    tidy = _ascii_digits(number.strip().translate(str.maketrans("（）", "()")))
    return re.sub(
        r"\s*\(?(?<![^\W\d_])([^\W\d_]+)\)",
        lambda found: f" ({_latin(found[1], grammar)})",
        tidy,
    )


def _latin(letter: str, grammar: Grammar) -> str:
    return letter if letter.isascii() else grammar.letter(letter) or letter


def _adopted(adoption: str, closing: str, grammar: Grammar) -> str:
    found = grammar.find_date(adoption) or grammar.find_date(closing)
    return found.isoformat() if found else ""


def _report(text: str, grammar: Grammar) -> str:
    """The symbol of the report on which it was adopted; a draft's symbol is not one."""
    return symbols.find(text) if grammar.report.search(text) else ""

"""What the masthead and the closing state, in one normal form for every language."""

import re
from collections.abc import Mapping, Sequence

from desktop_app.grammar.characters import BRACKETS, DIRECTIONS
from desktop_app.grammar.grammar import Grammar
from desktop_app.grammar.numerals import roman
from desktop_app.reading.structure.lines import Field, joined
from desktop_app.resolution import symbols
from desktop_app.resolution.model import Line, Masthead

_DATED = (Field.MEETING, Field.DATE, Field.ADOPTION)
"""The lines of the closing that state the meeting and the date of adoption."""

_LETTER_WITHIN = re.compile(r"\d\s?([^\W\d_]+)\s?[(（]")
"""The letter before the session: that of 217 ألف (د - 3)."""
_LETTER = re.compile(r"(?<=[\d)])\s?[A-Z](?:-[A-Z])?$")
"""The letter of a resolution at the end of its symbol, or those of several."""


def masthead(
    head: Sequence[Line],
    closing: Sequence[Line],
    enacting_organ: str,
    stated: Mapping[str, str],
    rules: Grammar,
) -> Masthead:
    """What the lines state; `stated` is the file's front matter.

    A symbol that the text lacks is made from the organ and the number in the title line
    (General Assembly and 75/58 make A/RES/75/58).
    """
    top, end = _texts(head), _texts(closing)
    adoption = joined(top.get(Field.ADOPTION, ""), rules)
    organ = enacting_organ or _organ(top.get(Field.ORGAN, ""), adoption, rules)
    title = _title(top.get(Field.TITLE, ""), rules)
    session = rules.session.fullmatch(joined(top.get(Field.SESSION, ""), rules))
    item = rules.agenda_item.fullmatch(joined(top.get(Field.AGENDA_ITEM, ""), rules))
    ends = [joined(end.get(field, ""), rules) for field in _DATED]
    meeting = rules.meeting.search(" ".join(ends)) or rules.meeting.search(adoption)
    dated = title["dated"] or "" if title else ""
    adopted = _adopted([adoption, dated, *ends], rules)
    return Masthead(
        symbol=(
            symbols.normal(stated.get("symbol", "") or top.get(Field.SYMBOL, ""))
            or symbols.of_resolution(organ, _number(title, rules) if title else "", adopted[:4])
        ),
        organ=organ,
        session=rules.count(session["number"]) if session else None,
        agenda_item=_agenda_item(item["number"], rules) if item else "",
        agenda_title=joined(top.get(Field.AGENDA_TITLE, ""), rules),
        title=(title and title["title"]) or stated.get("title", ""),
        adopted=adopted,
        meeting=rules.count(meeting["number"]) if meeting else None,
        report=_report(joined(top.get(Field.REPORT, ""), rules), rules),
    )


def number_stated(head: Sequence[Line], rules: Grammar) -> str:
    """The number of the resolution in its head as symbols have it ("75/58", "2758(XXVI)"), "" for
    none."""
    title = _title(_texts(head).get(Field.TITLE, ""), rules)
    return _number(title, rules) if title else ""


def lettered(own: Masthead, above: Masthead, letter: str, title: str) -> Masthead:
    """What a resolution states that has a letter under a number: `above` is what stands with the
    number, `title` its own, "" for none."""
    symbol = own.symbol or above.symbol
    if symbol and not _LETTER.search(symbol):
        symbol += letter.upper()
    elif symbol and not own.symbol:
        symbol = _LETTER.sub(letter.upper(), symbol)
    return own._replace(
        symbol=symbol,
        organ=own.organ or above.organ,
        session=own.session or above.session,
        agenda_item=own.agenda_item or above.agenda_item,
        agenda_title=own.agenda_title or above.agenda_title,
        title=title or own.title or above.title,
        report=own.report or above.report,
    )


def _texts(lines: Sequence[Line]) -> dict[str, str]:
    """The text of each line by the field at the end of its id."""
    return {line.id.partition(".")[2]: line.text.strip(f"{DIRECTIONS}*") for line in lines}


def _organ(name: str, adoption: str, rules: Grammar) -> str:
    """The organ, in English, by its own line or by the line on the adoption."""
    return rules.organ(name) or next(
        (organ for name, organ in rules.organs.items() if name in adoption), ""
    )


def _title(text: str, rules: Grammar) -> re.Match[str] | None:
    """The number and the title; the number alone where what stands below is no part of them."""
    first = rules.title.fullmatch(text.partition("\n")[0])
    return (
        first if first and first["dated"] else rules.title.fullmatch(joined(text, rules)) or first
    )


def _number(title: re.Match[str], rules: Grammar) -> str:
    """The number of a resolution as in its symbol: 二七五八（二十六） and 2758 (د - 26) are
    2758(XXVI), ٧٥/٥٨ is 75/58."""
    stated = title.groupdict()
    number = rules.count(stated.get("old") or "")
    session = rules.count(stated.get("session") or "")
    if number and session:
        letter = _LETTER_WITHIN.search(title["number"])
        return f"{number}{_latin(letter[1][:1], rules).upper() if letter else ''}({roman(session)})"
    return _ascii_digits(title["number"])


def _ascii_digits(text: str) -> str:
    return re.sub(r"\d", lambda digit: str(int(digit.group())), text)


def _agenda_item(number: str, rules: Grammar) -> str:
    """ "103(v)", "103 v)" and "103 (ت)" are all "103 (v)"."""
    tidy = _ascii_digits(number.strip().translate(BRACKETS))
    return re.sub(
        r"\s*\(?(?<![^\W\d_])([^\W\d_]+)\)",
        lambda found: f" ({_latin(found[1], rules)})",
        tidy,
    )


def _latin(letter: str, rules: Grammar) -> str:
    return letter if letter.isascii() else rules.letter(letter) or letter


def _adopted(stated: Sequence[str], rules: Grammar) -> str:
    found = next(filter(None, map(rules.find_date, stated)), None)
    return found.isoformat() if found else ""


def _report(text: str, rules: Grammar) -> str:
    """The symbol of the report on which it was adopted; a draft's symbol is not one."""
    return symbols.find(text) if rules.report.search(text) else ""

"""Citations by the Chinese standard GB/T 7714—2015, in Chinese for a Chinese text."""

import json
from collections.abc import Mapping, Sequence
from functools import cache

from desktop_app.citation.naming import CHAPEAU, official_address, span_label, spans
from desktop_app.citation.sections import Stated, as_stated, stated_numbers
from desktop_app.citation.styles.style import (
    Version,
    author,
    capitalized,
    cited_clauses,
    one_line,
    title,
)
from desktop_app.common.paths import resource
from desktop_app.grammar.citing import Names, names
from desktop_app.grammar.languages import name_of
from desktop_app.resolution.language import language_tag
from desktop_app.resolution.model import Resolution
from desktop_app.resolution.trust import trust


def language(resolution: Resolution) -> str:
    """The tag of the language that a version is cited in."""
    return language_tag(resolution) if names(resolution.language) else "en"


def cite(cited: Version, also: Version | None) -> str:
    """ "联合国大会. 题名: A/RES/75/58[Z/OL]. (2020-12-07). https://docs.un.org/zh/A/RES/75/58. …"

    The order is that of electronic resources (4.6.2): creator, title, other title information,
    marks of type and carrier, year with the place that is cited, date in round brackets, address.
    The symbol is other title information, as numbers of reports and standards are (8.2.3). The mark
    is Z, "others", for table B.1 has none for resolutions of an organ: they are neither reports (R)
    nor standards (S); OL says that they are found online (table B.2). Clauses stand where pages
    would, after the year (8.5). No date of access is written, for the program opens no page; who
    has opened it puts the day in square brackets after the date. In Chinese for a Chinese text,
    in English for all others. What the text is follows as a sentence of its own.
    """
    resolution = cited.resolution
    head = resolution.masthead
    own = names(resolution.language, _is_traditional(resolution))
    by, status = author(resolution), trust(resolution)
    within = cited_clauses(cited, also)
    if own:
        by = (own.organs.get(head.organ) or own.organs[""]) if by else ""
        within = _clauses_in_chinese(cited, also, own)
        status = trust(resolution, lambda english: _chinese(english, resolution))
    heading, address = title(resolution), official_address(resolution)
    if head.symbol and head.symbol != heading:
        heading += f": {head.symbol}"
    issued = [": ".join(filter(None, [head.adopted[:4], within])) if within else ""]
    issued.append(f"({head.adopted})" if head.adopted else "")
    parts = [
        by,
        f"{heading}[{'Z/OL' if address else 'Z'}]",
        "".join(issued),
        address,
        capitalized(status),
    ]
    return one_line(". ".join(filter(None, parts)) + ".")


def _is_traditional(resolution: Resolution) -> bool:
    return resolution.script == "Hant"


def _clauses_in_chinese(cited: Version, also: Version | None, own: Names) -> str:
    """ "序言部分第5段, 英文文本: 执行部分第7段"."""
    found = chinese_places(cited, own)
    if also:
        name = _chinese(name_of(also.resolution.language, ""), cited.resolution)
        found.append(f"{name}{own.text if name else ''}: {', '.join(chinese_places(also, own))}")
    return ", ".join(found)


def chinese_places(cited: Version, own: Names) -> list[str]:
    """Where the cited clauses stand, in Chinese, neighbours together."""
    numbers = stated_numbers(cited.resolution)
    return [_span(numbers, span, own) for span in spans(*cited)]


def _span(numbers: Mapping[str, Stated], span: Sequence[str], own: Names) -> str:
    """ "执行部分第1段至第3段", "执行部分第5段(a)"; the labels where a place has no such name."""
    stated = [as_stated(numbers, id) for id in (span[0], span[-1])]
    steps = [_steps(id, own) if id else [] for id in stated]
    if not all(steps):
        return span_label(span)
    first = "".join(steps[0])
    if len(span) == 1:
        return first
    last = steps[1][-1]
    return f"{first}{own.to}{last[max(last.find(own.number_sign), 0) :]}"


def _steps(id: str, own: Names) -> list[str]:
    """What leads to a clause, [] if a step of it has no name in Chinese."""
    out: list[str] = []
    before = ""
    for step in id.split("."):
        above, before = before, step.rstrip("0123456789")
        stem = "" if above == "art" and before == "p" else before
        if out and step == CHAPEAU:
            out.append(own.places[CHAPEAU])
        elif out and step.isalpha():
            out.append(f"({step})")
        elif stem in own.places and stem != CHAPEAU:
            out.append(own.places[stem].replace("%", step[len(before) :]))
        else:
            return []
    return out


def _chinese(english: str, resolution: Resolution) -> str:
    """A phrase of the window in the script of a Chinese text."""
    return _phrases("zh_Hant" if _is_traditional(resolution) else "zh_Hans").get(english, english)


@cache
def _phrases(name: str) -> dict[str, str]:
    data = resource(f"translations/{name}.json").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(data)
    return found

"""How the document that an excerpt comes from is cited: as the United Nations do, for reference
managers, and by the Chinese standard. What is not the official record is called so in each."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from urllib.parse import quote

from desktop_app.citation.naming import (
    CHAPEAU,
    citation,
    official_address,
    places,
    span_label,
    spans,
)
from desktop_app.citation.sections import Stated, as_stated, stated_numbers
from desktop_app.common.paths import resource
from desktop_app.grammar.languages import name_of
from desktop_app.resolution.language import language_name, language_tag
from desktop_app.resolution.model import Resolution
from desktop_app.resolution.trust import short_trust, trust


class CitationStyle(StrEnum):
    """How a citation is written."""

    UN = "un"
    """As the Editorial Manual of the United Nations has it."""
    BIBTEX = "bibtex"
    RIS = "ris"
    GBT7714 = "gbt7714"
    """As the Chinese standard GB/T 7714—2015 has it."""


_Cited = tuple[Resolution, Sequence[str]]
"""A language version and the ids of clauses in it."""


def cite(
    resolution: Resolution,
    ids: Sequence[str] = (),
    style: CitationStyle = CitationStyle.UN,
    also: _Cited | None = None,
) -> str:
    """The citation of a language version, of several lines in BibTeX and RIS. `ids` are the cited
    clauses in reading order; none cites the whole. `also` are clauses that only another version
    has."""
    match style:
        case CitationStyle.UN:
            return _un(resolution, ids, also)
        case CitationStyle.BIBTEX:
            return _bibtex(resolution, _within(resolution, ids, also))
        case CitationStyle.RIS:
            return _ris(resolution, _within(resolution, ids, also))
        case CitationStyle.GBT7714:
            return _gbt7714(resolution, ids, also)


def cited_in(resolution: Resolution, style: CitationStyle) -> str:
    """The tag of the language that a version is cited in: English, and by the Chinese standard
    that of a Chinese text."""
    chinese = style is CitationStyle.GBT7714 and resolution.language == "zh"
    return language_tag(resolution) if chinese else "en"


# What all of them state

_LINE = re.compile(r"\s+")
_PREFIXES = {
    "General Assembly": "UNGA",
    "Security Council": "UNSC",
    "Economic and Social Council": "ECOSOC",
    "Human Rights Council": "UNHRC",
}


def _one_line(text: str) -> str:
    return _LINE.sub(" ", text).strip()


def _is_resolution(resolution: Resolution) -> bool:
    return "/RES/" in resolution.masthead.symbol


def _title(resolution: Resolution) -> str:
    """The title; of what bears none, as resolutions of the Security Council, what is printed in
    its place, or else the symbol."""
    head = resolution.masthead
    printed = next((line.text for line in resolution.head if line.id == "head.title"), "")
    untitled = "无题名文本" if resolution.language == "zh" else "Untitled text"
    return _one_line(head.title or printed.rstrip(" ,，") or head.symbol or untitled)


def _author(resolution: Resolution) -> str:
    """ "United Nations General Assembly"; "United Nations" where only a symbol tells that it is
    theirs, "" where nothing does."""
    head = resolution.masthead
    return f"United Nations {head.organ}".rstrip() if head.organ or head.symbol else ""


def _within(resolution: Resolution, ids: Sequence[str], also: _Cited | None) -> str:
    labels = list(map(span_label, spans(resolution, ids)))
    if also:
        labels.append(f"{_text_in(also[0])}: {_within(*also, None)}")
    return ", ".join(labels)


def _text_in(resolution: Resolution) -> str:
    return f"{name_of(resolution.language, 'other')} text"


def _note(resolution: Resolution, within: str) -> str:
    """ "PP5, OP1-OP3. Transcription, not the official record." """
    said = trust(resolution)
    return " ".join(filter(None, [within and f"{within}.", f"{said[:1].upper()}{said[1:]}."]))


# United Nations


def _un(resolution: Resolution, ids: Sequence[str], also: _Cited | None) -> str:
    """ "General Assembly resolution 75/58 of 7 December 2020 (A/RES/75/58, OP1) [transcription]":
    what the text is stands in square brackets, which the Editorial Manual has for what an editor
    adds; nothing of the official text."""
    other = f"{_text_in(also[0])}: {', '.join(places(*also))}" if also else ""
    named, said = citation(resolution, ids, other), short_trust(resolution)
    return f"{named} [{said}]" if named and said else named


# BibTeX

_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # Not \{ and \}: BibTeX counts braces, with a backslash before them or not.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_"},
    }
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _bibtex(resolution: Resolution, within: str) -> str:
    """An entry that every version of BibTeX reads. A resolution is a @techreport of the type
    "Resolution", the one entry of old BibTeX that prints a number beside author and title."""
    head = resolution.masthead
    kind = "techreport" if _is_resolution(resolution) else "misc"
    year, month, day = head.adopted.split("-") if head.adopted else ("", "", "")
    author = _author(resolution)
    values = {
        "author": f"{{{_latex(author)}}}" if author else "",
        "title": f"{{{_latex(_title(resolution))}}}",
        "type": "Resolution" if kind == "techreport" else "",
        "number": _latex(head.symbol),
        "institution": "United Nations" if kind == "techreport" else "",
        "year": year,
        "month": month,
        "day": str(int(day)) if day else "",
        "url": quote(official_address(resolution), safe="/:()"),
        "language": _latex(language_name(resolution)),
        "note": _latex(_note(resolution, within)),
    }
    fields = {name: f"{{{value}}}" for name, value in values.items() if value}
    if month:
        fields["month"] = _MONTHS[int(month) - 1]  # BibTeX knows it by this name, without braces
    body = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@{kind}{{{_key(resolution)},\n{body}}}"


def _key(resolution: Resolution) -> str:
    """ "UNGA_A_RES_75_58"."""
    head = resolution.masthead
    prefix = _PREFIXES.get(head.organ, "UN" if head.organ or head.symbol else "")
    symbol = re.sub(r"[^A-Za-z0-9]+", "_", head.symbol).strip("_")
    return "_".join(filter(None, [prefix, symbol])) or "untitled"


def _latex(text: str) -> str:
    return _one_line(text).translate(_LATEX)


# RIS


def _ris(resolution: Resolution, within: str) -> str:
    """A record of the type RPRT: the types for law (LEGAL, STAT) have no place for a number of the
    document, and reference managers leave out what a type has no place for. Lines end in LF, as
    all those around them do; reference managers read both ends of lines."""
    head = resolution.masthead
    fields = [
        ("AU", _author(resolution)),
        ("TI", _title(resolution)),
        ("M3", "Resolution" if _is_resolution(resolution) else ""),
        ("SN", head.symbol),
        ("PB", "United Nations" if _author(resolution) else ""),
        ("PY", head.adopted[:4]),
        ("DA", head.adopted.replace("-", "/")),
        ("UR", official_address(resolution)),
        ("LA", language_tag(resolution)),
        ("N1", _note(resolution, within)),
    ]
    kind = "RPRT" if head.symbol else "GEN"
    lines = [f"{tag}  - {_one_line(value)}" for tag, value in fields if value]
    return "\n".join([f"TY  - {kind}", *lines, "ER  - "])


# GB/T 7714—2015

_CHINESE_ORGANS = {
    "General Assembly": ("联合国大会", "聯合國大會"),
    "Security Council": ("联合国安全理事会", "聯合國安全理事會"),
    "Economic and Social Council": ("联合国经济及社会理事会", "聯合國經濟及社會理事會"),
    "Human Rights Council": ("联合国人权理事会", "聯合國人權理事會"),
}
_CHINESE_PLACES = {
    "pp": ("序言部分第%段", "序言部分第%段"),
    "op": ("执行部分第%段", "執行部分第%段"),
    "section": ("第%节", "第%節"),
    "annex": ("附件%", "附件%"),
    "": ("第%段", "第%段"),
}
"""How a place is called by what its id begins with; % stands for the number."""


def _gbt7714(resolution: Resolution, ids: Sequence[str], also: _Cited | None) -> str:
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
    head = resolution.masthead
    chinese = resolution.language == "zh"
    author, said = _author(resolution), trust(resolution)
    within = _within(resolution, ids, also)
    if chinese:
        traditional = resolution.script == "Hant"
        name = _CHINESE_ORGANS.get(head.organ, ("联合国", "聯合國"))[traditional]
        author = name if author else ""
        named = list(_chinese_places(resolution, ids, traditional))
        if also:
            others = _chinese_places(*also, traditional)
            language = _chinese(name_of(also[0].language, ""), traditional)
            named.append(f"{language}{'文本' if language else ''}: {', '.join(others)}")
        within = ", ".join(named)
        said = _chinese_trust(resolution)
    title, address = _title(resolution), official_address(resolution)
    if head.symbol and head.symbol != title:
        title += f": {head.symbol}"
    issued = [": ".join(filter(None, [head.adopted[:4], within])) if within else ""]
    issued.append(f"({head.adopted})" if head.adopted else "")
    parts = [
        author,
        f"{title}[{'Z/OL' if address else 'Z'}]",
        "".join(issued),
        address,
        f"{said[:1].upper()}{said[1:]}",
    ]
    return _one_line(". ".join(filter(None, parts)) + ".")


def _chinese_places(resolution: Resolution, ids: Sequence[str], traditional: bool) -> Iterator[str]:
    numbers = stated_numbers(resolution)
    for span in spans(resolution, ids):
        yield _chinese_place(numbers, span, traditional)


def _chinese_place(numbers: Mapping[str, Stated], span: Sequence[str], traditional: bool) -> str:
    """ "执行部分第1段至第3段", "执行部分第5段(a)"; the labels where a place has no such name."""
    stated = [as_stated(numbers, id) for id in (span[0], span[-1])]
    named = [_chinese_steps(id, traditional) if id else [] for id in stated]
    if not all(named):
        return span_label(span)
    first = "".join(named[0])
    if len(span) == 1:
        return first
    last = named[1][-1]
    return f"{first}至{last[last.find('第') :] if '第' in last else last}"


def _chinese_steps(id: str, traditional: bool) -> list[str]:
    """What leads to a clause, [] if a step of it has no name in Chinese."""
    out: list[str] = []
    for step in id.split("."):
        stem = step.rstrip("0123456789")
        if out and step == CHAPEAU:
            out.append("(起首部分)")
        elif out and step.isalpha():
            out.append(f"({step})")
        elif stem in _CHINESE_PLACES:
            out.append(_CHINESE_PLACES[stem][traditional].replace("%", step[len(stem) :]))
        else:
            return []
    return out


def _chinese_trust(resolution: Resolution) -> str:
    return trust(resolution, lambda english: _chinese(english, resolution.script == "Hant"))


def _chinese(english: str, traditional: bool) -> str:
    return _phrases("zh_Hant" if traditional else "zh_Hans").get(english, english)


@cache
def _phrases(name: str) -> dict[str, str]:
    data = resource(f"translations/{name}.json").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(data)
    return found

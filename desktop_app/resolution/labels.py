"""Clause labels ("PP6", "OP5(a)") and what a person types to choose clauses ("OP1-3,PP5")."""

import re
import unicodedata
from collections.abc import Sequence
from string import digits

from desktop_app.resolution.model import PartKind, Resolution
from desktop_app.wording import Listed, Said, SaidError, Say


class SelectionError(SaidError, ValueError):
    """What was typed names no clause; the message says so in one sentence."""


_LINES = {"head": Said("Masthead"), "closing": Said("Closing lines")}
_FIELDS = {
    "symbol": Said("symbol"),
    "distribution": Said("distribution"),
    "organ": Said("organ"),
    "session": Said("session"),
    "agenda_item": Said("agenda item"),
    "agenda_title": Said("agenda title"),
    "title": Said("title"),
    "adoption": Said("adoption"),
    "report": Said("report"),
    "meeting": Said("meeting"),
    "date": Said("date"),
    "other": Said("other line"),
}
"""What the lines of masthead and closing are called."""


def label(id: str, say: Say = str) -> str:
    """The label of a clause or footnote id, or the name of a line in the language of `say`.

    >>> label("pp6"), label("op5.a.ii"), label("annex1.3"), label("fn2"), label("head.report")
    ('PP6', 'OP5(a)(ii)', 'ANNEX1.3', 'FN2', 'Masthead (report)')
    """
    said = named(id)
    return said if isinstance(said, str) else said.say(say)


def named(id: str) -> str | Said:
    """The same for a sentence: only the names of lines are words, which languages say each in its
    own way."""
    place, _, line = id.partition(".")
    if place in _LINES:
        field = line.rstrip(digits)
        name = _FIELDS.get(field, field)
        number = line[len(field) :]
        return Said("%1 (%2)", (_LINES[place], Said("%1 %2", (name, number)) if number else name))
    out = ""
    for part in id.split("."):
        if part.isalpha() and (out or id.startswith(".")):
            out += f"({part})"
        else:
            out += ("." if out else "") + part.upper()
    return out


def id_of(typed: str) -> str:
    """The id that a label means as a person types it.

    >>> id_of("OP 5 (a)"), id_of("pp2"), id_of("Annex 1.3"), id_of("FN 3")
    ('op5.a', 'pp2', 'annex1.3', 'fn3')
    """
    return _tighten(re.sub(r"(?i)\b(annex|fn)\s+(?=\d)", r"\1", typed.strip()))


def select(chosen: str, resolution: Resolution) -> tuple[str, ...]:
    """The ids of the chosen clauses of a resolution, in reading order, each once.

    `chosen` is "all", or labels, ranges and parts between commas: "OP1-3, OP5(a), PP2", "preamble,
    annex I", "执行部分第3段", in letters of any case and width; a clause brings its sub-paragraphs
    along. Raises SelectionError.
    """
    order = [clause.id for clause in resolution.walk()]
    chosen_ids: set[str] = set()
    for item in items(chosen):
        if item == "all":
            chosen_ids.update(order)
            continue
        whole = [
            part
            for part in resolution.parts
            if part.id == item or (item == "annex" and part.kind is PartKind.ANNEX)
        ]
        if whole:
            chosen_ids.update(clause.id for part in whole for clause in part.walk())
            continue
        first, dash, last = item.partition("-")
        wanted = _range(first, last, order) if dash else [_known(first, order)]
        chosen_ids.update(wanted)
        chosen_ids.update(id for id in order if id.startswith(f"{wanted[-1]}."))
    return tuple(id for id in order if id in chosen_ids)


def items(chosen: str) -> list[str]:
    """What a person typed between commas, each in a form that `select` takes. Raises
    SelectionError for nothing."""
    found = [item for item in re.split(r"[,;、\s]+", _tighten(chosen)) if item]
    if not found:
        raise SelectionError(Said("No clause was named: write, for example, OP1-3,PP5 or all."))
    return found


_CHINESE = [
    (re.compile(pattern), meant)
    for pattern, meant in (
        (r"全部|全文", "all"),
        (r"附件第?([0-9]+)第", r"annex\1."),
        (r"附件第?(?=[0-9])|附件", "annex"),
        (r"序言(部分)?第", "pp"),
        (r"序言(部分)?", "preamble"),
        (r"([执執]行部分)?第", "op"),
        (r"[执執]行部分", "operative"),
        (r"段", ""),
        (r"[至到]", "-"),
    )
]
"""How clauses are called in Chinese, as this program's own citations by GB/T 7714 call them."""
_NUMERALS = str.maketrans("一二三四五六七八九", "123456789")


def _in_latin(text: str) -> str:
    """ "执行部分第1段至第3段" becomes "op1-op3"."""
    text = text.translate(_NUMERALS)
    for pattern, meant in _CHINESE:
        text = pattern.sub(meant, text)
    return text


def _tighten(text: str) -> str:
    """Lower case, letters and signs of one width, no space around dashes and brackets, every sort
    of dash one sort: "OP 5 (a) – (c)" becomes "op5.a-c"."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = _in_latin(re.sub(r"[‐-―−~]", "-", text))
    text = re.sub(r"\s*([-().])\s*", r"\1", text)
    text = re.sub(r"\b(op|pp|annex|section)\s+(?=\d)", r"\1", text)
    text = re.sub(r"\b(op|pp)-(?=\d)", r"\1", text)
    text = re.sub(r"\b(annex|section)\s*([ivx]+)\b", _with_digits, text)
    return re.sub(r"\)", "", re.sub(r"-\(", "-", text)).replace("(", ".")


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def _with_digits(found: re.Match[str]) -> str:
    number = found[2]
    return f"{found[1]}{_ROMAN.index(number) + 1}" if number in _ROMAN else found[0]


def _known(id: str, order: Sequence[str]) -> str:
    if id in order:
        return id
    above = id.rpartition(".")[0]
    beside = [other for other in order if above and other.rpartition(".")[0] == above]
    if beside and above in order:
        there = Said("it has %1", (_span(beside),))
        raise SelectionError(Said("There is no %1 in this document: %2.", (label(id), there)))
    raise SelectionError(nothing_of(label(id), order))


def _range(first: str, last: str, order: Sequence[str]) -> list[str]:
    stem = first.rstrip("0123456789") if first[-1:].isdigit() else first[: first.rfind(".") + 1]
    start = order.index(_known(first, order))
    if not last:
        raise SelectionError(
            Said("The range %1- has no end: write, for example, OP1-3.", (label(first),))
        )
    short = last.isdigit() or last.isalpha()
    end = order.index(_known(stem + last if short and last not in order else last, order))
    if end < start:
        upper = f"({last})" if last.isalpha() else label(last)
        raise SelectionError(Said("The range %1-%2 runs backwards.", (label(first), upper)))
    return list(order[start : end + 1])


def nothing_of(sought: str, order: Sequence[str]) -> Said:
    """What is said where no clause bears a label, "" for what is none: which ones there are."""
    there = _what_exists(order)
    if not sought:
        return Said("There is no such label in this document: %1.", (there,))
    return Said("There is no %1 in this document: %2.", (sought, there))


def _span(ids: Sequence[str]) -> str | Said:
    """ "PP1 to PP17" """
    return label(ids[0]) if len(ids) == 1 else Said("%1 to %2", (label(ids[0]), label(ids[-1])))


def _what_exists(order: Sequence[str]) -> Said:
    """One phrase on the clauses that there are: "it has PP1 to PP17 and OP1 to OP6"."""
    groups: dict[str, list[str]] = {}
    for id in order:
        part, _, rest = id.partition(".")
        if not rest:
            groups.setdefault(id.rstrip("0123456789"), []).append(id)
        elif part.startswith(("annex", "section")) and "." not in rest:
            groups.setdefault(part, []).append(id)
    spans = tuple(map(_span, groups.values()))
    return Said("it has %1", (Listed(spans),)) if spans else Said("it has no clauses")

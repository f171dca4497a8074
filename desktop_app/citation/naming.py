"""The names of clauses and of their document: "paras. 1–3", "A/RES/75/58, OP 3"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from string import ascii_lowercase, digits

from desktop_app.citation.divisions import Divisions, is_article
from desktop_app.citation.sections import as_stated, stated_numbers
from desktop_app.citation.several import alone
from desktop_app.grammar.numerals import roman
from desktop_app.resolution.labels import RESOLUTION, divided, label
from desktop_app.resolution.model import DocumentKind, Resolution
from desktop_app.resolution.symbols import address
from desktop_app.resolution.trust import short_trust

CHAPEAU = "chapeau"
"""The name for the words of a paragraph above its sub-paragraphs."""
_HEADING, _TABLE = "ch", "t"
_NAMES = {_HEADING: "heading", _TABLE: "table"}
"""The names of what is no paragraph."""
_KINDS = {
    "pp": "preambular ",
    "op": "",
    "p": "unnumbered ",
    "u": "unnumbered ",
    "ch": _HEADING,
    "t": _TABLE,
}
"""What stands before "para." by what the id of a paragraph begins with."""
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Not the calendar's, which follow the language of the machine."""
_LETTER = re.compile(r"(?<=\d)([A-Z](?:-[A-Z])?)$")
"""The letter of a resolution at the end of its number, which a space parts from it: "46/74 B"."""
_RESOLUTION = re.compile(RESOLUTION)
_TITLED = (
    DocumentKind.STATEMENT,
    DocumentKind.DECISION,
    DocumentKind.TREATY,
    DocumentKind.DOCUMENT,
)
"""What is cited by its title beside the symbol."""
_STEMS = {
    "pp": "PP",
    "op": "OP",
    "ch": "heading",
    "p": "unnumbered para.",
    "u": "unnumbered para.",
    "art": "art.",
    "t": "table",
    "": "para.",
}
"""The names in a short citation by what the ids of clauses begin with."""


def official_address(resolution: Resolution) -> str:
    """The official page of the document in the text's language, "" without a symbol."""
    return address(resolution.masthead.symbol, resolution.language)


def citation(resolution: Resolution, ids: Sequence[str] = (), also: str = "") -> str:
    """ "General Assembly resolution 75/58 of 7 December 2020 (A/RES/75/58, paras. 1–3)": places are
    named as in the United Nations Editorial Manual.

    `ids` are the cited clauses in reading order; none cites the whole. `also` is what is cited
    besides them.
    """
    head = resolution.masthead
    name = ""
    if head.organ and "/RES/" in head.symbol:
        number = _LETTER.sub(r" \1", head.symbol.partition("/RES/")[2])
        name = f"{head.organ} resolution {number}"
    elif resolution.kind in _TITLED:
        name = " ".join(head.title.split())
    if name and head.adopted:
        year, month, day = head.adopted.split("-")
        name += f" of {int(day)} {_MONTHS[int(month) - 1]} {year}"
    within = ", ".join(filter(None, [head.symbol, *places(resolution, ids), also]))
    if not name or not within:
        return name or within or head.title
    return f"{name} ({within})"


def places(resolution: Resolution, ids: Sequence[str]) -> list[str]:
    """Where clauses stand: "preambular para. 5", "paras. 1–3 and 5 (a)", "sect. II, para. 1"."""
    cited = spans(resolution, ids)
    if any(clause.id.startswith("section") for clause in resolution.walk()):
        # They count anew: those of the first section are named by it too.
        first = {c.id: part.id for part in resolution.divisions() for c in part.own()}
        cited = [
            [_in_section(id, first[id.removesuffix(f".{CHAPEAU}")]) for id in span]
            for span in cited
        ]
    out: list[str] = []
    numbers = stated_numbers(resolution)
    divisions = Divisions(resolution, ids)
    for is_whole, of_article in groupby(cited, lambda span: bool(divisions.whole(span[0]))):
        if is_whole:
            out += divisions.listed(divisions.whole(span[0]) for span in of_article)
            continue
        for has_number, group in groupby(
            of_article, lambda span: as_stated(numbers, span[0]) is not None
        ):
            if has_number:
                stated = [[as_stated(numbers, id) or id for id in span] for span in group]
                out += _places(stated, divisions)
            else:  # below a section that is cited, and without a number
                out += map(span_label, group)
    return out


def _in_section(id: str, part: str) -> str:
    return f"{part}.{id}" if part.startswith("section") and not id.startswith(part) else id


def _places(cited: Iterable[Sequence[str]], divisions: Divisions) -> Iterator[str]:
    parsed = [(*_place(span[0], divisions), span) for span in cited]
    for (container, kind), group in groupby(parsed, lambda found: found[:2]):
        numbers: list[str] = []
        several = False
        before: list[str] = []
        for _, _, number, span in group:
            steps = number.split(" ")
            # "5 (a) and (c)": of the same paragraph the letter alone.
            beside = len(steps) > 1 and before[:-1] == steps[:-1]
            numbers.append(steps[-1] if beside else number)
            if len(span) == 2:
                numbers.append(_last(span[1]))
            elif len(span) > 2:
                numbers[-1] += f"–{_last(span[-1])}"
            # Of one paragraph several sub-paragraphs are cited in the singular.
            several = several or (bool(before) and steps[0] != before[0])
            several = several or (len(span) > 1 and len(steps) == 1)
            before = steps
        *others, last = numbers
        listed = f"{', '.join(others)} and {last}" if others else last
        word = _NAMES.get(kind) or f"{kind}para{'s' * several}."
        yield f"{container}{word} {listed}"


def _place(id: str, divisions: Divisions) -> tuple[str, str, str]:
    """What a clause stands in, what kind of paragraph it is, and its number: of "section2.op1.a"
    "sect. II, ", "" and "1 (a)"."""
    division, own = divided(id)
    steps = own.split(".")
    container = divisions.name(division)
    if not container and division.startswith("section"):  # by its stated number, and so no id
        container = f"sect. {roman(int(division.removeprefix('section')))}"
    elif not container and division:
        steps.insert(0, division)
    container += ", " if container else ""
    stem = steps[0].partition("_")[0].rstrip(digits)
    kind = _KINDS.get(stem, "" if not stem else f"{stem} ")
    if stem == "p" and is_article(division):
        kind = ""
    number = " ".join(map(_numbered, [steps[0][len(stem) :], *steps[1:]]))
    return container, kind, number.replace(f" {_NAMES[_TABLE]}", f", {_NAMES[_TABLE]}")


def _numbered(step: str) -> str:
    """ "5", "(a)", "table 1"; of the second with a number "5 [no. 2 of this number]"."""
    own, _, count = step.partition("_")
    if own[:1] == _TABLE and own[1:].isdigit():
        return f"{_NAMES[_TABLE]}\u00a0{own[1:]}"
    own = f"({own})" if own.isalpha() else own
    return f"{own} [no. {count} of this number]" if count else own


def _last(id: str) -> str:
    """The end of a range: "3", "(c)"."""
    last = id.rpartition(".")[2]
    return f"({last})" if last.isalpha() else last.lstrip(ascii_lowercase)


def short_citation(resolution: Resolution, ids: Sequence[str] = ()) -> str:
    """ "A/RES/75/58, PP 5, OP 1–3, transcription": what follows quoted words in brackets. Every
    text but the official one is called what it is.

    `ids` are those of the quoted clauses and footnotes; others are left out.
    """
    resolution, ids = alone(resolution, ids)
    head = resolution.masthead
    quoted = list(map(_spaced_span, spans(resolution, ids)))
    known = {note.id: note.mark for note in resolution.footnotes}
    marks = [known[id] for id in ids if id in known]
    if marks:
        quoted.append(f"footnote{'s' * (len(marks) > 1)} {', '.join(marks)}")
    return ", ".join(filter(None, [head.symbol or head.title, *quoted, short_trust(resolution)]))


def _spaced_span(span: Sequence[str]) -> str:
    """ "OP 3", "OP 1–3", "OP 5 (a)–(c)"."""
    first = _spaced(span[0])
    if len(span) == 1:
        return first
    first = first.replace("para. ", "paras. ")
    last = span[-1].rpartition(".")[2]
    return f"{first}–{f'({last})' if last.isalpha() else last.lstrip(ascii_lowercase)}"


def _spaced(id: str) -> str:
    """ "OP 5 (a) (ii)", "annex 1, para. 3", "B, OP 5"."""
    out = ""
    in_article = is_article(divided(id)[0])
    steps = id.split(".")
    if _RESOLUTION.fullmatch(steps[0]):
        out = steps.pop(0).upper()
    for part in steps:
        own = part.partition("_")[0]
        if out and own.isalpha() and not own.startswith("art"):
            out += f" {_numbered(part)}"
        else:
            stem = "art" if own.startswith("art") else own.rstrip(digits)
            name = _STEMS.get("" if stem == "p" and in_article else stem, stem)
            out += (", " if out else "") + f"{name} {_numbered(part[len(stem) :])}".rstrip()
    return out


def span_label(span: Sequence[str]) -> str:
    """ "OP3", "OP1-OP3"."""
    return label(span[0]) if len(span) == 1 else f"{label(span[0])}-{label(span[-1])}"


def spans(resolution: Resolution, ids: Sequence[str]) -> list[list[str]]:
    """The ids of clauses, neighbours together; a clause stands for its sub-paragraphs. One of which
    not all sub-paragraphs are there is its chapeau alone, "op2.chapeau"."""
    chosen = set(ids)
    # A heading between clauses has an id like theirs; beside clauses it is not named.
    headings = {id for id in chosen if id.startswith("ch")}
    unnamed = headings if headings != chosen else set()
    whole: set[str] = set()
    order: list[str] = []
    for clause in resolution.walk():
        if clause.id not in unnamed and clause.id.rpartition(".")[0] not in whole:
            order.append(clause.id)
        if clause.id in chosen and chosen.issuperset(below.id for below in clause.walk()):
            whole.add(clause.id)
    found: list[list[str]] = []
    last = -2
    for place, id in enumerate(order):
        if id not in chosen:
            continue
        same = bool(found) and _stem(found[-1][-1]) == _stem(id)
        if id not in whole:
            found.append([f"{id}.{CHAPEAU}"])
        elif place == last + 1 and same and not found[-1][-1].endswith(CHAPEAU):
            found[-1].append(id)
        else:
            found.append([id])
        last = place
    return found


def _stem(id: str) -> str:
    """What neighbours in a span have in common: "op", "op5.", "annex1.p"."""
    above, dot, own = id.rpartition(".")
    return above + dot + (own.rstrip(digits) if own[-1:].isdigit() else "")

"""What holds of every text, without knowing what it says: nothing is lost, no printed number is
changed, and no closing holds an annex or another resolution."""

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from unicodedata import normalize

from desktop_app.reading.structure.lines import is_furniture
from desktop_app.resolution import symbols
from desktop_app.resolution.model import PartKind, Resolution, Runs, words
from tests.tools.real.texts import RealText

_NUMBERED = re.compile(r"^[ \t]*(\d{1,3})\.[ \t]+(?=[A-Z“\"(])(.{30,})$", re.MULTILINE)
_FIRST = 24
"""Letters and digits by which words are known again."""
_STRANGE = re.compile(
    r"^\W*(?:annex|appendix)\b(?!.*\bmeeting\b)|^\W*the (?:general assembly|security council),?$"
    r"|^\W*\d{1,3}\.\s+[A-Z][a-z]+s\b",
    re.IGNORECASE | re.MULTILINE,
)
"""What no closing holds: the word for an annex, enacting words, a numbered paragraph."""
_LONGEST_CLOSING = 3000
_MARKUP = re.compile(r"<!--.*?-->|(?<=\])\(https?://\S+?\)(?!\))|^---\n.*?\n---\n", re.DOTALL)
"""What is none of the words: comments, the targets of links, front matter."""


_PAGE = re.compile(r"(?:Page )?[-–]?\s?\d{1,4}\s?[-–]?")
_RUNNING_HEAD = re.compile(
    r"(?:\d{1,3}\s+)?General Assembly\s?[—–-]+\s?[\w-]+(?: [\w-]+){0,3} session(?:\s+\d{1,3})?"
    r"|(?:[IVXL]+\.?\s+)?Resolutions? adopted (?:on the reports? of|without reference to)\b.*",
    re.IGNORECASE,
)
"""What stands at the head of every page of a printed volume of resolutions."""


class Fault(StrEnum):
    """What can be wrong with a text that was read."""

    LOST = "letters lost or made up"
    NUMBER = "printed number changed"
    CLOSING = "annex or resolution in a closing"


def faults(found: RealText) -> Iterator[tuple[Fault, str]]:
    """The faults of a text, each with the words that show it."""
    before, after = _letters(_MARKUP.sub("", found.text)), _letters(_words_of(found.read))
    lost, made_up = before - after, after - before
    if made_up or not lost <= _furniture(found.text):
        yield Fault.LOST, f"-{dict(lost)} +{dict(made_up)}"
    if found.read.is_structured:  # any other text keeps its lines
        yield from ((Fault.NUMBER, what) for what in _changed_numbers(found))
    for closing in _closings(found.read):
        if _STRANGE.search(closing) or len(closing) > _LONGEST_CLOSING:
            yield Fault.CLOSING, closing[:200]


def _letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, normalize("NFKC", text)))


def _words_of(read: Resolution) -> str:
    """All the words of what was read, with numbers and marks."""
    out = [_plain(line.runs) for line in (*read.head, *read.closing)]
    out += [_plain(part.heading) for part in read.divisions()]
    for clause in read.walk():
        out += [_plain(clause.heading), clause.mark, _plain(clause.runs)]
    for note in read.footnotes:
        out += [note.mark, _plain(note.runs)]
    return "\n".join(out)


def _furniture(text: str) -> Counter[str]:
    """The letters of lines that pages have at their heads and feet, and that are left out."""
    lines = [line.strip("#* ") for line in text.splitlines()]
    kinds = (symbols.pattern(), _PAGE, _RUNNING_HEAD)
    return _letters(
        "".join(
            line
            for line in lines
            if is_furniture(line) or any(kind.fullmatch(line) for kind in kinds)
        )
    )


def _first(text: str) -> str:
    return "".join(filter(str.isalnum, text[: 4 * _FIRST])).lower()[:_FIRST]


def _changed_numbers(found: RealText) -> Iterator[str]:
    """The paragraphs that begin with a number in the text, and are no clause of that number."""
    marks: dict[str, set[str]] = {}
    for clause in found.read.walk():
        below = clause
        marks.setdefault(_first(clause.text), set()).add(clause.mark)
        while not below.text and below.clauses:  # "3. (a) Decides"
            below = below.clauses[0]
            marks.setdefault(_first(f"{below.mark}{below.text}"), set()).add(clause.mark)
    for number, rest in _NUMBERED.findall(found.text):
        known = {_first(mark) for mark in marks.get(_first(rest), ())}
        if number not in known and not _is_other(found.read, number, rest):
            yield f"{number}. {rest[:60]}: {sorted(known)}"


def _is_other(read: Resolution, number: str, rest: str) -> bool:
    """Whether the words stand where a number is none of a clause: in a heading, a note or a line of
    the head, with the number before them."""
    start = _first(rest)
    if any(note.mark == number and _first(note.text) == start for note in read.footnotes):
        return True
    whole = _first(f"{number}{rest}")
    places = [words(part.heading) for part in read.divisions()]
    places += [line.text for line in (*read.head, *read.closing)]
    return any(whole in "".join(filter(str.isalnum, text)).lower() for text in places)


def _closings(read: Resolution) -> Iterator[str]:
    yield "\n".join(line.text for line in read.closing)
    for part in read.divisions():
        if part.kind is PartKind.CLOSING:
            yield _plain(part.heading)


def _plain(runs: Runs) -> str:
    """The words, with the marks of footnotes."""
    return "".join(run.text for run in runs)

"""Texts of one content in several languages, and the half that each belongs to."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.support.paths import ROOT
from tests.tools.real.texts import data_folder
from tests.tools.rows import catalogues, declaration
from tests.tools.rows.paragraphs import Paragraph, Piece

_FOLDER = ROOT / "tests" / "tools" / "rows" / "texts"
_VARIABLE = "READER_UDHR"
LANGUAGES = ("zh", "ar", "en", "es", "fr", "ru")
NUMBERED_OTHERWISE = ("workplan", "yearbook")
"""The texts whose paragraphs are numbered otherwise in each language, on levels of its own."""
_ABSENT, _ABOVE = "-", "^"
"""Where a language has no such paragraph, and where it says it in the paragraph above."""
_LINE = re.compile(rf"({'|'.join(LANGUAGES)}) (.+)")


class Half(StrEnum):
    TUNING = "tuning"
    REPORTING = "reporting"


class Version(NamedTuple):
    """A text in one language."""

    title: str
    paragraphs: tuple[Paragraph, ...]


class Text(NamedTuple):
    """A text in some languages. Pieces of the same key say the same in all of them."""

    name: str
    versions: Mapping[str, Version]


def half(name: str) -> Half:
    """The half of a text. The project's own go to the two halves in turns, in the order of their
    names, tuning first. (A new one gets a name behind those of the others, so that none of them
    changes sides.) The Universal Declaration is for tuning: its figures are what tuning began
    with. What the catalogues of other programs say is for reporting: nobody here wrote it."""
    if name == catalogues.NAME:
        return Half.REPORTING
    own = own_names()
    return Half.REPORTING if name in own and own.index(name) % 2 else Half.TUNING


def own_names() -> list[str]:
    """The names of the project's own texts."""
    return sorted(path.stem for path in _FOLDER.glob("*.txt"))


def texts() -> list[Text]:
    """All texts that are at hand, the project's own first."""
    found = declaration_folder()
    others = {declaration.NAME: declaration.versions(found) if found.is_dir() else {}}
    messages = catalogues.folder()
    others[catalogues.NAME] = catalogues.versions(messages) if messages else {}
    return [
        *map(own_text, own_names()),
        *(Text(name, _versions(read)) for name, read in others.items() if read),
    ]


def _versions(read: Mapping[str, tuple[str, tuple[Paragraph, ...]]]) -> dict[str, Version]:
    return {code: Version(*read[code]) for code in LANGUAGES if code in read}


def declaration_folder() -> Path:
    """Where the Universal Declaration is, if it is at hand."""
    return Path(os.environ.get(_VARIABLE, "") or data_folder() / "udhr")


@cache
def text(name: str) -> Text:
    """One of the texts that are at hand."""
    return next(found for found in texts() if found.name == name)


def own_text(name: str) -> Text:
    """One of the project's own texts."""
    return parsed(name, (_FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def parsed(name: str, written: str) -> Text:
    """A text as the files have it: groups of lines, one a language, that say the same. A group may
    begin with a line "#", and is a heading then; a number stands before " | ". A language that has
    "-" lacks the paragraph, and one that has "^" says it within the paragraph above. The first
    group is the title."""
    groups = [group.splitlines() for group in re.split(r"\n\s*\n", written.strip())]
    versions: dict[str, list[Paragraph]] = {code: [] for code in LANGUAGES}
    titles = dict(_said(groups[0]))
    for place, lines in enumerate(groups[1:], 1):
        heading = lines[0] == "#"
        said = list(_said(lines[1:] if heading else lines))
        if [code for code, _ in said] != sorted(titles):
            raise ValueError(f"{name}, group {place}: not every language once: {said}")
        for code, words in said:
            _add(versions[code], f"{place}", words, heading)
    return Text(name, {code: Version(titles[code], tuple(versions[code])) for code in titles})


def _said(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The languages of a group with their words, in the order of their codes."""
    for line in sorted(lines):
        found = _LINE.fullmatch(line)
        if not found:
            raise ValueError(f"no language begins this line: {line}")
        yield found[1], found[2]


def _add(there: list[Paragraph], key: str, words: str, heading: bool) -> None:
    if words == _ABSENT:
        return
    if words == _ABOVE:
        (piece,) = there[-1].pieces
        there[-1] = there[-1]._replace(pieces=(piece._replace(keys=piece.keys | {key}),))
        return
    number, between, rest = words.rpartition(" | ")
    piece = Piece(frozenset({key}), rest)
    there.append(Paragraph((piece,), number if between else "", heading))

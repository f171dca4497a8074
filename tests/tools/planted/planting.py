"""What can be changed in one language version of a text so that it disagrees with the others."""

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from tests.tools.planted.changes import EVERY, written
from tests.tools.rows.paragraphs import Paragraph

_LONG = 40
"""The fewest letters of a paragraph that is put in another language, or loses words."""
_LEAST, _MOST = 0.3, 0.6
"""The share of the words that an omission takes."""
_DIGITS = re.compile(r"(?<![\w/])\d+(?![\w/.º-])")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
"""A year alone is a date or a number, as one likes; so it is not changed."""
_STOP = re.compile(r"[.。](?=\s|[^\s\d.])\s*|[,،，;；](?=\s|[^\s\d])\s*")
_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]{3,}(?![\w’'-])")
_PARTICLE = re.compile("的")
_CLOSING = re.compile(r"(?<=\w)[)”»》](?!\d)")
_ENDINGS = {".": ";", ";": ".", "。": "；", "；": "。", "؛": "."}


class Change(NamedTuple):
    """One disagreement: its kind, the place of the paragraph, and its words before and after."""

    kind: str
    place: int
    old: str
    new: str


class Side(NamedTuple):
    """A version that is changed: the name of its text, its language and paragraphs, and those of
    the version that it stands beside."""

    text: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    beside: tuple[Paragraph, ...]


def planted(side: Side, count: int, random: Random, kinds: Sequence[str]) -> list[Change]:
    """So many changes, or as many as there is room for: one a paragraph, the kinds in turns."""
    known = {kind: list(_changes(kind, side, random)) for kind in kinds}
    order = [kind for kind in kinds if known[kind]]
    random.shuffle(order)
    chosen: dict[int, Change] = {}
    for kind in order * count:
        free = [change for change in known[kind] if change.place not in chosen]
        if free and len(chosen) < count:
            change = random.choice(free)
            chosen[change.place] = change
    return list(chosen.values())


def changed(paragraphs: Sequence[Paragraph], changes: Sequence[Change]) -> list[Paragraph]:
    """The paragraphs with the changes in them."""
    out = list(paragraphs)
    for change in changes:
        (piece,) = out[change.place].pieces
        assert piece.words == change.old
        out[change.place] = out[change.place]._replace(pieces=(piece._replace(words=change.new),))
    return out


def _changes(kind: str, side: Side, random: Random) -> Iterator[Change]:
    for place, paragraph in enumerate(side.paragraphs):
        if paragraph.heading:
            continue
        for new in _new_words(kind, side, place, random):
            if new != paragraph.words:
                yield Change(kind, place, paragraph.words, new)


def _new_words(kind: str, side: Side, place: int, random: Random) -> Iterator[str]:
    words = side.paragraphs[place].words
    for change in written():
        old, new = change.words[side.language]
        if change.kind == kind and change.text in (EVERY, side.text) and old in words:
            yield words.replace(old, new, 1)
    if kind in _ANYWHERE:
        yield from _ANYWHERE[kind](words, side, random)
    if kind == "untranslated":
        yield from _untranslated(side, place)
    if kind == "country":
        yield from _another_name(side, place, random)


def _number(words: str, side: Side, random: Random) -> Iterator[str]:
    """Another digit in a number that is neither a date nor a symbol."""
    stated = [
        (start, start + len(old))
        for change in written()
        if change.kind in ("date", "symbol") and change.text == side.text
        for old, _ in [change.words[side.language]]
        if (start := words.find(old)) >= 0
    ]
    for match in _DIGITS.finditer(words):
        inside = any(start < match.end() and match.start() < end for start, end in stated)
        if inside or _YEAR.fullmatch(match[0]):
            continue
        at = random.randrange(match.start(), match.end())
        digits = [digit for digit in "123456789" if digit != words[at]]
        yield words[:at] + random.choice(digits) + words[at + 1 :]


def _omission(words: str, side: Side, random: Random) -> Iterator[str]:
    """Without what stands between two commas or full stops, or after the last."""
    if len(words) < (_LONG if side.language != "zh" else _LONG // 2):
        return
    stops = [0, *(match.end() for match in _STOP.finditer(words))]
    for start, end in zip(stops, [*stops[1:], len(words) - 1], strict=True):
        if _LEAST * len(words) <= end - start <= _MOST * len(words):
            left = words[:start].rstrip(" ,،，;；") if end == len(words) - 1 else words[:start]
            yield left + words[end:]


def _doubled_word(words: str, side: Side, random: Random) -> Iterator[str]:
    word = _PARTICLE if side.language == "zh" else _WORD
    for match in word.finditer(words):
        between = "" if side.language == "zh" else " "
        yield words[: match.end()] + between + match[0] + words[match.end() :]


def _pair(words: str, side: Side, random: Random) -> Iterator[str]:
    """Without a closing bracket or quotation mark."""
    for match in _CLOSING.finditer(words):
        yield words[: match.start()] + words[match.end() :]


def _ending(words: str, side: Side, random: Random) -> Iterator[str]:
    if words[-1] in _ENDINGS:
        yield words[:-1] + _ENDINGS[words[-1]]


def _untranslated(side: Side, place: int) -> Iterator[str]:
    """The words of the other version."""
    keys = side.paragraphs[place].pieces[0].keys
    if len(side.paragraphs[place].words) >= _LONG // 2:
        yield from (one.words for one in side.beside if one.pieces[0].keys == keys)


def _another_name(side: Side, place: int, random: Random) -> Iterator[str]:
    """The name of another country, in a list of names."""
    if side.text == "countries" and side.paragraphs[place].number:
        names = [one.words for one in side.paragraphs if one.number]
        yield random.choice(names)


_ANYWHERE: dict[str, Callable[[str, Side, Random], Iterator[str]]] = {
    "number": _number,
    "omission": _omission,
    "doubled-word": _doubled_word,
    "pair": _pair,
    "ending": _ending,
}
KINDS = tuple(dict.fromkeys([*(change.kind for change in written()), *_ANYWHERE, "untranslated"]))
"""All the kinds of disagreement that can be planted, by the names of the findings."""

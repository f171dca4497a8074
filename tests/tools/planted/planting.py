"""What can be changed in one language version of a text so that it disagrees with the others."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from random import Random
from typing import NamedTuple

from tests.tools.planted.changes import EVERY, written
from tests.tools.rows.paragraphs import Paragraph

_LONG = 40
"""The fewest letters of a paragraph that is put in another language, or loses words."""
_NO_HEADING = 150
"""Letters of a paragraph that cannot be read as a heading."""
_LEAST, _MOST = 0.3, 0.6
"""The share of the words that an omission takes."""
_DIGITS = re.compile(r"(?<![\w/])\d+(?![\w/.º-])")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
"""A year alone is a date or a number, as one likes; so it is not changed."""
_STOP = re.compile(r"[.。](?=\s|[^\s\d.])\s*|[,،，;；](?=\s|[^\s\d])\s*")
_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]{3,}(?![\w’'-])")
_PARTICLE = re.compile("的")
_CLOSING = re.compile(r"(?<=\w)[)”»》](?!\d)")
_LIST_MARK = re.compile(r"(?<![^\W_])[^\W_]{1,3}$")
"""What a bracket closes that none has opened: "a)"."""
_FOUR_WORDS = re.compile(r"(?<= )[a-zß-ÿœ’-]{2,}(?: [a-zß-ÿœ’-]+){3}(?= )")
_OTHER_LETTERS = ("zh", "ar", "ru")
_PHRASE = re.compile(r"[^,;،؛，；、.。]+[,;،؛，；、.。]?\s*")
_OPENINGS = {
    "en": ["Requests", "Demands", "Decides", "Condemns", "Encourages", "Invites", "Reaffirms"],
    "fr": ["Prie", "Exige", "Décide", "Condamne", "Encourage", "Invite", "Réaffirme"],
    "es": ["Pide", "Exige", "Decide", "Condena", "Alienta", "Invita", "Reafirma"],
    "ru": ["Просит", "Требует", "Постановляет", "Осуждает", "Поощряет", "Приглашает", "Повторяет"],
    "ar": ["تطلب", "تطالب", "تقرر", "تدين", "تشجع", "تدعو", "تؤكد من جديد"],
    "zh": ["请", "要求", "决定", "谴责", "鼓励", "邀请", "重申"],
}  # fmt: skip
"""The same strengths in each language, by place, of which one takes the place of another."""
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
    if kind == "opening":
        yield from _opening(side, place)
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
        before = words[: match.start()]
        if match[0] == ")" and "(" not in before and _LIST_MARK.search(before):
            continue
        yield words[: match.start()] + words[match.end() :]


def _ending(words: str, side: Side, random: Random) -> Iterator[str]:
    """With another sign, or without one where the paragraph is too long for a heading then."""
    if words[-1] in _ENDINGS:
        yield words[:-1] + _ENDINGS[words[-1]]
        if len(words) > _NO_HEADING:
            yield words[:-1]


def _untranslated(side: Side, place: int) -> Iterator[str]:
    """The words of the other version, a phrase of them in place of one, or four of them if they are
    in other letters."""
    words = side.paragraphs[place].words
    if len(words) < _LONG // 2:
        return
    for one in _counterparts(side, place):
        yield one
        for own, other in product(_phrases(words), _phrases(one)):
            yield words[: own.start()] + other[0] + words[own.end() :]
        some = _FOUR_WORDS.search(one)
        if some and side.language in _OTHER_LETTERS:
            yield f"{words[:-1]} {some[0]}{words[-1]}"


def _counterparts(side: Side, place: int) -> Iterator[str]:
    """The words of the other version that stand beside a paragraph."""
    keys = side.paragraphs[place].pieces[0].keys
    return (one.words for one in side.beside if one.pieces[0].keys == keys)


def _phrases(words: str) -> list[re.Match[str]]:
    """What stands between two signs, if it is long enough to be missed and is not all."""
    found = list(_PHRASE.finditer(words))
    least = _LONG if words.isascii() or " " in words else _LONG // 3
    return [one for one in found if len(found) > 1 and len(one[0]) >= least]


def _opening(side: Side, place: int) -> Iterator[str]:
    """With opening words of another strength, where both versions begin with those of one."""
    words = side.paragraphs[place].words
    there = tuple(_counterparts(side, place))
    for at, word in enumerate(_OPENINGS[side.language]):
        if words.startswith(word) and any(map(_starts_with_one_at(at), there)):
            others = (other for other in _OPENINGS[side.language] if other != word)
            yield from (other + words[len(word) :] for other in others)


def _starts_with_one_at(place: int) -> Callable[[str], bool]:
    starts = tuple(words[place] for words in _OPENINGS.values())
    return lambda words: words.startswith(starts)


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

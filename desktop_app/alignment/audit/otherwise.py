"""What two languages say in different ways and mean alike, beside what anchors make one form of.

Each way needs the other side to say the same surely: a number between the ends of a range only
where this side counts the range out, a time without its minutes only where they are none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from desktop_app.alignment.audit.values import Found, gap
from desktop_app.grammar.anchors import ERA, Anchor, AnchorKind, is_range
from desktop_app.grammar.anchors.addresses import addresses
from desktop_app.grammar.characters import with_ascii_signs
from desktop_app.grammar.languages import Direction, language_of
from desktop_app.grammar.numerals import of_digits

_BESIDE = 14
"""Characters between a decade and its century, and between the ends of a range, at most."""
_LONGEST_RANGE = 50
_CENTURIES = range(10, 30)
_HALF_DAY = 12
_HOURS = 24
_MOST_SHAPES = 20
"""Shapes of symbols looked for in one row: no real paragraph has more unknown to the other."""
_OWN_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[^\W\d])")
_DECADE = re.compile(r"(?:1\d|20)?\d0")
_HYPHENED = r"(?<![\w./-])\d{1,2}-\d{1,2}(?![\w/-]|\.\d)"
"""The number of a target, or of a part of a chapter."""
_YEARLY = re.compile(r"(?:19|20)\d\d/\d{1,3}(?![\w/])", re.ASCII)
"""Numbers of the Economic and Social Council, which may be no symbols: 2004/40."""
_JOINT = r"[\s/-]+"


def without_likes(
    own: Sequence[Found], others: Sequence[Found], text: Mapping[str, str], language: str
) -> list[Found]:
    """The anchors of one side but those that the other, whose texts and language are given, says in
    another way."""
    numbers = {one.anchor.value for one in others if one.anchor.kind is AnchorKind.NUMBER}
    between = _between(own, others, text, language)
    names_islamic = any(one.anchor.value.startswith(ERA) for one in others)
    out: list[Found] = []
    for place, one in enumerate(own):
        value = one.anchor.value
        if value.startswith(ERA) and not names_islamic:
            continue
        if one.anchor.kind is AnchorKind.NUMBER and value not in numbers:
            if value in between or not numbers.isdisjoint(_hours(value)):
                continue
            if _is_century(own, place, numbers):
                continue
        out.append(one)
    return out


def without_addresses(
    own: Sequence[Found], texts: Mapping[str, str], others: Mapping[str, str]
) -> list[Found]:
    """The anchors of one side's texts but those in the addresses of pages that the other side's
    texts do not give: each version may name a page of its own."""
    shapes = {address.shape for text in others.values() for address in addresses(text)}
    inside = {
        (id, place)
        for id, text in texts.items()
        for address in addresses(text)
        if address.shape not in shapes
        for place in range(address.start, address.end)
    }
    return [one for one in own if (one.id, one.anchor.start) not in inside]


def is_own_number(one: Found, text: str, others: Iterable[str]) -> bool:
    """Whether an anchor is the number in several parts that a paragraph begins with ("2.1."), where
    the other side has none: it says where a paragraph stands, as (a) does."""
    found = _OWN_NUMBER.match(text)
    is_there = found is not None and one.anchor.end <= found.end()
    return is_there and not any(map(_OWN_NUMBER.match, others))


def _hours(value: str) -> Iterator[str]:
    """The other ways to say a time: 15:00 is 15.00, 15 and 3; and to say a number, if it is one."""
    hour, colon, minute = value.partition(":")
    if colon:
        yield f"{hour}.{minute}"
        if minute == "00":
            yield hour
            yield str(int(hour) - _HALF_DAY if int(hour) > _HALF_DAY else int(hour) or _HOURS)
        return
    number = of_digits(value)
    if number is not None and number <= _HOURS:
        yield f"{number % (_HOURS)}:00"
        if 0 < number < _HALF_DAY:
            yield f"{number + _HALF_DAY}:00"
    elif re.fullmatch(r"\d{1,2}\.\d\d", value):
        yield value.replace(".", ":")


def _between(
    own: Sequence[Found], others: Sequence[Found], text: Mapping[str, str], language: str
) -> set[str]:
    """The numbers inside of a range of the other side, of which this side names each one."""
    named = {of_digits(one.anchor.value) for one in own}
    found: set[str] = set()
    for first, last in pairwise(others):
        start, end = of_digits(first.anchor.value), of_digits(last.anchor.value)
        if (
            start is None
            or end is None
            or not 1 < end - start <= _LONGEST_RANGE
            or first.id != last.id
            or not named.issuperset(range(start, end + 1))
        ):
            continue
        words = text[first.id][first.anchor.end : last.anchor.start]
        if len(words) <= _BESIDE and is_range(words, language):
            found.update(map(str, range(start + 1, end)))
    return found


def _is_century(own: Sequence[Found], place: int, numbers: set[str]) -> bool:
    """Whether a number is the century of a decade beside it, and the other side names a decade in
    its own way: "the 1990s" for 二十世纪九十年代. Their years are compared as those of decades."""
    if of_digits(own[place].anchor.value) not in _CENTURIES:
        return False
    beside = (own[at] for at in (place - 1, place + 1) if 0 <= at < len(own))
    return any(
        one.id == own[place].id
        and gap(one.anchor, own[place].anchor) <= _BESIDE
        and _DECADE.fullmatch(one.anchor.value)
        for one in beside
    ) and any(map(_DECADE.fullmatch, numbers))


def read_by_shapes(
    own: Sequence[Found], others: Sequence[Found], texts: Mapping[str, str], language: str
) -> list[Found]:
    """The anchors of one side, read again where its texts have the symbols of the other side with
    other signs between their parts: "CD 1356" for CD/1356, "SC/7791 IK/365" for SC/7791-IK/365. A
    language that runs from right to left has 17-18 for 17.18."""
    known = {one.anchor.value for one in own}
    unknown = [one.anchor for one in others if one.anchor.value not in known]
    shapes = dict.fromkeys(
        _shape(anchor.value) for anchor in unknown if anchor.kind is AnchorKind.SYMBOL
    )
    if language_of(language).direction is Direction.RTL and any(map(_is_pointed, unknown)):
        shapes[_HYPHENED] = None
    wanted = [shape for shape in shapes if shape][:_MOST_SHAPES]
    if not wanted:
        return list(own)
    pattern = re.compile("|".join(wanted), re.ASCII)
    out: list[Found] = []
    for id, text in texts.items():
        anchors = [one.anchor for one in own if one.id == id]
        out += [Found(id, anchor) for anchor in _read_again(anchors, text, pattern)]
    return out


def _read_again(anchors: Sequence[Anchor], text: str, pattern: re.Pattern[str]) -> list[Anchor]:
    """The anchors of a text, with what a pattern finds as symbols in place of their parts."""
    starts = [anchor.start for anchor in anchors]
    taken = bytearray(len(text))
    read: list[Anchor] = []
    for found in pattern.finditer(with_ascii_signs(text)):
        start, end = found.span()
        before = bisect_right(starts, start)
        if before and anchors[before - 1].end >= end:
            continue  # it is one anchor already
        taken[start:end] = b"\1" * (end - start)
        if found[0][0].isdigit() and "-" in found[0]:
            read.append(Anchor(AnchorKind.NUMBER, found[0].replace("-", "."), start, end))
        else:
            read.append(Anchor(AnchorKind.SYMBOL, re.sub(_JOINT, "/", found[0]), start, end))
    kept = [anchor for anchor in anchors if taken.find(1, anchor.start, anchor.end) < 0]
    return sorted([*kept, *read], key=lambda anchor: anchor.start)


def _is_pointed(anchor: Anchor) -> bool:
    return anchor.kind is AnchorKind.NUMBER and "." in anchor.value


def _shape(symbol: str) -> str:
    """The pattern of symbols with the same letters, whatever their digits and the signs between;
    "" where letters and digits are too few to be sure."""
    if _YEARLY.search(symbol):
        return rf"(?<![\w/.]){_YEARLY.pattern}"
    parts = re.split(_JOINT, symbol)
    if not re.match("[A-Z]{2}" if len(parts) < 3 else "[A-Z]", symbol):
        return ""
    wanted = (re.sub(r"\d+", r"\\d+", re.escape(part)) for part in parts)
    return rf"(?<![\w/]){_JOINT.replace('+', '{1,2}').join(wanted)}(?![\w/])"


def in_one_form(found: Iterable[Found], others: Iterable[Found]) -> list[Found]:
    """The anchors, symbols with the same signs between their parts where the other side has them
    with others."""
    known = {
        re.sub(_JOINT, "/", one.anchor.value): one.anchor.value
        for one in others
        if one.anchor.kind is AnchorKind.SYMBOL
    }
    return [
        one._replace(
            anchor=one.anchor._replace(
                value=known.get(re.sub(_JOINT, "/", one.anchor.value), one.anchor.value)
            )
        )
        if one.anchor.kind is AnchorKind.SYMBOL
        else one
        for one in found
    ]

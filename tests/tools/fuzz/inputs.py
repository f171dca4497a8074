"""Documents to damage, and how they are damaged."""

from collections.abc import Callable, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from tests.support.growth import CONSTRUCTS
from tests.support.markdown_sources import BEFORE, BREAKS, INLINE, LINES, NUMBERED
from tests.support.paths import FIXTURES

_LONGEST = 40_000
"""Bytes of an input: more only take more time."""
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "big5", "latin-1")


class Input(NamedTuple):
    """The bytes of a file, and of the file of its translation."""

    file: bytes
    translation: bytes


@cache
def seeds() -> tuple[bytes, ...]:
    """The documents of the tests and the bundled ones."""
    files = [BUNDLED, BUNDLED_TRANSLATION, *sorted(FIXTURES.rglob("*.md"))]
    return tuple(file.read_bytes() for file in files)


@cache
def _pieces() -> tuple[bytes, ...]:
    """What is put into documents: constructs of Markdown, and whatever is hard to read."""
    constructs = (*INLINE, *BREAKS, *LINES, *NUMBERED)
    texts = [
        f"\n\n{template.replace('#.', '7.').replace('{}', 'w')}\n\n" for template in constructs
    ]
    texts += INLINE
    texts += [construct.repeated for construct in CONSTRUCTS.values()]
    texts += BEFORE.values()
    texts += ["---\n", "\n\n", "\n", "\r", "\0", "\ufeff", "\u2028", "\u202e", "\ufdd0", "\ud7ff"]
    texts += ["9" * 5_000, "七" * 50, "A/RES/", "(", ")", "[", "]", "<", ">", "&", "|", "`", "\\"]
    texts += ["𠀀", "e\u0301", "ﷺ", "İ", "ß", "\u200d", "\U000e0001", "\uffff", "١", "²", "Ⅻ", "㈠"]
    return (
        *(text.encode() for text in texts),
        b"\xff",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\xfe\xff",
        b"%PDF",
    )


def made(chance: Random) -> Input:
    """An input: two seeds, damaged."""
    file, translation = (damaged(chance.choice(seeds()), chance) for _ in range(2))
    if chance.random() < 0.5:  # versions of one resolution, which can stand beside each other
        file, translation = (damaged(seed, chance) for seed in chance.sample(seeds()[:2], 2))
    return Input(file[:_LONGEST], translation[:_LONGEST])


def damaged(data: bytes, chance: Random) -> bytes:
    for _ in range(int(chance.expovariate(0.25))):
        data = chance.choice(_DAMAGES)(data, chance)[: 2 * _LONGEST]
    return data


def _span(data: bytes, chance: Random) -> tuple[int, int]:
    """A stretch of the data, mostly a short one, often of whole lines."""
    if chance.random() < 0.5:
        ends = [0, *(place + 1 for place, byte in enumerate(data) if byte == 10), len(data)]
        start = chance.randrange(len(ends))
        return ends[start], ends[min(start + 1 + int(chance.expovariate(0.5)), len(ends) - 1)]
    start = chance.randrange(len(data) + 1)
    return start, min(start + int(chance.expovariate(0.05)), len(data))


def _cut(data: bytes, chance: Random) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _repeated(data: bytes, chance: Random) -> bytes:
    start, end = _span(data, chance)
    times = chance.choice([2, 2, 3, 10, 100, 1_000])
    return data[:start] + data[start:end] * times + data[end:]


def _moved(data: bytes, chance: Random) -> bytes:
    start, end = _span(data, chance)
    rest = data[:start] + data[end:]
    place = chance.randrange(len(rest) + 1)
    return rest[:place] + data[start:end] + rest[place:]


def _with_a_piece(data: bytes, chance: Random) -> bytes:
    start, end = _span(data, chance)
    piece = chance.choice(_pieces()) * chance.choice([1, 1, 1, 2, 50])
    return data[:start] + piece + data[chance.choice([start, end]) :]


def _around(data: bytes, chance: Random) -> bytes:
    start, end = _span(data, chance)
    opening, closing = chance.choice(
        [(b"> ", b""), (b"- ", b""), (b"    ", b""), (b"**", b"**"), (b"[", b"](x)"), (b"<b>", b"")]
    )
    lines = (opening + line + closing for line in data[start:end].split(b"\n"))
    return data[:start] + b"\n".join(lines) + data[end:]


def _flipped(data: bytes, chance: Random) -> bytes:
    if not data:
        return data
    out = bytearray(data)
    for _ in range(chance.choice([1, 1, 3, 20])):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _spliced(data: bytes, chance: Random) -> bytes:
    other = chance.choice(seeds())
    start, end = _span(other, chance)
    place = chance.randrange(len(data) + 1)
    return data[:place] + other[start : end if chance.random() < 0.5 else len(other)] + data[place:]


def _cut_off(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _otherwise_encoded(data: bytes, chance: Random) -> bytes:
    return data.decode("utf-8", "replace").encode(chance.choice(_ENCODINGS), "replace")


def _with_other_ends(data: bytes, chance: Random) -> bytes:
    return data.replace(b"\n", chance.choice([b"\r\n", b"\r", b"\n\n", b" "]))


_DAMAGES: Sequence[Callable[[bytes, Random], bytes]] = (
    *(_cut, _repeated, _moved, _around, _spliced) * 3,
    *(_with_a_piece,) * 8,
    *(_flipped,) * 2,
    *(_cut_off, _otherwise_encoded, _with_other_ends),
)
"""The ways to damage a document, frequent ones more than once."""

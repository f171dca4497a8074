"""Documents of Word before 2007 put together by hand: paragraphs with footnotes, and no more
([MS-DOC] and [MS-CFB])."""

import struct
from collections.abc import Sequence
from itertools import accumulate

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_TEXT = 2 * _SECTOR
"""Where the text stands in its stream, behind the description of the file."""
_CALL = "\x02"
_LEAST = 8 * _SECTOR
"""Bytes of a stream; shorter ones would go into a stream of their own."""
_ENCRYPTED = 0x0100


def doc(paragraphs: Sequence[str], notes: Sequence[str] = (), *, encrypted: bool = False) -> bytes:
    """A file with these paragraphs and notes; "¹" in a paragraph calls the next note."""
    main = "".join(f"{words}\r" for words in paragraphs).replace("¹", _CALL)
    below = [f"{_CALL} {words}\r" for words in notes]
    behind = "".join(below) + "\r" if notes else ""
    text = main + behind + ("\r" if notes else "")
    encoded = text.encode("utf-16-le")
    special = [at for at, char in enumerate(text) if char == _CALL]
    looks, pages = _looks(special, len(text), _TEXT + len(encoded))
    calls = [at for at in special if at < len(main)]
    pieces = struct.pack("<2IHIH", 0, len(text), 0, _TEXT, 0)
    tables = {
        33: b"\x02" + struct.pack("<I", len(pieces)) + pieces,
        12: looks,
        2: struct.pack(f"<{len(calls) + 1}I{len(calls)}H", *calls, len(main), *(1 for _ in calls)),
        3: _numbers([0, *accumulate(map(len, below)), len(behind)]),
    }
    table, places = b"", [(0, 0)] * 93
    for number, data in tables.items():
        if number in (33, 12) or notes:
            places[number] = len(table), len(data)
            table += data
    counts = [0] * 22
    counts[3:5] = len(main), len(behind)
    stream = _head(counts, places, encrypted).ljust(_TEXT, b"\0") + encoded
    stream = stream.ljust(_page_of(len(stream)) * _SECTOR, b"\0") + pages
    counts[0] = len(stream)
    stream = _head(counts, places, encrypted).ljust(_TEXT, b"\0") + stream[_TEXT:]
    return _container({"WordDocument": stream, "1Table": table})


def _head(counts: Sequence[int], places: Sequence[tuple[int, int]], encrypted: bool) -> bytes:
    """The description of the file: how long its parts are, and where their tables stand."""
    flags = 0x1200 | (_ENCRYPTED if encrypted else 0)
    base = struct.pack("<HHHHHHHI", 0xA5EC, 0xC1, 0, 0x409, 0, flags, 0xBF, 0).ljust(32, b"\0")
    out = base + struct.pack("<H28xH", 14, 22) + _numbers(counts) + struct.pack("<H", 93)
    return out + b"".join(struct.pack("<II", *place) for place in places)


def _numbers(values: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(values)}I", *values)


def _page_of(offset: int) -> int:
    return -(-offset // _SECTOR)


def _looks(special: Sequence[int], length: int, end: int) -> tuple[bytes, bytes]:
    """The table and the page that say which characters are no letters but marks of notes."""
    edges = sorted({0, length, *special, *(at + 1 for at in special)})
    places = [_TEXT + 2 * at for at in edges]
    page = bytearray(_SECTOR)
    struct.pack_into(f"<{len(places)}I", page, 0, *places)
    marked = struct.pack("<BHB", 3, 0x0855, 1)
    at = _SECTOR - 2 - len(marked)
    at -= at % 2
    page[at : at + len(marked)] = marked
    for number, edge in enumerate(edges[:-1]):
        page[4 * len(places) + number] = at // 2 if edge in special else 0
    page[-1] = len(edges) - 1
    return struct.pack("<3I", _TEXT, end, _page_of(end)), bytes(page)


def _container(streams: dict[str, bytes]) -> bytes:
    """The streams in a compound file."""
    whole = b""
    chains: list[int] = []
    entries = [_entry("Root Entry", 5, child=1)]
    for number, (name, data) in enumerate(streams.items(), 1):
        padded = data.ljust(max(_LEAST, _page_of(len(data)) * _SECTOR), b"\0")
        first, count = len(chains), len(padded) // _SECTOR
        right = number + 1 if number < len(streams) else _FREE
        entries.append(_entry(name, 2, right=right, start=first, size=len(padded)))
        chains += [*range(first + 1, first + count), _END]
        whole += padded
    directory = len(chains)
    chains += [_END, _FAT]
    assert len(chains) <= _SECTOR // 4, "one sector says where everything stands"
    table = _numbers([*chains, *[_FREE] * (_SECTOR // 4 - len(chains))])
    head = struct.pack("<8s16xHHHHH", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6)
    head = head.ljust(44, b"\0")
    head += _numbers([1, directory, 0, _LEAST, _END, 0, _END, 0, directory + 1, *[_FREE] * 108])
    return head + whole + b"".join(entries).ljust(_SECTOR, b"\0") + table


def _entry(
    name: str, kind: int, right: int = _FREE, child: int = _FREE, start: int = _END, size: int = 0
) -> bytes:
    named = f"{name}\0".encode("utf-16-le")
    head = struct.pack("<64sHBBIII", named, len(named), kind, 1, _FREE, right, child)
    return head.ljust(116, b"\0") + struct.pack("<IQ", start, size)

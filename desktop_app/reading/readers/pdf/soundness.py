"""Whether the compressed streams of a PDF are what was written.

PDFium reads on past a wrong bit, with letters missing or others in their place; a compressed stream
carries a checksum, which tells (RFC 1950, 2.2).
"""

import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb">>\s*(?<!end)stream(?:\r\n|\n)")
_COMPRESSED = re.compile(rb"/Filter\s*\[?\s*/(?:FlateDecode|Fl)\b")
_DICTIONARY = 2_048
"""Bytes before a stream among which its dictionary begins."""
_HEAD = 2
"""Bytes before the compressed ones (RFC 1950, 2.2)."""
_PIECE = 1 << 20
_MOST = 200_000_000
"""Bytes that are unpacked to be checked; what is beyond that is not text."""


def is_sound(data: bytes) -> bool:
    """Whether no compressed stream with anything but a picture in it is damaged. Of an encrypted
    file nothing can be told."""
    if b"/Encrypt" in data:
        return True
    left = _MOST
    for start in _starts(data):
        try:
            left -= _unpacked(data, start, left)
        except (zlib.error, EOFError):
            return False
        if left <= 0:
            break
    return True


def _starts(data: bytes) -> Iterator[int]:
    """Where the compressed streams begin that hold no picture."""
    for found in _STREAM.finditer(data):
        before = data[max(found.start() - _DICTIONARY, 0) : found.start()]
        dictionary = before[before.rfind(b" obj") + 1 :]
        if _COMPRESSED.search(dictionary) and b"/Image" not in dictionary:
            yield found.end()


def _unpacked(data: bytes, start: int, most: int) -> int:
    """The length of an unpacked stream. Raises zlib.error for a damaged one, EOFError for one that
    does not end; a program may have left out the checksum behind its end."""
    whole, bare = zlib.decompressobj(), zlib.decompressobj(-zlib.MAX_WBITS)
    found = data.find(b"endstream", start)
    end = found if found >= 0 else len(data)
    length = _run(whole, data, start, end, most)
    if not whole.eof and length < most:
        _run(bare, data, start + _HEAD, end, most)
        if not bare.eof:
            raise EOFError
    return length


def _run(unpack: "zlib._Decompress", data: bytes, start: int, end: int, most: int) -> int:
    """Unpacks what stands between two places, as far as `most` bytes."""
    length = 0
    for place in range(start, end, _PIECE):
        piece = data[place : min(place + _PIECE, end)]
        while piece and length < most:
            length += len(unpack.decompress(piece, _PIECE))
            piece = unpack.unconsumed_tail
    return length

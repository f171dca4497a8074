"""PDF files put together by hand, object by object: what no program would write."""

import zlib
from collections.abc import Sequence

_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"
_PICTURE = (
    b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    b"/Length 1>>stream\n\x80\nendstream"
)
PICTURE = "q 595 0 0 842 0 0 cm /P Do Q"
"""Draws a picture that fills the page."""


def text(lines: Sequence[str], top: int = 780, mode: int = 0, size: int = 10) -> str:
    """What draws lines of ASCII; `mode` 3 is invisible."""
    drawn = [
        f"BT {mode} Tr /F {size} Tf 70 {top - 13 * place} Td ({line}) Tj ET"
        for place, line in enumerate(lines)
    ]
    return "\n".join(drawn).replace("((", "(\\(").replace("))", "\\))")


def pdf(pages: Sequence[str | bytes]) -> bytes:
    """A PDF whose pages are drawn so; bytes are a compressed stream."""
    kids = " ".join(f"{5 + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        _FONT,
        _PICTURE,
    ]
    for place, page in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {6 + 2 * place} 0 R"
            "/Resources<</Font<</F 3 0 R>>/XObject<</P 4 0 R>>>>>>".encode()
        )
        objects.append(_stream(page))
    return _file(objects)


def _stream(page: str | bytes) -> bytes:
    if isinstance(page, str):
        return b"<</Length %d>>stream\n%s\nendstream" % (len(page), page.encode("ascii"))
    return b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(page), page)


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def bomb(megabytes: int) -> bytes:
    """A compressed stream that is so large in the end and holds a long text."""
    packer = zlib.compressobj(9)
    start = packer.compress(b"BT /F 10 Tf ")
    line = b"9 0 Td (ab) Tj\n" * 70_000
    lines = b"".join(packer.compress(line) for _ in range(megabytes))
    return start + lines + packer.compress(b"ET") + packer.flush()

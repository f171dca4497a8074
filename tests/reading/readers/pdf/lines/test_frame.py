"""The boxes of lines are those of the page as a viewer shows it, however it is turned and cut."""

import ctypes
import io

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import RectangleObject

from desktop_app.reading.readers.pdf import opened
from desktop_app.resolution.model import Box
from tests.support.pdf.bare import pdf

_WORDS = "Recalling the lighthouses of the northern coasts"
_TURNS = ("1 0 0 1 90 500", "0 1 -1 0 300 120", "-1 0 0 -1 480 500", "0 -1 1 0 300 600")
"""Text matrices: quarter turns against the clock."""


def _page(turn: int, rotation: int) -> bytes:
    """A page with a line of text turned so, cut, and turned by the viewer with the clock."""
    drawn = f"BT /F 10 Tf {_TURNS[turn]} Tm ({_WORDS}) Tj ET"
    writer = PdfWriter(PdfReader(io.BytesIO(pdf([drawn]))))
    writer.pages[0].cropbox = RectangleObject((20, 40, 560, 700))
    writer.pages[0].rotate(90 * rotation)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _shown_by_pdfium(data: bytes) -> Box:
    """Around the characters, in points from the top left corner, as PDFium itself has them."""
    page = pdfium.PdfDocument(data)[0]
    words = page.get_textpage()
    size = [round(10 * edge) for edge in page.get_size()]
    edges = [ctypes.c_double() for _ in range(4)]
    xs, ys = [], []
    for at in range(words.count_chars()):
        raw.FPDFText_GetCharBox(words.raw, at, *edges)
        left, right, bottom, top = (edge.value for edge in edges)
        for corner in ((left, bottom), (right, top)):
            x, y = ctypes.c_int(), ctypes.c_int()
            raw.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, *corner, x, y)
            xs.append(x.value / 10)
            ys.append(y.value / 10)
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("rotation", range(4))
@pytest.mark.parametrize("turn", range(4))
def test_a_line_is_where_a_viewer_shows_it(turn: int, rotation: int) -> None:
    data = _page(turn, rotation)
    (line,) = opened.read(data, lambda pages: None).printed
    assert line.text == _WORDS
    assert line.box is not None
    shown = _shown_by_pdfium(data)
    for box_edge, edge, inwards in zip(line.box, shown, (1, 1, -1, -1), strict=True):
        assert -0.5 <= inwards * (edge - box_edge) <= 6

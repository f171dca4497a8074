"""PDF, set by Qt and finished by pypdf.

- Every glyph says what Qt laid out: Qt's own table says Kangxi radicals for common ideographs,
  and copied text would be another. What Qt wrote is compared with what was drawn, glyph by
  glyph.
- Each letter of an Arabic ligature has a code of its own, the further ones unseen: of several
  letters behind one code pdfium makes other words than Poppler.
- All words say what they are of, in marked content (`tags.py`): no page tells where a paragraph
  ends, and so exports can be read back whole.
- Pages are laid out twice, first to count them, so that memory does not grow with the document.
- Tried instead of Qt: typst takes 28 s and 1.5 GB for 2,000 rows, reportlab cannot embed the
  fonts that Chinese has on Linux, and WeasyPrint brings no libraries for Windows.
"""

from desktop_app.export.excerpt.options import Arrangement
from desktop_app.export.formats import html
from desktop_app.export.formats.format import Footnotes, Format, late

FORMAT = Format(
    key="pdf",
    name="PDF",
    ending="pdf",
    arrangements=(Arrangement.COLUMNS, Arrangement.INTERLEAVED, Arrangement.SEQUENCE),
    footnotes=Footnotes.AS_CHOSEN,
    render=late("pdf.document", "render"),
    copied=html.copied,
    preview=late("pdf.document", "preview"),
)

"""Word.

- The text is written as XML and handed to python-docx whole: its own calls take minutes for
  thousands of rows, and it knows no footnotes.
- Footnotes have the published marks (`customMarkFollows`). LibreOffice draws the mark at the
  head of a note itself, so ours is an alternative that it passes over.
- A table has 200 rows at most, then another begins: LibreOffice takes minutes for thousands.
"""

from desktop_app.common.messages import Message
from desktop_app.export.excerpt.options import Arrangement
from desktop_app.export.formats import html
from desktop_app.export.formats.format import Footnotes, Format, late

FORMAT = Format(
    key="docx",
    name="Word",
    title=Message("Word document"),
    ending="docx",
    arrangements=(Arrangement.COLUMNS, Arrangement.INTERLEAVED, Arrangement.SEQUENCE),
    alone=(Arrangement.INTERLEAVED, Arrangement.COLUMNS),
    footnotes=Footnotes.AS_CHOSEN,
    render=late("docx.document", "render"),
    copied=html.copied,
    sketch=late("docx.sketch", "sketch"),
)

"""Web pages to blocks: saved pages, wikis, and the HTML of word processors.

Nothing in a page is run or fetched, and what a browser hides is left out.

- `decoding.py`: bytes to text by what the page says of its encoding
- `parsing.py`: text to elements, however deep they stand in each other
- `looks.py`: emphasised, raised and hidden elements, style sheets within the page included
- `notes.py`: which links are marks of footnotes, and where their notes stand
- `lists.py`: the numbers of lists; `paragraph.py`: white space within a paragraph
- `own.py`: pages that this program exported
- `pairs.py`: pages that set two languages side by side
- `document.py`: the whole page
"""

import re
from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.common.progress import Progress, silent
from desktop_app.reading.blocks import Document
from desktop_app.reading.content import Content
from desktop_app.reading.readers.reader import Reader

_BEGINNING = 2_000
"""Bytes in which a page must say that it is one."""
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^<>]{0,200}\?>\s*)?"
    rb"(?:<!--(?:[^-]|-(?!->)){0,1000}-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE,
)


def _recognises(data: bytes) -> bool:
    """Whether the bytes begin as a web page: Markdown can hold any tags but these."""
    beginning = data[:_BEGINNING]
    if beginning[:2] in (b"\xff\xfe", b"\xfe\xff"):
        beginning = beginning.replace(b"\0", b"")
    return _PAGE.match(beginning) is not None


def _read(data: bytes, path: Path, progress: Progress = silent) -> Document:
    from desktop_app.reading.readers.html.document import read  # late: dialogs need no lxml

    return read(data, path)


def _holds(data: bytes, path: Path) -> Content | None:
    from desktop_app.reading.readers.html.pairs import content

    return content(data, path)


READER = Reader(
    name=Message("HTML"),
    endings=("html", "htm", "xhtml"),
    recognises=_recognises,
    read=_read,
    holds=_holds,
)

"""The formats that are recognised and not read yet, so that their files are called by their name.

A reader of one of these formats has its files before the line here.
"""

from desktop_app.common.messages import Message
from desktop_app.reading.readers.reader import Unread

_OLE = b"\xd0\xcf\x11\xe0"
_TEXT_OF_WORD = "WordDocument".encode("utf-16-le")
"""The name of the stream that holds the text of a `.doc` ([MS-DOC] 2.1)."""

UNREAD = (
    Unread(name=Message("an archive"), signature=b"PK\x03\x04"),
    Unread(name=Message("an old Word document"), signature=_OLE, within=_TEXT_OF_WORD),
    Unread(name=Message("an old Office file"), signature=_OLE),
    Unread(name=Message("a picture"), signature=b"\x89PNG"),
    Unread(name=Message("a picture"), signature=b"\xff\xd8\xff"),
    Unread(name=Message("a rich text document"), signature=b"{\\rtf"),
)

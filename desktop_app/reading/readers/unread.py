"""The formats that are recognised and not read yet, so that their files are called by their name.

A reader of one of these formats has its files before the line here.
"""

from desktop_app.common.messages import Message
from desktop_app.reading.readers.reader import Unread

UNREAD = (
    Unread(name=Message("an archive"), signature=b"PK\x03\x04"),
    Unread(name=Message("an old Word document"), signature=b"\xd0\xcf\x11\xe0"),
    Unread(name=Message("a picture"), signature=b"\x89PNG"),
    Unread(name=Message("a picture"), signature=b"\xff\xd8\xff"),
    Unread(name=Message("a rich text document"), signature=b"{\\rtf"),
)

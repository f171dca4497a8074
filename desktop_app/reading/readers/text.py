"""Plain text to blocks. It is read as Markdown: numbered paragraphs, footnotes and emphasis are
written alike in both, and whoever saves Markdown as .txt loses nothing."""

from desktop_app.common.messages import Message
from desktop_app.reading.readers import markdown
from desktop_app.reading.readers.reader import Reader

READER = Reader(
    name=Message("plain text"),
    endings=("txt",),
    recognises=lambda data: True,  # decoding finds out whether it is text
    read=markdown.from_bytes,
    is_text=True,
)

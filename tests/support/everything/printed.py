"""PDF of the documents with everything in them, printed in the layout of the United Nations: by the
press, which sets them as the export does, and by Qt's own text documents."""

from desktop_app.reading.blocks import BlockKind
from desktop_app.reading.readers import markdown
from tests.support.everything.documents import markdown_of
from tests.support.pdf.press import Press
from tests.support.pdf.qt_press import QtPress

SHORT = {"zh": 150}
"""Where a page ends that has no room for a long paragraph or a long note as a whole; 165 in other
languages."""
_TAGS = {"zh": "zh-Hans"}


def by_press(language: str, width: int, bottom: int = 740) -> bytes:
    """The document as the press prints it."""
    blocks = markdown.read(markdown_of(language)).blocks
    head = ("A/RES/81/19", _title(language))
    press = Press(tag=_TAGS.get(language, language), width=width, head=head, bottom=bottom)
    return press.printed(blocks, _body(language))


def by_qt(language: str, width: int, bottom: int = 740) -> bytes:
    """The document as Qt prints it."""
    blocks = markdown.read(markdown_of(language)).blocks
    head = ("A/RES/81/19", _title(language))
    press = QtPress(language=language, width=width, head=head, bottom=bottom)
    return press.printed(blocks, _body(language))


def _title(language: str) -> str:
    blocks = markdown.read(markdown_of(language)).blocks
    return next(block.text for block in blocks if block.text.startswith(("81/19", "٨١/١٩")))[6:]


def _body(language: str) -> int:
    """The place of the enacting words: behind the title."""
    blocks = markdown.read(markdown_of(language)).blocks
    texts = [block for block in blocks if block.kind is not BlockKind.NOTE]
    titles = (at for at, block in enumerate(texts) if block.text.startswith(("81/19", "٨١/١٩")))
    return next(titles) + 1

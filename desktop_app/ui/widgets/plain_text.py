"""What comes from a document or a file name is shown as it is, and never taken for markup: Qt would
open the file that an image names."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QLabel


def plain_label(text: str = "", wrapped: bool = False) -> QLabel:
    """A label that shows every character of its text as it is; `wrapped` over several lines."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrapped)
    return label


def tooltip(text: str) -> str:
    """The text for a tooltip, escaped if Qt would take it for markup."""
    if not RichText.mightBeRichText(text):
        return text
    return f'<p style="white-space: pre-wrap">{escape(text, quote=False)}</p>'

"""The preview of the first page of an export, white as paper in every theme."""

import re

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.export.formats.format import GOES_ON
from desktop_app.export.shared.emphasis import BOLD, UPRIGHT
from desktop_app.ui.widgets.plain_text import plain_label
from desktop_app.ui.widgets.theme import SPACE, Theme

_STYLE = """
body { margin: 0; line-height: 130%; font-size: %1;
  font-family: Georgia, "Noto Serif", "Noto Serif CJK SC", "Songti SC", SimSun, serif; }
.h1 { font-size: %3; font-weight: bold; margin: 0 0 6px 0; }
.h2 { font-size: %1; font-weight: bold; margin: 8px 0 0 0; }
p { margin: 0 0 4px 0; } .about { color: #555; font-size: %2; white-space: pre-wrap; }
table { margin-top: 8px; } td, th { padding: 2px 8px 4px 0; }
th { font-weight: normal; color: #555; font-size: %2; white-space: nowrap; }
.heading td { font-weight: bold; } .notes td { font-size: %2; }
a { color: #1c1b19; text-decoration: none; }
""" + "\n".join(f'td[lang|="{code}"] em, div[lang|="{code}"] em {{ {BOLD}; }}' for code in UPRIGHT)
"""The style in place of that of a web page, with the size of letters (%1), a smaller and a larger
one."""
_SIZES = (1.0, 0.9, 1.3)
_CHARACTERS = 20_000
"""Of a file that are shown."""
_GOES_ON = "…"
_PAPER, _INK = QColor("#ffffff"), QColor("#1c1b19")


class ExportPreview(QWidget):
    """Shows characters, a page of rich text, a picture, or a sentence in their place.

    Signals: `resized` when a picture has to be drawn for another width.
    """

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heading = QLabel(self.tr("Previe&w of the first page"))
        bold = self._heading.font()
        bold.setBold(True)
        self._heading.setFont(bold)
        self._characters = QPlainTextEdit()
        self._characters.setReadOnly(True)
        self._characters.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._page = QTextEdit()
        self._page.setReadOnly(True)
        self._page.document().setDocumentMargin(4 * SPACE)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._around = QScrollArea()
        self._around.setWidgetResizable(True)
        self._around.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._around.setWidget(self._picture)
        self._sentence = plain_label(wrapped=True)
        self._sentence.setMargin(6 * SPACE)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._instead = QScrollArea()
        self._instead.setWidgetResizable(True)
        self._instead.setWidget(self._sentence)
        self._shown = QStackedWidget()
        for widget in (self._characters, self._page, self._around, self._instead):
            self._shown.addWidget(widget)
            widget.setAccessibleName(self.tr("Preview of the first page"))
        for edit in (self._characters, self._page):
            edit.setTabChangesFocus(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._heading)
        layout.addWidget(self._shown, 1)
        self._show(self._page)

    @property
    def pages(self) -> list[QWidget]:
        """The widgets that can have the keyboard; one of them is shown."""
        return [self._characters, self._page, self._around, self._instead]

    def sizeHint(self) -> QSize:
        return QSize(140 * SPACE, 140 * SPACE)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(60 * SPACE, self._heading.sizeHint().width()), 40 * SPACE)

    def apply_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme around the page, which stays white."""
        palette = theme.palette()
        for role, color in (
            (QPalette.ColorRole.Base, _PAPER),
            (QPalette.ColorRole.Text, _INK),
            (QPalette.ColorRole.Highlight, QColor("#9fcbf5")),
            (QPalette.ColorRole.HighlightedText, _INK),
        ):
            palette.setColor(role, color)
        for widget in (self._characters, self._page, self._around):
            widget.setPalette(palette)
        on_paper = QPalette(palette)
        on_paper.setColor(QPalette.ColorRole.Window, _PAPER)
        self._around.viewport().setPalette(on_paper)
        self._picture.setPalette(on_paper)

    # What is shown

    @property
    def text(self) -> str:
        """The words that are shown, "" of a picture."""
        widget = self._shown.currentWidget()
        if isinstance(widget, QPlainTextEdit | QTextEdit):
            return widget.toPlainText()
        return self._sentence.text() if widget is self._instead else ""

    @property
    def picture(self) -> QPixmap | None:
        """The picture that is shown, None if it is something else."""
        return self._picture.pixmap() if self._shown.currentWidget() is self._around else None

    @property
    def width_for_picture(self) -> int:
        """How many pixels wide a picture fits."""
        beside = self._around.verticalScrollBar().sizeHint().width()
        room = self._shown.width() - beside - 2 * self._around.frameWidth()
        return max(round(room * self.devicePixelRatioF()), 1)

    def show_text(self, text: str, goes_on: bool) -> None:
        """Shows the characters of a file, or of its beginning if there is more."""
        if goes_on or len(text) > _CHARACTERS:
            text = f"{text[:_CHARACTERS].rstrip()}\n{_GOES_ON}"
        self._characters.setPlainText(text)
        self._show(self._characters)

    def show_page(self, html: str, goes_on: bool, for_browsers: bool) -> None:
        """Shows a page of rich text; one for browsers gets another style than its own, which is for
        wide pages."""
        if for_browsers:
            style = _STYLE
            for place, size in enumerate(_SIZES, start=1):
                style = style.replace(f"%{place}", f"{self.font().pointSizeF() * size:.1f}pt")
            html = re.sub(r"(?<=<style>).*?(?=</style>)", style, html, count=1, flags=re.DOTALL)
        # Qt gives headings sizes of its own, whatever their style says.
        html = re.sub(r"<(h[12])\b", r'<p class="\1"', html)
        html = re.sub(r"</h[12]>", "</p>", html)
        if goes_on:
            end = GOES_ON if GOES_ON in html else "</body>"
            html = html.replace(end, f"<p>{_GOES_ON}</p>{end}")
        self._page.setHtml(html)
        self._show(self._page)

    def show_picture(self, picture: QImage) -> None:
        """Shows a page that was painted."""
        pixmap = QPixmap.fromImage(picture)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.setPixmap(pixmap)
        self._show(self._around)

    def show_sentence(self, sentence: str) -> None:
        """Shows a sentence in place of the page."""
        self._sentence.setText(sentence)
        self._show(self._instead)

    def _show(self, widget: QWidget) -> None:
        had = self._shown.currentWidget()
        has_focus = had is not None and had.hasFocus()
        self._shown.setCurrentWidget(widget)
        self._heading.setBuddy(widget)
        if has_focus and widget is not had:
            widget.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.picture is not None and event.oldSize().width() != event.size().width():
            self.resized.emit()

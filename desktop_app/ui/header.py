"""The head of the columns: the language of each text, and how far it can be trusted."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.ui.theme import SPACE, Theme

_LINES = 2


class TrustHeader(QHeaderView):
    """Two lines for each language: its name, and where its text comes from. What is too long for
    the column is cut with a sign and whole in the tool tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme: Theme | None = None
        self.text_left: dict[int, int] = {}
        """Where the text of each column starts, from its left edge."""
        self.setSectionsMovable(False)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(12 * SPACE)

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self.font()).height()
        return QSize(super().sizeHint().width(), _LINES * line + 5 * SPACE)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if self.theme is None:
            return
        painter.fillRect(rect, self.theme.window)
        painter.setPen(self.theme.rule)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        text = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal)
        if not isinstance(text, str):
            return
        name, _, trust = text.partition("\n")
        area = rect.adjusted(self.text_left.get(logicalIndex, 0), 2 * SPACE, -2 * SPACE, 0)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        self._line(painter, area, name, strong)
        area.translate(0, QFontMetrics(strong).height() + SPACE // 2)
        painter.setPen(self.theme.muted)
        self._line(painter, area, trust, self.font())

    def _line(self, painter: QPainter, area: QRect, text: str, font: QFont) -> None:
        painter.setFont(font)
        if font.weight() > QFont.Weight.Normal and self.theme:
            painter.setPen(self.theme.text)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)

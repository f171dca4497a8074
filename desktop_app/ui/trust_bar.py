"""The head of the columns: the language of each text, and how far it can be trusted."""

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app.resolution.citation import language_name, trust
from desktop_app.resolution.model import Resolution
from desktop_app.ui.theme import SPACE, Theme

_BEYOND = 2
"""The column of the layout that takes the room right of both texts."""


class TrustBar(QWidget):
    """Over each column, in words that are never cut off, what its text is and where it is from."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[tuple[QLabel, QLabel]] = []
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 2 * SPACE, 0, 2 * SPACE)
        self._layout.setSpacing(0)
        self._layout.setColumnStretch(_BEYOND, 1)
        self.setAutoFillBackground(True)

    def say(self, sides: list[Resolution], theme: Theme) -> None:
        """Shows what has to be said of the texts, in the colours of a theme."""
        while len(self._labels) < len(sides):
            labels = QLabel(), QLabel()
            for line, label in enumerate(labels):
                label.setWordWrap(line > 0)
                self._layout.addWidget(label, line, len(self._labels))
            self._labels.append(labels)
        palette = theme.palette()
        self.setPalette(palette)
        palette.setColor(palette.ColorRole.WindowText, theme.muted)
        for place, (name, origin) in enumerate(self._labels):
            name.setVisible(place < len(sides))
            origin.setVisible(place < len(sides))
            origin.setPalette(palette)
            if place < len(sides):
                name.setText(language_name(sides[place]))
                origin.setText(trust(sides[place]))

    def texts(self) -> list[str]:
        """What is said of each text."""
        return [f"{n.text()}: {o.text()}" for n, o in self._labels if not n.isHidden()]

    def stand_over(self, columns: list[tuple[int, int]]) -> None:
        """Puts the labels over their texts: where each starts, and how wide it may be."""
        end = 0
        for labels, (start, width) in zip(self._labels, columns, strict=False):
            for label in labels:
                label.setFixedWidth(max(width, 0) + start - end)
                label.setContentsMargins(start - end, 0, 2 * SPACE, 0)
            end = start + max(width, 0)

"""The head of the columns: the language of each text, and how far it can be trusted."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.resolution.citation import language_name, trust
from desktop_app.resolution.model import Resolution
from desktop_app.ui.theme import SPACE, Theme


class TrustBar(QWidget):
    """Over each column, in words that are never cut off, what its text is and where it is from."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[QLabel] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 2 * SPACE, 0, 2 * SPACE)
        self._layout.setSpacing(0)
        self.setAutoFillBackground(True)

    def say(self, sides: list[Resolution], theme: Theme) -> None:
        """Shows what has to be said of the texts, in the colours of a theme."""
        while len(self._labels) < len(sides):
            label = QLabel()
            label.setWordWrap(True)
            self._layout.addWidget(label)
            self._labels.append(label)
        for place, label in enumerate(self._labels):
            label.setVisible(place < len(sides))
        self.setPalette(theme.palette())
        muted = theme.muted.name()
        for label, side in zip(self._labels, sides, strict=False):
            name, origin = language_name(side), trust(side)  # words of ours, no text of a file
            label.setText(f"<b>{name}</b><br><span style='color: {muted}'>{origin}</span>")
            label.setAccessibleName(f"{name}: {origin}")

    def texts(self) -> list[str]:
        """What is said of each text."""
        return [label.accessibleName() for label in self._labels if not label.isHidden()]

    def stand_over(self, columns: list[tuple[int, int]]) -> None:
        """Puts each label over its text: where it starts, and how wide it may be."""
        end = 0
        for label, (start, width) in zip(self._labels, columns, strict=False):
            label.setFixedWidth(max(width, 0) + start - end)
            label.setContentsMargins(start - end, 0, 2 * SPACE, 0)
            end = start + max(width, 0)

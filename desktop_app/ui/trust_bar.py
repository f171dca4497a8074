"""The head of the columns: the language of each text, and how far it can be trusted."""

from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.resolution.citation import language_name, trust
from desktop_app.resolution.model import Resolution
from desktop_app.ui.theme import SPACE, Theme

_MARGIN = 2 * SPACE


class TrustBar(QWidget):
    """Over each column, in words that are never cut off, what its text is and where it is from.

    Labels stand where the view says that the texts stand, and so are placed by hand: a layout
    would not let the window become narrower than they are.
    """

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[tuple[QLabel, QLabel]] = []
        self._columns: list[tuple[int, int]] = []
        self.setAutoFillBackground(True)

    def say(self, sides: list[Resolution], theme: Theme) -> None:
        """Shows what has to be said of the texts, in the colours of a theme."""
        while len(self._labels) < len(sides):
            self._labels.append((QLabel(self), QLabel(self)))
            self._labels[-1][1].setWordWrap(True)
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
        self._place()

    def texts(self) -> list[str]:
        """What is said of each text."""
        return [f"{n.text()}: {o.text()}" for n, o in self._labels if not n.isHidden()]

    def lefts(self) -> list[int]:
        """Where what is said of each text starts."""
        return [name.x() for name, _ in self._labels if not name.isHidden()]

    def stand_over(self, columns: list[tuple[int, int]]) -> None:
        """Puts the labels over their texts: where each starts, and how wide it may be."""
        self._columns = columns
        self._place()

    def _place(self) -> None:
        lowest = 0
        for (name, origin), (left, width) in zip(self._labels, self._columns, strict=False):
            width = max(width - _MARGIN, 1)
            name.setGeometry(left, _MARGIN, width, name.sizeHint().height())
            top = _MARGIN + name.height()
            origin.setGeometry(left, top, width, origin.heightForWidth(width))
            lowest = max(lowest, top + origin.height())
        self.setFixedHeight(lowest + _MARGIN)

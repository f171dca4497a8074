"""The notice above the page: one message about an error or something to know."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton

from desktop_app.ui.widgets.plain_text import plain_label
from desktop_app.ui.widgets.theme import SPACE, CurrentTheme


class Notice(QFrame):
    """Hidden until it has a message. The user closes it, or the next document does."""

    def __init__(self, theme: CurrentTheme) -> None:
        super().__init__()
        self._theme = theme
        self._text = plain_label(wrapped=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton()
        self._action.hide()
        self._do: Callable[[], object] | None = None
        self._action.clicked.connect(self._act)
        close = QToolButton()
        close.setText("✕")
        close.setAutoRaise(True)
        close.setAccessibleName(self.tr("Close the notice"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Notice"))
        self.hide()
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _apply_theme(self) -> None:
        palette = self._theme.colors.palette()
        palette.setColor(self.backgroundRole(), self._theme.colors.notice)
        self.setPalette(palette)

    def _act(self) -> None:
        if self._do is not None:
            self._do()

    @property
    def action(self) -> QPushButton:
        """The button for the remedy, hidden if there is none."""
        return self._action

    @property
    def text(self) -> str:
        """The message, "" while the notice is hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_message(
        self, sentence: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Shows a message with a button named `action` that calls `do`; "" hides the notice."""
        self._text.setText(sentence)
        self._do = do
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setVisible(bool(sentence))

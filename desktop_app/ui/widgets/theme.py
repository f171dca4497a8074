"""The colours of the window, from one data file, and its spacing."""

import json
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from desktop_app.common.paths import resource

SPACE = 4
"""Pixels; all distances in the window are multiples of it."""

THEMES = ("light", "dark", "sepia")


class Theme(NamedTuple):
    """The colours of one theme, as in resources/themes.json."""

    name: str
    window: QColor
    paper: QColor
    text: QColor
    muted: QColor
    rule: QColor
    hover: QColor
    selected: QColor
    accent: QColor
    mark: QColor
    gap: QColor
    card: QColor
    notice: QColor
    button: QColor
    hit: QColor
    current_hit: QColor
    finding: QColor
    current_finding: QColor
    finding_mark: QColor
    link: QColor
    selection: QColor

    def highlight(self, kind: str, current: bool) -> QColor:
        """The colour behind highlighted words of a kind: "hit", "finding", "link" or
        "selection"; the last two have no current ones."""
        name = f"current_{kind}" if current else kind
        color: QColor = getattr(self, name if name in self._fields else kind)
        return color

    def palette(self) -> QPalette:
        """The same colours for Qt's own widgets."""
        palette = QPalette(self.button, self.window)
        roles = {
            QPalette.ColorRole.Base: self.paper,
            QPalette.ColorRole.AlternateBase: self.gap,
            QPalette.ColorRole.Text: self.text,
            QPalette.ColorRole.WindowText: self.text,
            QPalette.ColorRole.ButtonText: self.text,
            QPalette.ColorRole.ToolTipBase: self.card,
            QPalette.ColorRole.ToolTipText: self.text,
            QPalette.ColorRole.Highlight: self.selected,
            QPalette.ColorRole.HighlightedText: self.text,
            QPalette.ColorRole.Link: self.accent,
            QPalette.ColorRole.PlaceholderText: self.muted,
            QPalette.ColorRole.Accent: self.accent,
        }
        for role, color in roles.items():
            palette.setColor(role, color)
        disabled = QPalette.ColorGroup.Disabled
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(disabled, role, self.muted)
        palette.setColor(disabled, QPalette.ColorRole.WindowText, self.muted)
        return palette

    def field_palette(self) -> QPalette:
        """The same for fields with an outline, which Qt's style draws darker than the window:
        invisible in a dark window."""
        palette = self.palette()
        if self.window.lightness() < 128:
            palette.setColor(QPalette.ColorRole.Window, self.muted)
        return palette


class CurrentTheme(QObject):
    """The theme of the window: `name` as chosen, "" for the system's; `colors` is the theme itself.

    Signals: `changed`.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.colors = first_theme(name)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def choose(self, name: str) -> None:
        """Chooses a theme, "" for the system's."""
        self.name = name
        self.colors = theme(name)
        self.changed.emit()

    def _follow_system(self) -> None:
        if not self.name:
            self.choose("")


def first_theme(name: str) -> Theme:
    """Like `theme`, for the first window: finds the system's theme from its palette, which needs
    no name of Qt's namespace."""
    return theme(name or ("dark" if _began_dark() else "light"))


@cache
def _began_dark() -> bool:
    """Whether the system's palette is dark; cached before a theme replaces the palette."""
    return QGuiApplication.palette().window().color().lightness() < 128


def theme(name: str) -> Theme:
    """The theme of a name, "" for the system's."""
    if not name:
        from PySide6.QtCore import Qt

        scheme = QGuiApplication.styleHints().colorScheme()
        unknown = scheme is Qt.ColorScheme.Unknown
        dark = _began_dark() if unknown else scheme is Qt.ColorScheme.Dark
        name = "dark" if dark else "light"
    colors = json.loads(resource("themes.json").read_text(encoding="utf-8"))[name]
    return Theme(name, **{key: QColor(value) for key, value in colors.items()})

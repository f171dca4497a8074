"""The menus for how the window looks and what was read before: theme, text, language, recent."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desktop_app.opening.documents import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.settings.preferences import LANGUAGES, THEMES
from desktop_app.ui.window.session import missing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.ui.settings.kept_places import Pair
    from desktop_app.ui.window.main_window import MainWindow

_LANGUAGE_NAMES = {"en": "English", "zh_Hans": "简体中文", "zh_Hant": "繁體中文"}
"""Each in itself, so that whoever reads no other finds it."""


class AppearanceMenus(QObject):
    """Owned by the commands of the window, which put its menus among theirs."""

    def __init__(
        self, window: MainWindow, add: Callable[[str, str, Callable[[], object]], QAction]
    ) -> None:
        super().__init__(window)
        self._window = window
        self.recent = QMenu(self.tr("Open &recent"), window)
        self.recent.aboutToShow.connect(self.fill_recent)
        names = {
            "": self.tr("&System"),
            "light": self.tr("&Light"),
            "dark": self.tr("&Dark"),
            "sepia": self.tr("S&epia"),
        }
        self.theme = self._choices(
            self.tr("&Theme"), [(name, names[name]) for name in THEMES], window.set_theme
        )
        languages = [(name, _LANGUAGE_NAMES.get(name, self.tr("&System"))) for name in LANGUAGES]
        self.language = self._choices(self.tr("Lan&guage"), languages, self.set_language)
        self.fonts = add(self.tr("Te&xt fonts…"), "Ctrl+Shift+T", self.ask_fonts)
        self.justified = add(self.tr("&Justified text"), "Ctrl+Shift+J", self._justify)
        self.justified.setCheckable(True)

    def _choices(
        self, title: str, choices: Sequence[tuple[str, str]], choose: Callable[[str], object]
    ) -> QMenu:
        """A menu of which one entry is marked."""
        menu = QMenu(title, self._window)
        group = QActionGroup(menu)
        for value, name in choices:
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(partial(self._choose, choose, value))
            group.addAction(action)
            menu.addAction(action)
        menu.aboutToShow.connect(self.follow)
        return menu

    def _choose(self, choose: Callable[[str], object], value: str) -> None:
        choose(value)

    def fill(self, view: QMenu) -> None:
        """Puts the menus into the View menu."""
        view.addMenu(self.theme)
        view.addActions([self.fonts, self.justified])
        view.addMenu(self.language)
        view.aboutToShow.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Marks what is set."""
        session = self._window.session
        language = session.preferences.language if session else ""
        for menu, value in ((self.theme, self._window.theme_name), (self.language, language)):
            for action in menu.actions():
                action.setChecked(action.data() == value)
        self.justified.setChecked(self._window.view.typography.justified)

    # Text

    def _justify(self) -> None:
        typography = self._window.view.typography
        self._window.set_typography(typography._replace(justified=not typography.justified))
        self.follow()

    def ask_fonts(self) -> None:
        """Lets the person choose a font for each script."""
        from desktop_app.ui.settings.font_dialog import FontDialog

        dialog = FontDialog(self._window, self._window.view.typography)
        if dialog.exec():
            self._window.set_typography(dialog.typography())

    # Language

    def set_language(self, language: str) -> None:
        """The interface will be in another language, from the next start on."""
        if self._window.session is not None:
            self._window.session.set_language(language)
        self.follow()
        self._window.say(
            self.tr("The language of the window changes when the program starts again.")
        )

    # Recent documents

    def fill_recent(self) -> None:
        """Lists the documents that were opened last, the bundled one at the end."""
        self.recent.clear()
        session = self._window.session
        for number, pair in enumerate(session.preferences.recent if session else (), start=1):
            action = QAction(_called(number, pair), self.recent)
            action.setToolTip("\n".join(filter(None, pair)))
            action.triggered.connect(partial(self.open_recent, pair))
            self.recent.addAction(action)
        if self.recent.actions():
            self.recent.addSeparator()
        bundled = QAction(self.tr("&A/RES/75/58, the bundled resolution"), self.recent)
        bundled.triggered.connect(lambda: self._window.open(BUNDLED, BUNDLED_TRANSLATION))
        self.recent.addAction(bundled)

    def open_recent(self, pair: Pair, checked: bool = False) -> None:
        """Opens a document of the list; where a file of it is gone, says so and takes it off."""
        gone = missing(pair)
        if not gone:
            self._window.open(Path(pair[0]), Path(pair[1]) if pair[1] else None)
            return
        if self._window.session is not None:
            self._window.session.forget(pair)
        said = self.tr("%1 is not there any more, so it was taken off the list.")
        self._window.say(said.replace("%1", gone))


def _called(number: int, pair: Pair) -> str:
    """An entry of the list: "&1  resolution.zh.md + resolution.en.md"."""
    files = " + ".join(Path(path).name for path in pair if path).replace("&", "&&")
    return f"&{number % 10}  {files}"

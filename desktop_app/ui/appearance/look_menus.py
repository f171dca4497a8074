"""The menus for how the window looks: theme, fonts, justified lines, and its language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desktop_app.ui.appearance.font_dialog import FontDialog
from desktop_app.ui.language.languages import INTERFACE
from desktop_app.ui.settings.preferences import THEMES
from desktop_app.ui.widgets.actions import Menu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.common.typography import Typography
    from desktop_app.ui.workspace import Workspace


class LookMenus(QObject):
    """Themes, fonts and the language of the window, in the View menu."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._view = workspace.view
        names = {
            "": self.tr("&System"),
            "light": self.tr("&Light"),
            "dark": self.tr("&Dark"),
            "sepia": self.tr("S&epia"),
        }
        themes = [(name, names[name]) for name in THEMES]
        self.theme = self._choices(self.tr("&Theme"), themes, workspace.theme.choose)
        # Each named in itself, for those who read no other.
        languages = [("", self.tr("&System"))]
        languages += [(language.code, language.name) for language in INTERFACE.values()]
        self.language = self._choices(self.tr("Lan&guage"), languages, self.set_language)
        actions = workspace.actions
        actions.add_menu(Menu.VIEW, 30, self.theme)
        add = partial(actions.add, menu=Menu.VIEW)
        add("fonts", self.tr("Te&xt fonts…"), "Ctrl+Shift+T", self.ask_fonts, number=31)
        self.justified = add(
            "justified", self.tr("&Justified text"), "Ctrl+Shift+J", self._justify, number=32
        )
        self.justified.setCheckable(True)
        actions.add_menu(Menu.VIEW, 33, self.language)
        workspace.theme.changed.connect(self.follow)
        self.follow()

    def _choices(
        self, title: str, choices: Sequence[tuple[str, str]], choose: Callable[[str], object]
    ) -> QMenu:
        """A menu of exclusive choices, pairs of value and name."""
        menu = QMenu(title, self._workspace.window)
        group = QActionGroup(menu)
        for value, name in choices:
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setData(value)
            # `checked` comes with the signal and is not needed.
            action.triggered.connect(lambda checked, value=value: choose(value))
            group.addAction(action)
            menu.addAction(action)
        menu.aboutToShow.connect(self.follow)
        return menu

    def follow(self) -> None:
        """Checks the current choices."""
        chosen = (
            (self.theme, self._workspace.theme.name),
            (self.language, self._workspace.session.preferences.language),
        )
        for menu, value in chosen:
            for action in menu.actions():
                action.setChecked(action.data() == value)
        self.justified.setChecked(self._view.look.typography.justified)

    def set_typography(self, typography: Typography) -> None:
        """Sets the fonts and the alignment of the text; the clause in view stays."""
        if typography != self._view.look.typography:
            self._view.restyle(self._view.look._replace(typography=typography))

    def _justify(self) -> None:
        typography = self._view.look.typography
        self.set_typography(typography._replace(justified=not typography.justified))
        self.follow()

    def ask_fonts(self) -> None:
        """Opens the dialog for fonts."""
        dialog = FontDialog(self._workspace.window, self._view.look.typography)
        if dialog.exec():
            self.set_typography(dialog.typography())

    def set_language(self, language: str) -> None:
        """Sets the language of the interface, used from the next start on."""
        self._workspace.session.change(language=language)
        self.follow()
        self._workspace.show_notice(
            self.tr("The language of the window changes when the program starts again.")
        )

"""The choice of the Chinese script: a control in the tool row, and a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QSizePolicy

from desktop_app.resolution.variants import VARIANTS
from desktop_app.ui.language.phrases import phrase
from desktop_app.ui.widgets.actions import Menu
from desktop_app.ui.widgets.theme import SPACE

if TYPE_CHECKING:
    from desktop_app.ui.workspace import Workspace

_NAME = 20
"""The preferred width of the control in characters."""


class Scripts(QObject):
    """Offers the scripts that fit the document."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._document = workspace.document
        self._menu = QMenu(self.tr("&Chinese script"), workspace.window)
        self.control = self._make_control()
        workspace.actions.add_menu(Menu.VIEW, 10, self._menu)
        workspace.actions.add_widget(20, self.control)
        self._document.shown.connect(self._offer)
        self._document.rows_changed.connect(self._offer)  # a third version may have come
        self._document.script_changed.connect(self._follow)
        self._offer()

    def _make_control(self) -> QComboBox:
        control = QComboBox()
        control.setAccessibleName(self.tr("Chinese script"))
        control.setToolTip(self.tr("Chinese script"))
        # AdjustToContents would make it wider than the tool row allows.
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        control.setSizeAdjustPolicy(policy)
        control.setMinimumContentsLength(_NAME)
        control.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        control.setMaximumWidth(56 * SPACE)
        control.setMinimumWidth(30 * SPACE)  # cuts names off in a narrow window
        control.activated.connect(lambda index: self._choose(str(control.itemData(index))))
        return control

    def _offer(self) -> None:
        """Offers the scripts of another document."""
        self.control.clear()
        self._menu.clear()
        scripts = self._document.scripts()
        for configuration in ("", *scripts):
            name = phrase(VARIANTS[configuration].name if configuration else "As published")
            self.control.addItem(name, configuration)
            entry = QAction(name, self._menu)
            entry.setData(configuration)
            entry.setCheckable(True)
            entry.triggered.connect(lambda checked, script=configuration: self._choose(script))
            self._menu.addAction(entry)
        self.control.setEnabled(bool(scripts))
        self._menu.setEnabled(bool(scripts))
        self._follow()

    def _choose(self, configuration: str) -> None:
        self._document.set_script(configuration)
        self._follow()  # also after a failure

    def _follow(self) -> None:
        """Checks the script shown."""
        configuration = self._document.configuration
        self.control.setCurrentIndex(self.control.findData(configuration))
        for entry in self._menu.actions():
            entry.setChecked(entry.data() == configuration)

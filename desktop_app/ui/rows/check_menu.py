"""The menu of checks: what a person wants to be told of, kept in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from desktop_app.alignment.audit.registry import CHECKS, switched, switches
from desktop_app.common.messages import Message
from desktop_app.resolution.bitext import Severity
from desktop_app.ui.language.phrases import phrase, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from desktop_app.alignment.audit.check import Check
    from desktop_app.common.messages import Translate
    from desktop_app.ui.settings.session import Session

_SEVERITIES = {
    Severity.ERROR: ("≠", Message("Error")),
    Severity.DOUBT: ("?", Message("Doubt")),
    Severity.STYLE: ("~", Message("Style")),
}


class CheckMenu(QToolButton):
    """A button with a line for each check, in groups by severity.

    Signals: `changed` when a check was switched on or off.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setText(self.tr("Checks"))
        self.setToolTip(self.tr("Choose what to check"))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)
        self._actions: dict[str, QAction] = {}

    @property
    def checks(self) -> Sequence[Check]:
        """The checks that are on."""
        return switched(self._session.preferences.checks)

    def fill(self) -> None:
        """Makes the lines of the menu, once, and ticks those of the checks that are on."""
        menu = self.menu()
        for severity in Severity if not self._actions else ():
            of_this = [check for check in CHECKS if check.severity is severity]
            if of_this:
                menu.addSection(severity_name(severity, phrase))
            for check in of_this:
                action = menu.addAction(translated(check.title))
                action.setCheckable(True)
                action.triggered.connect(self._keep)
                self._actions[check.name] = action
        on = {check.name for check in self.checks}
        for name, action in self._actions.items():
            action.setChecked(name in on)

    def action(self, name: str) -> QAction:
        """The line of a check, by its name."""
        self.fill()
        return self._actions[name]

    def _keep(self) -> None:
        ticked = [check for check in CHECKS if self._actions[check.name].isChecked()]
        self._session.change(checks=switches(ticked))
        self.changed.emit()


def severity_name(severity: Severity, translate: Translate = str) -> str:
    """What a severity is called in a list: a sign and a word, for a colour does not tell all."""
    sign, name = _SEVERITIES[severity]
    return f"{sign} {name.text(translate)}"

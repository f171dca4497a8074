"""The command that writes clauses out: opens the dialog and keeps what was chosen."""

from PySide6.QtCore import QObject

from desktop_app.ui.export.dialog import ExportDialog
from desktop_app.ui.export.scope import offer
from desktop_app.ui.settings.preferences import ExportChoice
from desktop_app.ui.widgets.actions import Menu
from desktop_app.ui.workspace import Workspace


class Exporting(QObject):
    """Export in the File menu and the tool row; the button tells how many rows are ticked."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._document = document = workspace.document
        self._action = workspace.actions.add(
            "export", self.tr("&Export…"), "Ctrl+E", self.ask, menu=Menu.FILE, number=20
        )
        workspace.actions.add_tool(92, self._action, self.tr("Export…"), "export")
        document.shown.connect(self._allow)
        document.ticks_changed.connect(self._follow_ticks)
        self._allow()
        self._follow_ticks(len(document.model.ticked_rows()))

    def _allow(self) -> None:
        self._action.setEnabled(self._document.is_open)

    def _follow_ticks(self, count: int) -> None:
        ticked = self.tr("Export %1 ticked…").replace("%1", str(count))
        self._action.setIconText(ticked if count else self.tr("Export…"))
        self._action.setToolTip(f"{self._action.iconText()} (Ctrl+E)")

    def dialog(self, choice: ExportChoice | None = None) -> ExportDialog:
        """The dialog for what is shown, with what was chosen last, or with another choice."""
        workspace, document = self._workspace, self._document
        dialog = ExportDialog(
            parent=workspace.window,
            offer=offer(workspace.view, document.model),
            choice=choice or workspace.session.preferences.export,
            scripts=document.scripts(),
            configuration=document.configuration,
            theme=workspace.theme.colors,
            files=document.pair or (),
        )
        workspace.theme.changed.connect(lambda: dialog.apply_theme(workspace.theme.colors))
        return dialog

    def ask(self) -> None:
        """Asks what is to be written and how, and writes it."""
        if not self._document.is_open:
            return
        dialog = self.dialog()
        dialog.exec()
        self._workspace.session.change(export=dialog.choice)
        if dialog.written is not None:
            self._workspace.status.emit(self.tr("Written to %1").replace("%1", str(dialog.written)))
        dialog.deleteLater()

"""What a person can do in the main window: its actions, its menus and its tool row."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QMenu,
    QSizePolicy,
)

from desktop_app.grammar.languages import name_of
from desktop_app.resolution.variants import VARIANTS
from desktop_app.ui.language.phrases import phrase, translated
from desktop_app.ui.page.layouts import Layout
from desktop_app.ui.settings.appearance import AppearanceMenus
from desktop_app.ui.widgets.sign_buttons import name_buttons
from desktop_app.ui.widgets.theme import SPACE
from desktop_app.ui.window.tool_row import ToolRow

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from desktop_app.ui.rows.auditing import Auditing
    from desktop_app.ui.rows.correcting import Correcting
    from desktop_app.ui.window.main_window import MainWindow

_ZOOM_STEP = 10
_SCRIPT = 20
"""Characters of the name of a script that there is room for, if there is any."""
_SECONDS = 8
"""How long it is said what was done."""


class Commands(QObject):
    """Made by the window once its first page is shown, and owned by it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.all: list[QAction] = []
        view = window.view
        add = self._action
        self.open = add(self.tr("&Open…"), "Ctrl+O", self.ask_file)
        self.translation = add(self.tr("Open &translation…"), "Ctrl+T", self.ask_translation)
        self.export = add(self.tr("&Export…"), "Ctrl+E", window.ask_export)
        self.quit = add(self.tr("&Quit"), "Ctrl+Q", window.close)
        self.tick = add(self.tr("&Tick or untick selected"), "Ctrl+Return", window.tick_selected)
        self.tick_all = add(self.tr("Tick &all"), "Ctrl+Shift+A", lambda: window.tick_all(True))
        self.untick_all = add(
            self.tr("&Untick all"), "Ctrl+Shift+U", lambda: window.tick_all(False)
        )
        self.copy = add(self.tr("&Copy"), "Ctrl+C", lambda: self._copy())
        self.copy_cited = add(
            self.tr("Copy with c&itation"), "Ctrl+Shift+C", lambda: self._copy(cited=True)
        )
        self.copy_both = add(self.tr("Copy &both languages"), "Ctrl+B", self._copy_both)
        self.select_all = add(
            self.tr("Select all te&xt"), "Ctrl+A", lambda: view.selecting.take_everything()
        )
        self.select_other = add(
            self.tr("Select the c&ounterpart"), "F6", lambda: view.selecting.take_counterpart()
        )
        self.find = add(self.tr("&Find…"), "Ctrl+F", window.ask_find)
        self.find_next = add(self.tr("Find &next"), "F3 Ctrl+G", lambda: window.find_next(1))
        self.find_previous = add(
            self.tr("Find &previous"), "Shift+F3 Ctrl+Shift+G", lambda: window.find_next(-1)
        )
        self.go = add(self.tr("&Go to clause…"), "Ctrl+L", window.ask_place)
        self.contents = add(self.tr("C&ontents"), "F9", window.toggle_contents)
        # Where plus needs Shift, Ctrl and = is what is pressed for it.
        self.findings = add(self.tr("F&indings"), "Ctrl+F8", lambda: self._audit().toggle())
        self.next_finding = add(self.tr("Next fin&ding"), "F8", lambda: self._audit().step(1))
        self.previous_finding = add(
            self.tr("Pre&vious finding"), "Shift+F8", lambda: self._audit().step(-1)
        )
        self.undo = add(self.tr("&Undo"), "Ctrl+Z", lambda: self._correct().undo())
        self.redo = add(self.tr("&Redo"), "Ctrl+Shift+Z Ctrl+Y", lambda: self._correct().redo())
        self.corrections = {
            name: add(text, keys, partial(self._correct_by, name))
            for name, text, keys in (
                ("merge", self.tr("&Merge with the next row"), "Ctrl+M"),
                ("split", self.tr("&Split the row"), "Ctrl+Shift+M"),
                ("source up", self.tr("Move up"), "Alt+Up"),
                ("source down", self.tr("Move down"), "Alt+Down"),
                ("target up", self.tr("Move up"), "Alt+Shift+Up"),
                ("target down", self.tr("Move down"), "Alt+Shift+Down"),
                ("unpair", self.tr("&No counterpart"), "Ctrl+Shift+N"),
                ("restore", self.tr("&Back to the automatic row"), "Ctrl+Shift+R"),
            )
        }
        self.larger = add(
            self.tr("&Larger"), "Ctrl++ Ctrl+=", lambda: self.zoom(view.zoom + _ZOOM_STEP)
        )
        self.smaller = add(self.tr("&Smaller"), "Ctrl+-", lambda: self.zoom(view.zoom - _ZOOM_STEP))
        self.normal = add(self.tr("&Normal size"), "Ctrl+0", lambda: self.zoom(100))
        self.fold = add(self.tr("&Fold all"), "Ctrl+Shift+Up", view.collapseAll)
        self.unfold = add(self.tr("&Unfold all"), "Ctrl+Shift+Down", view.expandAll)
        self.notes = add(self.tr("Foot&notes of the clause"), "Ctrl+J", view.open_notes_of_current)
        self._message = QLabel()
        self._message_ends = QTimer(self)
        self._message_ends.setSingleShot(True)
        self._message_ends.timeout.connect(self._message.clear)
        self.layouts: dict[Layout, QAction] = {}
        self.appearance = AppearanceMenus(window, add)
        view.zoom_wanted.connect(lambda by: self.zoom(view.zoom + by))
        self._make_menus()
        self.script = QComboBox()
        self.script.setAccessibleName(self.tr("Chinese script"))
        self.script.setToolTip(self.tr("Chinese script"))
        # The policy that adjusts to the contents makes it wider than the row has room for.
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.script.setSizeAdjustPolicy(policy)
        self.script.setMinimumContentsLength(_SCRIPT)
        self.script.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.script.setMaximumWidth(56 * SPACE)
        self.script.setMinimumWidth(30 * SPACE)  # narrower than its words, in a narrow window
        self.script.activated.connect(
            lambda place: window.set_script(str(self.script.itemData(place)))
        )
        self.tool_row = self._make_tool_row()
        name_buttons(self.tool_row)
        window.document_shown.connect(self._follow_document)
        window.script_shown.connect(self._follow_script)
        window.document_shown.connect(self._follow_layout)
        window.layout_shown.connect(self._follow_layout)
        self._follow_layout()
        window.ticks_changed.connect(self._follow_ticks)
        view.menu_wanted.connect(self._show_row_menu)
        self._correct().changed.connect(self._follow_corrections)
        self._audit().changed.connect(self._follow_findings)
        self._follow_corrections()
        self._follow_findings()
        self._follow_document()
        model = view.bitext_model()
        self._follow_ticks(len(model.ticked_rows()) if model else 0)

    def _action(self, text: str, keys: str, slot: Callable[[], object]) -> QAction:
        """An action of the window; `keys` has its shortcuts, a space between them."""
        action = QAction(text, self._window)
        action.setShortcuts([QKeySequence(key) for key in keys.split()])
        action.triggered.connect(lambda: slot())
        self.all.append(action)
        return action

    def _make_menus(self) -> None:
        bar = self._window.menuBar()
        file = bar.addMenu(self.tr("&File"))
        file.addActions([self.open, self.translation])
        file.addMenu(self.appearance.recent)
        file.addSeparator()
        file.addAction(self.export)
        file.addSeparator()
        file.addAction(self.quit)
        edit = bar.addMenu(self.tr("&Edit"))
        edit.addActions([self.undo, self.redo])
        edit.addSeparator()
        edit.addActions([self.copy, self.copy_cited, self.copy_both])
        edit.addActions([self.select_all, self.select_other])
        edit.addSeparator()
        edit.addActions([self.find, self.find_next, self.find_previous, self.go])
        edit.addSeparator()
        edit.addActions([self.tick, self.tick_all, self.untick_all])
        rows = bar.addMenu(self.tr("&Rows"))
        self._fill_row_menu(rows, 0)
        view = bar.addMenu(self.tr("&View"))
        self._script_menu = view.addMenu(self.tr("&Chinese script"))
        view.addMenu(self._make_layout_menu())
        view.addSeparator()
        view.addActions([self.larger, self.smaller, self.normal])
        view.addSeparator()
        self.appearance.fill(view)
        view.addSeparator()
        view.addActions([self.contents, self.fold, self.unfold, self.notes])
        view.addSeparator()
        view.addActions([self.findings, self.next_finding, self.previous_finding])

    def _make_tool_row(self) -> ToolRow:
        row = ToolRow()
        layout = row.tools
        for action, picture, words in (
            (self.open, "open", self.tr("Open")),
            (self.translation, "translation", self.tr("Open translation")),
        ):
            action.setIconText(words)
            action.setToolTip(f"{words} ({action.shortcut().toString()})")
            row.add(action, picture)
        layout.addSpacing(3 * SPACE)
        layout.addWidget(self.script)
        layout.addSpacing(3 * SPACE)
        self.smaller.setIconText("A−")
        self.larger.setIconText("A+")
        for action in (self.smaller, self.larger):
            row.add(action)
        layout.addStretch(1)
        layout.addWidget(self._message)
        layout.addSpacing(SPACE)
        self._findings_button = row.add(self.findings)
        row.add(self.export, "export")
        self._window.theme_changed.connect(lambda: row.apply_theme(self._window.theme))
        row.apply_theme(self._window.theme)
        return row

    def _make_layout_menu(self) -> QMenu:
        """How the two texts stand to each other, one choice of four."""
        menu = QMenu(self.tr("&Layout"), self._window)
        names = {
            Layout.BOTH: self.tr("&Side by side"),
            Layout.FIRST: self.tr("&First text only"),
            Layout.SECOND: self.tr("S&econd text only"),
            Layout.INTERLEAVED: self.tr("&One below the other"),
        }
        for place, (layout, name) in enumerate(names.items(), 1):
            action = self._action(name, f"Alt+{place}", partial(self._window.set_layout, layout))
            action.setCheckable(True)
            self.layouts[layout] = action
            menu.addAction(action)
        return menu

    def _follow_layout(self) -> None:
        """Marks the layout that is shown; a text alone has but one."""
        bitext = self._window.published
        for layout, action in self.layouts.items():
            action.setChecked(layout is self._window.view.text_layout)
            action.setEnabled(bitext is not None and bitext.target is not None)

    def _follow_document(self) -> None:
        """Fills the script control with what makes sense for the document that is shown."""
        self.export.setEnabled(self._window.published is not None)
        self.script.clear()
        self._script_menu.clear()
        scripts = self._window.scripts()
        for configuration in ("", *scripts):
            name = phrase(VARIANTS[configuration].name if configuration else "As published")
            self.script.addItem(name, configuration)
            entry = QAction(name, self._script_menu)
            entry.setData(configuration)
            entry.setCheckable(True)
            entry.triggered.connect(
                lambda checked, script=configuration: self._window.set_script(script)
            )
            self._script_menu.addAction(entry)
        published = self._window.published
        sides = [side for side in (published.source, published.target) if side] if published else []
        self._allow_corrections()
        self.copy_both.setEnabled(len(sides) > 1)
        self.select_other.setEnabled(len(sides) > 1)
        for key, side in zip(("source", "target"), sides, strict=False):
            name = phrase(name_of(side.language, "text"))
            for way, text in (("up", self.tr("Move %1 up")), ("down", self.tr("Move %1 down"))):
                self.corrections[f"{key} {way}"].setText(text.replace("%1", name))
        self.script.setEnabled(bool(scripts))
        self._script_menu.setEnabled(bool(scripts))
        self._follow_script()

    def _allow_corrections(self) -> None:
        published = self._window.published
        for action in self.corrections.values():
            action.setEnabled(published is not None and published.target is not None)

    def _allow_possible_corrections(self) -> None:
        possible = self._correct().possible()
        for name, action in self.corrections.items():
            action.setEnabled(name in possible)

    def _follow_script(self) -> None:
        """Marks the script that is shown."""
        shown = self._window.configuration
        self.script.setCurrentIndex(self.script.findData(shown))
        for entry in self._script_menu.actions():
            entry.setChecked(entry.data() == shown)

    def _correct(self) -> Correcting:
        assert self._window.correcting is not None, "made before the commands"
        return self._window.correcting

    def _correct_by(self, name: str) -> None:
        self._correct().correct(name)

    def _audit(self) -> Auditing:
        assert self._window.auditing is not None, "made before the commands"
        return self._window.auditing

    def _fill_row_menu(self, menu: QMenu, column: int) -> None:
        """What can be done to a row; over a text only that text is offered to be moved. What cannot
        be done to the current row is greyed while the menu is open; its keys say why."""
        menu.aboutToShow.connect(self._allow_possible_corrections)
        menu.aboutToHide.connect(self._allow_corrections)
        actions = self.corrections
        menu.addActions([actions["merge"], actions["split"]])
        menu.addSeparator()
        for side, of in (("source", 1), ("target", 2)):
            if column in (0, of):
                menu.addActions([actions[f"{side} up"], actions[f"{side} down"]])
        menu.addSeparator()
        menu.addActions([actions["unpair"], actions["restore"]])

    def row_menu(self, column: int) -> QMenu:
        """The context menu of the current row, over a column."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.copy, self.copy_cited, self.copy_both])
        menu.addSeparator()
        self._fill_row_menu(menu, column)
        menu.addSeparator()
        menu.addActions([self.undo, self.redo])
        return menu

    def _show_row_menu(self, place: QPoint, column: int) -> None:
        self.row_menu(column).popup(place)

    def _follow_corrections(self) -> None:
        """Says what would be undone and done again."""
        history = self._correct().history
        for action, text, step in (
            (self.undo, self.tr("&Undo"), history.last),
            (self.redo, self.tr("&Redo"), history.next),
        ):
            action.setText(f"{text} {step.name}" if step else text)
            action.setEnabled(step is not None)

    def _follow_findings(self) -> None:
        """The button says it with the sign that the rows bear, so that it fits a narrow window."""
        audit = self._audit()
        said = audit.summary
        self.findings.setIconText(f"≠ {len(audit.findings)}" if said else "≠")
        self.findings.setToolTip(f"{said} (Ctrl+F8)" if said else self.tr("Findings"))
        self._findings_button.setAccessibleName(said or self.tr("Findings"))

    def _follow_ticks(self, count: int) -> None:
        self.export.setIconText(
            self.tr("Export %1 ticked…").replace("%1", str(count)) if count else self.tr("Export…")
        )
        self.export.setToolTip(f"{self.export.iconText()} (Ctrl+E)")

    def tell(self, message: str) -> None:
        """Says for some seconds what was done."""
        self._message.setText(message)
        self._message_ends.start(_SECONDS * 1000)

    def _copy(self, cited: bool = False) -> None:
        from desktop_app.ui.selection.copying import copy

        self.tell(copy(self._window.view, cited))

    def _copy_both(self) -> None:
        from desktop_app.ui.selection.copying import copy_both

        self.tell(copy_both(self._window.view))

    def zoom(self, percent: int) -> None:
        """Sets the size of the text and says it."""
        self._window.set_zoom(percent)
        self.tell(f"{self._window.view.zoom} %")

    def _kinds(self) -> str:
        from desktop_app.reading.readers.registry import dialog_filter

        return translated(dialog_filter())

    def ask_file(self) -> None:
        """Lets the person choose a document."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a resolution"), "", self._kinds()
        )
        if path:
            self._window.open(Path(path))

    def ask_translation(self) -> None:
        """Lets the person choose a translation of the document."""
        path, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a translation"), "", self._kinds()
        )
        if path:
            self._window.open_translation(Path(path))

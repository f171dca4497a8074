"""Corrects the current row: applies a command, shows the corrected rows and keeps them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.alignment.corrections import operations as corrections
from desktop_app.alignment.corrections.history import History, Step
from desktop_app.alignment.corrections.joining import join_fitting
from desktop_app.alignment.corrections.operations import DOWN, UP, CorrectionError
from desktop_app.alignment.corrections.tree import SOURCE, TARGET, Rows
from desktop_app.common.messages import Message
from desktop_app.library.corrections import CorrectionStore
from desktop_app.library.results import Saved, StoreError
from desktop_app.resolution.labels import label
from desktop_app.ui.language.phrases import translated

if TYPE_CHECKING:
    from desktop_app.resolution.bitext import Bitext, Row
    from desktop_app.ui.workspace import Workspace


class Correction(StrEnum):
    """What can be done to a row. `value` is the name of its action."""

    MERGE = "merge"
    SPLIT = "split"
    UNPAIR = "unpair"
    SOURCE_UP = "source up"
    SOURCE_DOWN = "source down"
    TARGET_UP = "target up"
    TARGET_DOWN = "target down"
    RESTORE = "restore"


def _moving(side: int, by: int) -> Callable[[Bitext, int, Rows], Rows]:
    return lambda bitext, row, automatic: corrections.move(bitext, row, side, by, automatic)


_CORRECT: dict[Correction, Callable[[Bitext, int, Rows], Rows]] = {
    Correction.MERGE: corrections.merge,
    Correction.SPLIT: corrections.split,
    Correction.UNPAIR: corrections.unpair,
    Correction.SOURCE_UP: _moving(SOURCE, UP),
    Correction.SOURCE_DOWN: _moving(SOURCE, DOWN),
    Correction.TARGET_UP: _moving(TARGET, UP),
    Correction.TARGET_DOWN: _moving(TARGET, DOWN),
    Correction.RESTORE: corrections.restore,
}
_RETRY = 3000
"""Milliseconds before a busy database is tried again."""


class Correcting(QObject):
    """Corrects rows, keeps them, and restores those kept before.

    Signals: `changed` when the steps to undo or redo have changed.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._document = document = workspace.document
        self._view = workspace.view
        file = workspace.corrections
        self._store = CorrectionStore(file) if file else None
        self._step_names = {
            Correction.MERGE: self.tr("merging %1 with the next"),
            Correction.SPLIT: self.tr("splitting %1"),
            Correction.UNPAIR: self.tr("setting %1 as having no counterpart"),
            Correction.SOURCE_UP: self.tr("moving %1 up"),
            Correction.SOURCE_DOWN: self.tr("moving %1 down"),
            Correction.TARGET_UP: self.tr("moving %1 up"),
            Correction.TARGET_DOWN: self.tr("moving %1 down"),
            Correction.RESTORE: self.tr("taking %1 back to the automatic row"),
        }
        self.history = History()
        self._notice = ""
        """The notice that the next correction hides."""
        self._retry = QTimer(self, interval=_RETRY, singleShot=True)
        self._retry.timeout.connect(self._keep_again)
        document.shown.connect(self._start_again)
        document.kept_rows = self.kept
        kept = self.kept(document.published)  # a document is shown already
        if kept is not None:
            document.show_rows(kept)

    def kept(self, bitext: Bitext) -> Rows | None:
        """The corrected rows kept for a bitext, None if there are none. If they cannot be read,
        shows why, and tries again while another window uses the database."""
        self._retry.stop()
        if self._store is None or bitext.target is None:
            return None
        try:
            return self._store.find(bitext)
        except StoreError as error:
            self._show_notice(translated(error.message))
            if error.is_busy:
                self._retry.start()
            return None

    def possible(self) -> frozenset[Correction]:
        """The corrections that the current row allows."""
        bitext, row = self._document.model.bitext, self._view.current_node.row
        if bitext.target is None or row is None or row not in bitext.rows:
            return frozenset()
        number = bitext.rows.index(row)
        names = corrections.possible(bitext, number, self._document.published.rows)
        return frozenset(map(Correction, names))

    def correct(self, correction: Correction) -> None:
        """Corrects the current row, or shows why that is not possible."""
        bitext, row = self._document.model.bitext, self._view.current_node.row
        try:
            if row is None or row not in bitext.rows:
                raise CorrectionError(
                    Message("Choose a row with clauses or a footnote; others are not corrected.")
                )
            number = bitext.rows.index(row)
            rows = _CORRECT[correction](bitext, number, self._document.published.rows)
        except CorrectionError as error:
            self._show_notice(translated(error.message))
            return
        step_name = self._step_names[correction].replace("%1", _row_name(row, correction))
        self.history.add(Step(name=step_name, before=bitext.rows, after=rows))
        self._show_rows(rows)

    def undo(self) -> None:
        """Undoes the last correction."""
        step = self.history.undo()
        if step is not None:
            self._show_rows(step.before)

    def redo(self) -> None:
        """Redoes the correction undone last."""
        step = self.history.redo()
        if step is not None:
            self._show_rows(step.after)

    def _show_rows(self, rows: Rows) -> None:
        self._show_notice("")
        kept = self._keep(rows)
        self._document.show_rows(kept.rows if kept else rows)
        self.changed.emit()

    def _keep(self, rows: Rows, is_first: bool = True) -> Saved | None:
        """Keeps the rows, joined with those that another window has kept since; the steps to undo
        then include those too. If keeping fails, shows why the first time."""
        if self._store is None:
            return None
        self._retry.stop()
        try:
            kept = self._store.save(self._document.published, rows)
        except StoreError as error:
            if is_first or not error.is_busy:
                self._show_notice(translated(error.message))
            if error.is_busy:
                self._retry.start()
            return None
        self._show_notice(translated(kept.warning) if kept.warning else "")
        if kept.theirs != kept.before:
            published = self._document.published
            self.history.follow(
                lambda of: join_fitting(published, kept.before, of, kept.theirs).rows
            )
        if kept.rows != rows and not kept.warning:
            message = self.tr("Corrections of another window are shown as well")
            self._workspace.status.emit(message)
        return kept

    def _keep_again(self) -> None:
        """Tries again: another window may have finished with the database."""
        rows = self._document.model.bitext.rows
        kept = self._keep(rows, is_first=False)
        if kept and kept.rows != rows:
            self._document.show_rows(kept.rows)
            self.changed.emit()

    def _show_notice(self, sentence: str) -> None:
        """Replaces this feature's last notice; "" hides it."""
        if sentence or (self._notice and self._workspace.notice == self._notice):
            self._workspace.show_notice(sentence)
        self._notice = sentence

    def _start_again(self) -> None:
        """Forgets the history: another document is shown."""
        self.history = History()
        self.changed.emit()


def _row_name(row: Row, correction: Correction) -> str:
    """The labels of a row, or of its side that moves: "PP6", "PP6–PP7"."""
    sides = [row.source or row.target, row.target or row.source]
    moves_target = correction in (Correction.TARGET_UP, Correction.TARGET_DOWN)
    ids = sides[1] if moves_target else sides[0]
    return label(ids[0]) if len(ids) == 1 else f"{label(ids[0])}–{label(ids[-1])}"

"""Correcting rows in the window: from a command on the current row to rows shown and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.alignment.corrections import operations as corrections
from desktop_app.alignment.corrections.history import History, Step
from desktop_app.alignment.corrections.joining import join
from desktop_app.alignment.corrections.operations import DOWN, UP, CorrectionError
from desktop_app.alignment.corrections.tree import SOURCE, TARGET, Rows
from desktop_app.common.messages import Message
from desktop_app.library.corrections import CorrectionStore, Saved, StoreError
from desktop_app.resolution.labels import label
from desktop_app.ui.language.phrases import translated

if TYPE_CHECKING:
    from desktop_app.resolution.bitext import Bitext, Row
    from desktop_app.ui.workspace import Workspace

_CORRECTIONS: dict[str, Callable[[Bitext, int], Rows]] = {
    "merge": corrections.merge,
    "split": corrections.split,
    "unpair": corrections.unpair,
    "source up": lambda bitext, place: corrections.move(bitext, place, SOURCE, UP),
    "source down": lambda bitext, place: corrections.move(bitext, place, SOURCE, DOWN),
    "target up": lambda bitext, place: corrections.move(bitext, place, TARGET, UP),
    "target down": lambda bitext, place: corrections.move(bitext, place, TARGET, DOWN),
}
"""All but going back to the automatic row, which has to know that one."""
_AGAIN = 3000
"""Milliseconds until a database that was in use is tried again."""


class Correcting(QObject):
    """Corrects rows, keeps them, and puts in those that were corrected before.

    Signals: `changed` when there is something else to undo or to redo.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._document = document = workspace.document
        self._view = workspace.view
        file = workspace.corrections
        self._store = CorrectionStore(file) if file else None
        self._names = {
            "merge": self.tr("merging %1 with the next"),
            "split": self.tr("splitting %1"),
            "unpair": self.tr("setting %1 as having no counterpart"),
            "source up": self.tr("moving %1 up"),
            "source down": self.tr("moving %1 down"),
            "target up": self.tr("moving %1 up"),
            "target down": self.tr("moving %1 down"),
            "restore": self.tr("taking %1 back to the automatic row"),
        }
        self.history = History()
        self._said = ""
        """The sentence that goes away with the next correction."""
        self._again = QTimer(self, interval=_AGAIN, singleShot=True)
        self._again.timeout.connect(self._keep_again)
        document.shown.connect(self._start_again)
        document.kept_rows = self.kept
        kept = self.kept(document.published)  # of what is shown already
        if kept is not None:
            document.show_rows(kept)

    def kept(self, bitext: Bitext) -> Rows | None:
        """The rows of a bitext as they were corrected before, None if they were not; where they
        cannot be read, says so, and tries again while another window has the database."""
        self._again.stop()
        if self._store is None or bitext.target is None:
            return None
        try:
            return self._store.find(bitext)
        except StoreError as error:
            self._say(translated(error.message))
            if error.is_busy:
                self._again.start()
            return None

    def possible(self) -> frozenset[str]:
        """The names of what can be done to the current row."""
        bitext, row = self._document.model.bitext, self._view.current_node.row
        if bitext.target is None or row is None or row not in bitext.rows:
            return frozenset()
        place = bitext.rows.index(row)
        return corrections.possible(bitext, place, self._document.published.rows)

    def correct(self, name: str) -> None:
        """Does what the name says to the current row; where it cannot be done, says why."""
        bitext, row = self._document.model.bitext, self._view.current_node.row
        try:
            if row is None or row not in bitext.rows:
                raise CorrectionError(
                    Message("Choose a row with clauses or a footnote; others are not corrected.")
                )
            place = bitext.rows.index(row)
            if name == "restore":
                rows = corrections.restore(bitext, place, self._document.published.rows)
            else:
                rows = _CORRECTIONS[name](bitext, place)
        except CorrectionError as error:
            self._say(translated(error.message))
            return
        said = self._names[name].replace("%1", _called(row, name))
        self.history.add(Step(said, bitext.rows, rows))
        self._show(rows)

    def undo(self) -> None:
        """Takes the last correction back."""
        step = self.history.undo()
        if step is not None:
            self._show(step.before)

    def redo(self) -> None:
        """Does again what was taken back."""
        step = self.history.redo()
        if step is not None:
            self._show(step.after)

    def _show(self, rows: Rows) -> None:
        self._say("")
        kept = self._keep(rows)
        self._document.show_rows(kept.rows if kept else rows)
        self.changed.emit()

    def _keep(self, rows: Rows, is_first: bool = True) -> Saved | None:
        """Keeps the rows, joined with what another window has kept meanwhile, which the steps
        that can be undone then have as well. Where they cannot be kept, says so the first time."""
        if self._store is None:
            return None
        self._again.stop()
        try:
            kept = self._store.save(self._document.published, rows)
        except StoreError as error:
            if is_first or not error.is_busy:
                self._say(translated(error.message))
            if error.is_busy:
                self._again.start()
            return None
        self._say(translated(kept.warning) if kept.warning else "")
        if kept.theirs != kept.before:
            self.history.follow(lambda of: join(kept.before, of, kept.theirs).rows)
        if kept.rows != rows and not kept.warning:
            told = self.tr("Corrections of another window are shown as well")
            self._workspace.told.emit(told)
        return kept

    def _keep_again(self) -> None:
        """Another window may have done with the database."""
        rows = self._document.model.bitext.rows
        kept = self._keep(rows, is_first=False)
        if kept and kept.rows != rows:
            self._document.show_rows(kept.rows)
            self.changed.emit()

    def _say(self, sentence: str) -> None:
        """Says a sentence in the place of the one before; "" takes that away."""
        if sentence or (self._said and self._workspace.notice == self._said):
            self._workspace.say(sentence)
        self._said = sentence

    def _start_again(self) -> None:
        """Another document is shown."""
        self.history = History()
        self.changed.emit()


def _called(row: Row, name: str) -> str:
    """What a row, or the side of it that moves, is called: "PP6", "PP6–PP7"."""
    sides = [row.source or row.target, row.target or row.source]
    ids = sides[1] if name.startswith("target") else sides[0]
    return label(ids[0]) if len(ids) == 1 else f"{label(ids[0])}–{label(ids[-1])}"

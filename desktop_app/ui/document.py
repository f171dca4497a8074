"""The open document: its files, texts, rows and script; no widget.

There is always a document: before the first is opened, one without text.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.common.collection import no_collection
from desktop_app.common.faults import message_of
from desktop_app.common.messages import UserError
from desktop_app.grammar.languages import UNKNOWN
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.opening.documents import (
    UnlikelyPairError,
    beside,
    beside_or_alone,
    holds_version,
    is_version,
    no_resolution,
    open_bitext,
    takes_long,
)
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Masthead, Provenance, Resolution
from desktop_app.resolution.variants import offered
from desktop_app.ui.language.phrases import translated
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.settings.kept_places import pair_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.alignment.third import Third
    from desktop_app.opening.marc import MarcRecord
    from desktop_app.opening.snapshots import Snapshots
    from desktop_app.resolution.bitext import Row
    from desktop_app.ui.settings.kept_places import Pair
    from desktop_app.ui.widgets.reading import Reading

    Rows = tuple[Row, ...]

EMPTY = Bitext(
    source=Resolution(
        masthead=Masthead(),
        language=UNKNOWN.code,
        script="",
        provenance=Provenance.UNSTATED,
        head=(),
        parts=(),
        closing=(),
        footnotes=(),
    ),
    target=None,
    rows=(),
)
"""The document before the first is opened."""


class OpenDocument(QObject):
    """One document and its translation.

    `published` is the bitext with its automatic rows; `model` holds what is shown: the corrected
    rows, converted to the chosen script. `pair` names its files, None if it has none.

    Signals, each after the change: `shown` (another bitext), `script_changed` (another Chinese
    script), `rows_changed` (rows corrected), `ticks_changed` with the number of ticked rows,
    `described` (a record of the document is known).
    `leaving` comes before another bitext is shown. `notice_wanted` carries a message, the name of
    a remedy or "", and the function that applies it.
    """

    shown = Signal()
    script_changed = Signal()
    rows_changed = Signal()
    ticks_changed = Signal(int)
    described = Signal()
    leaving = Signal()
    notice_wanted = Signal(str, str, object)

    def __init__(self, snapshots: Snapshots | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.published = EMPTY
        self.model = BitextModel(EMPTY, self)
        self.pair: Pair | None = None
        self.is_followed = False
        """Whether, while `shown` is emitted, it is another pair of the versions shown before."""
        self.kept_rows: Callable[[Bitext], Rows | None] = lambda bitext: None
        """The corrected rows kept for a bitext, None if there are none."""
        self.record: MarcRecord | None = None
        """What a catalogue says of the document, None if it was not asked."""
        self.third: Third | None = None
        """A third version that is shown beside the pair where there is room; only shown."""
        self._file: Path | None = None
        self._snapshots = snapshots
        self._reading: Reading | None = None

    @property
    def is_open(self) -> bool:
        """Whether a document was opened."""
        return self.published is not EMPTY

    @property
    def sides(self) -> list[Resolution]:
        """The published language versions."""
        return [side for side in (self.published.source, self.published.target) if side]

    @property
    def has_translation(self) -> bool:
        """Whether two language versions are shown."""
        return self.published.target is not None

    def as_shown(self) -> Bitext:
        """The bitext in the script shown. Raises ScriptError."""
        return self.model.as_shown()

    # Opening

    def open(self, file: Path, translation: Path | None = None) -> None:
        """Opens a document, alone or beside its translation. If that fails, asks for a notice and
        keeps the document shown."""
        files = [file, translation] if translation else [file]
        snapshot = self._snapshots.find(files) if self._snapshots else None
        if snapshot is None:
            self._read(
                files,
                lambda progress: open_bitext(file, translation, progress),
                file,
                translation,
                keep=True,
            )
        else:
            self._cancel_reading()
            self.show(snapshot, file, translation)

    def open_translation(self, translation: Path) -> None:
        """Opens a translation beside the document shown."""
        if not self.is_open:
            self.open(translation)
            return
        source = self.published.source
        self._read(
            [translation],
            lambda progress: beside(source, translation, progress),
            self._file,
            translation,
        )

    def read_versions(
        self,
        files: list[Path],
        task: Callable[[Callable[[float], None]], Bitext],
        file: Path | None,
        translation: Path | None,
    ) -> None:
        """Shows another pair of versions of the document shown, which the task makes of these
        files."""
        self._read(files, task, file, translation, follows=True)

    def open_bundled(self) -> None:
        """Opens the bundled resolution."""
        self.open(BUNDLED, BUNDLED_TRANSLATION)

    def open_dropped(self, file: Path) -> None:
        """Opens a file; beside the document shown if it is another language version of it."""
        source, own = self.published.source, self._file
        if not self.is_open:
            self.open(file)
        elif not takes_long(file):
            if self._is_version(file):
                self.open_translation(file)
            else:
                self.open(file)
        elif (snapshot := self._snapshots.find([file]) if self._snapshots else None) and not (
            snapshot.target is None and is_version(snapshot.source, source)
        ):
            self._cancel_reading()
            self.show(snapshot, file)
        else:
            self._cancel_reading()
            self._read_in_background(
                file,
                lambda progress: beside_or_alone(source, file, progress),
                lambda bitext: self._show_dropped(bitext, file, own, source),
                file,
                None,
            )

    def _is_version(self, file: Path) -> bool:
        try:
            return holds_version(file, self.published.source)
        except UserError:
            return False  # opening it will show what is wrong

    def _show_dropped(
        self, bitext: Bitext, file: Path, own: Path | None, source: Resolution
    ) -> None:
        self._reading = None
        if bitext.target is not None and bitext.source is source:
            self.show(bitext, own, file)
            return
        self.show(bitext, file)
        if self._snapshots:
            self._snapshots.keep([file], bitext)

    def _read(
        self,
        files: list[Path],
        task: Callable[[Callable[[float], None]], Bitext],
        file: Path | None,
        translation: Path | None,
        keep: bool = False,
        follows: bool = False,
    ) -> None:
        """Shows the bitext that the task reads from the files, in the background if that
        takes long."""
        self._cancel_reading()

        def done(bitext: Bitext) -> None:
            self._reading = None
            (self.show_versions if follows else self.show)(bitext, file, translation)
            if keep and self._snapshots:
                self._snapshots.keep(files, bitext)

        if any(map(takes_long, files)):
            self._read_in_background(files[-1], task, done, file, translation)
            return
        try:
            bitext = task(lambda share: None)
        except UserError as error:
            self._read_failed(error, file, translation)
        else:
            done(bitext)

    def _read_in_background(
        self,
        named: Path,
        task: Callable[[Callable[[float], None]], Bitext],
        done: Callable[[Bitext], None],
        file: Path | None,
        translation: Path | None,
    ) -> None:
        from desktop_app.ui.widgets.reading import Reading

        cancel = self.tr("Cancel")
        self._reading = Reading(self, named, task)
        self._reading.done.connect(done)
        self._reading.failed.connect(lambda error: self._read_failed(error, file, translation))
        self._reading.said.connect(
            lambda sentence: self.notice_wanted.emit(sentence, cancel, self.cancel)
        )
        self._reading.start()

    def _read_failed(self, error: Exception, file: Path | None, translation: Path | None) -> None:
        self._reading = None
        message = message_of(error)
        if message is None:
            self.notice_wanted.emit("", "", None)
            raise error
        if isinstance(error, UnlikelyPairError):
            make = error.bitext
            self.notice_wanted.emit(
                translated(message),
                self.tr("Show it beside this text all the same"),
                lambda: self.show(make(), file, translation),
            )
        else:
            self.notice_wanted.emit(translated(message), "", None)

    def cancel(self) -> None:
        """Stops reading a document; the one shown stays."""
        self._cancel_reading()
        self.notice_wanted.emit("", "", None)

    def _cancel_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    # Showing

    def show(
        self, bitext: Bitext, file: Path | None = None, translation: Path | None = None
    ) -> None:
        """Shows a bitext, read from these files; None if it has none of its own."""
        self.notice_wanted.emit("", "", None)
        self.leaving.emit()
        self._file = file
        if self.record and not self.record.is_of(bitext.source.masthead.symbol):
            self.record = None
        self.pair = pair_of(file, translation) if file else None
        self.published = bitext
        rows = self.kept_rows(bitext)
        with no_collection():
            shown = bitext if rows is None else bitext._replace(rows=rows)
            self.third = None
            self._replace_model(BitextModel(shown, self))
            self.shown.emit()
        self.ticks_changed.emit(len(self.model.ticked_rows()))
        if not bitext.source.is_structured:
            self.notice_wanted.emit(translated(no_resolution(file)), "", None)

    def show_versions(
        self, bitext: Bitext, file: Path | None = None, translation: Path | None = None
    ) -> None:
        """Shows another pair of versions of the document shown; the place in the text, ticks and
        script stay as far as they make sense."""
        from desktop_app.ui.page.following import ticks, unkept_rows

        before, script = self.model, self.configuration
        self.is_followed = True
        try:
            self.show(bitext, file, translation)
        finally:
            self.is_followed = False
        unkept = unkept_rows(before.bitext, bitext, self.model.bitext)
        if unkept is not None:
            self.show_rows(unkept)
        self.model.tick_exactly(ticks(before, self.model))
        self.set_script(script if script in self.scripts() else "")

    def show_rows(self, rows: Rows) -> None:
        """Shows the same document with corrected rows; ticks and script stay."""
        from desktop_app.ui.page.following import followed  # the first page has no corrections

        before = self.model
        model = self._made(before.bitext._replace(rows=rows))
        if before.configuration:
            model.show_script(before.configuration)
        now = followed(before.nodes(), model.nodes())
        model.tick_exactly({number for old in before.ticked_numbers for number in now[old]})
        self._replace_model(model)
        self.rows_changed.emit()
        self.ticks_changed.emit(len(model.ticked_rows()))

    def show_third(self, third: Third | None) -> None:
        """Shows a third version beside the pair, or none; all else stays."""
        self.third = third
        self.show_rows(self.model.bitext.rows)
        if self.configuration not in self.scripts():
            self.set_script("")

    def _made(self, bitext: Bitext) -> BitextModel:
        if self.third is None:
            return BitextModel(bitext, self)
        from desktop_app.ui.page.third import ThirdCells

        return BitextModel(bitext, self, ThirdCells(bitext, self.third))

    def _replace_model(self, model: BitextModel) -> None:
        self.model.deleteLater()  # later: the page still uses it
        self.model = model
        model.ticked.connect(self.ticks_changed)

    # Script

    @property
    def configuration(self) -> str:
        """The OpenCC configuration of the Chinese shown, "" as published."""
        return self.model.configuration

    def scripts(self) -> tuple[str, ...]:
        """The OpenCC configurations that fit the Chinese text, () without one."""
        return next((known for side in self.model.published if (known := offered(side))), ())

    def set_script(self, configuration: str) -> None:
        """Shows the Chinese converted by an OpenCC configuration, "" as published. If it cannot be
        converted, asks for a notice and changes nothing."""
        if configuration == self.configuration:
            return
        from desktop_app.script.convert import ScriptError, prepare

        try:
            if configuration:
                prepare(configuration)
        except ScriptError as error:
            self.notice_wanted.emit(translated(error.message), "", None)
            return
        self.model.show_script(configuration)
        self.script_changed.emit()

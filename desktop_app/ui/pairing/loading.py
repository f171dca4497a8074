"""Loads further versions of a document that is being opened, and says which files are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from desktop_app.common.messages import UserError
from desktop_app.common.progress import part
from desktop_app.resolution.symbols import are_same
from desktop_app.ui.pairing.known import Known, version_name
from desktop_app.ui.settings.kept_places import pair_of
from desktop_app.ui.widgets.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop_app.ui.pairing.known import KnownVersions
    from desktop_app.ui.settings.kept_places import Pair
    from desktop_app.ui.workspace import Workspace


class _Awaited(NamedTuple):
    """Files to load once a pair is shown."""

    pair: Pair
    files: tuple[Path, ...]


class Loading(QObject):
    """Reads files beside the window; `changed` is called when a version was added."""

    def __init__(
        self, workspace: Workspace, versions: KnownVersions, changed: Callable[[], None]
    ) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._versions = versions
        self._changed = changed
        self._awaited: _Awaited | None = None
        self._reading: Background | None = None

    def await_pair(self, pair: Sequence[Path], files: Sequence[Path]) -> None:
        """Loads files once their pair is shown."""
        other = pair[1] if len(pair) > 1 else None
        self._awaited = _Awaited(pair_of(pair[0], other), tuple(files)) if files else None

    def follow(self) -> None:
        """Begins to load the files of the pair that is shown now."""
        awaited, self._awaited = self._awaited, None
        if self._reading is not None and not self._workspace.document.is_followed:
            self._reading.cancel()
            self._reading = None
        if awaited is None or awaited.pair != self._workspace.document.pair:
            return
        symbol = self._versions.symbol
        self._reading = Background(self, lambda progress: _read(awaited.files, progress))
        self._reading.done.connect(lambda read: self._take(read, symbol))
        self._reading.failed.connect(self._fail)
        self._reading.start()

    def _take(self, read: Sequence[Known | Path], symbol: str) -> None:
        self._reading = None
        loaded, refused = [], []
        for one in read:
            if not isinstance(one, Known):
                refused.append(one.name)
            elif one.text and one.file and are_same(one.text.masthead.symbol, symbol):
                self._versions.add(one)
                loaded.append(one)
            elif one.file:
                refused.append(one.file.name)
        self._changed()
        self._say(loaded, refused)

    def _say(self, loaded: Sequence[Known], refused: Sequence[str]) -> None:
        if loaded:
            count = self.tr("Loaded besides: %1; choose them under Beside.")
            names = self.tr(", ").join(version_name(one) for one in loaded)
            self._workspace.status.emit(count.replace("%1", names))
        if refused:
            sentence = self.tr("Not loaded, for it is no version of this document: %1.")
            self._workspace.add_notice(sentence.replace("%1", ", ".join(refused)))

    def _fail(self, error: Exception) -> None:
        self._reading = None
        raise error  # a fault of the program: files that cannot be read are refused


def _read(files: Sequence[Path], progress: Callable[[float], None]) -> list[Known | Path]:
    """The versions in files; the file itself where it cannot be read."""
    from desktop_app.opening.documents import open_resolution

    out: list[Known | Path] = []
    for number, file in enumerate(files):
        of_file = part(progress, number / len(files), (number + 1) / len(files))
        try:
            text = open_resolution(file, of_file)
        except UserError:
            out.append(file)
        else:
            out.append(Known(file, text.language, text.script, text))
        of_file(1.0)
    return out

"""What stands beside what: chooses among the versions that are known, and loads further ones."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.common.progress import part
from desktop_app.ui.pairing.known import Known, KnownVersions, text_of
from desktop_app.ui.pairing.loading import Loading
from desktop_app.ui.pairing.search import Search
from desktop_app.ui.pairing.third_column import ThirdColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.common.progress import Progress
    from desktop_app.opening.versions import Version
    from desktop_app.resolution.bitext import Bitext
    from desktop_app.ui.settings.preferences import Loaded
    from desktop_app.ui.workspace import Workspace


class Pairing(QObject):
    """The versions of the document shown.

    Signals: `changed` when others are known or shown, or a search has begun or ended.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._document = workspace.document
        self._versions = KnownVersions()
        self._pair = self._document.pair
        self._loading = Loading(workspace, self._versions, self.changed.emit)
        self._third = ThirdColumn(workspace, self._versions, self.changed.emit)
        self._search = Search(self)
        self._search.found.connect(self._take_found)
        self._search.ended.connect(self._end_search)
        self._document.shown.connect(self._follow)
        self._remember(workspace.session.preferences.loaded)
        self._follow()
        self._restore_third(workspace.session.preferences.third)

    # What is known

    @property
    def shown(self) -> tuple[Known, ...]:
        """The versions shown, the first text first."""
        return self._versions.shown

    @property
    def is_looking(self) -> bool:
        """Whether versions are being looked for."""
        return self._search.is_busy

    @property
    def symbol(self) -> str:
        """The symbol of the document, "" without one: its versions cannot be told then."""
        return self._versions.symbol

    def all(self) -> list[Known]:
        """All versions known, those that are shown included."""
        return self._versions.all()

    def others(self) -> list[Known]:
        """Those that can stand beside the first text, or do."""
        first = self.shown[:1]
        return [
            one
            for one in self.all()
            if one in self.shown[1:] or all(one.language != two.language for two in first)
        ]

    def _follow(self) -> None:
        document = self._document
        files = [Path(path) if path else None for path in document.pair or ("", "")]
        if document.is_open and self._versions.follow(document.published, files):
            self._search.cancel()
        if document.is_followed and self._pair not in (None, document.pair):
            self._workspace.session.forget(self._pair)  # of one document the last pair is listed
        self._pair = document.pair
        self._loading.follow()
        self._third.follow()
        self.changed.emit()

    def loaded(self) -> Loaded:
        """The files of the versions that are loaded and not shown, for the next start."""
        known = [one for one in self.all() if one not in self.shown and not one.is_sought]
        return tuple((str(one.file), one.language, one.script) for one in known if one.file)

    def _remember(self, loaded: Loaded) -> None:
        """Adds what was loaded when the window was closed, if its document is shown again; it is
        read once it is chosen."""
        session, document = self._workspace.session, self._document
        if not document.is_open or not session.is_last(document.pair):
            return
        self._follow()
        for path, language, script in loaded:
            self._versions.add(Known(Path(path), language, script))

    def _restore_third(self, path: str) -> None:
        """Shows in the third column what stood there when the window was closed."""
        found = [one for one in self.all() if one not in self.shown and str(one.file) == path]
        if found and Path(path).exists():
            self.put_third(found[0])

    @property
    def third(self) -> Known | None:
        """The version in the third column, None if there is none."""
        return self._third.version

    def thirds(self) -> list[Known]:
        """Those that can stand in a third column, () without room for one."""
        languages = [one.language for one in self.shown]
        if len(languages) < 2 or not self._third.has_room:
            return []
        return [one for one in self.all() if one.language not in languages]

    # Looking for versions

    def look(self) -> None:
        """Looks for versions: in the folders of the files shown, among recent documents, and among
        those that were fetched."""
        from desktop_app.opening.records import fetched_folder

        if not self.symbol or self._search.is_busy:
            return
        files = [one.file for one in self.shown if one.file is not None]
        recent = self._workspace.session.preferences.recent
        self._search.begin(
            symbol=self.symbol,
            shown=files[0] if files else None,
            folders=list(dict.fromkeys([*(file.parent for file in files), fetched_folder()])),
            files=[Path(path) for pair in recent for path in pair if path],
        )
        self.changed.emit()

    def _take_found(self) -> None:
        for version in self._search.versions():
            self._versions.add(_sought(version))
        self.changed.emit()

    def _end_search(self) -> None:
        self._versions.keep_found({version.file for version in self._search.versions()})
        self.changed.emit()

    # Choosing

    def put_beside(self, version: Known) -> None:
        """Shows a version beside the first text."""
        version = self._versions.latest(version)
        if version not in self.shown:
            self._show(self.shown[0], version)

    def put_first(self, version: Known) -> None:
        """Shows a version as the first text; one of the second text's language takes its place
        from it."""
        version = self._versions.latest(version)
        first, second = self.shown[0], next(iter(self.shown[1:]), None)
        if version == first:
            return
        if second is not None and version.language == second.language:
            second = first
        self._show(version, second)

    def swap(self) -> None:
        """Shows the second text first and the first one beside it."""
        if len(self.shown) > 1:
            self._show(*self.shown[::-1])

    def show_alone(self) -> None:
        """Shows the first text alone; the other one stays loaded."""
        if len(self.shown) > 1:
            self._show(self.shown[0], None)

    def put_third(self, version: Known | None) -> None:
        """Shows a version in a third column, or none there."""
        self._third.choose(version and self._versions.latest(version))

    def open_all(self, files: Sequence[Path]) -> None:
        """Opens the first of some files, the second beside it, and loads the others if they are
        versions of the same document."""
        self._loading.await_pair(files[:2], files[2:])
        self._document.open(files[0], files[1] if len(files) > 1 else None)

    def _show(self, first: Known, second: Known | None) -> None:
        """Shows one version, or two beside each other; those in memory are not read again."""
        files = [one.file for one in (first, second) if one and one.file]
        beside = second.file if second else None
        ready = self._ready(first, second)
        if ready is not None:
            self._document.show_versions(ready, first.file, beside)
        else:
            task = partial(_made, first, second)
            self._document.read_versions(files, task, first.file, beside)
        for one in (first, second):
            if one and one.text is None and one.file and not one.file.exists():
                self._versions.remove(one)  # the notice has said so
        self.changed.emit()

    def _ready(self, first: Known, second: Known | None) -> Bitext | None:
        """Two texts that stood beside each other before."""
        if second is None or first.text is None or second.text is None:
            return None
        return self._versions.pair(first.text, second.text)


def _sought(version: Version) -> Known:
    return Known(version.file, version.language, version.script, is_sought=True)


def _made(first: Known, second: Known | None, progress: Progress) -> Bitext:
    """A version alone, or two aligned. Raises UserError."""
    from desktop_app.alignment.align import alone
    from desktop_app.opening.documents import paired

    if second is None:
        return alone(text_of(first, progress))
    new = second if second.text is None else first
    texts = text_of(first, part(progress, 0.0, 0.25)), text_of(second, part(progress, 0.25, 0.5))
    return paired(*texts, new.file or Path(), part(progress, 0.5, 1.0))

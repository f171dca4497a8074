"""The third column: reads a third version, aligns it with the pair, and shows it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.common.faults import message_of
from desktop_app.common.progress import part
from desktop_app.ui.language.phrases import translated
from desktop_app.ui.pairing.known import Known, text_of
from desktop_app.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.alignment.third import Third
    from desktop_app.common.progress import Progress
    from desktop_app.resolution.model import Resolution
    from desktop_app.ui.pairing.known import KnownVersions
    from desktop_app.ui.workspace import Workspace


class ThirdColumn(QObject):
    """`version` is what stands in it, None for nothing; `changed` is called when that changes. It
    stays while other versions are put beside each other, unless it is one of them."""

    def __init__(
        self, workspace: Workspace, versions: KnownVersions, changed: Callable[[], None]
    ) -> None:
        super().__init__(workspace.window)
        self._workspace = workspace
        self._document = workspace.document
        self._versions = versions
        self._changed = changed
        self._reading: Reading | None = None
        self._is_said = False
        """Whether the notice says how far it is."""
        self.version: Known | None = None

    @property
    def has_room(self) -> bool:
        """Whether the page is wide enough for three texts side by side."""
        view = self._workspace.view
        return view.look.has_room_for_three(view.width())

    def choose(self, version: Known | None) -> None:
        """Shows a version beside the pair, or none."""
        self._cancel()
        source, target = self._document.published[:2]
        if version is None or target is None:
            self.version = None
            if self._document.third is not None:
                self._document.show_third(None)
        else:
            self.version = version
            task = partial(_made, source, target, version)
            self._reading = Reading(self, version.file or Path(), task)
            self._reading.said.connect(self._say)
            self._reading.done.connect(self._show)
            self._reading.failed.connect(self._fail)
            self._reading.start()
        self._changed()

    def follow(self) -> None:
        """Follows the window to another pair, or to another document."""
        version, document = self.version, self._document
        languages = [one.language for one in self._versions.shown]
        stays = document.is_followed and version is not None and len(languages) > 1
        self.choose(version if stays and version and version.language not in languages else None)

    def _say(self, sentence: str) -> None:
        self._is_said = True
        self._workspace.show_notice(sentence, self.tr("Cancel"), lambda: self.choose(None))

    def _show(self, third: Third) -> None:
        self._cancel()
        if self.version is not None:
            self.version = self.version._replace(text=third.text, is_sought=False)
            self._versions.add(self.version)
        self._document.show_third(third)
        self._changed()

    def _fail(self, error: Exception) -> None:
        self.choose(None)
        message = message_of(error)
        if message is None:
            raise error
        self._workspace.show_notice(translated(message))

    def _cancel(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        if self._is_said:
            self._is_said = False
            self._workspace.show_notice("")


def _made(
    source: Resolution, target: Resolution, version: Known, progress: Progress
) -> Third | None:
    """A version aligned with a pair. Raises UserError."""
    from desktop_app.alignment.third import third
    from desktop_app.opening.documents import paired

    text = text_of(version, part(progress, 0.0, 0.5))
    first = paired(source, text, version.file or Path(), part(progress, 0.5, 0.75))
    return third(first, target, part(progress, 0.75, 1.0))

"""How the window was left, from one start to the next, and the place in each document."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.opening.documents import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.settings.kept_places import KeptPlace, begin, pair_of, place_in
from desktop_app.ui.settings.preferences import with_recent

if TYPE_CHECKING:
    from desktop_app.ui.page.model import BitextModel
    from desktop_app.ui.settings.kept_places import Begin, KeptPlaces, Pair
    from desktop_app.ui.settings.preferences import ExportChoice
    from desktop_app.ui.settings.settings import Settings
    from desktop_app.ui.window.main_window import MainWindow

_EVERY = 60_000
"""Milliseconds between two times that all is written, in case the program does not end well."""
_BUNDLED = pair_of(BUNDLED, BUNDLED_TRANSLATION)


def missing(pair: Pair) -> str:
    """The file of a pair that is not there, "" if all are."""
    return next((path for path in pair if path and not os.path.exists(path)), "")


class Session:
    """Made before the window, which asks it how to begin and tells it when a document goes."""

    def __init__(self, settings: Settings, places: KeptPlaces) -> None:
        self._settings = settings
        self._places = places
        self.preferences = settings.read()
        self._written = self.preferences
        self._script = ""
        """The script that the document is to be shown in once its first page is on the screen."""

    # Beginning

    def last(self) -> tuple[Path, Path | None] | None:
        """The files that were open when the window was closed, None for the bundled ones. What is
        not there any more is said when it is opened, and is on no list from then on."""
        file, translation = self.preferences.last
        if missing(self.preferences.last):
            self.forget(self.preferences.last)
        return (Path(file), Path(translation) if translation else None) if file else None

    def take_place(self, window: MainWindow) -> None:
        """Gives the window the size and the place on the screen that it had, and the table of
        contents if it had that: before the first page, which is then laid out at its width."""
        # Of damaged digits none count: the window keeps the size that it comes with.
        with suppress(ValueError):
            window.restoreGeometry(bytes.fromhex(self.preferences.geometry))
        if self.preferences.contents_open:
            window.toggle_contents()
            window.view.setFocus()

    def begin(self, pair: Pair | None, model: BitextModel) -> Begin | None:
        """Where a document begins that is about to be shown, None for its top."""
        kept = self._places.find(pair) if pair else None
        self._script = kept.script if kept else ""
        return begin(kept, model.nodes()) if kept else None

    def start(self, window: MainWindow) -> None:
        """The first page is on the screen."""
        from PySide6.QtCore import QTimer

        timer = QTimer(window)
        timer.setInterval(_EVERY)
        timer.timeout.connect(lambda: self.keep(window))
        timer.start()
        self.arrive(window)

    def arrive(self, window: MainWindow) -> None:
        """A document is shown, and what takes longer than its first page may be done."""
        script, self._script = self._script, ""
        if script in window.scripts():
            window.set_script(script)
        if window.pair is not None and window.pair != _BUNDLED:
            recent = with_recent(self.preferences.recent, window.pair)
            self.preferences = self.preferences._replace(recent=recent)

    # Ending

    def leave(self, window: MainWindow, told: bool = False) -> None:
        """Keeps where the person is in the document that is shown; `told` says that they know
        which of its characters no font has."""
        model = window.view.bitext_model()
        if model is None or window.pair is None:
            return
        before = self._places.find(window.pair) or KeptPlace()
        script = self._script or window.configuration
        place = place_in(model.nodes(), window.view.where(), script, told or before.told)
        self._places.keep(window.pair, place)

    def is_told(self, window: MainWindow) -> bool:
        """Whether the person knows which characters of the document no font has."""
        kept = self._places.find(window.pair) if window.pair else None
        return kept is not None and kept.told

    def keep(self, window: MainWindow) -> None:
        """Writes how the window is now."""
        self.leave(window)
        self._places.write()
        shown = window.pair or _BUNDLED
        self.preferences = self.preferences._replace(
            theme=window.theme_name,
            zoom=window.view.zoom,
            typography=window.view.typography,
            geometry=bytes(window.saveGeometry().data()).hex(),
            last=shown if shown != _BUNDLED else ("", ""),
            layout=window.view.text_layout,
            contents=window.contents_width,
            contents_open=window.contents is not None and not window.contents.isHidden(),
        )
        if self.preferences != self._written:
            self._settings.write(self.preferences)
            self._written = self.preferences

    # What was read before

    def forget(self, pair: Pair) -> None:
        """Takes a document off the list of those that were opened last."""
        recent = tuple(other for other in self.preferences.recent if other != pair)
        self.preferences = self.preferences._replace(recent=recent)

    def translated(self, window: MainWindow) -> None:
        """The person knows now which characters of the document no font has."""
        self.leave(window, told=True)

    def set_export(self, choice: ExportChoice) -> None:
        """The next export begins with what was chosen for this one."""
        self.preferences = self.preferences._replace(export=choice)

    def set_language(self, language: str) -> None:
        """The interface will be in that language from the next start on."""
        self.preferences = self.preferences._replace(language=language)

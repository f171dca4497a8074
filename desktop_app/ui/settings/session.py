"""What is kept from one start to the next: preferences and the place in each document; no Qt."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.settings.kept_places import KeptPlace, kept_place, pair_of, restored
from desktop_app.ui.settings.preferences import DEFAULT, with_recent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.page.nodes import Node, Place
    from desktop_app.ui.settings.kept_places import KeptPlaces, Pair
    from desktop_app.ui.settings.settings import Settings

BUNDLED_PAIR = pair_of(BUNDLED, BUNDLED_TRANSLATION)


def missing_file(pair: Pair) -> str:
    """The first missing file of a pair, "" if both exist."""
    return next((path for path in pair if path and not os.path.exists(path)), "")


class Session:
    """The preferences and the kept places. Without files nothing is kept."""

    def __init__(self, settings: Settings | None = None, places: KeptPlaces | None = None) -> None:
        self._settings = settings
        self._places = places
        self.preferences = settings.read() if settings else DEFAULT
        self._written = self.preferences

    def change(self, **preferences: Any) -> None:
        """Sets some of the preferences."""
        self.preferences = self.preferences._replace(**preferences)

    def write(self) -> None:
        """Writes both files."""
        if self._places is not None:
            self._places.write()
        if self._settings is not None and self.preferences != self._written:
            self._settings.write(self.preferences)
            self._written = self.preferences

    # Documents

    def last(self) -> tuple[Path, Path | None] | None:
        """The files open when the window was last closed, None for the bundled ones. Missing ones
        leave the list of recent documents; opening them will show the error."""
        file, translation = self.preferences.last
        if missing_file(self.preferences.last):
            self.forget(self.preferences.last)
        return (Path(file), Path(translation) if translation else None) if file else None

    def opened(self, pair: Pair | None) -> None:
        """Puts a document first in the list of recent documents."""
        if pair is not None and pair != BUNDLED_PAIR:
            self.change(recent=with_recent(self.preferences.recent, pair))

    def forget(self, pair: Pair) -> None:
        """Takes a document off the list of recent documents."""
        self.change(recent=tuple(other for other in self.preferences.recent if other != pair))

    # Places

    def kept_place(self, pair: Pair | None) -> KeptPlace | None:
        """The kept place in a document, None if there is none."""
        return self._places.find(pair) if self._places and pair else None

    def start_at(self, pair: Pair | None, nodes: Sequence[Node]) -> Place | None:
        """The kept place in the nodes of a document, None if there is none."""
        kept = self.kept_place(pair)
        return restored(kept, nodes) if kept else None

    def keep_place(
        self, pair: Pair | None, nodes: Sequence[Node], place: Place, script: str
    ) -> None:
        """Keeps the place in a document, and its script."""
        if self._places is not None and pair is not None:
            known = (self.kept_place(pair) or KeptPlace()).was_warned
            self._places.keep(pair, kept_place(nodes, place, script, known))

    def was_warned(self, pair: Pair | None) -> bool:
        """Whether the notice about characters without a font was shown for a document."""
        return (self.kept_place(pair) or KeptPlace()).was_warned

    def keep_warned(self, pair: Pair | None) -> None:
        """Keeps that the notice about characters without a font was shown."""
        if self._places is not None and pair is not None:
            self._places.keep(
                pair, (self.kept_place(pair) or KeptPlace())._replace(was_warned=True)
            )

"""What is kept from one start to the next: preferences and the place in each document; no Qt."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.settings.kept_places import (
    KeptPlace,
    is_same,
    kept_place,
    pair_of,
    restored,
    restored_ticks,
)
from desktop_app.ui.settings.preferences import DEFAULT
from desktop_app.ui.settings.recent import with_recent

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

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
        self._opened: dict[Pair, float] = {}
        self._forgotten: set[Pair] = set()
        self._left: dict[Pair, KeptPlace] = {}
        """Where this window showed documents last."""

    def change(self, **preferences: Any) -> None:
        """Sets some of the preferences."""
        self.preferences = self.preferences._replace(**preferences)

    def write(self) -> None:
        """Writes all that is to be kept, beside what other windows have written. Raises
        NotKeptError; what was not written will be with the next call."""
        try:
            if self._places is not None:
                self._places.write()
        finally:
            if self._settings is not None:
                recent = self._settings.write(
                    self._written, self.preferences, self._opened, self._forgotten
                )
                self.change(recent=recent)
                self._written = self.preferences
                self._opened.clear()
                self._forgotten.clear()

    # Documents

    def last(self) -> tuple[Path, Path | None] | None:
        """The files open when the window was last closed, None for the bundled ones. Missing ones
        leave the list of recent documents; opening them will show the error."""
        file, translation = self.preferences.last
        if missing_file(self.preferences.last):
            self.forget(self.preferences.last)
        return (Path(file), Path(translation) if translation else None) if file else None

    def is_last(self, pair: Pair | None) -> bool:
        """Whether a document is the one that was open when the window was last closed."""
        last = self.preferences.last
        return pair is not None and pair == (last if last[0] else BUNDLED_PAIR)

    def opened(self, pair: Pair | None) -> None:
        """Puts a document first in the list of recent documents."""
        if pair is not None and pair != BUNDLED_PAIR:
            self._opened[pair] = time.time()
            self._forgotten.discard(pair)
            self.change(recent=with_recent(self.preferences.recent, pair))

    def forget(self, pair: Pair) -> None:
        """Takes a document off the list of those that were opened last."""
        self._opened.pop(pair, None)
        self._forgotten.add(pair)
        self.change(recent=tuple(other for other in self.preferences.recent if other != pair))

    # Places

    def kept_place(self, pair: Pair | None) -> KeptPlace | None:
        """The kept place in a document, None if there is none."""
        return self._places.find(pair) if self._places and pair else None

    def start_at(self, pair: Pair | None, nodes: Sequence[Node]) -> Place | None:
        """The same in the nodes of its tree, which is shown there from now on."""
        kept = self.kept_place(pair)
        if kept is None or pair is None:
            return None
        self._left[pair] = kept
        return restored(kept, nodes)

    def ticked_in(self, pair: Pair | None, nodes: Sequence[Node]) -> set[int]:
        """The numbers of the nodes of its tree that were ticked there."""
        kept = self.kept_place(pair)
        return restored_ticks(kept, nodes) if kept else set()

    def keep_place(
        self,
        pair: Pair | None,
        nodes: Sequence[Node],
        place: Place,
        script: str,
        ticked: Collection[int] = (),
    ) -> None:
        """Keeps where the person is in a document, unless they have not moved there: in another
        window they may have."""
        if self._places is None or pair is None:
            return
        kept = kept_place(nodes, place, script, self.was_warned(pair), ticked)
        if not is_same(kept, self._left.get(pair)):
            self._left[pair] = kept
            self._places.keep(pair, kept)

    def was_warned(self, pair: Pair | None) -> bool:
        """Whether the notice about characters without a font was shown for a document."""
        return (self.kept_place(pair) or KeptPlace()).was_warned

    def keep_warned(self, pair: Pair | None) -> None:
        """Keeps that the notice about characters without a font was shown."""
        if self._places is not None and pair is not None:
            self._places.keep(
                pair, (self.kept_place(pair) or KeptPlace())._replace(was_warned=True)
            )

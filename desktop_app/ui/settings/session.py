"""What is kept from one start of the window to the next: what was set, and the place in each
document; no Qt."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.opening.documents import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.ui.settings.kept_places import KeptPlace, begin, is_same, pair_of, place_in
from desktop_app.ui.settings.preferences import DEFAULT
from desktop_app.ui.settings.recent import with_recent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.page.nodes import Node, Place
    from desktop_app.ui.settings.kept_places import KeptPlaces, Pair
    from desktop_app.ui.settings.settings import Settings

BUNDLED_PAIR = pair_of(BUNDLED, BUNDLED_TRANSLATION)


def missing(pair: Pair) -> str:
    """The file of a pair that is not there, "" if all are."""
    return next((path for path in pair if path and not os.path.exists(path)), "")


class Session:
    """The preferences of the person, and the places in their documents. Without files nothing is
    kept."""

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
        """Writes all that is to be kept, beside what other windows have written."""
        if self._places is not None:
            self._places.write()
        if self._settings is not None:
            recent = self._settings.write(
                self._written, self.preferences, self._opened, self._forgotten
            )
            if recent is None:
                return
            self.change(recent=recent)
            self._written = self.preferences
            self._opened.clear()
            self._forgotten.clear()

    # Documents

    def last(self) -> tuple[Path, Path | None] | None:
        """The files that were open when the window was closed, None for the bundled ones. What is
        not there any more is said when it is opened, and is on no list from then on."""
        file, translation = self.preferences.last
        if missing(self.preferences.last):
            self.forget(self.preferences.last)
        return (Path(file), Path(translation) if translation else None) if file else None

    def opened(self, pair: Pair | None) -> None:
        """A document is open: it comes first in the list of those that were opened last."""
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

    def place(self, pair: Pair | None) -> KeptPlace | None:
        """Where the person was in a document, None if that is not known."""
        return self._places.find(pair) if self._places and pair else None

    def begin(self, pair: Pair | None, nodes: Sequence[Node]) -> Place | None:
        """The same in the nodes of its tree, which is shown there from now on."""
        kept = self.place(pair)
        if kept is None or pair is None:
            return None
        self._left[pair] = kept
        return begin(kept, nodes)

    def leave(self, pair: Pair | None, nodes: Sequence[Node], where: Place, script: str) -> None:
        """Keeps where the person is in a document, unless they have not moved there: in another
        window they may have."""
        if self._places is None or pair is None:
            return
        place = place_in(nodes, where, script, self.is_told(pair))
        if not is_same(place, self._left.get(pair)):
            self._left[pair] = place
            self._places.keep(pair, place)

    def is_told(self, pair: Pair | None) -> bool:
        """Whether the person knows which characters of a document no font has."""
        return (self.place(pair) or KeptPlace()).told

    def tell(self, pair: Pair | None) -> None:
        """The person knows it from now on."""
        if self._places is not None and pair is not None:
            self._places.keep(pair, (self.place(pair) or KeptPlace())._replace(told=True))

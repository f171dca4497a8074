"""The language versions of one document that a window knows: loaded, or found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.grammar.languages import OFFICIAL
from desktop_app.resolution.language import name_in_script
from desktop_app.resolution.symbols import are_same
from desktop_app.ui.language.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from desktop_app.common.progress import Progress
    from desktop_app.resolution.bitext import Bitext
    from desktop_app.resolution.model import Resolution

_MOST_LOADED = 8
"""Texts that stay in memory; the first loaded go first."""
_MOST_PAIRS = 6
"""Aligned pairs that stay in memory."""
_ORDER = {code: place for place, code in enumerate(OFFICIAL)}


class Known(NamedTuple):
    """A version: its file, None where it has none, and its text, None while it is not loaded.
    `is_sought` tells that a search has found it, and may find it gone."""

    file: Path | None
    language: str
    script: str
    text: Resolution | None = None
    is_sought: bool = False


class KnownVersions:
    """Those of the document shown. `shown` are the versions that are shown, in order."""

    def __init__(self) -> None:
        self.shown: tuple[Known, ...] = ()
        self._all: list[Known] = []
        self._pairs: list[Bitext] = []

    @property
    def symbol(self) -> str:
        """The symbol of the document, "" if its text has none."""
        return next((one.text.masthead.symbol for one in self.shown if one.text), "")

    def all(self) -> list[Known]:
        """All versions, by language and name."""
        return sorted(self._all, key=_place)

    def follow(self, bitext: Bitext, files: Sequence[Path | None]) -> bool:
        """Takes in that a bitext is shown, read from these files. Returns whether it is of another
        document, of which nothing is known yet."""
        texts = [side for side in (bitext.source, bitext.target) if side is not None]
        loaded = [one.text for one in self._all if one.text is not None]
        is_same = any(
            text is other or are_same(text.masthead.symbol, other.masthead.symbol)
            for text in texts
            for other in loaded
        )
        if not is_same:
            self._all, self._pairs = [], []
        shown = [
            Known(file, text.language, text.script, text)
            for text, file in zip(texts, files, strict=False)
        ]
        self.shown = tuple(shown)
        for one in shown:
            self.add(one)
        if bitext.target is not None:
            self._pairs = [pair for pair in self._pairs if not _is_of(pair, *texts)]
            self._pairs = [*self._pairs, bitext][-_MOST_PAIRS:]
        self._forget_some()
        return not is_same

    def add(self, version: Known) -> None:
        """Adds a version; one that is not loaded is none beside the same that is."""
        known = next((one for one in self._all if _are_one(one, version)), None)
        if known is None:
            self._all.append(version)
        elif version.text is not None or known.text is None:
            self._all.remove(known)
            self._all.append(version)

    def latest(self, version: Known) -> Known:
        """A version as it is known now: it may have been loaded meanwhile."""
        return next((one for one in self._all if _are_one(one, version)), version)

    def remove(self, version: Known) -> None:
        """Forgets a version."""
        self._all = [one for one in self._all if one is not version]

    def keep_found(self, files: Collection[Path]) -> None:
        """Forgets what a search had found and has not found again in any of these files."""
        self._all = [one for one in self._all if one.text or not one.is_sought or one.file in files]

    def pair(self, first: Resolution, second: Resolution) -> Bitext | None:
        """Two texts as they stood beside each other before, in this order."""
        found = next((pair for pair in self._pairs if _is_of(pair, first, second)), None)
        return found if found is None or found.source is first else found.swapped()

    def _forget_some(self) -> None:
        """Keeps the texts of the last versions loaded, and of those that are shown."""
        loaded = [one for one in self._all if one.text is not None and one not in self.shown]
        for old in loaded[: max(len(loaded) + len(self.shown) - _MOST_LOADED, 0)]:
            self.remove(old)
            if old.file is not None:
                self._all.append(old._replace(text=None))


def version_name(version: Known) -> str:
    """The language of a version, in that of the interface: "Chinese (Simplified)"."""
    return name_in_script(version.language, version.script, phrase)


def text_of(version: Known, progress: Progress) -> Resolution:
    """The text of a version, read if it is not in memory. Raises UserError."""
    from desktop_app.opening.documents import open_resolution

    if version.text is not None:
        return version.text
    assert version.file is not None, "what has no file is in memory"
    return open_resolution(version.file, progress)


def _place(version: Known) -> tuple[int, str, str]:
    name = version.file.name if version.file else ""
    return _ORDER.get(version.language, len(_ORDER)), version.script, name


def _are_one(one: Known, other: Known) -> bool:
    if one.file is None or other.file is None:
        return one.text is not None and one.text is other.text
    return one.file == other.file


def _is_of(pair: Bitext, *texts: Resolution) -> bool:
    """Whether a pair has these two texts, in either order."""
    sides = (pair.source, pair.target)
    return all(any(text is side for side in sides) for text in texts)

"""The place in each document, kept in a file: clause in view, folds, ticks and script; no Qt.

Documents go by the paths of their files. A place is kept by clause, not by number or pixels, so
that it is found again in an edited file and in a window of another size.
"""

import json
import os
import time
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple, TypeGuard

from desktop_app.common.paths import bytes_of
from desktop_app.ui.page.nodes import Node, Place, sided
from desktop_app.ui.settings.kept_file import NotKeptError, locked, put

_LARGEST = 50_000_000
"""Bytes of the file."""
_KEPT = 200
"""The most documents; the least recently read is forgotten first."""

_MOVED = 0.05
"""How far the share of a row's height that is scrolled out differs if a person has moved."""
_TICK = 0.001
"""Seconds from one place to a later one at the least."""
_LATEST = 1e11
"""Seconds: no time of a file is later."""

Pair = tuple[str, str]
"""The paths of a document and its translation, "" for none."""


class KeptPlace(NamedTuple):
    """A place as it is kept: rows by their `stable_names`; `share` of the top row's height is
    scrolled out; `was_warned` if the notice about characters without a font was shown; `ticked` are
    the clauses that are chosen."""

    top: str = ""
    share: float = 0.0
    current: str = ""
    folded: tuple[str, ...] = ()
    script: str = ""
    was_warned: bool = False
    ticked: tuple[str, ...] = ()


def pair_of(file: Path, translation: Path | None) -> Pair:
    """The absolute paths of a document's files."""
    return os.path.abspath(file), os.path.abspath(translation) if translation else ""


def stable_names(nodes: Sequence[Node]) -> list[str]:
    """A name for each node that stays the same in other readings of the document: its first clause
    or line, or for a section its name with a count."""
    seen: dict[str, int] = {}
    out = []
    for node in nodes:
        held = sided(node)
        if held:
            out.append(f"{held[0][0]}:{held[0][1]}")
            continue
        seen[node.name] = seen.get(node.name, 0) + 1
        out.append(f"{node.name} {seen[node.name]}")
    return out


def restored(kept: KeptPlace, nodes: Sequence[Node]) -> Place:
    """A kept place in the nodes of a document; nodes that no longer exist are left out."""
    numbers = {name: number for number, name in enumerate(stable_names(nodes))}
    return Place(
        top=numbers.get(kept.top, 0),
        share=kept.share,
        current=numbers.get(kept.current, 0),
        folded=frozenset(numbers[name] for name in kept.folded if name in numbers),
    )


def restored_ticks(kept: KeptPlace, nodes: Sequence[Node]) -> set[int]:
    """The numbers of the nodes of a document that were ticked."""
    names = {*kept.ticked}
    return {n for n, name in enumerate(stable_names(nodes)) if name in names} if names else set()


def kept_place(
    nodes: Sequence[Node],
    place: Place,
    script: str,
    was_warned: bool,
    ticked: Collection[int] = (),
) -> KeptPlace:
    """The place to keep for a place in the nodes of a document."""
    names = stable_names(nodes)
    folded = tuple(names[number] for number in sorted(place.folded))
    current = names[place.current] if place.current else ""
    return KeptPlace(
        names[place.top] if place.top else "",
        round(place.share, 4),
        current,
        folded,
        script,
        was_warned,
        tuple(names[number] for number in sorted(ticked)),
    )


def is_same(one: KeptPlace, other: KeptPlace | None) -> bool:
    """Whether nobody has moved from one place to the other: the share changes a little when a page
    is laid out again."""
    if other is None or abs(one.share - other.share) > _MOVED:
        return False
    return one._replace(share=0.0, was_warned=False) == other._replace(share=0.0, was_warned=False)


class _Kept(NamedTuple):
    """A place, and when it was kept, in seconds since 1970; 0 for what an earlier version wrote."""

    place: KeptPlace
    time: float


_Places = dict[Pair, _Kept]


class KeptPlaces:
    """The places in one file, which need not exist; it can be deleted at any time, and what is
    wrong in it counts as not there. Other windows write to it as well: of two places in a document
    the newer one counts."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._written: _Places = {}
        self._stamp: tuple[int, int, int] | None = None
        self._mine: _Places = {}
        """What is not written yet."""
        self._is_damaged = False

    def find(self, pair: Pair) -> KeptPlace | None:
        """Where the person was in a document, None if that is not known."""
        self._read()
        found = _newer(self._written.get(pair), self._mine.get(pair))
        return found.place if found else None

    def keep(self, pair: Pair, place: KeptPlace) -> None:
        """From now on this is where the person is in a document."""
        self._read()
        known = _newer(self._written.get(pair), self._mine.get(pair))
        # The clock may have been wrong before: what comes later counts as later.
        now = max(time.time(), known.time + _TICK if known else 0.0)
        self._mine[pair] = _Kept(place, now)

    def write(self) -> None:
        """Writes the kept places, beside those of other windows. A file that is no list of places
        is set aside and not written over. Raises NotKeptError."""
        if not self._mine:
            return
        with locked(self._file):
            error = self._read()
            if error is not None:
                raise NotKeptError(self._file, error)  # there may be more in it than is seen now
            places = dict(self._written)
            for pair, kept in self._mine.items():
                places[pair] = _newer(places.get(pair), kept) or kept
            newest = sorted(places, key=lambda pair: places[pair].time)[-_KEPT:]
            rows = [[*pair, *places[pair].place, places[pair].time] for pair in newest]
            text = json.dumps(rows, ensure_ascii=True, separators=(",", ":"))
            put(self._file, text.encode("ascii"), self._is_damaged)
        self._mine.clear()

    def _read(self) -> OSError | None:
        """Reads the file, if it is another one since it was read last; returns why it could not be
        read, None if it could, or is not there."""
        try:
            found = os.stat(self._file)
            stamp = found.st_mtime_ns, found.st_size, found.st_ino
            if stamp == self._stamp:
                return None
            rows = json.loads(bytes_of(self._file, _LARGEST))
            self._is_damaged = not isinstance(rows, list)
        except OSError as error:
            self._stamp, self._written = None, {}
            return None if isinstance(error, FileNotFoundError) else error
        except (ValueError, RecursionError):
            self._is_damaged, stamp, rows = True, None, []
        self._stamp = stamp
        read = map(_read_row, rows if isinstance(rows, list) else [])
        self._written = dict(row for row in read if row is not None)
        return None


def _newer(one: _Kept | None, other: _Kept | None) -> _Kept | None:
    """The newer of two places in a document. What the person knows in either they know."""
    if one is None or other is None:
        return one or other
    newer = other if other.time >= one.time else one
    was_warned = one.place.was_warned or other.place.was_warned
    return newer._replace(place=newer.place._replace(was_warned=was_warned))


def _read_row(row: object) -> tuple[Pair, _Kept] | None:
    """The pair and place in a row of the file, None if they make no sense."""
    match row:
        case [
            str(file),
            str(translation),
            str(top),
            int() | float() as share,
            str(current),
            list(folded),
            str(script),
            bool(was_warned),
            *later,
        ] if all(isinstance(name, str) for name in folded) and 0 <= share <= 1:
            # Earlier versions wrote no ticks, or no time either.
            ticked, *times = later if later and isinstance(later[0], list) else [[], *later]
            ticks = tuple(filter(_is_name, ticked)) if isinstance(ticked, list) else ()
            place = KeptPlace(top, float(share), current, tuple(folded), script, was_warned, ticks)
            return (file, translation), _Kept(place, time_in(times[0]) if times else 0.0)
    return None


def _is_name(value: object) -> TypeGuard[str]:
    return isinstance(value, str)


def time_in(value: object) -> float:
    """The seconds since 1970 in a value of a file; 0 if it is no time."""
    return float(value) if isinstance(value, int | float) and 0 <= value < _LATEST else 0.0

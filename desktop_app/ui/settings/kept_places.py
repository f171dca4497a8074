"""The place in each document, kept in a file: clause in view, folds and script; no Qt.

Documents go by the paths of their files. A place is kept by clause, not by number or pixels, so
that it is found again in an edited file and in a window of another size.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from desktop_app.common.writing import WritingError, write
from desktop_app.ui.page.nodes import Node, Place, sided

_KEPT = 200
"""The most documents; the least recently read is forgotten first."""

Pair = tuple[str, str]
"""The paths of a document and its translation, "" for none."""


class KeptPlace(NamedTuple):
    """A place as it is kept: rows by their `stable_names`; `share` of the top row's height is
    scrolled out; `was_warned` if the notice about characters without a font was shown."""

    top: str = ""
    share: float = 0.0
    current: str = ""
    folded: tuple[str, ...] = ()
    script: str = ""
    was_warned: bool = False


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


def kept_place(nodes: Sequence[Node], place: Place, script: str, was_warned: bool) -> KeptPlace:
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
    )


def carried_over(before: Sequence[Node], place: Place, after: Sequence[Node]) -> Place:
    """A place in the nodes of one document, carried over to another with the same clauses."""
    return restored(kept_place(before, place, "", False), after)


class KeptPlaces:
    """The kept places of all documents, in one file. The file may be missing; damaged entries are
    ignored."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._places: dict[Pair, KeptPlace] | None = None

    def find(self, pair: Pair) -> KeptPlace | None:
        """The kept place in a document, None if there is none."""
        return self._read().get(pair)

    def keep(self, pair: Pair, place: KeptPlace) -> None:
        """Keeps the place in a document."""
        places = self._read()
        places.pop(pair, None)
        places[pair] = place
        for old in list(places)[:-_KEPT]:
            del places[old]

    def write(self) -> None:
        """Writes all places; does nothing if the folder is not writable."""
        if self._places is None:
            return
        rows = [[*pair, *place] for pair, place in self._places.items()]
        text = json.dumps(rows, ensure_ascii=True, separators=(",", ":"))
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write(self._file, text.encode("ascii"))
        except (OSError, WritingError):
            return  # the next start begins at the top

    def _read(self) -> dict[Pair, KeptPlace]:
        if self._places is None:
            try:
                rows = json.loads(self._file.read_bytes())
            except (OSError, ValueError, RecursionError):
                rows = []
            self._places = {}
            for row in rows if isinstance(rows, list) else []:
                read = _read_row(row)
                if read is not None:
                    self._places[read[0]] = read[1]
        return self._places


def _read_row(row: object) -> tuple[Pair, KeptPlace] | None:
    """The document and place of an entry in the file, None if it is damaged."""
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
        ] if all(isinstance(name, str) for name in folded) and 0 <= share <= 1:
            place = KeptPlace(top, float(share), current, tuple(folded), script, was_warned)
            return (file, translation), place
    return None

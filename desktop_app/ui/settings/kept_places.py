"""Where a person was in each document: the clause in view, folds and script; no Qt.

A document is known by where its files are. A place in it is kept by clause, and not by number or
by pixels, so that it is found again in a file that was edited and in a window of another size.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from desktop_app.common.writing import WritingError, write
from desktop_app.ui.page.nodes import Node, Place, sided

_KEPT = 200
"""Documents; the place in the one that was read longest ago is forgotten first."""

Pair = tuple[str, str]
"""The paths of a document and of its translation, "" for none."""


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
    """The name of a document that is opened from these files."""
    return os.path.abspath(file), os.path.abspath(translation) if translation else ""


def stable_names(nodes: Sequence[Node]) -> list[str]:
    """A name for each node that it has in other readings of the document as well: its first clause
    or line, or of a section its name and which one of that name it is."""
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
    """Where a kept place is in a tree; what is not there any more is left out."""
    numbers = {name: number for number, name in enumerate(stable_names(nodes))}
    return Place(
        top=numbers.get(kept.top, 0),
        share=kept.share,
        current=numbers.get(kept.current, 0),
        folded=frozenset(numbers[name] for name in kept.folded if name in numbers),
    )


def kept_place(nodes: Sequence[Node], place: Place, script: str, was_warned: bool) -> KeptPlace:
    """What is kept of a place in a tree."""
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
    """A place of one tree in another with the same clauses."""
    return restored(kept_place(before, place, "", False), after)


class KeptPlaces:
    """The places in one file, which need not exist; it can be deleted at any time, and what is
    wrong in it counts as not there."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._places: dict[Pair, KeptPlace] | None = None

    def find(self, pair: Pair) -> KeptPlace | None:
        """Where the person was in a document, None if that is not known."""
        return self._read().get(pair)

    def keep(self, pair: Pair, place: KeptPlace) -> None:
        """From now on this is where the person is in a document."""
        places = self._read()
        places.pop(pair, None)
        places[pair] = place
        for old in list(places)[:-_KEPT]:
            del places[old]

    def write(self) -> None:
        """Writes all places; does nothing where the folder is not to be had."""
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
    """What a row of the file says, None if it says nothing that could be meant."""
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

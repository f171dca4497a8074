"""Real texts in a folder: files of any format that can be read, and collections of texts, one JSON
object a line with a name and the text."""

import json
import lzma
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from desktop_app.reading.readers import text
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Resolution
from tests.support.paths import ROOT

_COLLECTION = ".jsonl.xz"
_VARIABLE = "READER_DATA"


class RealText(NamedTuple):
    """A text as it came, and what was read of it."""

    name: str
    text: str
    read: Resolution


def data_folder() -> Path:
    """Where the data are, if they are at hand."""
    return Path(os.environ.get(_VARIABLE, "") or ROOT.parent / "shared" / "data")


def texts_of(place: Path) -> Iterator[RealText]:
    """The texts of a collection, or of all collections and plain texts in a folder."""
    for path in sorted(place.iterdir()) if place.is_dir() else [place]:
        if path.name.endswith(_COLLECTION):
            with lzma.open(path, "rt", encoding="utf-8") as lines:
                for line in lines:
                    found = json.loads(line)
                    yield _read(found.get("name") or found.get("symbol", ""), found["text"])
        elif path.suffix == ".txt":
            yield _read(path.name, path.read_text(encoding="utf-8"))


def _read(name: str, words: str) -> RealText:
    return RealText(name, words, resolution(text.read(words)))

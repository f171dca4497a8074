"""JSON that this program wrote, with the structure of the text: what is exported as JSON, and what
`show` prints.

- `exported.py`: the model of one language version or two, with the rows between them
- `shown.py`: what `show` prints, an object for each version
- `reading.py`: the whole file
"""

import re
from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.common.progress import Progress, silent
from desktop_app.reading.blocks import Document
from desktop_app.reading.content import Content
from desktop_app.reading.readers.reader import Reader

_BEGINNING = 4_000
_EXPORTED = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{[^\0]*?"format"\s*:\s*"resolution-reader"')
_SHOWN = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"kind"\s*:\s*"[a-z]+"\s*,\s*"symbol"\s*:')
"""How what `show` prints begins."""


def _recognises(data: bytes) -> bool:
    beginning = data[:_BEGINNING]
    return bool(_EXPORTED.match(beginning) or _SHOWN.match(beginning))


def _holds(data: bytes, path: Path) -> Content:
    from desktop_app.reading.readers.json_files.reading import content  # late: dialogs need none

    return content(data, path, is_shown=_EXPORTED.match(data[:_BEGINNING]) is None)


def _read(data: bytes, path: Path, progress: Progress = silent) -> Document:
    from desktop_app.reading.readers.json_files.reading import no_pair

    raise no_pair(path)


READER = Reader(
    name=Message("JSON"),
    endings=("json", "jsonl"),
    recognises=_recognises,
    read=_read,
    holds=_holds,
)

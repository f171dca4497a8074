"""Where a document that was fetched came from: a record beside its file.

It counts only for the very bytes that were fetched, so that an edited file is never taken for the
official one.
"""

import json
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from desktop_app.common.paths import bytes_of, data_folder

OFFICIAL = "https://docs.un.org/"
"""What comes from here is the official document."""
_LARGEST = 10_000
"""Bytes of a record."""


class Record(NamedTuple):
    """The address that was asked, and the date as ISO 8601 writes it."""

    address: str
    fetched: str

    @property
    def is_official(self) -> bool:
        """Whether the document is the official one."""
        return self.address.startswith(OFFICIAL)


def fetched_folder() -> Path:
    """The folder of the documents that were fetched, which need not exist."""
    return data_folder() / "documents"


def record_file(file: Path) -> Path:
    """The file of the record of a document."""
    return file.with_name(f"{file.name}.json")


def dumped(record: Record, data: bytes) -> bytes:
    """The record of a document with these bytes, as it is written."""
    values = {**record._asdict(), "sha256": sha256(data).hexdigest()}
    return json.dumps(values, indent=2).encode("ascii") + b"\n"


def record_of(file: Path) -> Record | None:
    """The record of a document, None where there is none for its present bytes."""
    try:
        values = json.loads(bytes_of(record_file(file), _LARGEST))
        match values:
            case {"address": str(address), "fetched": str(fetched), "sha256": str(digest)}:
                is_same = digest == sha256(file.read_bytes()).hexdigest()
                return Record(address, fetched) if is_same else None
    except (OSError, ValueError, RecursionError):
        return None  # no record, or none that can be read: the document says what it says itself
    return None

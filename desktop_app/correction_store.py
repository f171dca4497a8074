"""The rows that a person corrected, kept in a database in the data folder.

They belong to the content of the two versions and not to their files, so that they are found again
wherever a copy of the same pair is opened. The documents themselves are never written to. What
reads the database is imported only when there is one.
"""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.alignment.corrections import Rows, fits
from desktop_app.resolution.serial import SerialError, dump_rows, load_rows

if TYPE_CHECKING:
    import sqlite3

    from desktop_app.resolution.bitext import Bitext

_SCHEMA = 1
"""What PRAGMA user_version says of the database; counts up when its tables change."""
_PATIENCE = 2.0
"""Seconds to wait for another window that is writing."""


class StoreError(Exception):
    """Corrections cannot be read or kept; the message is one sentence that names the file and the
    way out."""


class CorrectionStore:
    """The corrections in one database file, which need not exist."""

    def __init__(self, file: Path) -> None:
        self._file = file

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever kept, at the price of one look at the folder."""
        return not self._file.exists()

    def find(self, bitext: Bitext) -> Rows | None:
        """The corrected rows of a pair with this content, None if none were kept. Raises
        StoreError."""
        if self.is_empty:
            return None
        import sqlite3

        try:
            with closing(self._open(read_only=True)) as database:
                found = database.execute(
                    "SELECT rows FROM corrections WHERE pair = ?", (digest(bitext),)
                ).fetchone()
            if found is None:
                return None
            rows = load_rows(json.loads(found[0]))
        except (sqlite3.Error, OSError, ValueError, TypeError, RecursionError) as error:
            raise StoreError(_unread(self._file, error)) from error
        if not fits(bitext, rows):
            raise StoreError(_unread(self._file, "they are not rows of these texts"))
        return rows

    def keep(self, bitext: Bitext, rows: Rows | None) -> None:
        """Keeps the corrected rows of a pair in the place of those before; for None there are no
        corrections any more. All of it is written or nothing. Raises StoreError."""
        if rows is None and self.is_empty:
            return
        import sqlite3

        key = digest(bitext)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._open()) as database, database:
                database.execute("BEGIN IMMEDIATE")
                database.execute(
                    "CREATE TABLE IF NOT EXISTS corrections (pair TEXT PRIMARY KEY, symbol TEXT "
                    "NOT NULL, rows TEXT NOT NULL, changed TEXT NOT NULL) WITHOUT ROWID"
                )
                database.execute(f"PRAGMA user_version = {_SCHEMA}")
                if rows is None:
                    database.execute("DELETE FROM corrections WHERE pair = ?", (key,))
                else:
                    text = json.dumps(dump_rows(rows), separators=(",", ":"))
                    database.execute(
                        "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, datetime('now'))",
                        (key, bitext.source.masthead.symbol, text),
                    )
        except (sqlite3.Error, OSError) as error:
            raise StoreError(
                f"The correction is shown but cannot be kept in {self._file} ({_reason(error)}); "
                "free the file, or rename it to begin a new one."
            ) from error

    def _open(self, read_only: bool = False) -> sqlite3.Connection:
        """The database, of this schema or still empty. Raises sqlite3.Error."""
        import sqlite3

        address = f"{self._file.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
        database = sqlite3.connect(address, timeout=_PATIENCE, isolation_level=None, uri=True)
        try:
            (schema,) = database.execute("PRAGMA user_version").fetchone()
            if schema > _SCHEMA:
                raise sqlite3.DatabaseError("written by a later version of this program")
        except sqlite3.Error:
            database.close()
            raise
        return database


def digest(bitext: Bitext) -> str:
    """What is the same for two pairs whenever their clauses and footnotes have the same ids and
    the same published words, each side on its own side."""
    from hashlib import sha256

    sides = [side for side in (bitext.source, bitext.target) if side]
    texts = [
        [
            [[clause.id, clause.text] for clause in side.walk()],
            [[note.id, note.text] for note in side.footnotes],
        ]
        for side in sides
    ]
    return sha256(json.dumps(texts).encode("ascii")).hexdigest()


def _unread(file: Path, error: object) -> str:
    return (
        f"Your corrections in {file} cannot be read ({_reason(error)}), so the rows are shown as "
        "they were aligned; rename the file to begin a new one."
    )


def _reason(error: object) -> str:
    if isinstance(error, SerialError | ValueError | TypeError | RecursionError):
        return "what was kept is damaged"
    return str(getattr(error, "strerror", None) or error)

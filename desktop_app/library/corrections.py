"""The rows that a person corrected, in a database in the data folder.

They belong to the content of the two versions and not to their files, so they are found again
wherever a copy of the same pair is opened, in either order. The documents themselves are never
written to. The window loads this module with each start, but SQLite only when there is a database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.library.results import Saved

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.alignment.corrections.tree import Rows
    from desktop_app.library.stored_rows import StoredRows
    from desktop_app.resolution.bitext import Bitext


class CorrectionStore:
    """The corrections in one database file, which need not exist, as one window knows them.
    `patience` are the seconds to wait for another window that is writing, None for the usual
    ones."""

    def __init__(self, file: Path, patience: float | None = None) -> None:
        self._file = file
        self._patience = patience
        self._stored: StoredRows | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever saved, at the price of one look at the folder."""
        try:
            self._file.stat()
        except (FileNotFoundError, NotADirectoryError):
            return True
        except OSError:
            return False  # opening it will say what is wrong
        return False

    def find(self, bitext: Bitext) -> Rows | None:
        """The corrected rows of a pair with this content, None if there are none. Raises
        StoreError."""
        if self.is_empty:
            if self._stored is not None:
                self._stored.forget()
            return None
        return self._opened().find(bitext)

    def save(self, bitext: Bitext, rows: Rows | None) -> Saved:
        """Saves the corrected rows of a pair, None for its automatic ones, which take the place of
        its entry. What was saved since this store read or saved it last is joined with them. All of
        it is written or nothing. Raises StoreError."""
        mine = bitext.rows if rows is None else rows
        if not any(row.by_hand for row in mine) and self.is_empty:
            return Saved(rows=mine, before=mine, theirs=mine)
        return self._opened().save(bitext, mine)

    def _opened(self) -> StoredRows:
        if self._stored is None:
            # Late: SQLite, and what makes digests, take a start without corrections 20 ms.
            from desktop_app.library.stored_rows import StoredRows

            self._stored = StoredRows(self._file, self._patience)
        return self._stored

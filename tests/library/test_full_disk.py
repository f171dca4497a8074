"""Corrections that find no room on the disk."""

import sqlite3
from pathlib import Path

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.corrections.operations import merge, split
from desktop_app.library import database
from desktop_app.library.corrections import CorrectionStore
from desktop_app.library.results import StoreError
from tests.support.texts import EN, ZH, read


def test_a_full_disk_is_no_reason_to_rename_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bitext = align(read(ZH), read(EN))
    rows = split(bitext, 5)
    store = CorrectionStore(tmp_path / "corrections.sqlite")
    store.save(bitext, rows)

    def insert(*given: object) -> None:
        """As SQLite does on a full disk."""
        limited = sqlite3.connect(":memory:")
        limited.execute("PRAGMA max_page_count = 2")
        limited.execute("CREATE TABLE more (text)")
        limited.execute("INSERT INTO more VALUES (?)", ("x" * 100_000,))

    with monkeypatch.context() as patch:
        patch.setattr(database, "_insert", insert)
        with pytest.raises(StoreError, match=r"\(database or disk is full\); free space"):
            store.save(bitext, merge(bitext, 0))
    assert store.find(bitext) == rows
    assert store.save(bitext, merge(bitext, 0)).warning is None

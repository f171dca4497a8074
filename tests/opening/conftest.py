"""Files and their snapshot."""

import os
from pathlib import Path

import pytest

from desktop_app.opening.documents import open_bitext
from desktop_app.opening.snapshots import Snapshots
from desktop_app.resolution.bitext import Bitext
from tests.support.texts import EN, ZH


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = [tmp_path / "zh.md", tmp_path / "en.md"]
    for file, text in zip(found, (ZH, EN), strict=True):
        file.write_text(text, encoding="utf-8")
    return found


@pytest.fixture
def bitext(files: list[Path]) -> Bitext:
    return open_bitext(files[0], files[1])


@pytest.fixture
def kept(tmp_path: Path, files: list[Path], bitext: Bitext) -> Snapshots:
    found = Snapshots(tmp_path / "cache" / "deep")
    found.keep(files, bitext)
    return found


def only_snapshot(folder: Path) -> Path:
    (file,) = folder.rglob("*.snapshot")
    return file


def key_file() -> Path:
    return Path(os.environ["XDG_STATE_HOME"]) / "resolution-reader" / "snapshots.key"

"""Files that hold both languages, in the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.formats.registry import render
from desktop_app.opening.documents import open_bitext
from desktop_app.opening.snapshots import Snapshots
from desktop_app.ui.document import OpenDocument
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.window.main_window import MainWindow
from tests.support.paths import FIXTURES
from tests.support.texts import bundled_pair

Model = Callable[[], BitextModel]
_FRENCH = FIXTURES / "general_assembly_75_58.fr.md"


@pytest.fixture(params=["json", "akn", "html", "md", "docx"])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    bitext = bundled_pair()
    file = tmp_path / f"both.{request.param}"
    file.write_bytes(render(excerpt(bitext, clause_rows(bitext)), request.param))
    return file


def _languages(document: OpenDocument) -> list[str]:
    return [side.language for side in document.sides]


def test_a_file_with_both_languages_opens_as_a_pair(
    window: MainWindow, both: Path, qtbot: QtBot
) -> None:
    document = window.document
    document.open(_FRENCH)
    qtbot.waitUntil(lambda: _languages(document) == ["fr"])
    document.open(both)
    qtbot.waitUntil(lambda: _languages(document) == ["zh", "en"])
    rows = [row[:2] for row in document.published.rows]
    assert rows == [row[:2] for row in bundled_pair().rows]
    assert document.pair == (str(both), "")


def test_dropped_on_one_of_its_languages_it_opens_as_a_pair_and_not_beside_it(
    window: MainWindow, both: Path, qtbot: QtBot
) -> None:
    document = window.document
    document.open(_FRENCH)
    qtbot.waitUntil(lambda: _languages(document) == ["fr"])
    document.open_dropped(both)
    qtbot.waitUntil(lambda: _languages(document) == ["zh", "en"])


def test_a_file_dropped_beside_it_takes_the_place_of_the_translation(
    window: MainWindow, both: Path, qtbot: QtBot
) -> None:
    document = window.document
    document.open(both)
    qtbot.waitUntil(lambda: document.pair == (str(both), ""))
    document.open_dropped(_FRENCH)
    qtbot.waitUntil(lambda: _languages(document) == ["zh", "fr"])
    assert document.pair == (str(both), str(_FRENCH))


def test_it_is_kept_with_both(both: Path, tmp_path: Path) -> None:
    snapshots = Snapshots(tmp_path / "cache", tmp_path / "key")
    found = open_bitext(both, None)
    snapshots.keep([both], found)
    assert snapshots.find([both]) == found
    assert found.target

"""The tests have the same rooms as the program."""

from pathlib import Path

from tests.support.paths import ROOT

_PROGRAM, _TESTS = ROOT / "desktop_app", ROOT / "tests"
_OWN = {"fixtures", "packaging", "support", "tools"}
"""Folders of the tests that stand for no room."""


def _rooms(root: Path, pattern: str) -> set[str]:
    """The folders below the root that hold such files."""
    files = (file for file in root.rglob(pattern) if file.name != "__init__.py")
    return {file.parent.relative_to(root).as_posix() for file in files} - {"."}


def test_every_room_of_the_program_has_tests_in_the_room_of_its_name() -> None:
    assert _rooms(_PROGRAM, "*.py") - _rooms(_TESTS, "test_*.py") == set()


def test_every_room_of_the_tests_is_one_of_the_program() -> None:
    rooms = {room for room in _rooms(_TESTS, "*.py") if room.partition("/")[0] not in _OWN}
    assert {room for room in rooms if not (_PROGRAM / room).is_dir()} == set()

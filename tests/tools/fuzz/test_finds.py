"""What the fuzz found once, and what was mended since."""

from pathlib import Path

import pytest

from tests.support.paths import FIXTURES
from tests.tools.fuzz.inputs import Input
from tests.tools.fuzz.targets import TARGETS, try_target

_FINDS = sorted(
    file for file in (FIXTURES / "finds").glob("*.md") if not file.stem.endswith(".translation")
)


@pytest.mark.parametrize("find", _FINDS, ids=lambda find: find.stem)
def test_a_find_that_was_mended_stays_mended(find: Path, tmp_path: Path) -> None:
    translation = find.with_suffix(".translation.md")
    given = Input(find.read_bytes(), translation.read_bytes() if translation.exists() else b"")
    for target in TARGETS:
        try_target(target, given, tmp_path)

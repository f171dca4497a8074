"""Every document in tests/fixtures has the outline that stands beside it.

A new case is two files: the document, and `outline()` of it (tests/support/texts.py), checked by
eye.
The resolutions are excerpts written from memory, with paragraphs left out: no official texts.
"""

from pathlib import Path

import pytest

from desktop_app.reading.files import read_resolution
from tests.support.paths import FIXTURES
from tests.support.texts import outline

_DOCUMENTS = sorted((FIXTURES).glob("*.md"))


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_has_the_outline_beside_it(document: Path) -> None:
    expected = document.with_suffix(".outline.txt").read_text(encoding="utf-8")
    assert outline(read_resolution(document)) == expected


def test_only_the_garden_minutes_are_no_resolution() -> None:
    plain = [path.stem for path in _DOCUMENTS if not read_resolution(path).is_structured]
    assert plain == ["no_resolution.en"]

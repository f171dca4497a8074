"""A document with annexes, for what finds the parts of one."""

from pathlib import Path

import pytest

from desktop_app.opening.bundled import BUNDLED_TRANSLATION

_ANNEXES = """# Annex I

## Declaration of principles

1. The first principle;

(a) Its first half;

(b) Its second half.

## Goals and targets

2. A goal.

# Annex II

The only paragraph of it.

"""


@pytest.fixture(scope="module")
def with_annexes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled English text with two annexes of our own."""
    file = tmp_path_factory.mktemp("annexes") / "annexes.en.md"
    head, mark, notes = BUNDLED_TRANSLATION.read_text(encoding="utf-8").partition("[^1]:")
    file.write_text(head + _ANNEXES + mark + notes, encoding="utf-8")
    return file

"""Corrections of rows that join paragraphs with sub-paragraphs are kept as all others are."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.alignment.corrections.joining import turned
from desktop_app.library.corrections import CorrectionStore
from desktop_app.resolution.model import Resolution
from tests.support.corrections import across_levels, some_corrections


@pytest.mark.slow
@given(st.data())
@settings(max_examples=50, deadline=None)
def test_corrected_rows_across_levels_are_found_again_in_either_order(
    data: st.DataObject,
) -> None:
    bitext = data.draw(across_levels())
    rows = some_corrections(data, bitext, bitext.rows)
    if not any(row.by_hand for row in rows):
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "corrections.sqlite"
        saved = CorrectionStore(file).save(bitext, rows)
        assert (saved.rows, saved.warning) == (rows, None)
        assert CorrectionStore(file).find(bitext) == rows
        if _texts(bitext.source) != _texts(bitext.target):  # else the two orders are one
            assert CorrectionStore(file).find(bitext.swapped()) == turned(rows)


def _texts(side: Resolution | None) -> list[tuple[str, str]]:
    assert side is not None
    return [(clause.id, clause.text) for clause in side.walk()]

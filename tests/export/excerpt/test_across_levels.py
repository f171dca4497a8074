"""Excerpts of rows that join paragraphs with sub-paragraphs lose nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from tests.support.corrections import across_levels, some_corrections
from tests.support.texts import ids


@pytest.mark.slow
@given(st.data())
@settings(max_examples=80, deadline=None)
def test_rows_across_levels_are_written_once_in_the_order_of_the_first_text(
    data: st.DataObject,
) -> None:
    bitext = data.draw(across_levels())
    now = bitext._replace(rows=some_corrections(data, bitext, bitext.rows))
    assert now.target is not None
    made = excerpt(now, clause_rows(now))
    written = [
        [paragraph.id for entry in made.entries for paragraph in entry.texts[side]]
        for side in (0, 1)
    ]
    assert written[0] == ids(now.source)
    assert sorted(written[1]) == sorted(ids(now.target))

"""Some clauses in two languages, exported and opened again: a pair, whatever the format."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.export.excerpt.choosing import rows_named
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import AS_THEY_ARE, Arrangement
from desktop_app.export.formats.registry import render
from desktop_app.opening.documents import open_bitext
from desktop_app.reading.readers.markdown_exports.own import STATED_STRUCTURE
from tests.support.texts import bundled_pair


@pytest.mark.parametrize("key", ["docx", "html", "md", "akn", "json"])
@pytest.mark.parametrize("arrangement", Arrangement)
def test_both_languages_of_some_clauses_come_back(
    key: str, arrangement: Arrangement, tmp_path: Path
) -> None:
    options = replace(AS_THEY_ARE, arrangement=arrangement)
    cut = excerpt(bundled_pair(), rows_named(bundled_pair(), "PP6,PP7,OP3,OP5", ()), options)
    file = tmp_path / f"some.{key}"
    data = render(cut, key)
    if key == "md":  # as it is read once a person has changed it
        data = STATED_STRUCTURE.sub("", data.decode("utf-8")).encode("utf-8")
    file.write_bytes(data)
    found = open_bitext(file, None)
    assert found.target
    for text, published in zip((found.source, found.target), cut.texts, strict=True):
        assert text.language == published.language
        words = [re.sub(r"^\d\.", "", clause.text).strip() for clause in text.walk()]
        assert words == [clause.text for clause in published.walk()]
        assert [note.text for note in text.footnotes] == [note.text for note in published.footnotes]
    assert [tuple(map(len, row[:2])) for row in found.rows[:4]] == [(1, 2), (1, 1), (1, 1), (1, 1)]

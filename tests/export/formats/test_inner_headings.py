"""Headings above sub-paragraphs in what is exported: in every format, and back from some."""

import json
from pathlib import Path

import pytest
from lxml import etree

from desktop_app.alignment.align import align, alone
from desktop_app.citation.naming import citation, short_citation
from desktop_app.citation.typed import select
from desktop_app.cli.outline import as_json, as_text
from desktop_app.export.excerpt.choosing import clause_rows, rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Arrangement, Notes, Options
from desktop_app.export.formats.registry import FORMATS, render
from desktop_app.reading.files import read_resolution
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Resolution, words
from desktop_app.resolution.pruning import without_notes
from desktop_app.resolution.serial import dump, dump_resolution, load, load_resolution
from desktop_app.script.convert import convert_resolution
from tests.export.formats.akn.conftest import AKN, SCHEMA
from tests.support.paths import FIXTURES
from tests.support.texts import clause

_EN, _ZH = (read_resolution(FIXTURES / f"headings_within.{code}.md") for code in ("en", "zh"))
_BOTH = align(_EN, _ZH)
_HEADINGS = ["Asset freeze", "Travel ban", "Restoration", "Training"]


def _excerpt(bitext: Bitext, chosen: str = "", options: Options | None = None) -> Excerpt:
    rows = rows_of(bitext, select(chosen, bitext.source)) if chosen else clause_rows(bitext)
    return excerpt(bitext, rows, options or Options())


def _inner(resolution: Resolution) -> list[tuple[str, str]]:
    return [(one.id, words(one.heading)) for one in resolution.walk() if one.heading]


@pytest.mark.parametrize("key", ["html", "md", "txt", "csv", "tmx", "xliff", "akn", "json"])
@pytest.mark.parametrize("bitext", [alone(_EN), _BOTH], ids=["alone", "both"])
def test_every_format_has_them_each_once(bitext: Bitext, key: str) -> None:
    written = render(_excerpt(bitext), key).decode()
    assert [written.count(heading) for heading in _HEADINGS] == [1] * len(_HEADINGS)
    places = [written.index(words) for words in ("following measures", *_HEADINGS, "Examine the")]
    assert places == sorted(places)
    if bitext is _BOTH:
        assert "旅行禁令" in written


@pytest.mark.parametrize("key", ["docx", "pdf", "html", "json"])
def test_they_come_back(tmp_path: Path, key: str) -> None:
    data = render(_excerpt(alone(_EN)), key)
    if key == "json":
        assert load_resolution(json.loads(data)["texts"][0]) == _EN
        return
    file = tmp_path / f"out.{FORMATS[key].ending}"
    file.write_bytes(data)
    assert _inner(read_resolution(file)) == _inner(_EN)
    assert "op1.c" in dict(_inner(_EN))


def test_in_akoma_ntoso_they_are_headings_of_points() -> None:
    root = etree.fromstring(render(_excerpt(_BOTH), "akn"))
    SCHEMA.assertValid(root)
    points = root.iter(f"{AKN}point")
    headings = {(one.text, point.tag) for point in points for one in point.findall(f"{AKN}heading")}
    assert headings >= {(heading, f"{AKN}point") for heading in _HEADINGS}


@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_a_sub_paragraph_has_the_heading_right_above_it(arrangement: Arrangement) -> None:
    options = Options(arrangement=arrangement, notes=Notes.NONE)
    found = _excerpt(_BOTH, "OP1(c)", options)
    ids = [text[0].id for entry in found.entries for text in entry.texts[:1] if text]
    assert ids == ["op1.c.heading", "op1.c"]
    (entry,) = (entry for entry in found.entries if not entry.label)
    assert [words(text[0].runs) for text in entry.texts] == ["Travel ban", "旅行禁令"]


def test_the_one_language_that_has_it_shows_it() -> None:
    bare = clause(_ZH, "op1")._replace(
        clauses=tuple(c._replace(heading=()) for c in clause(_ZH, "op1").clauses)
    )
    parts = tuple(
        part._replace(clauses=tuple(bare if c.id == "op1" else c for c in part.clauses))
        for part in _ZH.parts
    )
    found = _excerpt(align(_ZH._replace(parts=parts), _EN))
    headings = [e for e in found.entries if any(p.id == "op1.c.heading" for p in e.texts[1])]
    assert [entry.texts[0] for entry in headings] == [()]


def test_their_notes_are_called_and_can_be_left_out() -> None:
    assert clause(_EN, "op1.c").notes == ("fn1",)
    assert [note.id for note in _excerpt(alone(_EN), "OP1(c)").notes] == ["fn1"]
    assert _excerpt(alone(_EN), "OP1(a)").notes == ()
    assert dict(_inner(without_notes(_EN)))["op1.c"] == "Travel ban"
    assert clause(without_notes(_EN), "op1.c").notes == ()


def test_in_json_and_text_they_stand_above() -> None:
    shown = json.loads(as_json(_EN))
    first = shown["parts"][1]["clauses"][0]["clauses"]
    assert [one.get("heading") for one in first] == ["Asset freeze", None, "Travel ban"]
    lines = [line.strip() for line in as_text(_EN).split("\n")]
    assert lines.index("Training") + 1 == lines.index("OP2(ii)(b) Train the keepers, including by:")


def test_what_is_kept_is_what_was_read() -> None:
    assert load(dump(_BOTH)) == _BOTH
    assert load_resolution(dump_resolution(_EN)) == _EN


def test_another_script_has_them_too() -> None:
    found = convert_resolution(_ZH, "s2t")
    assert dict(_inner(found))["op1.a"] == "資產凍結"


def test_they_are_no_part_of_a_citation() -> None:
    assert citation(_EN, ["op1.c"]).endswith("para. 1 (c))")
    assert short_citation(_EN, ["op1.c.heading", "op1.c"]) == short_citation(_EN, ["op1.c"])

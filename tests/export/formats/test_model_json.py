"""What is exported as JSON is read back to equal language versions, and explains itself."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.alignment.align import align, alone
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import AS_THEY_ARE, Notes, Options
from desktop_app.export.formats.registry import render
from desktop_app.reading.readers.json_files.exported import versions
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Clause, Footnote, Resolution, Run, Style, words
from desktop_app.script.convert import convert_resolution
from tests.support.paths import FIXTURES
from tests.support.texts import EN, ZH, read
from tests.tools.bench.made_up import bitext as made_up


def load(data: bytes) -> tuple[Resolution, ...]:
    """The language versions in a file."""
    return versions(json.loads(data))


_FIXTURES = sorted((FIXTURES).glob("*.md"))
_ZH = read(ZH)
_EN = read(EN)
_BOTH = align(_ZH, _EN)


def _chosen(bitext: Bitext, chosen: str, options: Options = AS_THEY_ARE) -> Excerpt:
    return excerpt(bitext, rows_of(bitext, select(chosen, bitext.source)), options)


def _plain(found: Excerpt) -> Any:
    return json.loads(render(found, "json"))


@pytest.mark.parametrize("file", _FIXTURES, ids=lambda file: file.stem)
def test_documents_are_read_back_equal(file: Path) -> None:
    found = _chosen(alone(read(file.read_text(encoding="utf-8"))), "all")
    assert load(render(found, "json")) == found.texts
    assert found.texts[0].parts


@pytest.mark.parametrize("chosen", ["all", "PP6,OP1", "OP5"])
@pytest.mark.parametrize("notes", Notes)
@pytest.mark.parametrize("languages", [("zh",), ("en", "zh"), ()])
def test_selections_are_read_back_equal(
    chosen: str, notes: Notes, languages: tuple[str, ...]
) -> None:
    found = _chosen(_BOTH, chosen, Options(languages=languages, notes=notes))
    assert load(render(found, "json")) == found.texts


def test_a_converted_text_and_a_long_one_are_read_back_equal() -> None:
    for bitext in (alone(convert_resolution(_ZH, "s2twp")), made_up(300, 60)):
        found = _chosen(bitext, "all")
        assert load(render(found, "json")) == found.texts


_TEXT = st.text(max_size=6)
"""Any characters, those that control terminals too."""
_RUNS = st.lists(st.builds(Run, _TEXT, st.sampled_from(Style), _TEXT), max_size=2).map(tuple)
_CLAUSES = st.recursive(
    st.builds(Clause, _TEXT, _TEXT, _TEXT, _TEXT, _RUNS),
    lambda below: st.builds(
        Clause, _TEXT, _TEXT, _TEXT, _TEXT, _RUNS, st.lists(below, max_size=2).map(tuple)
    ),
    max_leaves=3,
)


@pytest.mark.slow
@settings(max_examples=50, deadline=None)
@given(
    st.lists(_CLAUSES, min_size=1, max_size=2),
    st.lists(st.builds(Footnote, _TEXT, _TEXT, _RUNS), max_size=2),
    st.builds(
        _EN.masthead._replace,
        symbol=_TEXT,
        title=_TEXT,
        session=st.none() | st.integers(),
        meeting=st.none() | st.integers(),
    ),
)
def test_any_resolution_is_read_back_equal(
    clauses: list[Clause], notes: list[Footnote], head: Any
) -> None:
    part = _EN.parts[1]._replace(clauses=tuple(clauses))
    text = _EN._replace(masthead=head, parts=(part,), footnotes=tuple(notes))
    found = replace(_chosen(alone(_EN), "OP1"), texts=(text, _ZH))
    assert load(render(found, "json")) == (text, _ZH)


def test_the_file_says_what_it_is_and_where_it_comes_from() -> None:
    plain = _plain(_chosen(_BOTH, "PP6,OP1"))
    assert (plain["format"], plain["version"]) == ("resolution-reader", 1)
    assert plain["document"] == {
        "symbol": "A/RES/75/58",
        "title": "防止恐怖分子获取大规模毁灭性武器的措施",
        "citation": "General Assembly resolution 75/58 of 7 December 2020 "
        "(A/RES/75/58, preambular para. 6, para. 1) [source not stated]",
        "whole": False,
    }
    assert [version["official_address"] for version in plain["versions"]] == [
        "https://docs.un.org/zh/A/RES/75/58",
        "https://docs.un.org/en/A/RES/75/58",
    ]
    assert [version["provenance"] for version in plain["versions"]] == [
        "source not stated, not compared with the official record",
        "transcription, not the official record",
    ]
    assert [version["language_tag"] for version in plain["versions"]] == ["zh-Hans", "en"]


def test_a_converted_text_says_so() -> None:
    plain = _plain(_chosen(alone(convert_resolution(_ZH, "s2twp")), "OP1"))
    assert plain["versions"][0]["provenance"].startswith("converted from Simplified (OpenCC, ")
    assert plain["texts"][0]["converted"] == "s2twp"


def _texts_by_id(text: Any) -> dict[str, str]:
    """The words under the id of each line, part, clause and footnote, read without our loader."""

    def gather(clauses: Any) -> None:
        for clause in clauses:
            out[clause["id"]] = joined(clause["runs"])
            gather(clause["clauses"])

    def joined(runs: Any) -> str:
        return "".join(run["text"] for run in runs if run.get("style") != "mark")

    out = {line["id"]: joined(line["runs"]) for line in (*text["head"], *text["closing"])}
    out |= {note["id"]: joined(note["runs"]) for note in text["footnotes"]}
    for part in text["parts"]:
        out[part["id"]] = joined(part["heading"])
        gather(part["clauses"])
    return out


@pytest.mark.parametrize("chosen", ["all", "PP6,OP1"])
def test_every_row_and_note_names_words_that_are_there(chosen: str) -> None:
    found = _chosen(_BOTH, chosen)
    plain = _plain(found)
    known = [_texts_by_id(text) for text in plain["texts"]]
    read_back = [
        [known[side][id] for side, ids in enumerate(row["ids"]) for id in ids]
        for row in plain["rows"]
    ]
    assert read_back == [
        [words(paragraph.runs) for text in entry.texts for paragraph in text]
        for entry in found.entries
    ]
    assert [note["ids"] for note in plain["notes"]] == [[*note.ids] for note in found.notes]
    for side, texts in enumerate(known):
        for note in found.notes:
            assert texts[note.ids[side]] == words(note.texts[side])


def test_a_note_that_says_ibid_says_what_it_stands_for() -> None:
    (note,) = _plain(_chosen(alone(_EN), "PP7"))["notes"]
    assert (note["ids"], note["marks"]) == (["fn2"], ["2"])
    assert note["stands_for"] == [" [that is, footnote 1: United Nations, Treaty Series]"]


def test_characters_are_written_as_they_are() -> None:
    text = render(_chosen(_BOTH, "OP1"), "json").decode("utf-8")
    assert '"促请"' in text
    assert text.endswith("}\n")
    assert '\n "format": "resolution-reader",\n' in text

"""The bundled texts come out exactly as they were set down."""

import hashlib
import re

import pytest

from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.resolution.model import Masthead, PartKind, Provenance, Resolution, words
from tests.support.texts import EN, EN_OPENINGS, ZH, ZH_OPENINGS, ids, openings, read, unmarked

_SHA_256 = "36c0f637e98de48d943dc951366515781e2194fd11275872f002313d766e942a"
_MARKED = {
    "zh": {1: "pp6", 2: "pp6", 3: "pp7", 4: "pp11", 5: "pp14", 6: "pp14", 7: "pp15"},
    "en": {1: "pp6", 2: "pp7", 3: "pp8", 4: "pp12", 5: "pp15", 6: "pp15", 7: "pp16"},
}


@pytest.fixture(scope="module")
def zh() -> Resolution:
    return read(ZH)


@pytest.fixture(scope="module")
def en() -> Resolution:
    return read(EN)


def test_the_chinese_file_is_byte_for_byte_the_one_that_was_given() -> None:
    assert hashlib.sha256(BUNDLED.read_bytes()).hexdigest() == _SHA_256


def test_the_chinese_text_has_17_preambular_and_6_operative_paragraphs(zh: Resolution) -> None:
    assert ids(zh) == [f"pp{n}" for n in range(1, 18)] + [f"op{n}" for n in range(1, 7)]
    assert [part.kind for part in zh.parts] == [PartKind.PREAMBLE, PartKind.OPERATIVE]
    assert openings(zh) == ZH_OPENINGS


def test_the_english_text_has_18_preambular_and_6_operative_paragraphs(en: Resolution) -> None:
    assert ids(en) == [f"pp{n}" for n in range(1, 19)] + [f"op{n}" for n in range(1, 7)]
    assert openings(en) == EN_OPENINGS


def test_both_mastheads_state_the_same(zh: Resolution, en: Resolution) -> None:
    assert zh.masthead == Masthead(
        symbol="A/RES/75/58",
        organ="General Assembly",
        session=75,
        agenda_item="103 (v)",
        agenda_title="全面彻底裁军：防止恐怖分子获取大规模毁灭性武器的措施",
        title="防止恐怖分子获取大规模毁灭性武器的措施",
        adopted="2020-12-07",
        meeting=37,
        report="A/75/399",
    )
    assert en.masthead == zh.masthead._replace(
        agenda_title="General and complete disarmament: measures to prevent terrorists from "
        "acquiring weapons of mass destruction",
        title="Measures to prevent terrorists from acquiring weapons of mass destruction",
    )


def test_the_texts_say_what_language_script_and_source_they_are(
    zh: Resolution, en: Resolution
) -> None:
    assert (zh.language, zh.script, zh.provenance) == ("zh", "Hans", Provenance.UNSTATED)
    assert (en.language, en.script, en.provenance) == ("en", "Latn", Provenance.TRANSCRIPTION)
    assert en.address == "https://docs.un.org/en/A/RES/75/58"


def test_the_enacting_words_head_the_preamble(zh: Resolution, en: Resolution) -> None:
    assert words(zh.parts[0].heading) == "大会，"
    assert words(en.parts[0].heading) == "The General Assembly,"


@pytest.mark.parametrize(("text", "language"), [(ZH, "zh"), (EN, "en")], ids=["zh", "en"])
def test_every_footnote_is_tied_to_the_clause_that_bears_its_mark(text: str, language: str) -> None:
    resolution = read(text)
    assert [(note.id, note.mark) for note in resolution.footnotes] == [
        (f"fn{n}", str(n)) for n in range(1, 8)
    ]
    calls = {id: clause.id for clause in resolution.walk() for id in clause.notes}
    assert calls == {f"fn{n}": id for n, id in _MARKED[language].items()}


def test_the_footnotes_of_the_chinese_text_say_what_is_printed(zh: Resolution) -> None:
    assert [note.text for note in zh.footnotes] == [
        "联合国，《条约汇编》，第 2445 卷，第 44004 号。",
        "同上，第 1456 卷，第 24631 号。",
        "见 A/74/548，附件。",
        "见 A/59/361。",
        "第 60/1 号决议。",
        "第 60/288 号决议。",
        "A/75/171。",
    ]


@pytest.mark.parametrize("text", [ZH, EN], ids=["zh", "en"])
def test_not_one_character_of_the_text_is_lost_changed_or_moved(text: str) -> None:
    resolution = read(text)
    parts = [(part.heading, [clause.runs for clause in part.walk()]) for part in resolution.parts]
    body = [runs for heading, clauses in parts for runs in (heading, *clauses)]
    lines = [line.runs for line in resolution.head], [line.runs for line in resolution.closing]
    in_order = "".join(map(words, [*lines[0], *body, *lines[1]]))
    notes = [re.sub(r"\s", "", note.text) for note in resolution.footnotes]

    expected = unmarked(text)
    for note in notes:
        before, found, after = expected.partition(note)
        assert found, note
        expected = before + after
    assert re.sub(r"\s", "", in_order) == expected


@pytest.mark.parametrize("text", [ZH, EN], ids=["zh", "en"])
def test_spaces_inside_a_paragraph_stay_as_the_file_has_them(text: str) -> None:
    lines = set(re.sub(r"<sup>\d+</sup>|\[\^\d+\]|\*", "", text).splitlines())
    for clause in read(text).walk():
        assert any(clause.text in (line, line.removeprefix(f"{clause.mark} ")) for line in lines), (
            clause.text
        )


def test_what_ships_is_what_is_read() -> None:
    assert BUNDLED.name == "A_RES_75_58.zh.md"
    assert BUNDLED_TRANSLATION.name == "A_RES_75_58.en.md"

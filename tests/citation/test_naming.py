"""How a text is named and how far it can be trusted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.citation.naming import citation, official_address, places, short_citation
from desktop_app.citation.typed import select
from desktop_app.resolution.language import direction, language_name, language_tag
from desktop_app.resolution.model import Provenance, Resolution
from desktop_app.resolution.trust import trust
from desktop_app.script.convert import convert_resolution
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, ZH, read

_FIXTURES = FIXTURES
_NAME = "General Assembly resolution 75/58 of 7 December 2020"


@pytest.fixture(scope="module")
def zh() -> Resolution:
    return read(ZH)


@pytest.mark.parametrize(
    ("ids", "cited"),
    [
        ("", "A/RES/75/58"),
        ("pp5", "A/RES/75/58, preambular para. 5"),
        ("op1 op2 op3", "A/RES/75/58, paras. 1–3"),
        ("pp5 op1 op2 op3", "A/RES/75/58, preambular para. 5, paras. 1–3"),
        ("pp1 pp3 pp4 op6", "A/RES/75/58, preambular paras. 1, 3 and 4, para. 6"),
        ("op1 op3 op6", "A/RES/75/58, paras. 1, 3 and 6"),
        ("pp17 op1", "A/RES/75/58, preambular para. 17, para. 1"),
    ],
)
def test_the_cited_clauses_as_few_ranges(ids: str, cited: str, zh: Resolution) -> None:
    assert citation(zh, ids.split()) == f"{_NAME} ({cited})"


@pytest.mark.parametrize(
    ("ids", "cited"),
    [
        ("op1 op1.a op1.b op1.c op2", "paras. 1 and 2"),
        ("op1 op1.a op1.b op2", "paras. 1 (chapeau), (a), (b) and 2"),
        ("op1.a", "para. 1 (a)"),
        ("op1 op1.a", "para. 1 (chapeau) and (a)"),
        ("op1 op2", "paras. 1 (chapeau) and 2"),
        ("op1.a op1.b", "para. 1 (a) and (b)"),
        ("op1.a op1.b op1.c", "para. 1 (a)–(c)"),
        ("op1.a op1.c", "para. 1 (a) and (c)"),
        ("op1.b op2", "paras. 1 (b) and 2"),
    ],
)
def test_a_clause_stands_for_its_sub_paragraphs(ids: str, cited: str) -> None:
    below = "(a) To act;\n\n(b) To wait;\n\n(c) To rest;\n\n"
    text = f"{EN_PREAMBLE}1. Requests:\n\n{below}2. Decides in the end.\n"
    assert citation(read(text), ids.split()) == (
        f"General Assembly resolution 75/58 (A/RES/75/58, {cited})"
    )


@pytest.mark.parametrize(
    ("name", "ids", "cited"),
    [
        ("sections.en.md", "op3 ch1 op4", "paras. 3 and 4"),
        ("sections.en.md", "op1 op2 op3 ch1 op4", "paras. 1–4"),
        ("sections.en.md", "ch1", "heading 1"),
        (
            "annexes.en.md",
            "annex1.p1 annex1.p2 annex1.1 annex1.2 annex1.2.a annex1.2.b",
            "annex I, unnumbered paras. 1 and 2, annex I, paras. 1 and 2",
        ),
        ("annexes.en.md", "annex1.p1 annex1.1", "annex I, unnumbered para. 1, annex I, para. 1"),
        ("annexes.en.md", "op2 annex2.1", "para. 2, annex II, para. 1"),
        ("annex.zh.md", "annex.art1.p1", "annex, art. 1, para. 1"),
        ("annex.zh.md", "annex.art1.p1 annex.art1.p2", "annex, art. 1"),
    ],
)
def test_places_in_sections_and_annexes(name: str, ids: str, cited: str) -> None:
    side = read((_FIXTURES / name).read_text(encoding="utf-8"))
    assert f", {cited})" in citation(side, ids.split())


def test_sections_that_count_anew_are_named() -> None:
    text = f"{EN_PREAMBLE}## I\n\n1. Acts;\n\n2. Waits;\n\n## II\n\n1. Rests;\n\n2. Decides.\n"
    side = read(text)
    cited = ("op2", "section2.op1", "section2.op2")
    assert citation(side, cited).endswith(", sect. I, para. 2, sect. II, paras. 1 and 2)")


_NESTED = read(
    f"{EN_PREAMBLE}1. Requests all States:\n\n(a) To act:\n\n(i) At once;\n\n(ii) With force;\n\n"
    "(iii) In peace;\n\n(b) To wait;\n\n2. Decides to wait;\n\n3. Urges States;\n\n4. Decides.\n"
)
_CITED = {
    "bundled": read(EN),
    "nested": _NESTED,
    "annexes": read((_FIXTURES / "annexes.en.md").read_text(encoding="utf-8")),
    "nested in sections": read(
        f"{EN_PREAMBLE}## I\n\n1. Requests all States:\n\n(a) To act;\n\n(b) To wait;\n\n## II\n\n"
        "1. Requests the Secretary-General:\n\n(a) To report;\n\n(b) To wait.\n"
    ),
    **{
        name: read((_FIXTURES / f"sections_{name}.en.md").read_text(encoding="utf-8"))
        for name in ("restarting", "below", "named")
    },
    "lettered": read(
        f"---\nlanguage: en\n---\n{EN_PREAMBLE}"
        + "".join(f"## {one}. Peace\n\n1. Decides;\n\n2. Waits;\n\n" for one in "ABCDEFGHIJK")
    ),
}


@given(st.sampled_from(sorted(_CITED)), st.data())
def test_what_is_cited_chooses_the_same_clauses(name: str, data: st.DataObject) -> None:
    side = _CITED[name]
    every = [clause.id for clause in side.walk() if not clause.id.startswith("ch")]
    assert every[0] == "pp1"
    drawn = data.draw(st.sets(st.sampled_from(every), min_size=1))
    chosen = [id for id in every if id in drawn]
    assert [id for id in select(", ".join(places(side, chosen)), side) if id in every] == chosen


def test_both_versions_and_every_script_are_cited_alike(zh: Resolution) -> None:
    assert citation(read(EN)) == citation(zh) == citation(convert_resolution(zh, "s2t"))


def test_a_resolution_of_the_security_council() -> None:
    text = "Resolution 1540 (2004)\n\nThe Security Council,\n\nRecalling the past,\n\n1. Decides.\n"
    assert citation(read(text)) == "Security Council resolution 1540 (2004) (S/RES/1540 (2004))"


@pytest.mark.parametrize(
    ("text", "cited"),
    [("A few words.\n", ""), ("---\ntitle: Minutes\n---\nA few words.\n", "Minutes")],
)
def test_a_text_that_is_no_resolution_is_cited_by_its_title_if_it_has_one(
    text: str, cited: str
) -> None:
    assert citation(read(text)) == cited


@pytest.mark.parametrize(
    ("configuration", "tag", "name"),
    [
        ("", "zh-Hans", "Chinese (Simplified)"),
        ("s2t", "zh-Hant", "Chinese (Traditional)"),
        ("s2tw", "zh-Hant-TW", "Chinese (Traditional)"),
        ("s2twp", "zh-Hant-TW", "Chinese (Traditional)"),
        ("s2hk", "zh-Hant-HK", "Chinese (Traditional)"),
    ],
)
def test_the_language_tag_and_name(configuration: str, tag: str, name: str, zh: Resolution) -> None:
    text = convert_resolution(zh, configuration) if configuration else zh
    assert (language_tag(text), language_name(text)) == (tag, name)


def test_the_language_of_other_texts(zh: Resolution) -> None:
    assert (language_tag(read(EN)), language_name(read(EN))) == ("en", "English")
    assert language_name(read("...")) == "Unknown language"
    assert language_tag(zh._replace(script="Hani")) == "zh"


def test_arabic_runs_from_right_to_left(zh: Resolution) -> None:
    assert direction(zh) == "ltr"
    assert direction(zh._replace(language="ar")) == "rtl"


@pytest.mark.parametrize(
    ("provenance", "phrase"),
    [
        (Provenance.OFFICIAL, "official text, as the file states"),
        (Provenance.TRANSCRIPTION, "transcription, not the official record"),
        (Provenance.UNSTATED, "source not stated, not compared with the official record"),
    ],
)
def test_how_far_a_text_can_be_trusted(provenance: Provenance, phrase: str, zh: Resolution) -> None:
    text = zh._replace(provenance=provenance)
    assert trust(text) == phrase
    if provenance is not Provenance.OFFICIAL:
        said = f"converted from Simplified (OpenCC, Traditional); {phrase}"
        assert trust(convert_resolution(text, "s2t")) == said


@pytest.mark.parametrize(
    ("configuration", "script", "said"),
    [
        ("s2tw", "Hans", "converted from Simplified (OpenCC, Taiwan)"),
        ("s2hk", "Hani", "converted from mixed script (OpenCC, Hong Kong)"),
        ("t2s", "Hant", "converted from Traditional (OpenCC, Simplified)"),
        (
            "s2twp",
            "Hans",
            "converted from Simplified (OpenCC, Taiwan with local terms); "
            "some words are others than published",
        ),
    ],
)
def test_a_converted_text_says_from_what_and_is_never_official(
    configuration: str, script: str, said: str, zh: Resolution
) -> None:
    text = zh._replace(provenance=Provenance.OFFICIAL, script=script)
    assert trust(convert_resolution(text, configuration)) == (
        f"{said}; only the published text is official"
    )


def test_a_text_that_another_program_converted() -> None:
    found = read(f"---\nprovenance: converted\n---\n{ZH}")
    assert trust(found) == "converted from another script, not the official record"


def test_the_official_page_is_in_the_language_of_the_text(zh: Resolution) -> None:
    assert official_address(zh) == "https://docs.un.org/zh/A/RES/75/58"
    assert official_address(read("A few words.\n")) == ""


@pytest.mark.parametrize(
    ("ids", "cited"),
    [
        ("op1 op1.a op1.b op2", "OP 1–2"),
        ("op1.a", "OP 1 (a)"),
        ("op1.a op1.b", "OP 1 (a)–(b)"),
        ("op1.b op2", "OP 1 (b), OP 2"),
        ("pp1 head.title", "PP 1"),
        ("", ""),
    ],
)
def test_the_short_citation(ids: str, cited: str) -> None:
    text = f"{EN_PREAMBLE}1. Requests:\n\n(a) To act;\n\n(b) To wait;\n\n2. Decides in the end.\n"
    official = read(text)._replace(provenance=Provenance.OFFICIAL)
    found = short_citation(official, ids.split())
    assert found == ", ".join(filter(None, ["A/RES/75/58", cited]))


def test_footnotes_are_cited_by_their_marks(zh: Resolution) -> None:
    found = short_citation(zh, ["pp6", "fn1", "fn2"])
    assert found == "A/RES/75/58, PP 6, footnotes 1, 2, source not stated"


def test_a_paragraph_of_an_annex_is_cited_with_it() -> None:
    file = FIXTURES / "annex.zh.md"
    side = read(file.read_text(encoding="utf-8"))
    found = short_citation(side, ["annex.art1.p1", "annex.art1.p2"])
    assert found.endswith(", annex, art. 1, paras. 1–2, source not stated")


def test_a_table_is_cited_behind_its_paragraph() -> None:
    table = "| Light | Hours |\n|---|---|\n| First | Six |\n\n"
    found = read(
        f"{EN_PREAMBLE}1. Decides:\n\n{table}2. Decides:\n\n(a) This:\n\n{table}Annex\n\n{table}"
    )
    for id, where, short in (
        ("op1.t1", "para. 1, table 1", "OP 1, table 1"),
        ("op2.a.t1", "para. 2 (a), table 1", "OP 2 (a), table 1"),
        ("annex.t1", "annex, table 1", "annex, table 1"),
    ):
        assert [place.replace("\u00a0", " ") for place in places(found, [id])] == [where]
        assert short in short_citation(found, [id]).replace("\u00a0", " ")

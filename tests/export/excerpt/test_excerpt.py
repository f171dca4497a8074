"""What is written: the chosen rows, the notes they call, the citation, and what each text is."""

import pytest

from desktop_app.alignment.align import align, alone
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.resolution.model import words
from desktop_app.script.convert import convert_resolution
from tests.export.excerpt.conftest import BOTH, ZH_TEXT, excerpt_of, labels_of
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, ids, read


def test_the_chosen_clauses_and_no_others() -> None:
    found = excerpt_of(alone(ZH_TEXT), "OP1-3,PP5")
    assert labels_of(found) == ["PP5", "OP1", "OP2", "OP3"]
    assert [len(entry.texts) for entry in found.entries] == [1] * 4
    assert found.notes == ()


def test_a_clause_brings_the_notes_it_calls() -> None:
    found = excerpt_of(alone(ZH_TEXT), "PP6,PP15")
    assert [(note.id, note.mark) for note in found.notes] == [
        ("fn1", "1"),
        ("fn2", "2"),
        ("fn7", "7"),
    ]


def test_in_two_languages_a_row_has_both_and_the_notes_have_both() -> None:
    found = excerpt_of(BOTH, "PP6")
    (entry,) = found.entries
    assert [len(text) for text in entry.texts] == [1, 2]
    assert [[words(runs) for runs in note.texts] for note in found.notes] == [
        [
            "联合国，《条约汇编》，第 2445 卷，第 44004 号。",
            "United Nations, Treaty Series, vol. 2445, No. 44004.",
        ],
        ["同上，第 1456 卷，第 24631 号。", "Ibid., vol. 1456, No. 24631."],
    ]


def test_each_version_says_what_it_is() -> None:
    found = excerpt_of(BOTH, "OP1")
    assert [(v.name, v.tag, v.trust, v.address) for v in found.versions] == [
        (
            "Chinese (Simplified)",
            "zh-Hans",
            "source not stated, not compared with the official record",
            "https://docs.un.org/zh/A/RES/75/58",
        ),
        (
            "English",
            "en",
            "transcription, not the official record",
            "https://docs.un.org/en/A/RES/75/58",
        ),
    ]


def test_a_converted_text_says_so() -> None:
    converted = BOTH._replace(source=convert_resolution(ZH_TEXT, "s2t"))
    assert (
        excerpt_of(converted, "OP1")
        .versions[0]
        .trust.startswith("converted from Simplified (OpenCC, ")
    )


@pytest.mark.parametrize(
    ("chosen", "cited"),
    [("OP1-3,PP5", "A/RES/75/58, preambular para. 5, paras. 1–3"), ("all", "A/RES/75/58")],
)
def test_the_citation_names_what_was_chosen(chosen: str, cited: str) -> None:
    assert excerpt_of(BOTH, chosen).citation.endswith(
        f"of 7 December 2020 ({cited}) [source not stated]"
    )


def test_everything_is_the_masthead_the_enacting_words_the_closing_and_all_notes_too() -> None:
    found = excerpt_of(alone(ZH_TEXT), "all")
    shown = [words(p.runs) for entry in found.entries for p in entry.texts[0]]
    assert [line.text for line in ZH_TEXT.head] == shown[: len(ZH_TEXT.head)]
    assert "大会，" in shown
    assert shown[-2:] == ["2020年12月7日", "第37次全体会议"]
    assert len(found.notes) == 7
    assert [label for label in labels_of(found) if label] == [
        *(f"PP{n}" for n in range(1, 18)),
        *(f"OP{n}" for n in range(1, 7)),
    ]


def test_everything_has_the_paragraphs_that_only_the_translation_has() -> None:
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动。\n")
    en = read(f"{EN_PREAMBLE}1. Decides to act;\n\n2. Requests more of the same.\n")
    bitext = align(zh, en)
    assert labels_of(excerpt_of(bitext, "all"))[-2:] == ["OP1", "— / OP2"]
    assert excerpt_of(bitext, "all").entries[-1].texts[0] == ()


def test_everything_has_the_heading_of_every_section() -> None:
    text = f"{EN_PREAMBLE}## I\n\n## Oceans\n\n1. Decides to act;\n\n## II\n\n2. Requests more.\n"
    found = excerpt_of(alone(read(text)), "all")
    shown = "\n".join(words(p.runs) for e in found.entries for p in e.texts[0])
    assert [word for word in ("I", "Oceans", "II") if word not in shown.split()] == []


def test_sub_paragraphs_are_entries_of_their_own_one_level_deeper() -> None:
    text = f"{EN_PREAMBLE}1. Requests:\n\n(a) To act;\n\n(i) At once;\n\n2. Decides in the end.\n"
    found = excerpt_of(alone(read(text)), "OP1")
    assert [(entry.label, entry.depth) for entry in found.entries] == [
        ("OP1", 0),
        ("OP1(a)", 1),
        ("OP1(a)(i)", 2),
    ]


def test_rows_of_clauses_are_all_rows_but_those_of_notes() -> None:
    assert [row.source for row in clause_rows(BOTH)] == [(id,) for id in ids(ZH_TEXT)]


def test_the_title_is_the_symbol_and_the_title() -> None:
    assert excerpt_of(BOTH, "OP1").title == "A/RES/75/58 防止恐怖分子获取大规模毁灭性武器的措施"

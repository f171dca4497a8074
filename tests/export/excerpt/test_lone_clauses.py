"""Clauses that one language of an excerpt has alone, and their labels."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.citation.styles import CitationStyle
from desktop_app.export.excerpt.blocks import in_blocks
from desktop_app.export.excerpt.choosing import rows_named
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import Arrangement, Options
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.labels import SelectionError, label
from tests.export.excerpt.conftest import BOTH, excerpt_of, labels_of
from tests.support.texts import EN, EN_PREAMBLE, ZH_PREAMBLE, ids, read


def test_in_sequence_each_language_bears_its_own_labels() -> None:
    found = excerpt_of(BOTH, "PP5,PP6,PP7", Options(arrangement=Arrangement.SEQUENCE))
    assert [labels_of(block) for block in in_blocks(found)] == [
        ["PP5", "PP6", "PP7"],
        ["PP5", "PP6", "PP7", "PP8"],
    ]


def test_labels_are_those_of_the_language_that_is_written_first() -> None:
    def named(labels: str, *languages: str) -> list[tuple[str, ...]]:
        return [row.target for row in rows_named(BOTH, labels, languages)]

    assert named("PP7", "zh", "en") == [("pp8",)]
    assert named("PP7", "en", "zh") == [("pp6", "pp7")]
    assert named("PP7", "en") == [("pp7",)]  # alone, what the Chinese text joins is no row
    assert named("PP18", "en", "zh") == [("pp18",)]
    for labels in ("PP18", "PP17-18", "PP19"):  # the Chinese text has PP1 to PP17
        with pytest.raises(SelectionError, match="it has PP1 to PP17"):
            named(labels)


@pytest.mark.parametrize("left_out", ["PP6", "PP7"])
def test_all_but_one_clause_of_a_language_alone_is_not_the_whole(left_out: str) -> None:
    labels = ",".join(name for name in map(label, ids(read(EN))) if name != left_out)
    found = excerpt(BOTH, rows_named(BOTH, labels, ["en"]), Options(languages=("en",)))
    assert not found.whole
    written = [p.id for entry in found.entries for p in entry.texts[0] if entry.kind == "clause"]
    assert written == [id for id in ids(read(EN)) if label(id) != left_out]


def test_what_only_the_second_language_has_is_named_by_its_own_label() -> None:
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动。\n")
    en = read(f"{EN_PREAMBLE}1. Decides to act;\n\n2. Requests more of the same.\n")
    bitext = align(zh, en)

    def targets(labels: str, *languages: str) -> list[str]:
        return [id for row in rows_named(bitext, labels, languages) for id in row.target]

    assert targets("OP2") == ["op2"]
    assert targets("OP2,OP1") == ["op1", "op2"]
    assert targets("OP2", "en") == ["op2"]
    with pytest.raises(SelectionError, match="no OP2 in this document"):
        targets("OP2", "zh")


def test_what_the_translation_has_alone_belongs_to_what_is_chosen_around_it() -> None:
    zh = read(
        f"{ZH_PREAMBLE}1. 决定采取行动；\n\n2. 请秘书长提出报告；\n\n3. 又决定继续处理此案。\n"
    )
    two = "2. Requests the following:\n\n(a) More;\n\n(b) Most;\n\n"
    last = "4. Decides more:\n\n(a) Always;\n\n5. Decides to remain seized of the matter.\n"
    en = read(f"{EN_PREAMBLE}1. Decides to act;\n\n{two}3. Requests a report;\n\n{last}")
    rows = [
        *(Row((id,), (id,), 1.0) for id in ids(zh) if id.startswith("pp")),
        Row(("op1",), ("op1",), 1.0),
        Row((), ("op2",), 0.0),
        Row((), ("op2.a",), 0.0),
        Row((), ("op2.b",), 0.0),
        Row(("op2",), ("op3",), 1.0),
        Row(("op3",), ("op4",), 1.0),
        Row((), ("op4.a",), 0.0),
        Row((), ("op5",), 0.0),
    ]
    bitext = Bitext(zh, en, tuple(rows))

    def targets(labels: str) -> list[str]:
        return [id for row in rows_named(bitext, labels, ()) for id in row.target if "op" in id]

    two_whole = ["op2", "op2.a", "op2.b"]
    assert targets("OP1-2") == ["op1", *two_whole, "op3"]
    assert targets("OP1") == ["op1"]
    assert targets("OP2-3") == ["op3", "op4", "op4.a"]
    assert targets("OP1,OP3") == ["op1", "op4", "op4.a"]
    everything = ["op1", *two_whole, "op3", "op4", "op4.a", "op5"]
    assert targets("operative") == everything
    assert targets("all") == everything


_ONE_MORE_ZH = f"""{ZH_PREAMBLE}1. 决定采取行动。[^2]

[^2]: 同上，第 6 段。
"""
_ONE_MORE_EN = f"""{EN_PREAMBLE}1. Decides to act.[^2]

2. Requests more.[^1]

[^1]: See A/65/9.
[^2]: Ibid., para. 6.
"""


def _one_more() -> Bitext:
    """An English text with a paragraph and a note that the Chinese has not."""
    return align(read(_ONE_MORE_ZH), read(_ONE_MORE_EN))


@pytest.mark.parametrize(
    ("chosen", "style", "said"),
    [
        ("OP2", "un", "A/RES/75/58, para. 2)"),
        ("OP1,OP2", "un", "A/RES/75/58, para. 1, English text: para. 2)"),
        ("OP1,OP2", "bibtex", "note = {OP1, English text: OP2. "),
        ("OP1,OP2", "ris", "N1  - OP1, English text: OP2. "),
        ("OP1,OP2", "gbt7714", "执行部分第1段, 英文文本: 执行部分第2段"),
    ],
)
def test_what_only_the_second_language_has_is_cited_too(chosen: str, style: str, said: str) -> None:
    bitext = _one_more()
    rows = rows_named(bitext, chosen, ())
    found = excerpt(bitext, rows, Options(citation=CitationStyle(style)))
    assert not found.whole
    assert said in found.citation


def test_notes_are_in_the_order_of_both_languages() -> None:
    found = excerpt_of(_one_more(), "all")
    assert [note.mark for note in found.notes] == ["1", "2"]

"""What is written: the chosen rows, the notes they call, the citation, and what can be trusted."""

import re
from dataclasses import replace

import pytest

from desktop_app.alignment.align import align, alone
from desktop_app.citation.styles import CitationStyle
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.blocks import in_blocks
from desktop_app.export.excerpt.choosing import clause_rows, rows_named, rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import (
    AS_THEY_ARE,
    Arrangement,
    ExportError,
    Notes,
    Options,
)
from desktop_app.export.formats.registry import render
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.labels import SelectionError, label
from desktop_app.resolution.model import PartKind, Resolution, Run, Style, words
from desktop_app.script.convert import convert_resolution
from tests.support import shifted_notes
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, ZH, ZH_PREAMBLE, ids, read

_ZH = read(ZH)
_EN = read(EN)
_BOTH = align(_ZH, _EN)


def _chosen(bitext: Bitext, chosen: str, options: Options = AS_THEY_ARE) -> Excerpt:
    return excerpt(bitext, rows_of(bitext, select(chosen, bitext.source)), options)


def _labels(excerpt: Excerpt) -> list[str]:
    return [entry.label for entry in excerpt.entries]


def test_the_chosen_clauses_and_no_others() -> None:
    found = _chosen(alone(_ZH), "OP1-3,PP5")
    assert _labels(found) == ["PP5", "OP1", "OP2", "OP3"]
    assert [len(entry.texts) for entry in found.entries] == [1] * 4
    assert found.notes == ()


def test_a_clause_brings_the_notes_it_calls() -> None:
    found = _chosen(alone(_ZH), "PP6,PP15")
    assert [(note.id, note.mark) for note in found.notes] == [
        ("fn1", "1"),
        ("fn2", "2"),
        ("fn7", "7"),
    ]


def test_in_two_languages_a_row_has_both_and_the_notes_have_both() -> None:
    found = _chosen(_BOTH, "PP6")
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
    found = _chosen(_BOTH, "OP1")
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
    converted = _BOTH._replace(source=convert_resolution(_ZH, "s2t"))
    assert (
        _chosen(converted, "OP1")
        .versions[0]
        .trust.startswith("converted from Simplified (OpenCC, ")
    )


@pytest.mark.parametrize(
    ("chosen", "cited"),
    [("OP1-3,PP5", "A/RES/75/58, preambular para. 5, paras. 1–3"), ("all", "A/RES/75/58")],
)
def test_the_citation_names_what_was_chosen(chosen: str, cited: str) -> None:
    assert _chosen(_BOTH, chosen).citation.endswith(
        f"of 7 December 2020 ({cited}) [source not stated]"
    )


def test_everything_is_the_masthead_the_enacting_words_the_closing_and_all_notes_too() -> None:
    found = _chosen(alone(_ZH), "all")
    shown = [words(p.runs) for entry in found.entries for p in entry.texts[0]]
    assert [line.text for line in _ZH.head] == shown[: len(_ZH.head)]
    assert "大会，" in shown
    assert shown[-2:] == ["2020年12月7日", "第37次全体会议"]
    assert len(found.notes) == 7
    assert [label for label in _labels(found) if label] == [
        *(f"PP{n}" for n in range(1, 18)),
        *(f"OP{n}" for n in range(1, 7)),
    ]


def test_everything_has_the_paragraphs_that_only_the_translation_has() -> None:
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动。\n")
    en = read(f"{EN_PREAMBLE}1. Decides to act;\n\n2. Requests more of the same.\n")
    bitext = align(zh, en)
    assert _labels(_chosen(bitext, "all"))[-2:] == ["OP1", "— / OP2"]
    assert _chosen(bitext, "all").entries[-1].texts[0] == ()


def test_everything_has_the_heading_of_every_section() -> None:
    text = f"{EN_PREAMBLE}## I\n\n## Oceans\n\n1. Decides to act;\n\n## II\n\n2. Requests more.\n"
    found = _chosen(alone(read(text)), "all")
    shown = "\n".join(words(p.runs) for e in found.entries for p in e.texts[0])
    assert [word for word in ("I", "Oceans", "II") if word not in shown.split()] == []


def test_sub_paragraphs_are_entries_of_their_own_one_level_deeper() -> None:
    text = f"{EN_PREAMBLE}1. Requests:\n\n(a) To act;\n\n(i) At once;\n\n2. Decides in the end.\n"
    found = _chosen(alone(read(text)), "OP1")
    assert [(entry.label, entry.depth) for entry in found.entries] == [
        ("OP1", 0),
        ("OP1(a)", 1),
        ("OP1(a)(i)", 2),
    ]


def test_rows_of_clauses_are_all_rows_but_those_of_notes() -> None:
    assert [row.source for row in clause_rows(_BOTH)] == [(id,) for id in ids(_ZH)]


def test_the_title_is_the_symbol_and_the_title() -> None:
    assert _chosen(_BOTH, "OP1").title == "A/RES/75/58 防止恐怖分子获取大规模毁灭性武器的措施"


# Languages, notes and what "Ibid." stands for


def test_languages_are_written_in_the_order_in_which_they_are_named() -> None:
    found = _chosen(_BOTH, "PP6", Options(languages=("en", "zh")))
    assert [version.tag for version in found.versions] == ["en", "zh-Hans"]
    assert [len(text) for text in found.entries[0].texts] == [2, 1]
    assert _labels(found) == ["PP6-PP7 / PP6"]
    assert found.citation.endswith("(A/RES/75/58, preambular paras. 6 and 7) [transcription]")


def test_one_language_of_two() -> None:
    found = _chosen(_BOTH, "OP1", Options(languages=("en",)))
    assert [words(p.runs) for text in found.entries[0].texts for p in text] == [
        clause.text for clause in _EN.walk() if clause.id == "op1"
    ]
    assert [text.language for text in found.texts] == ["en"]


def test_rows_that_a_language_lacks_are_not_written_in_it_alone() -> None:
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动。\n")
    en = read(f"{EN_PREAMBLE}1. Decides to act;\n\n2. Requests more of the same.\n")
    bitext = align(zh, en)
    assert _labels(_chosen(bitext, "all", Options(languages=("zh",)))) == ["", "", "", "PP1", "OP1"]
    gap = [row for row in bitext.rows if not row.source]
    with pytest.raises(ExportError, match="Nothing is chosen"):
        excerpt(bitext, gap, Options(languages=("zh",)))


def test_nothing_chosen_is_said() -> None:
    with pytest.raises(ExportError, match="Nothing is chosen"):
        excerpt(_BOTH, [])


def test_a_language_that_there_is_not_is_said() -> None:
    with pytest.raises(ExportError, match="no text in the language fr, only in zh-Hans and en"):
        _chosen(_BOTH, "OP1", Options(languages=("fr",)))


def test_without_notes_there_are_neither_notes_nor_marks() -> None:
    for chosen in ("PP6", "all"):
        found = _chosen(_BOTH, chosen, Options(notes=Notes.NONE))
        assert found.notes == ()
        for text in found.texts:
            assert text.footnotes == ()
            assert [clause.notes for clause in text.walk() if clause.notes] == []
        kept = "".join(words(p.runs) for e in found.entries for p in e.texts[0])
        whole = "".join(words(p.runs) for e in _chosen(_BOTH, chosen).entries for p in e.texts[0])
        assert kept == whole


_CHAIN = """\
Recalling the report on the matter,[^1] and another,[^2] and more,[^3]

1. Decides to act,[^3]

[^1]: See A/74/1, para. 5.
[^2]: Ibid., para. 6.
[^3]: Ibid., para. 7.
"""


def _meant(chosen: str, text: str) -> list[str]:
    found = _chosen(alone(read(text)), chosen)
    return [words(note.whole(0)) for note in found.notes]


def test_ibid_says_what_it_stands_for_where_the_note_before_it_was_not_chosen() -> None:
    text = f"{EN_PREAMBLE}{_CHAIN}"
    assert _meant("OP1", text) == ["Ibid., para. 7. [that is, footnote 1: See A/74/1, para. 5.]"]
    assert _meant("PP2", text) == ["See A/74/1, para. 5.", "Ibid., para. 6.", "Ibid., para. 7."]
    assert _meant("all", text) == ["See A/74/1, para. 5.", "Ibid., para. 6.", "Ibid., para. 7."]


def test_ibid_is_resolved_in_the_script_of_the_text() -> None:
    text = f"{ZH_PREAMBLE}回顾报告，[^1]\n\n1. 决定采取行动。[^2]\n\n[^1]: 见报告。\n[^2]: 同上。\n"
    assert _meant("OP1", text) == ["同上。［即脚注1：见报告。］"]
    converted = alone(convert_resolution(read(text), "s2t"))
    found = _chosen(converted, "OP1")
    assert [words(note.whole(0)) for note in found.notes] == ["同上。［即腳註1：見報告。］"]


def test_in_sequence_there_is_a_block_for_each_language_without_its_gaps() -> None:
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动。\n")
    en = read(f"{EN_PREAMBLE}1. Decides to act;\n\n2. Requests more of the same.\n")
    found = _chosen(align(zh, en), "all", Options(arrangement=Arrangement.SEQUENCE))
    assert [[v.tag for v in block.versions] for block in in_blocks(found)] == [["zh-Hans"], ["en"]]
    assert [_labels(block)[-1] for block in in_blocks(found)] == ["OP1", "OP2"]
    assert in_blocks(replace(found, arrangement=None)) == (replace(found, arrangement=None),)


def test_the_texts_hold_what_was_chosen_and_nothing_else() -> None:
    found = _chosen(_BOTH, "PP6,OP1")
    assert [ids(text) for text in found.texts] == [["pp6", "op1"], ["pp6", "pp7", "op1"]]
    assert [[note.id for note in text.footnotes] for text in found.texts] == [["fn1", "fn2"]] * 2
    assert _chosen(_BOTH, "all").texts == (_ZH, _EN)


def test_a_language_alone_is_in_its_own_order() -> None:
    first = ("head.session", "head.organ")
    side = _EN._replace(
        head=tuple(sorted(_EN.head, key=lambda line: line.id not in first)),
    )
    rows = (_BOTH.rows[1], _BOTH.rows[0], *_BOTH.rows[2:])
    swapped = _BOTH._replace(target=side, rows=rows)
    for found in (
        _chosen(swapped, "all", Options(languages=("en",))),
        in_blocks(_chosen(swapped, "all", Options(arrangement=Arrangement.SEQUENCE)))[1],
    ):
        written = [p.id for entry in found.entries for p in entry.texts[0]]
        lines = [line.id for line in side.head]
        assert written[: len(lines)] == lines
        assert [id for id in written if id[:2] in ("pp", "op") and id[2].isdigit()] == ids(_EN)


def test_the_heading_of_a_part_that_one_language_has_alone_or_that_has_no_clause_is_there() -> None:
    heads = "## I\n\n1. Decides to act;\n\n## II\n\n## III\n\n2. Requests more.\n"
    en = read(f"{EN_PREAMBLE}{heads}")
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动；\n\n2. 请再次行动。\n")
    wanted = [words(part.heading) for part in en.parts if part.heading]
    assert len(wanted) >= 3
    found = _chosen(align(zh, en), "all")
    written = [words(p.runs) for e in found.entries for p in e.texts[1]]
    assert [heading for heading in wanted if heading not in written] == []


def test_labels_that_differ_are_both_there_in_the_order_of_the_languages() -> None:
    assert _labels(_chosen(_BOTH, "PP5,PP7,OP1")) == ["PP5", "PP7 / PP8", "OP1"]
    found = _chosen(_BOTH, "PP7", Options(languages=("en", "zh")))
    assert _labels(found) == ["PP8 / PP7"]
    assert _labels(_chosen(_BOTH, "PP7", Options(languages=("en",)))) == ["PP8"]


def test_a_part_that_is_chosen_whole_has_its_heading() -> None:
    def written(side: Resolution, chosen: str) -> list[str]:
        return [p.id for e in _chosen(alone(side), chosen).entries for p in e.texts[0]]

    assert written(_annexed(), "annex1")[:2] == ["annex1", "annex1.p1"]
    assert written(_annexed(), "annex1.p1-p2") == ["annex1.p1", "annex1.p2"]
    assert written(_ZH, "PP1-17")[:2] == ["preamble", "pp1"]
    assert written(_ZH, "PP1-16")[0] == "pp1"
    (cut,) = _chosen(alone(_annexed()), "annex2").texts
    assert [words(part.heading) for part in cut.parts] == [
        words(part.heading) for part in _annexed().parts if part.id == "annex2"
    ]


def _in_both(zh: str, en: str, rows: list[tuple[str, str]]) -> Bitext:
    made = tuple(Row(tuple(one.split()), tuple(other.split()), 1.0) for one, other in rows)
    return Bitext(read(f"{ZH_PREAMBLE}{zh}"), read(f"{EN_PREAMBLE}{en}"), made)


_SECTIONS = "## I\n\n1. Acts;\n\n2. Waits;\n\n## II\n\n1. Rests;\n\n## III\n\n1. Decides.\n"


def test_a_heading_that_the_second_language_has_alone_stands_before_its_own_clauses() -> None:
    bitext = _in_both(
        "1. 采取行动；\n\n2. 等待；\n\n3. 休息；\n\n4. 决定。\n",
        _SECTIONS,
        [
            ("pp1", "pp1"),
            ("op1", "op1"),
            ("op2", "op2"),
            ("op3", "section2.op1"),
            ("op4", "section3.op1"),
        ],
    )
    for languages in (("zh", "en"), ("en", "zh")):
        found = _chosen(bitext, "all", Options(languages=languages))
        english = languages.index("en")
        written = [words(p.runs) for e in found.entries for p in e.texts[english] if not p.mark]
        marks = [p.mark for e in found.entries for p in e.texts[english] if p.mark]
        assert written[-3:] == ["I", "II", "III"]
        labels = [e.label or words(e.texts[english][0].runs) for e in found.entries[-7:]]
        assert [set(one.split(" / ")) for one in labels] == [
            {"I"},
            {"OP1"},
            {"OP2"},
            {"II"},
            {"OP3", "SECTION2.OP1"},
            {"III"},
            {"OP4", "SECTION3.OP1"},
        ]
        assert marks == ["1.", "2.", "1.", "1."]


def test_a_part_that_one_language_has_by_its_heading_alone_can_be_chosen() -> None:
    bitext = _in_both("1. 采取行动。\n\n附件\n\n1. 一项。\n", "1. Acts.\n\nAnnex\n", [])
    assert bitext.target is not None
    rows = [Row((id,), (id,) if id in ids(bitext.target) else (), 1.0) for id in ids(bitext.source)]
    bitext = bitext._replace(rows=tuple(rows))
    for arrangement in Arrangement:
        found = _chosen(bitext, "annex", Options(arrangement=arrangement))
        written = [
            words(p.runs) for b in in_blocks(found) for e in b.entries for t in e.texts for p in t
        ]
        assert sorted(written) == sorted(["附件", "Annex", "一项。"])


def test_whole_is_what_is_chosen_whole_in_each_language() -> None:
    found = _chosen(_BOTH, "PP1-16")  # 17 paragraphs of the English text, which has 18
    assert found.entries[0].label == "PP1"
    assert _chosen(_BOTH, "PP1-17").entries[0].label == ""


def test_clauses_of_a_row_that_do_not_follow_one_another_stand_apart() -> None:
    bitext = _in_both(
        "1. 采取行动：\n\n(a) 现在；\n\n2. 等待。\n",
        "1. Acts and waits.\n",
        [("pp1", "pp1"), ("op1 op2", "op1"), ("op1.a", "")],
    )
    found = _chosen(bitext, "all")
    written = [p.id for e in found.entries for p in e.texts[0] if p.mark]
    assert written == ["op1", "op1.a", "op2"]
    assert _labels(found)[-3:] == ["OP1", "OP1(a) / —", "OP2 / —"]


def test_the_enacting_words_of_a_preamble_without_clauses_stand_before_all() -> None:
    text = "A/RES/75/99\n\nThe General Assembly,\n\n1. Decides to act;\n\n2. Requests more.\n"
    side = read(text)
    preamble = side.parts[0]
    assert (preamble.clauses, words(preamble.heading)) == ((), "The General Assembly,")
    written = [p.id for e in _chosen(alone(side), "all").entries for p in e.texts[0]]
    assert written[-3:] == ["preamble", "op1", "op2"]


def test_in_sequence_each_language_bears_its_own_labels() -> None:
    found = _chosen(_BOTH, "PP5,PP6,PP7", Options(arrangement=Arrangement.SEQUENCE))
    assert [_labels(block) for block in in_blocks(found)] == [
        ["PP5", "PP6", "PP7"],
        ["PP5", "PP6", "PP7", "PP8"],
    ]


def test_labels_are_those_of_the_language_that_is_written_first() -> None:
    def named(labels: str, *languages: str) -> list[tuple[str, ...]]:
        return [row.target for row in rows_named(_BOTH, labels, languages)]

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
    found = excerpt(_BOTH, rows_named(_BOTH, labels, ["en"]), Options(languages=("en",)))
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
    found = _chosen(_one_more(), "all")
    assert [note.mark for note in found.notes] == ["1", "2"]


def _annexed() -> Resolution:
    text = (FIXTURES / "annexes.en.md").read_text(encoding="utf-8")
    return read(text)


def test_the_closing_stands_before_the_annexes_as_it_is_printed() -> None:
    side = _annexed()
    closing = {line.id for line in side.closing}
    annexes = [part for part in side.parts if part.kind is PartKind.ANNEX]
    assert closing
    assert annexes
    for bitext in (alone(side), align(side, side)):
        written = [p.id for entry in _chosen(bitext, "all").entries for p in entry.texts[0]]
        last = max(place for place, id in enumerate(written) if id in closing)
        assert last < min(written.index(clause.id) for part in annexes for clause in part.walk())


def test_sub_paragraphs_of_an_annex_are_deeper_than_its_paragraphs() -> None:
    depths = {entry.label: entry.depth for entry in _chosen(alone(_annexed()), "all").entries}
    assert {label: depths[label] for label in depths if label.startswith("ANNEX1.2")} == {
        "ANNEX1.2": 0,
        "ANNEX1.2(a)": 1,
        "ANNEX1.2(b)": 1,
    }


def test_a_document_that_states_neither_symbol_nor_title_is_named_by_its_first_words() -> None:
    found = _chosen(alone(read("A letter to all.\n\nIt goes on.\n")), "all")
    assert found.title == "A letter to all."


# Versions that count their footnotes otherwise

_MORE = align(read(shifted_notes.EN), read(shifted_notes.ZH_WITH_ONE_MORE))
_FEWER = align(read(shifted_notes.EN), read(shifted_notes.ZH_WITHOUT_THE_FIRST))


def _note_table(found: Excerpt) -> list[tuple[str, str, list[str]]]:
    """Mark, label and words of each footnote."""
    return [(note.mark, note.label, [words(runs) for runs in note.texts]) for note in found.notes]


def test_a_footnote_bears_the_marks_of_both_versions_where_they_differ() -> None:
    assert _note_table(_chosen(_FEWER, "OP1")) == [
        ("3 / 2", "FN3 / FN2", ["See A/59/361.", "见 A/59/361。"])
    ]


def test_of_each_version_come_along_the_footnotes_that_its_own_clauses_call() -> None:
    assert _note_table(_chosen(_FEWER, "PP1")) == [("1", "FN1", ["See A/74/548, annex.", ""])]
    assert _chosen(_FEWER, "OP2").notes == ()
    whole = _chosen(_MORE, "all")
    assert [note.ids for note in whole.notes] == [
        *[("", "fn1"), ("fn1", "fn2"), ("fn2", "fn3"), ("fn3", "fn4")]
    ]
    assert len({note.id for note in whole.notes}) == 4


@pytest.mark.parametrize("languages", [("en", "zh"), ("zh", "en")])
def test_entries_call_a_footnote_by_one_name_in_every_language(languages: tuple[str, ...]) -> None:
    found = _chosen(_MORE, "all", Options(languages=languages))
    called = [
        [run.note for e in found.entries for p in e.texts[side] for run in p.runs if run.note]
        for side in (0, 1)
    ]
    en = languages.index("en")
    assert called[1 - en][1:] == called[en]
    assert len(set(called[1 - en])) == 4


def test_the_texts_are_called_by_the_ids_that_they_are_published_with() -> None:
    found = _chosen(_FEWER, "OP1")
    assert [[note.id for note in text.footnotes] for text in found.texts] == [["fn3"], ["fn2"]]


def test_ibid_is_resolved_by_the_notes_of_its_own_version() -> None:
    (note,) = _chosen(_MORE, "PP2").notes
    assert [words(runs) for runs in note.stands_for] == [
        " [that is, footnote 1: See A/74/548, annex.]",
        "［即脚注2：见 A/74/548，附件。］",
    ]


def test_a_footnote_that_a_footnote_calls_comes_along() -> None:
    text = shifted_notes.EN.replace("See A/59/361.", "See A/59/361.<sup>4</sup>")
    side = read(f"{text}\n<sup>4</sup> As amended.\n")
    assert [note.mark for note in _chosen(alone(side), "OP1").notes] == ["3", "4"]
    assert [note.mark for note in _chosen(alone(side), "PP1").notes] == ["1"]


@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("languages", [("en", "zh"), ("zh", "en")])
def test_markdown_has_the_marks_that_each_version_is_published_with(
    arrangement: Arrangement, languages: tuple[str, ...]
) -> None:
    text = render(
        _chosen(_MORE, "all", Options(languages=languages, arrangement=arrangement)), "md"
    ).decode("utf-8")
    for tag, count in (("en", 3), ("zh-Hans", 4)):
        called = re.findall(rf"\[\^(\d)-{tag}\](?!:)", text)
        assert called == [str(number) for number in range(1, count + 1)]
        assert sorted(re.findall(rf"(?m)^\[\^(\d)-{tag}\]: ", text)) == called
    assert "[^3-en]: See A/59/361." in text
    assert "[^4-zh-Hans]: 见 A/59/361。" in text


def _with_a_sign_without_a_note() -> Bitext:
    """A text whose first operative paragraph has a raised sign that calls no footnote."""
    runs = (Run("Notes 5 Bq/m"), Run("3", Style.MARK), Run(" of air"))
    preamble, operative, *others = _EN.parts
    first, *following = operative.clauses
    clauses = (first._replace(runs=runs), *following)
    return alone(_EN._replace(parts=(preamble, operative._replace(clauses=clauses), *others)))


def test_a_raised_sign_that_calls_no_note_stays_where_no_note_is_called() -> None:
    found = _chosen(_with_a_sign_without_a_note(), "OP1")
    assert found.notes == ()
    assert "5 Bq/m<sup>3</sup> of air" in render(found, "akn").decode()
    assert '"text": "3",\n' in render(found, "json").decode()
    assert "5 Bq/m³ of air" in render(found, "txt").decode()


@pytest.mark.parametrize("key", ["akn", "json", "txt"])
@pytest.mark.parametrize("chosen", ["OP1", "all"])
def test_without_notes_no_format_has_a_mark_but_for_a_sign_that_calls_none(
    key: str, chosen: str
) -> None:
    found = _chosen(_with_a_sign_without_a_note(), chosen, Options(notes=Notes.NONE))
    text = render(found, key).decode()
    signs = {"akn": "<sup>3</sup>", "json": '"mark"\n', "txt": "³"}
    assert signs[key] in text
    assert text.count(signs[key]) == 1
    assert "noteRef" not in text
    assert "[1]" not in text

"""Where two versions do not agree, and where they only say it differently."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.alignment.align import align, alone
from desktop_app.alignment.audit.audit import audit
from desktop_app.reading.files import read_resolution
from desktop_app.resolution.bitext import Finding, FindingKind, spans_text
from desktop_app.resolution.labels import label
from desktop_app.resolution.model import Line, Resolution, Run
from tests.support import shifted_notes
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, ZH, ZH_PREAMBLE, read

_ZH = read(ZH)
_FIXTURES = FIXTURES


def _audited(zh: str = ZH, en: str = EN) -> tuple[Finding, ...]:
    return audit(align(read(zh), read(en)))


def _others(findings: tuple[Finding, ...]) -> list[Finding]:
    """All findings but the paragraph of the bundled text that was run together."""
    return [finding for finding in findings if finding.kind != "merged-paragraphs"]


def test_the_bundled_pair_has_one_finding() -> None:
    (finding,) = _audited()
    assert (finding.kind, finding.source, finding.target) == (
        "merged-paragraphs",
        ("pp6",),
        ("pp6", "pp7"),
    )
    assert finding.sentence == (
        "PP6 and PP7 of the English text are run together in PP6 of the Chinese text."
    )


@pytest.mark.parametrize(
    ("old", "new", "kind", "clause", "words"),
    [
        ("12 December 2019", "13 December 2019", "date", "pp1", ("2019 年 12 月 12 日", None)),
        ("resolution 74/43 of", "resolution 74/44 of", "symbol", "pp1", ("74/43", "74/44")),
        ("1540 (2004)", "1541 (2004)", "symbol", "pp4", ("1540(2004)", "1541 (2004)")),
        ("paragraph 5 of", "paragraph 6 of", "number", "pp16", ("5", "6")),
        ("seventy-sixth session, under", "seventy-seventh session, under", "number", "op6", None),
        ("the Eighteenth Conf", "the Nineteenth Conf", "number", "pp8", ("十八", "Nineteenth")),
        ("vol. 1456", "vol. 1459", "number", "fn2", ("1456", "1459")),
        ("A/59/361", "A/59/367", "symbol", "fn4", ("A/59/361", "A/59/367")),
        ("2019,[^3]", "2019,", "footnote", "pp8", ("》", "")),
        ("on 28 September 2012", "on 28 October 2012", "date", "pp11", None),
        ('entitled "Measures to', 'entitled "Means to', "title", "op6", None),
    ],
)
def test_a_disagreement_is_found_and_nothing_else(
    old: str, new: str, kind: str, clause: str, words: tuple[str, str] | None
) -> None:
    assert old in EN
    en = EN.replace(old, new, 1)
    bitext = align(_ZH, read(en))
    (finding,) = _others(audit(bitext))
    assert finding.kind == kind
    assert clause in finding.target
    if words and words[1] is not None:
        assert spans_text(bitext.source, finding.source_spans) == words[0]
        assert spans_text(bitext.target, finding.target_spans) == words[1]
    assert finding.sentence.endswith(".")


def test_dates_that_share_their_year_are_one_finding() -> None:
    (finding,) = _others(_audited(en=EN.replace("26 October 2019", "26 October 2018")))
    assert finding.sentence == (
        "PP7: the Chinese text has 2019年10月25日 … 26日, the English text 25 … 26 October 2018."
    )


def test_a_paragraph_that_is_missing_is_found_with_its_text() -> None:
    en = EN.replace(EN[EN.index("4. *Encourages*") : EN.index("5. *Requests*")], "")
    bitext = align(_ZH, read(en))
    (finding,) = _others(audit(bitext))
    assert (finding.kind, finding.source, finding.target) == ("missing-paragraph", ("op4",), ())
    assert spans_text(bitext.source, finding.source_spans).startswith("鼓励会员国之间")


def test_sub_paragraphs_of_a_missing_paragraph_go_without_saying() -> None:
    zh = f"{ZH_PREAMBLE}1. 决定采取行动；\n\n2. 请各国：\n\n(a) 采取措施；\n\n(b) 提出报告。\n"
    en = f"{EN_PREAMBLE}1. Decides to act;\n"
    assert [f.source for f in _audited(zh, en) if f.kind == "missing-paragraph"] == [("op2",)]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("八国集团", "the Group of Eight"),
        ("第五段", "paragraph 5"),
        ("第 5 段", "paragraph five"),
        ("二十一世纪", "the 21st century"),
        ("第 A/RES/74/43 号", "74/43"),
        ("首次会议", "its first meeting"),
        ("2019年10月25日和2019年10月26日", "25 and 26 October 2019"),
        ("三个国家", "three States"),
        ("1540（2004）号", "1540 (2004)"),
        ("130万人", "1.3 million people"),
    ],
)
def test_what_languages_say_differently_is_no_finding(zh: str, en: str) -> None:
    assert _audited(f"{ZH_PREAMBLE}1. 决定{zh}。\n", f"{EN_PREAMBLE}1. Decides {en}.\n") == ()


def _decided(zh: str, other: str) -> list[str]:
    """What the findings of one operative paragraph say that the texts have."""
    findings = _audited(f"{ZH_PREAMBLE}1. 决定{zh}。\n", f"{EN_PREAMBLE}1. Decides {other}.\n")
    return [finding.sentence.removeprefix("OP1: ") for finding in findings]


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("在四十天内开会", "to meet within thirty days", ("四十", "thirty")),
        ("开会四十分钟", "to meet for thirty minutes", ("四十", "thirty")),
        ("设立五处办事处", "to establish three offices", ("五", "three")),
        ("达到百分之三十", "to reach twenty per cent", ("三十", "twenty")),
        ("四分之三的会员国", "two thirds of the Members", ("四分之三", "two thirds")),
        ("二十世纪", "the twenty-first century", ("二十", "twenty-first")),
        ("六十周年", "the fiftieth anniversary", ("六十", "fiftieth")),
        ("《宪章》第六章", "Chapter VII of the Charter", ("六", "VII")),
        (
            "2005年9月16日《2006年成果》和2006年9月8日《战略》",
            "the 2005 Outcome of 16 September 2005 and the Strategy of 8 September 2006",
            ("2006", "2005"),
        ),
        ("2005年7月8日通过的修正", "the amendment of 8 July", ("2005年7月8日", "8 July")),
        ("3个办事处和5名专家，5名工作人员", "3 offices and 3 experts, 5 staff", ("5", "3")),
        ("5个国家和7个机构", "5 States and 5 bodies", ("7", "5")),
        ("第60/1号和第60/1号决议", "resolutions 60/1 and 60/2", ("60/1", "60/2")),
    ],
)
def test_numbers_that_differ_in_whatever_way_they_are_said(
    zh: str, en: str, said: tuple[str, str]
) -> None:
    assert _decided(zh, en) == [f"the Chinese text has {said[0]}, the English text {said[1]}."]


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("开会", "to meet within thirty days", "thirty of the English text"),
        ("在三十天内开会", "to meet", "三十 of the Chinese text"),
    ],
)
def test_a_number_in_words_that_one_side_alone_has(zh: str, en: str, said: str) -> None:
    other = "Chinese" if "English" in said else "English"
    assert _decided(zh, en) == [f"{said} is not in the {other} text."]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("数百万人", "millions of people"),
        ("千年", "a thousand years"),
        ("在三十天内", "within 30 days"),
        ("二十世纪九十年代", "the 1990s of the twentieth century"),
        ("2005年7月8日和8月2日", "8 July and 2 August 2005"),
        ("2005年7月8日通过的2005年修正", "the amendment of 8 July 2005"),
        ("第七十六届会议", "the seventy-sixth session and at that 76th session"),
        ("三百万儿童", "3 million children"),
        ("十万人", "100 000 people"),
        ("13亿", "1.3 billion"),
        ("一个人", "a person"),
        ("首先", "first and foremost"),
        ("会员国", "one of them"),
        ("7月开会", "to meet in July"),
        ("两国", "both States"),
    ],
)
def test_numbers_that_languages_say_differently(zh: str, en: str) -> None:
    assert _decided(zh, en) == []


_OWN = '"Measures to prevent terrorists from acquiring weapons of mass destruction"'
_AGENDA = '"General and complete disarmament"'


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            _AGENDA,
            '"Nuclear disarmament"',
            "the Chinese text quotes the title of this agenda item, the English text "
            '"Nuclear disarmament".',
        ),
        (
            _OWN,
            '"Measures to prevent crimes"',
            "the Chinese text quotes the title of this resolution, the English text "
            '"Measures to prevent crimes".',
        ),
        (
            _AGENDA,
            _AGENDA.strip('"'),
            "the Chinese text quotes the title of this agenda item, the English text does not.",
        ),
        (
            f"item entitled {_AGENDA}, the sub-item entitled {_OWN}",
            "item on disarmament",
            "the Chinese text quotes 2 titles, the English text none.",
        ),
    ],
)
def test_the_titles_of_the_document_and_of_its_agenda_item(
    old: str, new: str, message: str
) -> None:
    start, _, end = EN.rpartition(old)
    found = _others(_audited(en=start + new + end))
    (finding,) = [one for one in found if one.check != "omissions"]
    assert (finding.kind, finding.sentence) == ("title", f"OP6: {message}")


def test_a_title_of_the_agenda_item_that_is_wrong_in_the_original() -> None:
    (finding,) = _others(_audited(zh=ZH.replace("“全面彻底裁军”", "“核裁军”")))
    assert (finding.kind, finding.sentence) == (
        "title",
        "OP6: the English text quotes the title of this agenda item, the Chinese text “核裁军”.",
    )


@pytest.mark.parametrize(
    ("zh", "en", "count"),
    [
        ("遵守《公约》和《议定书》", "to comply with the Convention and the Protocol", 0),
        ("遵守《公约》和《议定书》", 'to comply with the "Convention" and the "Protocol"', 0),
        ("遵守公约和议定书", 'to comply with the "Convention" and the "Protocol"', 1),
        ("遵守“公约”和“议定书”", "to comply with the Convention and the Protocol", 0),
        ("遵守“公约”和议定书", 'to comply with the "Convention" and the "Protocol"', 1),
        ("遵守公约", "to comply with the “Convention”", 0),
        ("遵守「公约」", "to comply with the « Convention »", 0),
    ],
)
def test_quotation_marks_that_one_side_has_lost(zh: str, en: str, count: int) -> None:
    assert len(_decided(zh, en)) == count


@pytest.mark.parametrize(
    ("old", "new", "kind", "line", "said"),
    [
        ("103 (v)", "104 (v)", "number", "head.agenda_item", "103 … 104"),
        ("14 December 2020", "15 December 2020", "date", "head.distribution", None),
        ("para. 96", "para. 97", "number", "head.report", "96 … 97"),
        ("A/75/399", "A/75/398", "symbol", "head.report", "A/75/399 … A/75/398"),
        ("First Committee", "Second Committee", "number", "head.report", "一 … Second"),
        ("Seventy-fifth", "Seventy-sixth", "number", "head.session", "七十五 … Seventy-sixth"),
        ("Assembly on 7 Dec", "Assembly on 8 Dec", "date", "head.adoption", None),
        ("37th", "38th", "number", "closing.meeting", "37 … 38"),
        ("\n*7 December 2020", "\n*7 December 2025", "date", "closing.date", None),
    ],
)
def test_the_lines_of_the_masthead_and_the_closing_are_compared(
    old: str, new: str, kind: str, line: str, said: str | None
) -> None:
    assert old in EN
    bitext = align(_ZH, read(EN.replace(old, new, 1)))
    (finding,) = _others(audit(bitext))
    assert (finding.kind, finding.source, finding.target) == (kind, (line,), (line,))
    assert finding.sentence.startswith(f"{label(line)}: ")
    if said:
        spans = (bitext.source, finding.source_spans), (bitext.target, finding.target_spans)
        assert " … ".join(spans_text(side, own) for side, own in spans) == said


@pytest.mark.parametrize("id", ["head.other", "head.other2"])
@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "", []),
        ("A/75/399", "A/75/398", [("symbol", "head.report")]),
        ("Assembly on 7 Dec", "Assembly on 8 Dec", [("date", "head.adoption")]),
    ],
)
def test_lines_of_no_known_kind_are_not_compared_and_those_of_known_ones_are(
    id: str, old: str, new: str, found: list[tuple[str, str]]
) -> None:
    sides = [
        side._replace(head=(*side.head, Line(id, (Run(words),))))
        for side, words in ((_ZH, "文件 12"), (read(EN.replace(old, new, 1)), "Copy 13"))
    ]
    findings = _others(audit(align(sides[0], sides[1])))
    assert [(finding.kind, *finding.source) for finding in findings] == found


def test_a_masthead_is_read_with_lines_of_no_known_kind() -> None:
    """They are called what the rule that leaves them out goes by."""
    assert [line.id for line in read(f"文件 12\n\n{ZH}").head].count("head.other") == 1


def test_what_a_masthead_states_in_letters_is_compared() -> None:
    (finding,) = _others(_audited(en=EN.replace("Agenda item 103 (v)", "Agenda item 103 (w)")))
    assert (finding.source, finding.target) == (("head.agenda_item",), ("head.agenda_item",))
    assert finding.sentence == (
        "Masthead: the agenda item is 103 (v) in the Chinese text, 103 (w) in the English text."
    )


def test_a_footnote_that_moved_is_said_with_where_it_stands() -> None:
    en = EN.replace("Radioactive Sources, approved", "Radioactive Sources,[^4] approved", 1)
    en = en.replace("Matters,[^4]", "Matters,")
    messages = [finding.sentence for finding in _others(_audited(en=en))]
    assert "PP11: footnote 4 of the Chinese text stands in PP14 of the English text." in messages


def _versions(name: str, languages: str) -> list[tuple[Resolution, Resolution]]:
    files = (_FIXTURES / f"{name}.{language}.md" for language in languages.split())
    return list(combinations([read_resolution(file) for file in files], 2))


@pytest.mark.parametrize(
    "pair",
    _versions("security_council_1540", "zh en fr es ru ar")
    + _versions("general_assembly_75_58", "fr es ru ar"),
    ids=lambda pair: "-".join(side.language for side in pair),
)
def test_official_versions_differ_in_no_number_date_symbol_or_title(
    pair: tuple[Resolution, Resolution],
) -> None:
    kinds = {"missing-paragraph", "merged-paragraphs"}
    assert [f.sentence for f in audit(align(*pair)) if f.kind not in kinds] == []


def test_a_text_without_a_translation_has_no_findings() -> None:
    assert audit(alone(_ZH)) == ()


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(EN) - 1), st.integers(1, 300))
def test_any_pair_can_be_audited(start: int, length: int) -> None:
    torn = read(EN[:start] + EN[start + length :])
    bitext = align(_ZH, torn)
    texts = [
        {c.id: c.text for c in side.walk()}
        | {n.id: n.text for n in side.footnotes}
        | {line.id: line.text for line in (*side.head, *side.closing)}
        for side in (_ZH, torn)
    ]
    for finding in audit(bitext):
        for spans, known in zip((finding.source_spans, finding.target_spans), texts, strict=True):
            for span in spans:
                assert 0 <= span.start <= span.end <= len(known[span.id])


@pytest.mark.parametrize(
    ("zh", "messages"),
    [
        (
            shifted_notes.ZH_WITHOUT_THE_FIRST,
            ["PP1: footnote 1 of the English text is not in the Chinese text."],
        ),
        (shifted_notes.ZH_WITH_ONE_MORE, []),
        (
            shifted_notes.ZH_WITH_MARKS_SWAPPED,
            [
                "PP1: footnote 1 of the English text stands in PP2 of the Chinese text.",
                "PP1: footnote 2 of the Chinese text stands in PP2 of the English text.",
                "PP2: footnote 2 of the English text stands in PP1 of the Chinese text.",
                "PP2: footnote 1 of the Chinese text stands in PP1 of the English text.",
            ],
        ),
    ],
)
def test_footnotes_are_told_apart_by_what_they_say_and_not_by_their_numbers(
    zh: str, messages: list[str]
) -> None:
    findings = audit(align(read(shifted_notes.EN), read(zh)))
    assert [f.sentence for f in findings if f.kind == "footnote"] == messages


def test_a_number_of_thousands_of_digits_is_compared_by_its_digits() -> None:
    digits = "123" * 2000
    zh = read(f"{ZH_PREAMBLE}1. 请各国提供 {digits} 元。\n")
    en = read(f"{EN_PREAMBLE}1. Requests States to provide {digits[:-1]} dollars.\n")
    (finding,) = audit(align(zh, en))
    assert finding.kind is FindingKind.NUMBER
    assert not audit(align(zh, read(f"{EN_PREAMBLE}1. Requests States: {digits}.\n")))


def test_a_number_that_differs_is_found_in_its_cell_of_a_table() -> None:
    zh, en = ((FIXTURES / f"tables.{code}.md").read_text(encoding="utf-8") for code in ("zh", "en"))
    assert _audited(zh, en) == ()
    (found,) = _audited(zh, en.replace("22.000", "23.000"))
    assert (found.source, found.target) == (("op1.t1",), ("op1.t1",))
    assert "22.000" in found.sentence
    assert "23.000" in found.sentence

"""Where two versions do not agree, and where they only say it differently."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.alignment.align import align, alone
from desktop_app.alignment.audit import audit
from desktop_app.resolution.bitext import Finding, spans_text
from tests.texts import EN, EN_PREAMBLE, ZH, ZH_PREAMBLE, read

_ZH = read(ZH)


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
    assert finding.message == (
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
    assert finding.message.endswith(".")


def test_dates_that_share_their_year_are_one_finding() -> None:
    (finding,) = _others(_audited(en=EN.replace("26 October 2019", "26 October 2018")))
    assert finding.message == (
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


def test_what_the_mastheads_state_is_compared() -> None:
    (finding,) = _others(_audited(en=EN.replace("Agenda item 103 (v)", "Agenda item 104 (v)")))
    assert finding.message == (
        "Masthead: the agenda item is 103 (v) in the Chinese text, 104 (v) in the English text."
    )


def test_a_footnote_that_moved_is_said_with_where_it_stands() -> None:
    en = EN.replace("Radioactive Sources, approved", "Radioactive Sources,[^4] approved", 1)
    en = en.replace("Matters,[^4]", "Matters,")
    messages = [finding.message for finding in _others(_audited(en=en))]
    assert "PP11: footnote 4 of the Chinese text stands in PP14 of the English text." in messages


def test_a_text_without_a_translation_has_no_findings() -> None:
    assert audit(alone(_ZH)) == ()


@settings(max_examples=40)
@given(st.integers(0, len(EN) - 1), st.integers(1, 300))
def test_any_pair_can_be_audited(start: int, length: int) -> None:
    torn = read(EN[:start] + EN[start + length :])
    bitext = align(_ZH, torn)
    texts = [
        {c.id: c.text for c in side.walk()} | {n.id: n.text for n in side.footnotes}
        for side in (_ZH, torn)
    ]
    for finding in audit(bitext):
        for spans, known in zip((finding.source_spans, finding.target_spans), texts, strict=True):
            for span in spans:
                assert 0 <= span.start <= span.end <= len(known[span.id])

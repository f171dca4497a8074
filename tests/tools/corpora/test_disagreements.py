"""The generator of disagreements: what it lists is there, and was agreed upon before."""

from collections.abc import Sequence
from functools import cache
from random import Random

import pytest

from desktop_app.alignment.align import align
from desktop_app.common.messages import Message
from desktop_app.resolution.bitext import Finding, FindingKind
from desktop_app.resolution.model import Resolution
from tests.support.texts import EN, EN_PREAMBLE, ZH, ZH_PREAMBLE, every_text, read
from tests.tools.corpora.damage import Pair
from tests.tools.corpora.disagreements import KINDS, Planted, Record, facts, plant
from tests.tools.corpora.score import findings_score

pytestmark = pytest.mark.slow  # these are tools, whose tests take long together

_ZH = read(ZH)
_EN = read(EN)
_SEEDS = range(60)


@cache
def _rows() -> tuple[Pair, ...]:
    return tuple((row.source, row.target) for row in align(_ZH, _EN).rows)


@cache
def _planted(seed: int, count: int = 1, kind: str = "") -> Planted:
    return plant(_ZH, _EN, _rows(), Random(seed), count, (kind,) if kind else KINDS)


def _texts(resolution: Resolution) -> dict[str, str]:
    found = {clause.id: clause.text for clause in resolution.walk()}
    return found | {note.id: note.text for note in resolution.footnotes}


def _sides(planted: Planted, record: Record) -> tuple[Resolution, Resolution]:
    """The version before and after."""
    return (_ZH, planted.source) if record.side == "source" else (_EN, planted.target)


def _values(resolution: Resolution, ids: Sequence[str]) -> set[tuple[object, ...]]:
    texts = _texts(resolution)
    return {
        (fact.kind, *fact.value) for id in ids for fact in facts(texts[id], resolution.language)
    }


def test_what_the_bundled_versions_state_is_the_same_in_every_row() -> None:
    for source, target in _rows():
        assert _values(_ZH, source) == _values(_EN, target)


@pytest.mark.parametrize("seed", _SEEDS)
def test_a_record_names_words_that_were_there_and_words_that_are_there_now(seed: int) -> None:
    planted = _planted(seed)
    (record,) = planted.records
    before, after = (_texts(version) for version in _sides(planted, record))
    if record.kind == "footnote":
        assert before[record.clause] == after[record.clause]
        return
    assert record.old in before[record.clause]
    assert record.new in after[record.clause]
    assert before[record.clause].replace(record.old, record.new, 1) == after[record.clause]


@pytest.mark.parametrize("seed", _SEEDS)
def test_nothing_else_is_changed(seed: int) -> None:
    planted = _planted(seed)
    (record,) = planted.records
    if record.side == "source":
        assert planted.target is _EN
    else:
        assert planted.source is _ZH
    before, after = (every_text(version) for version in _sides(planted, record))
    if record.new == "mark and note":
        after += [record.note.removeprefix("fn"), _texts(_sides(planted, record)[0])[record.note]]
    changed = [text for text in after if text not in before]
    assert len(changed) == 1


@pytest.mark.parametrize("seed", _SEEDS)
def test_what_is_planted_is_a_disagreement(seed: int) -> None:
    planted = _planted(seed)
    (record,) = planted.records
    side = 0 if record.side == "source" else 1
    row = next(row for row in _rows() if record.clause in row[side])
    if record.kind == "footnote":
        version = _sides(planted, record)[1]
        called = [note for clause in version.walk() for note in clause.notes]
        assert record.note not in called
        assert (version.footnote(record.note) is None) == (record.new == "mark and note")
        return
    versions = (planted.source, planted.target)
    here, there = (_values(versions[s], row[s]) for s in (side, 1 - side))
    assert {value[0] for value in here - there} == {record.kind}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_planted_on_both_sides(kind: str) -> None:
    records = [_planted(seed, 1, kind).records[0] for seed in _SEEDS]
    assert {(record.kind, record.side) for record in records} == {
        (kind, "source"),
        (kind, "target"),
    }


def test_numbers_in_words_days_months_years_and_symbols_in_notes_are_among_it() -> None:
    records = [record for seed in range(400) for record in _planted(seed).records]
    changes = {(record.old, record.new) for record in records}
    assert ("seventy-sixth", "seventy-seventh") in changes
    assert ("第七十六", "第七十七") in changes or ("第七十六", "第七十五") in changes
    assert any("October" in old and "October" not in new for old, new in changes)
    assert any(old[:4] != new[:4] for old, new in changes if "年" in old)
    assert any(record.clause.startswith("fn") for record in records if record.kind == "symbol")


def test_several_are_planted_into_as_many_rows() -> None:
    for seed in range(20):
        records = _planted(seed, 5).records
        assert len(records) == 5
        rows = [
            next(row for row in _rows() if r.clause in row[0 if r.side == "source" else 1])
            for r in records
        ]
        assert len(set(rows)) == 5


def test_the_same_seed_plants_the_same() -> None:
    assert plant(_ZH, _EN, _rows(), Random(7), 3) == _planted(7, 3)


def test_what_only_one_version_has_is_left_alone() -> None:
    zh = read(f"{ZH_PREAMBLE}1. 请第一委员会审议。\n")
    en = read(f"{EN_PREAMBLE}1. Requests the First Committee to consider 12 reports.\n")
    rows = [(("op1",), ("op1",))]
    planted = plant(zh, en, rows, Random(1), 9)
    (record,) = planted.records
    assert record.old in ("第一", "First")
    assert record.new in ("第二", "第十一", "Second", "Eleventh")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "its resolution 74/43 of 12 December 2019", [("74/43",), ((2019, 12, 12),)]),
        ("zh", "2019 年 12 月 12 日第 74/43 号决议", [((2019, 12, 12),), ("74/43",)]),
        ("en", "on 31 March and 1 April 2016", [((2016, 3, 31), (2016, 4, 1))]),
        ("zh", "2016年3月31日至4月1日", [((2016, 3, 31), (2016, 4, 1))]),
        ("en", "on 25 and 26 October 2019", [((2019, 10, 25), (2019, 10, 26))]),
        ("en", "resolution 1540 (2004)", [("1540(2004)",)]),
        ("zh", "第1540(2004)号决议", [("1540(2004)",)]),
        ("en", "See A/59/361.", [("A/59/361",)]),
        ("en", "at its seventy-sixth session", [(76,)]),
        ("zh", "第七十六届会议", [(76,)]),
        ("zh", "《2005 年世界首脑会议成果》", []),
    ],
)
def test_facts_have_the_same_form_in_every_language(
    language: str, text: str, expected: list[tuple[object, ...]]
) -> None:
    assert [fact.value for fact in facts(text, language)] == expected


def _finding(kind: str, source: str, target: str) -> Finding:
    return Finding(FindingKind(kind), (source,), (target,), (), (), Message(""))


def test_findings_count_by_kind_and_row() -> None:
    record = Record("date", "target", "pp8", "1 May 2001", "2 May 2001")
    planted = Planted(_ZH, _EN, (record,))
    true = _finding("date", "pp7", "pp8")
    assert findings_score(planted, [true, true]).f1 == 1
    assert findings_score(planted, []).recall == 0
    other_row = findings_score(planted, [_finding("date", "pp8", "pp9")])
    assert (other_row.recall, other_row.precision) == (0, 0)
    other_kind = findings_score(planted, [true, _finding("number", "pp7", "pp8")])
    assert (other_kind.recall, other_kind.precision) == (1, 0.5)
    merged = Finding(FindingKind.MERGED_PARAGRAPHS, ("pp6",), ("pp6", "pp7"), (), (), Message(""))
    assert findings_score(planted, [true, merged], _rows()).precision == 1
    assert findings_score(planted, [true, merged]).precision == 0.5


def test_a_dropped_footnote_is_found_at_its_clause_or_at_the_note() -> None:
    record = Record("footnote", "source", "pp7", "3", "mark and note", "fn3")
    planted = Planted(_ZH, _EN, (record,))
    for found in (
        _finding("footnote", "pp7", "pp8"),
        Finding(FindingKind.FOOTNOTE, (), ("fn3",), (), (), Message("")),
    ):
        assert findings_score(planted, [found]).f1 == 1

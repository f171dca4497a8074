"""Planted disagreements: what is changed is there, and is all that is changed."""

import re
from itertools import pairwise, permutations
from random import Random

import pytest

from desktop_app.resolution.bitext import Finding, FindingKind
from tests.tools.planted.bench import planted_rows
from tests.tools.planted.changes import EVERY, written
from tests.tools.planted.measure import Alarm, Clean, Found, Job, clean, measured, planted_in
from tests.tools.planted.planting import KINDS, Change, Side, changed, planted
from tests.tools.planted.tables import alarm_table, details, percent, recall_table
from tests.tools.rows.texts import LANGUAGES, own_names, own_text

pytestmark = pytest.mark.slow  # these are tools, whose tests take long together


def _side(name: str, language: str, beside: str = "") -> Side:
    versions = own_text(name).versions
    other = beside or next(code for code in LANGUAGES if code != language)
    return Side(name, language, versions[language].paragraphs, versions[other].paragraphs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_written_change_stand_in_one_paragraph_once(language: str) -> None:
    for change in written():
        if change.text == EVERY:
            continue
        old, new = change.words[language]
        paragraphs = own_text(change.text).versions[language].paragraphs
        assert sum(one.words.count(old) for one in paragraphs) == 1, (change.text, old)
        assert old != new


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_can_be_planted_in_every_language(language: str) -> None:
    found = {
        change.kind
        for name in own_names()
        for kind in KINDS
        for change in planted(_side(name, language), 1, Random(1), (kind,))
    }
    assert found == set(KINDS)


@pytest.mark.parametrize("name", own_names())
def test_so_many_paragraphs_are_changed_and_no_other(name: str) -> None:
    for language in LANGUAGES:
        side = _side(name, language)
        changes = planted(side, 4, Random(2), KINDS)
        assert len({change.place for change in changes}) == len(changes) == 4
        after = changed(side.paragraphs, changes)
        differ = {
            place
            for place, (old, new) in enumerate(zip(side.paragraphs, after, strict=True))
            if old != new
        }
        assert differ == {change.place for change in changes}
        for change in changes:
            assert side.paragraphs[change.place].words == change.old != change.new
            assert after[change.place].words == change.new
        assert planted(side, 4, Random(2), KINDS) == changes


def _new(name: str, language: str, kind: str, beside: str = "") -> list[Change]:
    side = _side(name, language, beside)
    return [change for seed in range(30) for change in planted(side, 9, Random(seed), (kind,))]


def test_a_number_is_changed_in_one_digit_that_is_no_part_of_a_date_symbol_or_year() -> None:
    mechanical = [
        change
        for language in LANGUAGES
        for change in _new("report", language, "number")
        if len(change.old) == len(change.new)
        and sum(a != b for a, b in zip(change.old, change.new, strict=True)) == 1
        and any(a != b and a.isdigit() for a, b in zip(change.old, change.new, strict=True))
    ]
    assert mechanical
    for change in mechanical:
        assert change.old.count("A/AC.312") == change.new.count("A/AC.312")
        for year in ("1774", "2003", "2024", "2026"):
            assert change.old.count(year) <= change.new.count(year)


def test_an_omission_takes_a_part_of_the_words_and_adds_none() -> None:
    for language in LANGUAGES:
        changes = _new("guide", language, "omission")
        assert changes
        for change in changes:
            assert 0.3 < len(change.new) / len(change.old) < 0.8
            kept = iter(change.old)
            assert all(sign in kept for sign in change.new)


def test_a_doubled_word_stands_twice() -> None:
    for change in _new("statement", "fr", "doubled-word"):
        old, new = (re.findall(r"\w+", words) for words in (change.old, change.new))
        assert len(new) == len(old) + 1
        assert any(first == second for first, second in pairwise(new))
    for change in _new("statement", "zh", "doubled-word"):
        assert change.new.count("的的") == 1


def test_what_is_left_untranslated_are_the_words_of_the_other_version() -> None:
    there = {one.words for one in own_text("treaty").versions["ru"].paragraphs}
    changes = _new("treaty", "zh", "untranslated", "ru")
    assert changes
    assert all(set(change.new.split()) & set(" ".join(there).split()) for change in changes)
    assert any(change.new in there for change in changes)
    some = [
        change
        for change in _new("treaty", "zh", "untranslated", "fr")
        if change.new[:-1].startswith(change.old[:-1])
    ]
    assert some
    for change in some:
        four = change.new[:-1].removeprefix(change.old[:-1]).split()
        assert len(four) == 4


def test_an_ending_a_pair_and_a_country_are_changed_and_nothing_else() -> None:
    ends = _new("treaty", "en", "ending")
    assert all(change.new.startswith(change.old[:-1]) for change in ends)
    assert {len(change.old) - len(change.new) for change in ends} == {0, 1}
    assert all(len(change.new) == len(change.old) - 1 for change in _new("report", "es", "pair"))
    names = {one.words for one in own_text("countries").versions["ar"].paragraphs if one.number}
    lists = [change for change in _new("countries", "ar", "country") if change.old in names]
    assert lists
    assert all(change.new in names - {change.old} for change in lists)


def test_what_is_found_is_found_at_its_place_by_its_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    said = planted_in(Job("budget", "en", "fr", 0), ("number",))
    assert said
    assert all(one.found for one in said), [one for one in said if not one.found]
    monkeypatch.setattr("tests.tools.planted.measure.audit", lambda bitext: ())
    silent = planted_in(Job("budget", "en", "fr", 0), ("number",))
    assert [one.change for one in silent] == [one.change for one in said]
    assert not any(one.found or one.said for one in silent)


def test_a_finding_of_another_kind_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    def symbols(found: Finding) -> Finding:
        return found._replace(kind=FindingKind.SYMBOL)

    from desktop_app.alignment.audit.audit import audit

    monkeypatch.setattr(
        "tests.tools.planted.measure.audit", lambda bitext: tuple(map(symbols, audit(bitext)))
    )
    (one, *_) = planted_in(Job("budget", "en", "fr", 0), ("number",))
    assert not one.found
    assert one.said


def test_the_tables_count_what_was_found_and_said() -> None:
    job = Job("budget", "en", "fr", 0)
    change = Change("number", 1, "12", "13")
    found = [Found(job, change, True, ("number: …",)), Found(job, change, False, ())]
    table = "\n".join(recall_table(found))
    assert "1/2" in table
    assert "50.0 %" in table
    assert percent([]) == 0
    alarm = Alarm("budget", ("en", "fr"), "number", "Something.", ("12", "12"))
    agreeing = [Clean("budget", ("en", "fr"), 50, (alarm,))]
    assert "1 in 50 rows (2.00 %)" in "\n".join(alarm_table(agreeing))
    listed = "\n".join(details(found, agreeing, 5))
    assert "1 not found" in listed
    assert "Something." in listed


def test_one_pair_is_measured_both_ways_and_audited_once() -> None:
    found, agreeing = measured(["treaty"], 1, ("en", "zh"))
    assert {(one.job.language, one.job.beside) for one in found} == {*permutations(("en", "zh"))}
    assert [(one.text, one.languages) for one in agreeing] == [("treaty", ("en", "zh"))]
    assert agreeing[0] == clean("treaty", ("en", "zh"))
    assert agreeing[0].rows > 20


def test_the_bench_prints_a_share_of_found_and_of_false(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "tests.tools.planted.bench.measured",
        lambda names, seeds: measured(["verdict"], 1, ("en", "fr")),
    )
    rows: list[tuple[object, ...]] = []

    def row(*said: object, **how: bool) -> bool:
        rows.append(said)
        return True

    assert all(planted_rows(row))
    (_, found, least, _), (_, false, most, _) = rows
    assert (least, most) == (95, 1)
    assert isinstance(found, float)
    assert isinstance(false, float)
    assert 0 <= false <= 100
    assert 0 < found <= 100

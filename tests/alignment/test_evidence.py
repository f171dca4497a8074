"""What tells that two clauses say the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.alignment import evidence
from desktop_app.alignment.evidence import (
    KINDS,
    Traits,
    misfit,
    reasons,
    scale,
    score,
    shared,
    together,
    traits,
)
from desktop_app.grammar.terms import inner_openings, opening, terms
from tests.support.texts import EN, ZH, clause, read

_FEATURES = st.frozensets(st.sampled_from(["s74/43", "d2019-12-12", "ffn1", "tnuclear", "orecall"]))
_TRAITS = st.builds(
    lambda features, possible, length: Traits(features, possible - features, length),
    _FEATURES,
    _FEATURES,
    st.integers(0, 100_000),
)
_SIDES = st.lists(_TRAITS, max_size=6)


def _of(*features: str, length: int = 1) -> Traits:
    return Traits(frozenset(features), frozenset(), length)


@given(_TRAITS, _TRAITS, _SIDES, _SIDES)
def test_a_score_is_from_0_to_1_and_the_same_from_both_sides(
    source: Traits, target: Traits, others: list[Traits], foreign: list[Traits]
) -> None:
    on = scale([source, *others], [target, *foreign])
    assert 0 <= score(source, target, on) <= 1
    assert shared(source, target) == shared(target, source)


@given(_TRAITS)
def test_nothing_is_surer_than_the_same(same: Traits) -> None:
    assert score(same, same, scale([same], [same])) == pytest.approx(1)


def test_the_features_of_a_clause_are_anchors_notes_opening_and_terms() -> None:
    zh = traits(clause(read(ZH), "pp15"), "zh", "preamble").features
    en = traits(clause(read(EN), "pp16"), "en", "preamble").features
    assert {"s74/43", "n5", "ffn7", "ppreamble"} <= zh & en
    assert [f for f in zh if f[0] == "o"] == [f for f in en if f[0] == "o"] != []
    assert {f[0] for f in zh | en} <= KINDS.keys()


def test_a_clause_has_the_features_of_its_sub_paragraphs_too() -> None:
    found = read(
        "---\nlanguage: en\n---\nThe General Assembly,\n\n1. Decides:\n\n(a) Act 7;\n\n(b) Go 8;\n"
    )
    known = traits(clause(found, "op1"), "en", "operative")
    assert {"n7", "n8", "#1"} <= known.features
    assert known.length == len("DecidesActGo")


def test_several_clauses_together_have_the_features_and_the_length_of_all() -> None:
    assert together([_of("n1", "n2", length=5), _of("n2", "n3", length=6)]) == _of(
        "n1", "n2", "n3", length=11
    )


def test_what_is_rare_counts_more() -> None:
    texts = [_of("tstate", "s74/43"), *[_of("tstate")] * 30]
    on = scale(texts, texts)
    assert on.shared["s74/43"] > 2 * on.shared["tstate"]


def test_a_length_fits_at_the_ratio_of_the_languages() -> None:
    assert misfit(100, 300, 3.0) == 0
    assert misfit(100, 310, 3.0) < misfit(100, 400, 3.0) < misfit(100, 900, 3.0)
    assert misfit(0, 0, 1.0) == 0


def test_the_strongest_reason_comes_first() -> None:
    texts = [_of("s74/43", "tstate"), *[_of("tstate")] * 30]
    on = scale(texts, texts)
    assert reasons(texts[0], texts[0], on) == ("symbol", "terms", "length")


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("回顾其第 74/43 号决议", "Recalling its resolution"),
        ("又注意到八国集团", "Noting also that the Group of Eight"),
        ("深为关切恐怖主义", "Deeply concerned by the growing risk"),
        ("意识到迫切需要", "Mindful of the urgent need"),
        ("促请全体会员国", "Calls upon all Member States"),
        ("決定在大會", "Decides to include"),
    ],
)
def test_languages_pair_off_how_paragraphs_open(zh: str, en: str) -> None:
    assert opening(zh, "zh") == opening(en, "en") != ""


@pytest.mark.parametrize(
    ("zh", "en"), [("请各国", "Urges States"), ("回顾决议", "Welcoming the report")]
)
def test_different_openings_are_different(zh: str, en: str) -> None:
    assert opening(zh, "zh") != opening(en, "en")


def test_a_paragraph_that_was_run_into_another_shows_by_its_opening() -> None:
    assert opening("Welcoming also the adoption", "en") in inner_openings(
        "欢迎公约生效，又欢迎 2005 年通过修正案", "zh"
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "防止恐怖分子获取大规模毁灭性武器"),
        ("zh", "防止恐怖分子獲取大規模毀滅性武器"),
        ("en", "to prevent terrorists from acquiring weapons of mass destruction"),
        ("fr", "empêcher les terroristes d’acquérir des armes de destruction massive"),
        ("es", "impedir que los terroristas adquieran armas de destrucción en masa"),
        ("ru", "недопущение приобретения террористами оружия массового уничтожения"),
        ("ar", "منع الإرهابيين من حيازة أسلحة الدمار الشامل"),
    ],
)
def test_every_language_says_the_same_terms(language: str, text: str) -> None:
    english = terms("to prevent terrorists from acquiring weapons of mass destruction", "en")
    assert len(terms(text, language) & english) >= 3


@given(st.text(), st.sampled_from(["zh", "en", "fr", "es", "ru", "ar", "und"]))
def test_any_text_has_terms_and_openings(text: str, language: str) -> None:
    assert isinstance(terms(text, language), frozenset)
    assert isinstance(opening(text, language), str)
    assert "" not in inner_openings(text, language)


def test_the_ratio_of_a_text_to_a_small_part_of_it_stays_near_that_of_the_languages() -> None:
    assert 1.1 < evidence.ratio(200, 15_000, ("en", "fr")) < 2
    assert 0.5 < evidence.ratio(15_000, 200, ("fr", "en")) < 0.9
    assert 0.2 < evidence.ratio(10_000, 2_500, ("en", "zh")) < 0.3


def test_a_paragraph_that_stands_twice_in_one_text_is_marked_as_a_copy() -> None:
    found = read("The General Assembly,\n\n1. Acts;\n\n2. Acts;\n\n3. Goes on;\n")
    clauses = [*found.walk()]
    items = [traits(one, "en", "operative") for one in clauses]
    marked = evidence.with_copies(items, clauses)
    assert [own != plain for own, plain in zip(marked, items, strict=True)] == [False, True, False]
    assert [*map(evidence.unmarked, marked)] == items


def test_the_number_of_a_paragraph_that_was_run_into_another_speaks_for_its_row() -> None:
    found = read("The General Assembly,\n\n1. Acts for all. 2. Goes on;\n")
    joined = traits(clause(found, "op1"), "en", "operative")
    assert "#2" in joined.possible
    assert "#2" in evidence.shared(joined, _of("#2"))

"""The signs at the ends of paragraphs, in all pairs of six languages."""

from itertools import permutations

import pytest

from desktop_app.alignment.audit.registry import named
from desktop_app.grammar.languages import OFFICIAL
from tests.alignment.audit.rows import findings

_CHECK = named(["endings"])
_TEXTS = {
    "ar": ("تجتمع في فيينا؛", "تنظر في التقرير؛", "تدعو الدول؛", "تنهي دورتها."),
    "en": ("To meet in Vienna;", "To study the report;", "To invite States;", "To close."),
    "es": ("Reunirse en Viena;", "Estudiar el informe;", "Invitar a los Estados;", "Concluir."),
    "fr": ("Se réunir à Vienne ;", "Étudier le rapport ;", "Inviter les États ;", "Conclure."),
    "ru": ("собраться в Вене;", "изучить доклад;", "пригласить государства;", "закончить."),
    "zh": ("在维也纳开会；", "研究报告；", "邀请各国；", "闭会。"),
}
_STOPS = {"ar": ".", "en": ".", "es": ".", "fr": ".", "ru": ".", "zh": "。"}


def _said(one: str, texts: tuple[str, ...], other: str) -> list[str]:
    return [found.sentence for found in findings((one, texts), (other, _TEXTS[other]), _CHECK)]


@pytest.mark.parametrize(("one", "other"), [*permutations(OFFICIAL, 2)])
def test_the_ends_of_two_versions(one: str, other: str) -> None:
    first, second, *rest = _TEXTS[one]
    assert _said(one, _TEXTS[one], other) == []
    stop = f"{first[:-1].rstrip()}{_STOPS[one]}"
    assert len(_said(one, (stop, second, *rest), other)) == 1
    (left_off,) = _said(one, (first, second[:-1].rstrip(), *rest), other)
    assert "without a sign" in left_off


def test_a_sign_that_languages_use_otherwise_needs_more_rows() -> None:
    letter = "Madam Mayor, dear friends,", "We have met.", "We have parted."
    brief = "Señora Alcaldesa, queridos amigos:", "Nos reunimos.", "Nos separamos."
    assert findings(("en", letter), ("es", brief), _CHECK) == ()


def test_where_neither_version_has_signs_there_is_nothing_to_say() -> None:
    assert findings(("en", ("Chad", "Cuba")), ("fr", ("Tchad", "Cuba")), _CHECK) == ()


def test_a_sign_against_another_is_found_where_several_rows_are_wrong() -> None:
    own = ("We met;", "We spoke.", "We ate;", "We sang.", "We left.")
    other = ("Nos reunimos.", "Hablamos.", "Comimos.", "Cantamos.", "Nos fuimos.")
    assert len(findings(("en", own), ("es", other), _CHECK)) == 2
    own = (*own[:3], "We sang;", own[4])
    assert len(findings(("en", own), ("es", other), _CHECK)) == 3


def test_a_joining_word_behind_the_sign_is_no_end_without_one() -> None:
    own = ("To meet in Vienna;", "To study the report; and", "To close.")
    for other in ("fr", "ru", "zh"):
        texts = (*_TEXTS[other][:2], _TEXTS[other][3])
        assert findings(("en", own), (other, texts), _CHECK) == ()
    without = (own[0], "To study the report and", own[2])
    texts = (*_TEXTS["fr"][:2], _TEXTS["fr"][3])
    assert len(findings(("en", without), ("fr", texts), _CHECK)) == 1

"""Phrases that one version says in one way, and the other in two."""

import pytest

from desktop_app.alignment.audit.registry import DEFAULT, named
from desktop_app.resolution.bitext import FindingKind, Severity
from tests.alignment.audit.rows import findings

_CHECK = named(["consistency"])
_TEXTS = {
    "en": ("The {} opens in spring.", "Ships avoid the {} at night.", "A {} costs more.",
           "Nobody sold that {}.", "Children painted our {}."),
    "fr": ("Le {} ouvre au printemps.", "Les navires évitent le {} la nuit.", "Un {} coûte cher.",
           "Personne ne vend ce {}.", "Des enfants ont peint notre {}."),
    "ru": ("Этот {} откроется весной.", "Суда обходят {} ночью.", "Такой {} стоит дороже.",
           "Никто не продал {}.", "Дети раскрасили {}."),
    "zh": ("春天{}开放。", "夜里船只避开{}。", "这个{}更贵。", "无人出售{}。", "孩子们画了{}。"),
}  # fmt: skip
_WAYS = {
    "en": ("floating lighthouse", "swimming lighthouse"),
    "fr": ("phare flottant", "phare mobile"),
    "ru": ("плавучий маяк", "подвижный маяк"),
    "zh": ("浮动灯塔", "漂移灯塔"),
}


def _text(language: str, other_at: int | None = None) -> list[str]:
    return [
        sentence.format(_WAYS[language][place == other_at])
        for place, sentence in enumerate(_TEXTS[language])
    ]


@pytest.mark.parametrize("language", ["fr", "ru", "zh"])
def test_a_phrase_that_one_row_says_in_another_way_is_found(language: str) -> None:
    own = "en", _text("en")
    assert findings(own, (language, _text(language)), _CHECK) == ()
    (found,) = findings(own, (language, _text(language, 3)), _CHECK)
    assert found.kind is FindingKind.CONSISTENCY
    assert found.severity is Severity.DOUBT
    assert found.source == ("op4",)
    (back,) = findings((language, _text(language, 3)), own, _CHECK)
    assert back.source == ("op4",)


def test_the_same_words_in_another_number_are_the_same_way() -> None:
    own = [text.replace("lighthouse", "fish") for text in _text("en")]
    other = [sentence.format("pez volador") for sentence in _TEXTS["fr"]]
    other[3] = "Personne ne vend ces peces voladores."
    assert findings(("en", own), ("es", other), _CHECK) == ()


def test_a_phrase_that_varies_on_both_sides_is_none() -> None:
    assert findings(("en", _text("en", 3)), ("fr", _text("fr", 3)), _CHECK) == ()


def test_it_is_off_at_first() -> None:
    assert not set(_CHECK) & set(DEFAULT)

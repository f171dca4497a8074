"""Resolutions that list States and shares in words, in six languages, to drop or change one in."""

import json
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from desktop_app.resolution.model import Resolution
from tests.support.texts import read_anew

_TEXTS = Path(__file__).parent / "texts" / "states.json"
_HEADS = {
    "en": "The General Assembly,\n\nRecalling its resolution 80/12 of 8 December 2025,\n\n",
    "fr": "L'Assemblée générale,\n\nRappelant sa résolution 80/12 du 8 décembre 2025,\n\n",
    "es": "La Asamblea General,\n\nRecordando su resolución 80/12, de 8 de diciembre de 2025,\n\n",
    "ru": "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 80/12 от 8 декабря 2025 года,\n\n",
    "ar": "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 80/12 المؤرخ 8 كانون الأول/ديسمبر 2025،\n\n",
    "zh": "大会，\n\n回顾其2025年12月8日第80/12号决议，\n\n",
}
_NOTES = {
    "en": ("{}. Welcomes the contributions of the following States: {};", ", ", " and "),
    "fr": ("{}. Se félicite des contributions des États suivants : {} ;", ", ", " et "),
    "es": ("{}. Acoge con beneplácito las contribuciones de estos Estados: {};", ", ", " y "),
    "ru": ("{}. приветствует вклад следующих государств: {};", ", ", " и "),
    "ar": ("{}. ترحب بمساهمات الدول التالية: {}؛", "، ", " و"),
    "zh": ("{}. 欢迎下列国家的捐助：{}；", "、", "和"),
}  # fmt: skip
_SHARES = {
    "en": "{}. Decides that {} shall suffice;",
    "fr": "{}. Décide que {} suffiront ;",
    "es": "{}. Decide que bastarán {};",
    "ru": "{}. постановляет, что достаточно {};",
    "ar": "{}. تقرر أن يكفي {}؛",
    "zh": "{}. 决定以{}为足；",
}
_STATES_IN_A_LIST = 6
LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
"""In the order of the texts."""


class Lists(NamedTuple):
    """What one resolution lists: groups of States and shares, by their places in the texts."""

    states: tuple[tuple[int, ...], ...]
    shares: tuple[int, ...]


@cache
def _texts() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = json.loads(_TEXTS.read_text(encoding="utf-8"))
    return found


def some_lists(random: Random) -> Lists:
    """All States in groups, and all shares, in any order."""
    states = random.sample(range(len(_texts()["states"])), len(_texts()["states"]))
    size = _STATES_IN_A_LIST
    groups = tuple(tuple(states[at : at + size]) for at in range(0, len(states), size))
    shares = tuple(random.sample(range(len(_texts()["shares"])), len(_texts()["shares"])))
    return Lists(groups, shares)


def without_a_state(lists: Lists, random: Random) -> tuple[Lists, int]:
    """The lists without one of the States, and the number of the paragraph that lacks it."""
    group = random.randrange(len(lists.states))
    place = random.randrange(len(lists.states[group]))
    states = list(lists.states)
    states[group] = states[group][:place] + states[group][place + 1 :]
    return lists._replace(states=tuple(states)), group + 1


def with_another_share(lists: Lists, random: Random) -> tuple[Lists, int]:
    """The lists with another share in place of one, and the number of the paragraph with it."""
    place = random.randrange(len(lists.shares))
    others = [one for one in range(len(_texts()["shares"])) if one != lists.shares[place]]
    shares = list(lists.shares)
    shares[place] = random.choice(others)
    return lists._replace(shares=tuple(shares)), len(lists.states) + place + 1


def resolution(lists: Lists, language: str) -> Resolution:
    """The resolution with these lists in a language."""
    column = LANGUAGES.index(language)
    pattern, comma, last = _NOTES[language]
    lines = []
    for number, group in enumerate(lists.states, 1):
        *first, end = [_texts()["states"][state][column] for state in group]
        named = comma.join(first) + last + end if first else end
        lines.append(pattern.format(number, named))
    for number, share in enumerate(lists.shares, len(lists.states) + 1):
        lines.append(_SHARES[language].format(number, _texts()["shares"][share][column]))
    return read_anew(_HEADS[language] + "\n\n".join(lines) + "\n")

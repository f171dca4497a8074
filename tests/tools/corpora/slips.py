"""Slips of a translator or a typist, planted into a pair whose versions agree."""

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from desktop_app.grammar.characters import PAUSES
from desktop_app.resolution.model import Resolution
from tests.tools.corpora.damage import SIDES, Pair
from tests.tools.corpora.disagreements import (
    Planted,
    Record,
    replaced,
    runs_of,
    text_of,
    with_runs,
)

_LEAST = {"zh": 12}
"""Characters of a phrase that is worth a line if it is left out or not translated; of others:"""
_LEAST_SPACED = 45
_OPENINGS = {
    "en": ["Requests", "Demands", "Decides", "Condemns", "Encourages", "Invites", "Reaffirms"],
    "fr": ["Prie", "Exige", "Décide", "Condamne", "Encourage", "Invite", "Réaffirme"],
    "es": ["Pide", "Exige", "Decide", "Condena", "Alienta", "Invita", "Reafirma"],
    "ru": ["Просит", "Требует", "Постановляет", "Осуждает", "Поощряет", "Приглашает", "Повторяет"],
    "ar": ["تطلب", "تطالب", "تقرر", "تدين", "تشجع", "تدعو", "تؤكد من جديد"],
    "zh": ["请", "要求", "决定", "谴责", "鼓励", "邀请", "重申"],
}  # fmt: skip
"""The same strengths in each language, by place, of which one takes the place of another."""
KINDS = {
    "sentence": "omissions",
    "foreign": "untranslated",
    "opening": "openings",
    "bracket": "pairs",
    "doubled": "doubled",
    "ending": "endings",
}
"""What can be planted anywhere, and the name of the check that must find it."""


class _Change(NamedTuple):
    """Words of a text in whose place others come."""

    start: int
    end: int
    new: str


def plant_slip(
    kind: str, source: Resolution, target: Resolution, rows: Sequence[Pair], random: Random
) -> Planted | None:
    """The pair with one slip of a kind in one of its rows, None if there is no room for it."""
    versions = [source, target]
    choices = [(row, side) for row in rows for side in (0, 1) if all(row)]
    random.shuffle(choices)
    for row, side in choices:
        own, other = versions[side], versions[1 - side]
        id = random.choice(row[side])
        text = text_of(runs_of(own, id))
        across = " ".join(text_of(runs_of(other, there)) for there in row[1 - side])
        changes = list(_CHANGES[kind](text, across, own.language, other.language))
        if changes:
            one = random.choice(changes)
            runs = replaced(runs_of(own, id), one.start, one.end, one.new)
            versions[side] = with_runs(own, {id: runs})
            record = Record(kind, SIDES[side], id, text[one.start : one.end], one.new)
            return Planted(versions[0], versions[1], (record,))
    return None


def _phrases(text: str, language: str) -> list[tuple[int, int]]:
    """The phrases between two pauses that are long enough to be missed, but not the whole text."""
    found = [one.span() for one in re.finditer(rf"[^{PAUSES}.。]+[{PAUSES}.。]?\s*", text)]
    least = _LEAST.get(language, _LEAST_SPACED)
    return [one for one in found if one[1] - one[0] >= least and len(found) > 1]


def _sentence(text: str, across: str, own: str, other: str) -> Iterator[_Change]:
    for start, end in _phrases(text, own):
        if end - start > len(text) / 5:
            yield _Change(start, end, "")


def _foreign(text: str, across: str, own: str, other: str) -> Iterator[_Change]:
    for start, end in _phrases(text, own):
        for begin, stop in _phrases(across, other):
            yield _Change(start, end, across[begin:stop])


def _opening(text: str, across: str, own: str, other: str) -> Iterator[_Change]:
    for place, word in enumerate(_OPENINGS[own]):
        if text.startswith(word) and across.startswith(_OPENINGS[other][place]):
            for new in _OPENINGS[own]:
                if new != word:
                    yield _Change(0, len(word), new)


def _bracket(text: str, across: str, own: str, other: str) -> Iterator[_Change]:
    for found in re.finditer(r"[()（）“”«»「」《》]", text):
        yield _Change(found.start(), found.end(), "")


def _doubled(text: str, across: str, own: str, other: str) -> Iterator[_Change]:
    if own == "zh":
        for found in re.finditer(r"大会|决议|人权|秘书长|报告|自由|权利|国际", text):
            yield _Change(*found.span(), found[0] * 2)
    else:
        for found in re.finditer(r"(?<![\w’'-])[^\W\d_]{2,}(?![\w’'-])", text):
            yield _Change(*found.span(), f"{found[0]} {found[0]}")


def _ending(text: str, across: str, own: str, other: str) -> Iterator[_Change]:
    if text and text[-1] in ",;，；،؛":
        yield _Change(len(text) - 1, len(text), "." if own != "zh" else "。")


_CHANGES = {
    "sentence": _sentence,
    "foreign": _foreign,
    "opening": _opening,
    "bracket": _bracket,
    "doubled": _doubled,
    "ending": _ending,
}

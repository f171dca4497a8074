"""The paragraphs of a text as a file has them, their damage, and the file."""

import re
from collections.abc import Sequence
from enum import StrEnum
from random import Random
from typing import NamedTuple


class Piece(NamedTuple):
    """Words that stand together; `keys` name what they say, the same in all languages."""

    keys: frozenset[str]
    words: str


class Paragraph(NamedTuple):
    """A paragraph with its printed number: of several pieces where several ran together. `copy`
    marks the second of two that are the same; `hit` what was damaged, and is not damaged again."""

    pieces: tuple[Piece, ...]
    number: str = ""
    heading: bool = False
    copy: bool = False
    hit: bool = False

    @property
    def words(self) -> str:
        return " ".join(piece.words for piece in self.pieces)


class Kind(StrEnum):
    """A damage, as converters and printed pages do it."""

    DROPPED = "dropped"
    DOUBLED = "doubled"
    SPLIT = "split"
    """In two, behind a comma or its like; the second half has no number."""
    JOINED = "run together"
    """With the paragraph after it, whose number is then in the middle of the words."""


_COMMA = re.compile(r"[，；、：。]|[,;:.](?=\s)|,(?=[^\x00-\x7f])|[،؛]")
_LEAST = 0.15
"""The smallest share of a paragraph that is split off."""
_TRIES = 40
"""How often a damage is tried, for each that is wanted."""


def without_numbers(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The text without numbers, and without headings, which say little else."""
    return [found._replace(number="") for found in paragraphs if not found.heading]


def damaged(paragraphs: Sequence[Paragraph], share: float, random: Random) -> list[Paragraph]:
    """The text with about this share of its paragraphs damaged, each once at most. Less of it,
    where there is no room for more."""
    out = list(paragraphs)
    left = round(share * len(out))
    for _ in range(_TRIES * left):
        if left <= 0 or not out:
            break
        kind, place = random.choice(list(Kind)), random.randrange(len(out))
        if not out[place].hit:
            left -= hit(kind, out, place, random)
    return out


def hit(kind: Kind, out: list[Paragraph], place: int, random: Random) -> int:
    """Does one damage, and says to how many paragraphs: to none where it cannot be done."""
    found = out[place]
    if kind is Kind.DROPPED:
        del out[place]
        return 1
    if kind is Kind.DOUBLED:
        out[place : place + 1] = [found._replace(hit=True), found._replace(hit=True, copy=True)]
        return 1
    made = _halves(found, random) if kind is Kind.SPLIT else _joined(out[place : place + 2])
    count = 1 if kind is Kind.SPLIT else 2
    if not made:
        return 0
    out[place : place + count] = made
    return count


def _halves(found: Paragraph, random: Random) -> list[Paragraph]:
    (piece,) = found.pieces
    length = len(piece.words)
    ends = [match.end() for match in _COMMA.finditer(piece.words)]
    ends = [end for end in ends if _LEAST * length <= end <= (1 - _LEAST) * length]
    if not ends or found.heading:
        return []
    end = random.choice(ends)
    first, rest = (
        (piece._replace(words=words.strip()),) for words in (piece.words[:end], piece.words[end:])
    )
    return [found._replace(pieces=first, hit=True), Paragraph(rest, hit=True)]


def _joined(two: Sequence[Paragraph]) -> list[Paragraph]:
    if len(two) < 2 or two[1].hit or two[0].heading or two[1].heading:
        return []
    first, second = two
    (piece,) = second.pieces
    inside = piece._replace(words=f"{second.number} {piece.words}".strip())
    return [first._replace(pieces=(*first.pieces, inside), hit=True)]


class _Frame(NamedTuple):
    """What a resolution says around its annex."""

    enacting: str
    preamble: str
    operative: str
    annex: str


_SYMBOL = "78/312. "
_FRAMES = {
    "ar": _Frame(
        "إن الجمعية العامة،",
        "إذ تشير إلى مقاصد ميثاق الأمم المتحدة ومبادئه،",
        "تعتمد النص المرفق بهذا القرار.",
        "المرفق",
    ),
    "en": _Frame(
        "The General Assembly,",
        "Recalling the purposes and principles of the Charter of the United Nations,",
        "Adopts the text annexed to the present resolution.",
        "Annex",
    ),
    "es": _Frame(
        "La Asamblea General,",
        "Recordando los propósitos y principios de la Carta de las Naciones Unidas,",
        "Aprueba el texto que figura en el anexo de la presente resolución.",
        "Anexo",
    ),
    "fr": _Frame(
        "L’Assemblée générale,",
        "Rappelant les buts et principes de la Charte des Nations Unies,",
        "Adopte le texte annexé à la présente résolution.",
        "Annexe",
    ),
    "ru": _Frame(
        "Генеральная Ассамблея,",
        "ссылаясь на цели и принципы Устава Организации Объединенных Наций,",
        "принимает текст, содержащийся в приложении к настоящей резолюции.",
        "Приложение",
    ),
    "zh": _Frame(
        "大会，",
        "回顾《联合国宪章》的宗旨和原则，",
        "通过本决议附件所载的案文。",
        "附件",
    ),
}


def markdown(language: str, title: str, paragraphs: Sequence[Paragraph]) -> str:
    """The file of a resolution of two paragraphs with the text in its annex."""
    frame = _FRAMES[language]
    lines = [_SYMBOL + title, frame.enacting, frame.preamble, f"1. {frame.operative}", frame.annex]
    for found in paragraphs:
        number = f"{found.number} " if found.number else ""
        lines.append(f"{'### ' if found.heading else ''}{number}{found.words}")
    return "\n\n".join(lines) + "\n"

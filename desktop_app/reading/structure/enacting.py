"""The enacting words ("The General Assembly,"): where the masthead ends and the preamble begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.grammar.characters import DIRECTIONS, ENDS_A_PARAGRAPH, ENDS_A_PREAMBULAR
from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.structure.lines import is_dated_title, is_title

_LONGEST = 200
"""Characters of the name of an organ, with everything around it."""
_QUOTED = "“”«„\"'*"
"""What can stand around it."""
_SENTENCE = 40
"""Characters: a paragraph of fewer below the number of a resolution may still be its title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enacting:
    """Where the enacting words stand: the number of their block, where they `end` in it, and the
    organ, in English."""

    place: int
    start: int
    end: int
    organ: str


def find_enacting(blocks: Sequence[Block], rules: Grammar) -> Enacting | None:
    """The enacting words; where they were lost, the start of the first paragraph below a title
    line that opens like a preambular one, and where they stand within numbered paragraphs, what is
    below the title. None for a text without any."""
    titled = dated = False
    below = -1
    fallback: Enacting | None = None
    within: Enacting | None = None
    for place, block in enumerate(blocks):
        if titled and below < 0:
            below = place
        found = enacting_at(blocks, place, rules)
        if found:
            # A dated number is followed by the text: what stands before is no masthead.
            return replace(fallback, organ=found.organ) if fallback and dated else found
        if fallback is None and (
            (titled and _is_preambular(block.text, rules)) or (dated and _is_sentence(block.text))
        ):
            fallback = Enacting(place=place, start=0, end=0, organ="")
        if within is None and below >= 0 and (organ := _organ_within(block, rules)):
            within = Enacting(place=below, start=0, end=0, organ=organ)
        lines = block.text.split("\n")
        titled = titled or any(is_title(line, rules) for line in lines)
        dated = dated or any(is_dated_title(line, rules) for line in lines)
    return fallback or within


def _organ_within(block: Block, rules: Grammar) -> str:
    """The organ that a numbered paragraph names before its verb, as in the forties: "1. The General
    Assembly requests"."""
    number = rules.number.match(block.text) if not block.number else None
    if not number and not block.number:
        return ""
    text = block.text[number.end() if number else 0 :][:_LONGEST]
    found = rules.enacting.match(text)
    if not found or found["end"].strip():
        return ""
    rest = text[found.end() :].strip()
    is_said = bool(rules.opening(f"{rest[:1].upper()}{rest[1:]}"))
    return rules.organ(found["organ"]) if is_said else ""


def enacting_at(blocks: Sequence[Block], place: int, rules: Grammar) -> Enacting | None:
    """The enacting words in a block: on a line of their own, or before opening words."""
    if blocks[place].kind is BlockKind.TABLE or blocks[place].number:
        return None  # "9. The General Assembly, in its resolution": a paragraph
    text = blocks[place].text
    start = 0
    for line in text.split("\n"):
        end = _before_opening_words(line, rules) if not start else None
        if end:
            return Enacting(place=place, start=0, end=end[0], organ=end[1])
        end_of_line = start + len(line)
        rest = text[end_of_line : end_of_line + _LONGEST].strip() or _next_text(blocks, place)
        organ = _on_a_line(line, rest, rules)
        if organ:
            return Enacting(place=place, start=start, end=end_of_line, organ=organ)
        start += len(line) + 1
    return None


def _next_text(blocks: Sequence[Block], place: int) -> str:
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    return f"{following.number} {following.text[:_LONGEST]}".strip() if following else ""


def _on_a_line(line: str, rest: str, rules: Grammar) -> str:
    """The organ of a line of enacting words alone. Words without a comma, or of an organ unknown by
    name, count only before a clause with proper opening words."""
    if len(line) > _LONGEST:
        return ""
    text = line.strip().strip(_QUOTED + DIRECTIONS).strip()
    compact = text if rules.spaced else re.sub(r"\s+", "", text)
    found = rules.enacting.fullmatch(compact)
    if found and found["end"].strip() in tuple(ENDS_A_PREAMBULAR):
        return rules.organ(found["organ"])
    if not found and not (
        compact[-1:] in ENDS_A_PREAMBULAR
        and rules.any_organ.fullmatch(compact[:-1])
        and not rules.opening(text)
    ):
        return ""
    opened = rules.opening(re.sub(r"^\d+\W+", "", rest[:_LONGEST]))
    if not opened:
        return ""
    return rules.organ(found["organ"]) if found else _without_article(compact[:-1])


def _without_article(name: str) -> str:
    return name.removeprefix("The ").strip()


def _before_opening_words(line: str, rules: Grammar) -> tuple[int, str] | None:
    """Where enacting words end that a paragraph begins with, and the organ."""
    compact = line if rules.spaced else re.sub(r"\s+", "", line[:_LONGEST])
    found = rules.enacting.match(compact)
    if not found or found["end"].strip() not in tuple(ENDS_A_PREAMBULAR):
        return None
    rest = compact[found.end() :].strip()
    if not rest or not rules.opening(rest):
        return None
    return line.index(compact[found.end() - 1]) + 1, rules.organ(found["organ"])


def _is_preambular(text: str, rules: Grammar) -> bool:
    return bool(rules.opening(text)) and text[-1:] in ENDS_A_PREAMBULAR


def _is_sentence(text: str) -> bool:
    text = text.strip()
    return len(text) > _SENTENCE and text[-1:] in ENDS_A_PARAGRAPH

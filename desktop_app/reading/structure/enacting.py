"""The enacting words ("The General Assembly,"): where the masthead ends and the preamble begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.grammar.characters import ENDS_A_PREAMBULAR
from desktop_app.grammar.grammar import Grammar
from desktop_app.reading.blocks import Block
from desktop_app.reading.structure.lines import is_title


@dataclass(frozen=True, slots=True, kw_only=True)
class Enacting:
    """Where the enacting words stand: the number of their block, where they `end` in it, and the
    organ, in English."""

    place: int
    end: int
    organ: str


def find_enacting(blocks: Sequence[Block], rules: Grammar) -> Enacting | None:
    """The enacting words; where they were lost, the start of the first paragraph below a title
    line that opens like a preambular one. None for a text without either."""
    titled = False
    fallback: Enacting | None = None
    for place, block in enumerate(blocks):
        found = _in_block(block.text, place, rules)
        if found:
            return found
        if titled and fallback is None and _is_preambular(block.text, rules):
            fallback = Enacting(place=place, end=0, organ="")
        titled = titled or any(is_title(line, rules) for line in block.text.split("\n"))
    return fallback


def _in_block(text: str, place: int, rules: Grammar) -> Enacting | None:
    """The enacting words alone in a block, or before opening words."""
    compact = text if rules.spaced else re.sub(r"\s+", "", text)
    found = rules.enacting.match(compact)
    if not found:
        return None
    rest = compact[found.end() :].strip()
    if rest and not rules.opening(rest):
        return None
    end = text.index(compact[found.end() - 1]) + 1 if rest else len(text)
    return Enacting(place=place, end=end, organ=rules.organs[found["organ"]])


def _is_preambular(text: str, rules: Grammar) -> bool:
    return bool(rules.opening(text)) and text[-1:] in ENDS_A_PREAMBULAR

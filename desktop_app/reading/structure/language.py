"""Which language a text is in."""

import re

from desktop_app.grammar.detection import clues
from desktop_app.grammar.grammar import LANGUAGES, grammar
from desktop_app.grammar.languages import UNKNOWN

_KANA_OR_HANGUL = re.compile("[\u3040-\u30ff\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH = 20_000
"""Characters that are looked at: the language of a resolution does not change after them."""
_LINES = 200
"""Lines among which enacting words are looked for."""


def detect(text: str, stated: str = "") -> str:
    """The BCP 47 language of a text, "und" where no grammar fits it.

    `stated` is the language in the file's front matter; it counts if it has a grammar.
    """
    primary = stated.lower().partition("-")[0]
    if primary in LANGUAGES:
        return primary
    sample = text[:_ENOUGH]
    letters = len(_LETTER.findall(sample))
    if not letters or primary or len(_KANA_OR_HANGUL.findall(sample)) > 0.05 * letters:
        return UNKNOWN.code
    candidates = _of_its_script(sample, 0.3 * letters)
    if len(candidates) == 1 and not clues()[candidates[0]].common:
        return candidates[0]
    found = re.findall(r"[^\W\d_]+", sample.lower())
    shares = {
        name: sum(word in clues()[name].common for word in found) / max(len(found), 1)
        for name in candidates
    }
    best = max(shares, key=lambda name: shares[name], default=UNKNOWN.code)
    share = shares.get(best, 0)
    return best if share > 0.15 or (share > 0.05 and _enacts(text, best)) else UNKNOWN.code


def _enacts(text: str, code: str) -> bool:
    """Whether a text that is mostly names, numbers or tables has enacting words of a language."""
    enacting = grammar(code).enacting
    return any(enacting.fullmatch(line.strip()) for line in text.splitlines()[:_LINES])


def _of_its_script(sample: str, enough: float) -> list[str]:
    """The languages of the first script that has more than so many letters in the text."""
    by_script: dict[re.Pattern[str], list[str]] = {}
    for name in clues():
        by_script.setdefault(clues()[name].letters, []).append(name)
    for letters, names in by_script.items():
        if sum(map(len, letters.findall(sample))) > enough:
            return names
    return []

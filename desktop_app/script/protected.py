"""Finds what no conversion may change in a text: document symbols.

The few dictionary entries that hold a Latin letter would change one: "A/C.1/75/B肝" ends in the
entry B肝. Markup is taken out of a text before it is converted (script/markdown.py).
"""

from desktop_app.grammar.characters import SYMBOL_SIGNS
from desktop_app.resolution.symbols import pattern

Span = tuple[int, int]
"""Where a stretch of a text starts, and where it ends."""


def protected(text: str) -> list[Span]:
    """The document symbols of a text, in order; "A／RES／75／58" is one too.

    A symbol has a digit: in A/B型肝炎 the letters are no symbol.
    """
    alike = text.translate(SYMBOL_SIGNS)
    if "/" not in alike:
        return []
    return [
        match.span()
        for match in pattern().finditer(alike)
        if any(map(str.isdecimal, match.group()))
    ]

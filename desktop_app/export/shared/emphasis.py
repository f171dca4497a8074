"""How HTML shows emphasis in languages whose type has no italics: in bold."""

from desktop_app.grammar.languages import OFFICIAL, language_of

BOLD = "font-style: normal; font-weight: bold"
"""What stands in a style."""
UPRIGHT = tuple(code for code, language in OFFICIAL.items() if not language.has_italics)
"""The codes of these languages."""


def emphasis_tag(tag: str) -> str:
    """What begins emphasis in a text of a language tag, for a program that knows no style sheet."""
    return "<em>" if language_of(tag).has_italics else f'<em style="{BOLD}">'

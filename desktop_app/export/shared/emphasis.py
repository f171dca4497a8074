"""Emphasis in HTML: bold in languages whose type has no italics."""

from desktop_app.grammar.languages import OFFICIAL, language_of

BOLD = "font-style: normal; font-weight: bold"
"""The style of such emphasis."""
UPRIGHT = tuple(code for code, language in OFFICIAL.items() if not language.has_italics)
"""The codes of these languages."""


def emphasis_tag(tag: str) -> str:
    """The tag that begins emphasis in a text with a BCP 47 tag, for programs that ignore style
    sheets."""
    return "<em>" if language_of(tag).has_italics else f'<em style="{BOLD}">'

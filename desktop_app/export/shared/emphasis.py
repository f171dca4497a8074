"""Emphasis as markup has it: bold in languages whose type has no italics."""

from desktop_app.grammar.languages import OFFICIAL, language_of

BOLD = "font-style: normal; font-weight: bold"
"""The style of such emphasis."""
UPRIGHT = tuple(code for code, language in OFFICIAL.items() if not language.has_italics)
"""The codes of these languages."""


def emphasis_letter(tag: str) -> str:
    """ "i" for italics in a text with a BCP 47 tag, "b" for bold, as most markup calls them."""
    return "i" if language_of(tag).has_italics else "b"


def emphasis_tag(tag: str) -> str:
    """The tag that begins emphasis in a text with a BCP 47 tag, for programs that ignore style
    sheets."""
    return "<em>" if emphasis_letter(tag) == "i" else f'<em style="{BOLD}">'

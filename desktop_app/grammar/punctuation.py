"""The signs that end the paragraphs of resolutions, those of all scripts together."""

ENDS_A_PREAMBULAR = ",，،"
ENDS_AN_OPERATIVE = ".。;；؛"
ENDS_A_PARAGRAPH = f"{ENDS_A_PREAMBULAR}{ENDS_AN_OPERATIVE}:：、!！?？؟—"
"""Those that any whole paragraph can end with."""
ENDS_A_SENTENCE = ".。"
CLOSERS = "\"'”’」』）)]》»“ \u00a0\u202f"
"""What can stand behind such a sign; French has spaces inside its quotation marks."""


def last_sign(text: str) -> str:
    """The character that ends a paragraph, quotation marks and brackets apart."""
    return text.rstrip().rstrip(CLOSERS)[-1:] or text.rstrip()[-1:]

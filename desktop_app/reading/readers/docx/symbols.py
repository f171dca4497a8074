"""The font Symbol: which character each of its places stands for (Adobe's Symbol encoding)."""

_FIRST = 0x20
_CHARACTERS = (
    " !∀#∃%&∍()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_UPPER_FIRST = 0xA1
_UPPER = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈"
_PRIVATE = range(0xF000, 0xF100)
"""Where Word puts the characters of such fonts."""


def character(font: str, code: str) -> str:
    """The character of a symbol by its code in hexadecimal digits; as it is, for other fonts than
    Symbol. "" for what is no code."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if font.lower() == "symbol":
        place = point - _PRIVATE.start if point in _PRIVATE else point
        for first, characters in ((_FIRST, _CHARACTERS), (_UPPER_FIRST, _UPPER)):
            if first <= place < first + len(characters):
                return characters[place - first]
    is_character = 0x20 <= point <= 0x10FFFF and not 0xD800 <= point <= 0xDFFF
    return chr(point) if is_character else ""

"""Which font a text is set in, on the screen and on paper, and how its lines end: a person's choice
by script; no Qt."""

from typing import NamedTuple

FAMILIES = {
    "Hans": ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun"),
    "Hant": ("Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
    "Hant-HK": ("Noto Serif CJK HK", "Source Han Serif HC", "Songti TC", "MingLiU_HKSCS"),
    "Latn": ("Noto Serif", "Georgia", "DejaVu Serif", "Times New Roman"),
    "Cyrl": ("Noto Serif", "Georgia", "DejaVu Serif", "Times New Roman"),
    "Arab": ("Noto Naskh Arabic", "Amiri", "Geeza Pro", "Traditional Arabic", "DejaVu Sans"),
}
"""Without a choice the first of these that is installed is used."""
SAMPLES = {
    "Hans": "大会第 1540 (2004) 号决议",
    "Hant": "大會第 1540 (2004) 號決議",
    "Latn": "The General Assembly, 1540 (2004)",
    "Cyrl": "Генеральная Ассамблея, 1540",
    "Arab": "إن الجمعية العامة، القرار 1540 (2004)",
}
"""The scripts that a font can be chosen for, with what it is shown by."""
_SCRIPTS = {"ar": "Arab", "ru": "Cyrl"}
UPRIGHT = frozenset({"Hans", "Hant", "Arab"})
"""Scripts without italics: what is emphasised in them is heavier."""


class Typography(NamedTuple):
    """The family that was chosen for a script, and whether both ends of a line stand flush."""

    families: tuple[tuple[str, str], ...] = ()
    justified: bool = False


PLAIN = Typography()


def script_of(tag: str) -> str:
    """The script, as a key of SAMPLES, that a text of a language tag is written in."""
    if tag.startswith("zh"):
        return "Hant" if "Hant" in tag else "Hans"
    return _SCRIPTS.get(tag, "Latn")


def candidates(tag: str, typography: Typography) -> tuple[str, ...]:
    """The families for a text of a language tag, the best one first."""
    script = script_of(tag)
    chosen = tuple(family for name, family in typography.families if name == script and family)
    regional = "Hant-HK" if tag == "zh-Hant-HK" else script
    return chosen + FAMILIES[regional]

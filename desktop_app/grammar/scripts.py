"""The scripts of languages: which fonts they are set in, and how Chinese ones are told apart."""

from functools import cache
from typing import Any, NamedTuple

from desktop_app.common.typography import PLAIN, Typography
from desktop_app.grammar.languages import OFFICIAL, language_of


class OfficeFont(NamedTuple):
    """How office programs know a kind of Chinese: the tag of its language, the font, the font's
    name in Chinese, and the character set that the font table of a document gives it."""

    language: str
    font: str
    own_name: str
    charset: str


class Script(NamedTuple):
    """A script: its English `name`; its `writing_system` in Qt, to find its fonts. The first
    installed of `families` is used unless a person chooses another. `sample` shows a font.
    `is_wide`: each character fills a square. `office` is None if the font of a document does as
    well as any. `leading` is the distance of lines, in sizes of the font."""

    name: str
    writing_system: str
    families: tuple[str, ...]
    sample: str
    is_wide: bool = False
    office: OfficeFont | None = None
    leading: float = 1.45


USUAL_OFFICE_FONT = OfficeFont(language="zh-CN", font="SimSun", own_name="宋体", charset="86")
"""That of most Chinese documents."""
_SERIFS = ("Noto Serif", "Georgia", "DejaVu Serif", "Times New Roman")
_SIMPLIFIED, _TRADITIONAL = "Hans", "Hant"
_HONG_KONG = "Hant-HK"
SCRIPTS = {
    _SIMPLIFIED: Script(
        name="Simplified Chinese",
        writing_system="SimplifiedChinese",
        families=("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun"),
        sample="大会第 1540 (2004) 号决议",
        is_wide=True,
        office=USUAL_OFFICE_FONT,
        leading=1.57,
    ),
    _TRADITIONAL: Script(
        name="Traditional Chinese",
        writing_system="TraditionalChinese",
        families=("Noto Serif CJK TC", "Source Han Serif TC", "Songti TC", "PMingLiU"),
        sample="大會第 1540 (2004) 號決議",
        is_wide=True,
        office=OfficeFont(language="zh-TW", font="PMingLiU", own_name="新細明體", charset="88"),
        leading=1.57,
    ),
    "Latn": Script(
        name="Latin",
        writing_system="Latin",
        families=_SERIFS,
        sample="The General Assembly, 1540 (2004)",
    ),
    "Cyrl": Script(
        name="Cyrillic",
        writing_system="Cyrillic",
        families=_SERIFS,
        sample="Генеральная Ассамблея, 1540",
    ),
    "Arab": Script(
        name="Arabic script",
        writing_system="Arabic",
        families=(
            "Noto Naskh Arabic",
            "Amiri",
            "Geeza Pro",
            "Traditional Arabic",
            "DejaVu Sans",
        ),
        sample="إن الجمعية العامة، القرار 1540 (2004)",
        leading=1.76,  # readers of a PDF take lines that stand nearer for one
    ),
}
"""By their ISO 15924 codes: those that a font can be chosen for. A language in a new script needs
a line here."""
_REGIONAL = {
    _HONG_KONG: Script(
        name="Traditional Chinese",
        writing_system="TraditionalChinese",
        families=("Noto Serif CJK HK", "Source Han Serif HC", "Songti TC", "MingLiU_HKSCS"),
        sample="",
        is_wide=True,
        office=OfficeFont(
            language="zh-HK", font="MingLiU_HKSCS", own_name="細明體_HKSCS", charset="88"
        ),
        leading=1.57,
    )
}
"""What a region writes a script with, by the end of a language tag."""
SCRIPT_NAMES = {_SIMPLIFIED: "Simplified", _TRADITIONAL: "Traditional", "Hani": "mixed script"}
"""The names of the scripts of a language with several."""
WITH_OTHER_FONTS = ("en", "zh-Hans", "ar")
"""Texts whose fonts are tried first for a character that a font lacks."""
UNSPACED = r"\u2e80-\uffff"
"""The characters that stand each for itself, for a class of a regular expression."""
_ENOUGH = 20_000
"""Characters that are looked at to tell the script of a text."""
_MOSTLY = 9
"""How many times as many characters of one script as of the other a text in one script has."""


def script_of(tag: str) -> str:
    """The script, as a key of SCRIPTS, that a text with a BCP 47 tag is written in."""
    return language_of(tag).script or (_TRADITIONAL if _TRADITIONAL in tag else _SIMPLIFIED)


def lettering(tag: str) -> Script:
    """How a text with a BCP 47 tag is written: "zh-Hant-HK" as Hong Kong writes Traditional."""
    stated = tag.partition("-x-")[0]  # what is behind is private
    return _REGIONAL.get(stated.partition("-")[2]) or SCRIPTS[script_of(stated)]


def families(tag: str, typography: Typography = PLAIN) -> tuple[str, ...]:
    """The font families for a text with a BCP 47 tag, the best one first: what a person chose for
    its script, then the usual ones."""
    return _chosen(script_of(tag), typography) + lettering(tag).families


def families_of_script(script: str, typography: Typography = PLAIN) -> tuple[str, ...]:
    """The same for a key of SCRIPTS."""
    return _chosen(script, typography) + SCRIPTS[script].families


def _chosen(script: str, typography: Typography) -> tuple[str, ...]:
    return tuple(family for name, family in typography.families if name == script and family)


def script_in(text: str, language: str) -> str:
    """The ISO 15924 code of the script of a text in a language: for Chinese "Hans", "Hant", or
    "Hani" for a mixture or characters common to both; "" for an unknown language."""
    if language not in OFFICIAL:
        return ""
    if not OFFICIAL[language].has_two_scripts:
        return OFFICIAL[language].script
    sample = text[:_ENOUGH]
    simplified, traditional = (
        sum(character in own for character in sample)
        for own in (_characters(language, "simplified"), _characters(language, "traditional"))
    )
    if simplified > _MOSTLY * traditional:
        return _SIMPLIFIED
    return _TRADITIONAL if traditional > _MOSTLY * simplified else "Hani"


def common_characters() -> frozenset[str]:
    """The commonest characters of Chinese, a good part of any text. They tell Chinese from bytes
    read in a wrong encoding."""
    return _characters("zh", "common")


@cache
def standards() -> dict[str, frozenset[str]]:
    """The characters peculiar to one standard of Traditional, by the end of its tag: "" is OpenCC's
    own, "-TW" Taiwan's, "-HK" Hong Kong's."""
    return {name: frozenset(own) for name, own in _table("zh")["standards"].items()}


@cache
def _characters(language: str, kind: str) -> frozenset[str]:
    return frozenset(_table(language)[kind])


def _table(language: str) -> dict[str, Any]:
    from desktop_app.grammar.tables import table  # late: the first page needs no JSON of these

    return table(language, "scripts")

"""The languages that resolutions are read in: one record each.

A record holds what the program must know of a language beside its wording, which stands in the
folder of its code (`en/`, `zh/`). A named tuple, because the first page of the window reads it.
"""

from enum import StrEnum
from typing import NamedTuple


class Direction(StrEnum):
    """In which direction a text runs, as HTML and XLIFF call it."""

    LTR = "ltr"
    RTL = "rtl"


class Language(NamedTuple):
    """A language of resolutions.

    `code` is its BCP 47 tag ("zh"), `iso639_3` its code in that standard ("zho"), `name` its
    English name, `script` the ISO 15924 code of its script ("" for Chinese: it has two).
    `locale` is the tag with a region for spelling checks in office programs, "" if it depends on
    the script. `direction` is the direction of its texts. `has_italics`: its type has italics;
    otherwise emphasis is bold. `is_spaced`: spaces part its words. `quotes_names`: names stand in
    quotation marks where other languages capitalize them. `length`: how many characters it takes
    for one of English, in the resolutions and declarations of the United Nations.
    """

    code: str
    iso639_3: str
    name: str
    script: str
    locale: str = ""
    direction: Direction = Direction.LTR
    has_italics: bool = True
    is_spaced: bool = True
    quotes_names: bool = False
    length: float = 1.0

    @property
    def has_two_scripts(self) -> bool:
        """Whether each of its texts is in one of two scripts, and can be shown in the other."""
        return not self.script


OFFICIAL = {
    language.code: language
    for language in (
        Language(
            code="zh",
            iso639_3="zho",
            name="Chinese",
            script="",
            has_italics=False,
            is_spaced=False,
            quotes_names=True,
            length=0.26,
        ),
        Language(
            code="ar",
            iso639_3="ara",
            name="Arabic",
            script="Arab",
            locale="ar-SA",
            direction=Direction.RTL,
            has_italics=False,
            length=0.8,
        ),
        Language(
            code="ru",
            iso639_3="rus",
            name="Russian",
            script="Cyrl",
            locale="ru-RU",
            quotes_names=True,
            length=1.12,
        ),
        Language(code="en", iso639_3="eng", name="English", script="Latn", locale="en-GB"),
        Language(
            code="fr", iso639_3="fra", name="French", script="Latn", locale="fr-FR", length=1.13
        ),
        Language(
            code="es", iso639_3="spa", name="Spanish", script="Latn", locale="es-ES", length=1.09
        ),
    )
}
"""By their codes. A new language is a line here and a folder of tables."""
LANGUAGE_OF_MASTHEADS = "en"
"""The lines of the masthead may have their date in this language in every version."""
UNKNOWN = Language(code="und", iso639_3="und", name="Unknown language", script="Latn")


def language_of(tag: str) -> Language:
    """The language of a BCP 47 tag ("zh-Hant-TW"), UNKNOWN where it is none of OFFICIAL."""
    return OFFICIAL.get(tag.partition("-")[0], UNKNOWN)


def name_of(code: str, otherwise: str = UNKNOWN.name) -> str:
    """The English name of a language by its code, `otherwise` where it is none of OFFICIAL."""
    return OFFICIAL[code].name if code in OFFICIAL else otherwise

"""The official languages of the United Nations: one record each.

What a program must know of a language that is no wording stands here; how it words resolutions
stands in its data files. A named tuple, because the first page of the window reads it.
"""

from typing import NamedTuple


class Language(NamedTuple):
    """A language of resolutions.

    `code` is its BCP 47 tag ("zh"), `iso639_3` its code in that standard ("zho"), `name` its
    English name, `script` the ISO 15924 code of its script ("" for Chinese, which has two),
    `direction` "ltr" or "rtl", and `has_italics` whether its type has them: where it has none,
    emphasis is bold.
    """

    code: str
    iso639_3: str
    name: str
    script: str
    direction: str = "ltr"
    has_italics: bool = True


OFFICIAL = {
    language.code: language
    for language in (
        Language(code="zh", iso639_3="zho", name="Chinese", script="", has_italics=False),
        Language(code="en", iso639_3="eng", name="English", script="Latn"),
        Language(code="fr", iso639_3="fra", name="French", script="Latn"),
        Language(code="es", iso639_3="spa", name="Spanish", script="Latn"),
        Language(code="ru", iso639_3="rus", name="Russian", script="Cyrl"),
        Language(
            code="ar",
            iso639_3="ara",
            name="Arabic",
            script="Arab",
            direction="rtl",
            has_italics=False,
        ),
    )
}
"""By their codes, in the order in which a text's language is looked for."""
UNKNOWN = Language(code="und", iso639_3="und", name="Unknown language", script="Latn")


def language_of(tag: str) -> Language:
    """The language of a BCP 47 tag ("zh-Hant-TW"), UNKNOWN where it is none of OFFICIAL."""
    return OFFICIAL.get(tag.partition("-")[0], UNKNOWN)


def name_of(code: str, otherwise: str = UNKNOWN.name) -> str:
    """The English name of a language by its code, or what else is to be said of one that is none
    of OFFICIAL."""
    return OFFICIAL[code].name if code in OFFICIAL else otherwise

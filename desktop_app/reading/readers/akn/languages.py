"""The language that a document of Akoma Ntoso states."""

from lxml import etree

from desktop_app.grammar.languages import OFFICIAL
from desktop_app.reading.readers.akn.names import LANG, A

_CODES = {language.iso639_3: code for code, language in OFFICIAL.items()} | {
    "chi": "zh",
    "fre": "fr",
}
"""The codes of ISO 639-2, of which two languages have another for libraries."""


def language_of(document: etree._Element) -> str:
    """The BCP 47 language of a document, "" where it states none or one that is not read."""
    stated = next((one.get("language", "") for one in document.iter(f"{A}FRBRLanguage")), "")
    stated = stated or next(
        (one.get("language", "") for one in document.iter(f"{A}FRBRlanguage")), ""
    )
    stated = stated or next((one.get(LANG, "") for one in document.iter() if one.get(LANG)), "")
    code = stated.lower().partition("-")[0]
    return code if code in OFFICIAL else _CODES.get(code, "")

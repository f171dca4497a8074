"""The languages of the interface, one record each, and the choice of one; no Qt."""

from collections.abc import Sequence
from typing import NamedTuple


class InterfaceLanguage(NamedTuple):
    """A language of the interface. All but English have a table in resources/translations.

    `code` names its table; `name` is the language's own name; `language` is its BCP 47 language;
    `subtags` are the scripts and regions to tell it from others of that language; `qt` is the file
    with Qt's own texts (standard buttons, menus of text fields).
    """

    code: str
    name: str
    language: str
    subtags: frozenset[str] = frozenset()
    qt: str = ""


ENGLISH = InterfaceLanguage(code="en", name="English", language="en")
INTERFACE = {
    language.code: language
    for language in (
        ENGLISH,
        InterfaceLanguage(
            code="zh_Hans",
            name="简体中文",
            language="zh",
            subtags=frozenset({"hans"}),
            qt="qtbase_zh_CN",
        ),
        InterfaceLanguage(
            code="zh_Hant",
            name="繁體中文",
            language="zh",
            subtags=frozenset({"hant", "tw", "hk", "mo"}),
            qt="qtbase_zh_TW",
        ),
    )
}
"""By code, in the order offered. Of several that share a language the first is the default, and
has precedence, since a script says more than a region: zh-Hans-HK is in Simplified characters."""


def spoken(chosen: str, system: Sequence[str]) -> InterfaceLanguage:
    """The language to use: the one chosen by its code; with "", the first of the system's preferred
    languages ("zh-Hant-TW"); English if the interface has neither."""
    if chosen in INTERFACE:
        return INTERFACE[chosen]
    first, *subtags = (system[0] if system else "").replace("_", "-").casefold().split("-")
    known = [language for language in INTERFACE.values() if language.language == first]
    matching = (language for language in known if not language.subtags.isdisjoint(subtags))
    return next(matching, known[0] if known else ENGLISH)

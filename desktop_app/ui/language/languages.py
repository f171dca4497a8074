"""The languages of the interface: one record each, and which one is spoken; no Qt."""

from collections.abc import Sequence
from typing import NamedTuple


class InterfaceLanguage(NamedTuple):
    """A language that the window can speak. All but English has a table of texts in
    resources/translations.

    `code` names that table, `name` is what the language calls itself, `language` its BCP 47
    language, `marks` the scripts and regions that tell it from others of that language, and `qt`
    the file with Qt's own texts (standard buttons, menus of text fields).
    """

    code: str
    name: str
    language: str
    marks: frozenset[str] = frozenset()
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
            marks=frozenset({"hans"}),
            qt="qtbase_zh_CN",
        ),
        InterfaceLanguage(
            code="zh_Hant",
            name="繁體中文",
            language="zh",
            marks=frozenset({"hant", "tw", "hk", "mo"}),
            qt="qtbase_zh_TW",
        ),
    )
}
"""By their codes, in the order in which they are offered. Of several that share a language the
first is spoken where nothing tells, and counts where a script says more than a region: zh-Hans-HK
is written in Simplified characters."""


def spoken(chosen: str, system: Sequence[str]) -> InterfaceLanguage:
    """The language that was chosen by its code, "" for none; else by the first of the languages
    that the person prefers in their system ("zh-Hant-TW"); else English, which all understand who
    read neither."""
    if chosen in INTERFACE:
        return INTERFACE[chosen]
    first, *marks = (system[0] if system else "").replace("_", "-").casefold().split("-")
    known = [language for language in INTERFACE.values() if language.language == first]
    marked = (language for language in known if not language.marks.isdisjoint(marks))
    return next(marked, known[0] if known else ENGLISH)

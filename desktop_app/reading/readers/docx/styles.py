"""What styles make of paragraphs and runs: headings, lists, emphasis, raised and hidden words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from desktop_app.reading.readers.docx.names import VAL, W, is_on, number, value

_LONGEST_CHAIN = 50
"""Styles based on each other; a longer chain goes in a circle or was written by no person."""
_HEADING = re.compile(r"heading ([1-9])")
_BODY = 9
"""The outline level of what is no heading; those of headings begin at 0."""
_TOGGLES = ("b", "bCs", "i", "iCs", "vanish")
"""Properties of which a style turns over what the style of the paragraph says."""
_KAI = re.compile("楷|kai", re.IGNORECASE)
"""The names of the fonts that stand for italics in Chinese."""


class Place(NamedTuple):
    """A place in a list: which list, "" for none, and the level, the outermost being 0."""

    list: str = ""
    level: int = 0


class Look(NamedTuple):
    """How words are set. `cs_bold` and `cs_italic` hold for scripts such as Arabic; `is_complex`
    says that the words are in one whatever their letters are."""

    bold: bool = False
    cs_bold: bool = False
    italic: bool = False
    cs_italic: bool = False
    hidden: bool = False
    raised: bool = False
    kai: bool = False
    underlined: bool = False
    is_complex: bool = False


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        found = root.iter(f"{W}style") if root is not None else ()
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._usual = next(
            (
                id
                for id, style in self._styles.items()
                if style.get(f"{W}type") == "paragraph" and is_on(style.get(f"{W}default"))
            ),
            "",
        )
        self._looks: dict[str, dict[str, str]] = {}
        self._made: dict[tuple[str, tuple[tuple[str, str], ...]], Look] = {}
        self._levels: dict[str, int] = {}
        self._places: dict[str, tuple[str | None, str | None]] = {}

    def name(self, id: str) -> str:
        """The name of a style as Word shows it, "" for one that is not there."""
        return value(self._styles.get(id), "name") or ""

    def of(self, properties: etree._Element | None) -> str:
        """The id of the style of a paragraph with these properties."""
        return value(properties, "pStyle") or self._usual

    def heading(self, properties: etree._Element | None) -> int:
        """The level of a heading, 1 the highest; 0 for a paragraph that is none."""
        stated = value(properties, "outlineLvl")
        if stated is not None:
            return _level(stated)
        id = self.of(properties)
        if id not in self._levels:
            self._levels[id] = self._heading_of(id)
        return self._levels[id]

    def _heading_of(self, id: str) -> int:
        for style in self._chain(id):
            stated = value(style.find(f"{W}pPr"), "outlineLvl")
            if stated is not None:
                return _level(stated)
            named = _HEADING.fullmatch((value(style, "name") or "").lower())
            if named:
                return int(named[1])
        return 0

    def place(self, properties: etree._Element | None) -> tuple[Place, str]:
        """The place of a paragraph in a list as it or its style states it, and the id of the style
        where that one names the list: then the list knows the level."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        list, level = value(own, "numId"), value(own, "ilvl")
        by_style, style_level = self._place_of(self.of(properties))
        if list is not None:
            return Place(list, number(level)), ""
        if by_style is None:
            return Place(), ""
        stated = level if level is not None else style_level
        return Place(by_style, number(stated)), "" if level is not None else self.of(properties)

    def _place_of(self, id: str) -> tuple[str | None, str | None]:
        if id not in self._places:
            list = level = None
            for style in self._chain(id):
                own = style.find(f"{W}pPr/{W}numPr")
                level = level if level is not None else value(own, "ilvl")
                list = value(own, "numId")
                if list is not None:
                    break
            self._places[id] = list, level
        return self._places[id]

    def look(self, paragraph: str, properties: etree._Element | None) -> Look:
        """How the words of a run are set, in a paragraph with a style of this id."""
        stated = _stated(properties)
        key = paragraph, tuple(stated.items())
        if key not in self._made:
            self._made[key] = self._look(paragraph, stated)
        return self._made[key]

    def _look(self, paragraph: str, direct: dict[str, str]) -> Look:
        above = self._look_of(paragraph)
        named = self._look_of(direct.get("rStyle", ""))
        on = {name: _toggled(name, above, named, direct) for name in _TOGGLES}
        raised = direct.get("vertAlign", named.get("vertAlign", above.get("vertAlign", "")))
        font = direct.get("font") or named.get("font") or ""
        return Look(
            bold=on["b"],
            cs_bold=on["bCs"],
            italic=on["i"],
            cs_italic=on["iCs"],
            hidden=on["vanish"],
            raised=raised == "superscript",
            kai=bool(_KAI.search(font)) and not _KAI.search(above.get("font", "")),
            underlined=is_on(direct.get("u")),
            is_complex=is_on(direct.get("rtl")) or is_on(direct.get("cs")),
        )

    def _look_of(self, id: str) -> dict[str, str]:
        """The properties of words that a style states or takes over from those it is based on."""
        if id not in self._looks:
            found: dict[str, str] = {}
            for style in self._chain(id):
                found = _stated(style.find(f"{W}rPr")) | found
            self._looks[id] = found
        return self._looks[id]

    def _chain(self, id: str) -> Iterator[etree._Element]:
        """A style and those that it is based on, the nearest first."""
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(id)
            if style is None:
                return
            yield style
            id = value(style, "basedOn") or ""


def _level(stated: str) -> int:
    level = number(stated, _BODY)
    return level + 1 if level < _BODY else 0


_PROPERTIES = {f"{W}{name}": name for name in (*_TOGGLES, "vertAlign", "rStyle", "u", "rtl", "cs")}
_HIDDEN = f"{W}specVanish"
_FONTS, _EAST_ASIAN = f"{W}rFonts", f"{W}eastAsia"


def _stated(properties: etree._Element | None) -> dict[str, str]:
    """The properties of words that an element states, by their names."""
    found: dict[str, str] = {}
    for one in properties if properties is not None else ():
        tag = one.tag
        if tag in _PROPERTIES:
            found[_PROPERTIES[tag]] = one.get(VAL, "")
        elif tag == _FONTS:
            found["font"] = one.get(_EAST_ASIAN, "")
        elif tag == _HIDDEN:
            found.setdefault("vanish", one.get(VAL, ""))
    return found


def _toggled(
    name: str, above: dict[str, str], named: dict[str, str], direct: dict[str, str]
) -> bool:
    """A run's own property stands; one of its style turns over that of the paragraph's style."""
    if name in direct:
        return is_on(direct[name])
    return is_on(above.get(name)) != is_on(named.get(name))

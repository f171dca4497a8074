"""How the elements of a page look: emphasised, raised, or not shown at all."""

import re
from typing import NamedTuple

from lxml import etree

_RULE = re.compile(r"([^{}]{1,300})\{([^{}]{0,2000})\}")
_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?", re.IGNORECASE)
"""Selectors that are understood: an element, a class, or an element of a class."""
_LONGEST_SHEET = 500_000
_DECLARED = re.compile(r"([a-z-]{3,30})\s*:\s*([^;]{1,80})", re.IGNORECASE)
_EMPHASISED = frozenset({"em", "i", "b", "strong", "u"})
_UNSHOWN_NAMES = """
    script style head title template noscript iframe object embed svg canvas audio video
    select button input textarea nav link meta img map
"""
_UNSHOWN = frozenset(_UNSHOWN_NAMES.split())
_WIKI_CLASSES = """
    mw-editsection noprint navbox mw-jump-link ws-noexport catlinks printfooter
"""
_OF_A_WIKI = frozenset(_WIKI_CLASSES.split())
"""Classes of what a wiki adds to a text."""


class Look(NamedTuple):
    """What a style says; None where it says nothing."""

    emphasised: bool | None = None
    raised: bool | None = None
    hidden: bool = False


_PLAIN = Look()
_BY_TAG = {
    **dict.fromkeys(("p", "div", "td", "tr", "li", "br", "span", "a"), _PLAIN),
    **dict.fromkeys(_EMPHASISED, Look(emphasised=True)),
    "sup": Look(raised=True),
}
"""The usual elements, as they are where nothing more is said of them."""


class Looks:
    """The looks of the elements of one page."""

    def __init__(self, root: etree._Element) -> None:
        self._rules: dict[tuple[str, str], Look] = {}
        self._declared: dict[str, Look] = {}
        for sheet in root.iter("style"):
            self._read(sheet.text or "")

    def of(self, element: etree._Element) -> Look:
        """How an element looks by itself, whatever it stands in."""
        tag = element.tag
        if not element.attrib and not self._rules and tag in _BY_TAG:
            return _BY_TAG[tag]
        if tag in _UNSHOWN or "hidden" in element.attrib:
            return Look(hidden=True)
        found = _PLAIN
        classes = element.get("class", "").split()
        if classes or self._rules:
            if not _OF_A_WIKI.isdisjoint(classes):
                return Look(hidden=True)
            for key in ((tag, ""), *(pair for c in classes for pair in (("", c), (tag, c)))):
                found = _over(self._rules.get(key), found)
        style = element.get("style")
        if style:
            found = _over(self._stated(style), found)
        if tag in _EMPHASISED and found.emphasised is None:
            found = found._replace(emphasised=True)
        if tag == "sup" and found.raised is None:
            found = found._replace(raised=True)
        return found

    def _stated(self, style: str) -> Look:
        if style not in self._declared:
            self._declared[style] = _look(style)
        return self._declared[style]

    def _read(self, sheet: str) -> None:
        for rule in _RULE.finditer(sheet[:_LONGEST_SHEET]):
            look = _look(rule[2])
            if look == _PLAIN:
                continue
            for selector in rule[1].split(","):
                simple = _SIMPLE.fullmatch(selector.strip())
                if simple and (simple[1] or simple[2]):
                    key = (simple[1] or "").lower(), simple[2] or ""
                    self._rules[key] = _over(look, self._rules.get(key, _PLAIN))


def _over(above: Look | None, below: Look) -> Look:
    """A look with another one over it."""
    if above is None:
        return below
    return Look(
        below.emphasised if above.emphasised is None else above.emphasised,
        below.raised if above.raised is None else above.raised,
        above.hidden or below.hidden,
    )


def _look(style: str) -> Look:
    emphasised = raised = None
    hidden = False
    for found in _DECLARED.finditer(style):
        name, value = found[1].lower(), found[2].strip().lower()
        if name == "font-style":
            emphasised = emphasised or value.startswith(("italic", "oblique"))
        elif name == "font-weight":
            bold = value.startswith(("bold", "6", "7", "8", "9"))
            emphasised = emphasised or bold
        elif name == "vertical-align":
            raised = value.startswith("super")
        elif (name, value) in _HIDDEN:
            hidden = True
    return Look(emphasised, raised, hidden)


_HIDDEN = {("display", "none"), ("visibility", "hidden"), ("mso-hide", "all")}

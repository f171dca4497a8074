"""The numbers of the items of lists, as a browser prints them."""

import re

from lxml import etree

from desktop_app.grammar.numerals import roman

_DIGITS = re.compile(r"\s*(-?\d{1,6})")
_STYLES = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "none": "",
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_LETTERS = 26


class List:
    """An open list; its items have no number where it is not an ordered one."""

    def __init__(self, element: etree._Element) -> None:
        self.is_ordered = element.tag == "ol"
        style = _STYLE.search(element.get("style", ""))
        kind = element.get("type", "1")
        self._kind = _STYLES.get(style[1].lower(), kind) if style else kind
        self._next = _number(element.get("start"), 1)
        self._awaiting = ""

    def begin_item(self, element: etree._Element) -> None:
        """Counts an item; its number awaits the first words."""
        if not self.is_ordered:
            return
        number = _number(element.get("value"), self._next)
        self._next = number + 1
        self._awaiting = f"{_printed(number, self._kind)}." if self._kind else ""

    def take(self) -> str:
        """The number that awaits words, "" for none."""
        number, self._awaiting = self._awaiting, ""
        return number


def _number(stated: str | None, otherwise: int) -> int:
    found = _DIGITS.match(stated or "")
    return int(found[1]) if found else otherwise


def _printed(number: int, kind: str) -> str:
    if number > 0 and kind in ("i", "I"):
        return roman(number) if kind == "I" else roman(number).lower()
    if number > 0 and kind in ("a", "A"):
        out = ""
        while number:
            number, place = divmod(number - 1, _LETTERS)
            out = chr(ord(kind) + place) + out
        return out
    return str(number)

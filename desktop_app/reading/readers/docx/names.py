"""The names of WordprocessingML, and how its values are read."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL = f"{W}val"
_OFF = frozenset({"0", "false", "off", "none"})
_MOST_DIGITS = 9
"""Digits of a number in a file; one with more counts nothing."""


def value(element: etree._Element | None, name: str) -> str | None:
    """The value of a property, a child of the element; None where it is not stated."""
    found = element.find(W + name) if element is not None else None
    return None if found is None else found.get(VAL, "")


def is_on(stated: str | None) -> bool:
    """Whether a property is stated and says yes: "" does."""
    return stated is not None and stated not in _OFF


def number(stated: str | None, otherwise: int = 0) -> int:
    """A whole number from 0 on; `otherwise` where there is none."""
    if stated is None or not stated.isascii() or not stated.isdecimal():
        return otherwise
    return int(stated) if len(stated) <= _MOST_DIGITS else otherwise


def local(element: etree._Element) -> str:
    """The name of an element of WordprocessingML, "" for one of another vocabulary."""
    tag = element.tag
    return tag[len(W) :] if tag.startswith(W) else ""

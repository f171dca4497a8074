"""The numbers that Word computes for the paragraphs of its lists, as the page prints them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from desktop_app.reading.readers.docx.counting import WITHOUT_NUMBER, formatted
from desktop_app.reading.readers.docx.names import MC, VAL, W, is_on, number, value
from desktop_app.reading.readers.docx.styles import Place

_LEVELS = 9
_LONGEST = 60
"""Characters of what a level prints; more is no number."""
_PLACE = re.compile("%([1-9])")
_PLAIN = re.compile(r"[0-9]{1,9}[.)]")
"""A number that a list of Markdown can have as well."""
_CLAUSES = frozenset({"decimal", "lowerLetter", "lowerRoman", "arabicAbjad", "hindiNumbers"})
"""Formats that clauses are numbered in; others number headings."""
_BEHIND = {"space": " ", "nothing": ""}
"""What stands between a number and the words; a tab where a level does not say."""


class Printed(NamedTuple):
    """The number of a paragraph as it is printed, "" for a list without numbers, with what stands
    behind it; and how deep the paragraph stands in its list, 1 the outermost."""

    number: str
    behind: str
    depth: int

    @property
    def is_plain(self) -> bool:
        """Whether it is a number like "5."."""
        return _PLAIN.fullmatch(self.number) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """How a level of a list counts. `restart`: the level, counted from 1, behind which it begins
    anew; 0 for never."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int
    behind: str = "\t"
    style: str = ""
    in_digits: bool = False


@dataclass(slots=True)
class _List:
    """A list: its levels, and how far it has counted. Lists of one kind (`abstractNum`) count
    together unless one states where it begins."""

    levels: list[_Level]
    counts: dict[int, int] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)
    used: set[int] = field(default_factory=set)


class Numbering:
    """Counts the paragraphs of a document, which must be asked for in reading order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, etree._Element] = {}
        self._by_style: dict[str, str] = {}
        self._nums: dict[str, etree._Element] = {}
        for one in root if root is not None else ():
            if one.tag == f"{W}abstractNum":
                self._abstract[one.get(f"{W}abstractNumId", "")] = one
                link = value(one, "styleLink")
                if link:
                    self._by_style.setdefault(link, one.get(f"{W}abstractNumId", ""))
            elif one.tag == f"{W}num":
                self._nums[one.get(f"{W}numId", "")] = one
        self._lists: dict[str, _List] = {}
        self._levels: dict[str, tuple[str, list[_Level], dict[int, int]]] = {}

    def printed(self, place: Place, style: str) -> Printed | None:
        """The number of the next paragraph at a place; `style` is the one that puts it there, ""
        where the paragraph says itself. None for a paragraph in no list."""
        if place.list in ("", "0") or place.list not in self._nums:
            return None
        abstract, levels, starts = self._kind(place.list)
        level = min(place.level, _LEVELS - 1)
        if style:
            level = next((at for at, one in enumerate(levels) if one.style == style), level)
        counting = self._lists.setdefault(abstract, _List(levels))
        self._count(counting, levels, place.list, level, starts)
        return self._written(counting, levels, level)

    def _count(
        self, counting: _List, levels: list[_Level], list: str, level: int, starts: dict[int, int]
    ) -> None:
        counts = counting.counts
        if level in starts and (list, level) not in counting.begun:
            counts[level] = starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = starts.get(level, levels[level].start)
        counting.begun.add((list, level))
        counting.used.add(level)
        for above in range(level):
            counts.setdefault(above, starts.get(above, levels[above].start))
        for below in range(level + 1, _LEVELS):
            restart = levels[below].restart
            if restart and level < restart:
                counts.pop(below, None)

    def _written(self, counting: _List, levels: list[_Level], level: int) -> Printed:
        own = levels[level]
        above = (levels[at] for at in range(level) if at in counting.used)
        depth = 1 + sum(one.form in _CLAUSES and "%" in one.text for one in above)
        if own.form in WITHOUT_NUMBER and not _PLACE.search(own.text):
            return Printed("", "", level + 1)

        def number_at(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            form = "decimal" if own.in_digits and at < level else levels[at].form
            return "" if form in WITHOUT_NUMBER else formatted(counting.counts.get(at, 1), form)

        text = _PLACE.sub(number_at, own.text)[:_LONGEST].strip()
        return Printed(text, own.behind, depth)

    def _kind(self, list: str) -> tuple[str, list[_Level], dict[int, int]]:
        """The kind of a list, its levels as they are in this list, and where it begins anew."""
        if list not in self._levels:
            num = self._nums[list]
            abstract = value(num, "abstractNumId") or ""
            root = self._abstract.get(abstract)
            linked = value(root, "numStyleLink")
            if linked and linked in self._by_style:
                abstract = self._by_style[linked]
                root = self._abstract.get(abstract)
            levels = [_Level(restart=at) for at in range(_LEVELS)]
            _fill(levels, root.iterchildren(f"{W}lvl") if root is not None else ())
            starts: dict[int, int] = {}
            for override in num.iterchildren(f"{W}lvlOverride"):
                at = number(override.get(f"{W}ilvl"), _LEVELS)
                if at >= _LEVELS:
                    continue
                _fill(levels, override.iterchildren(f"{W}lvl"))
                start = value(override, "startOverride")
                if start is not None:
                    starts[at] = number(start, 1)
            self._levels[list] = abstract, levels, starts
        return self._levels[list]


def _fill(levels: list[_Level], stated: Iterable[etree._Element]) -> None:
    for one in stated:
        at = number(one.get(f"{W}ilvl"), _LEVELS)
        if at < _LEVELS:
            levels[at] = _level(one, at)


def _level(stated: etree._Element, at: int) -> _Level:
    restart = value(stated, "lvlRestart")
    return _Level(
        start=number(value(stated, "start"), 1),
        form=_form(stated),
        text=(value(stated, "lvlText") or "")[:_LONGEST],
        restart=at if restart is None else number(restart, at),
        behind=_BEHIND.get(value(stated, "suff") or "", "\t"),
        style=value(stated, "pStyle") or "",
        in_digits=is_on(value(stated, "isLgl")),
    )


def _form(stated: etree._Element) -> str:
    """The format; one that only newer programs know is stated as an alternative."""
    usual = value(stated, "numFmt")
    if usual is None:
        found = stated.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
        usual = found.get(VAL) if found is not None else None
        if usual == "custom" and found is not None:
            usual = _custom(found.get(f"{W}format", ""))
    return usual or "decimal"


def _custom(example: str) -> str:
    """The format of an example such as "01, 02, 03, ..."."""
    return "decimalZero" if example.startswith("0") else "decimal"

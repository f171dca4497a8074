"""What belongs to the printed page and not to the text: heads, feet, job numbers, page numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.reading.readers.pdf.lines.lines import Line
from desktop_app.resolution import symbols

_ZONE = 4
"""Rows at the top and at the foot of a page among which furniture is looked for."""
_HEAD_GAP = 1.8
"""Parts of the size: lines of a head are no further apart."""
_PAGES = 3
_MANY, _MOST = 0.3, 0.6
"""Pages on which a line must stand to be furniture, and parts of all pages."""
_COUNTED = "\0"
_JOB = re.compile(
    r"\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s*\d{6})?(?:\s*\*?\d{7}\*?)?|\*\d{7}\*|\*[\d-]+\*"
)
"""Job numbers and bar codes: 20-16954 (E) 160920, *2016954*."""
_NUMBER = re.compile(r"[-–—]?\s*(\d{1,4})\s*[-–—]?")
_PAGE = re.compile(r"[-–—]?\s*\d{1,4}\s*[-–—]?|\d{1,4}\s*/\s*\d{1,4}")
"""2/9, – 2 –"""
_LAST_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?=\D*$)")
_ENDING = re.compile(r"[\s*†‡]+$")
_LETTERS = re.compile(r"[\W_]+")


def without_furniture(lines: Sequence[Line]) -> list[Line]:
    """The lines of the text."""
    outside = [line for line in lines if not line.place]
    dropped = {id(line) for line in _Furniture(outside).found()} if outside else set()
    return [line for line in lines if id(line) not in dropped]


class _Furniture:
    def __init__(self, lines: Sequence[Line]) -> None:
        self._by_page: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            self._by_page[line.page].append(line)
        first = self._by_page[min(self._by_page, default=0)]
        self._first = "".join(_letters(line.text) for line in first)
        self._repeated = self._lines_of_many_pages()
        self._steps = self._steps_of_numbers()

    def found(self) -> Iterable[Line]:
        """Every line of the text that is furniture."""
        for page, lines in self._by_page.items():
            rows = _rows(lines)
            yield from self._head(rows, page)
            yield from self._foot(rows)

    def _head(self, rows: list[list[Line]], page: int) -> Iterable[Line]:
        """The lines above the first row of text."""
        if page == min(self._by_page):
            return
        zone = rows[:_ZONE]
        has_symbol = any(_is_symbol(line.text) for row in zone for line in row)
        last: Line | None = None
        for row in zone:
            near = last is None or last.base - row[0].base < _HEAD_GAP * row[0].size
            if self._is_of_numbers(row) or not all(
                self._is_head(line, near and has_symbol) for line in row
            ):
                return
            last = row[0]
            yield from row

    def _is_head(self, line: Line, with_symbol: bool) -> bool:
        """Whether a line is one of the head; `with_symbol`: right below others of it that hold the
        symbol, it can be the short title, in words of the first page."""
        if _is_page_mark(line.text) or _is_symbol(line.text) or self._is_repeated(line, "head"):
            return True
        return with_symbol and _letters(line.text) in self._first

    def _foot(self, rows: list[list[Line]]) -> Iterable[Line]:
        """The lines below the last row of text; everything from a job number down."""
        zone = list(reversed(rows[-_ZONE:]))
        lowest = -1
        job: Line | None = None
        for at, row in enumerate(zone):
            found = [line for line in row if _JOB.fullmatch(line.text.strip())]
            if found:
                lowest, job = at, found[0]
        for at, row in enumerate(zone):
            beside = job is not None and all(_is_beside(line, job) for line in row)
            is_foot = not self._is_of_numbers(row) and all(map(self._is_foot, row))
            if at > lowest and not beside and not is_foot:
                return
            yield from row

    def _is_of_numbers(self, row: Sequence[Line]) -> bool:
        """Whether a row has bare numbers that are not those of the page: a row of a table."""
        numbers = [number for line in row if (number := _number(line)) is not None]
        if len(numbers) != 1:
            return len(numbers) > 1
        step = numbers[0] - row[0].page
        counts_pages = self._steps[step] > 1 or (len(self._by_page) < _PAGES and step == 1)
        return not counts_pages

    def _is_foot(self, line: Line) -> bool:
        return _is_page_mark(line.text) or self._is_repeated(line, "foot")

    def _is_repeated(self, line: Line, where: str) -> bool:
        return not self._repeated.isdisjoint(_patterns(line, where))

    def _steps_of_numbers(self) -> Counter[int]:
        """How many pages have a bare number at their head or foot that is so much more than that of
        the page, counted from 0."""
        counts: Counter[int] = Counter()
        for lines in self._by_page.values():
            rows = _rows(lines)
            found = (_number(line) for row in (*rows[:_ZONE], *rows[-_ZONE:]) for line in row)
            counts.update({number - lines[0].page for number in found if number is not None})
        return counts

    def _lines_of_many_pages(self) -> set[tuple[str, str]]:
        """What stands at the head or the foot of many pages; with a number that grows by one from
        page to page, of most."""
        counts: Counter[tuple[str, str]] = Counter()
        for lines in self._by_page.values():
            rows = _rows(lines)
            zones = (("head", rows[:_ZONE]), ("foot", rows[-_ZONE:]))
            found = {
                key
                for where, zone in zones
                for row in zone
                for line in row
                for key in _patterns(line, where)
            }
            counts.update(found)
        many, most = _MANY * len(self._by_page), _MOST * len(self._by_page)
        return {
            key
            for key, count in counts.items()
            if count >= max(_PAGES, most if _COUNTED in key[1] else many)
        }


def _is_beside(line: Line, job: Line) -> bool:
    """Whether a line stands to the right of a job number, as "Please recycle" does."""
    return line.base - job.base < 2.5 * job.size and line.left > job.right + 5 * job.size


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page by their height, the uppermost first."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if rows and rows[-1][0].base - line.base < 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _number(line: Line) -> int | None:
    """A bare number, perhaps between dashes, None for other words."""
    found = _NUMBER.fullmatch(line.text.strip())
    return int(found[1]) if found else None


def _is_page_mark(text: str) -> bool:
    text = text.strip()
    pieces = re.split(r"\s{1,}(?=\d{1,4}\s*/)|(?<=/\d)\s+|(?<=/\d\d)\s+|(?<=/\d{3})\s+", text)
    return all(_PAGE.fullmatch(piece) or _JOB.fullmatch(piece) for piece in pieces)


def _is_symbol(text: str) -> bool:
    return bool(symbols.pattern().fullmatch(_ENDING.sub("", text.strip())))


def _patterns(line: Line, where: str) -> Iterator[tuple[str, str]]:
    """What a line is known by on other pages: its words, and the same with a number counted from
    that of the page, if it has one."""
    words = " ".join(line.text.split())
    yield where, words
    number = _LAST_NUMBER.search(words)
    if number:
        count = int(number[0]) - line.page
        yield where, f"{words[: number.start()]}{_COUNTED}{count}{words[number.end() :]}"


def _letters(text: str) -> str:
    return _LETTERS.sub("", text).casefold()

"""Texts that repeat one thing, and whether what is done with them takes time in proportion.

A construct that was slow once belongs into the list; every test of growth then has it.
"""

from collections.abc import Callable
from time import process_time
from typing import NamedTuple, TypeVar

from desktop_app.resolution.model import (
    Clause,
    Masthead,
    Part,
    PartKind,
    Provenance,
    Resolution,
    Run,
)

Made = TypeVar("Made")
_STEEPEST = 8
"""Four times the text may take this many times as long; in proportion it is four times, and sixteen
where the time grows as the square."""
_NOISE = 0.05
"""Seconds that may come from anything."""


class Construct(NamedTuple):
    """What is repeated, and what stands before and after all of it."""

    unit: str
    before: str = ""
    after: str = ""

    def text(self, count: int) -> str:
        """The construct with its unit so many times."""
        return f"{self.before}{self.unit * count}{self.after}"


_UNITS = (
    # digits and what stands between them
    "1", "1,", "1, ", "1.", "1 ", "1-", "1 - ", "1/", "1/1 ", "(1)", "1 and ", "1   ", "123,",
    "123 ", "1 000 ", "1,000,", "1.000.", "1\u00a0", "٣", "٣،", "1e ", "1er ", "1 billion ",
    "1 trillion ", "1 de ", "1 of the ", "1 (1999) ", "1540 (2004) ",
    # dates
    "1 May ", "1 May, ", "May ", "May, ", "1 janvier ", "1 de mayo ", "1 мая ", "1 مايو ", "1月",
    "1日", "1年", "1月1日", "1月1日至", "二〇一九年", "十月",
    # words and numerals for numbers
    "one ", "twenty-", "twenty-one-", "hundred ", "thousand ", "two thousand ",
    "one hundred thousand ", "cent ", "mille ", "сто ", "тысяча ", "ألف ", "مئة ", "一", "百", "十",
    "亿", "万", "二〇", "三万", "第", "第一", "百分之", "一点一", "I ", "I, ", "I a ", "XX",
    "XXIe ", "chapter I ", "Chapter ",
    # symbols, organs and words of resolutions
    "A/", "A/1", "A/RES/", "A/1[A]", "A(1", "A.1", "ES-1/1 ", "resolution 1/1 ", "二七五八(二十六)",
    "Human Rights Council ", "回顾", "Recalling ", "see ",
    # quotation marks, brackets, signs and letters
    "“", "“a”", "„", "«", "「", "《", '"', "(", "（", "，", "、", ". ", ", ", "、 ", "a", "é",
    "a-", " ", "\u200f", "①",
)  # fmt: skip
CONSTRUCTS = (
    *map(Construct, _UNITS),
    Construct(" ", "1月", "1日"),
    Construct(" ", "1", "May"),
    Construct("de ", "1 ", "mayo"),
    Construct(", ", "Chapter I", "X"),
    Construct("a I ", "Chapter I,,,,,,"),
    Construct("1", "A/RES/", "/"),
)


def made(text: str, language: str) -> Resolution:
    """A resolution of one long paragraph and a short one."""
    clauses = (
        Clause("op1", "1", "1.", "", (Run(text),)),
        Clause("op2", "2", "2.", "", (Run("Decides 5."),)),
    )
    part = Part("operative", PartKind.OPERATIVE, (), clauses)
    return Resolution(Masthead(), language, "", Provenance.UNSTATED, (), (part,), (), ())


def assert_in_proportion(
    make: Callable[[int], Made], task: Callable[[Made], object], count: int
) -> None:
    """Asserts that a task with what is made of a count, twice and four times of it takes time in
    proportion, of the processor alone. What is too slow is measured again: the machine may be
    busy."""
    task(make(1))  # loads what is loaded once
    measured: list[list[float]] = []
    for _ in range(3):
        seconds = [_seconds(task, make(count * times)) for times in (1, 2, 4)]
        if seconds[2] <= _STEEPEST * seconds[0] + _NOISE:
            return
        measured.append([round(one, 3) for one in seconds])
    raise AssertionError(f"n, 2n and 4n took these seconds: {measured}")


def _seconds(task: Callable[[Made], object], made: Made) -> float:
    start = process_time()
    task(made)
    return process_time() - start

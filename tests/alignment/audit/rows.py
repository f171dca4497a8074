"""Rows of given words in given languages, and the tables of them that stand in files."""

import re
from collections.abc import Sequence
from pathlib import Path

from desktop_app.alignment.audit.audit import audit
from desktop_app.alignment.audit.check import Check
from desktop_app.alignment.audit.registry import DEFAULT
from desktop_app.grammar.languages import OFFICIAL, language_of
from desktop_app.resolution.bitext import Bitext, Finding, Row
from desktop_app.resolution.model import (
    Clause,
    Masthead,
    Part,
    PartKind,
    Provenance,
    Resolution,
    Run,
    Style,
)

Version = tuple[str, Sequence[str]]
"""A language, and the words of its paragraphs; raised ones between <sup> and </sup>."""


def rows_of(source: Version, target: Version) -> Bitext:
    """Two versions, the paragraphs of which are surely each other's, in their order."""
    count = len(source[1])
    rows = tuple(Row((f"op{n}",), (f"op{n}",), 1.0) for n in range(1, count + 1))
    return Bitext(_version(source), _version(target), rows)


def findings(
    source: Version, target: Version, checks: Sequence[Check] = DEFAULT
) -> tuple[Finding, ...]:
    """What the checks say of two such versions."""
    return audit(rows_of(source, target), checks)


def groups(path: Path) -> list[tuple[str, dict[str, str]]]:
    """The groups of a table: a name, and below it the words of each language."""
    found: list[tuple[str, dict[str, str]]] = []
    for group in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
        name, *lines = group.splitlines()
        words = dict(line.split(" ", 1) for line in lines)
        if sorted(words) != sorted(OFFICIAL):
            raise ValueError(f"not every language once: {name}")
        found.append((name, words))
    return found


def _version(version: Version) -> Resolution:
    language, texts = version
    clauses = tuple(
        Clause(f"op{number}", str(number), f"{number}.", "", _runs(text))
        for number, text in enumerate(texts, 1)
    )
    part = Part("op", PartKind.OPERATIVE, (), clauses)
    script = language_of(language).script
    return Resolution(Masthead(), language, script, Provenance.UNSTATED, (), (part,), (), ())


def _runs(text: str) -> tuple[Run, ...]:
    parts = re.split(r"<sup>(.*?)</sup>", text)
    styles = Style.PLAIN, Style.SUPERSCRIPT
    return tuple(Run(part, styles[place % 2]) for place, part in enumerate(parts) if part)

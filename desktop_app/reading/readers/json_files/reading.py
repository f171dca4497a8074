"""A file of JSON to the language versions in it."""

import json
from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.reading.content import Content
from desktop_app.reading.readers.json_files import exported, shown
from desktop_app.reading.readers.reader import ReadingError
from desktop_app.reading.readers.sound import check
from desktop_app.resolution.model import Resolution
from desktop_app.resolution.serial import SerialError

_BRACKETS = 5_000_000
"""Values of a file at most, each of which is an object in memory: a long budget has a tenth."""


def content(data: bytes, path: Path, is_shown: bool) -> Content:
    """The versions in what was exported, or in what `show` printed, an object a line. Raises
    ReadingError."""
    try:
        text = data.decode("utf-8-sig")
        found = _shown(text, path) if is_shown else _exported(text)
    except (ValueError, RecursionError) as error:
        raise _damaged(path, error) from error
    if is_shown and len({_version(text) for text in found.texts}) < len(found.texts):
        raise no_pair(path)
    return found


def no_pair(path: Path) -> ReadingError:
    """The error of a file that holds several documents."""
    return ReadingError(
        Message(
            "%1 holds several documents; open a file with one of them, in one language or in two.",
            (str(path),),
        )
    )


def _exported(text: str) -> Content:
    plain = _parsed(text)
    texts = exported.versions(plain)
    if not 1 <= len(texts) <= len(("source", "target")):
        raise SerialError("it has no text")
    for one in texts:
        check(one)
    return Content(texts=texts, rows=exported.rows(plain))


def _shown(text: str, path: Path) -> Content:
    lines = text.strip().splitlines()
    several = len(lines) > 1 and all(line.startswith("{") for line in lines)
    if several and len(lines) > len(("source", "target")):
        raise no_pair(path)
    texts = tuple(shown.version(_parsed(one)) for one in (lines if several else [text]))
    for version in texts:
        check(version)
    if several and len({version.masthead.symbol for version in texts}) > 1:
        raise no_pair(path)
    return Content(texts=texts)


def _parsed(text: str) -> object:
    """The values of JSON in which every text can be written again. Raises ValueError, and
    RecursionError for what is nested too deeply."""
    if text.count("{") + text.count("[") + text.count(",") > _BRACKETS:
        raise SerialError("it has more values than any resolution")
    plain: object = json.loads(text, parse_constant=_refused)
    json.dumps(plain, ensure_ascii=False).encode("utf-8")
    return plain


def _refused(constant: str) -> object:
    raise SerialError(f"{constant} is no JSON")


def _version(text: object) -> tuple[str, str]:
    assert isinstance(text, Resolution)
    return text.language, text.converted


def _damaged(path: Path, error: Exception) -> ReadingError:
    return ReadingError(
        Message(
            "%1 is damaged (%2); export or print it anew.", (str(path), str(error).splitlines()[0])
        )
    )

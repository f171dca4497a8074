"""Sentences of the message catalogues of a program, as translators all over the world wrote them:
files `LC_MESSAGES/*.mo` anywhere in a folder, such as an unpacked wheel of Django."""

import os
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

from tests.tools.rows.paragraphs import Paragraph, Piece

NAME = "messages"
_VARIABLE = "READER_CATALOGUES"
_FOLDERS = {"zh": "zh_Hans", "ar": "ar", "es": "es", "fr": "fr", "ru": "ru"}
"""The languages that English messages are translated into, and their folders."""
_LONG = 30
"""The fewest characters of a message that is a sentence."""
_MARKUP = re.compile(r"[&<>*_#\[\]`\\{}\n%]")
_STOPS = (".", "?", "!")
_MOST = 100

Messages = dict[str, str]
"""The translations by the English messages."""


def folder() -> Path | None:
    """Where the catalogues are, if they are at hand."""
    said = os.environ.get(_VARIABLE, "")
    return Path(said) if said and Path(said).is_dir() else None


def versions(place: Path) -> dict[str, tuple[str, tuple[Paragraph, ...]]]:
    """A title and the sentences that every language has, in English and the others; nothing if
    there are none."""
    known: dict[str, list[tuple[str, str]]] = {code: [] for code in (*_FOLDERS, "en")}
    seen: set[str] = set()
    for catalogues in _catalogues(place):
        for message in catalogues["zh"]:
            said = {code: found.get(message, "") for code, found in catalogues.items()}
            said["en"] = message
            new = len(seen) < _MOST and message not in seen and message[-1:] in _STOPS
            if new and all(map(_is_sentence, said.items())):
                seen.add(message)
                for code, words in said.items():
                    known[code].append((message, words))
    return {code: (NAME, _paragraphs(found)) for code, found in known.items() if found}


def _catalogues(place: Path) -> Iterator[dict[str, Messages]]:
    """The messages in all languages of each catalogue that has all."""
    for path in sorted(place.rglob(f"{_FOLDERS['zh']}/LC_MESSAGES/*.mo")):
        languages = path.parents[2]
        paths = {
            code: languages / name / "LC_MESSAGES" / path.name for code, name in _FOLDERS.items()
        }
        if all(other.is_file() for other in paths.values()):
            yield {code: _messages(other) for code, other in paths.items()}


def _messages(path: Path) -> Messages:
    with path.open("rb") as file:
        translations = GNUTranslations(file)
    # The messages themselves stand nowhere but in this attribute.
    found: dict[object, str] = vars(translations)["_catalog"]
    return {message: words for message, words in found.items() if isinstance(message, str)}


def _is_sentence(said: tuple[str, str]) -> bool:
    """Whether words are long enough, and nothing but words."""
    language, words = said
    least = _LONG // 3 if language == "zh" else _LONG
    return len(words) >= least and not _MARKUP.search(words)


def _paragraphs(messages: list[tuple[str, str]]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Piece(frozenset({key}), words),)) for key, words in messages)

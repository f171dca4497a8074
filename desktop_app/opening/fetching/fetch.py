"""A document by its symbol and its language: fetched, checked, and kept with its record."""

import re
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.common.messages import Message
from desktop_app.common.progress import Progress, silent
from desktop_app.common.writing import write
from desktop_app.grammar.languages import OFFICIAL, name_of
from desktop_app.opening.fetching.download import FetchError, Limits, MissingError, download, host
from desktop_app.opening.records import (
    Record,
    dumped,
    fetched_folder,
    record_file,
    record_of,
)
from desktop_app.reading.files import resolution_in
from desktop_app.reading.readers.reader import ReadingError
from desktop_app.reading.readers.registry import reader_of
from desktop_app.resolution.model import Resolution
from desktop_app.resolution.symbols import normal, pattern

SOURCE = "https://docs.un.org/{language}/{symbol}"
"""The address of a document. Source: UN Editorial Manual, "Document symbols"."""

_LIMITS = Limits()


def checked_symbol(symbol: str) -> str:
    """A symbol in normal form. Raises FetchError for what is none."""
    found = normal(symbol.strip())
    if not pattern().fullmatch(found) or any(not step.strip(".") for step in found.split("/")):
        raise FetchError(
            Message(
                "“%1” is not a document symbol; write one such as A/RES/75/58.", (symbol.strip(),)
            )
        )
    return found


def fetch(
    symbol: str,
    language: str,
    *,
    folder: Path | None = None,
    source: str = SOURCE,
    limits: Limits = _LIMITS,
    progress: Progress = silent,
) -> Path:
    """The file of a document in a language (BCP 47), fetched unless it is kept already. It goes to
    `folder`, the person's own if None. Raises FetchError, and WritingError where it cannot be
    kept."""
    symbol = checked_symbol(symbol)
    folder = folder or fetched_folder()
    address = _address(source, symbol, language)
    kept = _kept(folder, symbol, language, address)
    if kept is not None:
        return kept
    data = _downloaded(address, symbol, language, limits, progress)
    ending = _check(data, symbol, language, address)
    file = folder / f"{_stem(symbol, language)}.{ending}"
    folder.mkdir(parents=True, exist_ok=True)
    record = Record(address, datetime.now(UTC).isoformat(timespec="seconds"))
    write(file, data)
    write(record_file(file), dumped(record, data))
    return file


def _address(source: str, symbol: str, language: str) -> str:
    """The address of a document. Raises FetchError for a source that is none."""
    path = re.sub(r"\s", "", symbol)
    address = source.replace("{language}", language).replace("{symbol}", path)
    if not address.startswith(("https://", "http://")) or "{symbol}" not in source:
        raise FetchError(
            Message(
                "“%1” is not an address to fetch documents from; write one such as %2.",
                (source, SOURCE),
            )
        )
    return address


def _stem(symbol: str, language: str) -> str:
    """The name of the file, as the United Nations form it: A_RES_75_58-ZH."""
    return f"{re.sub(r'[^A-Za-z0-9.-]+', '_', symbol).strip('_.')}-{language.upper()}"


def _kept(folder: Path, symbol: str, language: str, address: str) -> Path | None:
    """The file of a document that was fetched from the same address before."""
    stem = _stem(symbol, language)
    for record in sorted(folder.glob(f"{stem}.*.json")):
        file = record.with_suffix("")
        found = record_of(file)
        if found is not None and found.address == address:
            return file
    return None


def _downloaded(
    address: str, symbol: str, language: str, limits: Limits, progress: Progress
) -> bytes:
    try:
        data, _ = download(address, limits, progress)
    except MissingError:
        data = b""
    if not data.strip():  # what the service answers for a document that is not published
        raise FetchError(
            Message(
                "%1 has no document %2 in %3; check the symbol, or choose another language.",
                (host(address), symbol, Message(name_of(language))),
            )
        )
    return data


def _check(data: bytes, symbol: str, language: str, address: str) -> str:
    """The ending for a file with these bytes. Raises FetchError unless they are the document, in
    the language."""
    name = Path(_stem(symbol, language))
    try:
        found = resolution_in(data, name)
        ending = reader_of(data, name).endings[0]
    except ReadingError as error:
        raise FetchError(
            Message(
                "What %1 sent for %2 cannot be read, so nothing was kept: %3",
                (host(address), symbol, error.message),
            )
        ) from None
    if not _is_same(found, symbol):
        raise FetchError(
            Message(
                "What %1 sent is not %2, so nothing was kept; try again later, or open a file that "
                "you have.",
                (host(address), symbol),
            )
        )
    if found.language != language:
        raise FetchError(
            Message(
                "What %1 sent for %2 is not in %3, so nothing was kept; choose another language.",
                (host(address), symbol, Message(OFFICIAL[language].name)),
            )
        )
    return ending


def _is_same(found: Resolution, symbol: str) -> bool:
    return "".join(found.masthead.symbol.split()) == "".join(symbol.split())

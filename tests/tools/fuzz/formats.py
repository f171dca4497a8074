"""Damaged files of formats that are no text: Word files, part by part, web pages and PDF; and what
this program exports as Akoma Ntoso, as JSON, and in two languages."""

import re
import textwrap
import time
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

from desktop_app.alignment.align import align, alone
from desktop_app.alignment.given import with_file_rows, with_rows
from desktop_app.common.messages import UserError
from desktop_app.export.excerpt.choosing import clause_rows
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.formats.registry import render
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.reading.files import Versions, versions_in
from tests.reading.readers.doc.doc_files import doc as old_word
from tests.reading.readers.docx.word_files import packed
from tests.reading.readers.docx.word_files import parts_made_of as word_parts
from tests.reading.readers.html.pages import MANNERS, page_of
from tests.support.paths import FIXTURES
from tests.support.pdf.bare import PICTURE, pdf, text
from tests.support.texts import read
from tests.tools.fuzz.inputs import damaged
from tests.tools.fuzz.invariants import check_resolution, check_rows

_SECONDS, _SECONDS_A_BYTE = 3.0, 0.0001
"""Of the processor: ten times what such a file takes."""
_TAG = re.compile(rb"</?[\w:]+[^<>]{0,200}>")
_VALUE = re.compile(rb'(?<==")[^"<>]{0,60}(?=")')
_JSON_VALUE = re.compile(rb'(?<=: )(?:"[^"\n]{0,80}"|-?\d+|null|true|false|\[\])')
_VALUES = (b"", b"-1", b"0", b"1", b"8", b"9", b"99999999999", b"x", b"none", b"a", b"2147483647")


def _texts() -> dict[str, str]:
    folder = FIXTURES / "everything"
    return {code: (folder / f"{code}.md").read_text(encoding="utf-8") for code in OFFICIAL}


@cache
def _word_files() -> tuple[Mapping[str, bytes], ...]:
    """The parts of Word files."""
    made = (word_parts(text, code) for code, text in _texts().items())
    return tuple(
        {name: part if isinstance(part, bytes) else part.encode() for name, part in parts.items()}
        for parts in made
    )


@cache
def _pages() -> tuple[bytes, ...]:
    return tuple(
        page_of(text, manner, code)
        for code, text in _texts().items()
        for manner in MANNERS.values()
    )


def word_file(chance: Random) -> bytes:
    """A Word file in which some parts are damaged, or the archive itself."""
    return _damaged_archive(dict(chance.choice(_word_files())), chance)


def _damaged_archive(parts: dict[str, bytes], chance: Random) -> bytes:
    for _ in range(chance.choice([1, 1, 2, 5])):
        name = chance.choice([*parts])
        parts[name] = _damaged_markup(parts[name], chance)
    if chance.random() < 0.1:
        del parts[chance.choice([*parts])]
    data = packed(parts)
    return damaged(data, chance) if chance.random() < 0.1 else data


def page(chance: Random) -> bytes:
    """A web page that is damaged."""
    return _damaged_markup(chance.choice(_pages()), chance)


def _damaged_markup(data: bytes, chance: Random) -> bytes:
    """Markup with tags that moved, are missing or are there too often, and other values; so it can
    still be well formed, or as any text is damaged."""
    if chance.random() < 0.2:
        return damaged(data, chance)
    for _ in range(chance.choice([1, 2, 5, 20])):
        found = [*(_TAG if chance.random() < 0.5 else _VALUE).finditer(data)]
        if not found:
            break
        one, other = chance.choice(found), chance.choice(found)
        new = chance.choice([b"", one[0] * 2, other[0], chance.choice(_VALUES)])
        if one[0].startswith(b"<") and chance.random() < 0.6:  # a whole element stays one
            new = one[0] if one[0].startswith(b"</") else _swapped(one[0], chance)
        data = data[: one.start()] + new + data[one.end() :]
    return data


def _swapped(tag: bytes, chance: Random) -> bytes:
    """A tag with another value in it."""
    return _VALUE.sub(lambda value: chance.choice([value[0], *_VALUES]), tag)


@cache
def _pdf() -> bytes:
    """A PDF without packed parts, so that damage reaches what it says."""
    words = _texts()["en"].replace("\n\n", "\n\u2029\n")
    lines = [
        line.replace("(", "[").replace(")", "]").encode("ascii", "ignore").decode()
        for paragraph in words.split("\n")
        for line in textwrap.wrap(paragraph, 70) or [""]
    ]
    return pdf([*(text(lines[start : start + 50]) for start in range(0, len(lines), 50)), PICTURE])


def pdf_file(chance: Random) -> bytes:
    """A PDF that is damaged."""
    return damaged(_pdf(), chance)


def old_word_file(chance: Random) -> bytes:
    """A document of Word before 2007 that is damaged; it is refused where its extra is missing."""
    lines = _texts()[chance.choice([*OFFICIAL])].split("\n\n")[:20]
    return damaged(old_word([*lines, "1. Decides.¹"], ["See A/75/1."]), chance)


@cache
def _exports(key: str) -> tuple[bytes, ...]:
    """Exports of one language and of two."""
    texts = {code: read(text) for code, text in _texts().items()}
    both = align(texts["en"], texts["zh"]), align(texts["ar"], texts["fr"])
    bitexts = (*map(alone, texts.values()), *both)
    return tuple(render(excerpt(bitext, clause_rows(bitext)), key) for bitext in bitexts)


def akoma_ntoso(chance: Random) -> bytes:
    """An export as Akoma Ntoso that is damaged."""
    return _damaged_markup(chance.choice(_exports("akn")), chance)


def json_file(chance: Random) -> bytes:
    """An export as JSON in which values are others, or moved."""
    data = chance.choice(_exports("json"))
    if chance.random() < 0.2:
        return damaged(data, chance)
    for _ in range(chance.choice([1, 2, 5])):
        found = [*_JSON_VALUE.finditer(data)]
        one, other = chance.choice(found), chance.choice(found)
        new = chance.choice([other[0], b'""', b"null", b"[]", b"-1", b'"op1"', b'"a"'])
        data = data[: one.start()] + new + data[one.end() :]
    return data


def export_of_two(chance: Random) -> bytes:
    """A page, a Word file, a Markdown file or one of units in two languages that is damaged."""
    key = chance.choice(["html", "md", "xliff", "tmx", "docx"])
    data = chance.choice(_exports(key)[-2:])
    if key == "docx":
        with ZipFile(BytesIO(data)) as archive:
            return _damaged_archive({one: archive.read(one) for one in archive.namelist()}, chance)
    return damaged(data, chance) if key == "md" else _damaged_markup(data, chance)


MAKERS: dict[str, Callable[[Random], bytes]] = {
    "Word": word_file,
    "HTML": page,
    "PDF": pdf_file,
    "old Word": old_word_file,
    "Akoma Ntoso": akoma_ntoso,
    "JSON": json_file,
    "two languages": export_of_two,
}


def _check_pair(found: Versions) -> None:
    assert found.target
    bitext = align(found.source, found.target)
    check_rows(with_rows(bitext, found.rows))
    if found.file_rows:
        check_rows(with_file_rows(bitext, *found.file_rows))


class TooSlowError(Exception):
    """A file takes far longer than others of its length."""


def try_file(data: bytes) -> bool:
    """Reads a file as a person would open it; whether it could be read. Raises what is a fault."""
    path = Path("damaged")
    begin = time.process_time()
    try:
        found = versions_in(data, path)
    except UserError:
        return False
    for side in (found.source, found.target):
        if side:
            check_resolution(side)
    if found.target:
        _check_pair(found)
    taken = time.process_time() - begin
    if taken > _SECONDS + _SECONDS_A_BYTE * len(data):
        raise TooSlowError(f"{taken:.1f} seconds for {len(data)} bytes {zlib.crc32(data):x}")
    return True

"""Records of the UN Digital Library, saved as MARC XML: what they say of a document.

Fields: 191 symbol, 245 title, 269 date, 650 subjects, 991 agenda, 996 vote. Nothing is ever fetched
for one, and no entity of one is followed.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.common.messages import Message, Translate, UserError

if TYPE_CHECKING:
    from lxml import etree

_NAMESPACE = b"http://www.loc.gov/MARC21/slim"
_HEAD = 4_096
"""Bytes among which such a file names what it is."""
_LARGEST = 1_000_000
_LONGEST = 2_000
"""Characters of a field."""


class MarcError(UserError):
    """A record cannot be used; the message is one sentence with the way out."""


class MarcRecord(NamedTuple):
    """What a record says; "" or nothing where it does not."""

    symbols: tuple[str, ...]
    title: str = ""
    date: str = ""
    subjects: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    vote: tuple[str, ...] = ()

    def is_of(self, symbol: str) -> bool:
        """Whether it is the record of the document with a symbol."""
        wanted = _bare(symbol)
        return bool(wanted) and wanted in map(_bare, self.symbols)


def is_record(file: Path) -> bool:
    """Whether a file is a record, by what it begins with."""
    try:
        if not os.path.isfile(file):  # to open a pipe might wait for ever
            return False
        with file.open("rb") as opened:
            return _NAMESPACE in opened.read(_HEAD)
    except OSError:
        return False  # opening it will show what is wrong


def record_in(file: Path) -> MarcRecord:
    """The first record in a file. Raises UserError."""
    from desktop_app.reading.files import read_bytes

    root = _parsed(read_bytes(file))
    record = next(_named(root, "record"), None) if root is not None else None
    symbols = tuple(_fields(record, "191", "a")) if record is not None else ()
    if record is None or not symbols:
        raise MarcError(
            Message(
                "%1 is no record of a document that can be read; save the record as MARC XML "
                "again.",
                (str(file),),
            )
        )
    return MarcRecord(
        symbols=symbols,
        title=" ".join(_fields(record, "245", "abc")).rstrip(" /:"),
        date=next(_fields(record, "269", "a"), ""),
        subjects=tuple(_fields(record, "650", "a")),
        agenda=tuple(_fields(record, "991", "abcd")),
        vote=tuple(_fields(record, "996", "abcd")),
    )


def record_of_text(file: Path, symbol: str) -> MarcRecord:
    """The record in a file, if it is that of the document with a symbol. Raises UserError."""
    found = record_in(file)
    if not found.is_of(symbol):
        raise MarcError(
            Message(
                "%1 is the record of %2, and the document is %3; take the record of the document.",
                (str(file), found.symbols[0], symbol or Message("one without a symbol")),
            )
        )
    return found


def described(record: MarcRecord, translate: Translate = str) -> list[str]:
    """What a record adds to a text: vote, agenda and subjects, a phrase each."""
    facts = (
        (record.vote, Message("vote: %1", ("; ".join(record.vote),))),
        (record.agenda, Message("agenda: %1", ("; ".join(record.agenda),))),
        (record.subjects, Message("subjects: %1", ("; ".join(record.subjects),))),
    )
    return [phrase.text(translate) for values, phrase in facts if values]


def _bare(symbol: str) -> str:
    return "".join(symbol.split()).upper()


def _parsed(data: bytes) -> "etree._Element | None":
    """The root, None for what is no XML, or has a document type: no record has one, and entities
    can stand nowhere else."""
    from lxml import etree

    from desktop_app.reading.readers.xml_files import hardened

    if len(data) > _LARGEST or b"<!DOCTYPE" in data.replace(b"\0", b""):
        return None
    try:
        return etree.fromstring(data, hardened())
    except (etree.XMLSyntaxError, ValueError):
        return None


def _named(root: "etree._Element", name: str) -> "Iterator[etree._Element]":
    yield from root.iter(f"{{{_NAMESPACE.decode()}}}{name}")


def _fields(record: "etree._Element", tag: str, codes: str) -> Iterator[str]:
    """The words of every field with a tag, those of its parts with these codes."""
    for field in _named(record, "datafield"):
        if field.get("tag") != tag:
            continue
        own = [part for part in _named(field, "subfield") if part.get("code", "-") in codes]
        parts = (part.text or "" for part in own)
        words = " ".join(" ".join(parts).split())[:_LONGEST]
        if words:
            yield words

"""The parts of a Word file: a bounded archive, XML without entities, and the ways between parts."""

import codecs
import io
import posixpath
import struct
import zipfile
import zlib
from itertools import islice
from pathlib import Path

from lxml import etree

from desktop_app.common.messages import Message
from desktop_app.reading.readers.reader import ReadingError
from desktop_app.reading.readers.xml_files import hardened

_MOST_PARTS = 5_000
"""Entries of an archive. A long document with pictures has some hundreds."""
_LARGEST_PART = 40_000_000
_LARGEST_OF_ALL = 60_000_000
"""Bytes of the XML that is unpacked. The longest documents have a quarter of that."""
_RATIO, _RATIO_FROM = 150, 1_000_000
"""How many times as large a part may become, if it is larger than so many bytes: tables of Word
reach 60."""
_MOST_PIECES = 1_200_000
"""Tags and attributes of a part: a thousand for each page, and some 150 bytes of memory each."""
_ENTRY = b"PK\x01\x02"
"""What each entry of the list of an archive begins with."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How Word packs parts. Others can ask for any amount of memory."""
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, ValueError, NotImplementedError, EOFError, OSError
)  # fmt: skip
"""What the library raises for an archive that is damaged."""
_IS_ENCRYPTED = 0x1
_PACKAGE = "_rels/.rels"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_USUAL = "word/document.xml"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How a part begins that is not in UTF-8; XML of Word is in no other encoding, whatever it says."""
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
"""The names of the "Strict" variant of ISO/IEC 29500, and the usual ones."""


class Archive:
    """The parts of one file, each parsed when it is asked for. Raises ReadingError for what is
    damaged, protected, or larger than any document."""

    def __init__(self, data: bytes, path: Path) -> None:
        self._path = path
        self._unpacked = 0
        if not data.startswith(b"PK"):
            raise self._protected()
        if data.count(_ENTRY) > _MOST_PARTS:
            raise self._too_large()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self._damaged() from error
        self._names = {info.filename.lower(): info for info in self._zip.infolist()}

    def main(self) -> str:
        """The name of the part that holds the text."""
        ways = self.relations("")
        found = next((target for kind, target in ways.values() if kind == "officeDocument"), _USUAL)
        for name in (found, _USUAL):
            if name.lower() in self._names:
                return name
        raise ReadingError(
            Message(
                "%1 has no text of Word in it; open it in the program that it comes from and save "
                "it as a Word document.",
                (str(self._path),),
            )
        )

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that a part refers to, by the id of the relation: the last word of its kind and
        the name of the part. Addresses outside the file are none of them."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels") if part else _PACKAGE
        root = self.parsed(rels)
        if root is None:
            return {}
        return {
            one.get("Id", ""): (
                one.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
            )
            for one in root.iter(_RELATION)
            if one.get("TargetMode") != "External"
        }

    def parsed(self, name: str) -> etree._Element | None:
        """The root of a part; None where the file has no such part."""
        info = self._names.get(name.lower())
        if info is None:
            return None
        data = self._unpack(info)
        # Word writes no document types, and entities can stand nowhere else.
        if b"<!DOCTYPE" in data.replace(b"\0", b""):
            raise self._damaged()
        if data.count(b"<") + data.count(b"=") > _MOST_PIECES:
            raise self._too_large()
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        encoding = "utf-16" if data[:2] in _UTF_16 else "utf-8"
        try:
            return etree.fromstring(data, hardened(encoding))
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._damaged() from error

    def beginning(self, most: int) -> str:
        """The first words of the headers and of the text, as they stand there: enough for a look
        that costs less than reading."""
        main = self.main()
        headers = [part for kind, part in self.relations(main).values() if kind == "header"]
        roots = [root for part in (*headers, main) if (root := self.parsed(part)) is not None]
        words = (str(text) for root in roots for text in root.itertext())
        return "".join(islice(words, most))[:most]

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & _IS_ENCRYPTED:
            raise self._protected()
        if info.compress_type not in _METHODS:
            raise self._damaged()
        most = min(_LARGEST_PART, _LARGEST_OF_ALL - self._unpacked)
        most = min(most, max(_RATIO_FROM, _RATIO * info.compress_size))
        if info.file_size > most:
            raise self._too_large()
        try:
            with self._zip.open(info) as part:
                data = part.read(most + 1)
        except _BROKEN as error:
            raise self._damaged() from error
        if len(data) > most:
            raise self._too_large()
        self._unpacked += len(data)
        return data

    def too_long(self) -> ReadingError:
        """What is raised for more text than any resolution has."""
        return self._too_large()

    def _damaged(self) -> ReadingError:
        return ReadingError(
            Message(
                "%1 is damaged; get it again from where it came from, or open it in Word and save "
                "it anew.",
                (str(self._path),),
            )
        )

    def _protected(self) -> ReadingError:
        return ReadingError(
            Message(
                "%1 is protected by a password; open it in Word and save it without one.",
                (str(self._path),),
            )
        )

    def _too_large(self) -> ReadingError:
        return ReadingError(
            Message(
                "%1 unpacks to more than any resolution has; open the resolution's own file.",
                (str(self._path),),
            )
        )

"""A file of Akoma Ntoso to what it holds: one document, or a collection of two languages."""

from pathlib import Path

from lxml import etree

from desktop_app.reading.blocks import Document
from desktop_app.reading.content import Content
from desktop_app.reading.readers.akn import own
from desktop_app.reading.readers.akn.document import read
from desktop_app.reading.readers.akn.languages import language_of
from desktop_app.reading.readers.akn.names import A
from desktop_app.reading.readers.xml_files import parsed

_COLLECTIONS = ("documentCollection", "officialGazette", "debateReport")


def content(data: bytes, path: Path) -> Content | None:
    """The texts of a file that this program wrote, with their structure, or those of any collection
    of two languages; None for any other file. Raises ReadingError."""
    root = parsed(data, path)
    documents = _documents(root)
    if not 1 <= len(documents) <= len(("source", "target")):
        return None
    texts = [own.text_of(document) for document in documents]
    found = tuple(text for text in texts if text is not None)
    if len(found) == len(documents):
        return Content(texts=found, rows=own.rows_of(root) if len(found) > 1 else ())
    if len(documents) > 1 and len({*map(language_of, documents)}) > 1:
        return Content(texts=tuple(map(read, documents)))
    return None


def document(data: bytes, path: Path) -> Document:
    """The blocks of all documents of a file. Raises ReadingError."""
    return read(parsed(data, path))


def _documents(root: etree._Element) -> list[etree._Element]:
    """The documents of a file: those of a collection one by one."""
    tops = [*root]
    if len(tops) == 1 and str(tops[0].tag).removeprefix(A) in _COLLECTIONS:
        return [one[0] for one in tops[0].iter(f"{A}component") if len(one)]
    return tops

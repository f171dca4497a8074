"""XML of any format to elements, for files that count as hostile: no entities, nothing fetched, and
no more of it than a document has."""

import re
from pathlib import Path

from lxml import etree

from desktop_app.common.messages import Message
from desktop_app.reading.readers.reader import ReadingError

_MOST_PIECES = 1_200_000
"""Tags and attributes of a file: a thousand for each page, and some 150 bytes of memory each."""
_DEEPEST = 200
"""Elements that stand in each other; five divisions and ten levels of lists are thirty."""


def begins_with(data: bytes, names: str, most: int = 4_000) -> bool:
    """Whether bytes begin as XML whose root has one of these names, "a|b", in any namespace."""
    beginning = data[:most]
    if beginning[:2] in (b"\xff\xfe", b"\xfe\xff"):
        beginning = beginning.replace(b"\0", b"")
    return re.match(_BEGINNING % names.encode(), beginning) is not None


_BEGINNING = (
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?[^<>]{0,500}\?>\s*"
    rb"|<!--(?:[^-]|-(?!->)){0,1000}-->\s*|<!DOCTYPE[^<>\[]{0,500}(?:\[|>\s*))*"
    rb"(?:<!ENTITY|<(?:[\w.-]{1,40}:)?(?:%s)[\s/>])"
)
"""A declaration of entities is recognised, to be refused."""


def parsed(data: bytes, path: Path) -> etree._Element:
    """The root of a file. Raises ReadingError."""
    if b"<!ENTITY" in data.replace(b"\0", b""):
        raise _refused(path, Message("it declares entities, which no such document needs"))
    if data.count(b"<") + data.count(b"=") > _MOST_PIECES:
        raise _refused(path, Message("it is larger than any resolution"))
    try:
        root = etree.fromstring(data, hardened())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refused(path, _why(error)) from error
    if _depth(root) > _DEEPEST:
        raise _refused(path, Message("its elements stand too deep in each other"))
    return root


def hardened(encoding: str | None = None) -> etree.XMLParser:
    """A parser that follows no entity, fetches nothing and builds no huge tree; `encoding` is that
    of the file where the file is not to say it."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        encoding=encoding,
    )


def _why(error: Exception) -> Message | str:
    found = str(error).splitlines()
    if found and "depth" in found[0]:
        return Message("its elements stand too deep in each other")
    return found[0] if found else Message("it is no XML")


def _depth(root: etree._Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _refused(path: Path, why: Message | str) -> ReadingError:
    return ReadingError(
        Message("%1 cannot be read as XML (%2); get it again from its source.", (str(path), why))
    )

"""The pages of a Word file as Word last set them, if it kept the breaks between them."""

from collections.abc import Iterator

from lxml import etree

from desktop_app.reading.blocks import Stretch
from desktop_app.reading.readers.docx.names import MC, W, local, number

_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_BREAK = f"{W}lastRenderedPageBreak"
_UNREAD = (f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{MC}Fallback")
"""What holds words that are none of the text, or stand elsewhere in it."""
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


def printed(
    body: etree._Element,
    notes: dict[str, etree._Element | None],
    properties: etree._Element | None,
) -> tuple[Stretch, ...]:
    """The words of the text and of its notes with their pages; `notes` are the parts with the
    footnotes and the endnotes. Nothing where the file keeps no breaks, or others than those of as
    many pages as it says that it has."""
    count = sum(1 for _ in body.iter(_BREAK))
    stated = properties.findtext(f"{_PROPERTIES}Pages") if properties is not None else None
    if not count or (stated is not None and number(stated) != count + 1):
        return ()
    known = {
        (kind, note.get(f"{W}id", "")): note
        for kind, root in notes.items()
        if root is not None
        for note in root.iterchildren(f"{W}{kind}")
    }
    return tuple(_Walk(known).stretches(body))


class _Walk:
    """Goes through a text from page to page."""

    def __init__(self, notes: dict[tuple[str, str], etree._Element]) -> None:
        self._notes = notes
        self._page = 1
        self._words: list[str] = []

    def stretches(self, body: etree._Element) -> Iterator[Stretch]:
        for one in body:
            yield from self._inside(one)
            yield from self._ended()

    def _inside(self, element: etree._Element) -> Iterator[Stretch]:
        ahead = [element]
        while ahead:
            one = ahead.pop()
            if one.tag in _UNREAD:
                continue
            name = local(one)
            if name == "t":
                self._words.append(one.text or "")
            elif one.tag == _BREAK:
                yield from self._ended()
                self._page += 1
            elif name in _NOTES:
                yield from self._note(_NOTES[name], one.get(f"{W}id", ""))
            else:
                # A mark that somebody has typed is none of the words.
                drops = name == "r" and _is_raised(one)
                ahead += [below for below in reversed(one) if not drops or local(below) != "t"]

    def _ended(self) -> Iterator[Stretch]:
        if self._words:
            yield Stretch("".join(self._words), self._page)
            self._words.clear()

    def _note(self, kind: str, id: str) -> Iterator[Stretch]:
        """The words of a note, which stands, or begins, on the page that calls it."""
        note = self._notes.pop((kind, id), None)
        if note is not None and kind == "footnote":
            text = "".join(t.text or "" for t in note.iter(f"{W}t") if not _is_deleted(t))
            yield Stretch(text, self._page, is_note=True)


def _is_deleted(text: etree._Element) -> bool:
    return any(above.tag in _UNREAD for above in text.iterancestors())


def _is_raised(run: etree._Element) -> bool:
    align = run.find(f"{W}rPr/{W}vertAlign")
    return align is not None and align.get(f"{W}val") == "superscript"

"""Puts text, bookmarks, links and metadata into a PDF file that Qt has written; no Qt."""

from collections.abc import Callable, Iterator, MutableSequence, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple, cast
from xml.sax.saxutils import escape

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    EncodedStreamObject,
    Fit,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from desktop_app.export.formats.pdf.glyph_text import (
    Font,
    PageGlyphs,
    character_map,
    glyph_map,
    pieces,
    rewritten,
)

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class Bookmark(NamedTuple):
    """A bookmark: its depth, its title, and its place in points above the bottom of a page."""

    depth: int
    title: str
    page: int
    y: float


class Linked(NamedTuple):
    """A rectangle of a page, in points from the bottom left corner, that leads to an address."""

    page: int
    left: float
    bottom: float
    right: float
    top: float
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The metadata of a file; `languages` are BCP 47 tags, that of the first text first."""

    title: str
    author: str
    subject: str
    keywords: str
    languages: tuple[str, ...]
    creator: str


def finished(
    data: bytes,
    drawn: Sequence[PageGlyphs],
    numbers: PageGlyphs | None,
    bookmarks: Sequence[Bookmark],
    links: Sequence[Linked],
    about: About,
    progress: Callable[[float], None],
) -> bytes:
    """The file with its text, bookmarks, links and metadata; `drawn` are the glyphs of the pages.
    Where there are `numbers`, one page more has what stands at the foot of each of the others, and
    is taken out. Raises MismatchError where the file has other glyphs than those drawn."""
    file = _copied(_Watched(data, lambda: progress(0.0)))
    file.pdf_header = _VERSION
    _put_text(file, drawn, numbers, lambda share: progress(_TEXT * share))
    _put_bookmarks(file, bookmarks, lambda: progress(_TEXT))
    for link in links:
        corners = (link.left, link.bottom, link.right, link.top)
        file.add_annotation(link.page, Link(rect=corners, border=[0, 0, 0], url=link.address))
    _put_about(file, about)
    out = _Watched(b"", lambda: progress(_TEXT))
    file.write(out)
    return out.getvalue()


def _copied(data: BytesIO) -> PdfWriter:
    """A file that can be changed. The reader is freed at once and not at Python's next collection,
    since it is as large as all else in a long file."""
    with PdfReader(data) as reader:
        file = PdfWriter(clone_from=reader)
        file.reset_translation(reader)
    return file


_OFTEN = 500
"""Pieces that are read or written from one report to the next."""
_VERSION = "%PDF-1.7"
_TEXT = 0.95
"""The share of the work that the text is."""


class _Watched(BytesIO):
    """A file that reports whenever it is read or written."""

    def __init__(self, data: bytes, report: Callable[[], None]) -> None:
        super().__init__(data)
        self._report = report
        self._count = 0

    def read(self, size: int | None = -1) -> bytes:
        self._work()
        return super().read(size)

    def write(self, data: "ReadableBuffer") -> int:
        self._work()
        return super().write(data)

    def _work(self) -> None:
        self._count += 1
        if self._count % _OFTEN == 0:
            self._report()


# Text


def _put_text(
    file: PdfWriter,
    drawn: Sequence[PageGlyphs],
    numbers: PageGlyphs | None,
    progress: Callable[[float], None],
) -> None:
    fonts: dict[int, tuple[DictionaryObject, Font]] = {}
    feet: Iterator[bytes] = repeat(b"", len(drawn))
    foot_fonts = DictionaryObject()
    if numbers is not None:
        sheet = file.pages[-1]
        content, foot_fonts = _content(sheet), _fonts(sheet)
        feet = iter(pieces(_with_text(content.get_data(), numbers, foot_fonts, fonts)))
        content.set_data(b"")  # it stays in the file
        del cast(MutableSequence[PageObject], file.pages)[-1]
    for number, (page, own, foot) in enumerate(zip(file.pages, drawn, feet, strict=True)):
        content, own_fonts = _content(page), _fonts(page)
        content.set_data(_with_text(content.get_data(), own, own_fonts, fonts) + foot)
        content.decoded_self = None  # which would stay for as long as the file
        own_fonts.update(foot_fonts)
        progress((number + 1) / len(drawn))
    for found, font in fonts.values():
        _put_characters(file, found, font)


def _content(page: PageObject) -> EncodedStreamObject:
    return cast(EncodedStreamObject, page["/Contents"].get_object())


def _fonts(page: PageObject) -> DictionaryObject:
    """The fonts of a page by the names that it has for them, which mean the same on each."""
    resources = cast(DictionaryObject, page["/Resources"])
    return cast(DictionaryObject, resources.setdefault(NameObject("/Font"), DictionaryObject()))


def _with_text(
    content: bytes,
    drawn: PageGlyphs,
    own: DictionaryObject,
    known: dict[int, tuple[DictionaryObject, Font]],
) -> bytes:
    named: dict[str, Font] = {}
    for name, reference in own.items():
        found = cast(DictionaryObject, reference.get_object())
        named[name] = known.setdefault(id(found), (found, _font(found, drawn.texts)))[1]
    return rewritten(content, drawn, named)


def _font(found: DictionaryObject, texts: Sequence[str]) -> Font:
    inner = _inner(found)
    widths: dict[int, float] = {}
    listed = iter(cast(ArrayObject, inner.get("/W", ArrayObject())))
    for first in listed:
        second = next(listed).get_object()
        if isinstance(second, ArrayObject):
            widths |= {first + place: float(width) for place, width in enumerate(second)}
        else:
            widths |= dict.fromkeys(range(first, second + 1), float(next(listed)))
    return Font(widths, float(inner.get("/DW", 1000)), texts)


def _inner(font: DictionaryObject) -> DictionaryObject:
    return cast(DictionaryObject, cast(ArrayObject, font["/DescendantFonts"])[0].get_object())


def _put_characters(file: PdfWriter, found: DictionaryObject, font: Font) -> None:
    cast(EncodedStreamObject, found["/ToUnicode"]).set_data(character_map(font.texts))
    if not font.doubles:
        return
    inner = _inner(found)
    glyphs = DecodedStreamObject()
    glyphs.set_data(glyph_map(font.doubles))
    inner[NameObject("/CIDToGIDMap")] = file._add_object(glyphs.flate_encode())
    widths = ArrayObject(inner.get("/W", ArrayObject()))
    for code in font.doubles:
        widths += [NumberObject(code), ArrayObject([FloatObject(font.width(code))])]
    inner[NameObject("/W")] = widths
    # It lists the codes of an embedded font, says nothing more, and would have to be made anew.
    cast(DictionaryObject, inner["/FontDescriptor"]).pop("/CIDSet", None)


# Bookmarks and metadata


_MANY = 60
"""From so many bookmarks on only those of the parts are open at first."""


def _put_bookmarks(
    file: PdfWriter, bookmarks: Sequence[Bookmark], report: Callable[[], None]
) -> None:
    above: list[IndirectObject] = []
    for mark in bookmarks:
        report()
        above = above[: mark.depth]
        above.append(
            file.add_outline_item(
                title=mark.title,
                page_number=mark.page,
                parent=above[-1] if above else None,
                fit=Fit.xyz(top=mark.y),
                is_open=len(bookmarks) < _MANY,
            )
        )


def _put_about(file: PdfWriter, about: About) -> None:
    facts = {
        "/Title": about.title,
        "/Author": about.author,
        "/Subject": about.subject,
        "/Keywords": about.keywords,
        "/Creator": about.creator,
    }
    file.add_metadata({name: fact for name, fact in facts.items() if fact})
    root = file.root_object
    root[NameObject("/Lang")] = TextStringObject(about.languages[0])
    shown = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    root[NameObject("/ViewerPreferences")] = shown
    described = DecodedStreamObject()
    described.set_data(_description(about).encode())
    described[NameObject("/Type")] = NameObject("/Metadata")
    described[NameObject("/Subtype")] = NameObject("/XML")
    root[NameObject("/Metadata")] = file._add_object(described)


def _description(about: About) -> str:
    """The same as XMP."""
    title, author, subject, keywords, creator = map(
        escape, (about.title, about.author, about.subject, about.keywords, about.creator)
    )
    creator_of_text = f"<rdf:li>{author}</rdf:li>" if author else ""
    languages = "".join(f"<rdf:li>{escape(tag)}</rdf:li>" for tag in about.languages)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq>{creator_of_text}</rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language>
<pdf:Keywords>{keywords}</pdf:Keywords>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

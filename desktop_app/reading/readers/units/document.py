"""The units of a file to the blocks of each language, each unit a row."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from desktop_app.reading.blocks import EXPORTED, Block, BlockKind, Document
from desktop_app.reading.content import Content
from desktop_app.reading.readers.xml_files import parsed
from desktop_app.resolution.model import Run, Runs, Style
from desktop_app.resolution.runs import merged, strip

_Element = etree._Element
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HEADING, _FOOTNOTE = "heading", "footnote"
"""The kinds of units that are none of paragraphs, as exports name them."""
_STYLES = {
    "xlf:i": Style.EMPHASIS,
    "xlf:b": Style.EMPHASIS,
    "html:sup": Style.SUPERSCRIPT,
    "superscript": Style.SUPERSCRIPT,
}
"""By the sub-type of an element in XLIFF, and by the type of one in TMX."""


class _Text(NamedTuple):
    """One language of a unit: the number before its words, and these."""

    number: str
    runs: Runs


class _Unit(NamedTuple):
    kind: str
    texts: Mapping[str, _Text]
    """By the tags of their languages."""


def content(data: bytes, path: Path) -> Content | None:
    """The two languages of a file, None for a file with another number of them. Raises
    ReadingError."""
    root = parsed(data, path)
    units = [*_units(root)]
    tags = _tags(root, units)
    if len(tags) != len(("source", "target")):
        return None
    texts, places = zip(*(_side(units, tag) for tag in tags), strict=True)
    return Content(texts=texts, file_rows=places)


def document(data: bytes, path: Path) -> Document:
    """The blocks of the first language of a file. Raises ReadingError."""
    root = parsed(data, path)
    units = [*_units(root)]
    return _side(units, next(iter(_tags(root, units)), ""))[0]


def _tags(root: _Element, units: list[_Unit]) -> list[str]:
    """The languages that there are, that of the sources first."""
    header = root.find("{*}header")
    first = root.get("srcLang") or (header.get("srclang", "") if header is not None else "")
    found = dict.fromkeys(tag for unit in units for tag in unit.texts)
    return sorted(found, key=lambda tag: tag != first)


def _side(units: list[_Unit], tag: str) -> tuple[Document, tuple[int, ...]]:
    """One language, and the unit of each of its blocks; notes stand in none."""
    blocks: list[Block] = []
    places: list[int] = []
    for place, unit in enumerate(units, 1):
        text = unit.texts.get(tag)
        if text and (text.runs or text.number):
            blocks.append(_block(unit.kind, text))
            places.append(0 if unit.kind == _FOOTNOTE else place)
    metadata = {"language": tag.partition("-")[0], EXPORTED: "yes"}
    return Document(tuple(blocks), metadata), tuple(places)


def _block(kind: str, text: _Text) -> Block:
    if kind == _FOOTNOTE:
        return Block(BlockKind.NOTE, text.runs, number=text.number)
    before = (Run(f"{text.number} "),) if text.number else ()
    runs = merged((*before, *text.runs))
    if kind == _HEADING:
        return Block(BlockKind.HEADING, runs, level=2)
    return Block(BlockKind.PARAGRAPH, runs)


def _units(root: _Element) -> Iterator[_Unit]:
    if etree.QName(root).localname == "tmx":
        yield from map(_of_tmx, root.iter("{*}tu"))
        return
    tags = {"source": root.get("srcLang", ""), "target": root.get("trgLang", "")}
    for unit in root.iter("{*}unit"):
        yield _of_xliff(unit, tags)


def _of_xliff(unit: _Element, tags: Mapping[str, str]) -> _Unit:
    """A unit of XLIFF: what stands before its first segment is the number."""
    texts: dict[str, _Text] = {}
    for side, tag in tags.items():
        numbers = [_words(one) for part in unit.iter("{*}ignorable") for one in _sides(part, side)]
        words = [_words(one) for part in unit.iter("{*}segment") for one in _sides(part, side)]
        number = "".join(run.text for runs in numbers for run in runs).strip()
        runs = strip(merged(run for runs in words for run in runs))
        if tag and (runs or number):
            texts[tag] = _Text(number, runs)
    return _Unit(unit.get("type", "").rpartition(":")[2], texts)


def _sides(part: _Element, side: str) -> list[_Element]:
    return [one for one in part if etree.QName(one).localname == side]


def _of_tmx(unit: _Element) -> _Unit:
    kind = ""
    texts: dict[str, _Text] = {}
    for part in unit:
        if part.get("type") == "x-kind":
            kind = part.text or ""
        elif etree.QName(part).localname == "tuv":
            tag = part.get(_LANG) or part.get("lang") or ""
            texts[tag] = _text_of_tmx(part)
    return _Unit(kind, texts)


def _text_of_tmx(text: _Element) -> _Text:
    stated = [(one.get("type"), one.text or "") for one in text.iterchildren("{*}prop")]
    number = next((value for name, value in stated if name == "x-number"), "")
    marks = [value for name, value in stated if name == "x-mark"]
    runs = [run for one in text.iterchildren("{*}seg") for run in _words(one, marks)]
    return _Text(number, strip(merged(runs)))


def _words(element: _Element, marks: Iterable[str] = ()) -> Runs:
    """The words in an element; `marks` are those of the footnotes that it calls, in TMX."""
    out: list[Run] = []
    _add(out, element, Style.PLAIN, iter(marks))
    return tuple(run for run in out if run.text)


def _add(out: list[Run], element: _Element, style: Style, marks: Iterator[str]) -> None:
    out.append(Run(element.text or "", style))
    for child in element:
        name = etree.QName(child).localname
        if name == "ph":
            mark = child.get("disp") or (next(marks, "") if child.get("type") == "fnote" else "")
            out.append(Run(mark, Style.MARK))
        elif name not in ("bpt", "ept", "it", "ut"):  # codes of other programs, and no words
            kind = child.get("subType") or child.get("type") or ""
            _add(out, child, _STYLES.get(kind, style), marks)
        out.append(Run(child.tail or "", style))

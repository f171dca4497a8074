"""An excerpt as XLIFF 2.1: one unit for each row and each footnote, the first language as source
and the second as target.

A number before a paragraph is an <ignorable>, text outside segments. A footnote mark is a <ph> with
the printed mark as `disp` and the unit of the footnote as sub-flow; emphasis and raised characters
are <pc>. A row of the source alone has no target, one of the target alone an empty source. White
space is kept.
"""

from collections import Counter
from collections.abc import Sequence

from lxml import etree

from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Progress, silent
from desktop_app.export.shared.emphasis import emphasis_letter
from desktop_app.export.shared.units import Unit, unique, units
from desktop_app.export.shared.xml_text import append_words, check
from desktop_app.resolution.model import Run, Runs, Style

_NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
"""Of every version from 2.0 to 2.1."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIDES = ("source", "target")
_PAIRED = {"emphasis": "xlf:i", "bold": "xlf:b", "superscript": "html:sup"}
"""The kinds of paired codes, by the authority that names them. Emphasis that is bold in one
language and in italics in the other is two codes, as the standard wants it."""
_STEP = 500
"""Units from one report of progress to the next."""


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """The document in UTF-8; one language makes a document of sources. Raises ExportError."""
    check(excerpt, "XLIFF")
    versions = excerpt.versions
    languages = {"version": "2.1", "srcLang": versions[0].tag}
    if len(versions) > 1:
        languages["trgLang"] = versions[1].tag
    # The stubs know no default namespace, which lxml names None.
    root = etree.Element(_name("xliff"), languages, nsmap={None: _NAMESPACE})  # type: ignore[dict-item]
    root.text = "\n"
    file = _block(root, "file", id="f1", srcDir=versions[0].direction)
    if excerpt.symbol:
        file.set("original", excerpt.symbol)
    if len(versions) > 1:
        file.set("trgDir", versions[1].direction)
    file.set(_SPACE, "preserve")
    _about(file, excerpt)
    all_units = units(excerpt)
    footnotes = {unit.note: unit.id for unit in all_units if unit.note}
    for place, unit in enumerate(all_units):
        if place % _STEP == 0:
            progress(place / len(all_units))
        _unit(file, unit, footnotes, [version.tag for version in versions])
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _name(tag: str) -> str:
    return f"{{{_NAMESPACE}}}{tag}"


def _block(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    """A new element on a line of its own, as its children will be."""
    element = etree.SubElement(parent, _name(tag), attributes)
    element.text = element.tail = "\n"
    return element


def _about(file: etree._Element, excerpt: Excerpt) -> None:
    notes = _block(file, "notes")
    _note(notes, excerpt.citation or excerpt.title, category="document")
    for version, side in zip(excerpt.versions, _SIDES, strict=False):
        _note(notes, version.provenance, category="provenance", appliesTo=side)
        if version.address:
            _note(notes, version.address, category="address", appliesTo=side)


def _note(notes: etree._Element, text: str, **attributes: str) -> None:
    note = etree.SubElement(notes, _name("note"), attributes)
    note.text, note.tail = text, "\n"


def _unit(file: etree._Element, unit: Unit, footnotes: dict[str, str], tags: Sequence[str]) -> None:
    element = _block(file, "unit", id=unit.id, name=unit.label, type=f"resolution:{unit.kind}")
    sides = list(zip(_SIDES, unit.segments, strict=False))
    meant = [(side, text.stands_for) for side, text in sides if text and text.stands_for]
    if meant:
        notes = _block(element, "notes")
        for side, words in meant:
            _note(notes, words, category="ibid", appliesTo=side)
    if any(text.number for _, text in sides if text):
        ignorable = _block(element, "ignorable")
        for side, text in sides:
            if text or side == "source":
                number = f"{text.number} " if text and text.number else ""
                _content(ignorable, side).text = number
    segment = _block(element, "segment")
    if len(sides) > 1 and all(text for _, text in sides):
        segment.set("state", "translated")
    codes = _Codes(footnotes)
    for (side, text), tag in zip(sides, tags, strict=True):
        if text or side == "source":
            _fill(_content(segment, side), text.runs if text else (), codes, tag)


def _content(parent: etree._Element, side: str) -> etree._Element:
    element = etree.SubElement(parent, _name(side))
    element.tail = "\n"
    return element


class _Codes:
    """The ids of the inline codes of a unit, the same in source and target: for the first call of a
    footnote, for the second stretch of emphasis."""

    def __init__(self, footnotes: dict[str, str]) -> None:
        self.footnotes = footnotes
        self._ids: dict[tuple[str, int], str] = {}
        self._taken: set[str] = set()

    def id(self, stem: str, place: int) -> str:
        if (stem, place) not in self._ids:
            self._ids[stem, place] = unique(f"{stem}-{place}", self._taken)
        return self._ids[stem, place]


def _fill(content: etree._Element, runs: Runs, codes: _Codes, tag: str) -> None:
    """Puts the runs into a source or a target in the language of a tag."""
    met: Counter[str] = Counter()
    for run in runs:
        if run.style is Style.PLAIN:
            append_words(content, run.text)
            continue
        # A mark that calls no footnote is raised and no more.
        style = Style.SUPERSCRIPT if run.style is Style.MARK and not run.calls else run.style
        bold = style is Style.EMPHASIS and emphasis_letter(tag) == "b"
        stem = f"mark-{run.note}" if run.calls else "bold" if bold else str(style)
        met[stem] += 1
        id = codes.id(stem, met[stem])
        if run.calls:
            etree.SubElement(content, _name("ph"), _mark(run, id, codes.footnotes))
        else:
            attributes = {"id": id, "type": "fmt", "subType": _PAIRED[stem]}
            etree.SubElement(content, _name("pc"), attributes).text = run.text


def _mark(run: Run, id: str, footnotes: dict[str, str]) -> dict[str, str]:
    called = {"subFlows": footnotes[run.note]} if run.note in footnotes else {}
    kind = {"type": "other", "subType": "resolution:mark"}
    return {"id": id, **kind, "disp": run.text, "equiv": "", "canCopy": "no", **called}

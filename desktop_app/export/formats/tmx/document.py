"""An excerpt as a translation memory, TMX 1.4b: one unit for each row and each footnote.

Memories are merged into larger ones and lose their header, so each text states how far it can be
trusted and where the official one is, and each unit its document.

A segment is the published words. A footnote mark is an empty <ph>: translators' tools show it as a
tag, so it neither cuts words in two nor adds a digit. The printed marks are the properties "x-mark"
of the text, in order, and its number is "x-number". Emphasis is left out: nobody searches for it,
and each tag makes a match worse. Raised characters are <hi>, for 10² is not 102.

There is no DOCTYPE: strict readers look for the file that it names and find none.
"""

from collections import Counter

from lxml import etree

from desktop_app import __version__
from desktop_app.export.excerpt.model import Excerpt, Version
from desktop_app.export.excerpt.options import Progress, silent
from desktop_app.export.shared.units import Segment, Unit, units
from desktop_app.export.shared.xml_text import append_words, check
from desktop_app.resolution.model import Runs, Style
from desktop_app.resolution.runs import merged

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PROGRAM = "Resolution Reader"
_STEP = 500
"""Units from one report of progress to the next."""


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """The memory in UTF-8; a row with a gap has only one text. Raises ExportError."""
    check(excerpt, "TMX")
    source = excerpt.versions[0].tag
    root = etree.Element("tmx", version="1.4")
    root.text = "\n"
    _header(root, excerpt, source)
    body = _block(root, "body")
    names: set[str] = set()
    all_units = units(excerpt)
    for place, unit in enumerate(all_units):
        if place % _STEP == 0:
            progress(place / len(all_units))
        _unit(body, unit, excerpt, _name(excerpt.symbol, unit.label, names))
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _block(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    """A new element on a line of its own, as its children will be."""
    element = etree.SubElement(parent, tag, attributes)
    element.text = element.tail = "\n"
    return element


def _header(root: etree._Element, excerpt: Excerpt, source: str) -> None:
    header = _block(
        root,
        "header",
        **{
            "creationtool": _PROGRAM,
            "creationtoolversion": __version__,
            "segtype": "paragraph",
            "o-tmf": _PROGRAM,
            "adminlang": "en",
            "srclang": source,
            "datatype": "plaintext",
        },
    )
    note = etree.SubElement(header, "note")
    note.text, note.tail = excerpt.citation or excerpt.title, "\n"
    if excerpt.symbol:
        _property(header, "x-symbol", excerpt.symbol)
    for version in excerpt.versions:
        _of_version(header, version)


def _of_version(element: etree._Element, version: Version) -> None:
    _property(element, "x-provenance", version.provenance)
    if version.address:
        _property(element, "x-address", version.address)


def _property(element: etree._Element, kind: str, text: str) -> None:
    found = etree.SubElement(element, "prop", {"type": kind})
    found.text, found.tail = text, "\n"


def _name(symbol: str, label: str, taken: set[str]) -> str:
    """ "A/RES/75/58:OP5(a)", with a number after it if the name is taken: a row that is taken apart
    makes one clause a unit in each language."""
    stem = found = "".join(f"{symbol}:{label}".split()).lstrip(":")
    count = 1
    while found in taken:
        count += 1
        found = f"{stem}~{count}"
    taken.add(found)
    return found


def _unit(body: etree._Element, unit: Unit, excerpt: Excerpt, name: str) -> None:
    element = _block(body, "tu", tuid=name)
    pairs = list(zip(excerpt.versions, unit.segments, strict=True))
    if unit.segments[0] is None:
        # The header's language of sources is one that this unit does not have.
        element.set("srclang", next(version.tag for version, segment in pairs if segment))
    if excerpt.symbol:
        _property(element, "x-symbol", excerpt.symbol)
    _property(element, "x-label", unit.label)
    _property(element, "x-kind", unit.kind)
    numbers: dict[tuple[str, int], str] = {}
    for version, segment in pairs:
        if segment:
            _text(element, version, segment, numbers)


def _text(
    unit: etree._Element,
    version: Version,
    segment: Segment,
    numbers: dict[tuple[str, int], str],
) -> None:
    """Adds one language of a unit. `numbers` gives the same tag in its languages the same number:
    the first call of a footnote, the second and so on."""
    element = _block(unit, "tuv")
    element.set(_LANG, version.tag)
    if segment.stands_for:
        note = etree.SubElement(element, "note")
        note.text, note.tail = segment.stands_for, "\n"
    _of_version(element, version)
    if segment.number:
        _property(element, "x-number", segment.number)
    for run in segment.runs:
        if run.calls:
            _property(element, "x-mark", run.text)
    found = etree.SubElement(element, "seg")
    found.tail = "\n"
    called: Counter[str] = Counter()
    for run in _without_emphasis(segment.runs):
        if run.calls:
            called[run.note] += 1
            number = numbers.setdefault((run.note, called[run.note]), str(len(numbers) + 1))
            etree.SubElement(found, "ph", {"type": "fnote", "x": number})
        elif run.style in (Style.SUPERSCRIPT, Style.MARK):
            etree.SubElement(found, "hi", {"type": "superscript"}).text = run.text
        else:
            append_words(found, run.text)


def _without_emphasis(runs: Runs) -> Runs:
    """The runs with words in one style, and so in as few runs as there can be."""
    return merged(
        run._replace(style=Style.PLAIN) if run.style is Style.EMPHASIS else run for run in runs
    )

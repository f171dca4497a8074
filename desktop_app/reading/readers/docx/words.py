"""The runs of a paragraph, as the page shows them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from desktop_app.reading.readers.docx.names import MC, M, W, is_on, local
from desktop_app.reading.readers.docx.notes import Notes
from desktop_app.reading.readers.docx.styles import Look, Styles
from desktop_app.reading.readers.docx.symbols import character
from desktop_app.reading.readers.setting import tidy
from desktop_app.resolution.model import Run, Runs, Style

_THROUGH = frozenset(
    {"hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdtContent", "sdt", "fldSimple", "dir",
     "bdo", "rubyBase"}
)  # fmt: skip
"""Elements whose inside is words like any others."""
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
"""An optional hyphen is no character of the words; it shows at the end of a line alone."""
_PROPERTIES = f"{W}rPr"
_FORMULAS = (f"{M}oMath", f"{M}oMathPara")
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_OF_PAGES = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
"""Fields that number pages."""
_LINK = re.compile(r"\s*HYPERLINK\b", re.IGNORECASE)
_COMPLEX = re.compile("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufefe]")
"""Letters that have properties of their own for bold and italics."""
_CHINESE = re.compile("[\u3400-\u9fff]")


@dataclass(slots=True)
class _Field:
    """A field: its instruction, and whether that is over, so that what follows is its result."""

    instruction: str = ""
    in_result: bool = False

    @property
    def is_shown(self) -> bool:
        return self.in_result and not _OF_PAGES.match(self.instruction)


@dataclass(slots=True)
class _Open:
    """A paragraph while it is read. `awaits` is the note whose own mark is still to come."""

    style: str
    out: list[Run] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    links: int = 0
    awaits: tuple[str, str] | None = None

    @property
    def is_shown(self) -> bool:
        return all(one.is_shown for one in self.fields)

    @property
    def is_link(self) -> bool:
        return self.links > 0 or any(_LINK.match(one.instruction) for one in self.fields)


class Words:
    """Reads the paragraphs of a document."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes

    def read(self, paragraph: etree._Element, style: str) -> tuple[Runs, list[etree._Element]]:
        """The runs of a paragraph with a style of this id, and the text boxes that hang on it."""
        place = _Open(style)
        self._inside(paragraph, place)
        if place.awaits:
            place.out.append(self._notes.call(*place.awaits, ""))
        return tidy(place.out), place.boxes

    def _inside(self, parent: Iterable[etree._Element], place: _Open) -> None:
        for one in parent:
            name = local(one)
            if name == "r":
                self._run(one, place)
            elif name in _THROUGH:
                self._through(one, name, place)
            elif one.tag == f"{MC}AlternateContent":
                self._inside(alternative(one), place)
            elif one.tag in _FORMULAS and place.is_shown:
                place.out += _formula(one)

    def _through(self, one: etree._Element, name: str, place: _Open) -> None:
        if name == "fldSimple" and _OF_PAGES.match(one.get(f"{W}instr", "")):
            return
        place.links += name == "hyperlink"
        self._inside(one, place)
        place.links -= name == "hyperlink"

    def _run(self, run: etree._Element, place: _Open) -> None:
        look = self._styles.look(place.style, run.find(_PROPERTIES))
        if look.hidden:
            self._fields_alone(run, place)
            return
        pieces = list(_pieces(run))
        for at, one in enumerate(pieces):
            name = local(one)
            if name in _NOTES and place.is_shown:
                key = _NOTES[name], one.get(f"{W}id", "")
                if not is_on(one.get(f"{W}customMarkFollows")):
                    place.out.append(self._notes.call(*key, ""))
                    continue
                mark = "".join(map(_text, pieces[at + 1 :])).strip()
                if mark:
                    place.out.append(self._notes.call(*key, mark))
                    return
                place.awaits = key
            elif name in ("fldChar", "instrText"):
                _step(one, name, place)
            elif name == "ruby":
                self._inside(one.iterchildren(f"{W}rubyBase"), place)
            elif name in ("drawing", "pict", "object"):
                place.boxes += _boxes(one)
            elif place.is_shown:
                self._add(_text(one), look, place)

    def _fields_alone(self, run: etree._Element, place: _Open) -> None:
        """What a hidden run holds of a field: the field goes on behind it."""
        for one in _pieces(run):
            name = local(one)
            if name in ("fldChar", "instrText"):
                _step(one, name, place)

    def _add(self, text: str, look: Look, place: _Open) -> None:
        if not text:
            return
        if look.raised and text.strip():
            if place.awaits:
                place.out.append(self._notes.call(*place.awaits, text.strip()))
                place.awaits = None
                return
            place.out.append(Run(text, Style.SUPERSCRIPT))
            return
        if look.is_complex or _COMPLEX.search(text):
            emphasised = look.cs_bold or look.cs_italic
        else:
            emphasised = look.bold or look.italic
        emphasised |= look.kai and _CHINESE.search(text) is not None
        emphasised |= look.underlined and not place.is_link
        place.out.append(Run(text, Style.EMPHASIS if emphasised else Style.PLAIN))


def alternative(content: etree._Element) -> etree._Element:
    """What is read of alternatives: the first that holds anything. The last one is for older
    programs and says the same again."""
    choices = [one for one in content.iterchildren(f"{MC}Choice") if len(one)]
    fallback = content.find(f"{MC}Fallback")
    return choices[0] if choices else fallback if fallback is not None else content


def _pieces(run: etree._Element) -> Iterator[etree._Element]:
    """The children of a run, those of alternatives among them."""
    for one in run:
        if one.tag == f"{MC}AlternateContent":
            yield from alternative(one)
        else:
            yield one


def _text(piece: etree._Element) -> str:
    """The characters of a child of a run."""
    name = local(piece)
    if name == "t":
        return piece.text or ""
    if name == "sym":
        return character(piece.get(f"{W}font", ""), piece.get(f"{W}char", ""))
    return _CHARACTERS.get(name, "")


def _step(piece: etree._Element, name: str, place: _Open) -> None:
    """The beginning, the instruction or the end of a field."""
    fields = place.fields
    kind = piece.get(f"{W}fldCharType")
    if name == "instrText":
        if fields:
            fields[-1].instruction += piece.text or ""
    elif kind == "begin":
        fields.append(_Field())
    elif fields and kind == "separate":
        fields[-1].in_result = True
    elif fields and kind == "end":
        fields.pop()


def _boxes(drawing: etree._Element) -> list[etree._Element]:
    """The contents of the text boxes in a drawing, each once."""
    return [
        box
        for box in drawing.iter(f"{W}txbxContent")
        if not any(above.tag == f"{MC}Fallback" for above in _above(box, drawing))
        and not any(above.tag == f"{W}txbxContent" for above in _above(box, drawing))
    ]


def _above(one: etree._Element, top: etree._Element) -> Iterator[etree._Element]:
    for above in one.iterancestors():
        if above is top:
            return
        yield above


def _formula(math: etree._Element) -> Iterator[Run]:
    """The characters of a formula; exponents are raised."""
    for one in math.iter(f"{M}t"):
        is_raised = any(above.tag == f"{M}sup" for above in _above(one, math))
        if one.text:
            yield Run(one.text, Style.SUPERSCRIPT if is_raised else Style.PLAIN)

"""The characters of a PDF page with their places, sizes and faces, as PDFium gives them."""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from desktop_app.reading.readers.pdf.lines.frame import Frame, frame_of
from desktop_app.reading.readers.pdf.own.marks import Mark, mark_of
from desktop_app.reading.readers.pdf.tables.strokes import Stroke, strokes_of, turned

_ITALIC, _BOLD = 1 << 6, 1 << 18
"""Flags of a font (ISO 32000, table 121)."""
_HEAVY = 600
_SLANTED_NAMES = ("italic", "oblique", "slanted")
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_CHINESE_NAMES = ("kai", "hei", "fangsong", "楷", "黑", "仿宋")
"""Faces that stand out among others in Chinese, which has no italics."""
_HYPHENS = frozenset({0x02, 0xFFFE})
"""What PDFium makes of a hyphen at the end of a line."""
_RADICALS = range(0x2E80, 0x2FE0)
_UNFOLDED = str.maketrans(
    "⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
    "民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
)
"""Radicals that Unicode gives no ideograph for in its own tables of compatibility, and those that
they are as characters (EquivalentUnifiedIdeograph.txt)."""
_FORMS = (range(0xFB00, 0xFB07), range(0xFB50, 0xFDF0), range(0xFE70, 0xFEFD))
"""Latin ligatures, and the forms of Arabic letters at the beginning or the end of a word."""
UNKNOWN = "\ufffd"
"""Stands where something is printed that the file has no character for."""
_INK = 0.5
"""Points: what is larger can be seen."""
_INVISIBLE = 3
"""The rendering mode of text over a scanned page."""
_SMALLEST, _LARGEST = 1.0, 500.0
_FARTHEST = 15_000.0
"""Points: sizes of type, and the largest page that PDF knows (ISO 32000, annex C)."""
_THIN = 2.5
"""Points: a path of less height is a rule."""


class Face(NamedTuple):
    """How a font looks."""

    name: str
    bold: bool
    italic: bool


class Char(NamedTuple):
    """A character: its loose box from `left` to `right`, the baseline, the size of its type in
    points, its face, its number in PDFium's order, and whether a space stands before it there."""

    text: str
    left: float
    right: float
    base: float
    size: float
    face: Face
    number: int
    spaced: bool


class Rule(NamedTuple):
    """A thin line across the page."""

    left: float
    right: float
    base: float


class Page(NamedTuple):
    """What stands on a page. `strokes` are its straight lines; `pictured`: a picture fills it;
    `hidden`: its text is invisible; `amount` of characters, of which for `nameless` the file does
    not say what they are."""

    width: float
    height: float
    chars: tuple[Char, ...]
    rules: tuple[Rule, ...]
    strokes: tuple[Stroke, ...]
    pictured: bool
    hidden: bool
    amount: int
    nameless: int
    frame: Frame


class Setting(NamedTuple):
    """What the characters of one text object have in common; `mark` is read from own files."""

    size: float
    turn: int
    """Quarter turns against the clock."""
    face: Face
    hidden: bool
    mark: Mark | None = None


_object_address = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
"""The same function with a number for its answer, for every character is asked for its object."""


def read_page(page: Any) -> Page:
    """Everything on a page of PDFium's, turned upright if its text is not. Raises PdfiumError."""
    text_page = page.get_textpage()
    try:
        found = list(Characters(text_page.raw).read())
    finally:
        text_page.close()
    width, height = page.get_size()
    left, bottom, right, top = page.get_bbox()
    rules, pictured = _drawn(page, (right - left) * (top - bottom))
    turns = [setting.turn for _, setting in found]
    turn = max(set(turns), key=turns.count, default=0)
    chars = tuple(char for char, setting in found if setting.turn == turn)
    nameless = {text for text in {char.text for char in chars} if not _is_named(text)}
    dropped = nameless - {UNKNOWN}
    return Page(
        width=height if turn % 2 else width,
        height=width if turn % 2 else height,
        chars=tuple(char for char in chars if char.text not in dropped) if dropped else chars,
        rules=() if turn else rules,
        strokes=turned(strokes_of(page.raw), turn),
        pictured=pictured,
        hidden=bool(found) and sum(setting.hidden for _, setting in found) * 2 > len(found),
        amount=len(chars),
        nameless=sum(char.text in nameless for char in chars) if nameless else 0,
        frame=frame_of(page, turn),
    )


@cache
def _is_named(text: str) -> bool:
    return unicodedata.category(text[0]) not in ("Co", "Cc", "Cn") and text != "\ufffd"


class Characters:
    """Asks PDFium for one character after the other; what a text object has in common only once.
    `own`: a program wrote the file that says what its words are of, and whose spaces are right."""

    def __init__(self, page: Any, *, own: bool = False) -> None:
        self._page = page
        self._own = own
        self._settings: dict[int | None, Setting] = {}
        self._faces: dict[tuple[bytes, int, int], Face] = {}
        self._name = ctypes.create_string_buffer(256)
        self._box = [ctypes.c_double() for _ in range(4)]

    def read(self) -> Iterator[tuple[Char, Setting]]:
        """Every character that the page shows, without spaces if they are not known to be right."""
        page, box, x, y = self._page, raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        code_of, box_of, origin_of = (
            raw.FPDFText_GetUnicode,
            raw.FPDFText_GetLooseCharBox,
            raw.FPDFText_GetCharOrigin,
        )
        spaced = False
        last: int | None = None
        setting: Setting | None = None
        bottom = math.nan
        for number in range(raw.FPDFText_CountChars(page)):
            text, is_plain = _known(code_of(page, number))
            if not is_plain:
                if text and not _is_named(text) and self._has_ink(number):
                    text = UNKNOWN
                if not text or (text.isspace() and not self._keeps(number)):
                    spaced = True
                    continue
            if not box_of(page, number, box):
                continue
            address = _object_address(page, number)
            is_new = setting is None or not address or address != last
            if is_new:
                last, setting = address, self._setting(address, number)
            assert setting is not None
            # Characters of one object whose boxes end at one height stand on one baseline.
            if is_new or setting.turn or box.bottom != bottom:
                origin_of(page, number, x, y)
                bottom = box.bottom
            if setting.turn:
                corners = (box.left, box.bottom, box.right, box.top)
                left, right, base = _upright(setting.turn, corners, x.value, y.value)
            else:
                left, right, base = box.left, box.right, y.value
            size = setting.size
            if not (
                _SMALLEST <= size <= _LARGEST
                and -_FARTHEST < left <= right < _FARTHEST
                and -_FARTHEST < base < _FARTHEST
            ):
                continue
            yield Char(text, left, right, base, size, setting.face, number, spaced), setting
            spaced = False

    def _keeps(self, number: int) -> bool:
        """Whether a space is the file's own, and PDFium has not put it there."""
        return self._own and _object_address(self._page, number) is not None

    def _has_ink(self, number: int) -> bool:
        """Whether there is something to be seen where the file has no character for it."""
        box = self._box
        if unicodedata.category(chr(raw.FPDFText_GetUnicode(self._page, number) or 0)) == "Co":
            return False  # the points of a list
        if _object_address(self._page, number) is None:
            return False
        found = raw.FPDFText_GetCharBox(self._page, number, *box)
        left, right, bottom, top = (edge.value for edge in box)
        return bool(found) and right - left > _INK and top - bottom > _INK

    def _setting(self, address: int | None, number: int) -> Setting:
        """That of the character of a number, which belongs to the object at an address."""
        known = self._settings.get(address) if address else None
        if known is None:
            known = self._settings[address] = self._asked(number)
        return known

    def _asked(self, number: int) -> Setting:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._page, number, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        text_object = raw.FPDFText_GetTextObject(self._page, number)
        mode = raw.FPDFTextObj_GetTextRenderMode(text_object) if text_object else 0
        return Setting(
            size=raw.FPDFText_GetFontSize(self._page, number) * scale,
            turn=round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4,
            face=self._face(number),
            hidden=mode == _INVISIBLE,
            mark=mark_of(text_object) if self._own and text_object else None,
        )

    def _face(self, number: int) -> Face:
        flags = ctypes.c_int()
        raw.FPDFText_GetFontInfo(self._page, number, self._name, len(self._name), flags)
        weight = raw.FPDFText_GetFontWeight(self._page, number)
        key = self._name.value, flags.value, weight
        if key not in self._faces:
            self._faces[key] = _face(*key)
        return self._faces[key]


def _face(name: bytes, flags: int, weight: int) -> Face:
    """A face by its name ("ABCDEF+TimesNewRomanPS-BoldItalicMT") and its flags."""
    written = name.decode("utf-8", "replace").partition("+")[2] or name.decode("utf-8", "replace")
    small = written.lower()
    return Face(
        name=written,
        bold=bool(flags & _BOLD) or weight >= _HEAVY or any(map(small.__contains__, _BOLD_NAMES)),
        italic=bool(flags & _ITALIC) or any(map(small.__contains__, _SLANTED_NAMES)),
    )


def stands_out(face: Face) -> bool:
    """Whether a face is one that stands out among others in Chinese."""
    return any(map(face.name.lower().__contains__, _CHINESE_NAMES))


def _text(code: int) -> str:
    """The character of a code: radicals as ideographs, ligatures and Arabic forms as letters."""
    if code in _HYPHENS:
        return "-"
    if not code or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd" if code else ""
    if code in _RADICALS or any(code in forms for forms in _FORMS):
        folded = unicodedata.normalize("NFKC", chr(code).translate(_UNFOLDED))
        return folded if len(folded) <= 3 and " " not in folded else chr(code)
    return "" if code == 0xFEFF else chr(code)


@cache
def _known(code: int) -> tuple[str, bool]:
    """The character of a code, and whether it is one like most: neither blank nor nameless."""
    text = _text(code)
    return text, bool(text) and not text.isspace() and _is_named(text)


def _upright(
    turn: int, box: tuple[float, float, float, float], x: float, y: float
) -> tuple[float, float, float]:
    """Left, right and baseline of a box as they are once the page is turned upright."""
    left, bottom, right, top = box
    match turn:
        case 1:
            return bottom, top, -x
        case 2:
            return -right, -left, -y
        case 3:
            return -top, -bottom, x
    return left, right, y


def _drawn(page: Any, area: float) -> tuple[tuple[Rule, ...], bool]:
    """The rules of a page, and whether a picture fills more than half of it."""
    rules: list[Rule] = []
    covered = 0.0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for number in range(raw.FPDFPage_CountObjects(page.raw)):
        drawn = raw.FPDFPage_GetObject(page.raw, number)
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM):
            continue
        if not raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            continue
        width, height = right.value - left.value, top.value - bottom.value
        if kind == raw.FPDF_PAGEOBJ_PATH:
            if height <= _THIN < width:
                rules.append(Rule(left.value, right.value, bottom.value))
        else:
            covered = max(covered, width * height)
    return tuple(rules), covered > 0.5 * max(area, 1.0)

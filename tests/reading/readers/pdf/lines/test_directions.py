"""Arabic lines from left to right, put into the order in which they are read."""

import pytest

from desktop_app.reading.readers.pdf.lines.directions import Unit, logical

_MIRRORED = dict(zip("()[]", ")(][", strict=True))


def _read(seen: str, turned: bool = True) -> str:
    """What is read where these characters stand from left to right."""
    return "".join(unit.text for unit in logical([Unit(c, turned=turned) for c in seen], rtl=True))


def _reversed(text: str) -> str:
    return text[::-1]


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        (_reversed("قرار"), "قرار"),
        (f"٧٥/٥٨ {_reversed('القرار')}", "القرار ٧٥/٥٨"),
        (f"{_reversed('المؤرخ')} A/RES/75/58 {_reversed('القرار')}", "القرار A/RES/75/58 المؤرخ"),
        (f"٪٣٧ {_reversed('بنسبة')}", "بنسبة ٣٧٪"),
        (f"١٢-١٠ {_reversed('أيام')}", "أيام ١٠-١٢"),
        (f"2004 {_reversed('عام')}", "عام 2004"),
        (f"{_reversed('أولا')} ;2004 {_reversed('عام')}", "عام 2004; أولا"),
        (f"S/ {_reversed('انظر')}", "انظر S/"),
        ("A/RES/75/58", "A/RES/75/58"),
        ("2/9", "2/9"),
    ],
)
def test_numbers_and_symbols_are_read_from_the_left_within_arabic(seen: str, read: str) -> None:
    assert _read(seen) == read


@pytest.mark.parametrize("turned", [True, False])
def test_brackets_are_as_they_are_meant_however_pdfium_has_read_them(turned: bool) -> None:
    meant = "البند (ت) من"
    seen = _reversed(meant)
    if not turned:  # as they look
        seen = "".join(_MIRRORED.get(sign, sign) for sign in seen)
    assert _read(seen, turned) == meant


def test_a_bracket_behind_a_symbol_closes_whatever_its_code() -> None:
    for sign in "()":
        seen = f"{_reversed('في')} {sign}A/75/399( {_reversed('انظر')}"
        assert _read(seen) == "انظر (A/75/399) في"


def test_quotation_marks_that_pdfium_has_mirrored_are_as_the_file_has_them() -> None:
    assert _read(f"“{_reversed('تدابير')}”") == "“تدابير”"
    assert _read(f"“{_reversed('تدابير')}”", turned=False) == "”تدابير“"


def test_a_footnote_mark_is_no_part_of_the_number_beside_it() -> None:
    seen = [Unit("1", raised=True), *map(Unit, "٧٥/٥٨ "), *map(Unit, _reversed("القرار"))]
    assert "".join(unit.text for unit in logical(seen, rtl=True)) == "القرار ٧٥/٥٨1"


def test_a_line_without_arabic_stays_as_it_is() -> None:
    units = [Unit(sign) for sign in "The General Assembly,"]
    assert logical(units, rtl=False) == units


def _with_mark(*pieces: str) -> str:
    """What is read of pieces from left to right, of which "3" is a raised mark."""
    units = [Unit(sign, raised=piece == "3", turned=True) for piece in pieces for sign in piece]
    return "".join(unit.text for unit in logical(units, rtl=True))


def test_a_mark_on_the_wrong_side_of_an_arabic_number_stands_behind_it() -> None:
    before = _reversed("آذار ")
    assert _with_mark("،١٩٩١", "3", before) == "آذار ١٩٩١3،"
    assert _with_mark("،١٩٩١", "3", before.strip()) == "آذار3١٩٩١،"  # of the word


def test_a_note_that_is_a_symbol_is_read_from_the_right_like_the_others() -> None:
    assert _with_mark(".A/81/206 ", "3") == "3 A/81/206."
    assert _with_mark("3", "A/RES/81/19") == "A/RES/81/193"
    assert _with_mark(".A/81/206") == "A/81/206."

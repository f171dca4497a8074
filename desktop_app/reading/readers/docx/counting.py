"""The formats of computed numbers (ST_NumberFormat of ISO/IEC 29500-1): a number as Word prints
it."""

from collections.abc import Callable

from desktop_app.grammar.numerals import ONES, roman

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_HINDI = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_MARKS = "*†‡§"
_REPEATED = 30
"""How often a letter stands at most: aa follows on z, and no list goes on to the 780th item."""
_LARGEST_CHINESE = 9_999


def formatted(number: int, form: str) -> str:
    """A number in a format; in digits where the format cannot write it or is not known."""
    write = _FORMS.get(form)
    return (write(number) if write and number > 0 else "") or str(number)


def _letters(alphabet: str) -> Callable[[int], str]:
    def write(number: int) -> str:
        times, place = divmod(number - 1, len(alphabet))
        return alphabet[place] * (times + 1) if times < _REPEATED else ""

    return write


def _cycled(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if number <= len(signs) else ""


def _chinese(number: int) -> str:
    """一, 十二, 二十, 一百零五."""
    if number > _LARGEST_CHINESE:
        return ""
    out = ""
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            out += ONES[digit - 1] + sign
        elif out and number and not out.endswith("零"):
            out += "零"
    return out.removeprefix("一") if out.startswith("一十") else out


def _digit_by_digit(number: int) -> str:
    """二〇, as years are written."""
    return "".join(f"〇{ONES}"[int(digit)] for digit in str(number))


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if number <= 20 else ""


def _in_brackets(number: int) -> str:
    """㈠ to ㈩."""
    return chr(0x3220 + number - 1) if number <= 10 else ""


_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else _ORDINALS.get(number % 10, "th")
    return f"{number}{ending}"


_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters(_LATIN),
    "upperLetter": _letters(_LATIN.upper()),
    "lowerRoman": lambda number: roman(number).lower(),
    "upperRoman": roman,
    "ordinal": _ordinal,
    "russianLower": _letters(_RUSSIAN),
    "russianUpper": _letters(_RUSSIAN.upper()),
    "arabicAbjad": _letters(_ABJAD),
    "arabicAlpha": _letters(_ALPHA),
    "hindiNumbers": lambda number: str(number).translate(_HINDI),
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "chicago": lambda number: _MARKS[(number - 1) % 4] * min((number - 1) // 4 + 1, _REPEATED),
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "japaneseCounting",
        ),
        _chinese,
    ),
    **dict.fromkeys(
        ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"), _digit_by_digit
    ),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _circled),
    "decimalEnclosedParen": lambda number: chr(0x2474 + number - 1) if number <= 20 else "",
    "decimalEnclosedFullstop": lambda number: chr(0x2488 + number - 1) if number <= 20 else "",
    "ideographEnclosedCircle": _in_brackets,
    "ideographTraditional": _cycled(_STEMS),
    "ideographZodiac": _cycled(_BRANCHES),
}
WITHOUT_NUMBER = frozenset({"none", "bullet"})
"""The formats of lists whose items have none."""

"""Digits, Roman and Chinese numerals: the one place that writes and reads them."""

import re
import unicodedata

MOST_DIGITS = 30
"""Digits of a number that counts anything. What has more is a row of signs: Python refuses to read
4,300 digits as a number, and takes long for fewer."""
_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def roman(number: int) -> str:
    """A number from 1 on as a Roman numeral: 14 is XIV. From 4000 on, where no Roman could read it,
    in digits."""
    if number >= 4000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    return "C" * hundreds + _TENS[rest // 10] + _UNITS[rest % 10]


def of_digits(digits: str) -> int | None:
    """The number in decimal digits of any script, None for more than MOST_DIGITS and for any other
    text.

    >>> of_digits("75"), of_digits("٧٥"), of_digits("1" * 5000), of_digits("²")
    (75, 75, None, None)
    """
    return int(digits) if digits.isdecimal() and len(digits) <= MOST_DIGITS else None


def in_ascii(digits: str) -> str:
    """Decimal digits of any script and number as ASCII ones: 75 for ٧٥; no zero stands before."""
    return "".join(str(unicodedata.decimal(digit)) for digit in digits).lstrip("0") or "0"


ROMAN = tuple(map(roman, range(40)))
"""Those that number sections and annexes, by their numbers; 0 has none."""


def of_roman(numeral: str) -> int:
    """14 for XIV, 0 for what is no numeral from 1 to 39: a single L or C is a letter there."""
    return ROMAN.index(numeral) if numeral in ROMAN else 0


def roman_value(numeral: str) -> int:
    """26 for XXVI, 4 for IIII: any row of the letters I, V, X, L and C; other letters count 0."""
    values = [_ROMAN.get(letter, 0) for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=False)
    return sum(-value if value < after else value for value, after in pairs)


ZERO = "〇○零"
ONES = "一二三四五六七八九"
DIGITS = ZERO + ONES
NUMERALS = f"{DIGITS}十百千"
"""The signs of numbers below ten thousand."""
ALL_NUMERALS = f"{NUMERALS}万萬亿億两兩"
_CHINESE = {
    **dict.fromkeys(ZERO, 0),
    **{sign: value for value, sign in enumerate(ONES, 1)},
    **dict.fromkeys("两兩", 2),
    "十": 10,
    "百": 100,
    "千": 1000,
    **dict.fromkeys("万萬", 10_000),
    **dict.fromkeys("亿億", 100_000_000),
}
_BELOW_100 = f"(?:[{ONES}]?十)?[{ONES}]?"  # compiled when it is first wanted


def of_chinese(numeral: str) -> int:
    """17 for 十七, 0 for what is no well-formed numeral from 1 to 99."""
    return (chinese_value(numeral) or 0) if re.fullmatch(_BELOW_100, numeral) else 0


def chinese_value(text: str) -> int | None:
    """The value of a row of Chinese numerals; None for any other text, or one with more than
    MOST_DIGITS signs.

    >>> chinese_value("七十六"), chinese_value("一九七六"), chinese_value("三百万")
    (76, 1976, 3000000)
    """
    if not 0 < len(text) <= MOST_DIGITS or any(sign not in _CHINESE for sign in text):
        return None
    values = [_CHINESE[sign] for sign in text]
    if all(value < 10 for value in values):
        return int("".join(map(str, values)))
    total = section = unit = 0
    for value in values:
        if value >= 10_000:
            below = section + unit
            total = (total + below) * value if total < value else total + (below or 1) * value
            section = unit = 0
        elif value >= 10:
            section, unit = section + (unit or 1) * value, 0
        else:
            unit = value
    return total + section + unit


def with_digits(text: str) -> str:
    """The text with its Chinese numerals from 1 to 99 in digits: 第十七段 becomes 第17段."""
    return re.sub(f"[{ONES}十]+", lambda found: str(of_chinese(found[0]) or found[0]), text)

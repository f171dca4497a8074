"""Roman and Chinese numerals."""

import re

ONES = "一二三四五六七八九"
_CHINESE = f"(?:([{ONES}]?)(十))?([{ONES}]?)"  # compiled when it is first wanted
_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def roman(number: int) -> str:
    """A number from 1 on: 14 is XIV."""
    hundreds, rest = divmod(number, 100)
    return "C" * hundreds + _TENS[rest // 10] + _UNITS[rest % 10]


ROMAN = tuple(map(roman, range(40)))
"""Those that are read, by their numbers; 0 has none."""


def of_roman(numeral: str) -> int:
    """14 for XIV, 0 for what is no numeral from 1 to 39."""
    return ROMAN.index(numeral) if numeral in ROMAN else 0


def of_chinese(numeral: str) -> int:
    """17 for 十七, 0 for what is no numeral from 1 to 99."""
    found = re.fullmatch(_CHINESE, numeral)
    tens, ten, ones = found.groups(default="") if found else ("", "", "")
    return (10 * (ONES.find(tens) + 1 if tens else 1) if ten else 0) + ONES.find(ones or "零") + 1

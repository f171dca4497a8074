"""One form for the characters of all languages, and the signs that part their sentences."""

import re
import unicodedata

DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""The invisible signs of text direction; no part of the words."""
PAUSES = ",;，；、،؛"
"""Signs that part the clauses of a sentence, in every language."""
ENDS_A_PREAMBULAR = ",，،"
ENDS_AN_OPERATIVE = ".。;；؛"
ENDS_A_PARAGRAPH = f"{ENDS_A_PREAMBULAR}{ENDS_AN_OPERATIVE}:：、!！?？؟—"
"""The signs that a whole paragraph of a resolution can end with."""
INTRODUCES = ":：,،，"
"""Ends the words before a quotation."""
OPENS_A_QUOTATION = '"“„«「『'
CLOSES_A_QUOTATION = '"”»」』'
ENDS_NO_HEADING = ".;:,。；：，؛،"
"""A short paragraph ending with one of these is no heading."""
ENDS_A_SENTENCE = ".。"
CLOSERS = "\"'”’」』）)]》»“ \u00a0\u202f"
"""What can stand behind such a sign; French has spaces inside its quotation marks."""
QUOTATION = re.compile(
    r"“[^“”]+”|”[^“”]+“|„[^„“”]+[“”]|«[^«»]+»|(?<!\d)\"[^\"]+\"|「[^「」]+」|《[^《》]+》"
)
"""Words in the quotation marks of any language."""
OF_A_DATE = "年月日"
"""What stands behind the numbers of a date in Chinese."""
TITLE_MARK = "《"
"""What opens the quotation marks that Chinese has for titles alone."""

BRACKETS = str.maketrans("（）", "()")
"""For str.translate: full-width brackets as in ASCII."""
SYMBOL_SIGNS = str.maketrans("（）／", "()/")
"""The same with the stroke: full-width signs of document symbols as in ASCII."""
HAN = r"\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, for a class of a regular expression."""

_BARE_MARK = re.compile(r"(?<=[,;.:])\s\d{1,3}$|(?<=[,;])\d{1,3}$|(?<=[^\W\d_]{6}[.:])\d{1,3}$")
"""A footnote mark that lost its raising, behind the sign that ends a paragraph."""
_CONTEXT = 40
"""Characters at the end of a paragraph that tell how it ends."""
_OTHER_SIGNS = re.compile("[\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9]")
_ARABIC = str.maketrans("أإآٱىة", "اااايه")


def last_sign(text: str) -> str:
    """The character that ends a paragraph, quotation marks, brackets and a bare footnote mark
    apart."""
    text = text.rstrip()
    last = text[-1:]
    if not last.isdigit() and last not in CLOSERS:
        return last  # of most paragraphs
    text = _BARE_MARK.sub("", text[-_CONTEXT:])
    return text.rstrip().rstrip(CLOSERS)[-1:] or text.rstrip()[-1:]


def last_place(text: str) -> int | None:
    """Where the sign stands that ends a paragraph, None if it ends with a letter or a digit."""
    whole = text.rstrip()
    before = max(len(whole) - _CONTEXT, 0)
    end = before + len(_BARE_MARK.sub("", whole[before:]).rstrip().rstrip(CLOSERS))
    return end - 1 if end > before and not text[end - 1].isalnum() else None


_SAME_SIGNS = str.maketrans("，、،。；؛：！？؟", ",,,.;;:!??")


def as_ascii_sign(sign: str) -> str:
    """A sign that parts or ends sentences as the one that does the same in English."""
    return sign.translate(_SAME_SIGNS)


def with_ascii_signs(text: str) -> str:
    """The text with full-width signs and the digits of other scripts as in ASCII, character for
    character."""
    return _OTHER_SIGNS.sub(lambda found: unicodedata.normalize("NFKC", _ascii(found[0])), text)


def _ascii(sign: str) -> str:
    digit = unicodedata.decimal(sign, None)
    return sign if digit is None else str(digit)


class _Plain(dict[int, str]):
    """For str.translate; remembers each character that was asked for."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        small = character.lower()
        if len(small) == 1 and small != "й":
            small = unicodedata.normalize("NFD", small)[0].translate(_ARABIC)
        self[code] = small if len(small) == 1 else character
        return self[code]


_PLAIN = _Plain({0x2018: "'", 0x2019: "'", 0x2011: "-"})


def plain(text: str) -> str:
    """The text in the form in which words are looked up, character for character: small, without
    accents, the variants of Arabic letters as one."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)

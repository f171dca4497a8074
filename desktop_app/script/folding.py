"""Texts brought to one form in which they can be searched, whatever script each is in.

Folding keeps every position: character for character, so that what is found in a folded text
stands at the same place in the text itself.
"""

import re
from collections.abc import Iterator
from functools import cache

_HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ALIKE = str.maketrans(
    "\u3000\u2018\u2019\u201c\u201d\u2010\u2011\u2012\u2013\u2014", " ''\"\"-----"
)
_SIGNS = {**_FULL_WIDTH, **_ALIKE}
"""Full-width signs as ordinary ones; quotation marks and dashes of every sort as one sort."""

_MORE = {
    "瞭": "了", "藉": "借", "覆": "复", "划": "画", "像": "象", "沉": "沈",
    "彷": "仿", "馀": "余", "么": "幺"
}  # fmt: skip
"""Characters that stand for each other in some words only (计划 計畫, 了解 瞭解): for searching
they are one, since to find a word too many is better than to miss one."""


def fold(text: str) -> str:
    """The text with each Chinese character as its Simplified one, signs at their ordinary width,
    and capitals as small letters; as long as it was. Raises ScriptError if the text has Chinese
    and its dictionaries are not to be had."""
    if _HAN.search(text):
        text = text.translate(_characters())
    return fold_signs(text)


def fold_signs(text: str) -> str:
    """The same, but for Chinese characters, which stay as they are; needs no dictionaries."""
    text = text.translate(_SIGNS)
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)


def pattern(query: str) -> re.Pattern[str] | None:
    """What finds a folded query in folded texts; None for a query without a character.

    Space counts between words of letters and not beside Chinese, where converters of documents
    put it and leave it out as they please: 第74/43号 finds 第 74/43 号.
    """
    return re.compile("".join(_pieces(" ".join(query.split())))) if query.strip() else None


def _pieces(query: str) -> Iterator[str]:
    for place, sign in enumerate(query):
        beside_han = any(map(_HAN.match, query[max(place - 1, 0) : place + 2]))
        if sign == " ":
            yield r"\s*" if beside_han else r"\s+"
            continue
        yield re.escape(sign)
        after = query[place + 1 : place + 2]
        if after and after != " " and (_HAN.match(sign) or _HAN.match(after)):
            yield r"\s*"


@cache
def _characters() -> dict[int, str]:
    """Every character that has a Simplified one, whichever standard writes it: OpenCC's ways from
    Hong Kong, from Taiwan and from Traditional, one after the other."""
    from desktop_app.script.dictionaries import configuration

    hong_kong, taiwan = (configuration(name, keep_ascii=True) for name in ("hk2s", "tw2s"))
    steps = [
        *(table.characters for table in hong_kong.normalization),
        *(table.characters for table in hong_kong.chain[:-1]),
        *(table.characters for table in taiwan.chain),
    ]
    steps.append({ord(one): other for one, other in _MORE.items()})
    out: dict[int, str] = {}
    for code in set().union(*steps):
        character = chr(code)
        for step in steps:
            character = step.get(ord(character), character)
        out[code] = character
    return out

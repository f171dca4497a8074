"""Markdown made up at random of every construct there is, with the words that a reader must find.

To have a construct checked, add it to one of the tables; `{}` is a word that must not be lost.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from hypothesis import strategies as st

from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE

INLINE = [
    *("{}", "{}-{}", "*{}*", "**{}**", "***{}***", "_{}_", "__{}__", "`{}`", "``{}`{}``", "~~{}~~"),
    *("=={}==", "${}$", r"\*{}\*", r"\[{}\]", "*{}", "**{}", "`{}", "[{}", "({}", "<{}", "{}>"),
    *("** {} **", "*({})*", "「{}」", "《{}》", "{}：{}", "({})", '"{}"', "{}|{}", r"\|{}", "|{}"),
    *("<b>{}</b>", "<EM>{}</EM>", "<u>{}</u>", "<sup>{}</sup>", "<sub>{}</sub>", "{}<br>{}"),
    *('<span class="x">{}</span>', '<a href="https://example.org">{}</a>', "<{}>", "<{} {}>"),
    *("<script>{}</script>", "<!-- x -->{}", "&amp;{}", "&{};", "&#20013;{}", "&nbsp;{}"),
    *("<https://{}.example>", "<{}@example.org>", "https://{}.example", "[{}]: ", "[[{}]]"),
    *("[{}](https://example.org)", '[{}](/a/b "title")', "[{}](<map of.png>)", "[*{}*](#here)"),
    *("[{}]()", "[{}]({})", "[{}](<{}>)", "[{}][{}]", "[{}][]", "[{}]", "![{}](map.png)"),
    *("![{}][{}]", "![{}]({})", "[![{}](a/b)]({})", "[{}](a.b '{}", "![{}](javascript:{})"),
    *("{}[^1]", "{}[^n]:", "[^1]{}", "{}<sup>2</sup>", "{}³", "{}¹²{}", "[^{}"),
]
"""What stands inside a line."""

BREAKS = ["{}\n{}", "{}  \n{}", "{}\\\n{}", "{}<br>\n{}"]
"""What stands inside a paragraph and makes it longer than a line."""

LINES = [
    *("# {}", "## {} ##", "###### {}", "####### {}", "#{}", "{}\n===", "{}\n---", "# [^1] {}"),
    *("> {}", ">{}\n{}", "> {}\n>\n> {}", "> > {}\n> {}", "> - {}\n{}"),
    *("```\n{}\n```", "```{}\n{}", "~~~ {}\n{}\n~~~", "    {}", "\t{}\n\n    {}"),
    *("<div>\n{}\n</div>", "<table><tr><td>{}</td></tr></table>", "<!-- x -->\n{}", "<pre>{}\n{}"),
    *("<p>{}</p>\n<p>{}", '<img alt="{}">', "<?php {} ?>", "<![CDATA[{}]]>", "<!DOCTYPE {}>"),
    *("[{}]: https://example.org", '[{}]: <{}> "{}"', "[{}]:\n{}", "[^1]: {}", "[^1]:{}"),
    *("[^2]: {}\n[^2]: {}", "[^3]: {}\n{}", "[^4]:\n    {}\n\n    {}", "[^{}]: {}", "[^5]\n{}"),
    *("{}\n: {}", "*[{}]: {}", "::: {}\n{}\n:::", "{{{}}}", "$$\n{}\n$$", "- [ ] {}\n- [x] {}"),
    *("***\n{}", "{}\n***\n{}", "---\n{}\n---", "+++\n{}\n+++", "{}: {}", "% {}", "\\\n{}"),
    *("- {}\n- {}", "+ {}\n\n\n+ {}", "* {}\n{}", "- - {}\n  - {}", "-\n{}", "-\n  {}", "-{}"),
    *("(a) {}\n(b) {}", "a. {}", "(i) {}", "㈠ {}", "一、{}", "甲. {}", "*20-12345* {}"),
    *("<sup>1</sup> {}", "¹ {}", "[1] {}", "* {}", "** {}\n{}", "I\n{}", "A. {}", "Annex\n\n{}"),
    *("{} | {}\n--|--\n{}", "| {} |\n|:-:|\n| {} | {} |", "|{}|{}\n|--|\n|{}", "|\n|-|\n|{}|{}"),
    *(
        "|{}|{}|\n|--|--|\n||{}||{}|\n|\\|{}|",
        "> |{}|\n> |-|\n> |{}|{}\n{}",
        "- {}|\n  -|\n  {}|{}",
    ),
]
"""What begins a line of its own; none is the number of an item."""

NUMBERED = [
    *("#. {}", "#) {}", "#.\n\n{}", "#.\n   {}", "#. ## {}", "#. > {}", "#. - {}", "#.\t{}"),
    *("#. #. {}", "#. #.\n\n{}", "#. [^1]: {}", "#. | {} |\n     |--|\n     | {} | {} |"),
    *("#. {}\n     #. {}\n     #) {}", "#. {}\n\n     {}\n", "#.     {}", "#. ```\n     {}"),
    *("[^6]: #. {}", "[^7]: #. #. {}\n    #.", "> #. {}", "- #. {}\n- {}", "#. (a) {}"),
    *("#. <sup>1</sup> {}", "#. ¹ {}", "#. [^1] {}", "#. *#.* {}", "#. {}\n#) {}"),
]
"""Items of numbered lists; `#` before a point or a bracket is a number that must not be lost."""

BEFORE = {
    "nothing": "",
    "front matter": "---\ntitle: x\nkeys:\n  - y\n---\n",
    "a resolution": EN_PREAMBLE,
    "the operative part": f"{EN_PREAMBLE}2. Decides to act;\n\n",
    "a resolution in Chinese": ZH_PREAMBLE,
    "an annex": f"{EN_PREAMBLE}2. Decides to act.\n\nAnnex\n\n",
}
"""What stands before the constructs."""
_LETTERS = "w各д"


class Source(NamedTuple):
    """A Markdown text, and the words and numbers in it that no reader may lose."""

    text: str
    words: tuple[str, ...]

    def lost_in(self, shown: str) -> list[str]:
        """The words and numbers that are not in what is shown."""
        patterns = {
            word: word if "x" in word else rf"(?<![\dx]){word}(?!\d)" for word in self.words
        }
        return [word for word, pattern in patterns.items() if not re.search(pattern, shown)]


class _Words:
    """Words and numbers, each of its own."""

    def __init__(self) -> None:
        self.all: list[str] = []

    def fill(self, template: str) -> str:
        """The template with words and numbers."""
        return re.sub(r"\{\}|#(?=[.)])", self._next, template)

    def _next(self, place: re.Match[str]) -> str:
        count = len(self.all) + 20
        self.all.append(str(count) if place[0] == "#" else f"{_LETTERS[count % 3]}x{count}y")
        return self.all[-1]


def _nested(kind: str, inner: str) -> str:
    """Blocks within a block."""
    first, rest = {
        "quote": ("> ", "> "),
        "bullet": ("- ", "  "),
        "item": ("3. ", "   "),
        "note": ("[^8]: ", "    "),
        "lazy": ("> ", ""),
    }[kind]
    lines = inner.split("\n")
    return "\n".join([first + lines[0], *(rest + line if line else line for line in lines[1:])])


def construct(template: str, before: str) -> Source:
    """A text with one construct alone, after one of the beginnings."""
    words = _Words()
    return Source(f"{BEFORE[before]}{words.fill(template)}\n", (*words.all,))


_Draw = Callable[[st.SearchStrategy[str]], str]


def _block(draw: _Draw, words: _Words, depth: int) -> str:
    kind = draw(st.sampled_from(["text", "text", "line", "line", "numbered", "nested"]))
    if kind == "line":
        return words.fill(draw(st.sampled_from(LINES)))
    if kind == "numbered":
        return words.fill(draw(st.sampled_from(NUMBERED)))
    if kind == "nested" and depth:
        inner = [
            _block(draw, words, depth - 1) for _ in range(1 + int(draw(st.sampled_from("012"))))
        ]
        between = draw(st.sampled_from(["\n\n", "\n"]))
        around = draw(st.sampled_from(["quote", "bullet", "item", "note", "lazy"]))
        return _nested(around, between.join(inner))
    pieces = [
        draw(st.sampled_from(INLINE + BREAKS)) for _ in range(int(draw(st.sampled_from("1234"))))
    ]
    return words.fill(" ".join(pieces))


@st.composite
def sources(draw: Callable[[st.SearchStrategy[str]], str]) -> Source:
    """Texts of some blocks, after one of several beginnings."""
    words = _Words()
    before = BEFORE[draw(st.sampled_from(list(BEFORE)))]
    blocks = [_block(draw, words, 2) for _ in range(1 + int(draw(st.sampled_from("01234"))))]
    return Source(before + draw(st.sampled_from(["\n\n", "\n"])).join(blocks) + "\n", (*words.all,))

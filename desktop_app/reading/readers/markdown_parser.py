"""The parser of Markdown: markdown-it-py, with changes so that no text is lost.

Nothing is fetched and nothing is run.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from desktop_app.reading.readers.markdown_tables import table_rule

DEEPEST = 20
"""Levels of nesting that are read: markdown-it-py's own limit, since the time for brackets within
brackets grows with it."""
_LONGEST = 300_000
_MOST_BRACKETS = 1_000
"""Characters and brackets of a paragraph; one with more was written by no person, and its markup
is taken for text, since to look for it takes a minute for ten million characters."""
_SPECIAL = re.compile(r"[\n\\`*_\[\]<>&!]")
"""What all markup has; most cells of a long table have none of it."""
ESCAPED = {"*": "\ufdd0", "_": "\ufdd1"}
"""Escaped signs and the noncharacters of Unicode that stand for them while emphasis is sought."""
_MARK = re.compile(r"\[\^([^\]\[\s]{1,40})\]")
_ADDRESS = re.compile(r"[/#:@?]|\.\w|^$")
"""What every address of a link has. "[to act](a)" has none: it is an insertion and a letter."""


def parsed(text: str) -> list[Token]:
    """The tokens of a Markdown text."""
    parser = _Parser("commonmark", {"maxNesting": DEEPEST}).enable("table")
    parser.core.ruler.at("inline", _inline)
    parser.core.ruler.before("text_join", "escaped_emphasis", _escaped_emphasis)
    parser.block.ruler.at("table", table_rule, {"alt": ["paragraph", "reference"]})
    parser.use(footnote_plugin, inline=False, move_to_end=False)
    # The plugin's rule for a mark in the text looks for its end anew from every "[^": minutes on a
    # text full of them. It also passes over marks without a note.
    parser.inline.ruler.at("footnote_ref", _footnote_mark)
    # HTML blocks are read as paragraphs, to keep their words and marks. An indented line or a fence
    # is a paragraph formatted so by a converter, never program code. A line of dashes below a
    # paragraph is a rule; it makes the paragraph no heading. The definition of a link is a note.
    parser.disable(["html_block", "code", "fence", "lheading", "reference"])
    return parser.parse(text)


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:
        """Whether it is the address of a link; else the link and its address are text."""
        return super().validateLink(url) and _ADDRESS.search(url) is not None


def _inline(state: StateCore) -> None:
    """What stands inside paragraphs, headings and cells."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        content = token.content
        is_too_long = len(content) > _LONGEST or content.count("[") > _MOST_BRACKETS
        if is_too_long or not _SPECIAL.search(content):
            token.children.append(Token("text", "", 0, content=content))
        elif marked := _marked(content):
            token.children = marked
        else:
            state.md.inline.parse(content, state.md, state.env, token.children)


def _marked(content: str) -> list[Token]:
    """The tokens of a content whose only markup are footnote marks, as in the cells of a table;
    none for any other. To parse it takes twenty times as long."""
    if "[^" not in content:
        return []
    pieces = _MARK.split(content)
    words = pieces[::2]
    if _SPECIAL.search("".join(words)) or any(word[:1] == "(" for word in words[1:]):
        return []
    out: list[Token] = []
    for place, piece in enumerate(pieces):
        if place % 2:
            out.append(Token("footnote_ref", "", 0, meta={"label": piece}))
        elif piece:
            out.append(Token("text", "", 0, content=piece))
    return out


def _escaped_emphasis(state: StateCore) -> None:
    """\\* and \\_, which are signs and never emphasis, as signs that no text has."""
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "text_special":
                child.content = ESCAPED.get(child.content, child.content)


def _footnote_mark(state: StateInline, silent: bool) -> bool:
    """[^1]"""
    found = _MARK.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": found.group(1)}
    state.pos = found.end()
    return True

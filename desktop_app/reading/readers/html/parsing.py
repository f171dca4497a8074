"""The text of a web page to elements."""

import re

from lxml import etree

_MOST_TAGS = 1_000_000
"""Tags of a page; one with more was written by no person, and is read as plain text."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>")
_UNSHOWN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_BREAK_NAMES = """
    p div h1 h2 h3 h4 h5 h6 li tr td th br table ul ol blockquote section article
"""
_BREAKS = frozenset(_BREAK_NAMES.split())


def parsed(text: str) -> etree._Element | None:
    """The root of a page, None for one without any element. The parser loses what stands deeper
    than it reads; such a page is read again without what nests so deeply."""
    if text.count("<") <= _MOST_TAGS:
        root, is_whole = _parsed(text)
        if is_whole:
            return root
    return _parsed(_flat(text))[0]


def _parsed(text: str) -> tuple[etree._Element | None, bool]:
    parser = etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=True,
    )
    data = text.replace("\0", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # there is no element in it
        return None, False
    too_deep = any("depth" in one.message for one in parser.error_log)
    return root, root is not None and not too_deep


def _flat(text: str) -> str:
    """The text with nothing but paragraphs."""
    text = _UNSHOWN.sub(" ", text)
    text = _TAG.sub(lambda tag: "\n<p>" if tag[2].lower() in _BREAKS else "", text)
    return f"<html><body><p>{text}</body></html>"

"""What is text in the source of a Markdown file and what is markup, and its front matter."""

import re

_ADDRESS = r"\]\([^)\n]{0,999}\)|\bhttps?://[^\s\u3000-\uffef]+"
_LABEL = r"\[\^[^\]\n]{0,99}\]"
_TAG = r"</?[A-Za-z!][^>\n]{0,999}>"
_PASSED_OVER = f"{_ADDRESS}|{_LABEL}|{_TAG}"
PASSED_OVER = re.compile(f"({_PASSED_OVER})")
"""Markup whose Chinese is an address or a name for the machine: links, footnote labels, tags.
Bounded, since an end that never comes would be looked for from every start."""

_HAN = r"\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RAISED = rf"<sup>[^<\n{_HAN}]{{0,99}}</sup>|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+"
_LINKED = r"!?\[(?=[^\[\]\n]{0,999}\]\()"
_EMPHASIS = r"(?<=\S)[*_]+|[*_]+(?=\S)"
# Compiled at the first file that is converted: the window converts none.
_MARKUP = f"({_RAISED}|{_PASSED_OVER}|{_LINKED}|{_EMPHASIS})"
"""All that can stand within a word. A star between spaces is the sign of a list."""
_LINE_END = (
    rf"(?:\A|(?<=[\r\n]))\#[^\r\n]*[\r\n]*"
    rf"|(?P<within>(?<=[{_HAN}])[ \t]*(?:\r\n?|\n)[ \t]*(?=[{_HAN}]))"
)
"""A heading with its end, or a line end within a paragraph."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")


def taken_apart(text: str, lines_are_whole: bool = False) -> list[str]:
    """A text by turns as words and as the markup between them: words first, words last, and joined
    the text. A line end between two Chinese characters is markup too, as it is when the text is
    read, but not after a heading or where `lines_are_whole`."""
    parts = re.split(_MARKUP, text)
    words = "".join(parts[::2])
    found = re.finditer(_LINE_END, words) if not lines_are_whole else ()
    ends = [match.span() for match in found if match["within"]]
    if not ends:
        return parts
    out: list[str] = []
    ends.append((len(words), len(words)))
    number = place = 0
    for index, part in enumerate(parts):
        if index % 2:
            out.append(part)
            continue
        last, stop = place, place + len(part)
        while ends[number][0] < stop:
            start, end = max(ends[number][0], place), min(ends[number][1], stop)
            out += (words[last:start], words[start:end])
            last = end
            if ends[number][1] > stop:
                break  # the line end goes on behind markup
            number += 1
        out.append(words[last:stop])
        place = stop
    return out


def front_matter(text: str) -> tuple[int, int]:
    """Where the lines of the front matter start and end, (0, 0) without one; by the rule of the
    plugin that reads it (mdit-py-plugins, front_matter)."""
    lines = _LINE.finditer(text, 1 if text.startswith("\ufeff") else 0)
    opening = next(lines)
    signs = _dashes(opening[0])
    if signs < 3:
        return 0, 0
    for line in lines:
        content = line[0].lstrip(" \t").rstrip(" \t\r\n")
        is_end = bool(content) and _dashes(content) == len(content) >= signs
        if is_end or line[0].rstrip(" \t\r\n") == "...":
            return opening.end(), line.start()
    return 0, 0


def _dashes(line: str) -> int:
    return len(line) - len(line.lstrip("-"))


def called_converted(text: str) -> str:
    """The same with a front matter, if it has one, that says that the text was converted."""
    start, end = front_matter(text)
    if not start:
        return text
    lines = text[start:end].splitlines(keepends=True)
    is_said = False
    for place, line in enumerate(lines):
        key, colon, value = line.partition(":")
        if colon and not line.startswith(" ") and key.strip().lower() == "provenance":
            stated = value.strip().strip("\"'")
            before, _, after = value.partition(stated) if stated else (" ", "", value.lstrip(" \t"))
            lines[place] = f"{key}:{before}converted{after}"
            is_said = True
    if not is_said:
        opening = text[:start]
        lines.append(f"provenance: converted{opening[len(opening.rstrip()) :]}")
    return text[:start] + "".join(lines) + text[end:]

"""An excerpt as Markdown: one clause after the other, footnotes as `[^1]`.

What is written reads back, through this program's own reader or any other, to the same text:
every character that Markdown would take for markup is escaped.
"""

import re
from collections.abc import Iterator

from desktop_app.export.excerpt import Entry, Excerpt, Note
from desktop_app.resolution.model import Runs, Style
from desktop_app.resolution.runs import merged

_MARKUP = re.compile(r"([\\`*_\[\]<>&~|])")
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d{1,9}(?=[.)]))")


def render(excerpt: Excerpt) -> str:
    """The Markdown text, with a line break at its end."""
    return "\n\n".join(_blocks(excerpt)) + "\n"


def _blocks(excerpt: Excerpt) -> Iterator[str]:
    yield f"# {_escaped(excerpt.title)}"
    if excerpt.citation:
        yield _escaped(excerpt.citation)
    yield "\n".join(
        f"- {version.name}: {_escaped(version.trust)}"
        + (f" (<{version.address}>)" if version.address else "")
        for version in excerpt.versions
    )
    for entry in excerpt.entries:
        if entry.kind == "heading":
            yield "## " + " / ".join(
                _inline(runs) for text in entry.texts for runs in text.paragraphs
            )
            continue
        if entry.label:
            yield f"**{entry.label}**"
        yield from _paragraphs(entry)
    yield from map(_note, excerpt.notes)


def _paragraphs(entry: Entry) -> Iterator[str]:
    for text in entry.texts:
        if not text.paragraphs and len(entry.texts) > 1:
            yield "—"
        for runs in text.paragraphs:
            yield _inline(runs)


def _note(note: Note) -> str:
    texts = [_inline(runs) for runs in note.texts if runs]
    return f"[^{_name(note.id)}]: " + "\n\n    ".join(texts)


def _name(id: str) -> str:
    """The footnote label of a note id: "3" for "fn3"."""
    return id.removeprefix("fn")


def _inline(runs: Runs) -> str:
    out = ""
    for run in merged(runs):
        if run.style is Style.MARK:
            out += f"[^{_name(run.note)}]" if run.note else f"<sup>{_escaped(run.text)}</sup>"
            continue
        text = _escaped(run.text)
        core = text.strip()
        if run.style is Style.SUPERSCRIPT:
            text = f"<sup>{text}</sup>"
        elif run.style is Style.EMPHASIS and core:
            start = text.index(core)
            # Beside punctuation a star is a star; HTML is understood everywhere.
            plain = core[0].isalnum() and core[-1].isalnum()
            opening, closing = ("*", "*") if plain else ("<em>", "</em>")
            text = f"{text[:start]}{opening}{core}{closing}{text[start + len(core) :]}"
        out += text
    lines = (_LINE_START.sub(_protected, line) for line in out.split("\n"))
    return "  \n".join(lines)


def _protected(found: re.Match[str]) -> str:
    """A sign that would start a heading or a list, made an ordinary character."""
    sign = found[2]
    return f"{found[1]}{sign}\\" if sign.isdigit() else f"{found[1]}\\{sign}"


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)

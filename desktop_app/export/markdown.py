"""An excerpt as Markdown: one clause after the other, or a table with a column for each language;
footnotes as `[^1]`.

What is written reads back, through this program's own reader or any other, to the same text:
every character that Markdown would take for markup is escaped.
"""

import re
from collections.abc import Iterable, Iterator

from desktop_app.export.excerpt import Entry, Excerpt, Note
from desktop_app.export.options import Arrangement, Progress, silent
from desktop_app.resolution.model import Runs, Style
from desktop_app.resolution.runs import merged

_MARKUP = re.compile(r"([\\`*_\[\]<>&~|])")
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d{1,9}(?=[.)]))")


def render(excerpt: Excerpt, progress: Progress = silent) -> bytes:
    """The Markdown text in UTF-8, with a line break at its end."""
    return ("\n\n".join(_blocks(excerpt)) + "\n").encode("utf-8")


def _blocks(excerpt: Excerpt) -> Iterator[str]:
    yield f"# {_escaped(excerpt.title)}"
    if excerpt.citation:
        yield _citation(excerpt.citation)
    yield "\n".join(
        f"- {version.name}: {_escaped(version.trust)}"
        + (f" (<{version.address}>)" if version.address else "")
        for version in excerpt.versions
    )
    blocks = excerpt.blocks()
    for block in blocks:
        # The same footnote in two languages that stand apart is two to Markdown.
        suffix = f"-{block.versions[0].tag}" if len(blocks) > 1 else ""
        if excerpt.arrangement is Arrangement.COLUMNS:
            yield "\n".join(_table(block))
        else:
            for entry in block.entries:
                yield from _entry(entry, suffix)
        yield from (_note(note, suffix) for note in block.notes)


def _citation(citation: str) -> str:
    """A citation of one line as a paragraph, one of several as code, which keeps every sign and
    every line of what another program is to read."""
    if "\n" not in citation:
        return _escaped(citation)
    fence = "`" * max(3, *(len(found) + 1 for found in re.findall("`+", citation)), 0)
    return f"{fence}\n{citation}\n{fence}"


def _entry(entry: Entry, suffix: str) -> Iterator[str]:
    if entry.kind == "heading":
        yield "## " + " / ".join(
            _inline(paragraph.numbered, suffix) for text in entry.texts for paragraph in text
        )
        return
    if entry.label:
        yield f"**{entry.label}**"
    for text in entry.texts:
        if not text and len(entry.texts) > 1:
            yield "—"
        for paragraph in text:
            yield _inline(paragraph.numbered, suffix)


def _table(excerpt: Excerpt) -> Iterator[str]:
    """A table as GitHub, Pandoc and most others know it."""
    yield _row(["", *(_escaped(version.name) for version in excerpt.versions)])
    yield _row(["---"] * (1 + len(excerpt.versions)))
    for entry in excerpt.entries:
        texts = [
            "<br><br>".join(_inline(p.numbered, "").replace("  \n", "<br>") for p in text)
            for text in entry.texts
        ]
        if entry.kind == "heading":
            texts = [text and f"<strong>{text}</strong>" for text in texts]
        yield _row([entry.label, *texts])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _note(note: Note, suffix: str) -> str:
    texts = [_inline(note.whole(side), suffix) for side, runs in enumerate(note.texts) if runs]
    return f"[^{_name(note.id)}{suffix}]: " + "\n\n    ".join(texts)


def _name(id: str) -> str:
    """The footnote label of a note id: "3" for "fn3"."""
    return id.removeprefix("fn")


def _inline(runs: Runs, suffix: str) -> str:
    out = ""
    for run in merged(runs):
        if run.style is Style.MARK:
            name = f"[^{_name(run.note)}{suffix}]"
            out += name if run.note else f"<sup>{_escaped(run.text)}</sup>"
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

"""Words as Markdown that reads back to the same: what would be markup is escaped."""

import re
from collections.abc import Iterable, Iterator, Mapping

from desktop_app.resolution.model import Runs, Style
from desktop_app.resolution.runs import merged
from desktop_app.resolution.tables import printed_rows

Labels = Mapping[str, str]
"""The labels of footnotes by their ids."""
_MARKUP = re.compile(r"([\\`*_\[\]<>&~|$])")
_LINE_START = re.compile(r"^(\s*)([#+=-]|\d{1,9}(?=[.)]))")


def inline(runs: Runs, labels: Labels) -> str:
    """The words of a paragraph, of which no line begins anything else."""
    lines = styled(runs, labels).split("\n")
    return "  \n".join(_LINE_START.sub(_protected, line) for line in lines)


def styled(runs: Runs, labels: Labels) -> str:
    """The words with their emphasis and their marks."""
    out = ""
    for run in merged(runs):
        if run.style is Style.MARK:
            # A preview leaves out the notes, and has the marks all the same.
            name = labels.get(run.note) or run.note.removeprefix("fn")
            out += f"[^{name}]" if name else f"<sup>{escaped(run.text)}</sup>"
            continue
        text = escaped(run.text)
        core = text.strip()
        if run.style is Style.SUPERSCRIPT:
            text = f"<sup>{text}</sup>"
        elif run.style is Style.EMPHASIS:
            # Beside punctuation or a space a star is a star; HTML is understood everywhere.
            plain = text == core and core[0].isalnum() and core[-1].isalnum()
            text = f"*{text}*" if plain else f"<em>{text}</em>"
        out += text
    return out


def _protected(found: re.Match[str]) -> str:
    """A sign that would start a heading or a list, made an ordinary character."""
    sign = found[2]
    return f"{found[1]}{sign}\\" if sign.isdigit() else f"{found[1]}\\{sign}"


def escaped(text: str) -> str:
    """Characters that are none but themselves."""
    return _MARKUP.sub(r"\\\1", text)


def table(runs: Runs, headings: int, labels: Labels) -> Iterator[str]:
    """The lines of a table of the text; one without a heading has an empty one, which Markdown
    needs."""
    cells = [
        [styled(cell, labels).replace("\n", "<br>") for cell in line] for line in printed_rows(runs)
    ]
    if not headings:
        cells = [[""] * len(cells[0]), *cells]
    yield row(cells[0])
    yield row(["---"] * len(cells[0]))
    yield from map(row, cells[1:])


def row(cells: Iterable[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |"

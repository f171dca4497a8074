"""The words of a paragraph while they are read: white space is what a browser makes of it."""

import re
from collections.abc import Iterator

from desktop_app.grammar.scripts import UNSPACED
from desktop_app.reading.readers.setting import tidy
from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Run, Runs, Style

_BROKEN = "\x00"
"""Stands for a line break of the source until it is known what stands on both sides of it."""
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SPACES = " \t\n"
_BETWEEN = re.compile(f"(?<=[{UNSPACED}]){_BROKEN}(?=[{UNSPACED}])")


class Paragraph:
    """Takes words; `take` gives them and begins anew."""

    def __init__(self) -> None:
        self._out: list[Run] = []

    def add(self, text: str, style: Style, *, keeps_space: bool = False) -> None:
        """Adds text as the source has it."""
        if not keeps_space:
            text = _SPACE.sub(_collapsed, text)
        if style is Style.SUPERSCRIPT and not text.strip(f" {_BROKEN}"):
            style = Style.PLAIN
        if text:
            self._out.append(Run(text, style))

    def add_run(self, run: Run) -> None:
        """Adds a mark."""
        self._out.append(run)

    def end_line(self) -> None:
        """Adds a line break."""
        self._out.append(Run("\n"))

    def take(self) -> Iterator[Runs]:
        """What was added: a paragraph, or several where empty lines part it."""
        if not self._out:
            return
        runs, self._out = tuple(_joined(self._out)), []
        for part in _parted(tidy(runs)):
            found = styled.strip(part)
            if found:
                yield found


def _collapsed(space: re.Match[str]) -> str:
    """White space as it shows: a tab between words stays one, since it can part a number from its
    text."""
    if "\n" in space[0] or "\r" in space[0]:
        return _BROKEN
    return "\t" if "\t" in space[0] else " "


def _joined(runs: list[Run]) -> Iterator[Run]:
    """The runs without white space at the beginning of lines and behind other white space; a line
    break of the source between two Chinese characters is none."""
    before = "\n"
    for at, run in enumerate(runs):
        text = run.text
        if run.style is Style.MARK:
            yield run
            continue
        if _BROKEN in text:
            text = _mended(before, text, _first(runs, at + 1))
        if text != "\n" and before in _SPACES:
            text = text.lstrip(" \t")
        if text:
            before = text[-1]
            yield run._replace(text=text)


def _mended(before: str, text: str, after: str) -> str:
    """A text with the line breaks of its source taken for what they are."""
    whole = f"{before}{text}{after}"
    mended = _BETWEEN.sub("", whole).replace(_BROKEN, " ")
    return mended[len(before) : len(mended) - len(after)]


def _first(runs: list[Run], start: int) -> str:
    """The first character behind a run that is no mark."""
    for run in runs[start : start + 3]:
        if run.style is not Style.MARK:
            return run.text[:1]
    return ""


def _lines(run: Run) -> list[str]:
    """The text of a run, line breaks apart."""
    if run.style is Style.MARK or run.text == "\n" or "\n" not in run.text:
        return [run.text]
    return re.split("(\n)", run.text)


def _parted(runs: Runs) -> Iterator[Runs]:
    """The parts between empty lines."""
    if sum(run.text.count("\n") for run in runs) < 2:
        yield runs
        return
    part: list[Run] = []
    breaks = 0
    for run in runs:
        for piece in _lines(run):
            if piece == "\n":
                breaks += 1
            elif piece.strip() and breaks > 1 and part:
                yield tuple(part)
                part = []
            if piece.strip():
                breaks = 0
            if piece:
                part.append(run._replace(text=piece))
    if part:
        yield tuple(part)

"""Cutting and joining styled text; positions are positions in the words, marks not counted."""

from collections.abc import Callable, Iterable
from itertools import groupby
from operator import attrgetter

from desktop_app.resolution.model import Run, Runs, Style

_style = attrgetter("style")


def cut(runs: Runs, start: int, end: int | None = None) -> Runs:
    """The words from `start` to before `end` (None: to the last), with the marks in and right
    after them; a mark right before `start` stays with what stands before."""
    out: list[Run] = []
    position = 0
    for run in runs:
        if run.style is Style.MARK:
            if (start < position or start == 0) and (end is None or position <= end):
                out.append(run)
            continue
        first = max(start - position, 0)
        last = len(run.text) if end is None else min(end - position, len(run.text))
        if first < last:
            out.append(run._replace(text=run.text[first:last]))
        position += len(run.text)
    return tuple(out)


def behind(runs: Runs, count: int) -> Runs:
    """The words behind the first `count` characters, stripped, with every mark of the runs: a note
    on the number of a paragraph is one on the paragraph."""
    out: list[Run] = []
    for run in runs:
        if run.style is not Style.MARK:
            run, count = run._replace(text=run.text[count:]), max(count - len(run.text), 0)
        if run.text:
            out.append(run)
    return strip(tuple(out))


def strip(runs: Runs) -> Runs:
    """Without the white space at both ends of the words; every mark stays."""
    if len(runs) == 1 and runs[0].style is not Style.MARK:  # most lines are
        text = runs[0].text.strip()
        if len(text) == len(runs[0].text) and text:
            return runs
        return (Run(text, runs[0].style, runs[0].note),) if text else ()
    out = [*runs]
    _strip_from(out, range(len(out)), str.lstrip)
    _strip_from(out, range(len(out) - 1, -1, -1), str.rstrip)
    return tuple(run for run in out if run.text)


def _strip_from(runs: list[Run], places: range, stripped: Callable[[str], str]) -> None:
    """Strips the runs from an end on, as far as they are white space alone."""
    for place in places:
        run = runs[place]
        if run.style is Style.MARK:
            continue
        text = stripped(run.text)
        if len(text) < len(run.text):
            runs[place] = Run(text, run.style, run.note)
        if text:
            return


def lines(runs: Runs) -> list[Runs]:
    """The lines between line breaks, stripped, without empty ones."""
    if len(runs) == 1 and "\n" not in runs[0].text:  # most paragraphs
        line = strip(runs)
        return [line] if line else []
    out: list[list[Run]] = [[]]
    for run in runs:
        for index, piece in enumerate(run.text.split("\n")):
            if index:
                out.append([])
            if piece:
                out[-1].append(Run(piece, run.style, run.note))
    return [line for pieces in out if (line := strip(tuple(pieces)))]


def join(parts: Iterable[Runs], between: Callable[[str, str], str]) -> Runs:
    """The parts as one; `between` gives what goes between the words left and right of a joint."""
    parts = tuple(parts)
    if len(parts) == 1:  # most paragraphs have a line
        return merged(parts[0])
    out: list[Run] = []
    left = ""
    for part in parts:
        texts = [run.text for run in part if run.style is not Style.MARK]
        glue = between(left, texts[0] if texts else "") if out else ""
        if glue:
            out.append(Run(glue))
        out += part
        left = texts[-1] if texts else glue or left
    return merged(out)


def merged(runs: Iterable[Run]) -> Runs:
    """The same text with neighbouring runs of one style made one."""
    runs = tuple(runs)
    if len(runs) < 2:  # most paragraphs
        return runs
    out: list[Run] = []
    for style, group in groupby(runs, key=_style):
        same = [*group]
        if len(same) > 1 and (style is Style.PLAIN or style is Style.EMPHASIS):
            out.append(same[-1]._replace(text="".join([run.text for run in same])))
        else:
            out += same
    return tuple(out)

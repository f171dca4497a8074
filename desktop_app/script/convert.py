"""Chinese text from one script to another, through opencc-python-reimplemented.

The package does the conversion; ours is only what it is shown: stretches of Chinese characters
and nothing else, so that symbols, numbers, Latin words and markup cannot change.
"""

import re
from functools import cache
from typing import Protocol

from desktop_app.resolution.model import (
    Clause,
    Footnote,
    Line,
    Part,
    Resolution,
    Run,
    Runs,
    Style,
    words,
)
from desktop_app.script.variants import TO_SCRIPT

_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]{1,1000}")
"""At most 1,000 at a time: the package takes the square of the length, and only text that no
person wrote has longer stretches."""
_MARKUP = re.compile(
    r"(\]\([^)\n]{0,999}\)|\[\^[^\]\n]{0,99}\]|</?[A-Za-z!][^>\n]{0,999}>"
    r"|\bhttps?://[^\s\u3000-\uffef]+)"
)
"""Markdown whose Chinese is an address or a name for the machine: links, footnote labels, tags.
Bounded, since an end that never comes would be looked for from every start."""


class ScriptError(RuntimeError):
    """The conversion is not to be had; the message says why and what to do."""


class _Converter(Protocol):
    def convert(self, string: str) -> str: ...


def convert(text: str, configuration: str) -> str:
    """The text with its Chinese converted and every other character as it was.

    `configuration` is a key of TO_SCRIPT. Raises ScriptError.
    """
    converter = _converter(configuration)
    return _CHINESE.sub(lambda stretch: converter.convert(stretch.group()), text)


def convert_markdown(text: str, configuration: str) -> str:
    """The same for the source of a Markdown file; its markup stays as it was."""
    pieces = _MARKUP.split(text)
    pieces[::2] = [convert(piece, configuration) for piece in pieces[::2]]
    return "".join(pieces)


def convert_resolution(resolution: Resolution, configuration: str) -> Resolution:
    """A copy of a Chinese resolution in another script, with the same ids; `converted` says by
    what. Other languages come back as they are. Raises ScriptError."""
    if resolution.language != "zh":
        return resolution

    def line(value: Line) -> Line:
        return value._replace(runs=_runs(value.runs, configuration))

    def clause(value: Clause) -> Clause:
        runs = _runs(value.runs, configuration)
        return value._replace(
            runs=runs,
            opening=_prefix(words(runs), value, configuration),
            clauses=tuple(clause(child) for child in value.clauses),
        )

    def part(value: Part) -> Part:
        heading = _runs(value.heading, configuration)
        return value._replace(heading=heading, clauses=tuple(map(clause, value.clauses)))

    def note(value: Footnote) -> Footnote:
        return value._replace(runs=_runs(value.runs, configuration))

    masthead = resolution.masthead._replace(
        title=convert(resolution.masthead.title, configuration),
        agenda_title=convert(resolution.masthead.agenda_title, configuration),
    )
    return resolution._replace(
        masthead=masthead,
        script=TO_SCRIPT[configuration],
        converted=configuration,
        head=tuple(map(line, resolution.head)),
        parts=tuple(map(part, resolution.parts)),
        closing=tuple(map(line, resolution.closing)),
        footnotes=tuple(map(note, resolution.footnotes)),
    )


@cache
def _converter(configuration: str) -> _Converter:
    if configuration not in TO_SCRIPT:
        raise ScriptError(
            f"There is no conversion {configuration}; choose one of {', '.join(TO_SCRIPT)}."
        )
    try:
        from opencc import OpenCC  # late: its dictionaries are not needed to read

        converter: _Converter = OpenCC(configuration)
        return converter
    except (ImportError, OSError, ValueError) as error:
        raise ScriptError(
            f"The Chinese scripts cannot be converted ({error}); install "
            "opencc-python-reimplemented again."
        ) from error


def _runs(runs: Runs, configuration: str) -> Runs:
    """The runs with their words converted as one text, since a word can reach over a seam of
    emphasis or a footnote mark."""
    whole = words(runs)
    converted = convert(whole, configuration)
    if len(converted) != len(whole):
        return tuple(
            run if run.style is Style.MARK else run._replace(text=convert(run.text, configuration))
            for run in runs
        )
    out: list[Run] = []
    position = 0
    for run in runs:
        if run.style is Style.MARK:
            out.append(run)
            continue
        end = position + len(run.text)
        out.append(run._replace(text=converted[position:end]))
        position = end
    return tuple(out)


def _prefix(converted: str, original: Clause, configuration: str) -> str:
    """The opening words within the converted text."""
    if len(converted) == len(original.text):
        return converted[: len(original.opening)]
    opening = convert(original.opening, configuration)
    return opening if converted.startswith(opening) else ""

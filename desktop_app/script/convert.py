"""Converts Chinese texts, files and resolutions from one script to another."""

from functools import cache
from typing import TYPE_CHECKING

from desktop_app.common.front_matter import front_matter
from desktop_app.common.messages import Message
from desktop_app.grammar.languages import language_of
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import (
    Clause,
    Footnote,
    Line,
    Masthead,
    Part,
    Resolution,
    Run,
    Runs,
    Style,
    words,
)
from desktop_app.resolution.positions import PositionMap
from desktop_app.resolution.variants import CONFIGURATIONS, as_converted, fits, offered
from desktop_app.script.dictionaries import ScriptError, unavailable
from desktop_app.script.markdown import escaped, split_markup, stated_as_converted
from desktop_app.script.protected import protected

__all__ = [
    "ScriptError",
    "check",
    "convert",
    "convert_bitext",
    "convert_markdown",
    "convert_resolution",
    "convert_runs",
    "prepare",
]

if TYPE_CHECKING:
    from desktop_app.script.engine import Converter


def prepare(configuration: str) -> None:
    """Loads the dictionaries of a configuration before they are needed. Raises ScriptError."""
    _converter(configuration)


def convert(text: str, configuration: str) -> str:
    """The text as OpenCC's library converts it, but for its document symbols, which stay.

    `configuration` is one of CONFIGURATIONS. Raises ScriptError.
    """
    return _mapped(text, configuration)[0]


def convert_markdown(text: str, configuration: str) -> str:
    """The source of a Markdown file, converted as `convert` does; its markup stays as well.

    A word can reach over markup and over a line end. If anything was converted, the front matter
    states it. Raises ScriptError.
    """
    end = front_matter(text).end
    head = _convert_parts(split_markup(text[:end], lines_are_whole=True), configuration)
    converted = head + _convert_parts(split_markup(text[end:]), configuration)
    return converted if converted == text else stated_as_converted(converted)


def _mapped(text: str, configuration: str) -> tuple[str, PositionMap]:
    return _converter(configuration).mapped(text, protected(text))


def _convert_parts(parts: list[str], configuration: str) -> str:
    """Text and markup, by turns, with all text converted as one. A character that is written as an
    escape is a part of the text, and stays an escape if it stays the same."""
    texts = [escaped(part) if place % 2 else part for place, part in enumerate(parts)]
    converted, positions = _mapped("".join(texts), configuration)
    out: list[str] = []
    start = last = 0
    for part, text in zip(parts, texts, strict=True):
        if not text:
            out.append(part)
            continue
        start += len(text)
        end = positions.shown(start)
        if end == last:  # a word became shorter: keep one character, or ** and ** would meet
            end = min(last + 1, positions.shown_range(start, start)[1])
        shown = converted[last:end]
        out.append(part if shown == text else shown)
        last = end
    return "".join(out)


def convert_runs(runs: Runs, configuration: str) -> tuple[Runs, PositionMap]:
    """Runs with their words converted as one text, and where each word comes from.

    A word can reach over the edge of an emphasis or over a footnote mark. Raises ScriptError.
    """
    converted, positions = _mapped(words(runs), configuration)
    out: list[Run] = []
    start = 0
    for run in runs:
        if run.style is not Style.MARK:
            end = start + len(run.text)
            text = converted[positions.shown(start) : positions.shown(end)]
            run = run._replace(text=text)
            start = end
        out.append(run)
    return tuple(out), positions


def convert_resolution(resolution: Resolution, configuration: str) -> Resolution:
    """A copy of a Chinese resolution in another script, with the same ids; its `converted` holds
    the configuration, a key of VARIANTS. Other languages come back as they are. Raises
    ScriptError."""
    if not language_of(resolution.language).has_two_scripts:
        return resolution

    def line(value: Line) -> Line:
        return value._replace(runs=convert_runs(value.runs, configuration)[0])

    def clause(value: Clause) -> Clause:
        runs, positions = convert_runs(value.runs, configuration)
        return value._replace(
            runs=runs,
            opening=words(runs)[: positions.shown(len(value.opening))],
            clauses=tuple(map(clause, value.clauses)),
            heading=convert_runs(value.heading, configuration)[0] if value.heading else (),
        )

    def stated(value: Masthead) -> Masthead:
        return value._replace(
            title=convert(value.title, configuration),
            agenda_title=convert(value.agenda_title, configuration),
        )

    def part(value: Part) -> Part:
        heading, _ = convert_runs(value.heading, configuration)
        return value._replace(
            heading=heading,
            clauses=tuple(map(clause, value.clauses)),
            parts=tuple(map(part, value.parts)),
            masthead=stated(value.masthead) if value.masthead else None,
        )

    def note(value: Footnote) -> Footnote:
        return value._replace(runs=convert_runs(value.runs, configuration)[0])

    return as_converted(resolution, configuration)._replace(
        masthead=stated(resolution.masthead),
        head=tuple(map(line, resolution.head)),
        parts=tuple(map(part, resolution.parts)),
        closing=tuple(map(line, resolution.closing)),
        footnotes=tuple(map(note, resolution.footnotes)),
    )


def check(bitext: Bitext, configuration: str) -> None:
    """Raises ScriptError if the configuration fits neither text."""
    sides = [side for side in (bitext.source, bitext.target) if side]
    if not any(fits(configuration, side) for side in sides):
        fitting = dict.fromkeys(name for side in sides for name in offered(side))
        raise ScriptError(
            Message(
                "The script %1 does not fit this text; those that do: %2.",
                (configuration, ", ".join(fitting) or Message("none")),
            )
        )


def convert_bitext(bitext: Bitext, configuration: str) -> Bitext:
    """Converts the texts that the configuration fits, and leaves the other. Raises ScriptError,
    also if it fits neither."""
    check(bitext, configuration)

    def converted(side: Resolution) -> Resolution:
        return convert_resolution(side, configuration) if fits(configuration, side) else side

    return bitext._replace(
        source=converted(bitext.source), target=bitext.target and converted(bitext.target)
    )


@cache
def _converter(configuration: str) -> "Converter":
    if configuration not in CONFIGURATIONS:
        raise ScriptError(
            Message(
                "There is no conversion %1; choose one of %2.",
                (configuration, ", ".join(CONFIGURATIONS)),
            )
        )
    try:
        # Late, for a damaged or another package can raise anything as soon as it is imported.
        from desktop_app.script.engine import Converter

        converter = Converter(configuration)
    except Exception as error:
        raise unavailable(str(error) or type(error).__name__) from error
    converter.load()
    return converter

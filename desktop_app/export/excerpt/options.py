"""How an excerpt is written: its languages and their order, how they stand to each other, where the
footnotes go, and how it is cited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.citation.styles import CitationStyle
from desktop_app.common.messages import Listed, Message, UserError
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.language import language_tag
from desktop_app.resolution.model import Resolution


class ExportError(UserError, ValueError):
    """The excerpt cannot be written so; the message says why and what to do."""


class Arrangement(StrEnum):
    """How the languages of an excerpt stand to each other."""

    COLUMNS = "columns"
    """A column for each."""
    INTERLEAVED = "interleaved"
    """Clause after clause, each in all languages."""
    SEQUENCE = "sequence"
    """One language after the other, each whole."""


class Notes(StrEnum):
    """Where the footnotes of an excerpt go."""

    FOOT = "foot"
    """To the foot of the page; to the end where a format has no pages."""
    END = "end"
    """After the last clause."""
    NONE = "none"
    """Left out, and their marks with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a person chose. `languages` are BCP 47 languages ("zh", "en") in their order, () for all
    in the order in which they are shown; `arrangement` None is the format's usual one."""

    languages: tuple[str, ...] = ()
    arrangement: Arrangement | None = None
    notes: Notes = Notes.FOOT
    citation: CitationStyle = CitationStyle.UN


def chosen_sides(bitext: Bitext, languages: Sequence[str]) -> tuple[int, ...]:
    """The sides of a bitext in those languages, 0 the source, 1 the translation, in that order;
    all for no languages. Raises ExportError."""
    there = [side for side in (bitext.source, bitext.target) if side]
    if not languages:
        return tuple(range(len(there)))
    found: list[int] = []
    for language in languages:
        # Two versions of one language: both, each once.
        sides = [place for place, side in enumerate(there) if _is_in(side, language)]
        if not sides:
            raise ExportError(
                Message(
                    "There is no text in the language %1, only in %2; choose of these, or open a "
                    "translation.",
                    (language, Listed(tuple(map(language_tag, there)))),
                )
            )
        found += sides
    return tuple(dict.fromkeys(found))


def _is_in(side: Resolution, language: str) -> bool:
    """Whether a version is in a language by its name ("zh") or its whole tag ("zh-Hans")."""
    return language.lower() in (side.language, language_tag(side).lower())


AS_THEY_ARE = Options()
"""All languages as they are shown, all else as the format usually has it."""

Progress = Callable[[float], None]
"""Takes the share that is done, from 0 to 1; what it raises ends the work."""


def silent(share: float) -> None:
    """Reports nothing."""

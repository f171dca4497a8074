"""The time that aligning and auditing take grows with the length of the texts and no faster."""

from collections.abc import Callable

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.resolution.model import (
    Clause,
    Masthead,
    Part,
    PartKind,
    Provenance,
    Resolution,
    Run,
)
from tests.support.growth import CONSTRUCTS, PHRASES, is_linear_once_prepared, tried
from tests.support.texts import read_anew

_LONGEST = 50_000
"""Characters of a text: it is read before it is aligned, which takes longer."""
_WHOLE = 0.2
"""Seconds for so few clauses that all pairs of them are weighed."""


def _paragraph(text: str, language: str) -> Resolution:
    """A resolution of one long paragraph and a short one."""
    clauses = (
        Clause("op1", "1", "1.", "", (Run(text),)),
        Clause("op2", "2", "2.", "", (Run("Decides 5."),)),
    )
    part = Part("operative", PartKind.OPERATIVE, (), clauses)
    return Resolution(Masthead(), language, "", Provenance.UNSTATED, (), (part,), (), ())


def _half(text: str) -> str:
    """A version of the text that has half of it."""
    return f"x {text[: len(text) // 2]} 7"


@pytest.mark.slow
@pytest.mark.parametrize("name", tried(PHRASES))
@pytest.mark.parametrize("languages", [("en", "zh"), ("fr", "ru"), ("es", "ar")], ids="-".join)
def test_the_time_for_a_paragraph_grows_no_faster_than_it(
    name: str, languages: tuple[str, str]
) -> None:
    def prepare(text: str) -> Callable[[], object]:
        sides = _paragraph(text, languages[0]), _paragraph(_half(text), languages[1])
        return lambda: audit(align(*sides))

    linear, measured = is_linear_once_prepared(prepare, PHRASES[name], largest=_LONGEST)
    assert linear, measured


def _compare(text: str) -> Callable[[], object]:
    sides = read_anew(text), read_anew(f"{text[: len(text) // 2]}\n\nwords")
    return lambda: audit(align(*sides))


@pytest.mark.slow
@pytest.mark.parametrize("name", tried(CONSTRUCTS))
def test_the_time_for_documents_grows_no_faster_than_they(name: str) -> None:
    linear, measured = is_linear_once_prepared(
        _compare, CONSTRUCTS[name], largest=_LONGEST, noticed=_WHOLE
    )
    assert linear, measured


@pytest.mark.parametrize("name", CONSTRUCTS)
def test_documents_of_every_construct_are_compared(name: str) -> None:
    _compare(CONSTRUCTS[name].text(500))()

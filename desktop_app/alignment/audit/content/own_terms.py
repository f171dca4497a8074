"""The check of the person's own list of terms: each is translated as the list says."""

from collections.abc import Iterator, Sequence

from desktop_app.alignment.audit.check import Check
from desktop_app.alignment.audit.term_list import Term
from desktop_app.alignment.audit.versions import SOURCE, TARGET, Compared, one_sided
from desktop_app.common.messages import Message
from desktop_app.grammar.checking.phrases import find_phrase, in_words
from desktop_app.grammar.languages import language_of
from desktop_app.resolution.bitext import Finding, FindingKind, Severity, Span

OWN_TERMS = "terms"
"""The name of this check."""


def check_of(terms: Sequence[Term]) -> Check:
    """The check of a list of terms."""

    def check(compared: Compared) -> Iterator[Finding]:
        if compared.is_sure:
            yield from _lacking(terms, compared)

    return Check(
        name=OWN_TERMS, title=Message("Your list of terms"), severity=Severity.DOUBT, of_row=check
    )


def _lacking(terms: Sequence[Term], compared: Compared) -> Iterator[Finding]:
    """The terms of the source that are not in the target in any of the ways of the list."""
    source, target = (language_of(version.language).code for version in compared.versions)
    texts = [
        (id, in_words(compared.versions[SOURCE].texts[id], source)) for id in compared.ids[SOURCE]
    ]
    there = in_words(compared.texts[TARGET], target)
    for term in terms:
        own, others = term.ways.get(source, ()), term.ways.get(target, ())
        spans = tuple(
            Span(id, *place)
            for id, text in texts
            for place in [next(filter(None, (find_phrase(way, text) for way in own)), None)]
            if place
        )
        if spans and others and not any(find_phrase(way, there) for way in others):
            yield _finding(compared, spans, others[0])


def _finding(compared: Compared, spans: tuple[Span, ...], wanted: str) -> Finding:
    own, other = compared.versions
    message = Message(
        "%1: %2 of the %3 text should be %4 in the %5 text by your list of terms.",
        (compared.label, own.words(spans[:1]), own.name, wanted, other.name),
    )
    return compared.finding(FindingKind.TERM, one_sided(SOURCE, spans), message)

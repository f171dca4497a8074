"""What the audit finds of planted disagreements, and what it says where both versions agree."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import permutations
from random import Random
from typing import NamedTuple

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.alignment.audit.registry import DEFAULT
from desktop_app.resolution.bitext import Finding, FindingKind
from tests.tools.planted.planting import KINDS, Change, Side, changed, planted
from tests.tools.rows.texts import LANGUAGES, NUMBERED_OTHERWISE, own_names, text
from tests.tools.rows.truth import Read, read_back

CLAIMED = tuple(kind for kind in KINDS if kind in {known.value for known in FindingKind})
"""The kinds that the program has a finding for."""
OFF = frozenset(
    kind
    for kind, name in (("omission", "omissions"), ("opening", "openings"))
    if name not in {check.name for check in DEFAULT}
)
"""Those of them that are only found if a person asks for their check."""
NAMES = tuple(name for name in own_names() if name not in NUMBERED_OTHERWISE)
"""The texts whose rows are sure enough for what stands in them to be compared."""
_SHAPES = {FindingKind.MISSING_PARAGRAPH, FindingKind.MERGED_PARAGRAPHS}
"""What `tests.tools.rows` measures."""
_EACH = 6
"""One in so many paragraphs is changed."""


class Job(NamedTuple):
    """A text whose version in `language` is changed, to be found beside the one in `beside`."""

    text: str
    language: str
    beside: str
    seed: int


class Found(NamedTuple):
    """A planted change, whether a finding of its kind is at its place, and what is said there."""

    job: Job
    change: Change
    found: bool
    said: tuple[str, ...]


class Alarm(NamedTuple):
    """A finding where both versions agree."""

    text: str
    languages: tuple[str, str]
    kind: str
    said: str
    words: tuple[str, str]


class Clean(NamedTuple):
    """What is said of a pair that agrees, and how many rows it has."""

    text: str
    languages: tuple[str, str]
    rows: int
    alarms: tuple[Alarm, ...]


def measured(
    names: Sequence[str], seeds: int, pair: Sequence[str] = ()
) -> tuple[list[Found], list[Clean]]:
    """What is found of changes in all languages of some texts beside all others, or in one pair;
    and what is said of the pairs as they are."""
    pairs = [two for two in permutations(LANGUAGES, 2) if not pair or set(pair) == set(two)]
    jobs = [Job(name, *two, seed) for name in names for two in pairs for seed in range(seeds)]
    asked = [(name, two) for name in names for two in pairs if two == tuple(sorted(two))]
    with ProcessPoolExecutor() as pool:
        found = [one for some in pool.map(planted_in, jobs, chunksize=4) for one in some]
        return found, list(pool.map(clean, *zip(*asked, strict=True), chunksize=4))


def planted_in(job: Job, kinds: Sequence[str] = CLAIMED) -> list[Found]:
    """Plants into one version, and audits it beside the other, unchanged one."""
    versions = text(job.text).versions
    side = Side(
        job.text,
        job.language,
        versions[job.language].paragraphs,
        versions[job.beside].paragraphs,
    )
    random = Random(f"{job}")
    count = max(1, len(side.paragraphs) // _EACH)
    changes = planted(side, count, random, kinds)
    read = read_back(job.language, versions[job.language].title, changed(side.paragraphs, changes))
    before = {_named(finding) for finding in _clean(job.text, job.language, job.beside)}
    said = [
        one for one in _findings(read, _read(job.text, job.beside)) if _named(one) not in before
    ]
    return [_found(job, change, read, said) for change in changes]


def _found(job: Job, change: Change, read: Read, said: Sequence[Finding]) -> Found:
    ids = {id for id, held in read.held if change.place in {place for place, _ in held}}
    there = [finding for finding in said if ids.intersection(finding.source)]
    found = any(finding.kind.value == change.kind for finding in there)
    return Found(job, change, found, tuple(f"{one.kind}: {one.sentence}" for one in there))


def clean(name: str, languages: tuple[str, str]) -> Clean:
    """What is said of two versions that agree."""
    source, target = (_read(name, code) for code in languages)
    bitext = align(source.resolution, target.resolution)
    texts = [{one.id: one.text for one in side.resolution.walk()} for side in (source, target)]
    alarms = [
        Alarm(
            name,
            languages,
            finding.kind.value,
            finding.sentence,
            (
                " ".join(texts[0].get(id, id) for id in finding.source),
                " ".join(texts[1].get(id, id) for id in finding.target),
            ),
        )
        for finding in _clean(name, *languages)
        if finding.kind not in _SHAPES
    ]
    return Clean(name, languages, sum(all(row[:2]) for row in bitext.rows), tuple(alarms))


@cache
def _read(name: str, language: str) -> Read:
    version = text(name).versions[language]
    return read_back(language, version.title, version.paragraphs)


@cache
def _clean(name: str, language: str, beside: str) -> tuple[Finding, ...]:
    return tuple(_findings(_read(name, language), _read(name, beside)))


def _findings(source: Read, target: Read) -> Sequence[Finding]:
    return audit(align(source.resolution, target.resolution))


def _named(finding: Finding) -> tuple[object, ...]:
    return finding.kind, finding.source, finding.target, finding.sentence

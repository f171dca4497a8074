"""How many planted slips the checks find, and what they find where both texts agree."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from random import Random

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.reading.files import read_resolution
from desktop_app.resolution.bitext import Finding
from desktop_app.resolution.model import Resolution
from tests.support.paths import FIXTURES
from tests.tools.corpora.lists import (
    LANGUAGES,
    resolution,
    some_lists,
    with_another_share,
    without_a_state,
)
from tests.tools.corpora.slips import KINDS, plant_slip

_TEXTS = ("everything/{}.md", "security_council_1540.{}.md", "several_lettered.{}.md")


def print_slips(seeds: int) -> None:
    """The recall of each kind, and findings elsewhere, over all pairs of six languages."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for source, target in _pairs():
        _count_slips(source, target, seeds, counts)
    for one, other in combinations(LANGUAGES, 2):
        for seed in range(seeds):
            _count_lists(one, other, seed, counts)
    print(f"{'':12}{'planted':>10}{'recall':>10}{'elsewhere':>12}")
    for kind, count in counts.items():
        recall = count["found"] / count["planted"] if count["planted"] else 1.0
        print(f"{kind:12}{count['planted']:>10}{recall:>10.3f}{count['elsewhere']:>12}")


def _pairs() -> Iterator[tuple[Resolution, Resolution]]:
    for name in _TEXTS:
        for one, other in combinations(LANGUAGES, 2):
            yield (
                read_resolution(FIXTURES / name.format(one)),
                read_resolution(FIXTURES / name.format(other)),
            )


def _count_slips(
    source: Resolution, target: Resolution, seeds: int, counts: dict[str, Counter[str]]
) -> None:
    bitext = align(source, target)
    rows = [(row.source, row.target) for row in bitext.rows]
    before = {(one.check, one.sentence) for one in audit(bitext)}
    for kind, check in KINDS.items():
        for seed in range(seeds):
            planted = plant_slip(kind, source, target, rows, Random(f"{kind}{seed}"))
            if planted:
                found = audit(align(planted.source, planted.target))
                new = [one for one in found if (one.check, one.sentence) not in before]
                _count(counts[kind], new, check, planted.records[0].clause)


def _count_lists(one: str, other: str, seed: int, counts: dict[str, Counter[str]]) -> None:
    random = Random(f"{one}{other}{seed}")
    lists = some_lists(random)
    sides = resolution(lists, one), resolution(lists, other)
    counts["agreeing"]["elsewhere"] += len(audit(align(*sides)))
    for kind, check, change in (
        ("country", "countries", without_a_state),
        ("fraction", "fractions", with_another_share),
    ):
        changed, number = change(lists, random)
        found = audit(align(resolution(changed, one), sides[1]))
        _count(counts[kind], list(found), check, f"op{number}")


def _count(count: Counter[str], found: list[Finding], check: str, clause: str) -> None:
    here = [one for one in found if clause in (*one.source, *one.target)]
    count["planted"] += 1
    count["found"] += any(one.check == check for one in here)
    count["elsewhere"] += len(found) - len(here)

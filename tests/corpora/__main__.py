"""Prints how well damaged versions are aligned, and planted disagreements found."""

import argparse
import importlib
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from random import Random
from statistics import fmean
from typing import NamedTuple

from desktop_app.alignment.align import align
from desktop_app.library import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.reading.files import read_resolution
from desktop_app.resolution.bitext import Bitext, Finding
from desktop_app.resolution.model import Resolution
from tests.corpora import yardstick
from tests.corpora.damage import Damaged, Kind, Pair, damage
from tests.corpora.disagreements import plant
from tests.corpora.score import Score, findings_score, pairs, rows_score, wrong_rows

LEAST, MOST = 0.05, 0.30
"""The share of the paragraphs that are damaged, from the first seed to the last."""
_ONE_KIND = 100
"""How many inputs have one kind of damage only, for each kind."""

Aligner = Callable[[Resolution, Resolution], Sequence[Pair]]


class Case(NamedTuple):
    seed: int
    share: float
    damaged: Damaged


@cache
def bundled() -> Bitext:
    """The bundled pair, undamaged, with the rows that are known to be true."""
    return align(read_resolution(BUNDLED), read_resolution(BUNDLED_TRANSLATION))


def aligned(source: Resolution, target: Resolution) -> list[Pair]:
    """The rows of the program's own aligner."""
    return pairs(align(source, target).rows)


def cases(count: int, kinds: Sequence[Kind] = tuple(Kind)) -> list[Case]:
    """Damaged versions of the bundled pair, one a seed."""
    bitext = bundled()
    assert bitext.target is not None
    true = pairs(bitext.rows)
    out: list[Case] = []
    for seed in range(count):
        share = LEAST + (MOST - LEAST) * seed / max(count - 1, 1)
        found = damage(bitext.source, bitext.target, true, Random(seed), share, kinds)
        out.append(Case(seed, share, found))
    return out


def mean_f1(found: Iterable[Case], aligner: Aligner) -> float:
    return fmean(
        rows_score(aligner(case.damaged.source, case.damaged.target), case.damaged).f1
        for case in found
    )


def print_damages(count: int, worst: int) -> None:
    """The table of F1, then the worst seeds with what was wrong."""
    aligners = {"aligner": aligned} | yardstick.aligners()
    names = "".join(f"{name:>20}" for name in aligners)
    print(f"mean strict F1 of rows, {LEAST:.0%} to {MOST:.0%} of the paragraphs damaged\n")
    print(f"{'':24}{'inputs':>8}{names}")
    every = cases(count)
    quarter = max(len(every) // 4, 1)
    groups = {"all damages": every}
    for start in range(0, len(every), quarter):
        some = every[start : start + quarter]
        groups[f"  {some[0].share:.0%} to {some[-1].share:.0%}"] = some
    for kind in Kind:
        groups[f"only {kind.value}"] = cases(_ONE_KIND, (kind,))
    for name, group in groups.items():
        figures = "".join(f"{mean_f1(group, use):>20.4f}" for use in aligners.values())
        print(f"{name:24}{len(group):>8}{figures}", flush=True)
    if worst:
        _print_wrong(every, worst)


def _print_wrong(every: Sequence[Case], worst: int) -> None:
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    scored: list[tuple[float, Case, list[Pair], list[Pair]]] = []
    for case in every:
        found = aligned(case.damaged.source, case.damaged.target)
        score = rows_score(found, case.damaged)
        missed, false = wrong_rows(found, case.damaged)
        scored.append((score.f1, case, missed, false))
        for kind in {hit.kind.value for hit in case.damaged.hits}:
            kinds[kind][0] += bool(missed)
            kinds[kind][1] += 1
    print("\ninputs with a wrong row, of those with such a damage among others")
    for kind, (wrong, all_) in sorted(kinds.items()):
        print(f"  {kind:22}{wrong:>5} of {all_}")
    scored.sort(key=lambda item: item[0])
    for f1, case, missed, false in scored[:worst]:
        print(f"\nseed {case.seed}, {case.share:.1%} damaged: F1 {f1:.3f}")
        for hit in case.damaged.hits:
            print(f"  {hit.kind.value} in the {hit.side}: {' '.join(hit.ids)}")
        print(f"  not found: {_listed(missed)}")
        print(f"  not true:  {_listed(false)}")


def _listed(rows: Iterable[Pair]) -> str:
    return ", ".join(f"{'+'.join(left) or '-'} | {'+'.join(right) or '-'}" for left, right in rows)


def _audit() -> Callable[[Bitext], Sequence[Finding]] | None:
    """The program's audit, None while there is none."""
    try:
        found = importlib.import_module("desktop_app.alignment.audit").audit
    except (ModuleNotFoundError, AttributeError):
        return None
    return found  # type: ignore[no-any-return]


def print_planted(count: int, worst: int) -> None:
    """Recall and precision of the audit, in all and by kind; then what it missed or made up."""
    audit = _audit()
    if audit is None:
        print("There is no desktop_app.alignment.audit.audit to measure yet.")
        return
    bitext = bundled()
    assert bitext.target is not None
    true: list[Pair] = [(row.source, row.target) for row in bitext.rows]
    scores: dict[str, list[Score]] = defaultdict(list)
    wrong: list[str] = []
    for seed in range(count):
        planted = plant(bitext.source, bitext.target, true, Random(seed))
        findings = audit(align(planted.source, planted.target))
        score = findings_score(planted, findings, true)
        scores["all"].append(score)
        scores[planted.records[0].kind].append(score)
        if score.f1 < 1:
            said = "; ".join(f"{finding.kind}: {finding.message}" for finding in findings)
            wrong.append(f"seed {seed}: {planted.records[0]}\n  found: {said or 'nothing'}")
    print(f"{'':12}{'planted':>10}{'recall':>10}{'precision':>12}")
    for name, items in scores.items():
        sums = Score(*map(sum, zip(*items, strict=True)))
        print(f"{name:12}{sums.true:>10}{sums.recall:>10.4f}{sums.precision:>12.4f}")
    for line in wrong[:worst]:
        print(f"\n{line}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.corpora", description=__doc__)
    parser.add_argument("--planted", action="store_true", help="planted disagreements instead")
    parser.add_argument("--count", type=int, help="how many inputs (500; planted: 1000)")
    parser.add_argument("--worst", type=int, default=10, help="how many bad ones to list (10)")
    options = parser.parse_args()
    begin = time.perf_counter()
    if options.planted:
        print_planted(options.count or 1000, options.worst)
    else:
        print_damages(options.count or 500, options.worst)
    print(f"\n{time.perf_counter() - begin:.1f} s", file=sys.stderr)


main()

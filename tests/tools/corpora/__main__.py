"""Prints how well damaged versions are aligned, and planted disagreements found."""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from random import Random
from statistics import fmean
from typing import NamedTuple

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.reading.files import read_resolution
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Resolution
from tests.tools.corpora import yardstick
from tests.tools.corpora.damage import Damaged, Hit, Kind, Pair, damage
from tests.tools.corpora.disagreements import plant
from tests.tools.corpora.score import Score, findings_score, pairs, rows_score, wrong_rows

LEAST, MOST = 0.05, 0.30
"""The share of the paragraphs that are damaged, from the first seed to the last."""
_ONE_KIND = 100
"""How many inputs have one kind of damage only, for each kind."""

Aligner = Callable[[Resolution, Resolution], Sequence[Pair]]


class Job(NamedTuple):
    """One input to be made: its seed, the share of paragraphs to damage, and how."""

    seed: int
    share: float
    kinds: tuple[Kind, ...]


class Measured(NamedTuple):
    """What came out of one input: the F1 of each aligner; and for the program's own the true rows
    that it missed and the rows that are not true."""

    job: Job
    hits: tuple[Hit, ...]
    f1: dict[str, float]
    missed: list[Pair]
    false: list[Pair]


@cache
def bundled() -> Bitext:
    """The bundled pair, undamaged, with the rows that are known to be true."""
    return align(read_resolution(BUNDLED), read_resolution(BUNDLED_TRANSLATION))


def aligned(source: Resolution, target: Resolution) -> list[Pair]:
    """The rows of the program's own aligner."""
    return pairs(align(source, target).rows)


ALIGNERS: dict[str, Aligner] = {"aligner": aligned} | yardstick.aligners()


def damaged(job: Job) -> Damaged:
    """The bundled pair, damaged."""
    bitext = bundled()
    assert bitext.target is not None
    true = pairs(bitext.rows)
    return damage(bitext.source, bitext.target, true, Random(job.seed), job.share, job.kinds)


def jobs(count: int, kinds: tuple[Kind, ...]) -> list[Job]:
    """One input a seed, more and more of it damaged."""
    step = (MOST - LEAST) / max(count - 1, 1)
    return [Job(seed, LEAST + step * seed, kinds) for seed in range(count)]


def measured(job: Job) -> Measured:
    """Damages the pair and aligns it with every aligner."""
    case = damaged(job)
    rows = {name: use(case.source, case.target) for name, use in ALIGNERS.items()}
    f1 = {name: rows_score(found, case).f1 for name, found in rows.items()}
    missed, false = wrong_rows(rows["aligner"], case)
    return Measured(job, case.hits, f1, missed, false)


def print_damages(count: int, worst: int) -> None:
    """The table of F1, then the worst seeds with what was wrong."""
    groups = {"all damages": jobs(count, tuple(Kind))}
    for kind in Kind:
        groups[f"only {kind.value}"] = jobs(min(count, _ONE_KIND), (kind,))
    print(f"mean strict F1 of rows, {LEAST:.0%} to {MOST:.0%} of the paragraphs damaged\n")
    print(f"{'':26}{'inputs':>8}{''.join(f'{name:>20}' for name in ALIGNERS)}")
    every: list[Measured] = []
    with ProcessPoolExecutor() as pool:
        for name, group in groups.items():
            found = list(pool.map(measured, group, chunksize=10))
            _print_means(name, found)
            if not every:
                every = found
                quarter = max(len(every) // 4, 1)
                for start in range(0, len(every), quarter):
                    some = every[start : start + quarter]
                    _print_means(f"  {some[0].job.share:.0%} to {some[-1].job.share:.0%}", some)
    if worst:
        _print_wrong(every, worst)


def _print_means(name: str, group: Sequence[Measured]) -> None:
    means = (fmean(item.f1[aligner] for item in group) for aligner in ALIGNERS)
    print(f"{name:26}{len(group):>8}{''.join(f'{mean:>20.4f}' for mean in means)}", flush=True)


def _print_wrong(every: Sequence[Measured], worst: int) -> None:
    wrong = sorted((item for item in every if item.missed), key=lambda item: item.f1["aligner"])
    print(f"\n{len(wrong)} of {len(every)} inputs have a wrong row")
    for item in wrong[:worst]:
        share, f1 = item.job.share, item.f1["aligner"]
        print(f"\nseed {item.job.seed}, {share:.1%} damaged: F1 {f1:.3f}")
        for hit in item.hits:
            print(f"  {hit.kind.value} in the {hit.side}: {' '.join(hit.ids)}")
        print(f"  not found: {_listed(item.missed)}")
        print(f"  not true:  {_listed(item.false)}")


def _listed(rows: Iterable[Pair]) -> str:
    return ", ".join(f"{'+'.join(left) or '-'} | {'+'.join(right) or '-'}" for left, right in rows)


def print_input(job: Job) -> None:
    """The true rows of one input with the beginnings of the texts, `!` where they were missed."""
    case = damaged(job)
    missed = measured(job).missed
    texts = [{c.id: c.text for c in side.walk()} for side in (case.source, case.target)]
    for row in case.rows:
        print(f"{'!' if row in missed else ' '} {_listed([row])}")
        for side, ids in enumerate(row):
            for id in ids:
                text = texts[side][id]
                print(f"      {id:6} {text if len(text) < 100 else f'{text[:70]} … {text[-25:]}'}")


def print_planted(count: int, worst: int) -> None:
    """Recall and precision of the audit, in all and by kind; then what it missed or made up."""
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
            found = "; ".join(f"{finding.kind}: {finding.sentence}" for finding in findings)
            wrong.append(f"seed {seed}: {planted.records[0]}\n  found: {found or 'nothing'}")
    print(f"{'':12}{'planted':>10}{'recall':>10}{'precision':>12}")
    for name, items in scores.items():
        sums = Score(*map(sum, zip(*items, strict=True)))
        print(f"{name:12}{sums.true:>10}{sums.recall:>10.4f}{sums.precision:>12.4f}")
    for line in wrong[:worst]:
        print(f"\n{line}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.tools.corpora", description=__doc__)
    parser.add_argument("--planted", action="store_true", help="planted disagreements instead")
    parser.add_argument("--seed", type=int, help="show this one of the inputs, texts and all")
    parser.add_argument("--count", type=int, help="how many inputs (500; planted: 1000)")
    parser.add_argument("--worst", type=int, default=10, help="how many bad ones to list (10)")
    options = parser.parse_args()
    begin = time.perf_counter()
    if options.seed is not None:
        print_input(jobs(options.count or 500, tuple(Kind))[options.seed])
    elif options.planted:
        print_planted(options.count or 1000, options.worst)
    else:
        print_damages(options.count or 500, options.worst)
    print(f"\n{time.perf_counter() - begin:.1f} s", file=sys.stderr)


if __name__ == "__main__":  # the processes that measure import this module
    main()

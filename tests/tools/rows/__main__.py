"""python -m tests.tools.rows: the rows of texts of different make, clean and damaged."""

import argparse
import sys
import time
from collections.abc import Sequence

from tests.tools.rows.listing import worst
from tests.tools.rows.measure import Case, cases
from tests.tools.rows.tables import measure_all, missing_table, pairs_table, rows_table
from tests.tools.rows.texts import LANGUAGES, Half, half, texts

_SEEDS = 5


def main() -> None:
    said = _options()
    begin = time.perf_counter()
    found = measure_all(_cases(said), _pair(said.pair))
    for table in (rows_table(found), missing_table(found)):
        print("\n".join(table), end="\n\n")
    if said.by_pair:
        print("\n".join(pairs_table(found)), end="\n\n")
    if said.detail:
        print("\n".join(worst(found, said.detail)))
    print(f"{time.perf_counter() - begin:.1f} s", file=sys.stderr)


def _options() -> argparse.Namespace:
    ask = argparse.ArgumentParser(prog="python -m tests.tools.rows", description=__doc__)
    names = [text.name for text in texts()]
    ask.add_argument("--text", action="append", choices=names, help="only this one; repeatable")
    ask.add_argument("--half", type=Half, choices=list(Half), help="only the texts of this half")
    ask.add_argument("--pair", default="", help="only these two languages, as in en-zh")
    ask.add_argument("--by-pair", action="store_true", help="the figures of each pair as well")
    ask.add_argument("--seeds", type=int, default=_SEEDS, help=f"how many ({_SEEDS})")
    ask.add_argument("--quick", action="store_true", help="one seed, and without 30 %% of damage")
    ask.add_argument(
        "--detail", type=int, nargs="?", const=20, default=0, help="list so many bad pairs (20)"
    )
    return ask.parse_args()


def _cases(said: argparse.Namespace) -> list[Case]:
    named = said.text or [text.name for text in texts()]
    chosen = [name for name in named if said.half in (None, half(name))]
    made = [case for name in chosen for case in cases(name, 1 if said.quick else said.seeds)]
    return [case for case in made if case.share < 0.3 or not said.quick]


def _pair(said: str) -> Sequence[str]:
    pair = said.split("-") if said else []
    if said and (len(pair) != 2 or not set(pair) <= set(LANGUAGES)):
        sys.exit(f"--pair takes two of {', '.join(LANGUAGES)}, as in en-zh")
    return pair


if __name__ == "__main__":  # the processes that measure import this module
    main()

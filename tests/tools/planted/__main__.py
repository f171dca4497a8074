"""python -m tests.tools.planted: what the checks find, and what they say where nothing is wrong."""

import argparse
import sys
import time
from collections.abc import Sequence

from tests.tools.planted.measure import CLAIMED, NAMES, measured
from tests.tools.planted.planting import KINDS
from tests.tools.planted.tables import alarm_table, details, recall_table
from tests.tools.rows.texts import LANGUAGES, Half, half

_SEEDS = 2


def main() -> None:
    said = _options()
    begin = time.perf_counter()
    names = [name for name in said.text or NAMES if said.half in (None, half(name))]
    found, agreeing = measured(names, said.seeds, said.pair)
    for which in Half:
        some = [one for one in found if half(one.job.text) is which]
        if some:
            print(f"for {which}")
            print("\n".join((*recall_table(some), "")))
            print("\n".join((*alarm_table([c for c in agreeing if half(c.text) is which]), "")))
    print(f"no check claims: {', '.join(kind for kind in KINDS if kind not in CLAIMED) or 'none'}")
    if said.detail:
        print("\n".join(details(found, agreeing, said.detail)))
    print(f"\n{time.perf_counter() - begin:.1f} s", file=sys.stderr)


def _options() -> argparse.Namespace:
    ask = argparse.ArgumentParser(prog="python -m tests.tools.planted", description=__doc__)
    ask.add_argument("--text", action="append", choices=NAMES, help="only this; repeatable")
    ask.add_argument("--half", type=Half, choices=list(Half), help="only the texts of this half")
    ask.add_argument("--pair", type=_pair, default=(), help="only these two, as in en-zh")
    ask.add_argument("--seeds", type=int, default=_SEEDS, help=f"how many ({_SEEDS})")
    ask.add_argument(
        "--detail", type=int, nargs="?", const=40, default=0, help="list so many faults (40)"
    )
    return ask.parse_args()


def _pair(said: str) -> Sequence[str]:
    two = said.split("-")
    if len(two) != 2 or not set(two) <= set(LANGUAGES):
        raise argparse.ArgumentTypeError(f"two of {', '.join(LANGUAGES)}, as in en-zh")
    return two


if __name__ == "__main__":  # the processes that measure import this module
    main()

"""python -m tests.tools.real FOLDER [--show]: what is wrong with the texts of a folder or file."""

import argparse
from collections import Counter
from pathlib import Path

from tests.tools.real.invariants import Fault, faults
from tests.tools.real.texts import texts_of


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("place", type=Path)
    ask.add_argument("--show", action="store_true", help="name the texts and their faults")
    said = ask.parse_args()
    total = plain = 0
    wrong: Counter[Fault] = Counter()
    for found in texts_of(said.place):
        total += 1
        plain += not found.read.is_structured
        own = list(faults(found))
        wrong.update({fault for fault, _ in own})
        for fault, what in own if said.show else ():
            print(f"{found.name}: {fault}: {what}")
    print(f"{total} texts, {plain} of them without structure")
    for fault in Fault:
        print(f"{fault}: {wrong[fault]}")


if __name__ == "__main__":
    main()

"""The fuzz led by coverage: `python -m tests.tools.fuzz.guided MINUTES FINDS`, with atheris.

Inputs that reach code which none before has reached are damaged further. Reading, showing and
aligning are tried; exports would only slow it down.
"""

import sys
import tempfile
from pathlib import Path

import atheris

# What is imported in here tells which of its lines are reached.
with atheris.instrument_imports(include=["desktop_app", "markdown_it", "mdit_py_plugins"]):
    from tests.tools.fuzz.finds import Finds
    from tests.tools.fuzz.inputs import Input, seeds

_TARGETS = ("read", "show", "align")
_LONGEST = 4_000
"""Bytes of a file: shorter ones are tried more often."""
_BETWEEN = b"\n%%%%\n"
"""Stands between a file and its translation in the data of atheris."""


def main() -> None:
    """Ends the process, and prints statistics of libFuzzer on standard error."""
    minutes, folder = float(sys.argv[1]), Path(sys.argv[2])
    finds = Finds(folder)

    def try_one(data: bytes) -> None:
        file, _, translation = data.partition(_BETWEEN)
        for target in _TARGETS if translation else _TARGETS[:2]:
            finds.try_input(target, Input(file, translation))

    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(seeds()):
            for start in range(0, len(seed), _LONGEST // 2):
                pair = seed[start:][:_LONGEST], seeds()[1][start:][:_LONGEST]
                Path(corpus, f"{number}-{start}").write_bytes(_BETWEEN.join(pair))
        bounds = {"max_total_time": int(60 * minutes), "max_len": 2 * _LONGEST, "rss_limit_mb": 0}
        bounds |= {"timeout": 60, "verbosity": 0, "print_final_stats": 1}
        options = [f"-{name}={value}" for name, value in bounds.items()]
        atheris.Setup([sys.argv[0], *options, corpus], try_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()

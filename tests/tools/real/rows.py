"""The figures of `make bench` on real texts, where they are at hand."""

from collections import Counter
from collections.abc import Callable, Iterator

from tests.tools.real.invariants import Fault, faults
from tests.tools.real.scores import TOOLS, score
from tests.tools.real.texts import data_folder, texts_of

_UNLABELLED = "unlabelled-en.jsonl.xz"


def real_rows(row: Callable[..., bool]) -> Iterator[bool]:
    """Prints a row for each figure, and says whether it keeps its bound."""
    data = data_folder()
    for tool in TOOLS:
        found = score(tool, data)
        if found:
            yield row(
                f"{tool.name} ({found.right:,} of {found.total:,})",
                found.percent,
                tool.least,
                "%",
                least=True,
            )
    unlabelled = data / "real" / _UNLABELLED
    if not unlabelled.is_file():
        return
    wrong: Counter[Fault] = Counter()
    total = 0
    for text in texts_of(unlabelled):
        total += 1
        wrong.update({fault for fault, _ in faults(text)})
    for fault in Fault:
        yield row(f"Of {total:,} real texts: {fault}", wrong[fault], 0, "of")

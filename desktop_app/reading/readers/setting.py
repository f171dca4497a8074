"""How words are set, in every format that says so: raised pieces, headings, labels of notes."""

from collections import Counter
from collections.abc import Sequence

from desktop_app.resolution.model import Run, Runs, Style
from desktop_app.resolution.runs import merged

BRACKETS = "()[]"
"""What can stand around the mark of a note."""
_OPENED, _CLOSED = tuple("(["), tuple(")]")


class Labels:
    """The labels of notes: what the page prints as their marks, each once."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()

    def give(self, mark: str) -> tuple[str, Run]:
        """The label of another note with this mark, and the mark in the text. Where two notes have
        one mark a count stands behind it; behind a star it would be part of the mark, so that such
        a note has no label and is found by its place."""
        self._given[mark] += 1
        count = self._given[mark]
        if count == 1:
            return mark, Run(mark, Style.MARK)
        if mark.isdecimal():
            return f"{mark}-{count}", Run(f"{mark}-{count}", Style.MARK)
        return "", Run(mark, Style.SUPERSCRIPT)


def tidy(out: Sequence[Run]) -> Runs:
    """Raised pieces side by side are one, and brackets raised around a mark are part of it."""
    joined: list[Run] = []
    for run in out:
        last = joined[-1] if joined else None
        if last and last.style is run.style is Style.SUPERSCRIPT:
            joined[-1] = run._replace(text=last.text + run.text)
        else:
            joined.append(run)
    for at in range(1, len(joined) - 1):
        before, after = joined[at - 1], joined[at + 1]
        in_raised = before.style is after.style is Style.SUPERSCRIPT
        if joined[at].style is not Style.MARK or not in_raised:
            continue
        if before.text.endswith(_OPENED) and after.text.startswith(_CLOSED):
            joined[at - 1] = before._replace(text=before.text[:-1])
            joined[at + 1] = after._replace(text=after.text[1:])
    return merged(run for run in joined if run.text)


def as_heading(runs: Runs) -> Runs:
    """A heading whose words are all set alike: that is how headings are set, and no emphasis."""
    if any(run.style is Style.PLAIN and run.text.strip() for run in runs):
        return runs
    plain = (
        run._replace(style=Style.PLAIN) if run.style is Style.EMPHASIS else run for run in runs
    )
    return merged(plain)

"""Texts that have no digits and no numbered paragraphs, where only the words can tell."""

from random import Random
from statistics import fmean

import pytest

from desktop_app.alignment.align import align
from desktop_app.resolution.bitext import SURE, Row
from desktop_app.resolution.model import Clause, Part, PartKind, Resolution, Run
from tests.support.texts import bundled_pair

Pair = tuple[tuple[str, ...], tuple[str, ...]]


def _pairs() -> list[tuple[str, str]]:
    """The preambular paragraphs of the bundled text and their translations, without digits."""
    bitext = bundled_pair()
    assert bitext.target is not None
    texts = [{c.id: c.text for c in side.walk()} for side in (bitext.source, bitext.target)]
    return [
        (_without_digits(texts[0][row.source[0]]), _without_digits(texts[1][row.target[0]]))
        for row in bitext.rows
        if len(row.target) == 1 and row.source[0].startswith("pp")
    ]


def _without_digits(text: str) -> str:
    return "".join(character for character in text if not character.isdigit())


def _made(count: int, lost: float, seed: int) -> tuple[Resolution, Resolution, set[Pair]]:
    """Paragraphs of two originals each, no two of them the same, some lost on one side or other."""
    random = Random(seed)
    pairs = _pairs()
    both = [(a, b) for a in pairs for b in pairs if a is not b]
    random.shuffle(both)
    sides: tuple[list[Clause], list[Clause]] = [], []
    true: set[Pair] = set()
    for one, other in both[:count]:
        gone = random.choice((0, 1)) if random.random() < lost else None
        row: list[tuple[str, ...]] = []
        for side in (0, 1):
            if side == gone:
                row.append(())
                continue
            id = f"pp{len(sides[side]) + 1}"
            words = one[side] + (" " if side else "") + other[side]
            sides[side].append(Clause(id, "", "", "", (Run(words),)))
            row.append((id,))
        true.add((row[0], row[1]))
    published = bundled_pair()
    assert published.target is not None
    source, target = (
        version._replace(
            parts=(Part("preamble", PartKind.PREAMBLE, (), tuple(clauses)),),
            head=(),
            closing=(),
            footnotes=(),
        )
        for version, clauses in zip((published.source, published.target), sides, strict=True)
    )
    return source, target, true


def _score(rows: tuple[Row, ...], true: set[Pair]) -> float:
    found = {(row.source, row.target) for row in rows}
    return 2 * len(found & true) / (len(found) + len(true))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("count", "lost", "least"),
    [(40, 0.1, 0.98), (92, 0.1, 0.98), (200, 0.1, 0.98), (40, 0.3, 0.95), (92, 0.3, 0.95)],
)
def test_the_words_alone_tell(count: int, lost: float, least: float) -> None:
    scores = []
    for seed in range(3):
        source, target, true = _made(count, lost, seed)
        scores.append(_score(align(source, target).rows, true))
    assert fmean(scores) >= least


def test_a_paragraph_that_fits_its_neighbour_as_well_is_unsure() -> None:
    source, target, _ = _made(3, 0, 0)
    part = source.parts[0]
    same = tuple(part.clauses[0]._replace(id=f"pp{n}") for n in (1, 2, 3))
    other = target.parts[0]
    twice = tuple(other.clauses[0]._replace(id=f"pp{n}") for n in (1, 2))
    rows = align(
        source._replace(parts=(part._replace(clauses=same),)),
        target._replace(parts=(other._replace(clauses=twice),)),
    ).rows
    assert all(row.score < SURE for row in rows if len(row.source) == len(row.target) == 1)

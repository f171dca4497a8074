"""What the aligner and the audit reach on damaged and on contradicting versions of the bundled
text. `python -m tests.tools.corpora` prints the same by kind and lists what went wrong."""

from random import Random
from statistics import fmean

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.reading.files import read_resolution
from desktop_app.resolution.bitext import Bitext
from tests.tools.corpora.damage import Kind, damage
from tests.tools.corpora.disagreements import plant
from tests.tools.corpora.score import Score, findings_score, pairs, rows_score

_DAMAGES = 500
_PLANTED = 1000


@pytest.fixture(scope="module")
def bundled() -> Bitext:
    return align(read_resolution(BUNDLED), read_resolution(BUNDLED_TRANSLATION))


@pytest.mark.slow
def test_the_rows_of_damaged_versions(bundled: Bitext) -> None:
    """Strict F1 over 500 damages of 5 to 30 per cent of the paragraphs."""
    assert bundled.target is not None
    true = pairs(bundled.rows)
    scores = []
    for seed in range(_DAMAGES):
        share = 0.05 + 0.25 * seed / (_DAMAGES - 1)
        made = damage(bundled.source, bundled.target, true, Random(seed), share, tuple(Kind))
        scores.append(rows_score(pairs(align(made.source, made.target).rows), made).f1)
    assert fmean(scores) >= 0.99


@pytest.mark.slow
def test_planted_disagreements(bundled: Bitext) -> None:
    """Recall and precision of the audit over 1,000 of them."""
    assert bundled.target is not None
    true = [(row.source, row.target) for row in bundled.rows]
    scores = []
    for seed in range(_PLANTED):
        made = plant(bundled.source, bundled.target, true, Random(seed))
        findings = audit(align(made.source, made.target))
        scores.append(findings_score(made, findings, true))
    total = Score(*map(sum, zip(*scores, strict=True)))
    assert total.true == _PLANTED
    assert total.recall >= 0.99
    assert total.precision >= 0.98

"""The slips and lists that are planted: one thing is changed, and the checks find it."""

from random import Random

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.alignment.audit.registry import CHECKS
from tests.support.texts import EN, ZH, read
from tests.tools.corpora.lists import (
    LANGUAGES,
    resolution,
    some_lists,
    with_another_share,
    without_a_state,
)
from tests.tools.corpora.slips import KINDS, plant_slip

pytestmark = pytest.mark.slow  # these are tools, whose tests take long together

_ZH, _EN = read(ZH), read(EN)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(10))
def test_a_slip_changes_one_text_of_one_side_as_its_record_says(kind: str, seed: int) -> None:
    rows = [(row.source, row.target) for row in align(_ZH, _EN).rows]
    planted = plant_slip(kind, _ZH, _EN, rows, Random(seed))
    assert planted is not None
    (record,) = planted.records
    sides = (_ZH, planted.source) if record.side == "source" else (_EN, planted.target)
    before, after = (
        {clause.id: clause.text for clause in side.walk()}
        | {note.id: note.text for note in side.footnotes}
        for side in sides
    )
    changed = [(before[id], after[id]) for id in before if before[id] != after[id]]
    ((old, new),) = changed
    assert record.old in old
    assert record.new in new
    assert KINDS[kind] in {check.name for check in CHECKS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_that_are_the_same_agree_in_all_languages(language: str) -> None:
    lists = some_lists(Random(language))
    for other in LANGUAGES:
        if other != language:
            assert audit(align(resolution(lists, language), resolution(lists, other))) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_that_is_dropped_and_a_share_that_is_changed_are_found(language: str) -> None:
    random = Random(language)
    lists = some_lists(random)
    other = "en" if language != "en" else "zh"
    whole = resolution(lists, other)
    for change, check in ((without_a_state, "countries"), (with_another_share, "fractions")):
        changed, number = change(lists, random)
        found = audit(align(resolution(changed, language), whole))
        assert {(one.check, *one.source) for one in found} == {(check, f"op{number}")}

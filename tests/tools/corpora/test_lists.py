"""Lists of States and shares: one thing is changed, and the checks find it."""

from random import Random

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from tests.tools.corpora.lists import (
    LANGUAGES,
    resolution,
    some_lists,
    with_another_share,
    without_a_state,
)

pytestmark = pytest.mark.slow  # these are tools, whose tests take long together


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

"""What the checks say of rows in all pairs of six languages: nothing where both sides say the same
in the ways of their languages (`said/agreeing.txt`), and of every change in `said/differing.txt`
that it is there. Its groups begin with the name of the check that must find it."""

from itertools import combinations, permutations
from pathlib import Path

import pytest

from desktop_app.grammar.languages import OFFICIAL
from tests.alignment.audit.rows import findings, groups

_TABLES = Path(__file__).parent / "said"


@pytest.mark.parametrize(
    "words", [pytest.param(words, id=name) for name, words in groups(_TABLES / "agreeing.txt")]
)
def test_nothing_is_said_where_both_versions_agree(words: dict[str, str]) -> None:
    for one, other in combinations(OFFICIAL, 2):
        found = findings((one, [words[one]]), (other, [words[other]]))
        assert [finding.sentence for finding in found] == [], (one, other)


@pytest.mark.parametrize(
    ("name", "words"),
    [pytest.param(*group, id=group[0]) for group in groups(_TABLES / "differing.txt")],
)
def test_a_change_in_one_version_is_found(name: str, words: dict[str, str]) -> None:
    for one, other in permutations(OFFICIAL, 2):
        before, after = words[one].split(" | ")
        there, _, _ = words[other].partition(" | ")
        assert findings((one, [before]), (other, [there])) == (), (one, other)
        found = findings((one, [after]), (other, [there]))
        assert name.split()[0] in {finding.check for finding in found}, (one, other)

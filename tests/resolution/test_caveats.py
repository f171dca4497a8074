"""What is to be known of how a text was read is said wherever it says how far it can be trusted."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.resolution.model import Caveat
from desktop_app.resolution.trust import short_trust, trust
from tests.support.texts import EN, ZH, read


@pytest.mark.parametrize(
    ("key", "words", "short"),
    [
        ("recognised", "text recognized by a program", "recognized text"),
        ("pictures", "pages that are pictures are missing", "pages missing"),
        ("changes", "tracked changes accepted", "tracked changes accepted"),
        ("old-word", "taken from an old Word file by another program", "an old Word file"),
    ],
)
def test_what_a_reader_states_is_said_with_the_text(key: str, words: str, short: str) -> None:
    found = read(f"---\n{key}: 1, 3\n---\n{EN}")
    assert found.caveats == (Caveat(key),)
    assert words in trust(found)
    assert short in short_trust(found)
    assert words not in trust(read(EN))


def test_figures_that_a_program_recognised_are_no_findings() -> None:
    en = EN.replace("2007", "2008", 1)
    kinds = {one.kind for one in audit(align(read(ZH), read(en)))}
    assert kinds & {"number", "date"}
    recognised = read(f"---\nrecognised: 1\n---\n{en}")
    kinds = {one.kind for one in audit(align(read(ZH), recognised))}
    assert not kinds & {"number", "date"}

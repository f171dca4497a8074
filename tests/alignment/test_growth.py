"""Long texts are aligned and audited in time in proportion to their length."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.resolution.model import Resolution
from tests.support.growth import CONSTRUCTS, Construct, assert_in_proportion, made

_COUNT = 2000


@pytest.mark.slow
@pytest.mark.parametrize("construct", CONSTRUCTS, ids=map(repr, CONSTRUCTS))
@pytest.mark.parametrize("languages", [("en", "zh"), ("fr", "ru"), ("es", "ar")], ids="-".join)
def test_texts_are_aligned_and_audited_in_proportion(
    construct: Construct, languages: tuple[str, str]
) -> None:
    def make(count: int) -> tuple[Resolution, Resolution]:
        """Two texts of which one has half of what is in the other."""
        half = f"x {construct.text(count // 2)} 7"
        return made(construct.text(count), languages[0]), made(half, languages[1])

    assert_in_proportion(make, lambda sides: audit(align(*sides)), _COUNT)

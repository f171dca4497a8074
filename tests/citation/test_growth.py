"""Citations in long texts are found in time in proportion to their length."""

import pytest

from desktop_app.citation.references import citations
from desktop_app.grammar.languages import OFFICIAL
from tests.support.growth import CONSTRUCTS, Construct, assert_in_proportion


@pytest.mark.slow
@pytest.mark.parametrize("construct", CONSTRUCTS, ids=map(repr, CONSTRUCTS))
def test_citations_are_found_in_proportion(construct: Construct) -> None:
    assert_in_proportion(
        construct.text,
        lambda text: [citations(text, language, "General Assembly") for language in OFFICIAL],
        1000,
    )

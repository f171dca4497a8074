"""Where spaces stand: by the gap, and where that leaves doubt by the other words."""

import pytest

from desktop_app.reading.readers.pdf.lines.spaces import HARDLY, PROBABLY, settled, space
from desktop_app.reading.readers.pdf.lines.vocabulary import Vocabulary
from desktop_app.resolution.model import Run, Style, words

_WORDS = Vocabulary(
    ["the public health of the people-centred and drug-resistant forms is health x"]
)


@pytest.mark.parametrize(
    ("left", "right", "gap", "spaced", "expected"),
    [
        ("e", "t", 0.25, True, " "),
        ("e", "t", 0.25, False, " "),  # a file without spaces
        ("e", "t", 0.02, True, ""),  # a space without width
        ("r", "i", 0.12, False, ""),  # kerning
        ("a", "l", 0.13, True, HARDLY),
        ("f", "t", 0.14, True, PROBABLY),
        ("٧", "٧", 0.1, False, " "),  # two numbers
        ("的", "第", 0.05, False, ""),
        ("年", "1", 0.25, True, ""),  # set apart by the program
        ("会", "议", 0.5, True, " "),  # typed
        (".", "白", 0.25, True, " "),  # behind the number of a paragraph
        (".", "白", 0.25, False, ""),
        ("会", "议", 0.5, False, ""),  # stretched
        ("会", "议", 1.0, False, " "),
    ],
)
def test_a_gap_is_a_space_or_none(
    left: str, right: str, gap: float, spaced: bool, expected: str
) -> None:
    assert space(left, right, gap, spaced) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"public hea{HARDLY}lth and", "public health and"),
        (f"forms of{PROBABLY}the", "forms of the"),
        (f"forms of{HARDLY}the", "forms of the"),  # both are words
        (f"people{PROBABLY}-centred", "people-centred"),
        (f"its drug{PROBABLY}-", "its drug-"),
        (f"unheard{HARDLY}of", "unheardof"),
        (f"unheard{PROBABLY}of", "unheard of"),
        (f"3{PROBABLY}5", "3 5"),
    ],
)
def test_a_doubtful_space_is_decided_by_the_words_of_the_document(text: str, expected: str) -> None:
    assert words(settled((Run(text),), _WORDS)) == expected


def test_it_is_decided_across_a_change_of_style() -> None:
    runs = (Run(f"hea{HARDLY}", Style.EMPHASIS), Run("lth"))
    assert words(settled(runs, _WORDS)) == "health"

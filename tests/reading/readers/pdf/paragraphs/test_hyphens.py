"""What stands between two lines: hyphens that divide a word go, those of a compound stay."""

import pytest

from desktop_app.reading.readers.pdf.lines.vocabulary import Vocabulary
from desktop_app.reading.readers.pdf.paragraphs.hyphens import between

_LINES = [
    "a line with consideration and drug-resistant forms of it",
    "its community has based health services on nothing at all",
]
_DIVIDING = [*_LINES, "this line was divi-", "ded and so was anoth-", "er one"]


def _joined(left: str, right: str, lines: list[str] = _LINES) -> str:
    gone, glue = between(left, right, Vocabulary(lines))
    return left[: len(left) - gone] + glue + right


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the", "Assembly", "the Assembly"),
        ("in consi-", "deration of", "in consideration of"),
        ("its drug-", "resistant forms", "its drug-resistant forms"),
        ("its community-", "based services", "its community-based services"),
        ("the Secretary-", "General", "the Secretary-General"),
        ("2010-", "2015", "2010-2015"),
        ("2010–", "2015", "2010–2015"),
        ("A/75/", "399", "A/75/399"),
        ("soft\u00ad", "ware", "software"),
        ("inter -", "est", "inter - est"),
        ("会", "议", "会议"),
        ("第", "74/43", "第74/43"),
        ("the", "第", "the第"),
    ],
)
def test_lines_are_joined(left: str, right: str, expected: str) -> None:
    assert _joined(left, right) == expected


def test_a_word_that_the_document_does_not_have_is_divided_only_where_words_are() -> None:
    assert _joined("un-", "heard") == "un-heard"
    assert _joined("un-", "heard", _DIVIDING) == "unheard"

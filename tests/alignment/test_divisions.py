"""Rows stand within like divisions of two versions."""

import pytest

from desktop_app.alignment.align import align
from tests.support.texts import EN_PREAMBLE, ids, read

_FR = (
    "---\nlanguage: fr\n---\n# Assemblée générale\n\n75/58. Un titre\n\nL'Assemblée générale,\n\n"
    "Rappelant sa résolution 74/43 du 12 décembre 2019,\n\n1. Adopte le texte ci-après.\n\n"
)
_ARTICLES = (
    ("All are free.", "Tous sont libres."),
    ("All act in time and at once.", "Tous agissent à temps et à la fois."),
    ("All wait.", "Tous attendent."),
)


def _articles(side: int, word: str, left_out: int = 0) -> str:
    """The articles, one of them without its heading."""
    return "".join(
        (f"{word} {number}\n\n" if number != left_out else "") + f"{texts[side]}\n\n"
        for number, texts in enumerate(_ARTICLES, start=1)
    )


def _pairs(english: str, french: str) -> list[tuple[str, ...]]:
    source = read(f"{EN_PREAMBLE}1. Adopts the text below.\n\nAnnex\n\n{english}")
    target = read(f"{_FR}Annexe\n\n{french}")
    rows = align(source, target).rows
    assert [id for row in rows for id in row.source] == ids(source)
    assert [id for row in rows for id in row.target] == ids(target)
    return [row.source + row.target for row in rows if row.source[:1] not in (("pp1",), ("op1",))]


def test_articles_stand_against_those_of_the_same_number() -> None:
    assert _pairs(_articles(0, "Article"), _articles(1, "Article")) == [
        (f"annex.art{number}.p1",) * 2 for number in (1, 2, 3)
    ]


def test_a_paragraph_too_many_in_one_article_moves_no_other() -> None:
    french = _articles(1, "Article").replace("libres.\n", "libres.\n\nTous.\n\nTous et toutes.\n")
    found = _pairs(_articles(0, "Article"), french)
    assert ("annex.art2.p1",) * 2 in found
    assert ("annex.art3.p1",) * 2 in found


@pytest.mark.parametrize("left_out", [2, 3])
def test_an_article_whose_heading_was_lost_goes_with_the_one_before(left_out: int) -> None:
    found = _pairs(_articles(0, "Article"), _articles(1, "Article", left_out))
    assert (f"annex.art{left_out}.p1", f"annex.art{left_out - 1}.p2") in found


def test_headings_without_numbers_that_one_version_lacks_divide_nothing() -> None:
    english = "Aims\n\n1. We aim.\n\nMeans\n\n2. We pay 500 dollars.\n\nEnds\n\n3. We end.\n"
    french = "Buts\n\n1. Nous visons.\n\n2. Nous payons 500 dollars.\n\nFins\n\n3. Nous cessons.\n"
    assert _pairs(english, french) == [(f"annex.{number}",) * 2 for number in (1, 2, 3)]


def test_articles_without_an_annex_stand_against_each_other_too() -> None:
    head = "# General Assembly\n\n75/58. A title\n\nThe General Assembly,\n\nProclaims this:\n\n"
    french_head = _FR.partition("Rappelant")[0] + "Proclame ceci :\n\n"
    source = read(head + _articles(0, "Article"))
    target = read(french_head + _articles(1, "Article"))
    pairs = [(row.source, row.target) for row in align(source, target).rows]
    assert pairs[-3:] == [((f"art{n}.p1",), (f"art{n}.p1",)) for n in (1, 2, 3)]

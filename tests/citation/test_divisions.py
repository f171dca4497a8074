"""Articles, chapters and sections of annexes, as they are cited and typed."""

import pytest

from desktop_app.citation.naming import citation, places, short_citation
from desktop_app.citation.typed import select
from tests.support.texts import EN_PREAMBLE, ids, read

_TREATY = read(
    f"{EN_PREAMBLE}1. Adopts the text below.\n\nAnnex I\n\nConvention\n\nChapter I\n\nOf light\n\n"
    "Article 1\n\nAll are free.\n\nArticle 2\n\n1. All act:\n\n(a) At once;\n\n(b) In time.\n\n"
    "2. All wait.\n\nArticle 3\n\n1. All rest.\n\n2. All rise.\n\nDone in two languages.\n\n"
    "Annex II\n\nRules\n\nA. Of the sea\n\n1. It is wet.\n\n2. It is deep.\n\nB. Of the land\n\n"
    "1. It is dry.\n\n2. It is high.\n"
)


@pytest.mark.parametrize(
    ("chosen", "cited"),
    [
        ("annex1.art2.p2", "annex I, art. 2, para. 2"),
        ("annex1.art2.p1.a", "annex I, art. 2, para. 1 (a)"),
        ("annex1.art1.p1", "annex I, art. 1"),
        ("annex1.art3.p1 annex1.art3.p2", "annex I, art. 3, paras. 1 and 2"),
        ("annex1.art3.u1", "annex I, art. 3, unnumbered para. 1"),
        ("annex2.section2.1", "annex II, sect. B, para. 1"),
        ("op1 annex1.art3.p1", "para. 1, annex I, art. 3, para. 1"),
    ],
)
def test_what_stands_in_a_division_is_cited_with_it(chosen: str, cited: str) -> None:
    assert ", ".join(places(_TREATY, chosen.split())) == cited
    assert select(cited, _TREATY) == tuple(chosen.split())


def test_articles_that_follow_each_other_are_cited_as_a_range() -> None:
    chosen = [id for id in ids(_TREATY) if id.startswith("annex1.art")]
    assert places(_TREATY, chosen) == ["annex I, arts. 1–3"]
    assert select("annex I, arts. 1–3", _TREATY) == tuple(chosen)
    apart = [id for id in chosen if ".art2" not in id]
    assert places(_TREATY, apart) == ["annex I, art. 1", "annex I, art. 3"]


def test_every_clause_is_chosen_again_by_its_citation() -> None:
    for id in ids(_TREATY):
        found = select(", ".join(places(_TREATY, [id])), _TREATY)
        assert found[0] == id


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("annex I, article 2", "annex1.art2.p1", "annex1.art2.p2"),
        ("Annex 1 Art. 2, paras. 1-2", "annex1.art2.p1", "annex1.art2.p2"),
        ("annex I, arts. 1–3", "annex1.art1.p1", "annex1.art3.u1"),
        ("annex I, chap. I", "annex1.art1.p1", "annex1.art3.u1"),
        ("annex II, section B", "annex2.section2.1", "annex2.section2.2"),
        ("附件一第二条第2段", "annex1.art2.p2", "annex1.art2.p2"),
        ("附件一第3条", "annex1.art3.p1", "annex1.art3.u1"),
        ("ANNEX1.ART2.P1", "annex1.art2.p1", "annex1.art2.p1.b"),
    ],
)
def test_divisions_are_typed_in_many_ways(typed: str, first: str, last: str) -> None:
    found = select(typed, _TREATY)
    assert (found[0], found[-1]) == (first, last)


def test_a_short_citation_names_the_article() -> None:
    assert short_citation(_TREATY, ["annex1.art2.p2"]).startswith(
        "A/RES/75/58, annex 1, art. 2, para. 2,"
    )


def test_a_citation_names_the_articles_that_are_cited_whole() -> None:
    assert citation(_TREATY, ["annex1.art1.p1", "annex1.art2.p2"]) == (
        "General Assembly resolution 75/58 (A/RES/75/58, annex I, art. 1, annex I, art. 2, para. 2)"
    )

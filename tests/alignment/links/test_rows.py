"""Which words of a row stand for each other."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.alignment.links.link import Link, LinkKind, Text
from desktop_app.alignment.links.rows import links_by_row, row_links
from desktop_app.cli.main import main
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.resolution.bitext import Bitext, Span
from desktop_app.resolution.model import Run, Style
from tests.support.texts import bundled_pair

_LIST = Path(__file__).with_name("terms_75_58.tsv")


def linked(source: str, target: str, languages: tuple[str, str]) -> list[tuple[str, str, str]]:
    """The linked words of two paragraphs, and what joins them."""
    row = [Text("op1", (Run(source),))], [Text("op1", (Run(target),))]
    return [
        (
            source[link.source.start : link.source.end],
            target[link.target.start : link.target.end],
            link.kind.value,
        )
        for link in row_links(row, languages, {})
    ]


def test_a_date_a_symbol_and_a_number_are_linked_by_their_value() -> None:
    source = "回顾2019年12月12日第74/43号决议第三段"
    target = "Recalling paragraph 3 of its resolution 74/43 of 12 December 2019"
    found = linked(source, target, ("zh", "en"))
    assert ("2019年12月12日", "12 December 2019", "date") in found
    assert ("74/43", "74/43", "symbol") in found
    assert ("三", "3", "number") in found


def test_a_value_that_differs_is_not_linked() -> None:
    assert linked("1 100", "1 200", ("fr", "en")) == []


def test_a_longer_term_is_linked_as_one() -> None:
    found = linked("安全理事会各项决议", "Security Council resolutions", ("zh", "en"))
    assert ("安全理事会", "Security Council", "term") in found


def test_a_term_is_linked_to_the_end_of_its_word_and_of_its_name() -> None:
    source = "防止恐怖分子威胁国际和平与安全"
    target = "prevent terrorists from threatening international peace and security"
    found = linked(source, target, ("zh", "en"))
    assert ("恐怖分子", "terrorists", "term") in found
    assert ("国际和平与安全", "international peace and security", "term") in found
    assert ("不扩散", "non-proliferation", "term") in linked(
        "关于不扩散的决议", "resolutions on non-proliferation", ("zh", "en")
    )


def test_of_a_term_that_stands_there_twice_each_is_linked_to_its_own() -> None:
    source = "加强核安全和法律框架，并加强合作"
    target = "strengthening nuclear security and the legal framework, strengthening cooperation"
    row = [Text("op1", (Run(source),))], [Text("op1", (Run(target),))]
    places = [
        (link.source.start, link.target.start)
        for link in row_links(row, ("zh", "en"), {})
        if source[link.source.start : link.source.end] == "加强"
    ]
    assert places == [(0, 0), (source.rfind("加强"), target.rfind("strength"))]


def test_of_a_term_that_one_side_has_once_the_one_with_the_same_words_near_is_linked() -> None:
    source = "La menace du terrorisme demeure."
    target = "The terrorists seek such arms and hide; but beyond all this terrorism is a threat."
    found = linked(source, target, ("fr", "en"))
    assert ("terrorisme", "terrorism", "term") in found


def test_words_that_are_written_alike_are_linked_in_every_pair_of_languages() -> None:
    assert ("Vienne", "Viena", "term") in linked("à Vienne", "en Viena", ("fr", "es"))


def test_function_words_are_not_linked() -> None:
    assert linked("les uns et les autres", "the ones and the others", ("fr", "en")) == []


def test_footnote_marks_are_linked_as_their_notes_are() -> None:
    def text(mark: str, note: str) -> list[Text]:
        return [Text("pp1", (Run("Recalling"), Run(mark, Style.MARK, note), Run(" that")))]

    row = text("1", "fn1"), text("2", "fn2")
    (mark,) = [
        link for link in row_links(row, ("en", "en"), {"fn1": "fn2"}) if link.kind is LinkKind.NOTE
    ]
    assert mark == Link(Span("pp1", 9, 9), Span("pp1", 9, 9), LinkKind.NOTE)
    assert not [link for link in row_links(row, ("en", "en"), {}) if link.kind is LinkKind.NOTE]


def test_a_link_can_lead_to_the_second_clause_of_a_row() -> None:
    row = (
        [Text("pp1", (Run("欢迎公约于2007年7月7日生效，又欢迎修正案于2016年5月8日生效"),))],
        [
            Text("pp1", (Run("Welcoming the entry into force of the Convention on 7 July 2007"),)),
            Text("pp2", (Run("Welcoming also that of the amendments on 8 May 2016"),)),
        ],
    )
    dates = [link.target.id for link in row_links(row, ("zh", "en"), {}) if link.kind == "date"]
    assert dates == ["pp1", "pp2"]


def test_a_row_without_a_counterpart_has_no_links() -> None:
    assert row_links(([Text("op1", (Run("5"),))], []), ("en", "fr"), {}) == []
    alone = bundled_pair()._replace(target=None)
    assert list(links_by_row(alone)) == []


def test_at_least_95_of_100_terms_of_a_list_made_before_are_linked_right() -> None:
    pair = bundled_pair()
    links = [link for own in links_by_row(pair) for link in own]
    lines = [line for line in _LIST.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    right = [line for line in lines if _is_linked(line, pair, links)]
    assert len(lines) == 72
    assert len(right) >= 0.95 * len(lines), sorted(set(lines) - set(right))


def _is_linked(line: str, pair: Bitext, links: list[Link]) -> bool:
    """Whether all that is linked of a term is linked to its counterpart."""
    fields = line.split("\t")
    assert pair.target
    own, other = (
        _span({clause.id: clause.text for clause in side.walk()}, *fields[first : first + 3])
        for side, first in ((pair.source, 0), (pair.target, 3))
    )
    found = [link.target for link in links if _share(link.source, own)]
    return bool(found) and all(_share(target, other) for target in found)


def _span(texts: dict[str, str], id: str, words: str, time: str) -> Span:
    text, start = texts[id].lower(), -1
    for _ in range(int(time)):
        start = text.index(words.lower(), start + 1)
    return Span(id, start, start + len(words))


def _share(one: Span, other: Span) -> bool:
    return one.id == other.id and one.start < other.end and other.start < one.end


def test_the_command_prints_the_links_of_each_row(capsys: pytest.CaptureFixture[str]) -> None:
    pair = [str(BUNDLED), str(BUNDLED_TRANSLATION)]
    assert main(["align", "--json", "--links", *pair]) == 0
    with_links = json.loads(capsys.readouterr().out)["rows"]
    assert {"source": ["pp1", 4, 20], "target": ["pp1", 34, 50], "kind": "date"} in with_links[0][
        "links"
    ]
    assert main(["align", "--json", *pair]) == 0
    without = json.loads(capsys.readouterr().out)["rows"]
    assert [{key: row[key] for key in ("source", "target", "score")} for row in with_links] == (
        without
    )
    assert main(["align", "--links", *pair]) == 1
    assert "--links needs --json" in capsys.readouterr().err


_PIECES = st.sampled_from(
    [
        *("the Security Council", "安全理事会", "resolution 74/43", "第74/43号决议", "12 May 2019"),
        *(
            "2019年5月12日",
            "terrorism",
            "恐怖分子",
            "恐怖主义",
            "non-",
            "peace and security",
            "和平",
        ),
        *("الأمم المتحدة", "Организация", "le Conseil de sécurité", "75", "七十五", "\t", "\n", ""),
        *("核", "大规模毁灭性武器", "weapons of mass destruction", "𠀀", "é", "-", "’", "１２"),
    ]
)
_TEXTS = st.lists(
    st.lists(_PIECES, max_size=12).map(" ".join) | st.lists(_PIECES, max_size=12).map("".join),
    max_size=3,
)


@given(_TEXTS, _TEXTS, st.sampled_from([*OFFICIAL, "und"]), st.sampled_from([*OFFICIAL, "und"]))
def test_links_are_words_of_their_texts_and_share_none(
    source: list[str], target: list[str], one: str, other: str
) -> None:
    sides = [
        [Text(f"op{number}", (Run(text),)) for number, text in enumerate(texts)]
        for texts in (source, target)
    ]
    links = row_links((sides[0], sides[1]), (one, other), {})
    for spans, texts in (
        ([link.source for link in links], source),
        ([link.target for link in links], target),
    ):
        for span in spans:
            words = texts[int(span.id[2:])][span.start : span.end]
            assert words == words.strip() != ""
        for before, after in pairwise(sorted(spans)):
            assert before.id != after.id or before.end <= after.start
    assert [link.source for link in links] == sorted(link.source for link in links)

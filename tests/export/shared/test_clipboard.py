"""What is copied: words as they are shown, their citation, and rows of both languages."""

from html.parser import HTMLParser

import pytest

from desktop_app.export.shared.clipboard import Passage, numbered, quoted, table, taken
from desktop_app.resolution.model import Provenance, Resolution, Run, Runs, Style
from desktop_app.resolution.variants import as_converted
from tests.support.texts import EN, ZH, clause, read

_ZH = read(ZH)
_EN = read(EN)
_OFFICIAL = _EN._replace(provenance=Provenance.OFFICIAL)


def _of(side: Resolution, *ids: str) -> list[Passage]:
    return [Passage(id, clause(side, id).runs) for id in ids]


def _cited(side: Resolution, *ids: str) -> str:
    return quoted(side, _of(side, *ids), cited=True).plain.splitlines()[-1].partition(" (A/RES")[2]


def test_the_words_alone_are_the_words_alone() -> None:
    found = quoted(_EN, [Passage("op3", (Run("Urges", Style.EMPHASIS), Run(" all <States>")))])
    assert found.plain == "Urges all <States>"
    assert '<span lang="en" dir="ltr"><em>Urges</em> all &lt;States&gt;</span>' in found.html


def test_several_clauses_are_a_paragraph_each() -> None:
    found = quoted(_ZH, _of(_ZH, "op1", "op2"))
    assert found.plain.splitlines() == [clause(_ZH, id).text for id in ("op1", "op2")]
    assert found.html.count('<p lang="zh-Hans" dir="ltr">') == 2


def test_marks_are_raised_and_in_plain_text_in_brackets() -> None:
    found = quoted(_EN, [Passage("pp6", (Run("Convention"), Run("1", Style.MARK, "fn1")))])
    assert found.plain == "Convention[1]"
    assert "Convention<sup>1</sup>" in found.html


@pytest.mark.parametrize(("language", "word"), [("zh", "促请"), ("ar", "يحث")])
def test_emphasis_is_bold_in_a_language_without_italics(language: str, word: str) -> None:
    side = _EN._replace(language=language)
    runs = (Run(word, Style.EMPHASIS),)
    bold = f'<em style="font-style: normal; font-weight: bold">{word}</em>'
    assert bold in quoted(side, [Passage("op1", runs)]).html
    assert bold in table([side], [[[runs]]]).html


def test_what_is_raised_is_seen_in_plain_text_too() -> None:
    runs = (Run("5 km"), Run("2", Style.SUPERSCRIPT))
    assert quoted(_EN, [Passage("op1", runs)]).plain == "5 km²"
    assert table([_EN], [[[runs]]]).plain.splitlines()[-1] == "5 km²"


@pytest.mark.parametrize(
    ("ids", "within"),
    [
        ("op3", "OP 3"),
        ("pp6 pp7 pp8", "PP 6–8"),
        ("pp17 op1 op2", "PP 17, OP 1–2"),
    ],
)
def test_the_official_text_is_cited_by_its_clauses(ids: str, within: str) -> None:
    assert _cited(_OFFICIAL, *ids.split()) == f"/75/58, {within})"


@pytest.mark.parametrize(
    ("side", "said"),
    [
        (_EN, "transcription"),
        (_ZH, "source not stated"),
        (as_converted(_ZH, "s2t"), "source not stated, converted from Simplified by OpenCC"),
        (
            as_converted(_ZH._replace(provenance=Provenance.OFFICIAL), "s2twp"),
            "converted from Simplified by OpenCC with local terms",
        ),
        (_ZH._replace(provenance=Provenance.CONVERTED), "converted from another script"),
    ],
)
def test_what_is_not_the_official_record_says_so(side: Resolution, said: str) -> None:
    assert _cited(side, "op3") == f"/75/58, OP 3, {said})"


def test_the_citation_is_in_a_language_of_its_own() -> None:
    html = quoted(_ZH, _of(_ZH, "op3"), cited=True).html
    assert '<span lang="en" dir="ltr"> (A/RES/75/58, OP 3, source not stated)</span></span>' in html


def test_both_languages_are_a_table_with_two_columns() -> None:
    rows: list[list[list[Runs]]] = [
        [[(Run("促请\t全体"),), (Run("会员国"),)], [(Run("Calls\nupon"),)]],
        [[], [(Run("Urges"), Run("3", Style.MARK, "fn3"))]],
    ]
    found = table([_ZH, _EN], rows)
    assert found.plain.split("\n") == [
        "Chinese (Simplified): source not stated, not compared with the official record\t"
        "English: transcription, not the official record",
        "促请 全体 会员国\tCalls upon",
        "\tUrges[3]",
    ]
    cells = _Cells()
    cells.feed(found.html)
    assert cells.languages == ["en", "en", "zh-Hans", "en", "zh-Hans", "en"]
    assert cells.rows == 3


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.languages: list[str | None] = []
        self.rows = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.rows += tag == "tr"
        if tag in ("td", "th"):
            self.languages.append(dict(attributes)["lang"])
            assert dict(attributes)["dir"] == "ltr"


_RUNS: Runs = (Run("ab"), Run("1", Style.MARK), Run("cd"), Run("2", Style.MARK))


@pytest.mark.parametrize(
    ("start", "end", "text"), [(0, 2, "ab"), (0, 3, "ab1c"), (2, 4, "cd2"), (1, 4, "b1cd2")]
)
def test_a_mark_comes_with_the_words_on_both_sides_of_it(start: int, end: int, text: str) -> None:
    assert "".join(run.text for run in taken(_RUNS, start, end)) == text


def test_whole_clauses_and_footnotes_have_their_published_numbers() -> None:
    numbers = numbered(_EN)
    assert numbers["op3"] == (Run("3. "),)
    assert "pp3" not in numbers
    assert quoted(_EN, [Passage("fn1", numbers["fn1"])]).plain == "[1] "

"""Tables of comma-separated values, read back by Python's own reader as a program would, and looked
at as Excel would: a table with a signature, and no cell a formula."""

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.alignment.align import alone
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import Arrangement, Notes, Options
from desktop_app.export.formats.registry import render
from desktop_app.resolution.model import Run, Runs, Style
from tests.support.reading_back import (
    BOTH,
    EN_ALONE,
    EN_BESIDE_ZH,
    IBID,
    TAIWAN,
    TAIWAN_TEXT,
    ZH_ALONE,
    body,
    chosen,
    crossed,
    footnotes,
    joined,
    of_words,
    official,
    squeezed,
)
from tests.support.texts import EN, EN_PREAMBLE, ZH, read
from tests.tools.bench import made_up


def _table(found: Excerpt) -> list[dict[str, str]]:
    """The rows under the names of their columns, every row with a cell in each."""
    file = io.StringIO(render(found, "csv").decode("utf-8-sig"), newline="")
    head, *rows = csv.reader(file, strict=True)
    assert len(set(head)) == len(head)
    return [dict(zip(head, row, strict=True)) for row in rows]


def _column(found: Excerpt, name: str) -> list[str]:
    return [row[name] for row in _table(found)]


def _unmarked(cells: list[str]) -> str:
    return squeezed(re.sub(r"\[\d+\]", "", cell) for cell in cells)


@pytest.mark.parametrize(
    ("found", "tag", "text"),
    [
        (chosen(BOTH, "all"), "zh-Hans", ZH),
        (chosen(BOTH, "all"), "en", EN_BESIDE_ZH),
        (chosen(EN_ALONE, "all"), "en", EN),
        (chosen(ZH_ALONE, "all"), "zh-Hans", ZH),
        (chosen(TAIWAN, "all"), "zh-Hant-TW", TAIWAN_TEXT),
    ],
)
def test_everything_is_every_word_once_and_in_order(found: Excerpt, tag: str, text: str) -> None:
    assert _unmarked(_column(found, f"Text ({tag})")) == body(text, numbers=True)
    assert _unmarked(_column(found, f"Footnotes ({tag})")) == footnotes(text)


def test_a_row_is_a_clause_with_the_footnotes_that_it_calls() -> None:
    rows = _table(chosen(BOTH, "PP6,OP1"))
    assert [list(row.values())[:3] for row in rows] == [
        ["A/RES/75/58", "clause", "PP6 / PP6-PP7"],
        ["A/RES/75/58", "clause", "OP1"],
    ]
    assert rows[0]["Footnotes (en)"] == (
        "[1] United Nations, Treaty Series, vol. 2445, No. 44004.\n[2] Ibid., vol. 1456, No. 24631."
    )
    assert rows[1]["Footnotes (en)"] == ""
    assert "公约》[1] 于" in rows[0]["Text (zh-Hans)"]
    assert rows[1]["Text (zh-Hans)"].startswith("1. 促请 全体")


def test_the_columns() -> None:
    assert list(_table(chosen(BOTH, "OP1"))[0]) == [
        "Symbol",
        "Kind",
        "Label",
        "Text (zh-Hans)",
        "Text (en)",
        "Footnotes (zh-Hans)",
        "Footnotes (en)",
        "Provenance (zh-Hans)",
        "Provenance (en)",
        "Address (zh-Hans)",
        "Address (en)",
        "Document",
    ]


def test_every_row_says_what_the_texts_are() -> None:
    for row in _table(chosen(TAIWAN, "all")):
        assert row["Provenance (zh-Hant-TW)"].startswith(
            "converted from Simplified (OpenCC, Taiwan"
        )
        assert row["Provenance (en)"] == "transcription, not the official record"
        assert row["Address (zh-Hant-TW)"] == "https://docs.un.org/zh/A/RES/75/58"
        assert row["Address (en)"] == "https://docs.un.org/en/A/RES/75/58"
        assert row["Document"] == (
            "General Assembly resolution 75/58 of 7 December 2020 (A/RES/75/58) "
            "[source not stated, converted from Simplified by OpenCC with local terms]"
        )


def test_lines_and_headings_have_labels_too() -> None:
    found = chosen(BOTH, "all")
    assert [row["Label"] for row in _table(found) if row["Kind"] == "line"][:3] == [
        "Masthead (organ)",
        "Masthead (symbol)",
        "Masthead (distribution)",
    ]
    assert "" not in _column(found, "Label")


def test_two_versions_of_one_language_have_columns_of_their_own() -> None:
    twice = BOTH._replace(
        target=BOTH.source, rows=tuple(r._replace(target=r.source) for r in BOTH.rows)
    )
    (row,) = _table(chosen(twice, "OP3"))
    assert row["Text (zh-Hans)"] == row["Text (zh-Hans-x-2)"] != ""


def test_without_footnotes_there_are_no_marks() -> None:
    found = chosen(BOTH, "PP6", Options(notes=Notes.NONE))
    assert "[" not in "".join(text for name, text in _table(found)[0].items() if name != "Document")


def test_paragraphs_of_one_row_are_lines_of_one_cell() -> None:
    assert _column(chosen(joined(), "OP1"), "Text (en)") == [
        "1. Decides to act;\n2. Requests more."
    ]


def test_ibid_says_what_it_stands_for() -> None:
    assert _column(chosen(IBID, "OP1"), "Footnotes (en)") == [
        "[2] Ibid., para. 6. [that is, footnote 1: See A/74/1, para. 5.]"
    ]


def test_a_row_with_a_gap_has_an_empty_cell() -> None:
    rows = _table(chosen(crossed(), "all"))
    names = ("Label", "Text (zh-Hans)", "Text (en)")
    assert [tuple(row[name] for name in names) for row in rows if "OP1" in row["Label"]] == [
        ("OP1 / —", "1. 决定采取行动。", ""),
        ("— / OP1", "", "1. Decides to act."),
    ]


_LEANING = f"""{EN_PREAMBLE}1. Decides to act;[^1]

2. Requests more;[^1] [^2]

[^1]: See A/74/1.
[^2]: See A/74/2.
"""


def test_a_footnote_is_in_every_row_that_calls_it() -> None:
    found = chosen(alone(read(_LEANING)), "OP1-2")
    assert _column(found, "Footnotes (en)") == [
        "[1] See A/74/1.",
        "[1] See A/74/1.\n[2] See A/74/2.",
    ]


def test_a_footnote_that_a_language_does_not_call_is_where_the_other_calls_it() -> None:
    found = chosen(IBID, "PP2,OP1")
    silent = [
        entry._replace(
            texts=(entry.texts[0], tuple(p._replace(runs=p.runs[:1]) for p in entry.texts[1]))
        )
        for entry in found.entries
    ]
    changed = replace(found, entries=tuple(silent))
    assert _column(changed, "Text (en)") == ["Recalling also its report,", "1. Decides to act;"]
    assert _column(changed, "Footnotes (en)") == [
        "[1] See A/74/1, para. 5.",
        "[2] Ibid., para. 6.",
    ]


def test_a_footnote_that_nothing_calls_has_a_row_of_its_own() -> None:
    found = chosen(IBID, "all")
    called = replace(found, entries=tuple(e for e in found.entries if e.label != "OP1"))
    last = _table(called)[-1]
    assert (last["Kind"], last["Label"], last["Text (en)"], last["Footnotes (en)"]) == (
        "footnote",
        "FN2",
        "[2] Ibid., para. 6.",
        "",
    )


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru"])
def test_every_clause_of_every_official_language_is_as_it_was_read(language: str) -> None:
    bitext = official(language)
    assert bitext.target is not None
    shown = re.sub(r"\[\w+\]", "", "\n".join(_column(chosen(bitext, "all"), f"Text ({language})")))
    assert [clause.id for clause in bitext.target.walk() if clause.text not in shown] == []


def test_a_thousand_rows_are_a_thousand_rows() -> None:
    bitext = made_up.bitext(1000, 60)
    assert bitext.target is not None
    found = chosen(bitext, "all")
    for side, tag in ((bitext.source, "zh-Hans"), (bitext.target, "en")):
        texts = [f"{clause.mark} {clause.text}" for clause in side.walk()]
        assert _column(found, f"Text ({tag})") == texts


def test_excel_knows_the_encoding_and_lines_end_as_it_wants() -> None:
    data = render(chosen(BOTH, "PP6,OP1"), "csv")
    assert data.startswith(b"\xef\xbb\xbfSymbol,Kind,Label,")
    assert data.endswith(b"\r\n")
    # The line breaks within cells, between two paragraphs and between footnotes, stay as they are.
    assert (data.count(b"\r\n"), data.count(b"\n")) == (3, 3 + 3)


@pytest.mark.parametrize(
    "words",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u3000=1", "＝1", "'=1"],
)
def test_what_a_spreadsheet_would_calculate_is_text(words: str) -> None:
    (row,) = _table(of_words((Run(words),)))
    assert row["Text (zh-Hans)"] == f"2. {words}"  # after its number it is none
    entry = (found := of_words((Run(words),))).entries[0]
    bare = entry._replace(texts=((entry.texts[0][0]._replace(mark=""),),))
    (row,) = _table(replace(found, entries=(bare,), symbol="=HYPERLINK()"))
    assert row["Text (zh-Hans)"] == f"'{words}"
    assert row["Symbol"] == "'=HYPERLINK()"


def test_it_is_the_same_however_languages_are_asked_to_stand() -> None:
    written = {
        render(chosen(BOTH, "OP1", Options(arrangement=arrangement)), "csv")
        for arrangement in (None, *Arrangement)
    }
    assert len(written) == 1


def test_it_can_be_stopped() -> None:
    def stop(share: float) -> None:
        raise InterruptedError(share)

    with pytest.raises(InterruptedError):
        render(chosen(BOTH, "all"), "csv", stop)


_DANGEROUS = re.compile(r"^'*([\t\r\n]|\s*[=+\-@＝＋－＠])")


@settings(deadline=None)
@given(
    st.text(
        st.one_of(
            st.sampled_from("'=+-@＝ \t\r\n\",\0中"), st.characters(exclude_categories=["Cs"])
        ),
        min_size=1,
    )
)
@example("'=x")
@example("''=x")
@example("'x")
def test_any_words_read_back_as_they_were(words: str) -> None:
    found = of_words((Run(words),))
    (entry,) = found.entries
    bare = entry._replace(texts=((entry.texts[0][0]._replace(mark=""),),))
    (cell,) = _column(replace(found, entries=(bare,)), "Text (zh-Hans)")
    assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r")
    assert (cell[1:] if _DANGEROUS.match(cell) else cell) == words


def test_what_is_raised_is_a_superscript_and_emphasis_is_left_out() -> None:
    runs: Runs = (Run("10"), Run("2", Style.SUPERSCRIPT), Run("x", Style.EMPHASIS))
    assert _column(of_words(runs), "Text (zh-Hans)") == ["2. 10²x"]

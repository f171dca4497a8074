"""The files that are written: their exact text, and that it can be read again."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from desktop_app.alignment.align import align, alone
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import clause_rows, rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.options import Arrangement, ExportError, Options
from desktop_app.export.formats.registry import FORMATS, render
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Footnote, Part, PartKind, Resolution, Run, Style, words
from desktop_app.resolution.pruning import unmarked
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, ZH, ids, read, texts

_READ_BY_PEOPLE = ("html", "md", "txt")
"""What has no room of tests of its own."""
_GOLDEN = FIXTURES
_ZH = read(ZH)
_BOTH = align(_ZH, read(EN))
_NASTY = '<script>alert("1 & 2")</script> <b>bold</b> & &amp; *stars* _lines_ [x](y) `code` | ~'


def _written(bitext: Bitext, chosen: str, ending: str) -> str:
    return render(excerpt(bitext, rows_of(bitext, select(chosen, bitext.source))), ending).decode()


@pytest.mark.parametrize("ending", _READ_BY_PEOPLE)
@pytest.mark.parametrize(("languages", "bitext"), [("one", alone(_ZH)), ("both", _BOTH)])
def test_the_exact_text_of_a_small_selection(ending: str, languages: str, bitext: Bitext) -> None:
    golden = _GOLDEN / f"export_{languages}.{ending}.golden"
    assert _written(bitext, "PP6,OP1", ending) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", _READ_BY_PEOPLE)
@pytest.mark.parametrize("chosen", ["OP1", "all"])
def test_a_file_ends_with_one_line_break_and_says_its_source(ending: str, chosen: str) -> None:
    text = _written(_BOTH, chosen, ending)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "General Assembly resolution 75/58 of 7 December 2020" in text
    assert "transcription, not the official record" in text


_COLUMNS = Options(arrangement=Arrangement.COLUMNS)


def _in_columns(bitext: Bitext, chosen: str, key: str) -> str:
    rows = rows_of(bitext, select(chosen, bitext.source))
    return render(excerpt(bitext, rows, _COLUMNS), key).decode()


def _cells_of_markdown(text: str) -> list[list[str]]:
    """The words of each cell of the one table, by the library for Markdown."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    cells = [
        "".join(
            "\n" if part.content == "<br>" else part.content if part.type == "text" else ""
            for part in tokens[place + 1].children or ()
        )
        for place, token in enumerate(tokens)
        if token.type in ("th_open", "td_open")
    ]
    width = sum(token.type == "th_open" for token in tokens)
    return [cells[start : start + width] for start in range(0, len(cells), width)]


def _cells_of_text(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines() if "\t" in line]


def _expected(bitext: Bitext, between: str) -> list[list[str]]:
    """Label and words of every clause of both languages as they were published."""
    found = excerpt(bitext, clause_rows(bitext), _COLUMNS)
    return [
        [entry.label, *(between.join(words(unmarked(p.numbered)) for p in t) for t in entry.texts)]
        for entry in found.entries
    ]


def test_columns_of_markdown_are_a_table_that_its_library_reads() -> None:
    text = _in_columns(_BOTH, "all", "md")
    head, *rows = _cells_of_markdown(re.sub(r"\[\^[^]]+\](?!:)", "", text))
    assert head == ["", "Chinese (Simplified)", "English"]
    assert rows == _expected(_BOTH, "\n\n")
    assert set(re.findall(r"\[\^([^]]+)\](?!:)", text)) == set(re.findall(r"\[\^(.+?)\]:", text))


def test_columns_of_plain_text_are_between_tabs() -> None:
    text = _in_columns(_BOTH, "all", "txt")
    head, *rows = _cells_of_text(re.sub(r"(?<!\n)\[\d+\]", "", text))
    assert head == ["", "Chinese (Simplified)", "English"]
    notes = rows[-len(_ZH.footnotes) :]
    assert [row[0] for row in notes] == [f"[{note.mark}]" for note in _ZH.footnotes]
    assert [row[1] for row in notes] == [note.text for note in _ZH.footnotes]
    written = [[cell.replace("\n", " ") for cell in row] for row in _expected(_BOTH, " ")]
    assert rows[: -len(notes)] == written


@given(st.text(min_size=1))
def test_no_text_breaks_the_columns(said: str) -> None:
    clause = _ZH.parts[-1].clauses[0]._replace(runs=(Run(f"a{said}b"),), clauses=())
    part = _ZH.parts[-1]._replace(clauses=(clause,))
    bitext = alone(_ZH._replace(parts=(part,), head=(), closing=(), footnotes=()))
    (row,) = _cells_of_text(_in_columns(bitext, clause.id, "txt"))[1:]
    label, text = row
    assert label == "OP1"
    wanted = f"1. a{said}b"
    assert len(text) == len(wanted)
    assert all(
        was == now or (was.isspace() and now == " ") for was, now in zip(wanted, text, strict=True)
    )


@pytest.mark.parametrize("bitext", [alone(_ZH), alone(_BOTH.target or _ZH)], ids=["zh", "en"])
def test_everything_as_markdown_reads_back_to_the_same_clauses(bitext: Bitext) -> None:
    text = _written(bitext, "all", "md")
    body = re.sub(r"(?m)^\*\*(PP|OP)\d+\*\*$", "", text)
    found = read(body)
    assert texts(found) == texts(bitext.source)
    assert found.footnotes == bitext.source.footnotes
    assert [clause.notes for clause in found.walk()] == [
        clause.notes for clause in bitext.source.walk()
    ]


_WORDS = st.text(
    st.sampled_from("ab中国。，*_`[]()<>&|~#+-=.!\\1 2'\"^:/"), min_size=1, max_size=30
).map(str.strip)


@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(_WORDS, st.sampled_from([Style.PLAIN, Style.EMPHASIS])), min_size=1, max_size=4
    )
)
def test_any_words_as_markdown_read_back_to_the_same_words(words: list[tuple[str, Style]]) -> None:
    runs = (Run("x"), *(Run(text, style) for text, style in words if text), Run("x"))
    wanted = "".join(run.text for run in runs)
    written = _written(alone(_with(runs)), "OP1", "md")
    paragraph = written[written.index("**OP1**") :]
    found = read(paragraph)
    assert " ".join(list(texts(found).values())[1].split()) == " ".join(wanted.split())


def _with(runs: tuple[Run, ...]) -> Resolution:
    """A resolution of one paragraph of these runs."""
    base = read(f"{EN_PREAMBLE}Decides to act in the name of all.\n")
    clause = base.parts[1].clauses[0]._replace(runs=runs, opening="")
    return base._replace(parts=(Part("operative", PartKind.OPERATIVE, (), (clause,)),))


class _Page(HTMLParser):
    """Checks that every element is closed, and gathers texts without a language."""

    _VOID = frozenset({"meta", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.bare: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in self._VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        inside = {tag for tag, _ in self.open}
        if data.strip() and "body" in inside:
            stated = [attrs for _, attrs in self.open if "lang" in attrs and "dir" in attrs]
            if not stated:
                self.bare.append(data)


@pytest.mark.parametrize("chosen", ["PP6,OP1", "all"])
@pytest.mark.parametrize("bitext", [alone(_ZH), _BOTH], ids=["one", "both"])
def test_html_is_well_formed_with_language_and_direction_on_every_text(
    bitext: Bitext, chosen: str
) -> None:
    text = _written(bitext, chosen, "html")
    page = _Page()
    page.feed(text)
    page.close()
    assert page.open == []
    assert page.bare == []
    xml = re.sub(r"<(meta[^>]*|br)>", r"<\1/>", text.removeprefix("<!DOCTYPE html>"))
    root = ElementTree.fromstring(xml)
    cells = root.findall(".//td")
    assert {(cell.get("lang"), cell.get("dir")) for cell in cells} <= {
        ("zh-Hans", "ltr"),
        ("en", "ltr"),
    }
    identifiers = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(set(identifiers)) == len(identifiers)
    for link in root.findall(".//a"):
        target = link.get("href", "")
        assert target.startswith("https://docs.un.org/") or target.removeprefix("#") in identifiers


def test_arabic_is_written_from_right_to_left() -> None:
    arabic = _BOTH._replace(target=_BOTH.target and _BOTH.target._replace(language="ar"))
    assert '<td lang="ar" dir="rtl">' in _written(arabic, "OP1", "html")


def _hostile() -> Resolution:
    base = _with((Run(_NASTY), Run("1", Style.MARK, "fn1"), Run(_NASTY, Style.EMPHASIS)))
    head = base.masthead._replace(title=_NASTY, symbol=f'A/RES/"><{_NASTY}')
    note = Footnote("fn1", "1", (Run(_NASTY),))
    return base._replace(masthead=head, footnotes=(note,))


def test_everything_in_html_is_escaped() -> None:
    text = _written(alone(_hostile()), "all", "html")
    page = _Page()
    page.feed(text)
    assert page.open == []
    assert page.tags.isdisjoint({"script", "b", "img", "iframe"})
    assert "<script" not in text
    assert text.count("&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;") >= 4


def test_html_fetches_nothing() -> None:
    text = _written(_BOTH, "all", "html")
    assert not re.search(r"src=|@import|url\(|<link|<script", text)


def test_everything_in_markdown_is_escaped() -> None:
    text = _written(alone(_hostile()), "OP1", "md")
    clauses = [clause.text for clause in read(text[text.index("**OP1**") :]).walk()]
    assert clauses == ["OP1", _NASTY * 2]


def test_amounts_in_dollars_are_no_formulas_in_markdown() -> None:
    text = _written(alone(_with((Run("US$5 for one, $10 for two"),))), "OP1", "md")
    assert "US\\$5 for one, \\$10 for two" in text
    clauses = [clause.text for clause in read(text[text.index("**OP1**") :]).walk()]
    assert clauses[1] == "US$5 for one, $10 for two"


@pytest.mark.parametrize(
    "start",
    [
        "# no heading",
        "1. no item",
        "12) no item",
        "- no item",
        "+ no item",
        "> no quote",
        "=== no rule",
    ],
)
def test_a_line_that_looks_like_markup_is_no_markup(start: str) -> None:
    text = _written(alone(_with((Run(start),))), "OP1", "md")
    found = read(text[text.index("**OP1**") :])
    assert [(c.mark, c.text) for c in found.walk()][1] == ("", start)


def test_plain_text_has_the_marks_in_brackets_and_no_markup() -> None:
    text = _written(_BOTH, "all", "txt")
    assert "《制止核恐怖主义行为国际公约》[1] 于 2007 年" in text
    assert not re.search(r"\*|<sup>|\[\^", text)


def test_a_file_ends_with_the_name_of_its_format_or_with_the_usual_one() -> None:
    others = {key: found.ending for key, found in FORMATS.items() if found.ending != key}
    assert others.items() >= {"xliff": "xlf", "akn": "xml"}.items()


@pytest.mark.parametrize("key", FORMATS)
def test_half_a_character_is_refused_with_a_sentence(key: str) -> None:
    found = excerpt(*_one_row(alone(_with((Run("x\ud800"),)))))
    with pytest.raises(ExportError, match=r"U\+D800.*take it out of the file\.$"):
        render(found, key)


def _one_row(bitext: Bitext) -> tuple[Bitext, list[Row]]:
    return bitext, rows_of(bitext, ("op1",))


def test_every_clause_is_in_every_format() -> None:
    for ending in _READ_BY_PEOPLE:
        text = _written(alone(_ZH), "all", ending)
        assert [id for id in ids(_ZH) if id.upper() not in text] == []

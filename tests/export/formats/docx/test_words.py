"""The words of a Word document: every chosen character is there, once and in order."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from desktop_app.alignment.align import align, alone
from desktop_app.export.excerpt.blocks import in_blocks
from desktop_app.export.excerpt.model import Paragraph
from desktop_app.export.excerpt.options import Arrangement, Options
from desktop_app.resolution.model import Run, Style
from tests.export.formats.docx.conftest import (
    BITEXTS,
    ReadDocument,
    W,
    excerpt_of,
    opened,
    plain,
    text_of,
    value_of,
    with_runs,
)
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, read
from tests.tools.bench.made_up import bitext as made_up

_COLUMNS, _INTERLEAVED, _SEQUENCE = Arrangement


def _lines(text: Sequence[Paragraph]) -> str:
    return "\n".join(plain(paragraph.numbered) for paragraph in text)


@pytest.mark.parametrize("chosen", ["PP1,OP1", "PP2-PP3,OP2-OP3", "all"])
@pytest.mark.parametrize("name", BITEXTS)
def test_columns_hold_every_chosen_character_once(name: str, chosen: str) -> None:
    found = excerpt_of(BITEXTS[name], chosen)
    rows = opened(found).table()
    assert rows[0] == ["Clause", *(version.name for version in found.versions)]
    assert rows[1:] == [[entry.label, *map(_lines, entry.texts)] for entry in found.entries]


@pytest.mark.parametrize("chosen", ["OP1-3", "all"])
@pytest.mark.parametrize("name", BITEXTS)
def test_interleaved_is_label_and_texts_one_below_the_other(name: str, chosen: str) -> None:
    found = excerpt_of(BITEXTS[name], chosen, Options(arrangement=_INTERLEAVED))
    wanted: list[str] = []
    for entry in found.entries:
        wanted += [entry.label] if entry.label else []
        for text in entry.texts:
            wanted += [plain(paragraph.numbered) for paragraph in text]
            if not text and entry.kind == "clause":
                wanted.append("—")
    assert _body(opened(found)) == wanted


@pytest.mark.parametrize("chosen", ["OP1-3", "all"])
@pytest.mark.parametrize("name", BITEXTS)
def test_sequence_is_one_language_after_the_other(name: str, chosen: str) -> None:
    found = excerpt_of(BITEXTS[name], chosen, Options(arrangement=_SEQUENCE))
    wanted: list[str] = []
    for block in in_blocks(found):
        wanted += [block.versions[0].name] if len(found.versions) > 1 else []
        for entry in block.entries:
            wanted += [entry.label] if entry.label else []
            wanted += [plain(paragraph.numbered) for paragraph in entry.texts[0]]
    assert _body(opened(found)) == wanted


def _body(found: ReadDocument) -> list[str]:
    """The paragraphs after those that say what the document is."""
    about = ("Title", "Citation", "Provenance", "Section End")
    return [text for style, text in found.paragraphs() if style not in about]


def test_what_only_one_language_has_leaves_an_empty_cell_or_a_dash() -> None:
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动。\n")
    en = read(f"{EN_PREAMBLE}1. Decides to act;\n\n2. Requests more of the same.\n")
    bitext = align(zh, en)
    last = ["— / OP2", "", "2. Requests more of the same."]
    assert opened(excerpt_of(bitext)).table()[-1] == last
    below = _body(opened(excerpt_of(bitext, options=Options(arrangement=_INTERLEAVED))))
    assert below[-3:] == ["— / OP2", "—", "2. Requests more of the same."]


_WORDS = st.text(
    st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\ufffe\uffff")
    .filter(lambda letter: letter >= " " or letter in "\n\t")
    .map(str),
    min_size=1,
    max_size=40,
)


@pytest.mark.slow
@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(_WORDS, st.sampled_from(list(Style)[:3])), min_size=1, max_size=4))
def test_any_words_read_back_to_the_same_words(words: list[tuple[str, Style]]) -> None:
    runs = tuple(Run(text, style) for text, style in words)
    for resolution in (with_runs(runs), with_runs(runs)._replace(language="ar")):
        assert opened(excerpt_of(alone(resolution), "OP1")).table()[1][1] == plain(runs)


def test_a_line_break_is_a_line_break() -> None:
    document = opened(excerpt_of(alone(with_runs((Run("one\ntwo\tthree"),))), "OP1"))
    run = document.document.tables[0].rows[1].cells[1].paragraphs[0].runs[0]
    names = [etree.QName(child).localname for child in run._r if child.tag != f"{W}rPr"]
    assert names == ["t", "br", "t", "tab", "t"]


def test_white_space_stays_as_it_is() -> None:
    runs = (Run("  a"), Run(" ", Style.EMPHASIS), Run("b \u3000 \u00a0c\u2028d\u00ad  "))
    found = excerpt_of(alone(with_runs(runs)), "OP1")
    assert opened(found).table()[1][1] == "  a b \u3000 \u00a0c\u2028d\u00ad  "


@pytest.mark.parametrize("arrangement", Arrangement)
def test_many_rows_are_all_there(arrangement: Arrangement) -> None:
    bitext = made_up(3000, 60)
    found = excerpt_of(bitext, options=Options(arrangement=arrangement))
    read_back = [
        text_of(paragraph)
        for paragraph in opened(found).body.iter(f"{W}p")
        if value_of(paragraph, "pPr/pStyle") == "ClauseText"
    ]
    sides = [[_lines(entry.texts[side]) for entry in found.entries] for side in (0, 1)]
    if arrangement is _SEQUENCE:
        assert read_back == sides[0] + sides[1]
    else:
        assert read_back == [text for pair in zip(*sides, strict=True) for text in pair]

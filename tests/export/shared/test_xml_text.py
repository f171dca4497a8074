"""Characters that no file of XML can hold are refused with a sentence, all others are let pass."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from desktop_app.alignment.align import align, alone
from desktop_app.citation.typed import select
from desktop_app.export.excerpt.choosing import rows_of
from desktop_app.export.excerpt.excerpt import excerpt
from desktop_app.export.excerpt.model import Excerpt
from desktop_app.export.excerpt.options import ExportError
from desktop_app.export.shared.xml_text import check
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, read

_ZH = f"{ZH_PREAMBLE}1. 决定采取行动；[^1]\n\n2. 请会员国。\n\n[^1]: 联合国，《条约汇编》。\n"
_EN = f"{EN_PREAMBLE}1. Decides to act;[^1]\n\n2. Requests more.\n\n[^1]: United Nations.\n"


def _excerpt(en: str, chosen: str = "OP1-2", zh: str = _ZH) -> Excerpt:
    bitext = align(read(zh), read(en))
    return excerpt(bitext, rows_of(bitext, select(chosen, bitext.source)))


def _with_words(words: str) -> Excerpt:
    """An excerpt of one clause with these words, whatever the reader would have made of them."""
    found = _excerpt(_EN, "OP2")
    (entry,) = found.entries
    (paragraph,) = entry.texts[1]
    run = paragraph.runs[0]._replace(text=words)
    changed = (entry.texts[0], (paragraph._replace(runs=(run,)),))
    return replace(found, entries=(entry._replace(texts=changed),))


def _sentence(found: Excerpt) -> str:
    with pytest.raises(ExportError) as error:
        check(found, "TMX")
    return str(error.value)


def test_the_sentence_names_clause_character_and_way_out() -> None:
    assert _sentence(_excerpt(_EN.replace("Requests more", "Requests\v more"))) == (
        "OP2 holds the character U+000B, which TMX cannot hold; "
        "export as plain text, or take it out of the file."
    )


def test_half_a_character_can_be_in_no_file() -> None:
    assert _sentence(_with_words("x\ud800")) == (
        "OP2 holds the character U+D800, which TMX cannot hold; take it out of the file."
    )


def test_a_footnote_is_called_by_its_mark() -> None:
    assert _sentence(_excerpt(_EN.replace("United Nations.", "United\x1b Nations."))).startswith(
        "Footnote 1 holds the character U+001B,"
    )


def test_a_line_of_the_masthead_is_called_so() -> None:
    found = _excerpt(_EN.replace("A title", "A\x01 title"), "all")
    assert _sentence(found).startswith("Masthead (title) holds the character U+0001,")


def test_a_title_that_is_written_with_every_selection_is_looked_at_too() -> None:
    found = _excerpt(_EN.replace("A title", "A\x01 title"), "OP1")
    assert _sentence(found).startswith("The masthead holds the character U+0001,")


def test_what_is_not_chosen_is_not_looked_at() -> None:
    found = _excerpt(_EN.replace("Requests more", "Requests\v more"), "OP1")
    check(found, "TMX")
    assert len(found.entries) == 1


def test_one_language_alone_is_looked_at_alone() -> None:
    bitext = alone(read(_ZH.replace("请会员国", "请\v会员国")))
    found = excerpt(bitext, rows_of(bitext, ("op2",)))
    assert _sentence(found).startswith("OP2 holds the character U+000B,")


@settings(deadline=None)
@given(st.characters(exclude_categories=()))
def test_the_characters_that_are_refused_are_those_that_no_parser_reads(character: str) -> None:
    try:
        etree.fromstring(b"<a>&#%d;</a>" % ord(character))
        readable = True
    except etree.XMLSyntaxError:
        readable = False
    try:
        check(_with_words(f"x{character}"), "TMX")
        passed = True
    except ExportError:
        passed = False
    assert passed is readable

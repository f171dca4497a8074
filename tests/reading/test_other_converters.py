"""The bundled texts as other converters would have written them: the outline stays the same."""

import re
from collections.abc import Callable

import pytest

from desktop_app.resolution.model import Resolution
from tests.support.texts import EN, EN_OPENINGS, ZH, ZH_OPENINGS, ids, openings, read, texts

Rewrite = Callable[[str], str]
_SUPERSCRIPT = dict(enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _bracket_notes(text: str) -> str:
    text = re.sub(r"^<sup>(\d)</sup> ", r"[^\1]: ", text, flags=re.MULTILINE)
    return re.sub(r"<sup>(\d)</sup>", r"[^\1]", text)


def _raised_notes(text: str) -> str:
    """Converters that know no footnotes leave an empty line between them."""
    text = re.sub(r"^\[\^(\d)\]: (.*)$", r"<sup>\1</sup> \2\n", text, flags=re.MULTILINE)
    return re.sub(r"\[\^(\d)\]", r"<sup>\1</sup>", text)


def _superscript_characters(text: str) -> str:
    return re.sub(r"<sup>(\d)</sup>", lambda m: _SUPERSCRIPT[int(m[1])], text)


def _notes_in_one_paragraph(text: str) -> str:
    return re.sub(r"(?m)^(<sup>\d</sup>.*)\n\n(?=<sup>)", r"\1\n", text)


def _notes_glued_to_the_text_before(text: str) -> str:
    return re.sub(r"\n\n(?=<sup>\d</sup> )", "\n", text)


def _without_emphasis(text: str) -> str:
    return text.replace("*", "")


def _stray_spaces_in_emphasis(text: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*", r"** \1 **", text)


def _one_level_headings(text: str) -> str:
    """Every line of the masthead is a heading of one level."""
    head, enacting, body = text.partition("大会，\n")
    lines = (f"## {line.lstrip('# ').rstrip()}\n" for line in head.splitlines() if line.strip())
    return "\n".join(lines) + "\n" + enacting + body


def _no_headings(text: str) -> str:
    return re.sub(r"^#+ ", "", text, flags=re.MULTILINE)


def _with_symbol_line(text: str) -> str:
    return text.replace("## 大 会\n", "## 大 会\n\nA/RES/75/58\n", 1)


def _with_front_matter(text: str) -> str:
    return f"---\nsymbol: A/RES/75/58\nlanguage: zh\n---\n{text.lstrip()}"


def _all_ones(text: str) -> str:
    return re.sub(r"(?m)^[2-6]\. ", "1. ", text)


def _full_width_stop(text: str) -> str:
    return re.sub(r"(?m)^(\d)\. (.*)$", r"\1．\2\n", text)


def _ideographic_comma(text: str) -> str:
    return re.sub(r"(?m)^(\d)\. (.*)$", r"\1、\2\n", text)


def _closing_glued(text: str) -> str:
    return text.replace("的分项。\n\n2020", "的分项。\n2020")


def _closing_on_two_paragraphs(text: str) -> str:
    return text.replace("12月7日  \n第37", "12月7日\n\n第37")


def _half_width_punctuation(text: str) -> str:
    return re.sub("，$", ",", text, flags=re.MULTILINE)


_VARIANTS: dict[str, Rewrite] = {
    "footnotes written [^1]": _bracket_notes,
    "footnote marks as ¹": _superscript_characters,
    "notes glued together": _notes_in_one_paragraph,
    "notes glued to the text": _notes_glued_to_the_text_before,
    "no emphasis": _without_emphasis,
    "stray spaces in emphasis": _stray_spaces_in_emphasis,
    "one-level headings": _one_level_headings,
    "no headings": _no_headings,
    "symbol on a line": _with_symbol_line,
    "symbol in front matter": _with_front_matter,
    "all items 1.": _all_ones,
    "1．": _full_width_stop,
    "1、": _ideographic_comma,
    "enacting words with a space": lambda text: text.replace("\n大会，\n", "\n大 会，\n"),
    "enacting words as a heading": lambda text: text.replace("\n大会，\n", "\n## 大会，\n"),
    "enacting words in bold": lambda text: text.replace("\n大会，\n", "\n**大会**，\n"),
    "enacting words with an ASCII comma": lambda text: text.replace("\n大会，\n", "\n大会,\n"),
    "closing glued": _closing_glued,
    "closing in two paragraphs": _closing_on_two_paragraphs,
    "half-width commas": _half_width_punctuation,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "indented": lambda text: re.sub(r"(?m)^(?=[^#\d<\s])", "    ", text),
    "lines broken before the marks": lambda text: re.sub(r"(?<=》)<sup>", "\n<sup>", text),
    "trailing spaces": lambda text: re.sub(r"(?m)(?<=\S)$", "   ", text),
}


@pytest.fixture(scope="module")
def zh() -> Resolution:
    return read(ZH)


@pytest.fixture(scope="module")
def en() -> Resolution:
    return read(EN)


@pytest.mark.parametrize("rewrite", _VARIANTS.values(), ids=_VARIANTS)
def test_a_rewritten_chinese_text_has_the_same_outline(rewrite: Rewrite, zh: Resolution) -> None:
    rewritten = rewrite(ZH)
    assert rewritten != ZH

    found = read(rewritten)

    assert ids(found) == ids(zh)
    assert openings(found) == ZH_OPENINGS
    assert found.masthead == zh.masthead
    assert [clause.notes for clause in found.walk()] == [clause.notes for clause in zh.walk()]
    assert [line.id for line in found.closing] == ["closing.date", "closing.meeting"]


@pytest.mark.parametrize("rewrite", _VARIANTS.values(), ids=_VARIANTS)
def test_a_rewritten_chinese_text_has_the_same_words(rewrite: Rewrite, zh: Resolution) -> None:
    def tight(text: str) -> str:
        return re.sub(r"\s", "", text.replace(",", "，"))

    found = read(rewrite(ZH))

    assert {id: tight(text) for id, text in texts(found).items()} == {
        id: tight(text) for id, text in texts(zh).items()
    }
    assert [tight(note.text) for note in found.footnotes] == [
        tight(note.text) for note in zh.footnotes
    ]


_EN_VARIANTS: dict[str, Rewrite] = {
    "footnotes raised": _raised_notes,
    "footnote marks as ¹": lambda text: _superscript_characters(_raised_notes(text)),
    "no emphasis": _without_emphasis,
    "bold": lambda text: re.sub(r"\*(.+?)\*", r"**\1**", text),
    "underscores": lambda text: re.sub(r"\*\*(.+?)\*\*|\*(.+?)\*", r"_\1\2_", text),
    "all items 1.": _all_ones,
    "no front matter": lambda text: text.split("---\n", 2)[2],
    "one paragraph a line": lambda text: re.sub(r"\n\n(\d\. )", r"\n\1", text),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "enacting words as a heading": lambda text: text.replace("*The General", "### *The General"),
    "lines broken at 60": lambda text: re.sub(r"(?m)^(\*[A-Z].{40,70}?) ", r"\1\n", text),
    "no empty line before the closing": lambda text: text.replace('".\n\n*37', '".\n*37'),
}


@pytest.mark.parametrize("rewrite", _EN_VARIANTS.values(), ids=_EN_VARIANTS)
def test_a_rewritten_english_text_has_the_same_outline_and_words(
    rewrite: Rewrite, en: Resolution
) -> None:
    rewritten = rewrite(EN)
    assert rewritten != EN

    found = read(rewritten)

    assert openings(found) == EN_OPENINGS
    assert texts(found) == texts(en)
    assert found.masthead == en.masthead
    assert [clause.notes for clause in found.walk()] == [clause.notes for clause in en.walk()]
    assert [note.text for note in found.footnotes] == [note.text for note in en.footnotes]
    assert [line.id for line in found.closing] == ["closing.meeting", "closing.date"]


def test_the_symbol_is_made_from_the_organ_and_the_number_where_the_file_lacks_it() -> None:
    assert "A/RES/75/58" not in ZH
    assert read(ZH).masthead.symbol == "A/RES/75/58"


def test_the_symbol_of_the_front_matter_is_believed() -> None:
    text = f"---\nsymbol: A/RES/75/58[A]\n---\n{ZH.lstrip()}"
    assert read(text).masthead.symbol == "A/RES/75/58[A]"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("official", "official"), ("Transcription", "transcription"), ("hearsay", "unstated")],
)
def test_the_front_matter_says_how_far_the_text_can_be_trusted(stated: str, expected: str) -> None:
    text = f"---\nprovenance: {stated}\n---\n{ZH.lstrip()}"
    assert read(text).provenance.value == expected


def test_a_footnote_between_two_operative_paragraphs_does_not_break_the_numbering() -> None:
    found = read(_all_ones(ZH))
    assert [clause.number for clause in found.parts[1].clauses] == list("123456")
    assert [clause.mark for clause in found.parts[1].clauses] == [f"{n}." for n in range(1, 7)]

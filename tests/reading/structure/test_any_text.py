"""Any text at all is read, and nothing of it is lost."""

import re
import string
from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.grammar.grammar import LANGUAGES
from desktop_app.grammar.scripts import script_in
from desktop_app.reading.structure import language
from tests.support.texts import EN_PREAMBLE, ZH, every_text, ids, read, texts

_PIECES = st.sampled_from(
    [
        *"\n\n\n   *_`#>-+.1234567890)([]^!<&|~\\\t:：。，；《》",
        *[
            "大会，",
            "The General Assembly,",
            "回顾",
            "Recalling",
            "1. ",
            "(a) ",
            "㈠ ",
            "附件\n",
            "Annex\n",
        ],
        *[
            "<sup>1</sup>",
            "[^1]",
            "[^1]: ",
            "**",
            "75/58. ",
            "---\n",
            "```\n",
            "第",
            "号决议",
            "\r\n",
            "\ufeff",
        ],
        *[
            "2020年12月7日",
            "第37次全体会议",
            "37th plenary meeting",
            "إن مجلس الأمن،",
            "١ - ",
            "(أ) ",
            "<sup>١</sup>",
            "Совет Безопасности,",
            "а) ",
            "<script>",
            "</script>",
            "\u3000",
            "\x00",
        ],
    ]
)
_ANYTHING = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(_PIECES, st.text(max_size=5)), max_size=60).map("".join),
)
_WORDS = st.text(
    st.sampled_from(string.ascii_letters + "回顾决定请大会各国报告éßДعこ"), min_size=1, max_size=8
)
_SENTENCES = st.lists(_WORDS, min_size=1, max_size=12).map(" ".join)


def _letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())


@given(_ANYTHING)
def test_any_text_at_all_is_read(text: str) -> None:
    resolution = read(text)
    found = ids(resolution)
    assert len(set(found)) == len(found)
    for clause in resolution.walk():
        assert clause.text.startswith(clause.opening)


@given(_ANYTHING)
def test_every_mark_calls_a_note_that_exists_or_none(text: str) -> None:
    resolution = read(text)
    known = {note.id for note in resolution.footnotes}
    assert len(known) == len(resolution.footnotes)
    assert all(known.issuperset(clause.notes) for clause in resolution.walk())


@given(st.lists(_SENTENCES, min_size=1, max_size=8))
def test_not_one_character_of_plain_paragraphs_is_lost(sentences: list[str]) -> None:
    resolution = read("\n\n".join(sentences))
    shown = re.sub(r"\s", "", "".join(every_text(resolution)))
    assert shown == re.sub(r"\s", "", "".join(sentences))


@given(st.lists(_SENTENCES.map(lambda text: f"{text};"), min_size=1, max_size=8))
def test_not_one_character_of_a_resolution_is_lost(sentences: list[str]) -> None:
    items = "\n\n".join(f"{n}. Decides {text}" for n, text in enumerate(sentences, 1))
    resolution = read(f"---\nlanguage: en\n---\n{EN_PREAMBLE}{items}\n")
    found = texts(resolution)
    assert [found[f"op{n}"] for n in range(1, len(sentences) + 1)] == [
        f"Decides {text}" for text in sentences
    ]


@given(st.lists(st.one_of(_SENTENCES, _PIECES.filter(lambda p: "<" not in p)), max_size=30))
def test_no_letter_and_no_digit_of_any_markdown_is_lost(pieces: list[str]) -> None:
    """Where markup can hide nothing: no HTML, no link, no front matter, no entity."""
    text = "x" + "".join(pieces).translate(dict.fromkeys(map(ord, "&[]()^`\x00"))).replace(
        "---", ""
    )
    lost = _letters(text) - _letters("".join(every_text(read(text))))
    if text.count("1.") > 1:
        del lost["1"]  # items that are all numbered 1 are counted, as Markdown does
    assert not +lost, lost


@given(st.integers(0, len(ZH)), st.integers(0, 200))
@example(1932, 200)  # "5. *" and the meeting
@example(175, 34)  # a month behind a word: "防止恐怖2 月"
def test_the_bundled_text_with_a_piece_torn_out_is_read(start: int, length: int) -> None:
    torn = ZH[:start] + ZH[start + length :]
    shown = _letters("".join(every_text(read(torn))))
    marks = _letters("".join(re.findall(r"</?sup>|<[^>]*$", torn)))
    assert not +(_letters(torn) - shown - marks)


@given(_ANYTHING)
def test_every_text_has_a_language_and_a_script(text: str) -> None:
    code = language.detect(text)
    assert code in (*LANGUAGES, "und")
    assert script_in(text, code) in {
        "zh": ("Hans", "Hant", "Hani"),
        "ru": ("Cyrl",),
        "ar": ("Arab",),
        "und": ("",),
    }.get(code, ("Latn",))

"""What is left untranslated, left out, typed twice, opened otherwise or not closed."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.alignment.audit.registry import named
from desktop_app.resolution.bitext import Severity
from tests.support.texts import EN, EN_PREAMBLE, ZH, ZH_PREAMBLE, read


def _said(name: str, zh: str, en: str) -> list[str]:
    bitext = align(read(f"{ZH_PREAMBLE}1. {zh}\n"), read(f"{EN_PREAMBLE}1. {en}\n"))
    return [found.sentence.removeprefix("OP1") for found in audit(bitext, named([name]))]


def test_words_left_in_the_other_language_are_found() -> None:
    en = "requests the Secretary-General to report on the implementation of this text"
    zh = f"决定召开会议，审议各国就执行情况提出的报告，以便采取进一步行动；{en}；"
    first = "Decides to meet and to consider the reports of States with a view to further action"
    assert _said("untranslated", zh, f"{first}; {en};") == [
        ": words of the Chinese text are in another language: "
        "requests the Secretary-General to report on the implementati…."
    ]
    zh = "决定召开会议，审议秘书长的报告；"
    assert _said("untranslated", zh, f"{first} 审议秘书长的报告;") == [
        ": words of the English text are in another language: 审议秘书长的报告."
    ]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        (
            "决定由博科圣地（Boko Haram）和 Al-Qaida 开会；",
            "Decides that Boko Haram and Al-Qaida meet;",
        ),
        ("决定开会；", "Decides to meet;"),
    ],
)
def test_names_are_not_left_untranslated(zh: str, en: str) -> None:
    assert _said("untranslated", zh, en) == []


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("决定决定开会；", "Decides to meet;", ": the Chinese text has a word twice: 决定."),
        (
            "决定开会；",
            "Decides to meet at the the seat;",
            ": the English text has a word twice: the.",
        ),
        ("决定开会；", "Decides that that meeting be held;", ""),
        ("决定由 Bora Bora 开会；", "Decides to meet in Bora Bora;", ""),
        ("决定审议不结盟国家国家元首的报告；", "Decides to consider the report of the Heads;", ""),
    ],
)
def test_a_word_that_was_typed_twice_is_found(zh: str, en: str, said: str) -> None:
    assert _said("doubled", zh, en) == [said] * bool(said)


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("决定开会(纽约；", "Decides to meet (New York);", "Chinese text has ( "),
        ("决定开会“纽约”；", 'Decides to meet "New York;', 'English text has " '),
        ("决定：a) 开会；", "Decides: (a) to meet;", ""),
        ("决定开会（纽约）；", "Decides to meet (New York);", ""),
        ("“决定开会；", '"Decides to meet;', ""),
    ],
)
def test_a_sign_that_is_not_closed_on_one_side_is_found(zh: str, en: str, said: str) -> None:
    found = _said("pairs", zh, en)
    assert len(found) == bool(said)
    assert all(said in sentence for sentence in found)


@pytest.mark.parametrize(
    ("zh", "en", "said"),
    [
        ("邀请各国开会；", "Demands that States meet;", ["邀请", "Demands"]),
        ("请各国开会；", "Requests States to meet;", []),
        ("请各国开会；", "Calls upon States to meet;", []),
        ("又吁请各国开会；", "Also appeals to States to meet;", []),
        ("各国开会；", "Demands that States meet;", []),
    ],
)
def test_opening_words_of_another_strength_are_a_doubt(zh: str, en: str, said: list[str]) -> None:
    found = _said("openings", zh, en)
    assert len(found) == bool(said)
    assert all(word in sentence for sentence in found for word in said)


def _without(text: str, words: str) -> str:
    assert words in text
    return text.replace(words, "", 1)


def test_a_phrase_left_out_within_a_paragraph_is_a_doubt() -> None:
    en = _without(EN, " within the United Nations framework and through international cooperation,")
    (found,) = audit(align(read(ZH), read(en)), named(["omissions"]))
    assert (found.severity, found.source) == (Severity.DOUBT, ("pp16",))
    assert "联合国框架" in found.sentence

"""Where words begin and end: what a double click takes."""

import pytest

from desktop_app.grammar.words import last_start, next_end, word_at, words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("深为关切恐怖主义与大规模毁灭性武器", "深为关切|恐怖主义|与|大规模毁灭性武器"),
        ("之间联系的危险", "之间|联系|的|危险"),
        ("確認大會和安全理事會各項有關決議", "確認|大會|和|安全理事會|各|項|有關|決議"),
        ("防止恐怖分子获取", "防止|恐怖分子|获取"),
        ("第 74/43 号决议，", "第| |74/43| |号|决议|，"),
        ("non-proliferation (A/C.1/75/L.29).", "non-proliferation| |(|A/C.1/75/L.29|)|."),
        ("l’Assemblée générale,", "l’Assemblée| |générale|,"),
        ("إن الجمعية العامّة،", "إن| |الجمعية| |العامّة|،"),
        ("Генеральная Ассамблея,", "Генеральная| |Ассамблея|,"),
    ],
)  # fmt: skip
def test_the_words_of_a_text(text: str, cut: str) -> None:
    assert "|".join(text[start:end] for start, end in words(text)) == cut


def test_the_word_at_a_character() -> None:
    text = "打击恐怖主义，"
    assert [text[slice(*word_at(text, place))] for place in (0, 3, 6, 7, 99)] == [
        *("打击", "恐怖主义"),
        *("，", "，", "，"),
    ]
    assert word_at("", 0) == (0, 0)


def test_a_word_in_the_middle_of_a_long_text_is_whole() -> None:
    text = "weapons of mass destruction " * 5000
    start, end = word_at(text, 70_011)
    assert text[start:end] in text.split()
    assert text[start - 1] == text[end] == " "


def test_from_word_to_word_over_spaces_and_signs() -> None:
    text = "Recalling (also) its"
    ends = [next_end(text, place) for place in (0, 9, 15, 20)]
    assert ends == [9, 15, 20, 20]
    assert [last_start(text, place) for place in (20, 17, 11, 0)] == [17, 11, 0, 0]

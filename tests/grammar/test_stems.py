"""The words that can have counterparts, in one form for each."""

import pytest

from desktop_app.grammar.stems import content_words, ending_at, is_function, stem


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "State States"),
        ("en", "weapon weapons"),
        ("fr", "nucléaire nucléaires"),
        ("es", "nacional nacionales"),
        ("ru", "государство государства государствами"),
        ("ar", "إرهاب الإرهاب والإرهاب"),
        ("und", "Freiheit Freiheiten"),
    ],
)
def test_the_forms_of_a_word_share_one(language: str, forms: str) -> None:
    stems = {word.stem for word in content_words(forms, language)}
    assert len(stems) == 1
    assert "" not in stems


def test_other_words_do_not_share_it() -> None:
    assert stem("international", "en") != stem("interest", "en")
    assert stem("non-proliferation", "en") != stem("proliferation", "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "of the and which"),
        ("fr", "l’un et d’autres"),
        ("es", "de la que"),
        ("ru", "и в соответствии с"),
        ("ar", "من الذي على"),
        ("zh", "的和以及关于號"),
    ],
)
def test_function_words_have_none(language: str, text: str) -> None:
    assert content_words(text, language) == []


def test_chinese_between_two_terms_is_pairs_of_characters() -> None:
    found = content_words("在巴格罗恐怖主义", "zh")
    assert [word.stem for word in found] == ["巴格", "格罗", "恐怖主义"]
    assert [(word.start, word.end) for word in found] == [(1, 3), (2, 4), (4, 8)]


def test_numbers_and_signs_are_no_words() -> None:
    assert content_words("75/58, 12.5 %", "en") == []


def test_what_makes_one_word_with_a_term() -> None:
    assert ending_at("恐怖分子。", 2, "zh") == 4
    assert ending_at("恐怖。", 2, "zh") == 2
    assert ending_at("terrorism", 6, "en") == 6
    assert is_function("The", "en")
    assert not is_function("Council", "en")

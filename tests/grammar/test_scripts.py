"""The scripts of languages: which a text is in, and what it is set in."""

import pytest

from desktop_app.common.typography import Typography
from desktop_app.grammar.languages import OFFICIAL, language_of
from desktop_app.grammar.scripts import (
    SCRIPTS,
    common_characters,
    families,
    families_of_script,
    lettering,
    script_in,
    script_of,
    standards,
)
from desktop_app.grammar.tables import table
from desktop_app.script.convert import convert
from tests.support.texts import EN, ZH


@pytest.mark.parametrize(
    ("text", "expected"),
    [(ZH, "Hans"), (convert(ZH, "s2t"), "Hant"), ("大，人口，山水", "Hani"), ("国會這时", "Hani")],
)
def test_the_script_of_a_chinese_text(text: str, expected: str) -> None:
    assert script_in(text, "zh") == expected


def test_the_script_of_other_texts() -> None:
    assert script_in(EN, "en") == "Latn"
    assert script_in("", "ru") == "Cyrl"
    assert script_in("Ссылаясь", "und") == ""


def test_every_simplified_character_of_the_tables_is_none_of_the_traditional() -> None:
    chinese = table("zh", "scripts")
    assert not set(chinese["simplified"]) & set(chinese["traditional"])


def test_the_standards_of_traditional_write_the_same_characters() -> None:
    assert standards().keys() == {"", "-TW", "-HK"}
    assert len({len(table("zh", "scripts")["standards"][name]) for name in standards()}) == 1


def test_every_language_is_written_in_a_script_that_a_font_can_be_chosen_for() -> None:
    assert {script_of(code) for code in (*OFFICIAL, "zh-Hant-TW", "und")} == SCRIPTS.keys()


def test_what_hong_kong_writes_has_its_own_fonts_and_the_choice_for_traditional() -> None:
    chosen = Typography(families=(("Hant", "LXGW WenKai TC"),))
    assert families("zh-Hant-HK", chosen) == ("LXGW WenKai TC", *families("zh-Hant-HK"))
    assert families("zh-Hant-HK") != families("zh-Hant-TW") == families_of_script("Hant")
    assert families("zh-Hans", chosen) == families("zh-Hans")


def test_only_chinese_is_as_wide_as_it_is_high_and_has_fonts_of_office_programs() -> None:
    for code in (*OFFICIAL, "zh-Hant-HK", "und"):
        is_chinese = code.startswith("zh")
        assert lettering(code).is_wide == is_chinese
        assert (lettering(code).office is not None) == is_chinese
        assert bool(language_of(code).locale) == (not is_chinese and code != "und")


def test_the_common_characters_fill_a_good_part_of_a_chinese_text() -> None:
    signs = [sign for sign in ZH if sign > "\x7f"]
    assert sum(sign in common_characters() for sign in signs) > 0.5 * len(signs)

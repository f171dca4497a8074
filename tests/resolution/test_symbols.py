"""Document symbols to their one normal form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.resolution import symbols


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("A/RES/75/58", "A/RES/75/58"),
        ("A / RES / 75 / 58", "A/RES/75/58"),
        ("A／RES／75／58", "A/RES/75/58"),
        ("S/RES/1540 (2004)", "S/RES/1540 (2004)"),
        ("S/RES/1540(2004)", "S/RES/1540 (2004)"),
        ("S/RES/1540（2004）", "S/RES/1540 (2004)"),
        ("S / RES/1540( 2004 )", "S/RES/1540 (2004)"),
        ("A/RES/2758(XXVI)", "A/RES/2758(XXVI)"),
        ("A/RES/2758 （XXVI）", "A/RES/2758(XXVI)"),
        ("A/RES/217 (III)[A]", "A/RES/217(III)[A]"),
        ("A/C.1/75/L.29", "A/C.1/75/L.29"),
        ("A/74/L.52/Add.1", "A/74/L.52/Add.1"),
        ("GC(62)/RES/7", "GC(62)/RES/7"),
        ("", ""),
    ],
)
def test_the_normal_form(written: str, normal: str) -> None:
    assert symbols.normal(written) == normal


@given(st.text("AS/RE.LCGT()（）／ 0123456789XVI\n", max_size=30))
def test_the_normal_form_of_a_normal_form_is_itself(written: str) -> None:
    assert symbols.normal(symbols.normal(written)) == symbols.normal(written)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[on the report of the First Committee (A/75/399, para. 96)]", "A/75/399"),
        ("[根据第一委员会的报告(A/75/399，第 96 段)通过]", "A/75/399"),
        ("[根據第一委員會的報告（A／75／399）通過]", "A/75/399"),
        ("见 A/74/548，附件。", "A/74/548"),
        ("See A/59/361.", "A/59/361"),
        ("See S/2002/875.", "S/2002/875"),
        ("A/74/L.52 and A/74/L.52/Add.1", "A/74/L.52"),
        ("Security Council resolution S/RES/1540 (2004)", "S/RES/1540 (2004)"),
        ("see GC(62)/RES/7 there", "GC(62)/RES/7"),
        ("its resolution 74/43 of 12 December 2019", ""),
        ("USA/RES", ""),
        ("https://example.org/A/RES/75/58", ""),
        ("and/or", ""),
        ("", ""),
    ],
)
def test_the_first_symbol_in_a_text(text: str, found: str) -> None:
    assert symbols.find(text) == found


@given(st.text(max_size=80))
def test_what_is_found_is_in_normal_form(text: str) -> None:
    assert symbols.normal(symbols.find(text)) == symbols.find(text)


@pytest.mark.parametrize(
    ("organ", "number", "symbol"),
    [
        ("General Assembly", "75/58", "A/RES/75/58"),
        ("General Assembly", "2758 (XXVI)", "A/RES/2758(XXVI)"),
        ("Security Council", "1540 (2004)", "S/RES/1540 (2004)"),
        ("Economic and Social Council", "2020/5", "E/RES/2020/5"),
        ("Human Rights Council", "41/1", "A/HRC/RES/41/1"),
        ("Gardening Club", "1/1", ""),
        ("", "75/58", ""),
        ("General Assembly", "", ""),
    ],
)
def test_the_symbol_of_an_organs_resolution(organ: str, number: str, symbol: str) -> None:
    assert symbols.of_resolution(organ, number) == symbol


@pytest.mark.parametrize(
    ("symbol", "language", "address"),
    [
        ("A/RES/75/58", "zh", "https://docs.un.org/zh/A/RES/75/58"),
        ("S/RES/1540 (2004)", "en", "https://docs.un.org/en/S/RES/1540(2004)"),
        ("A/RES/75/58>)<b>", "en", "https://docs.un.org/en/A/RES/75/58%3E)%3Cb%3E"),
        (
            "A/RES/75/58\n决?a=b#c%20\ud800",
            "zh",
            "https://docs.un.org/zh/A/RES/75/58%0A%E5%86%B3%3Fa%3Db%23c%2520%ED%A0%80",
        ),
        ("", "en", ""),
    ],
)
def test_the_official_page(symbol: str, language: str, address: str) -> None:
    assert symbols.address(symbol, language) == address


def test_two_symbols_are_the_same_however_they_are_spaced() -> None:
    assert symbols.are_same("S/RES/1540(2004)", "S/RES/1540 (2004)")
    assert symbols.are_same("A / RES/75/58", "A/RES/75/58")
    assert not symbols.are_same("A/RES/75/58", "A/RES/75/5")
    assert not symbols.are_same("", "")

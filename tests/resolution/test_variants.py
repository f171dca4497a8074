"""Which Chinese scripts are offered for which text."""

from collections.abc import Callable

import pytest

from desktop_app.resolution.variants import VARIANTS, as_converted, offered
from desktop_app.script.convert import convert
from tests.support.texts import EN, ZH, read


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda text: text, "s2t s2tw s2twp s2hk s2hkp"),
        (lambda text: convert(text, "s2t"), "t2s t2tw t2hk"),
        (lambda text: convert(text, "s2tw"), "tw2s tw2sp tw2t"),
        (lambda text: convert(text, "s2hk"), "hk2s hk2sp hk2t"),
        (lambda text: "大會，\n\n請各国來開會，山水人口\n", "t2s s2t s2tw s2twp s2hk s2hkp"),
        (lambda text: "山水人口\n", "t2s s2t s2tw s2twp s2hk s2hkp"),
        (lambda text: EN, ""),
    ],
)
def test_what_is_offered_depends_on_the_script_of_the_text(
    change: Callable[[str], str], expected: str
) -> None:
    assert offered(read(change(ZH))) == tuple(expected.split())


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("大會，\n\n爲了羣衆裏的衛生事業，說明啓動", "t2s"),
        ("大會，\n\n為了群眾裡的衛生事業，說明啟動", "tw2s"),
        ("大會，\n\n為了羣眾裏的衞生事業，説明啓動", "hk2s"),
        ("大會，\n\n國際聯合組織經濟發展", "t2s"),
    ],
)
def test_the_standard_of_a_traditional_text_is_told_by_its_characters(
    text: str, first: str
) -> None:
    assert offered(read(text))[0] == first


def test_no_two_that_are_offered_together_have_one_name() -> None:
    for change in ("", "s2t", "s2tw", "s2hk"):
        names = [
            VARIANTS[name].name for name in offered(read(convert(ZH, change) if change else ZH))
        ]
        assert len(set(names)) == len(names)


def test_what_is_said_of_a_converted_text() -> None:
    text = read(ZH)
    said = as_converted(text, "s2tw")
    assert (said.script, said.converted, said.converted_from) == ("Hant", "s2tw", "Hans")
    assert said._replace(script="Hans", converted="", converted_from="") == text
    assert as_converted(text, "") is text
    english = read(EN)
    assert as_converted(english, "s2tw") is english

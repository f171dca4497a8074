"""Which stretches of a text run from right to left."""

import pytest

from desktop_app.export.shared.directed import directed

_RTL, _LTR = True, False


@pytest.mark.parametrize(
    ("text", "rtl", "stretches"),
    [
        ("Recalling 75/58", _LTR, [("Recalling 75/58", _LTR)]),
        ("回顾《条约》", _LTR, [("回顾《条约》", _LTR)]),
        ("", _LTR, [("", _LTR)]),
        ("٧٥/٥٨ - تدابير", _RTL, [("٧٥/٥٨ - تدابير", _RTL)]),
        ("القرار 75/58", _RTL, [("القرار 75/58", _RTL)]),
        (
            "الوثيقة S/RES/1540 (2004)، الفقرة",
            _RTL,
            [("الوثيقة ", _RTL), ("S/RES/1540 (2004)", _LTR), ("، الفقرة", _RTL)],
        ),
        (
            "(A/75/399، الفقرة 96)",
            _RTL,
            [("(", _RTL), ("A/75/399", _LTR), ("، الفقرة 96)", _RTL)],
        ),
        ("Distr.: General\n٢٠٢٠", _RTL, [("Distr.: General", _LTR), ("\n٢٠٢٠", _RTL)]),
        (
            "the words إن الجمعية (in Arabic)",
            _LTR,
            [("the words ", _LTR), ("إن الجمعية", _RTL), (" (in Arabic)", _LTR)],
        ),
    ],
)
def test_stretches(text: str, rtl: bool, stretches: list[tuple[str, bool]]) -> None:
    assert list(directed(text, rtl)) == stretches


@pytest.mark.parametrize("rtl", [_RTL, _LTR])
def test_no_character_is_lost_or_doubled(rtl: bool) -> None:
    text = "a\u200f(ب) [c] \u202bד\u202c 1\t2\r\n)x(\u061c𞤀 é ﷺ ١٢,3"
    assert "".join(stretch for stretch, _ in directed(text, rtl)) == text

"""What no conversion changes in a text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.script.protected import protected


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("见 A/RES/75/58 和 S/RES/1540 (2004) 号", ["A/RES/75/58", "S/RES/1540 (2004)"]),
        ("见A／RES／75／58。", ["A／RES／75／58"]),
        ("S/RES/1540（2004）号", ["S/RES/1540（2004）"]),
        ("A/C.1/75/B肝", ["A/C.1/75/B"]),
        ("A/B型肝炎", []),
        ("第74/43号决议和B超", []),
        ("", []),
    ],
)
def test_document_symbols_are_protected(text: str, symbols: list[str]) -> None:
    assert [text[start:end] for start, end in protected(text)] == symbols


@given(st.text(st.sampled_from("AS/RE1 58（）(4)／.国"), max_size=40))
def test_the_stretches_are_in_order_and_apart(text: str) -> None:
    spans = protected(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))

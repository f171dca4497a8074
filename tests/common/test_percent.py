"""Percent-encoding is that of Python's own library."""

from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.common.percent import percent_encoded


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    st.text(alphabet="/:()!,;=@+$&'*#?[]"),
)
def test_it_is_what_pythons_library_makes(text: str, safe: str) -> None:
    assert percent_encoded(text, safe) == quote(text, safe=safe)


def test_half_a_character_has_its_bytes() -> None:
    assert percent_encoded("\ud800") == "%ED%A0%80"

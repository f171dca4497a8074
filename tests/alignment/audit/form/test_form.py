"""Signs at the ends of paragraphs, and quotations over several."""

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.resolution.bitext import Severity
from tests.support.texts import EN, EN_PREAMBLE, ZH, ZH_PREAMBLE, read


def test_a_sign_at_the_end_that_is_not_that_of_most_is_a_matter_of_style() -> None:
    en = EN.replace("this threat to humanity,", "this threat to humanity;")
    assert en != EN
    (found,) = [one for one in audit(align(read(ZH), read(en))) if one.check == "endings"]
    assert (found.severity, found.target) == (Severity.STYLE, ("pp17",))
    assert "where most end with ," in found.sentence


def test_a_quotation_over_several_paragraphs_is_closed_in_the_last() -> None:
    zh = f"{ZH_PREAMBLE}1. 决定：\n\n2. “开会；\n\n3. 闭会”。\n"
    en = f"{EN_PREAMBLE}1. Decides:\n\n2. To meet;\n\n3. To part.\n"
    assert [one for one in audit(align(read(zh), read(en))) if one.check == "pairs"] == []

"""A person's own list of terms: what it holds, what is refused, and what is found by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.alignment.align import align
from desktop_app.alignment.audit.audit import audit
from desktop_app.alignment.audit.content.own_terms import check_of
from desktop_app.alignment.audit.term_list import term_list
from desktop_app.common.messages import UserError
from desktop_app.grammar.checking.phrases import find_phrase, in_words
from desktop_app.resolution.bitext import Severity
from tests.support.texts import EN, ZH, read


@pytest.mark.parametrize(
    "text",
    [
        "en,zh\nterrorists,恐怖分子\n",
        "\ufeffen;zh\r\nterrorists;恐怖分子\r\n",
        "EN\tzh-Hans\tnote\nterrorists\t恐怖分子\tused everywhere\n",
        '"zh","en"\n"恐怖分子","terrorists"\n\n',
        "no,en,zh\n1,terrorists,恐怖分子\n2,alone,\n",
    ],
)
def test_a_list_has_a_column_for_each_language(text: str) -> None:
    (term,) = term_list(text, "list.csv")
    assert term.ways == {"en": ("terrorists",), "zh": ("恐怖分子",)}


def test_a_cell_can_hold_several_ways_to_say_one_thing() -> None:
    (term,) = term_list("en,zh\narms | weapons,武器\n", "list.csv")
    assert term.ways["en"] == ("arms", "weapons")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "list.csv needs the codes of two languages"),
        ("a,b\nx,y\n", "the codes are: zh, ar, ru, en, fr, es"),
        ("en\nterrorists\n", "needs the codes of two languages"),
        ("en,en\nx,y\n", "needs the codes of two languages"),
        ("en,zh\n", "list.csv holds no term in two languages"),
        ("en,zh\nterrorists,\n", "holds no term in two languages"),
        ('en,zh\n"terrorists,恐怖分子\n', "list.csv is not a list in CSV"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(UserError, match=said) as refused:
        term_list(text, "list.csv")
    assert str(refused.value).endswith(".")


@given(st.text(alphabet='enzh,;\t"\n| x', max_size=60))
def test_any_text_is_a_list_or_is_refused(text: str) -> None:
    try:
        terms = term_list(text, "list.csv")
    except UserError:
        return
    assert all(len(term.ways) > 1 for term in terms)


def test_a_term_that_is_said_otherwise_is_a_doubt() -> None:
    bitext = align(read(ZH), read(EN))
    check = check_of(
        term_list("zh,en\n恐怖分子,insurgents\n国际合作,international cooperation\n", "l")
    )
    found = audit(bitext, [check])
    assert {one.severity for one in found} == {Severity.DOUBT}
    assert {one.check for one in found} == {"terms"}
    assert found[0].sentence == (
        "PP3: 恐怖分子 of the Chinese text should be insurgents in the English text by your list "
        "of terms."
    )
    right = check_of(term_list("zh,en\n恐怖分子,insurgent|terrorist\n", "l"))
    assert audit(bitext, [right]) == ()


def test_a_list_in_other_languages_finds_nothing() -> None:
    check = check_of(term_list("fr,es\narmes,cosas\n", "l"))
    assert audit(align(read(ZH), read(EN)), [check]) == ()


@pytest.mark.parametrize(
    ("phrase", "text", "language", "words"),
    [
        ("weapon of mass", "all weapons of mass destruction", "en", "weapons of mass"),
        ("nation", "national means", "en", None),
        ("разоружение", "о всеобщем разоружении", "ru", "разоружении"),
        ("нота", "ноты", "ru", None),
        ("нота", "нота", "ru", "нота"),
        ("أسلحة", "والأسلحة النووية", "ar", "والأسلحة"),
        ("裁军", "全面彻底裁军", "zh", "裁军"),
        ("...", "a", "en", None),
    ],
)  # fmt: skip
def test_a_phrase_is_found_in_its_forms(
    phrase: str, text: str, language: str, words: str | None
) -> None:
    found = find_phrase(phrase, in_words(text, language))
    assert (text[slice(*found)] if found else None) == words

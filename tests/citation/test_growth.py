"""The time that citations take grows with the length of a text, or of what is typed, no faster."""

import pytest

from desktop_app.citation.references import citations
from desktop_app.citation.typed import id_of, select
from desktop_app.grammar.languages import OFFICIAL
from desktop_app.resolution.labels import SelectionError
from tests.support.growth import PHRASES, Construct, is_linear, tried
from tests.support.texts import EN, read


def _cite(text: str) -> None:
    for language in OFFICIAL:
        citations(text, language, "General Assembly")


@pytest.mark.slow
@pytest.mark.parametrize("name", tried(PHRASES))
def test_the_time_that_citations_take_grows_no_faster_than_the_text(name: str) -> None:
    linear, measured = is_linear(_cite, PHRASES[name])
    assert linear, measured


_TYPED = (
    # names, ranges and lists of paragraphs
    "OP1,", "OP1, ", "1,", "OP", "OP ", "PP1-", "-", "- ", "1-", "1-2,", "OP1-2,", "a-c,", "OP1(a)",
    "(a)", "(", ")", "() ", ".", ". ", ".a", ",.a", ",.a.b", "1.", "1a", "1_2", "_2", "a_2", "_",
    "¶1,", "§1,", "¶", "§", "p1", "p ", "all,", "all", "chapeau", ".chapeau", "(chapeau)", "FN 1",
    "fn ", "annex ", "annex 1 ", "annex I, ", "annex I-", "annex", "section ", "section 1 ",
    "section II, OP1, ", "section I, ", "section0", "section", "I", "I, ", "ix", "i-",
    # the same in words
    "paragraph ", "paragraph 1, ", "paragraphs 1 and 2, ", "para. 1 ", "para", "operative ",
    "operative paragraph 1, ", "preambular ", "preambular paragraph 1, ", "and ", "to ", "1 to ",
    "paragraphe 1, ", "alinéa ", "párrafo 1 ", "пункт 1, ", "пункт ", "الفقرة 1 ", "الفقرة ", "第",
    "第1段", "第一段", "第1段至", "执行部分", "执行部分第1段、", "序言部分第", "序言", "附件一",
    "附件", "第一节", "㈠", "（", "，", "、", "至", "一", "十",
)  # fmt: skip
_TYPED_CONSTRUCTS = (
    PHRASES
    | {f"typed {unit!r}": Construct(unit) for unit in _TYPED}
    | {f"typed {unit!r} behind OP1": Construct(unit, "OP1") for unit in _TYPED}
    | {f"typed {unit!r} behind a range": Construct(unit, "OP1-OP2") for unit in _TYPED}
    | {f"typed {unit!r} behind a section": Construct(unit, "section I, OP1-") for unit in _TYPED}
)


def _type(text: str) -> None:
    id_of(text)
    try:
        select(text, read(EN))
    except SelectionError as error:
        str(error)


@pytest.mark.slow
@pytest.mark.parametrize("name", tried(_TYPED_CONSTRUCTS))
def test_the_time_that_a_selection_takes_grows_no_faster_than_what_is_typed(name: str) -> None:
    linear, measured = is_linear(_type, _TYPED_CONSTRUCTS[name])
    assert linear, measured


@pytest.mark.parametrize("name", _TYPED_CONSTRUCTS)
def test_whatever_is_typed_is_read(name: str) -> None:
    _type(_TYPED_CONSTRUCTS[name].text(500))

"""Sentences made of a template and what fills it in, in any language."""

import pytest

from desktop_app.common.messages import Listed, Message, UserError, filled

_CHINESE = {
    "%1: the %2 text has %3.": "%1：%2文本作「%3」。",
    "Chinese": "中文",
    "%1 (%2)": "%1（%2）",
    "Masthead": "文首",
    "date": "日期",
    ", ": "、",
    " and ": "和",
}


def _say(english: str) -> str:
    return _CHINESE.get(english, english)


def test_what_is_said_is_translated_inside_and_out_and_quoted_words_are_not() -> None:
    line = Message("%1 (%2)", (Message("Masthead"), Message("date")))
    said = Message("%1: the %2 text has %3.", (line, Message("Chinese"), "date"))
    assert said.text() == "Masthead (date): the Chinese text has date."
    assert said.text(_say) == "文首（日期）：中文文本作「date」。"


@pytest.mark.parametrize(
    ("items", "english", "chinese"),
    [
        (("PP6",), "PP6", "PP6"),
        (("PP6", "PP7"), "PP6 and PP7", "PP6和PP7"),
        (("PP6", "PP7", Message("date")), "PP6, PP7 and date", "PP6、PP7和日期"),
    ],
)
def test_a_list_is_joined_as_the_language_joins_it(
    items: tuple[str | Message, ...], english: str, chinese: str
) -> None:
    assert Listed(items).text() == english
    assert Listed(items).text(_say) == chinese


@pytest.mark.parametrize(
    ("items", "chinese"),
    [
        (("PP6", "PP7"), "PP6 和 PP7"),
        (("Markdown", Message("date")), "Markdown 和日期"),
        ((Message("date"), "PP6"), "日期和 PP6"),
        ((Message("Masthead"), Message("date")), "文首和日期"),
        (("", ""), " 和 "),
    ],
)
def test_no_space_parts_two_chinese_characters(
    items: tuple[str | Message, ...], chinese: str
) -> None:
    assert Listed(items).text({**_CHINESE, " and ": " 和 "}.__getitem__) == chinese


def test_a_place_in_what_fills_a_place_is_left_as_it_is() -> None:
    assert filled("%2 of %1: 100%", "5 %2", "%1") == "%1 of 5 %2: 100%"


def test_an_error_is_its_sentence_in_english_and_can_be_said_otherwise() -> None:
    error = UserError(Message("%1 (%2)", ("a.md", Message("date"))))
    assert str(error) == "a.md (date)"
    assert error.message.text(_say) == "a.md（日期）"

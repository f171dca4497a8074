"""Which lines of a block begin paragraphs."""

import pytest

from desktop_app.grammar.grammar import grammar
from tests.support.texts import ids, read, texts

_HEAD = "General Assembly\n75/58. Lighthouses\nThe General Assembly,\n"


def test_a_line_with_room_for_the_next_word_ends_a_paragraph() -> None:
    found = read(
        f"{_HEAD}Recalling its resolution 74/43 of 12 December 2019 on the lamps of\n"
        "lighthouses,\nMindful of the sea,\n"
        "1. Decides to keep the lamps of all lighthouses in all countries lit\n"
        "at night;\nLamps\n2. Requests a report.\n"
    )
    assert texts(found) == {
        "pp1": "Recalling its resolution 74/43 of 12 December 2019 on the lamps of lighthouses,",
        "pp2": "Mindful of the sea,",
        "op1": "Decides to keep the lamps of all lighthouses in all countries lit at night;",
        "op2": "Requests a report.",
    }


def test_a_full_line_goes_on_unless_the_next_one_opens_a_paragraph() -> None:
    found = read(
        f"{_HEAD}Recalling its resolution 74/43 of 12 December 2019, in which it asked,\n"
        "as it had before, for the lamps of lighthouses to be lit at the dusk,\n"
        "Mindful of the sea,\nAware of the wind that blows over the sea by night and by day,\n"
        "1. Decides to act.\n"
    )
    assert ids(found) == ["pp1", "pp2", "pp3", "op1"]


def test_a_list_within_a_sentence_is_no_list_of_sub_paragraphs() -> None:
    found = read(
        f"{_HEAD}Recalling that lighthouses should (a) be lit, (b) be kept by people,\n"
        "(c) be painted, and (d) be visited by people from all countries, who\npay,\n"
        "Mindful of the sea,\n1. Decides to act.\n"
    )
    assert ids(found) == ["pp1", "pp2", "op1"]


def test_words_that_name_the_organ_within_a_sentence_enact_nothing() -> None:
    found = read(
        f"{_HEAD}Recalling what was decided on lighthouses, in New York and in Geneva, by\n"
        "the Security Council,\nMindful of the sea,\n1. Decides to act.\n"
    )
    assert ids(found) == ["pp1", "pp2", "op1"]
    assert texts(found)["pp1"].endswith("by the Security Council,")


def test_a_year_at_the_beginning_of_a_line_is_no_number_of_a_paragraph() -> None:
    found = read(
        f"{_HEAD}Mindful of the sea,\n"
        "1. Decides to keep the lamps of lighthouses lit at night until the year\n"
        "2030. The lamps are to be put out at dawn, and to be lit again at night\n"
        "as they were;\n"
        "2. Recalls the Convention of 1989 on the lamps of all lighthouses (No.\n"
        "169) and all the others of its kind;\n"
        "3. Requests a report.\n"
    )
    assert ids(found) == ["pp1", "op1", "op2", "op3"]
    assert "until the year 2030. The lamps" in texts(found)["op1"]
    assert "(No. 169) and all" in texts(found)["op2"]


def test_a_heading_of_two_full_lines_is_none_of_the_paragraph_above() -> None:
    found = read(
        f"{_HEAD}Mindful of the sea that is wide, and of the wind that blows over it at night,\n"
        "1. Decides to keep the lamps of all the lighthouses in all countries lit at\n"
        "night, and to ask the people of those countries to look after them all well;\n"
        "Lighthouses of all countries and of all seas, and the people who keep their\n"
        "lamps\n2. Requests a report.\n"
    )
    assert ids(found) == ["pp1", "op1", "op2"]
    assert texts(found)["op1"].endswith("to look after them all well;")


def test_a_date_that_the_width_broke_is_one() -> None:
    found = read(
        "Resolution 1540 (2004)\n\n"
        "Adopted by the Security Council at its 4956th meeting, on 28 April\n2004\n\n"
        "The Security Council,\n\n"
        "Affirming that the proliferation of lamps constitutes no threat to\npeace,\n\n"
        "1. Decides to act.\n"
    )
    assert found.masthead.adopted == "2004-04-28"


def test_a_note_in_a_text_without_empty_lines_is_none_of_its_paragraphs() -> None:
    found = read(
        f"{_HEAD}Noting the report,¹\n¹ A/75/1.\nMindful of the sea,\n1. Decides to act.\n"
    )
    assert ids(found) == ["pp1", "pp2", "op1"]
    assert [note.text for note in found.footnotes] == ["A/75/1."]


def test_a_vote_that_a_narrow_column_broke_stays_one() -> None:
    found = read(
        f"{_HEAD}Mindful of the sea,\nRecalling the wind,\n1. Decides to act.\n"
        "Adopted unanimously at the\n1306th meeting.\n"
    )
    assert found.masthead.meeting == 1306


def test_words_are_joined_at_the_hyphen_at_which_they_were_cut() -> None:
    english = grammar("en")
    assert english.join("Secretary-", "General") == ""
    assert english.join("mother-", "and-child care") == ""
    assert english.join("2019-", "2020") == ""
    assert english.join("short-", "and medium-term") == " "
    assert english.join("a pause -", "and more") == " "
    assert grammar("ru").join("научно-", "технический") == ""
    assert grammar("fr").join("court-", "et long-courriers") == " "


def test_a_symbol_in_a_chinese_text_is_joined_without_a_space() -> None:
    assert grammar("zh").join("第A/RES/", "75/58号") == ""


def test_the_symbol_at_the_head_of_a_page_is_none_of_the_words() -> None:
    found = read(
        "S/RES/1540 (2004)\n\nResolution 1540 (2004)\n\nThe Security Council,\n\n"
        "Mindful of the sea and of\n\nS/RES/1540 (2004)\n\nthe wind,\n\n1. Decides to act;\n\n"
        "2/5 21-07038\n\nS/RES/1540 (2004)\n\n2. Requests a report.\n"
    )
    assert texts(found) == {
        "pp1": "Mindful of the sea and of the wind,",
        "op1": "Decides to act;",
        "op2": "Requests a report.",
    }
    assert found.masthead.symbol == "S/RES/1540 (2004)"


def test_each_paragraph_of_a_quotation_of_several_begins_one() -> None:
    found = read(
        f"{_HEAD}Recalling what the keepers of all lighthouses had to say of the seas:\n"
        '"The lamps of lighthouses must be lit at night and be put out at dawn.\n'
        '"They are to be kept by people, who are to be paid for it by the ports\n'
        'as before.",\n1. Decides to act.\n'
    )
    assert list(texts(found).values())[1:3] == [
        '"The lamps of lighthouses must be lit at night and be put out at dawn.',
        '"They are to be kept by people, who are to be paid for it by the ports as before.",',
    ]


def test_a_quotation_that_is_closed_goes_on_its_sentence() -> None:
    found = read(
        f'{_HEAD}Recalling what the keepers of the lighthouses said in the book "Lamps",\n'
        '"Dawn" and "Dusk", and in the other book that they wrote within the year,\n'
        '"Oil", of which the people of all ports and harbours have read with great\n'
        "care,\n1. Decides to act.\n"
    )
    assert ids(found) == ["pp1", "op1"]


_PAGE = (
    "to take all measures that keep the harbours clean in spring.\n\n"
    "68th plenary meeting\n\n75/58. Lighthouses\n\nThe General Assembly,\n\n"
    "Recalling its resolution 74/43,\n\n1. Decides to act.\n"
)


@pytest.mark.parametrize(
    ("head", "first"),
    [
        ("II. Resolutions without reference to a Committee 27\n", "to take all measures"),
        ("II. Resolutions without reference to a Committee of 1991\n", "II. Resolutions"),
    ],
)
def test_the_head_of_a_printed_page_is_none_of_the_paragraph_below(head: str, first: str) -> None:
    assert next(iter(texts(read(head + _PAGE)).values())).startswith(first)


def test_a_number_whose_full_stop_was_misread_begins_a_paragraph() -> None:
    found = read(
        f"{_HEAD}Recalling the book of the keepers of lighthouses,\n\n"
        "1. Decides that the keepers of all harbours come together in spring;\n"
        "2, Requests them to report on it to the people of the harbours;\n"
    )
    assert ids(found) == ["pp1", "op1", "op2"]


@pytest.mark.parametrize("line", ["57/270 B of 23 June 2003, 60/1", "23 June 2003, of 1 May 2004"])
def test_a_number_or_a_date_at_the_beginning_of_a_line_goes_on_a_list(line: str) -> None:
    found = read(
        f"{_HEAD}Recalling all its statements of 26 May 1996 and of 19 December 1997,\n"
        f"{line} on the lamps of lighthouses and of gates in\n"
        "all harbours and on the sailors who see them at night, by day and in\n"
        "the fog,\nMindful of the sea,\n1. Decides to act.\n"
    )
    assert ids(found) == ["pp1", "pp2", "op1"]

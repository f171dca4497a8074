"""Paragraphs of plain text that are parted by their indents alone."""

from desktop_app.reading.readers import text
from desktop_app.reading.readers.indents import parted

_INDENTED = """\
    The lamp of the lighthouse is lit at dusk
and put out at dawn;
    Each night it is looked after by the
keeper, who writes down what he sees;
    The oil is paid for by the village.
    It is dear.
"""


def test_a_line_that_is_indented_begins_a_paragraph() -> None:
    with_empty_lines, indent = parted(_INDENTED)
    assert [one.split("\n")[0] for one in with_empty_lines.strip().split("\n\n")] == [
        "The lamp of the lighthouse is lit at dusk",
        "Each night it is looked after by the",
        "The oil is paid for by the village.",
        "It is dear.",
    ]
    assert indent == 4


def test_a_line_that_stands_out_begins_a_paragraph_where_the_others_are_indented() -> None:
    lines = [line.strip() for line in _INDENTED.splitlines()]
    hanging = "\n".join(
        [lines[0], f"   {lines[1]}", lines[2], f"   {lines[3]}", lines[4], f"   {lines[5]}"]
    )
    with_empty_lines, indent = parted(hanging + "\nThe end.\n")
    assert [one.split("\n")[0] for one in with_empty_lines.strip().split("\n\n")] == [
        "The lamp of the lighthouse is lit at dusk",
        "Each night it is looked after by the",
        "The oil is paid for by the village.",
        "The end.",
    ]
    assert indent == -3


def test_a_text_whose_indents_tell_nothing_stays_as_it_is() -> None:
    verse = "The lamp\n  is lit\nat dusk\n  and put out\nat dawn\n  again\n"
    assert parted(verse) == (verse, 0)


def test_indents_are_no_part_of_the_words() -> None:
    found = text.read(_INDENTED)
    assert [block.text.split("\n")[-1] for block in found.blocks] == [
        "and put out at dawn;",
        "keeper, who writes down what he sees;",
        "The oil is paid for by the village.",
        "It is dear.",
    ]
    assert found.indent == 4

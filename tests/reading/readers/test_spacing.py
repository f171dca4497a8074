"""Lines of plain text that are parted by empty lines, each from the next."""

from desktop_app.reading.readers.spacing import closed_up

_LINES = """\
The lamp of the lighthouse is lit at dusk and put out
at dawn by the keeper, who lives in the house below
the tower and writes down what he sees in the book
that the village gave him;
Each night he looks at the sea and at the ships that
pass, and counts those that come into the harbour to
stay for the night and to go on in the morning;
The oil is paid for by the people of the village who
live from the sea.
"""


def test_empty_lines_between_all_the_lines_part_no_paragraphs() -> None:
    assert closed_up(_LINES.replace("\n", "\n\n")) == _LINES


def test_empty_lines_between_paragraphs_stay() -> None:
    paragraphs = _LINES.replace(";\n", ";\n\n")
    assert closed_up(paragraphs) == paragraphs


def test_empty_lines_between_paragraphs_of_a_line_stay() -> None:
    paragraphs = "\n\n".join(f"{number}. Decides to act;" for number in range(1, 20))
    assert closed_up(paragraphs) == paragraphs


def test_chinese_lines_are_known_by_their_width() -> None:
    sentence = "灯塔的灯在黄昏点亮并在黎明熄灭由住在塔下房屋里的看守人照看他把看到的一切都写在书里"
    lines = [sentence[place : place + 12] for place in range(0, len(sentence), 12)] * 3
    assert closed_up("\n\n".join(lines)) == "\n".join(lines) + "\n"

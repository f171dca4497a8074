"""Pages in two columns are read one after the other; other pages are not parted."""

from desktop_app.reading.readers.pdf import opened
from tests.support.pdf.bare import pdf

_LEFT = [f"left column line {n} of the English text" for n in range(20)]
_RIGHT = [f"colonne de droite ligne {n} du texte" for n in range(20)]


def _drawn(lines: list[str], x: int, top: int = 700) -> str:
    return "\n".join(
        f"BT /F 10 Tf {x} {top - 13 * place} Td ({line}) Tj ET" for place, line in enumerate(lines)
    )


def _text(*drawn: str) -> str:
    found = opened.read(pdf(["\n".join(drawn)]), lambda pages: None)
    return " ".join(" ".join(block.text.split()) for block in found.blocks)


def test_the_left_column_is_read_before_the_right_one() -> None:
    title = "RESOLUTIONS ADOPTED BY THE SECURITY COUNCIL IN NINETEEN FORTY-SIX AND BEFORE IT"
    found = _text(_drawn([title], 70, 740), _drawn(_LEFT, 70), _drawn(_RIGHT, 330))
    assert found == " ".join([title, *_LEFT, *_RIGHT])


def test_columns_whose_lines_are_not_level_are_read_alike() -> None:
    found = _text(_drawn(_LEFT, 70), _drawn(_RIGHT, 330, 694))
    assert found == " ".join([*_LEFT, *_RIGHT])


def test_a_page_of_short_lines_has_one_column() -> None:
    lines = [f"Line {n}" for n in range(20)]
    assert _text(_drawn(lines, 70)).split() == " ".join(lines).split()


def test_what_stands_beside_each_other_in_a_few_rows_is_a_table() -> None:
    text = [
        f"This is an ordinary line {n} of a paragraph that goes through the page" for n in range(12)
    ]
    cells = _drawn(["Country", "Atlantis"], 70, 500) + "\n" + _drawn(["Lighthouses", "7"], 330, 500)
    found = opened.read(pdf([f"{_drawn(text, 70)}\n{cells}"]), lambda pages: None)
    assert [block.text for block in found.blocks[-2:]] == ["Country\tLighthouses", "Atlantis\t7"]


def test_a_table_down_a_whole_page_is_read_row_by_row() -> None:
    title = "THE LIGHTHOUSES OF ATLANTIS AND THE HOURS AT WHICH THEY ARE LIT EVERY NIGHT"
    names, hours = [f"Lamp {n}" for n in range(20)], [f"{n} to 6" for n in range(20)]
    found = _text(_drawn([title], 70, 740), _drawn(names, 70), _drawn(hours, 330))
    rows = [f"{name} {hour}" for name, hour in zip(names, hours, strict=True)]
    assert found == " ".join([title, *rows])

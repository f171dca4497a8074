"""Where pages end, and which footnotes stand at their foot; of lines that are numbers."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.export.formats.pdf.pages import Block, Cell, Frame, Line, Page, pages

_FRAME = Frame(left=0, top=100, bottom=200, least=30, gap=5, rule=20)
"""Room for ten lines of a height of ten."""


def _cell(
    lines: int, notes: dict[int, str] | None = None, name: str = "", height: int = 10
) -> Cell:
    called = notes or {}
    return Cell(
        0,
        [
            Line(
                number * height,
                (number + 1) * height,
                (called[number],) if number in called else (),
                f"{name}{number}",
            )
            for number in range(lines)
        ],
    )


def _set(blocks: Sequence[Block], notes: dict[str, int] | None = None) -> list[Page]:
    """The pages; `notes` are the heights of footnotes in lines."""
    made = {id: Block((_cell(lines, name=id),), name=id) for id, lines in (notes or {}).items()}
    return list(pages(blocks, made.get, _FRAME))


def _contents(page: Page) -> list[object]:
    return [line.content for found in page.slices for line in found.lines]


def _places(page: Page) -> list[tuple[int, int]]:
    """Where the lines of a page begin and end."""
    return [(s.y + line.top, s.y + line.bottom) for s in page.slices for line in s.lines]


def test_nothing_is_one_empty_page() -> None:
    assert _set([]) == [Page((), (), ())]


def test_what_fits_stands_on_one_page_with_its_space_above() -> None:
    (page,) = _set([Block((_cell(4),), before=7), Block((_cell(5),), before=7)])
    assert _places(page)[0] == (100, 110)
    assert _places(page)[4] == (147, 157)


def test_a_block_goes_on_where_it_does_not_fit() -> None:
    first, second = _set([Block((_cell(6, name="a"),)), Block((_cell(8, name="b"),))])
    assert _contents(first) == [*(f"a{n}" for n in range(6)), *(f"b{n}" for n in range(4))]
    assert _contents(second) == [f"b{n}" for n in range(4, 8)]
    assert _places(second)[0] == (100, 110)


def test_no_line_stands_alone_at_the_foot_of_a_page() -> None:
    first, second = _set([Block((_cell(9, name="a"),)), Block((_cell(5, name="b"),))])
    assert _contents(first) == [f"a{n}" for n in range(9)]
    assert _contents(second) == [f"b{n}" for n in range(5)]


def test_no_line_stands_alone_at_the_top_of_a_page() -> None:
    first, second = _set([Block((_cell(5, name="a"),)), Block((_cell(6, name="b"),))])
    assert _contents(first)[5:] == [f"b{n}" for n in range(4)]
    assert _contents(second) == ["b4", "b5"]


def test_three_lines_are_not_parted() -> None:
    first, second = _set([Block((_cell(8, name="a"),)), Block((_cell(3, name="b"),))])
    assert len(_contents(first)) == 8
    assert _contents(second) == ["b0", "b1", "b2"]


def test_a_heading_goes_with_what_follows_it() -> None:
    heading = Block((_cell(1, name="h"),), keep=True)
    first, second = _set([Block((_cell(8, name="a"),)), heading, Block((_cell(6, name="b"),))])
    assert "h0" not in _contents(first)
    assert _contents(second)[:2] == ["h0", "b0"]


def test_cells_side_by_side_go_on_together() -> None:
    block = Block((_cell(1, name="label"), _cell(12, name="a"), _cell(3, name="b")))
    first, second = _set([block])
    assert _contents(first) == ["label0", *(f"a{n}" for n in range(10)), "b0", "b1", "b2"]
    assert _contents(second) == ["a10", "a11"]


def test_a_note_stands_on_the_page_that_calls_it() -> None:
    block = Block((_cell(12, {3: "x", 10: "y"}),))
    first, second = _set([block], {"x": 2, "y": 1})
    assert _contents(first)[-2:] == ["x0", "x1"]
    assert _places(first)[-1] == (190, 200)
    assert [rule.y for rule in first.rules] == [175]
    assert _contents(second)[-1] == "y0"


def test_a_note_is_called_twice_and_stands_once() -> None:
    (page,) = _set([Block((_cell(4, {1: "x", 3: "x"}), _cell(4, {2: "x"})))], {"x": 1})
    assert _contents(page).count("x0") == 1


def test_a_line_goes_to_the_page_that_has_room_for_its_note() -> None:
    block = Block((_cell(4, name="b", notes={3: "x"}),))
    first, second = _set([Block((_cell(4, name="a"),)), block], {"x": 4})
    assert _contents(first) == [*(f"a{n}" for n in range(4)), "b0", "b1"]
    assert _contents(second) == ["b2", "b3", "x0", "x1", "x2", "x3"]


def test_a_note_longer_than_a_page_goes_on() -> None:
    found = _set([Block((_cell(2, {0: "x"}),))], {"x": 25})
    shown = [content for page in found for content in _contents(page)]
    assert [one for one in shown if str(one).startswith("x")] == [f"x{n}" for n in range(25)]
    assert _contents(found[0])[0] == "0"


def test_the_name_of_a_block_is_told_once_and_where_it_begins() -> None:
    blocks = [Block((_cell(8),), name="a"), Block((_cell(9),), before=5, name="b")]
    first, second = _set(blocks)
    assert [(start.name, start.y) for start in first.starts] == [("a", 100)]
    assert [(start.name, start.y) for start in second.starts] == [("b", 100)]


_BLOCKS = st.lists(
    st.tuples(
        st.lists(st.integers(0, 30), min_size=1, max_size=3),
        st.integers(0, 12),
        st.booleans(),
        st.dictionaries(st.integers(0, 29), st.sampled_from("uvwxyz"), max_size=4),
        st.sampled_from([7, 10]),
    ),
    max_size=8,
)


@given(_BLOCKS, st.dictionaries(st.sampled_from("uvwxyz"), st.integers(1, 30)))
def test_every_line_stands_on_the_pages_once_in_order_and_within_them(
    made: list[tuple[list[int], int, bool, dict[int, str], int]], notes: dict[str, int]
) -> None:
    blocks = [
        Block(
            tuple(
                _cell(count, called, f"{place}/{side}/", height)
                for side, count in enumerate(counts)
            ),
            before,
            keep,
        )
        for place, (counts, before, keep, called, height) in enumerate(made)
    ]
    found = _set(blocks, notes)
    shown = [content for page in found for content in _contents(page)]
    for block in blocks:
        for cell in block.cells:
            own = [line.content for line in cell.lines]
            assert [content for content in shown if content in own] == own
    called = {note for b in blocks for c in b.cells for line in c.lines for note in line.notes}
    for note, count in notes.items():
        own = [f"{note}{number}" for number in range(count)] if note in called else []
        assert [content for content in shown if content in own] == own
    for page in found:
        spans = sorted(set(_places(page)))
        assert all(_FRAME.top <= top < bottom <= _FRAME.bottom for top, bottom in spans)
        for cell_lines in (s for s in page.slices):
            places = [
                (cell_lines.y + line.top, cell_lines.y + line.bottom) for line in cell_lines.lines
            ]
            assert all(above[1] <= below[0] for above, below in pairwise(places))

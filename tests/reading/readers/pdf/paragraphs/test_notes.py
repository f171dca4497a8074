"""Footnotes at the foot of pages: where they begin, what belongs to each, and what calls them."""

from desktop_app.reading.blocks import BlockKind
from desktop_app.reading.readers import markdown
from desktop_app.reading.readers.pdf import opened
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Run, Style
from tests.support.pdf.bare import pdf
from tests.support.pdf.press import Press
from tests.support.texts import EN_PREAMBLE


def _line(words: str, x: int, y: float, size: float = 10) -> str:
    return f"BT /F {size} Tf {x} {y} Td ({words}) Tj ET"


def _with_mark(words: str, mark: str, y: float, size: float = 10) -> str:
    """Words set at the left, with a mark where they end (in Times, by eye)."""
    return f"BT /F {size} Tf 70 {y} Td ({words}) Tj 3 Ts /F {0.65 * size} Tf ({mark}) Tj 0 Ts ET"


def _note(mark: str, words: str, y: float) -> str:
    return f"BT /F 5.5 Tf 70 {y + 3} Td ({mark}) Tj 0 -3 Td /F 8.5 Tf 8 0 Td ({words}) Tj ET"


def _blocks(*pages: list[str]) -> list[tuple[str, str, str]]:
    found = opened.read(pdf(["\n".join(page) for page in pages]), lambda count: None)
    return [(b.kind.value, b.number, "".join(r.text for r in b.runs)) for b in found.blocks]


_RULE = _line("__________________", 70, 110, 8)


def test_a_note_that_goes_on_at_the_foot_of_the_next_page_is_one() -> None:
    first = [
        _with_mark("Recalling its resolution and its many other decisions,", "1", 700),
        _RULE,
        _note("1", "See Official Records of the General Assembly,", 95),
    ]
    second = [
        _line("Recalling also its other resolution and more of its decisions,", 70, 700),
        _RULE,
        _line("Seventy-first Session.", 70, 95, 8.5),
    ]
    found = _blocks(first, second)
    assert found[-1] == (
        BlockKind.NOTE,
        "1",
        "See Official Records of the General Assembly, Seventy-first Session.",
    )


def test_marks_that_begin_anew_on_each_page_call_the_notes_of_their_pages() -> None:
    pages = [
        [
            _with_mark(f"Recalling resolution {number} and its many other decisions,", mark, 700),
            _RULE,
            _note(mark, f"Note {number}.", 95),
        ]
        for number, mark in enumerate(["*", "*", "1", "1"], 1)
    ]
    document = opened.read(pdf(["\n".join(page) for page in pages]), lambda count: None)
    read = resolution(document)
    called = [run.note for clause in read.walk() for run in clause.runs if run.note]
    notes = {note.id: (note.mark, note.text) for note in read.footnotes}
    assert [notes[id] for id in called] == [
        ("*", "Note 1."),
        ("*", "Note 2."),
        ("1", "Note 3."),
        ("1", "Note 4."),
    ]


def test_a_raised_number_without_a_note_is_left_to_the_reading_of_resolutions() -> None:
    found = opened.read(
        pdf([_with_mark("Noting that the lighthouse has an area of 5 km", "2", 700)]),
        lambda count: None,
    )
    assert [run.style.value for run in found.blocks[0].runs] == ["plain", "superscript"]


def test_small_print_without_a_rule_is_the_notes() -> None:
    page = [
        _with_mark("Recalling its resolution and its many other decisions,", "1", 700),
        *(_line(f"Line {n} of a text that goes on and on,", 70, 680 - 12 * n) for n in range(9)),
        _note("1", "Resolution 70/1.", 95),
        _note("2", "Resolution 70/2.", 85),
    ]
    assert [found[:2] for found in _blocks(page) if found[0] == "note"] == [
        ("note", "1"),
        ("note", "2"),
    ]


def test_a_long_note_is_broken_by_the_page_and_whole_again() -> None:
    notes = "".join(f"[^{n}]: {f'Note {n} is a long one. ' * 30}\n" for n in range(1, 9))
    paragraphs = "".join(
        f"{n}. Decides to act{f' and to go on acting in place {n}' * 12};[^{n}]\n\n"
        for n in range(1, 9)
    )
    document = markdown.read(f"{EN_PREAMBLE}{paragraphs}{notes}")
    data = Press(head=("A/RES/75/58",)).printed(document.blocks, 2)
    found, expected = resolution(opened.read(data, lambda count: None)), resolution(document)
    assert [n.text for n in found.footnotes] == [n.text for n in expected.footnotes]
    assert [c.runs for c in found.walk()] == [c.runs for c in expected.walk()]


def test_an_exponent_is_no_mark_of_the_note_with_its_number() -> None:
    page = [
        _with_mark("Noting that lights went out over 10", "1", 700),
        _with_mark("Recalling its resolution and its many other decisions,", "1", 680),
        _RULE,
        _note("1", "Resolution 70/1.", 95),
    ]
    found = opened.read(pdf(["\n".join(page)]), lambda count: None).blocks
    raised = [run.style.value for block in found for run in block.runs if run.text == "1"]
    assert raised == ["superscript", "mark"]


def test_a_mark_behind_a_number_is_one_where_nothing_else_calls_the_note() -> None:
    page = [_with_mark("Recalling its resolution 70", "1", 700), _RULE, _note("1", "A/1.", 95)]
    found = opened.read(pdf(["\n".join(page)]), lambda count: None).blocks
    assert found[0].runs[-1] == Run("1", Style.MARK)


def test_a_line_of_a_note_that_begins_with_a_number_is_no_note() -> None:
    page = [
        _with_mark("Recalling its resolution and its many other decisions,", "*", 700),
        _RULE,
        _note("*", "Reissued for technical reasons on 12 January", 95),
        _line("2027 and later.", 70, 85, 8.5),
    ]
    assert [block[1:] for block in _blocks(page)][1:] == [
        ("*", "Reissued for technical reasons on 12 January 2027 and later.")
    ]

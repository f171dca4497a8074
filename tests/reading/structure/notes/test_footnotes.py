"""Footnotes: told from text, given their mark and id, and tied to what calls them."""

import pytest

from desktop_app.reading.readers import markdown
from desktop_app.reading.structure.notes.footnotes import separate
from desktop_app.resolution.model import Style
from tests.support.texts import EN_HEAD, EN_PREAMBLE, ZH_PREAMBLE, clause, ids, read, texts

_NOTE = "See A/59/361."


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("<sup>1</sup>", "<sup>1</sup> "),
        ("<sup>1</sup>", "<sup>1</sup>"),
        ("<SUP>1</SUP>", "<SUP>1</SUP> "),
        ("<sup> 1 </sup>", "<sup> 1 </sup> "),
        ("<sup>(1)</sup>", "<sup>(1)</sup> "),
        ("<sup>[1]</sup>", "<sup>[1]</sup> "),
        ("[^1]", "[^1]: "),
        ("[^fn1]", "[^fn1]: "),
        ("¹", "¹ "),
        ("<sup>¹</sup>", "¹ "),
        ("[^1]", "<sup>1</sup> "),
        ("<sup>1</sup>", "[^1]: "),
        ("**<sup>1</sup>**", "<sup>1</sup> "),
    ],
)
def test_a_mark_calls_its_note_however_both_are_written(mark: str, note: str) -> None:
    found = read(f"{EN_HEAD}Noting the report,{mark}\n\n{note}{_NOTE}\n\n1. Decides to act.\n")
    assert [(n.id, n.mark, n.text) for n in found.footnotes] == [("fn1", "1", _NOTE)]
    assert clause(found, "pp1").notes == ("fn1",)
    assert clause(found, "pp1").text == "Noting the report,"
    assert ids(found) == ["pp1", "op1"]


def test_a_mark_of_two_digits_is_one_mark() -> None:
    found = read(f"{EN_HEAD}Noting the report,¹²\n\n¹² {_NOTE}\n\n1. Decides to act.\n")
    assert clause(found, "pp1").notes == ("fn12",)


def test_one_note_can_be_called_twice() -> None:
    found = read(
        f"{EN_HEAD}Noting the work of the Council,<sup>1</sup> and also,<sup>1</sup>\n\n"
        f"<sup>1</sup> {_NOTE}\n"
    )
    marks = [run for run in clause(found, "pp1").runs if run.style is Style.MARK]
    assert [mark.note for mark in marks] == ["fn1", "fn1"]
    assert clause(found, "pp1").notes == ("fn1",)


@pytest.mark.parametrize(("mark", "id"), [("*", "fnx1"), ("**", "fnx2"), ("†", "fnx1")])
def test_a_starred_note_has_an_id_of_its_own(mark: str, id: str) -> None:
    found = read(
        f"{EN_HEAD}Noting the work of the Council,<sup>{mark}</sup>\n\n"
        f"<sup>{mark}</sup> {_NOTE}\n\n1. Decides to act.\n"
    )
    assert [(n.id, n.mark) for n in found.footnotes] == [(id, mark)]
    assert clause(found, "pp1").notes == (id,)


def test_two_notes_of_one_mark_are_two_notes_each_called_from_its_own_page() -> None:
    found = read(
        f"{EN_HEAD}Noting this,<sup>1</sup>\n\n<sup>1</sup> First.\n\n"
        "Noting that,<sup>1</sup>\n\n<sup>1</sup> Second.\n\n1. Decides to act.\n"
    )
    assert [(n.id, n.mark, n.text) for n in found.footnotes] == [
        ("fn1", "1", "First."),
        ("fn1-2", "1", "Second."),
    ]
    assert [clause(found, id).notes for id in ("pp1", "pp2")] == [("fn1",), ("fn1-2",)]


def test_a_mark_without_its_note_stays_a_mark_that_calls_nothing() -> None:
    found = read(f"{EN_PREAMBLE}1. Takes note of the report;<sup>9</sup>\n")
    assert found.footnotes == ()
    assert clause(found, "op1").runs[-1] == ("9", Style.MARK, "")
    assert clause(found, "op1").text == "Takes note of the report;"


def test_notes_of_several_lines_are_one_note() -> None:
    found = read(
        f"{EN_HEAD}Noting the work of the Council,[^1]\n\n"
        "[^1]: See A/59/361\nand what follows.\n\n1. Decides to act.\n"
    )
    assert found.footnotes[0].text == "See A/59/361 and what follows."


def test_chinese_notes_of_several_lines_are_joined_without_a_space() -> None:
    found = read(
        f"{ZH_PREAMBLE}1. 决定采取行动。<sup>1</sup>\n\n<sup>1</sup> 联合国，《条约\n汇编》。\n"
    )
    assert found.footnotes[0].text == "联合国，《条约汇编》。"


def test_a_note_of_several_paragraphs_loses_none_of_them() -> None:
    found = read(
        f"{EN_HEAD}Noting the work of the Council,[^1]\n\n"
        "[^1]: First.\n\n    Second.\n\n1. Decides to act.\n"
    )
    assert "First." in found.footnotes[0].text
    assert any("Second." in note.text for note in found.footnotes)


def test_a_note_can_call_another() -> None:
    found = read(
        f"{EN_HEAD}Noting the work of the Council,[^1]\n\n1. Decides to act.\n\n"
        "[^1]: Like the next.[^2]\n[^2]: Ibid.\n"
    )
    assert found.footnotes[0].runs[-1] == ("2", Style.MARK, "fn2")


def test_the_notes_keep_the_order_of_the_document() -> None:
    notes = "\n".join(f"[^{n}]: Note {n}." for n in (3, 1, 2))
    found = read(
        f"{EN_HEAD}Noting the work of the Council,[^1] and,[^2] and,[^3]\n\n"
        f"1. Decides to act.\n\n{notes}\n"
    )
    assert sorted(note.id for note in found.footnotes) == ["fn1", "fn2", "fn3"]
    assert clause(found, "pp1").notes == ("fn1", "fn2", "fn3")


# Labels of Markdown

_LABELLED = "The resolution begins%s and goes on%s.\n\n"


@pytest.mark.parametrize(
    ("labels", "marks"),
    [
        (("1-en", "1-zh-Hans"), ("1", "1")),
        (("3-en", "4-en"), ("3", "4")),
        (("1", "1-2"), ("1", "1")),
        (("a1", "b1"), ("1", "1")),
        (("*", "†"), ("*", "†")),
        (("note-1a", "note-2b"), ("note-1a", "note-2b")),
    ],
)
def test_a_label_calls_the_note_that_bears_it(
    labels: tuple[str, str], marks: tuple[str, str]
) -> None:
    calls = _LABELLED % tuple(f"[^{label}]" for label in labels)
    listed = "".join(f"[^{label}]: Note {label}.\n" for label in labels)
    blocks, footnotes = separate(markdown.read(calls + listed).blocks)
    assert [(note.mark, note.text) for note in footnotes] == [
        (mark, f"Note {label}.") for mark, label in zip(marks, labels, strict=True)
    ]
    called = [run.note for block in blocks for run in block.runs if run.note]
    assert called == [note.id for note in footnotes]
    assert len({*called}) == 2


_OLD = (
    "Resolution 900 (1967)\nof 22 November 1967\n\nThe Security Council,\n\n"
    "Recalling the report on lighthouses in document S/10251, 18\n\n"
    "1. Decides to keep 17 lamps lit at night; 19\n\n2. Requests a report.\n\n"
    "Adopted unanimously at the\n1306th meeting.\n\n"
)


def test_notes_at_the_foot_of_an_old_page_begin_with_a_bare_number() -> None:
    notes = "17 Ibid., Supplement for April and\nJune 1971.\n18 Ibid., annex.\n\n19 Document S/1.\n"
    found = read(_OLD + notes)
    assert [(one.mark, one.text) for one in found.footnotes] == [
        ("17", "Ibid., Supplement for April and June 1971."),
        ("18", "Ibid., annex."),
        ("19", "Document S/1."),
    ]
    assert [line.id for line in found.closing] == ["closing.adoption", "closing.meeting"]


def test_a_bare_number_calls_a_note_where_it_stands_behind_a_sign() -> None:
    found = read(_OLD + "17 Ibid.\n\n18 Ibid., annex.\n\n19 Document S/1.\n")
    assert texts(found) == {
        "pp1": "Recalling the report on lighthouses in document S/10251, 18",
        "op1": "Decides to keep 17 lamps lit at night;",
        "op2": "Requests a report.",
    }
    assert clause(found, "op1").notes == ("fn19",)


def test_the_date_of_a_closing_is_no_note() -> None:
    found = read(_OLD.replace("1306th meeting.", "1306th meeting.\n\n7 December 1967"))
    assert not found.footnotes

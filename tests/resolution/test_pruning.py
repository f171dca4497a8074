"""A resolution cut down to some of its clauses."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.resolution.pruning import pruned, unmarked, without_notes
from tests.support.texts import EN, EN_PREAMBLE, ids, read, texts

_EN = read(EN)
_NESTED = read(
    f"{EN_PREAMBLE}1. Requests:\n\n(a) To act;\n\n(i) At once;\n\n(b) To wait;\n\n2. Decides.\n"
)


def test_a_clause_keeps_its_sub_paragraphs_that_were_chosen() -> None:
    found = pruned(_NESTED, {"op1", "op1.b"}, ())
    (part,) = found.parts
    assert [clause.id for clause in part.clauses] == ["op1"]
    assert [clause.id for clause in part.clauses[0].clauses] == ["op1.b"]


def test_a_sub_paragraph_without_its_clause_stands_in_its_place() -> None:
    found = pruned(_NESTED, {"op1.a.i", "op2"}, ())
    assert [clause.id for clause in found.parts[0].clauses] == ["op1.a.i", "op2"]


def test_lines_headings_and_parts_without_clauses_go_and_the_masthead_stays() -> None:
    found = pruned(_EN, {"op1"}, {"fn2"})
    assert [(part.id, part.heading) for part in found.parts] == [("operative", ())]
    assert (found.head, found.closing, found.masthead) == ((), (), _EN.masthead)
    assert [note.id for note in found.footnotes] == ["fn2"]


@given(st.sets(st.sampled_from(ids(_NESTED) + ids(_EN))))
def test_what_is_left_is_what_was_chosen_in_its_order_and_as_it_was(chosen: set[str]) -> None:
    for resolution in (_NESTED, _EN):
        found = pruned(resolution, chosen, ())
        assert ids(found) == [id for id in ids(resolution) if id in chosen]
        assert texts(found) == {id: text for id, text in texts(resolution).items() if id in chosen}


def test_without_notes_the_words_stay_and_the_marks_go() -> None:
    found = without_notes(_EN)
    assert texts(found) == texts(_EN)
    assert found.footnotes == ()
    for clause in found.walk():
        assert clause.runs == unmarked(clause.runs)
    assert [line.text for line in found.head] == [line.text for line in _EN.head]

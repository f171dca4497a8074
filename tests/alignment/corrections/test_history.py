"""Corrections of rows are undone and done again."""

from desktop_app.alignment.corrections.history import History, Step
from desktop_app.alignment.corrections.joining import turned
from tests.support.corrections import flat_bitext


def test_what_was_undone_is_lost_once_something_else_is_done() -> None:
    history = History()
    first, second = flat_bitext("a|A").rows, flat_bitext("a|").rows
    history.add(Step(name="one", before=first, after=second))
    history.undo()
    assert history.next is not None
    history.add(Step(name="two", before=first, after=second))
    assert history.next is None
    assert history.last is not None
    assert history.last.name == "two"


def test_steps_follow_rows_that_were_changed_from_elsewhere() -> None:
    history = History()
    rows = [flat_bitext(said).rows for said in ("a|A", "a|\n|A", "|A\na|")]
    history.add(Step(name="one", before=rows[0], after=rows[1]))
    history.add(Step(name="two", before=rows[1], after=rows[2]))
    history.undo()
    history.follow(turned)
    assert history.last == Step(name="one", before=turned(rows[0]), after=turned(rows[1]))
    assert history.next == Step(name="two", before=turned(rows[1]), after=turned(rows[2]))
    assert history.last.after is history.next.before


def test_of_many_steps_in_a_long_document_the_nearest_follow() -> None:
    history = History()
    rows = flat_bitext("a|A").rows * 20_000
    for n in range(9):
        history.add(Step(name=str(n), before=rows, after=rows))
    history.follow(lambda of: of)
    assert [step.name for step in iter(history.undo, None)] == ["8", "7", "6"]

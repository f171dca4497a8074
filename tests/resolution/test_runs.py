"""Cutting, stripping and joining styled text keeps the words and the marks."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.resolution import runs as styled
from desktop_app.resolution.model import Run, Runs, Style, notes, words

_WORDS = st.builds(
    Run,
    st.text("ab 中\n", min_size=1, max_size=5),
    st.sampled_from([Style.PLAIN, Style.EMPHASIS, Style.SUPERSCRIPT]),
    st.just(""),
)
_MARKS = st.builds(
    Run, st.sampled_from(["1", "2", "*"]), st.just(Style.MARK), st.sampled_from(["", "fn1", "fn2"])
)
_RUNS = st.lists(_WORDS | _MARKS, max_size=8).map(tuple)


def _marks(runs: Runs) -> list[Run]:
    return [run for run in runs if run.style is Style.MARK]


@given(_RUNS, st.integers(0, 40), st.integers(0, 40))
def test_what_is_cut_out_has_the_words_of_that_place(runs: Runs, start: int, end: int) -> None:
    assert words(styled.cut(runs, start, end)) == words(runs)[start:end]
    assert words(styled.cut(runs, start)) == words(runs)[start:]


@given(_RUNS, st.integers(1, 40))
def test_two_pieces_hold_all_words_and_every_mark_once(runs: Runs, place: int) -> None:
    pieces = styled.cut(runs, 0, place), styled.cut(runs, place)
    assert "".join(map(words, pieces)) == words(runs)
    assert _marks(pieces[0]) + _marks(pieces[1]) == _marks(runs)


@given(_RUNS, st.integers(0, 40))
def test_what_stands_behind_a_number_keeps_every_mark(runs: Runs, count: int) -> None:
    rest = styled.behind(runs, count)
    assert words(rest) == words(runs)[count:].strip()
    assert _marks(rest) == _marks(runs)


@given(_RUNS)
def test_stripping_takes_white_space_and_no_mark(runs: Runs) -> None:
    assert words(styled.strip(runs)) == words(runs).strip()
    assert _marks(styled.strip(runs)) == _marks(runs)


def test_a_mark_before_a_space_at_the_start_of_a_line_is_kept() -> None:
    mark = Run("1", Style.MARK, "fn1")
    assert styled.strip((mark, Run(" 于 2007 年生效"))) == (mark, Run("于 2007 年生效"))


@given(_RUNS)
def test_the_lines_are_the_words_between_line_breaks(runs: Runs) -> None:
    lines = [words(line) for line in styled.lines(runs) if words(line)]
    assert lines == [line.strip() for line in words(runs).split("\n") if line.strip()]


@given(st.lists(_RUNS, max_size=4))
def test_joined_without_glue_the_words_are_the_same(parts: list[Runs]) -> None:
    joined = styled.join(parts, lambda left, right: "")
    assert words(joined) == "".join(map(words, parts))
    assert notes(joined) == notes(tuple(run for part in parts for run in part))


@given(_RUNS)
def test_merging_changes_no_character_and_no_style(runs: Runs) -> None:
    def characters(runs: Runs) -> list[tuple[str, Style]]:
        return [(character, run.style) for run in runs for character in run.text]

    merged = styled.merged(runs)
    assert characters(merged) == characters(runs)
    assert len(merged) <= len(runs)


def test_neighbours_of_one_style_become_one_run_and_marks_stay_apart() -> None:
    runs = (Run("a"), Run("b"), Run("1", Style.MARK), Run("2", Style.MARK), Run("c"))
    assert styled.merged(runs) == (Run("ab"), *runs[2:])


def test_a_mark_belongs_to_what_stands_before_it() -> None:
    runs = (Run("ab"), Run("1", Style.MARK, "fn1"), Run("cd"))
    assert styled.cut(runs, 0, 2) == runs[:2]
    assert styled.cut(runs, 2) == runs[2:]

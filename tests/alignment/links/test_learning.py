"""Counterparts that are learned from the rows of a bitext alone."""

from desktop_app.alignment.links.learning import NOTHING, Learning
from desktop_app.alignment.links.link import Text
from desktop_app.alignment.links.phrases import Phrases
from desktop_app.alignment.links.rows import row_links
from desktop_app.resolution.model import Run

_WORDS = [
    ("zorbel", "mikat"),
    ("quandry", "ulvos"),
    ("pelgrim", "sabort"),
    ("trontle", "yedrik"),
    ("vexnal", "hoffub"),
]
"""Words that no table has and that are not written alike."""

Row = tuple[list[Text], list[Text]]


def _row(number: int, *pairs: tuple[str, str]) -> Row:
    return (
        [Text(f"op{number}", (Run(" ".join(one for one, _ in pairs)),))],
        [Text(f"op{number}", (Run(" ".join(other for _, other in reversed(pairs))),))],
    )


def _rows() -> list[Row]:
    """Every two of the words in a row, in another order on the other side."""
    pairs = [(one, other) for place, one in enumerate(_WORDS) for other in _WORDS[:place]]
    return [_row(number, *pair) for number, pair in enumerate(pairs)]


def _linked(rows: list[Row], row: Row) -> list[tuple[str, str]]:
    learning = Learning(("en", "fr"), {})
    for _ in learning.steps(rows):
        pass
    texts = [side[0].runs[0].text for side in row]
    return [
        (
            texts[0][link.source.start : link.source.end],
            texts[1][link.target.start : link.target.end],
        )
        for link in row_links(row, ("en", "fr"), {}, learning.learned)
    ]


def test_words_that_stand_in_the_same_rows_are_linked_in_any_order() -> None:
    rows = _rows()
    assert _linked(rows, rows[0]) == [_WORDS[1], _WORDS[0]]
    assert _linked(rows, _row(99, *_WORDS)) == _WORDS


def test_words_that_always_stand_together_are_not_told_apart_by_chance() -> None:
    two = _row(0, _WORDS[0], _WORDS[1])
    apart = (two[0], [Text("op0", (Run("ulvos, and far from here also mikat"),))])
    assert _linked([apart, apart, apart], apart) == []


def test_a_word_that_was_seen_once_is_not_linked() -> None:
    rows = [_row(0, _WORDS[0]), *(_row(number, *_WORDS[1:3]) for number in range(1, 4))]
    assert _linked(rows, rows[0]) == []


def test_nothing_is_learned_before_the_end() -> None:
    learning = Learning(("en", "fr"), {})
    steps = learning.steps(_rows())
    next(steps)
    assert learning.learned is NOTHING
    for _ in steps:
        pass
    assert learning.learned is not NOTHING


def test_nothing_is_learned_in_a_language_without_a_table() -> None:
    learning = Learning(("en", "und"), {})
    assert list(learning.steps(_rows())) == []
    assert learning.learned is NOTHING


def test_rows_of_one_side_teach_nothing() -> None:
    learning = Learning(("en", "fr"), {})
    for _ in learning.steps([([Text("op1", (Run("zorbel"),))], [])]):
        pass
    assert not learning.learned.forward
    for _ in learning.steps([]):
        pass


def test_of_a_very_long_text_rows_at_even_distances_are_learned_from() -> None:
    rows = _rows() * 400
    learning = Learning(("en", "fr"), {})
    steps = sum(1 for _ in learning.steps(rows))
    many = sum(1 for _ in Learning(("en", "fr"), {}).steps(rows * 4))
    assert many < 2 * steps
    assert learning.learned.rows[0]["zorbel"] > 100


def test_words_that_always_stand_together_are_linked_as_one() -> None:
    phrase, name = "quandry pelgrim trontle", "ulvos sabort"
    rows = [
        *(_row(number, (phrase, name), ("zorbel", "mikat")) for number in range(3)),
        *(_row(number, (phrase, name), ("vexnal", "hoffub")) for number in range(3, 6)),
    ]
    assert _linked(rows, rows[0]) == [(phrase, name), ("zorbel", "mikat")]


def test_a_word_that_stands_elsewhere_too_is_no_part_of_a_phrase() -> None:
    phrases = Phrases()
    lines = [["mass", "destruction"], ["mass", "destruction"], ["mass", "media"], ["mass"]]
    for _ in phrases.learn(lines):
        pass
    assert phrases.distinct(lines) == ["mass", "destruction", "media"]
    for _ in phrases.learn([["means", "of", "delivery"]] * 2):
        pass
    assert phrases.distinct([["means", "of", "delivery", "means"]]) == [
        "means of delivery",
        "means",
    ]

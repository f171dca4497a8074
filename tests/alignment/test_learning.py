"""Words learned from the texts themselves."""

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.alignment.learning import counterparts, words
from tests.support.texts import read


def _side(*texts: str) -> list[frozenset[str]]:
    return [frozenset(text.split()) for text in texts]


def _rows(count: int) -> list[tuple[range, range]]:
    return [(range(at, at + 1), range(at, at + 1)) for at in range(count)]


def test_words_that_stand_in_the_same_rows_say_the_same() -> None:
    source = _side("harbour light", "harbour keeper", "ship light", "ship keeper", "sea", "wind")
    target = _side("port phare", "port gardien", "navire phare", "navire gardien", "mer", "vent")
    assert counterparts(source, target, _rows(6)) == {
        "harbour": "port",
        "light": "phare",
        "keeper": "gardien",
        "ship": "navire",
    }


def test_a_word_that_is_there_once_teaches_nothing() -> None:
    assert counterparts(_side("sea", "wind"), _side("mer", "vent"), _rows(2)) == {}


def test_rows_with_one_side_teach_nothing() -> None:
    source, target = _side("harbour", "harbour"), _side("port", "port")
    gaps = [(range(0, 1), range(0)), (range(1, 2), range(0)), (range(2, 2), range(0, 2))]
    assert counterparts(source, target, gaps) == {}


_WORDS = st.lists(st.frozensets(st.sampled_from("abcdefgh"), max_size=5), min_size=8, max_size=8)


@given(_WORDS, _WORDS)
def test_each_word_has_one_counterpart_at_most_and_is_that_of_no_other(
    source: list[frozenset[str]], target: list[frozenset[str]]
) -> None:
    known = counterparts(source, target, _rows(8))
    assert len(set(known.values())) == len(known)
    turned = counterparts(target, source, _rows(8))
    assert set(turned.values()) <= set().union(*source)


def test_words_are_their_beginnings_and_chinese_ones_pairs_of_characters() -> None:
    english = read("The General Assembly,\n\n1. Decides to remain seized of the matter.\n")
    chinese = read("大会，\n\n1. 决定继续处理此案。\n")
    assert words(next(english.walk()), "en") == {"decid", "remai", "seize", "the", "matte"}
    assert words(next(chinese.walk()), "zh") == {
        "决定",
        "定继",
        "继续",
        "续处",
        "处理",
        "理此",
        "此案",
    }

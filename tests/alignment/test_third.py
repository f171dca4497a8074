"""A third version beside a pair: where its clauses stand."""

import pytest

from desktop_app.alignment.align import align
from desktop_app.alignment.third import key_of, placed, third
from desktop_app.resolution.bitext import Row
from tests.support.paths import FIXTURES
from tests.support.texts import EN, EN_PREAMBLE, ZH, ids, read

_FR_HEAD = "Assemblée générale\n\n75/58. Titre\n\nL’Assemblée générale,\n\n"
_ZH_HEAD = "大会\n\n75/58. 题目\n\n大会，\n\n"


def _row(source: str = "", target: str = "") -> Row:
    return Row(tuple(source.split()), tuple(target.split()), 1.0)


def test_each_clause_stands_in_the_row_of_what_says_the_same() -> None:
    rows = (_row("a", "A"), _row("b", "B"), _row("c d", "C"))
    found = placed(rows, (_row("a", "x"), _row("b", "y1 y2"), _row("c", "z1"), _row("d", "z2")))
    assert found.ids == {(0, "a"): ("x",), (0, "b"): ("y1", "y2"), (0, "c"): ("z1", "z2")}
    assert found.covered == frozenset()


def test_a_clause_for_two_rows_stands_in_the_first_and_covers_the_second() -> None:
    rows = (_row("a", "A"), _row("b", "B"), _row("c", "C"))
    found = placed(rows, (_row("a b", "x"), _row("c", "")))
    assert found.ids == {(0, "a"): ("x",)}
    assert found.covered == {(0, "b")}


def test_what_the_source_lacks_stands_where_the_target_has_it_or_behind_what_it_follows() -> None:
    rows = (_row("a", "A"), _row("", "B"), _row("c", "C"))
    thirds = (_row("a", "x"), _row("", "y"), _row("c", "z"))
    assert placed(rows, thirds, (_row("B", "y"),)).ids == {
        (0, "a"): ("x",), (1, "B"): ("y",), (0, "c"): ("z",)
    }  # fmt: skip
    assert placed(rows, thirds).ids == {(0, "a"): ("x", "y"), (0, "c"): ("z",)}


def test_a_clause_before_all_others_stands_in_the_first_row() -> None:
    assert placed((_row("a", "A"),), (_row("", "x"), _row("a", "y"))).ids == {(0, "a"): ("x", "y")}


@pytest.mark.parametrize("second", ["zh", "ar"])
def test_nothing_of_the_third_version_is_lost_or_stands_twice(second: str) -> None:
    folder = FIXTURES / "everything"
    versions = {file.stem: read(file.read_text(encoding="utf-8")) for file in folder.glob("*.md")}
    pair = align(versions["en"], versions[second])
    for code in versions.keys() - {"en", second}:
        text = versions[code]
        found = third(align(versions["en"], text), versions[second])
        assert found is not None
        cells = placed(pair.rows, found.rows, found.others)
        assert cells.ids.keys() <= set(map(key_of, pair.rows))
        there = [id for row in pair.rows for id in cells.ids.get(key_of(row), ())]
        assert sorted(there) == sorted([*ids(text), *(note.id for note in text.footnotes)])


def test_what_only_the_target_and_the_third_version_have_is_found_by_both() -> None:
    source = read(EN_PREAMBLE + "1. Decides to keep 7 lights lit.\n")
    chinese = read(
        _ZH_HEAD + "回顾其 2019 年 12 月 12 日第 74/43 号决议，\n\n注意到 A/75/100 号文件，\n\n"
        "1. 决定不熄灭 7 座灯塔。\n"
    )
    french = read(
        _FR_HEAD + "Rappelant sa résolution 74/43 du 12 décembre 2019,\n\n"
        "Prenant note du document A/75/100,\n\n1. Décide de laisser 7 phares allumés.\n"
    )
    pair = align(source, chinese)
    assert [row.target for row in pair.rows if not row.source] == [("pp2",)]
    found = third(align(source, french), chinese)
    assert found is not None
    assert placed(pair.rows, found.rows, found.others).ids[1, "pp2"] == ("pp2",)


def test_one_chinese_clause_for_two_english_ones_covers_the_second() -> None:
    """PP6 of the bundled Chinese text stands against PP6 and PP7 of the English one."""
    english = read(EN)
    twin = english._replace(language="fr")
    pair = align(english, twin)
    found = third(align(english, read(ZH)), twin)
    assert found is not None
    cells = placed(pair.rows, found.rows, found.others)
    assert cells.ids[0, "pp6"] == ("pp6",)
    assert cells.covered == {(0, "pp7")}

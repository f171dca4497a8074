"""The cells of a third version in the tree of a pair."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.alignment.align import align
from desktop_app.alignment.third import third
from desktop_app.resolution.bitext import Bitext
from desktop_app.resolution.model import Resolution
from desktop_app.ui.page.building import tree
from desktop_app.ui.page.nodes import Node, NodeKind
from desktop_app.ui.page.third import ThirdCells
from tests.support.corrections import across_levels, some_corrections
from tests.support.paths import FIXTURES
from tests.support.texts import EN, ZH, read


def _nodes(bitext: Bitext, text: Resolution) -> list[Node]:
    assert bitext.target is not None
    found = third(align(bitext.source, text), bitext.target)
    assert found is not None
    return list(tree(bitext, ThirdCells(bitext, found)).walk())


def _text(name: str) -> Resolution:
    return read((FIXTURES / name).read_text(encoding="utf-8"))


def test_the_rows_of_the_pair_stay_as_they_are() -> None:
    pair = align(_text("everything/en.md"), _text("everything/fr.md"))
    two = list(tree(pair).walk())
    three = _nodes(pair, _text("everything/ru.md"))
    assert [(n.kind, n.name, n.row, n.depth) for n in three] == [
        (n.kind, n.name, n.row, n.depth) for n in two
    ]
    assert [node.texts[:2] for node in three] == [node.texts for node in two]


def test_headings_title_lines_and_notes_stand_in_their_rows() -> None:
    pair = align(_text("everything/en.md"), _text("everything/fr.md"))
    text = _text("everything/ru.md")
    words = {
        node.section or node.name: "".join(run.text for p in node.texts[2] for run in p.runs)
        for node in _nodes(pair, text)
        if len(node.texts) > 2
    }
    assert words["masthead"] == "81/19. Маяки открытого моря"
    assert words["section1"].endswith("Горящие огни")
    assert words["*"] == text.footnotes[0].text
    assert words["PP1"].startswith("ссылаясь")


def test_a_clause_that_is_called_otherwise_has_a_label_of_its_own() -> None:
    """PP8 of the English text stands against PP7 of the Chinese one."""
    english = read(EN)
    nodes = _nodes(align(english, english._replace(language="fr")), read(ZH))
    rows = {node.name: node for node in nodes if node.kind is NodeKind.CLAUSE}
    assert [p.label for p in rows["PP6"].texts[2]] == [""]
    assert rows["PP7"].texts[2] == ()
    assert rows["PP7"].is_covered
    assert [p.label for p in rows["PP8"].texts[2]] == ["PP7"]
    assert not rows["PP8"].is_covered


def test_a_part_that_only_the_third_version_has_keeps_its_heading() -> None:
    english, french = _text("everything/en.md"), _text("everything/fr.md")
    russian = _text("everything/ru.md")
    shorter = [
        side._replace(parts=tuple(part for part in side.parts if not part.id.startswith("annex")))
        for side in (english, french)
    ]
    nodes = _nodes(align(shorter[0], shorter[1]), russian)
    shown = [p for node in nodes if len(node.texts) > 2 for p in node.texts[2]]
    annexes = [part for part in russian.divisions() if part.id.startswith("annex")]
    assert annexes
    for part in annexes:
        if part.heading:
            assert sum(p.runs == part.heading for p in shown) == 1
        for clause in part.own():
            assert sum(p.id == clause.id for p in shown) == 1


@pytest.mark.slow
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_third_version_is_shown_whole_beside_rows_across_levels(data: st.DataObject) -> None:
    bitext, other = data.draw(across_levels()), data.draw(across_levels())
    assert bitext.target is not None
    assert other.target is not None
    now = bitext._replace(rows=some_corrections(data, bitext, bitext.rows))
    found = third(align(now.source, other.target), bitext.target)
    assert found is not None
    nodes = tree(now, ThirdCells(now, found)).walk()
    shown = [paragraph.id for node in nodes for text in node.texts[2:] for paragraph in text]
    assert [shown.count(clause.id) for clause in found.text.walk()] == [1] * len(
        [*found.text.walk()]
    )

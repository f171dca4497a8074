"""The rows of the page before Qt, whatever a person does to the rows of a bitext."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.alignment.align import align, alone
from desktop_app.alignment.corrections.operations import merge
from desktop_app.alignment.corrections.tree import Rows
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import Part, PartKind, Run, words
from desktop_app.ui.page.building import tree
from desktop_app.ui.page.following import followed
from desktop_app.ui.page.nodes import Node, NodeKind, sided
from tests.support.corrections import (
    bitexts,
    fixture_pairs,
    made_clause,
    made_resolution,
    some_corrections,
)
from tests.support.paths import FIXTURES
from tests.support.texts import EN_PREAMBLE, read


def _nodes(bitext: Bitext, rows: Rows) -> list[Node]:
    return list(tree(bitext._replace(rows=rows)).walk())


def _sections(nodes: list[Node]) -> list[str]:
    return [node.section for node in nodes if node.kind is NodeKind.SECTION]


def _check_order(bitext: Bitext, nodes: list[Node]) -> None:
    """The rows of clauses are in their own order, and paragraphs of the source hold their
    sub-paragraphs."""
    shown = [node for node in nodes if node.kind is NodeKind.CLAUSE]
    notes = {note.id for side in (bitext.source, bitext.target) if side for note in side.footnotes}
    assert [node.row for node in shown] == [
        row for row in bitext.rows if not notes.intersection(row.source + row.target)
    ]
    holders = {id: node for node in shown if node.row for id in node.row.source}
    firsts = {node.row.source[0] for node in shown if node.row and node.row.source}
    for clause in bitext.source.walk():
        for child in clause.clauses:
            if child.id in firsts:
                assert holders[child.id] in holders[clause.id].walk()


def _check(bitext: Bitext, before: Rows, after: Rows) -> None:
    """Both can be shown with every clause once, and each node is followed from one to the other."""
    sides = [side for side in (bitext.source, bitext.target) if side]
    all_ids: list[tuple[int, str]] = []
    for number, side in enumerate(sides):
        all_ids += [(number, clause.id) for clause in side.walk()]
        all_ids += [(number, note.id) for note in side.footnotes]
        all_ids += [(number, line.id) for line in (*side.head, *side.closing)]
    one, other = _nodes(bitext, before), _nodes(bitext, after)
    for nodes in (one, other):
        assert sorted(id for node in nodes for id in sided(node)) == sorted(all_ids)
        assert len(set(_sections(nodes))) == len(_sections(nodes))
    for rows, nodes in ((before, one), (after, other)):
        _check_order(bitext._replace(rows=rows), nodes)
    now = followed(one, other)
    assert now.keys() == {node.number for node in one}
    for node in one:
        holders = [other[number] for number in now[node.number]]
        assert holders
        if node.kind is not NodeKind.SECTION:
            assert {*sided(node)} <= {id for holder in holders for id in sided(holder)}
        elif node.section in _sections(other):
            assert [holder.section for holder in holders] == [node.section]


def test_paragraphs_of_one_version_stand_beside_sub_paragraphs_of_the_other() -> None:
    source = made_resolution(
        {"operative": [made_clause("op1", [made_clause("op1.a"), made_clause("op1.b")])]}
    )
    target = made_resolution({"operative": [made_clause(f"op{number}") for number in (1, 2, 3, 4)]})
    rows = [
        Row(("op1",), ("op1",), 1.0),
        Row(("op1.a",), ("op2",), 1.0),
        Row((), ("op3",), 1.0),
        Row(("op1.b",), ("op4",), 1.0),
    ]
    bitext = Bitext(source, target, tuple(rows))
    (operative,) = tree(bitext).children
    shown = [(node.name, node.depth) for node in operative.walk()][1:]
    assert shown == [("OP1", 0), ("OP1(a)", 1), ("OP3", 0), ("OP1(b)", 1)]
    assert [len(node.children) for node in operative.children] == [3]
    (operative,) = tree(bitext.swapped()).children
    shown = [(node.name, node.depth) for node in operative.walk()][1:]
    assert shown == [("OP1", 0), ("OP2", 0), ("OP3", 0), ("OP4", 0)]
    assert [paragraph.label for paragraph in operative.children[1].texts[1]] == ["OP1(a)"]


def test_what_only_the_target_has_goes_into_no_part_that_is_over() -> None:
    source = made_resolution({"preamble": [made_clause("pp1")], "operative": [made_clause("op1")]})
    target = made_resolution({"preamble": [made_clause("pp1"), made_clause("pp2")]})
    rows = (Row(("pp1",), (), 1.0), Row(("op1",), ("pp1",), 1.0), Row((), ("pp2",), 1.0))
    root = tree(Bitext(source, target, rows))
    assert [[one.name for one in part.children] for part in root.children] == [
        ["PP1"], ["OP1", "PP2"]
    ]  # fmt: skip


def test_divisions_stand_below_their_annex_behind_its_own_paragraphs() -> None:
    side = read(
        f"{EN_PREAMBLE}1. Adopts the text below.\n\nAnnex\n\nConvention\n\nThe States agree.\n\n"
        "Chapter I\n\nOf light\n\nArticle 1\n\nAll are free.\n\nArticle 2\n\n1. All act.\n"
    )
    annex = next(node for node in tree(alone(side)).children if node.name == "annex")
    shown = [(node.kind.value, node.name, node.section) for node in annex.walk()]
    assert shown == [
        ("section", "annex", "annex"),
        ("clause", "P1", ""),
        ("section", "chapter1", "annex.chapter1"),
        ("section", "art1", "annex.art1"),
        ("clause", "P1", ""),
        ("section", "art2", "annex.art2"),
        ("clause", "1", ""),
    ]
    assert all(node.row_in_parent == place for place, node in enumerate(annex.children))
    assert len(annex.clauses) == 3


def test_a_part_can_lose_all_its_rows_and_get_them_back() -> None:
    side = made_resolution({"preamble": [made_clause("pp1")], "operative": [made_clause("op1")]})
    bitext = align(side, side)
    rows = merge(bitext, 0)
    before, after = _nodes(bitext, bitext.rows), _nodes(bitext, rows)
    assert _sections(before) == ["", "preamble", "operative"]
    assert _sections(after) == ["", "preamble"]
    merged = next(node.number for node in after if node.row)
    assert followed(before, after) == {0: [0], 1: [1], 2: [merged], 3: [merged], 4: [merged]}
    assert followed(after, before) == {0: [0], 1: [1], 2: [2, 4]}


def test_a_heading_is_shown_when_no_row_is_left_below_it() -> None:
    """The enacting words of a version whose paragraphs all went to the operative part."""
    enacting = Part("preamble", PartKind.PREAMBLE, (Run("The Assembly,"),), (made_clause("pp1"),))
    target = made_resolution({"operative": [made_clause("op1")]})
    target = target._replace(parts=(enacting, *target.parts))
    source = made_resolution({"operative": [made_clause("op1")]})
    nodes = list(tree(Bitext(source, target, (Row(("op1",), ("pp1", "op1"), 1.0),))).walk())
    assert _sections(nodes) == ["", "preamble", "operative"]
    assert [words(paragraph.runs) for paragraph in nodes[1].texts[1]] == ["The Assembly,"]


@pytest.mark.slow
@given(st.data())
@settings(max_examples=80, deadline=None)
def test_every_node_is_followed_through_any_corrections(data: st.DataObject) -> None:
    bitext = data.draw(bitexts())
    one = some_corrections(data, bitext, bitext.rows, most=8)
    other = some_corrections(data, bitext, one, most=8)
    _check(bitext, bitext.rows, one)
    _check(bitext, one, other)
    _check(bitext, other, bitext.rows)


@pytest.mark.parametrize("bitext", fixture_pairs().values(), ids=fixture_pairs())
@given(data=st.data())
@settings(max_examples=5, deadline=None)
def test_the_same_in_real_texts(bitext: Bitext, data: st.DataObject) -> None:
    rows = some_corrections(data, bitext, bitext.rows, most=12)
    _check(bitext, bitext.rows, rows)
    _check(bitext, rows, bitext.rows)


def test_a_heading_above_sub_paragraphs_holds_those_that_follow_it() -> None:
    en, zh = (
        read((FIXTURES / f"headings_within.{code}.md").read_text("utf-8")) for code in ("en", "zh")
    )
    nodes = [*tree(align(en, zh)).walk()]
    headings = {node.section: node for node in nodes if node.name == "heading"}
    assert [*headings] == [
        "op1.a.heading", "op1.c.heading", "op2.ii.a.heading", "op2.ii.b.heading"
    ]  # fmt: skip
    below = [[one.texts[0][0].id for one in node.children] for node in headings.values()]
    assert below == [["op1.a", "op1.b"], ["op1.c"], ["op2.ii.a"], ["op2.ii.b", "op2.ii.c"]]
    assert [words(side[0].runs) for side in headings["op1.a.heading"].texts] == [
        "Asset freeze", "资产冻结"
    ]  # fmt: skip
    assert {node.parent.name for node in headings.values() if node.parent} == {"1", "(ii)"}
    labels = [node.name for node in nodes if node.kind is NodeKind.CLAUSE]
    assert len(labels) == len([*en.walk()])


def test_counterparts_in_an_annex_have_short_labels_and_none_if_called_as_their_row() -> None:
    annex = f"{EN_PREAMBLE}1. Adopts the text below.\n\nAnnex\n\n"
    one = read(f"{annex}1. States shall act:\n\n(a) By 7 May;\n\n(b) By 9 June.\n")
    other = read(f"{annex}2. States shall act:\n\n(a) By 7 May;\n\n3. By 9 June.\n")
    pairs = zip([*one.walk()][2:], [*other.walk()][2:], strict=True)
    rows = [Row((id,), (id,), 1.0) for id in ("pp1", "op1")]
    rows += [Row((left.id,), (right.id,), 1.0) for left, right in pairs]
    shown = [node for node in tree(Bitext(one, other, tuple(rows))).walk() if node.row]
    assert [(node.name, node.texts[1][0].label) for node in shown[-3:]] == [
        ("1", "2"), ("(a)", ""), ("(b)", "3")
    ]  # fmt: skip

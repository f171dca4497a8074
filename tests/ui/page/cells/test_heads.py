"""The heads of parts: names, counts and the facts below the title."""

from collections.abc import Iterator

import pytest

from desktop_app.alignment.align import align
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.resolution.bitext import Row
from desktop_app.resolution.model import Part, Resolution
from desktop_app.ui.page.cells.heads import Heads
from desktop_app.ui.page.look import Layout
from desktop_app.ui.page.model import BitextModel
from desktop_app.ui.page.nodes import NodeKind
from desktop_app.ui.window.main_window import MainWindow
from tests.support.paths import FIXTURES
from tests.support.texts import bundled_pair, read
from tests.support.waiting import settle
from tests.ui.conftest import node_of


def _heads(window: MainWindow) -> Heads:
    return window.view.bitext_model().heads


def test_the_facts_are_those_of_the_masthead_as_far_as_there_is_room(window: MainWindow) -> None:
    heads = _heads(window)
    whole = heads.facts(10_000, len)
    assert whole == (
        "A/RES/75/58 · General Assembly · session 75 · item 103 (v) · adopted 2020-12-07"
        " · meeting 37 · report A/75/399"
    )
    for room in range(len(whole)):
        shown = heads.facts(room, len)
        assert len(shown) <= room
        assert whole.startswith(shown)
        assert not shown or whole[len(shown) :].startswith(" · ")


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_a_part_with_a_heading_of_its_own_is_named_by_it(window: MainWindow, language: str) -> None:
    text = read((FIXTURES / "everything" / f"{language}.md").read_text(encoding="utf-8"))
    french = read((FIXTURES / "everything" / "fr.md").read_text(encoding="utf-8"))
    model = BitextModel(align(text, french))
    for node in model.nodes()[1:]:
        if node.section and any(node.texts) and node.name != "preamble":
            assert model.heads.name(node) == ""
    annex = next(node for node in model.nodes() if node.section == "annex1")
    assert model.heads.counts(annex).split(" ")[0] == str(
        sum(len(part.clauses) for part in text.parts[-2].divisions())
    )


def test_counts_are_those_of_the_texts_whatever_the_rows(window: MainWindow) -> None:
    model = window.view.bitext_model()
    preamble = model.root.children[1]
    before = model.heads.counts(preamble)
    rows = [row._replace(target=()) for row in model.bitext.rows]
    changed = BitextModel(model.bitext._replace(rows=tuple(rows)))
    assert changed.heads.counts(changed.root.children[1]) == before


def _labels(window: MainWindow, id: str) -> tuple[str, list[str], list[str]]:
    """What stands in the label column, and the labels of the paragraphs of each text."""
    cells = window.view.cells
    node = node_of(cells.model, id)
    return cells.label(node), cells.labels(node, 1), cells.labels(node, 2)


def test_each_text_has_its_own_labels(window: MainWindow) -> None:
    assert _labels(window, "pp6") == ("PP6", ["PP6"], ["PP6", "PP7"])
    assert _labels(window, "pp7") == ("PP7", ["PP7"], ["PP8"])
    window.view.show_layout(Layout.SECOND)
    assert _labels(window, "pp7") == ("PP8", ["PP7"], ["PP8"])


def test_a_gap_has_no_label_of_the_other_text(window: MainWindow) -> None:
    rows = [*bundled_pair().rows]
    at = next(number for number, row in enumerate(rows) if row.source == ("op1",))
    rows[at : at + 1] = [Row(("op1",), (), 1.0), Row((), ("op1",), 1.0)]
    window.document.show(bundled_pair()._replace(rows=tuple(rows)), BUNDLED, BUNDLED_TRANSLATION)
    settle()
    cells = window.view.cells
    first, second = (
        node for node in cells.model.nodes() if node.kind is NodeKind.CLAUSE and node.name == "1"
    )
    assert (cells.label(first), cells.labels(first, 2)) == ("1", [])
    assert (cells.label(second), cells.labels(second, 2)) == ("", ["1"])


def test_many_parts_are_looked_through_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    annexes = "".join(f"Annex {number}\n\n1. Text of it;\n\n" for number in range(1, 40))
    text = read(f"The General Assembly,\n\nRecalling its report,\n\n1. Decides.\n\n{annexes}")
    model = BitextModel(align(text, text))
    walks, divisions = [], Resolution.divisions

    def counted(self: Resolution) -> Iterator[Part]:
        walks.append(self)
        return divisions(self)

    monkeypatch.setattr(Resolution, "divisions", counted)
    heads = Heads(model.published, model.section_name)
    said = [heads.counts(node) for node in model.nodes() if node.section]
    assert said.count("1 paragraph") == 41
    assert len(walks) == len(model.published)

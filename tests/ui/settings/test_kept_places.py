"""The place in each document, found again by its clause."""

import json
from pathlib import Path

from desktop_app.ui.page.nodes import Place
from desktop_app.ui.settings.kept_places import (
    KeptPlace,
    KeptPlaces,
    kept_place,
    restored,
    restored_ticks,
    stable_names,
)
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import node_of


def test_a_place_is_restored_by_its_clause_in_another_reading(
    window: MainWindow,
) -> None:
    model = window.view.bitext_model()
    nodes = model.nodes()
    assert len(set(stable_names(nodes))) == len(nodes)
    op2, preamble = node_of(model, "op2").number, node_of(model, "preamble").number
    place = Place(op2, 0.25, op2, frozenset({preamble}))
    kept = kept_place(nodes, place, "s2t", was_warned=False)
    assert kept == KeptPlace("0:op2", 0.25, "0:op2", ("preamble 1",), "s2t", False)
    assert restored(kept, nodes) == place
    shorter = [node for node in nodes if node.number < op2]
    assert restored(kept, shorter) == Place(0, 0.25, 0, frozenset({preamble}))


def test_places_of_the_last_two_hundred_documents_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "places.json"
    places = KeptPlaces(file)
    for number in range(205):
        places.keep((f"/{number}", ""), KeptPlace("0:op1"))
    places.keep(("/5", ""), KeptPlace("0:op2", was_warned=True))
    places.write()
    again = KeptPlaces(file)
    assert again.find(("/4", "")) is None
    assert again.find(("/5", "")) == KeptPlace("0:op2", was_warned=True)
    assert len(json.loads(file.read_bytes())) == 200


def test_places_of_an_earlier_version_are_read_and_damaged_ones_left_out(tmp_path: Path) -> None:
    file = tmp_path / "places.json"
    earlier = ["/a", "", "0:op1", 0.5, "", [], "s2t", False]
    rows = [earlier, ["/b", *earlier[1:], "no time"], ["/c", *earlier[1:], 1e300], ["/d", ""], 4]
    file.write_text(json.dumps(rows))
    places = KeptPlaces(file)
    for name in "abc":
        assert places.find((f"/{name}", "")) == KeptPlace("0:op1", 0.5, "", (), "s2t", False)
    assert places.find(("/d", "")) is None
    places.keep(("/c", ""), KeptPlace("0:op2"))
    places.write()
    assert KeptPlaces(file).find(("/c", "")) == KeptPlace("0:op2")


def test_ticks_are_kept_and_found_again_by_their_clauses(
    window: MainWindow, tmp_path: Path
) -> None:
    model = window.view.bitext_model()
    ticked = {node_of(model, id).number for id in ("pp6", "op2", "op5")}
    place = Place(0, 0.0, 0, frozenset())
    kept = kept_place(model.nodes(), place, "", was_warned=False, ticked=ticked)
    assert kept.ticked == ("0:pp6", "0:op2", "0:op5")
    places = KeptPlaces(tmp_path / "places.json")
    places.keep(("/a", ""), kept)
    places.write()
    found = KeptPlaces(tmp_path / "places.json").find(("/a", ""))
    assert found == kept
    assert restored_ticks(kept, model.nodes()) == ticked
    shorter = [node for node in model.nodes() if node.number < max(ticked)]
    assert restored_ticks(kept, shorter) == ticked - {max(ticked)}


def test_what_are_no_ticks_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "places.json"
    row = ["", "0:op1", 0.5, "", [], "", False]
    rows = [["/a", *row, ["0:op1", 4, None], 5.0], ["/b", *row, 5.0], ["/c", *row, [], "x"]]
    file.write_text(json.dumps(rows))
    places = KeptPlaces(file)
    kept = KeptPlace("0:op1", 0.5)
    assert places.find(("/a", "")) == kept._replace(ticked=("0:op1",))
    assert places.find(("/b", "")) == places.find(("/c", "")) == kept

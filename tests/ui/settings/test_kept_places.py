"""The place in each document, found again by its clause."""

import json
from pathlib import Path

from desktop_app.ui.page.nodes import Place
from desktop_app.ui.settings.kept_places import (
    KeptPlace,
    KeptPlaces,
    kept_place,
    restored,
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

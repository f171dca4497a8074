"""The command line: what is printed, what is written, and the exit status."""

import importlib
import json
import pkgutil
from pathlib import Path

import pytest

from desktop_app import __version__
from desktop_app import cli as rooms
from desktop_app.cli.main import COMMANDS
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.resolution.variants import CONFIGURATIONS
from desktop_app.script.convert import convert_markdown
from tests.cli.conftest import PLAIN, Run, sentence_of
from tests.opening.test_marc import marc
from tests.support.texts import EN, EN_PREAMBLE, ZH, ZH_OPENINGS

# The commands of one process share its application, which a picture needs with widgets.
pytestmark = pytest.mark.usefixtures("qapp")


def test_show_prints_labels_and_texts(run: Run) -> None:
    result = run("show", BUNDLED)
    assert (result.status, result.err) == (0, "")
    assert "PP6      欢迎《制止核恐怖主义行为国际公约》" in result.out
    assert "[7] A/75/171。" in result.out
    assert result.out.startswith("[source not stated, not compared with the official record]\n")


def test_show_json_has_the_keys_of_the_issue(run: Run) -> None:
    document = json.loads(run("show", BUNDLED, "--json").out)
    assert " ".join(document) == (
        "kind symbol language script organ session agenda_item agenda_title title adopted meeting "
        "report provenance address head parts closing footnotes"
    )
    assert {key: document[key] for key in list(document)[:13] if key != "agenda_title"} == {
        "kind": "resolution",
        "symbol": "A/RES/75/58",
        "language": "zh",
        "script": "Hans",
        "organ": "General Assembly",
        "session": 75,
        "agenda_item": "103 (v)",
        "title": "防止恐怖分子获取大规模毁灭性武器的措施",
        "adopted": "2020-12-07",
        "meeting": 37,
        "report": "A/75/399",
        "provenance": "unstated",
    }
    assert [list(part) for part in document["parts"]] == [
        ["id", "kind", "number", "level", "heading", "clauses", "parts"]
    ] * 2
    assert [part["kind"] for part in document["parts"]] == ["preamble", "operative"]
    clauses = [clause for part in document["parts"] for clause in part["clauses"]]
    assert {tuple(key for key in clause if key != "runs") for clause in clauses} == {
        ("id", "label", "number", "mark", "opening", "text", "notes", "clauses")
    }
    assert (
        "".join(run["text"] for run in clauses[5]["runs"] if "note" not in run)
        == (clauses[5]["text"])
    )
    assert [clause["opening"] for clause in clauses] == ZH_OPENINGS
    assert clauses[5]["notes"] == ["fn1", "fn2"]
    assert (clauses[-1]["id"], clauses[-1]["label"], clauses[-1]["number"]) == ("op6", "OP6", "6")
    assert document["footnotes"][2] == {"id": "fn3", "mark": "3", "text": "见 A/74/548，附件。"}


def test_show_says_what_a_record_of_the_document_says(run: Run, tmp_path: Path) -> None:
    record = tmp_path / "record.xml"
    record.write_text(marc(), encoding="utf-8")
    result = run("show", BUNDLED, "--record", record)
    assert result.out.startswith("vote: Adopted 187-0-2, 37th meeting\nagenda: A/75/251 103v")
    found = json.loads(run("show", BUNDLED, "--record", record, "--json").out)["record"]
    assert (found["date"], found["subjects"]) == ("2020-12-07", ["LIGHTHOUSES", "SEAS"])


def test_a_record_belongs_to_one_document(run: Run, tmp_path: Path) -> None:
    record = tmp_path / "record.xml"
    record.write_text(marc().replace("75/58", "75/59"), encoding="utf-8")
    other = run("show", BUNDLED, "--record", record)
    assert (other.status, "is the record of A/RES/75/59" in other.err) == (1, True)
    several = run("show", BUNDLED, BUNDLED, "--record", record)
    assert (several.status, "name one file" in several.err) == (1, True)


def test_show_json_nests_sub_paragraphs_and_names_sections_and_annexes(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "nested.md"
    file.write_text(
        f"{EN_PREAMBLE}I\n\n1. Requests:\n\n(a) To act;\n\n(i) At once;\n\nAnnex\n\nA text.\n",
        encoding="utf-8",
    )
    document = json.loads(run("show", file, "--json").out)
    assert [part["kind"] for part in document["parts"]] == ["preamble", "section", "annex"]
    (first,) = document["parts"][1]["clauses"]
    assert first["clauses"][0]["label"] == "OP1(a)"
    assert first["clauses"][0]["clauses"][0]["id"] == "op1.a.i"


def test_a_file_that_is_no_resolution_is_shown_with_a_notice(run: Run, plain: Path) -> None:
    result = run("show", plain)
    assert "The roses were watered." in result.out
    sentence = sentence_of(result)
    assert str(plain) in sentence
    assert "not recognized as a resolution" in sentence


def test_a_file_that_is_no_resolution_has_json_too(run: Run, plain: Path) -> None:
    result = run("show", "--json", plain)
    assert result.status == 1
    texts = [clause["text"] for clause in json.loads(result.out)["parts"][0]["clauses"]]
    assert texts == [line for line in PLAIN.split("\n") if line]


def test_align_json_has_the_rows_in_reading_order(run: Run) -> None:
    result = run("align", BUNDLED, BUNDLED_TRANSLATION, "--json")
    document = json.loads(result.out)
    assert (result.status, list(document)) == (0, ["rows"])
    assert {tuple(row) for row in document["rows"]} == {("source", "target", "score")}
    assert document["rows"][5]["source"] == ["pp6"]
    assert document["rows"][5]["target"] == ["pp6", "pp7"]
    assert document["rows"][-1] == {"source": ["fn7"], "target": ["fn7"], "score": 1.0}
    assert len(document["rows"]) == 17 + 6 + 7


def test_align_says_a_missing_counterpart_with_an_empty_list(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "short.md"
    file.write_text("\n".join(ln for ln in EN.split("\n") if not ln.startswith("4.")), "utf-8")
    rows = json.loads(run("align", BUNDLED, file, "--json").out)["rows"]
    assert {"source": ["op4"], "target": [], "score": 1.0} in rows


def test_align_prints_a_line_a_row(run: Run) -> None:
    lines = run("align", BUNDLED, BUNDLED_TRANSLATION).out.splitlines()
    assert len(lines) == 30
    assert lines[5].startswith("PP6 | PP6, PP7 ")


@pytest.mark.parametrize("configuration", sorted(CONFIGURATIONS))
def test_convert_prints_the_file_with_nothing_changed_but_its_chinese(
    run: Run, configuration: str
) -> None:
    result = run("convert", BUNDLED, "--to", configuration)
    assert result == (0, convert_markdown(ZH, configuration), "")


@pytest.mark.parametrize("to_standard_output", [[], ["-o", "-"]])
def test_standard_output_is_the_default(run: Run, to_standard_output: list[str]) -> None:
    assert run("convert", BUNDLED, "--to", "s2t", *to_standard_output).out == convert_markdown(
        ZH, "s2t"
    )


def test_convert_keeps_line_ends_and_byte_order_mark(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "dos.md"
    text = "\ufeff" + ZH.replace("\n", "\r\n")
    file.write_bytes(text.encode("utf-8"))
    out = tmp_path / "out.md"
    assert run("convert", file, "--to", "s2t", "-o", out).status == 0
    assert out.read_bytes() == convert_markdown(text, "s2t").encode("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["show", "a.md", "--to", "md"],
        ["convert", "a.md"],
        ["convert", "a.md", "--to", "s2x"],
        ["export", "a.md", "--to", "md"],
        ["export", "a.md", "--clauses", "all"],
        ["export", "a.md", "--clauses", "all", "--to", "doc"],
        ["export", "a.md", "--clauses", "all", "--to", "md", "--layout", "rows"],
        ["screenshot"],
        ["screenshot", "-o", "x.png", "--size", "big"],
        ["screenshot", "-o", "x.png", "--finding", "0"],
        ["--nonsense"],
        ["a.md", "b.md"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_status_2(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.status == 2
    assert "usage: resolution-reader" in result.err
    assert result.out == ""


@pytest.mark.parametrize(
    ("option", "value", "way_out"),
    [
        ("--size", "big", "write it as 1120x700"),
        ("--size", "1x1", "between 200x200 and 8000x8000"),
        ("--finding", "0", "a number from 1 on"),
    ],
)
def test_wrong_usage_says_what_is_right(run: Run, option: str, value: str, way_out: str) -> None:
    result = run("screenshot", "-o", "x.png", option, value)
    assert result.err.endswith(f"error: argument {option}: {way_out}\n")


def test_every_command_is_a_module_of_this_room() -> None:
    modules = {name for _, name, _ in pkgutil.iter_modules(rooms.__path__)}
    with_options = {
        name
        for name in modules
        if hasattr(importlib.import_module(f"{rooms.__name__}.{name}"), "add_options")
    }
    assert with_options == {*COMMANDS, "window"}


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=" ".join)
def test_help_is_status_0(run: Run, command: list[str]) -> None:
    result = run(*command, "--help")
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("usage: resolution-reader")


def test_the_version(run: Run) -> None:
    assert run("--version").out == f"resolution-reader {__version__}\n"


def test_a_window_without_a_display_says_how_to_get_a_picture(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for arguments in ([], [BUNDLED]):
        assert "There is no display" in sentence_of(run(*arguments))

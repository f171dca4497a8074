"""The help pages hold what the program has: every page, command, option, field and shortcut."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop_app.cli.main import main
from desktop_app.common.paths import resource
from desktop_app.opening.bundled import BUNDLED, BUNDLED_TRANSLATION
from desktop_app.resolution.variants import CONFIGURATIONS
from desktop_app.ui.finding.finding import Finding
from desktop_app.ui.window.main_window import MainWindow

FOLDER = resource("help/en")
PAGES = sorted(page.name for page in FOLDER.glob("*.md"))
PAIR = [str(BUNDLED), str(BUNDLED_TRANSLATION)]
COMMANDS = ["show", "align", "audit", "convert", "export", "fetch", "screenshot"]


def text(page: str) -> str:
    return (FOLDER / page).read_text(encoding="utf-8")


def links(page: str) -> list[str]:
    """Where the links of a page lead, addresses of the web left out."""
    found = re.findall(r"\]\(([^)\s]+)\)", text(page))
    return [link for link in found if not link.startswith("https://")]


def anchors(page: str) -> set[str]:
    """The names of a page's headings, as Markdown makes them."""
    headings = re.findall(r"^#+ (.+)$", text(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def section(page: str, heading: str) -> str:
    """The text below a heading of the second level."""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", text(page), re.MULTILINE | re.DOTALL)
    assert found, f"{page} has no section {heading}"
    return found[1]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command prints on standard output."""
    assert main(arguments) == 0
    return capsys.readouterr().out


def usage(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    """What a command says of its options; of the window without a command."""
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    return capsys.readouterr().out


# Pages


def test_the_contents_lead_to_every_page() -> None:
    assert {"index.md", *links("index.md")} == {*PAGES}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_page_and_a_heading(page: str) -> None:
    for link in links(page):
        target, _, anchor = link.partition("#")
        assert (target or page) in PAGES
        assert not anchor or anchor in anchors(target or page)


@pytest.mark.parametrize("page", [page for page in PAGES if page != "index.md"])
def test_every_page_leads_back_to_the_contents(page: str) -> None:
    assert "index.md" in links(page)


# The command line


@pytest.fixture(autouse=True)
def _wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")  # or argparse breaks what is looked for


def test_every_command_has_a_section(capsys: pytest.CaptureFixture[str]) -> None:
    listed = re.search(r"^Commands[^:]*: ([^;]+);", usage(capsys), re.MULTILINE)
    assert listed
    assert listed[1].split(", ") == COMMANDS
    assert {*COMMANDS} <= anchors("command-line.md")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_option_is_explained(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = re.findall(r"(?<![\w-])--?[a-z]+(?:-[a-z]+)*", usage(capsys, *command.split()))
    explained = section("command-line.md", command or "The window")
    for option in {*options} - {"-h", "--help"}:
        assert re.search(rf"`[^`]*{option}(?![\w-])", explained), option
    assert "`--help`" in text("command-line.md")


@pytest.mark.parametrize("command", ["convert", "export", "screenshot"])
def test_every_value_of_an_option_is_explained(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    choices = re.findall(r"^ +--[a-z]+ \{(.+?)\}", usage(capsys, command), re.MULTILINE)
    explained = [section("command-line.md", name) for name in (command, "export")]
    explained.append(section("chinese-scripts.md", "Names of the conversions"))
    values = {value for listed in choices for value in listed.split(",")}
    assert "s2t" in values
    for value in values:
        assert f"`{value}`" in "".join(explained), value


def formats(capsys: pytest.CaptureFixture[str]) -> list[str]:
    found = re.search(r"^ +--to \{(.+?)\}", usage(capsys, "export"), re.MULTILINE)
    assert found
    return found[1].split(",")


def test_every_format_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    listed = re.findall(r"^\| `(\w+)`", section("export.md", "Formats"), re.MULTILINE)
    assert sorted(listed) == sorted(formats(capsys))


def test_every_conversion_is_explained() -> None:
    named = re.findall(r"`(\w+)`", section("chinese-scripts.md", "Names of the conversions"))
    assert sorted(named) == sorted(CONFIGURATIONS)


# JSON


def fields(value: object) -> Iterator[str]:
    """Every name in a JSON document."""
    if isinstance(value, dict):
        yield from value
        for below in value.values():
            yield from fields(below)
    elif isinstance(value, list):
        for below in value:
            yield from fields(below)


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("show", [PAIR[0], "--json"]),
        ("align", [*PAIR, "--json"]),
        ("audit", [*PAIR, "--json"]),
        ("export", [PAIR[0], "--translation", PAIR[1], "--clauses", "all", "--to", "json"]),
    ],
)
def test_every_field_of_json_is_explained(
    command: str, arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if command == "export":
        file = tmp_path / "all.json"
        main([command, *arguments, "-o", str(file)])
        document = json.loads(file.read_text(encoding="utf-8"))
    else:
        document = json.loads(printed(capsys, command, *arguments))
    explained = section("json.md", command)
    found = {*fields(document)}
    assert len(found) > 3
    for field in found:
        assert re.search(rf"[`\".]{field}[`\"]", explained), field


# The window


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow("light")
    qtbot.addWidget(made)
    made.document.open(BUNDLED, BUNDLED_TRANSLATION)
    made.finish_start()
    return made


def listed_keys(heading: str) -> dict[frozenset[str], str]:
    """What each set of keys does, by a table of the page."""
    lines = re.findall(
        r"^\| ([^|]+) \| (`[^|]+) \|$", section("keyboard.md", heading), re.MULTILINE
    )
    return {frozenset(re.findall(r"`([^`]+)`", keys)): command for command, keys in lines}


def test_the_table_of_commands_is_that_of_the_window(window: MainWindow) -> None:
    listed = listed_keys("Commands")
    actions = {
        frozenset(key.toString() for key in action.shortcuts()): action.text()
        for action in window.workspace.actions.all().values()
    }
    assert listed.keys() == actions.keys()
    for keys, words in actions.items():
        name = words.replace("&", "").rstrip("…")
        name = name.replace("Move Chinese", "Move the first text")
        assert listed[keys] == name.replace("Move English", "Move the second text")


def test_the_keys_of_the_search_bar_are_listed(window: MainWindow) -> None:
    window.feature(Finding).open()
    buttons = window.feature(Finding).bar.findChildren(QAbstractButton)
    keys = {button.shortcut().toString() for button in buttons} - {""}
    assert keys == {"Alt+C", "Alt+W"}
    assert keys <= {key for keys in listed_keys("In the search bar") for key in keys}

"""README and its companions: short, without dead links, and true of the folders."""

import re

import pytest

from desktop_app import __version__
from tests.support.paths import ROOT

DOCUMENTS = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
DOCUMENTS += ["packaging/linux/README.md"]


def text(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_leads_to_a_file(document: str) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", text(document)):
        if not link.startswith("https://"):
            assert ((ROOT / document).parent / link).is_file(), link


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_it_fits_two_screens(document: str) -> None:
    assert len(text(document).splitlines()) <= 80


def test_every_target_of_make_that_the_readme_names_exists() -> None:
    makefile = text("Makefile")
    for target in re.findall(r"\bmake ([a-z]+)(?:`|$)", text("README.md"), re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_table_of_rooms_has_every_room() -> None:
    program = ROOT / "desktop_app"
    for room in [*program.iterdir(), *(program / "ui").iterdir()]:
        if (room / "__init__.py").is_file() and room.name != "ui":
            name = str(room.relative_to(program))
            assert f"`{name}/`" in text("CONTRIBUTING.md"), name


def test_the_changelog_has_a_section_for_this_version_and_one_for_the_next() -> None:
    headings = re.findall(
        r"^## \[(.+?)\]( - \d{4}-\d\d-\d\d)?$", text("CHANGELOG.md"), re.MULTILINE
    )
    assert headings[0] == ("Unreleased", "")
    assert headings[1][0] == __version__
    assert all(date for _, date in headings[1:])

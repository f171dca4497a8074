"""A folder held against its list of licences: each fault is one sentence, and stops the build."""

import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bundle.__main__ import main
from bundle.checking import Listing, Package, faults, read
from bundle.origins import canonical
from bundle.terms import HERE, single_licences, terms

from tests.support.paths import ROOT

_BUILT = ROOT / "dist" / "resolution-reader"
_GREEN = Package(version="1.2", licence="MIT", texts=("licences/green/LICENSE",), source="")
_LISTING = Listing(
    packages={"green": _GREEN},
    files={"program": "green", "_internal/libgreen.so.1": "green"},
    modules={"green": "green"},
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a program, a library and the text of their licence."""
    _write(tmp_path / "program", "")
    _write(tmp_path / "_internal" / "libgreen.so.1", "")
    _write(
        tmp_path / "licences" / "green" / "LICENSE",
        "MIT\n\n  Permission is hereby granted,\n  free of charge, to any person ...\n",
    )
    return tmp_path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _faults(folder: Path, green: Package = _GREEN) -> list[str]:
    return faults(folder, replace(_LISTING, packages={"green": green}), terms())


def test_a_folder_whose_every_file_has_a_licence_and_its_text_may_be_passed_on(
    folder: Path,
) -> None:
    assert _faults(folder) == []


def test_a_library_that_is_not_in_the_list_is_one_sentence(folder: Path) -> None:
    _write(folder / "_internal" / "libreadline.so.8", "")
    assert _faults(folder) == [
        "_internal/libreadline.so.8 is in the folder, but not in its list of licences."
    ]


def test_a_licence_that_is_not_allowed_is_one_sentence(folder: Path) -> None:
    _write(folder / "licences" / "green" / "LICENSE", "GNU GENERAL PUBLIC LICENSE Version 3")
    assert _faults(folder, replace(_GREEN, licence="GPL-3.0-or-later")) == [
        "green 1.2 is under GPL-3.0-or-later, which is not allowed in the folder."
    ]


def test_each_of_several_licences_must_be_allowed(folder: Path) -> None:
    assert _faults(folder, replace(_GREEN, licence="MIT AND AGPL-3.0-only")) == [
        "green 1.2 is under AGPL-3.0-only, which is not allowed in the folder."
    ]


def test_a_package_without_a_licence_is_one_sentence(folder: Path) -> None:
    assert _faults(folder, replace(_GREEN, licence="")) == [
        "green 1.2 has no licence in the list of licences."
    ]


@pytest.mark.parametrize("lose", [Path.unlink, lambda path: path.write_text("")])
def test_a_text_that_is_missing_or_empty_is_one_sentence(
    folder: Path, lose: Callable[[Path], object]
) -> None:
    _write(folder / "licences" / "green" / "NOTICE", "Made by Green.")
    lose(folder / "licences" / "green" / "LICENSE")
    green = replace(_GREEN, texts=(*_GREEN.texts, "licences/green/NOTICE"))
    assert _faults(folder, green) == [
        "The text licences/green/LICENSE, which goes with green 1.2, is not in the folder."
    ]


def test_a_text_of_another_licence_is_one_sentence(folder: Path) -> None:
    assert _faults(folder, replace(_GREEN, licence="Apache-2.0")) == [
        "No text that goes with green 1.2 is that of its licence, Apache-2.0."
    ]


def test_a_file_or_package_that_only_the_list_has_is_one_sentence(folder: Path) -> None:
    (folder / "program").unlink()
    assert _faults(folder) == ["program is in the list of licences, but not in the folder."]
    _write(folder / "program", "")
    listing = replace(_LISTING, modules={"blue": "azure"})
    assert faults(folder, listing, terms()) == [
        "blue is of azure, which the list of licences does not have."
    ]


def test_a_link_out_of_the_folder_is_one_sentence(folder: Path) -> None:
    (folder / "_internal" / "inside.so").symlink_to("libgreen.so.1")
    (folder / "_internal" / "libc.so.6").symlink_to("/lib/libc.so.6")
    assert _faults(folder) == [
        "_internal/libc.so.6 is a link that leads out of the folder, or nowhere."
    ]


def test_the_command_says_what_is_wrong_and_fails(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(folder)]) == 1
    assert "has no list of licences that can be read" in capsys.readouterr().err
    green = {"version": "1.2", "licence": "MIT", "texts": [*_GREEN.texts], "source": ""}
    table = {"packages": {"green": green}, "files": _LISTING.files, "modules": _LISTING.modules}
    _write(folder / "licences" / "list.json", json.dumps(table))
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out == (
        f"{folder}: 0 MB, 2 files of 1 packages under 1 licences, each with its text.\n"
    )
    _write(folder / "_internal" / "libreadline.so.8", "")
    assert main(["check", str(folder)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_table_gives_no_package_a_licence_that_is_not_allowed() -> None:
    table = terms()
    packages = [*table.wheels.values(), *table.system.values(), table.python]
    packages += [part.terms for part in table.parts]
    named = {name for package in packages for name in single_licences(package.licence)}
    assert named == table.allowed.keys()
    plain = {name for name in named if name.startswith(("GPL", "AGPL")) and " WITH " not in name}
    assert plain == set()


def test_the_table_has_every_package_that_the_program_needs() -> None:
    """Whoever adds one reads its licence then, and not when the folder is built."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = (re.match(r"[\w.-]+", line) for line in project["dependencies"])
    needed = {canonical(name.group()) for name in names if name}
    assert needed - terms().wheels.keys() == set()


def test_the_texts_that_the_table_names_are_the_texts_that_are_kept() -> None:
    table = terms()
    packages = [*table.wheels.values(), table.python, *(part.terms for part in table.parts)]
    named = {text for package in packages for text in package.texts}
    kept = {path.name for path in (HERE / "texts").iterdir()}
    assert {text for text in named if not text.startswith("common/")} == kept


@pytest.mark.skipif(not _BUILT.is_dir(), reason="the folder is not built")
def test_the_built_folder_may_be_passed_on() -> None:
    """One from before the last change is no longer the program's: `make package` builds it anew."""
    assert main(["check", str(_BUILT)]) == 0
    assert not [file for file in read(_BUILT).files if "libreadline" in file]


@pytest.mark.skipif(not _BUILT.is_dir(), reason="the folder is not built")
def test_the_size_that_the_readme_states_is_that_of_the_built_folder() -> None:
    files = (path for path in _BUILT.rglob("*") if path.is_file() and not path.is_symlink())
    megabytes = sum(path.stat().st_size for path in files) / 1e6
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    stated = int(readme.partition(" MB")[0].split()[-1])
    assert stated == pytest.approx(megabytes, rel=0.1)

"""The list of licences and their texts, as the build collects them for a folder."""

import json
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import distribution
from pathlib import Path

import pytest
from bundle import licences, origins
from bundle.checking import faults, read
from bundle.licences import RefusedError, collect
from bundle.origins import Origin, origin
from bundle.terms import PackageTerms, Terms, terms

_READLINE = Origin(kind="system", name="readline", version="8.2", source="", texts=())


@pytest.fixture
def collected(tmp_path: Path) -> Callable[..., Path]:
    """Makes a folder of files, each with the file that it comes from, and collects its licences."""

    def made(
        sources: dict[str, Path], modules: dict[str, str] | None = None, table: Terms | None = None
    ) -> Path:
        folder = tmp_path / "folder"
        for name in sources:
            path = folder / "_internal" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"")
        made_of = {
            "files": {name: str(source) for name, source in sources.items()},
            "modules": modules or {},
        }
        (tmp_path / "made-of.json").write_text(json.dumps(made_of), encoding="utf-8")
        collect(folder, tmp_path / "made-of.json", table or terms())
        return folder

    return made


def _in_wheel(name: str, ending: str) -> Path:
    """A file that an installed package has."""
    found = distribution(name)
    file = next(file for file in found.files or () if str(file).endswith(ending))
    return Path(str(found.locate_file(file)))


def test_a_file_of_a_wheel_is_listed_with_its_texts(collected: Callable[..., Path]) -> None:
    folder = collected(
        {"docx/templates/default.docx": _in_wheel("python-docx", "default.docx")},
        {"docx.api": str(_in_wheel("python-docx", "docx/api.py"))},
    )
    listing = read(folder)
    assert listing.files == {"_internal/docx/templates/default.docx": "python-docx"}
    assert listing.modules == {"docx": "python-docx"}
    assert listing.packages["python-docx"].licence == "MIT"
    assert listing.packages["python-docx"].version == distribution("python-docx").version
    assert faults(folder, listing, terms()) == []
    assert "| python-docx | " in (folder / "licences" / "packages.md").read_text(encoding="utf-8")


def test_python_brings_its_own_text_and_those_of_the_parts_of_others(
    collected: Callable[..., Path],
) -> None:
    folder = collected({"json.so": Path(json.__file__)})
    listing = read(folder)
    assert listing.files == {"_internal/json.so": "Python"}
    assert "licences/Python/Python-third-party.txt" in listing.packages["Python"].texts


def test_a_library_inside_a_wheel_has_a_name_and_a_licence_of_its_own(
    collected: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    declared = terms().wheels["pyside6-essentials"].declared
    qt = Origin(kind="wheel", name="pyside6-essentials", version="6", source="", declared=declared)
    monkeypatch.setattr(licences, "origin", lambda source: qt)
    folder = collected({"PySide6/Qt/lib/libicudata.so.73": Path("/qt/libicudata.so.73")})
    listing = read(folder)
    assert [*listing.packages] == ["ICU"]
    assert listing.packages["ICU"].version == "in pyside6-essentials 6"
    assert faults(folder, listing, terms()) == []


def test_a_file_of_no_package_is_one_sentence(
    collected: Callable[..., Path], tmp_path: Path
) -> None:
    with pytest.raises(RefusedError) as refused:
        collected({"libhome.so": tmp_path / "libhome.so"})
    assert refused.value.args == (
        "_internal/libhome.so comes from no package, or this system is none of Debian's kin, so "
        "its licence is not known.",
    )


def test_a_package_that_the_table_does_not_have_is_one_sentence(
    collected: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(licences, "origin", lambda source: _READLINE)
    with pytest.raises(RefusedError) as refused:
        collected({"libreadline.so.8": Path("/lib/libreadline.so.8")})
    assert refused.value.args == (
        "_internal/libreadline.so.8 comes from readline 8.2, which packaging/linux/terms.toml does "
        "not have: read its licence and add it there, or leave the file out.",
    )


def test_a_package_under_the_gpl_is_found_even_if_the_table_has_it(
    collected: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    table = terms()
    system = {"readline": PackageTerms(licence="GPL-3.0-or-later")}
    monkeypatch.setattr(licences, "origin", lambda source: _READLINE)
    folder = collected(
        {"libreadline.so.8": Path("/lib/libreadline.so.8")}, table=replace(table, system=system)
    )
    assert faults(folder, read(folder), table) == [
        "readline 8.2 is under GPL-3.0-or-later, which is not allowed in the folder."
    ]


def test_a_wheel_that_declares_another_licence_than_it_did_is_one_sentence(
    collected: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = _in_wheel("python-docx", "default.docx")
    now = replace(origin(file) or _READLINE, declared="AGPL-3.0-only")
    monkeypatch.setattr(licences, "origin", lambda source: now)
    with pytest.raises(RefusedError) as refused:
        collected({"default.docx": file})
    assert refused.value.args == (
        f"python-docx {now.version} declares the licence “AGPL-3.0-only”, and "
        "packaging/linux/terms.toml says otherwise: read its licence anew.",
    )


def test_texts_that_a_text_refers_to_come_along(
    collected: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    common = tmp_path / "common"
    common.mkdir()
    (common / "LGPL-2.1").write_text("GNU LESSER GENERAL PUBLIC LICENSE\n Version 2.1", "utf-8")
    text = tmp_path / "copyright"
    text.write_text("On Debian, see `/usr/share/common-licenses/LGPL-2.1'.", encoding="utf-8")
    glib = Origin(kind="system", name="glib2.0", version="2", source="", texts=(text,))
    monkeypatch.setattr(licences, "_COMMON", common)
    monkeypatch.setattr(licences, "origin", lambda source: glib)
    folder = collected({"libglib-2.0.so.0": Path("/lib/libglib-2.0.so.0")})
    assert read(folder).packages["glib2.0"].texts == (
        "licences/glib2.0/copyright",
        "licences/common/LGPL-2.1",
    )
    assert faults(folder, read(folder), terms()) == []


def test_a_library_of_the_system_is_found_under_either_name_of_its_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Packages from before /lib led into /usr/lib list their files in /lib."""
    told = {
        ("-S", "/lib/libgreen.so.1"): "libgreen1:amd64: /lib/libgreen.so.1\n",
        ("-W", "-f", "${source:Package}\t${source:Version}\n", "libgreen1"): "green\t1.2-3\n",
    }
    monkeypatch.setattr(origins, "_dpkg", lambda _, *arguments: told.get(arguments, ""))
    found = origin(Path("/usr/lib/libgreen.so.1"))
    assert found is not None
    assert (found.kind, found.name, found.version) == ("system", "green", "1.2-3")

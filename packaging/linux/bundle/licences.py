"""Puts the texts of the licences into a folder, and the list of what is under which."""

import json
import re
import shutil
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bundle.checking import LIST, Package, files_of
from bundle.origins import Origin, origin, python, wheel
from bundle.terms import HERE, PackageTerms, Terms

_COMMON = Path("/usr/share/common-licenses")
_NAMED = re.compile(r"/usr/share/common-licenses/(\w[\w.+-]*\w)")

_TABLE = "licences/packages.md"
_OWN = "resolution-reader"
_PROGRAM = "resolution-reader"
"""The program's own file: PyInstaller's bootloader, and modules, which the list names too."""
_PYTHON_MODULES = "_internal/base_library.zip"
_COPIED = {
    *("LICENSE", "README.md", "THIRD-PARTY.md", "install-desktop-entry.sh"),
    *("resolution-reader.desktop", "resolution-reader.svg"),
}
"""Files of this project that the build puts beside the program."""


class RefusedError(Exception):
    """What was put together must not be passed on; each argument is a sentence that says why."""


@dataclass(kw_only=True)
class _Collection:
    """What is found out on the way through the files."""

    folder: Path
    terms: Terms
    packages: dict[str, Package] = field(default_factory=dict)
    faults: dict[str, None] = field(default_factory=dict)
    """In their order, and each once."""


def collect(folder: Path, made_of: Path, terms: Terms) -> None:
    """Writes the texts and the list for a folder that PyInstaller made.

    `made_of` is a JSON file with the sources of its `files` (in `_internal/`) and `modules`.
    Raises RefusedError if the licence of something is not known.
    """
    sources: dict[str, dict[str, str]] = json.loads(made_of.read_text(encoding="utf-8"))
    shutil.rmtree(folder / "licences", ignore_errors=True)
    (folder / "licences").mkdir()
    collection = _Collection(folder=folder, terms=terms)
    inside = {f"_internal/{name}": source for name, source in sources["files"].items()}
    files = {file: _file(collection, file, inside.get(file)) for file in files_of(folder)}
    modules: dict[str, str] = {}
    for module, source in sorted(sources["modules"].items()):
        if Path(source).is_absolute():
            modules.setdefault(module.partition(".")[0], _module(collection, module, source))
    if collection.faults:
        raise RefusedError(*collection.faults)
    listing = {
        "packages": {name: asdict(each) for name, each in sorted(collection.packages.items())},
        "files": files,
        "modules": modules,
    }
    text = json.dumps(listing, ensure_ascii=False, indent=1)
    (folder / LIST).write_text(text + "\n", encoding="utf-8")
    (folder / _TABLE).write_text(_table(collection.packages), encoding="utf-8")


def _table(packages: dict[str, Package]) -> str:
    """The packages as a person reads them."""
    rows = (
        f"| {name} | {each.version} | {each.licence} | {each.source} |\n"
        for name, each in sorted(packages.items(), key=lambda item: item[0].lower())
    )
    head = "| Package | Version | Licences | Source |\n| --- | --- | --- | --- |\n"
    return f"# What is in this folder\n\n{head}{''.join(rows)}"


def _file(collection: _Collection, file: str, source: str | None) -> str:
    if file == _PROGRAM:
        return _package(collection, file, wheel("pyinstaller"))
    if file == _PYTHON_MODULES:
        return _package(collection, file, python())
    if file in _COPIED:
        return _package(collection, file, wheel(_OWN))
    if source is None:
        collection.faults[f"{file} is in the folder, and nothing says where it comes from."] = None
        return ""
    return _package(collection, file, origin(Path(source)))


def _module(collection: _Collection, module: str, source: str) -> str:
    return _package(collection, f"the module {module}", origin(Path(source)))


def _package(collection: _Collection, what: str, found: Origin | None) -> str:
    """The name of the package that something comes from, which joins the list with its texts."""
    if found is None:
        collection.faults[
            f"{what} comes from no package, or this system is none of Debian's kin, so its licence "
            "is not known."
        ] = None
        return ""
    name, terms = _terms(collection.terms, found, Path(what).name)
    if terms is None:
        collection.faults[
            f"{what} comes from {found.name} {found.version}, which packaging/linux/terms.toml "
            "does not have: read its licence and add it there, or leave the file out."
        ] = None
        return ""
    if found.kind == "wheel" and found.declared != collection.terms.wheels[found.name].declared:
        collection.faults[
            f"{found.name} {found.version} declares the licence “{found.declared}”, and "
            "packaging/linux/terms.toml says otherwise: read its licence anew."
        ] = None
    if name not in collection.packages:
        collection.packages[name] = Package(
            version=found.version if name == found.name else f"in {found.name} {found.version}",
            licence=" ".join(terms.licence.split()),
            texts=_texts(collection, name, terms, found if name == found.name else None),
            source=terms.source or found.source,
        )
    return name


def _terms(terms: Terms, found: Origin, file: str) -> tuple[str, PackageTerms | None]:
    """The name that goes into the list, and the terms that the table has under it."""
    if found.kind == "python":
        return found.name, terms.python
    if found.kind == "system":
        return found.name, terms.of_system(found.name)
    if part := terms.part(found.name, file):
        return part.name, part.terms
    return found.name, terms.wheels.get(found.name)


def _texts(
    collection: _Collection, name: str, terms: PackageTerms, found: Origin | None
) -> tuple[str, ...]:
    """Copies the texts of a package into the folder: those that it brings, those that the table
    names, and those that these in turn name as the system's."""
    brought = found.texts if found else ()
    tabled = [text for text in terms.texts if not text.startswith("common/")]
    copied = [
        _copy(collection, source, f"licences/{name}/{source.name}")
        for source in [*brought, *(HERE / "texts" / text for text in tabled)]
    ]
    common = {text.removeprefix("common/") for text in terms.texts if text.startswith("common/")}
    for source in brought:
        common |= set(_NAMED.findall(source.read_text(encoding="utf-8", errors="replace")))
    copied += [
        _copy(collection, _COMMON / text, f"licences/common/{text}") for text in sorted(common)
    ]
    return tuple(copied)


def _copy(collection: _Collection, source: Path, name: str) -> str:
    target = collection.folder / name
    if source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    return name

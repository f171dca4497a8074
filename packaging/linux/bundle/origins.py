"""Finds the package that a file comes from: a wheel, Python itself, or one of Debian's."""

import re
import subprocess
import sysconfig
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePath

_TEXT = re.compile(r"(licen[cs]es?|copying|notice)\b", re.IGNORECASE)
_SOURCE_LINKS = ("source", "repository", "homepage")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A package, and what it says of itself."""

    kind: str
    """"wheel", "python" or "system": the part of terms.toml that its terms stand in."""
    name: str
    version: str
    source: str
    """Where its source code is to be had."""
    declared: str = ""
    """The licence that a wheel declares."""
    texts: tuple[Path, ...] = ()
    """The texts of licences that it brings."""


def origin(source: Path) -> Origin | None:
    """The package that a file was installed by, None if there is none."""
    path = source.resolve()
    if wheel := _wheels().get(path):
        return _of_wheel(wheel)
    if _is_python(path):
        return python()
    return _of_system(path)


@cache
def python() -> Origin:
    """Python, by itself or as one of the system's packages: it is one work."""
    text = Path(sysconfig.get_path("stdlib")).resolve() / "LICENSE.txt"
    return Origin(
        kind="python",
        name="Python",
        version=sysconfig.get_config_var("py_version") or sysconfig.get_python_version(),
        source="the source release of this version, at python.org",
        texts=(text,) if text.is_file() else (),
    )


def wheel(name: str) -> Origin:
    """An installed wheel by its name. Raises PackageNotFoundError."""
    return _of_wheel(Distribution.from_name(name))


def canonical(name: str) -> str:
    """The name of a wheel as the table writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def _wheels() -> dict[Path, Distribution]:
    """The installed wheel of each file."""
    return {
        Path(str(found.locate_file(file))).resolve(): found
        for found in distributions()
        for file in found.files or ()
    }


@cache
def _of_wheel(found: Distribution) -> Origin:
    links = dict(link.split(", ", 1) for link in _metadata(found, "Project-URL"))
    by_label = {label.lower(): address for label, address in links.items()}
    declared = _metadata(found, "License-Expression") or _metadata(found, "License")
    if not declared:
        classifiers = _metadata(found, "Classifier")
        declared = [line.split(" :: ")[-1] for line in classifiers if line.startswith("License")]
    files = (file for file in found.files or () if _is_text(file))
    return Origin(
        kind="wheel",
        name=canonical(found.name),
        version=found.version,
        source=next(
            (by_label[label] for label in _SOURCE_LINKS if label in by_label),
            ", ".join(_metadata(found, "Home-page")) or "the source archive of this version",
        ),
        declared=", ".join(declared),
        texts=tuple(sorted(Path(str(found.locate_file(file))) for file in files)),
    )


def _metadata(found: Distribution, name: str) -> list[str]:
    """The values that a wheel's metadata have under a name."""
    return found.metadata.get_all(name) or []


def _is_text(file: PurePath) -> bool:
    if file.parts[1:2] == ("licenses",) and file.parts[0].endswith(".dist-info"):
        return True  # the folder that is for nothing else
    return bool(_TEXT.match(file.name)) and file.suffix in {"", ".txt", ".md", ".markdown-it"}


def _is_python(path: Path) -> bool:
    library = Path(sysconfig.get_path("stdlib")).resolve()
    return path.is_relative_to(library) or path.name.startswith("libpython")


def _of_system(path: Path) -> Origin | None:
    """The package of Debian or its kin that installed a file."""
    # Folders such as /lib lead into /usr; packages know their files by either name.
    candidates = [path, Path("/", *path.parts[2:])] if path.is_relative_to("/usr") else [path]
    for candidate in candidates:
        told = _dpkg("dpkg-query", "-S", str(candidate))
        if told:
            return _of_package(told.split(":")[0].split(",")[0])
    return None


@cache
def _of_package(package: str) -> Origin:
    told = _dpkg("dpkg-query", "-W", "-f", "${source:Package}\t${source:Version}\n", package)
    name, version = told.splitlines()[0].split("\t")
    text = Path("/usr/share/doc", package, "copyright")
    return Origin(
        kind="system",
        name=name,
        version=version,
        source=f"Debian's source package {name} {version}",
        texts=(text,) if text.is_file() else (),
    )


def _dpkg(*command: str) -> str:
    """What the command prints, nothing if it fails or the system has no such packages."""
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        return ""

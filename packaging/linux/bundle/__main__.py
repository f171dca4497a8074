"""Collects the licences of the self-contained folder, and checks it.

python -m bundle collect FOLDER MADE-OF     (build.sh does this, where the program was built)
python -m bundle check FOLDER               (anywhere)
"""

import sys
from pathlib import Path

from bundle.checking import Listing, faults, files_of, read
from bundle.licences import RefusedError, collect
from bundle.terms import single_licences, terms


def main(arguments: list[str]) -> int:
    """The exit status: 0 if the folder may be passed on, 1 if not, 2 if nothing was asked."""
    match arguments:
        case ["collect", folder, made_of]:
            return _collect(Path(folder), Path(made_of))
        case ["check", folder]:
            return _check(Path(folder))
    print(__doc__, file=sys.stderr)
    return 2


def _collect(folder: Path, made_of: Path) -> int:
    try:
        collect(folder, made_of, terms())
    except RefusedError as refused:
        return _told(list(refused.args))
    return _check(folder)


def _check(folder: Path) -> int:
    try:
        listing = read(folder)
    except (OSError, ValueError, KeyError, TypeError) as error:
        return _told([f"{folder} has no list of licences that can be read ({error})."])
    if found := faults(folder, listing, terms()):
        return _told(found)
    print(_summary(folder, listing))
    return 0


def _summary(folder: Path, listing: Listing) -> str:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(path.stat().st_size for path in files)
    names = {name for each in listing.packages.values() for name in single_licences(each.licence)}
    return (
        f"{folder}: {size / 1e6:.0f} MB, {len(files_of(folder))} files of {len(listing.packages)} "
        f"packages under {len(names)} licences, each with its text."
    )


def _told(sentences: list[str]) -> int:
    print(*sentences, sep="\n", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

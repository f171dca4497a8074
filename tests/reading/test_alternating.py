"""Texts in which two languages alternate paragraph by paragraph open as a pair, in any format."""

from itertools import chain, zip_longest
from pathlib import Path

import pytest

from desktop_app.alignment.align import align
from desktop_app.opening.documents import open_bitext
from desktop_app.reading.files import versions_in
from tests.support.paths import FIXTURES
from tests.support.texts import EN, ZH, read, texts


def _paragraphs(language: str) -> list[str]:
    text = (FIXTURES / "everything" / f"{language}.md").read_text(encoding="utf-8")
    return [one for one in text.split("\n\n") if not one.startswith("[^")]


def _in_turns(first: list[str], second: list[str]) -> str:
    return "\n\n".join(filter(None, chain(*zip_longest(first, second, fillvalue=""))))


def _page(text: str) -> bytes:
    paragraphs = "".join(
        f"<p>{one.strip('#* ').replace('*', '')}</p>" for one in text.split("\n\n")
    )
    return f"<!DOCTYPE html><html><body>{paragraphs}</body></html>".encode()


@pytest.mark.parametrize(
    ("first", "second"), [("en", "zh"), ("zh", "en"), ("en", "fr"), ("ar", "es"), ("ru", "en")]
)
def test_two_languages_in_turns(first: str, second: str, tmp_path: Path) -> None:
    text = _in_turns(_paragraphs(first), _paragraphs(second))
    file = tmp_path / "a"
    file.write_bytes(text.encode())
    found = open_bitext(file, None)
    assert found.target
    for side, language in ((found.source, first), (found.target, second)):
        expected = read("\n\n".join(_paragraphs(language)))
        assert texts(side) == texts(expected)
        assert side.masthead.symbol == expected.masthead.symbol == "A/RES/81/19"
        assert side.masthead.title == expected.masthead.title
        assert side.language == language
    rows = align(found.source, found.target).rows
    assert [row[:2] for row in found.rows] == [row[:2] for row in rows]


@pytest.mark.parametrize("side", [0, 1])
def test_a_paragraph_that_one_language_lacks_is_a_gap_and_puts_no_other_out_of_step(
    side: int, tmp_path: Path
) -> None:
    turns = [list(two) for two in zip(_paragraphs("en"), _paragraphs("zh"), strict=True)]
    lost = next(two for two in turns if two[0].startswith("5. "))
    del lost[side]
    file = tmp_path / "a.md"
    file.write_bytes("\n\n".join(chain.from_iterable(turns)).encode())
    found = [row[:2] for row in open_bitext(file, None).rows]
    assert [row for row in found if not all(row)] == [(((), ("op5",)), (("op5",), ()))[side]]
    assert (("op4",), ("op4",)) in found
    assert (("op6",), ("op6",)) in found


def test_what_is_alike_in_both_languages_stands_in_both(tmp_path: Path) -> None:
    first, second = (
        [f"{name}", "A/RES/81/19", "Distr.: General\n14 December 2026", *_paragraphs(language)[4:]]
        for name, language in (("United Nations", "en"), ("联合国", "zh"))
    )
    file = tmp_path / "a.txt"
    file.write_bytes(_in_turns(first, second).encode())
    found = open_bitext(file, None)
    assert found.target
    for side in (found.source, found.target):
        text = "\n".join(line.text for line in side.head)
        assert text.count("Distr.: General") == text.count("A/RES/81/19") == 1


def test_a_page_of_the_web_in_turns() -> None:
    data = _page(_in_turns(EN.split("\n\n")[1:], ZH.split("\n\n")[1:]))
    found = versions_in(data, Path("a.html"))
    assert found.target
    assert {found.source.language, found.target.language} == {"en", "zh"}


@pytest.mark.parametrize(
    "text",
    [
        EN,
        ZH,
        f"{EN}\n\n{ZH}",  # one language behind the other
        EN.replace("7 December 2020", "2020 年 12 月 7 日"),
        _in_turns(
            ["Eggs and milk are on the list of the day."] * 20, ["牛奶和鸡蛋在单子上。"] * 20
        ),
        "\n\n".join(["A line.", "一行。"] * 3),
    ],
)
def test_any_other_text_is_one(text: str) -> None:
    assert versions_in(text.encode(), Path("a")).target is None

"""What only the printed page has is left out, and nothing else."""

import pytest

from desktop_app.reading.readers.pdf.lines.lines import Line
from desktop_app.reading.readers.pdf.paragraphs.furniture import without_furniture
from desktop_app.resolution.model import Run


def _page(page: int, *rows: tuple[float, str]) -> list[Line]:
    return [Line((Run(text),), 70, 500, base, 10.0, page, page) for base, text in rows]


def _first(*more: tuple[float, str]) -> list[Line]:
    return _page(0, (735, "A/RES/75/58"), (500, "75/58. Measures"), (400, "1 May 2020"), *more)


def _kept(lines: list[Line]) -> list[str]:
    return [line.text for line in without_furniture(lines)]


@pytest.mark.parametrize("foot", ["20-16954 (E) 160920", "*2016954*", "20-16954 (E) *2016954*"])
def test_job_number_and_bar_code_go_with_all_below_them(foot: str) -> None:
    kept = _kept(_first((60, "The last line of the text,"), (44, foot), (30, "Please recycle")))
    assert kept[-1] == "The last line of the text,"


@pytest.mark.parametrize("foot", ["2/9 20-16954", "20-16954 2/9", "2", "– 2 –", "2 / 9"])
def test_the_number_of_a_page_goes(foot: str) -> None:
    assert _kept([*_first(), *_page(1, (600, "Text goes on,"), (40, foot))])[-1] == "Text goes on,"


def test_the_head_of_a_second_page_goes_with_the_short_title() -> None:
    second = _page(1, (750, "A/RES/75/58"), (740, "Measures"), (700, "Text goes on,"))
    assert _kept([*_first(), *second])[-1] == "Text goes on,"


def test_a_date_below_the_head_that_the_first_page_has_too_stays() -> None:
    """The closing alone on a page."""
    second = _page(1, (750, "A/RES/75/58"), (740, "Measures"), (700, "1 May 2020"), (40, "2/2"))
    assert _kept([*_first(), *second])[-1] == "1 May 2020"


def test_headings_of_articles_at_the_head_of_pages_stay() -> None:
    pages = [
        line
        for page, article in enumerate([1, 4, 5, 9], 1)
        for line in _page(page, (750, f"Article {article}"), (700, f"Text {page} of it."))
    ]
    kept = _kept([*_first(), *pages])
    assert [text for text in kept if text.startswith("Article")] == [
        f"Article {article}" for article in (1, 4, 5, 9)
    ]


def test_a_head_with_the_number_of_the_page_goes() -> None:
    pages = [
        line
        for page in range(1, 6)
        for line in _page(page, (750, f"E/CN.4/2004/40 page {page + 1}"), (700, "Text."))
    ]
    assert not any("page" in text for text in _kept([*_first(), *pages]))


def test_what_stands_beside_the_job_number_goes_with_it() -> None:
    beside = Line((Run("Please recycle"),), 420, 490, 52, 10.0, 0, 0)
    job = Line((Run("20-16954 (E)"),), 60, 130, 44, 10.0, 0, 0)
    last = (66, "The last line of the text,")
    assert _kept([*_first(last), beside, job])[-1] == last[1]


def test_a_row_of_numbers_at_the_foot_or_the_head_of_a_page_is_of_a_table() -> None:
    first, second = (700, "Oil"), (60, "12")
    beside = Line((Run("15"),), 300, 330, 60, 10.0, 1, 1, cell=True)
    kept = _kept([*_first(), *_page(1, first, second), beside, *_page(2, (750, "99"), first)])
    assert [text for text in kept if text.isdecimal()] == ["12", "15", "99"]


def test_numbers_that_count_the_pages_go_wherever_they_begin() -> None:
    pages = [
        line for page in range(1, 4) for line in _page(page, (700, "Text,"), (40, f"{page + 230}"))
    ]
    assert not any(text.isdecimal() for text in _kept([*_first(), *pages]))

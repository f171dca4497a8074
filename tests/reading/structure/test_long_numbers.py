"""Numbers of any length are read: Python refuses to read more than 4,300 digits as a number."""

import pytest

from desktop_app.alignment.align import align, alone
from desktop_app.alignment.audit.audit import audit
from desktop_app.citation.typed import select
from desktop_app.resolution.labels import SelectionError
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, every_text, read

_LONG = {"digits": "7" * 5_000, "Arabic digits": "٧" * 5_000, "Chinese": "七" * 5_000}


@pytest.mark.parametrize("number", _LONG)
@pytest.mark.parametrize("before", ["", EN_PREAMBLE, ZH_PREAMBLE])
@pytest.mark.parametrize(
    "text",
    [
        "{}. Decides to act;",
        "({}) acts;",
        "1. Decides{} to act;",
        "[^{}]: a note\n\na text[^{}]",
        "<sup>{}</sup> a note",
        "{} December 2020",
        "7 December {}",
        "{}th plenary meeting",
        "第{}次全体会议",
        "Agenda item {}",
        "议程项目{}",
        "Seventy-fifth session {}",
        "{}/58. A title",
        "75/{}. A title",
        "Annex {}\n\n{}. A text",
        "A/RES/{}/58",
    ],
)
def test_a_number_of_five_thousand_digits_is_read(text: str, before: str, number: str) -> None:
    found = read(f"{before}{text.format(_LONG[number], _LONG[number])}\n\n9. Requests more.\n")
    assert "Requests more" in "".join(every_text(found))


@pytest.mark.parametrize("number", _LONG.values())
@pytest.mark.parametrize("text", ["第{}/{}号决议", "{}个", "第{}次"])
def test_a_number_of_five_thousand_digits_is_compared(text: str, number: str) -> None:
    source = read(f"{ZH_PREAMBLE}1. 决定{text.format(number, number)}。\n")
    target = read(f"{EN_PREAMBLE}1. Decides {text.format(number[1:], number[1:])}.\n")
    for finding in audit(align(source, target)):
        assert finding.sentence


@pytest.mark.parametrize("number", _LONG.values())
def test_a_number_of_five_thousand_digits_names_no_clause(number: str) -> None:
    bitext = alone(read(f"{EN_PREAMBLE}1. Decides.\n"))
    for typed in ("section {}", "OP{}", "annex {}", "第{}段", "OP1-{}"):
        with pytest.raises(SelectionError):
            select(typed.format(number), bitext.source)

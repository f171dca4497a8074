"""Raised signs: which are footnote marks, and which belong to the words."""

import re
from collections.abc import Callable

import pytest

from desktop_app.alignment.align import alone
from desktop_app.cli.outline import as_json, as_text
from desktop_app.export.formats.registry import render
from desktop_app.reading.readers import markdown
from desktop_app.reading.structure.notes.footnotes import separate
from desktop_app.resolution.model import Run, Runs, Style, words
from tests.support.reading_back import chosen
from tests.support.texts import EN_PREAMBLE, clause, read

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def _read(text: str, *notes: str) -> list[Runs]:
    """The paragraphs of a text, with notes of these marks below it."""
    below = "".join(f"\n\n<sup>{mark}</sup> Note {mark}." for mark in notes)
    blocks, found = separate(markdown.read(text + below).blocks)
    assert [note.mark for note in found] == list(notes)
    return [block.runs for block in blocks]


def _marks(paragraphs: list[Runs]) -> list[tuple[str, str]]:
    """Every mark with the id of the note that it calls."""
    return [(run.text, run.note) for runs in paragraphs for run in runs if run.style is Style.MARK]


def _literal(text: str) -> str:
    """The text with its raised digits as characters."""
    return re.sub(
        "<sup>([0-9]+)</sup>", lambda found: "".join(_RAISED[int(n)] for n in found[1]), text
    )


_POWERS = [
    "an area of 5 km<sup>2</sup> and more",
    "5&nbsp;km<sup>2</sup>",
    "5 km <sup>2</sup>",
    "2,000 m<sup>3</sup> of water",
    "(1,200 cm<sup>3</sup>)",
    "12 mm<sup>2</sup>, 3 µm<sup>2</sup> and 3 Å<sup>3</sup>",
    "370 Bq/m<sup>3</sup> of air",
    "200 W/m<sup>2</sup>",
    "9.8 m/s<sup>2</sup>",
    "12 kg·m<sup>2</sup>/s<sup>2</sup>",
    "5 s<sup>2</sup> and 4°<sup>2</sup>",
    "25 mi<sup>2</sup>, 40 Mm<sup>3</sup> and 3 Gm<sup>3</sup>",
    "10 in<sup>2</sup>, a 4-inch<sup>2</sup> hole, 4 miles<sup>2</sup> and 5 nmi<sup>2</sup>",
    "30 lb/in<sup>2</sup>, 5 oz/yd<sup>2</sup> and 9 km²/yr<sup>2</sup>",
    "5 kg<sup>2</sup>, 3 h<sup>2</sup>, 2 Sv<sup>2</sup>, 8 V<sup>2</sup> and 1.5 ha<sup>2</sup>",
    "7 lb<sup>2</sup>, 2 yr<sup>2</sup>, 1 ton<sup>2</sup> and 1 acre<sup>2</sup>",
    "400 cells/mL<sup>2</sup>, 20 persons/mile<sup>2</sup> and 10-20 PJ<sup>2</sup>",
    "4 milles<sup>2</sup>, 3 pieds<sup>3</sup> y 5 pulgadas<sup>2</sup>",
    "25 миль<sup>2</sup>, 5 футов<sup>2</sup> и 3 Зв<sup>2</sup>",
    "25 ميل<sup>2</sup>",
    "25 英里<sup>2</sup>，5秒<sup>2</sup>",
    "inhabitants per km<sup>2</sup>",
    "*km*<sup>2</sup>",
    "10<sup>6</sup> dollars",
    "3 × 10<sup>12</sup> Bq",
    "une superficie de 551 500 km<sup>2</sup>, soit 100 habitants/km<sup>2</sup>",
    "el volumen de 30 m<sup>3</sup> por persona",
    "площадью 5 км<sup>2</sup>, не более 200 Бк/м<sup>3</sup> и 9,8 м/с<sup>2</sup>",
    "مساحة قدرها ٥ كم<sup>2</sup> وحجم 30 م<sup>3</sup>",
    "مساحة قدرها ٥ كم<sup>٢</sup> و ١٠<sup>٦</sup> دولار",
    "面积为500km<sup>2</sup>，每m<sup>3</sup>空气，5 公里<sup>2</sup>，10<sup>6</sup>美元",
]


@pytest.mark.parametrize("text", _POWERS)
@pytest.mark.parametrize("notes", [(), ("1", "2", "3")])
def test_an_exponent_is_no_footnote_mark_however_it_is_written(
    text: str, notes: tuple[str, ...]
) -> None:
    calls = "Noting this,<sup>1</sup> that,<sup>2</sup> more<sup>3</sup>\n\n" if notes else ""
    for written in (text, _literal(text)):
        *_, runs = paragraphs = _read(calls + written, *notes)
        assert _marks(paragraphs) == [(mark, f"fn{mark}") for mark in notes]
        assert words(runs) == re.sub("</?sup>|[*]", "", written).replace("&nbsp;", "\u00a0")


@pytest.mark.parametrize(
    "text",
    [
        "10<sup>-6</sup>", "10<sup>−6</sup>", "10⁻⁶", "5 s<sup>-1</sup>", "s⁻¹", "m s⁻²",
        "10<sup>−</sup><sup>6</sup>", "10⁻¹²", "Ca<sup>2+</sup>", "Ca²⁺",
        "Ca<sup>2</sup><sup>+</sup>", "CO<sub>2</sub>", "H<sub>2</sub>O", "CO₂",
        "<sup>137</sup>Cs", "¹³⁷Cs", "of <sup>235</sup>U-based fuel",
        "1<sup>st</sup>", "2<sup>nd</sup>", "20<sup>th</sup>", "1<sup>er</sup> janvier",
        "1<sup>re</sup> session", "XX<sup>e</sup> siècle", "2<sup>e</sup>", "1<sup>o</sup>",
        "n<sup>o</sup> 5", "3<sup>er</sup> período",
    ],
)  # fmt: skip
def test_other_raised_signs_belong_to_the_words(text: str) -> None:
    found = read(f"{EN_PREAMBLE}1. Takes note of {text};\n")
    assert _marks([clause(found, "op1").runs]) == []
    plain = text.replace("<sup>", "").replace("</sup>", "")
    assert clause(found, "op1").text == f"Takes note of {plain};"


@pytest.mark.parametrize(
    "before",
    [
        "resolution 1540 (2004)", "in 1996,", "in 1996", "since the 1990s", "resolution 75/10",
        "resolution 46/36 L", "the programme", "the film", "sub-paragraph (m)", "document A/59/10",
        "“them”", "Country A", "the Secretary-General;", "20 per cent", "le programme", "en 1996",
        "el programa", "программ", "с ним", "в 1996 году", "的玉米", "2004年", "委员会",
        "اليوم", "برنامج عام", "(١٩٩٦)", "5 tons", "10 December", "page 110",
        "in 10 countries", "in", "and a mile", "all 15 members", "and/or in", "annex 5A",
        "resolution 75/10 in",
    ],
)  # fmt: skip
@pytest.mark.parametrize("mark", ["2", "3"])
def test_a_mark_behind_words_numbers_and_punctuation_is_a_mark(before: str, mark: str) -> None:
    for written in (f"{before}<sup>{mark}</sup>", _literal(f"{before}<sup>{mark}</sup>")):
        assert _marks(_read(f"Noting {written} and more", mark)) == [(mark, f"fn{mark}")]
        assert _marks(_read(f"Noting {written} and more")) == [(mark, "")]


def test_a_literal_exponent_is_raised_once() -> None:
    for written in ("10⁶ tons", "10<sup>⁶</sup> tons"):
        assert _read(written) == [(Run("10⁶ tons"),)]
    assert _read("**10⁶ tons**") == [(Run("10⁶ tons", Style.EMPHASIS),)]
    assert _read("10<sup>6</sup> tons") == [(Run("10"), Run("6", Style.SUPERSCRIPT), Run(" tons"))]


_SIGNS = [
    "A m<sup>5</sup>, B cm<sup>6</sup>, C km<sup>10</sup>, D m<sup>1</sup>", "2<sup>10</sup>", "5³",
    "5&sup3;", "ten<sup>6</sup>", "ha²", "5 t²", "5 mol³", "Ω²", "mSv²", "ppm²", "5 %²", "W²",
    "(m/s)²", "J/(kg·K)²", "(10)³", "5 °K⁴", "5 ℃²", "mc²",
]  # fmt: skip


@pytest.mark.parametrize("text", _SIGNS)
def test_a_raised_sign_that_calls_no_note_is_never_lost(text: str) -> None:
    found = read(f"{EN_PREAMBLE}1. Takes note of {text} in it;\n")
    shown = "Takes note of " + _literal(text).replace("&sup3;", "³") + " in it;"
    assert shown in as_text(found)
    assert shown in as_json(found)
    assert clause(found, "op1").notes == ()
    for key in ("txt", "csv"):
        assert shown in render(chosen(alone(found), "OP1"), key).decode("utf-8-sig")
    for key in ("tmx", "xliff", "akn", "html", "md"):
        file = render(chosen(alone(found), "OP1"), key).decode("utf-8")
        for digits in re.findall("<sup>([0-9]+)</sup>", text):
            assert f">{digits}</" in file, key


@pytest.mark.parametrize("text", ["2<sup>3</sup>", "in 1996<sup>3</sup>"])
def test_a_raised_number_behind_another_makes_no_number_of_both(text: str) -> None:
    (runs,) = _read(f"Noting {text} and more")
    assert words(runs) == f"Noting {text.partition('<')[0]} and more"


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("This,<sup>1</sup> 2<sup>3</sup> that,<sup>2</sup> more.<sup>3</sup>", "123"),
        ("This,<sup>1</sup> 5 cm<sup>6</sup> that,<sup>2</sup> more.<sup>3</sup>", "123"),
        ("This,<sup>1</sup> 5 %<sup>3</sup> that,<sup>2</sup> more.<sup>3</sup>", "123"),
        ("This,<sup>1</sup> in 1996<sup>2</sup> and in 1997<sup>2</sup> more.<sup>3</sup>", "1223"),
        ("In A/59/36<sup>1</sup> and 5 %<sup>2</sup> and more.<sup>3</sup>", "123"),
    ],
)
def test_behind_a_digit_or_a_unit_a_mark_comes_in_order(text: str, called: str) -> None:
    marks = _marks(_read(text, "1", "2", "3", "6"))
    assert [note for _, note in marks if note] == [f"fn{mark}" for mark in called]


# A mark directly behind a unit looks like an exponent: all the evidence must speak for the mark.


@pytest.mark.parametrize("unit", ["5 km", "200 Bq/m", "5 км", "٥ كم", "5 公里"])
@pytest.mark.parametrize("write", [str, _literal])
def test_a_mark_behind_a_unit_is_one_if_its_note_waits_for_it(
    unit: str, write: Callable[[str], str]
) -> None:
    text = write(
        f"Noting this,<sup>1</sup>\n\nand {unit}<sup>2</sup> more\n\nand that.<sup>3</sup>"
    )
    paragraphs = _read(text, "1", "2", "3")
    assert _marks(paragraphs) == [("1", "fn1"), ("2", "fn2"), ("3", "fn3")]
    assert words(paragraphs[1]) == f"and {unit} more"


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("This,<sup>1</sup> 5 km<sup>2</sup> and that.<sup>2</sup>", "12"),  # called elsewhere
        ("That,<sup>2</sup> this,<sup>1</sup> and 5 km<sup>2</sup>.", "21"),
        ("This,<sup>1</sup> 5 km<sup>2</sup> and 7 km<sup>2</sup>.", "1"),  # which of the two?
        ("An area of 5 km<sup>2</sup> and this.<sup>1</sup>", "1"),  # before the first mark
        ("This,<sup>1</sup> that,<sup>3</sup> and 5 km<sup>2</sup>.", "13"),  # out of order
        ("This,[^1] that,[^2] and 5 km<sup>2</sup>.", "12"),
        ("Of the 10<sup>1</sup> and that,<sup>2</sup>", "12"),  # the first of all
        ("This,<sup>1</sup> rule 10<sup>2</sup> and that.<sup>3</sup>", "123"),
        ("This,<sup>1</sup> 5 km<sup>2</sup><sup>2</sup> and that.<sup>3</sup>", "123"),
        ("This,<sup>1</sup> 5 km²<sup>2</sup> and that.<sup>3</sup>", "123"),
        ("This,<sup>1</sup> that,<sup>2</sup> and 5 km<sup>3</sup>.", "123"),
        ("This,<sup>1</sup> 5 km<sup>2</sup> and 7 m<sup>3</sup>.", "123"),  # two in a row
    ],
)
def test_what_counts_for_a_mark_behind_a_unit(text: str, called: str) -> None:
    assert _marks(_read(text, "1", "2", "3")) == [(mark, f"fn{mark}") for mark in called]


def test_an_exponent_in_a_note_calls_no_other_note() -> None:
    text = "This<sup>1</sup> and that.\n\n<sup>1</sup> Of 5 km<sup>2</sup>.\n\n<sup>2</sup> Lost."
    blocks, notes = separate(markdown.read(text).blocks)
    assert [note.text for note in notes] == ["Of 5 km2.", "Lost."]
    assert _marks([block.runs for block in blocks]) == [("1", "fn1")]


def test_a_unit_is_not_raised_to_the_seventh_power() -> None:
    assert _marks(_read("an area of 5 km<sup>7</sup> and more", "7")) == [("7", "fn7")]


def test_a_lettered_note_is_called_behind_a_number() -> None:
    assert _marks(_read("Peru 1996<sup>a</sup> and 1997<sup>b</sup>", "a", "b")) == [
        ("a", "fna"),
        ("b", "fnb"),
    ]


def test_the_letter_of_an_ordinal_calls_no_note_that_others_call() -> None:
    assert _marks(_read("Le XX<sup>e</sup> siècle, le Pérou<sup>e</sup>", "e")) == [("e", "fne")]

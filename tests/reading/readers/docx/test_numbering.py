"""The numbers that Word computes, as it prints them."""

from pathlib import Path

import pytest

from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.readers.docx import READER
from desktop_app.reading.readers.docx.counting import formatted
from tests.reading.readers.docx.word_files import level, paragraph, run, word_file


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 28: "bb", 53: "aaa"}),
        ("upperLetter", {2: "B"}),
        ("lowerRoman", {1: "i", 4: "iv", 14: "xiv"}),
        ("upperRoman", {9: "IX"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 21: "21st"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 35: "三十五"}),
        ("chineseCountingThousand", {101: "一百零一", 110: "一百一十", 1005: "一千零五"}),
        ("taiwaneseCountingThousand", {12: "十二"}),
        ("ideographDigital", {20: "二〇"}),
        ("ideographEnclosedCircle", {1: "㈠", 10: "㈩", 11: "11"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalFullWidth", {12: "１２"}),
        ("arabicAbjad", {1: "أ", 2: "ب", 3: "ج", 4: "د", 5: "ه"}),
        ("arabicAlpha", {3: "ت"}),
        ("hindiNumbers", {12: "١٢"}),
        ("russianLower", {1: "а", 10: "к"}),
        ("chicago", {1: "*", 2: "†", 5: "**"}),
        ("lowerLetter", {999_999_999: "999999999"}),
        ("no such format", {3: "3"}),
    ],
)
def test_a_number_in_a_format(form: str, numbers: dict[int, str]) -> None:
    assert {number: formatted(number, form) for number in numbers} == numbers


def _num(number: int, abstract: int, starts: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{starts}</w:num>'


def _abstract(id: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{id}">{more}{"".join(levels)}</w:abstractNum>'


def _start(at: int, number: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{number}"/></w:lvlOverride>'


def _item(list: int, at: int = 0, text: str = "acts;") -> str:
    place = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list}"/></w:numPr>'
    return paragraph(run(text), place)


def _blocks(body: str, numbering: str, styles: str = "") -> tuple[Block, ...]:
    data = word_file(body, numbering=numbering, styles=styles)
    return READER.read(data, Path("a.docx")).blocks


def _printed(body: str, numbering: str, styles: str = "") -> list[str]:
    """The numbers of the paragraphs as they are printed."""
    return [
        (block.number or block.text.removesuffix("acts;"))
        for block in _blocks(body, numbering, styles)
    ]


_CLAUSES = _abstract(
    0,
    level(0, "decimal", "%1."),
    level(1, "lowerLetter", "(%2)"),
    level(2, "lowerRoman", "(%3)"),
)


def test_the_levels_of_a_list_count_each_for_itself_and_begin_anew() -> None:
    body = "".join(_item(1, at) for at in (0, 0, 1, 1, 2, 2, 1, 2, 0, 1))
    marks = ["1.", "2.", "(a)\t", "(b)\t", "(i)\t", "(ii)\t", "(c)\t", "(i)\t", "3.", "(a)\t"]
    assert _printed(body, _CLAUSES + _num(1, 0)) == marks


def test_lists_of_one_kind_count_together_unless_one_states_where_it_begins() -> None:
    lists = _CLAUSES + _num(1, 0) + _num(2, 0) + _num(3, 0, _start(0, 1)) + _num(4, 0, _start(0, 7))
    body = "".join(map(_item, (1, 1, 2, 3, 3, 1, 4, 4)))
    assert _printed(body, lists) == ["1.", "2.", "3.", "1.", "2.", "3.", "7.", "8."]


def test_a_level_that_never_begins_anew_counts_on() -> None:
    articles = _abstract(
        0,
        level(0, "upperRoman", "Chapter %1"),
        level(1, "decimal", "Article %2", more='<w:lvlRestart w:val="0"/>'),
    )
    body = "".join(_item(1, at) for at in (0, 1, 1, 0, 1))
    assert _printed(body, articles + _num(1, 0)) == [
        "Chapter I\t", "Article 1\t", "Article 2\t", "Chapter II\t", "Article 3\t",
    ]  # fmt: skip


def test_a_number_can_hold_those_above_it() -> None:
    lists = _abstract(
        0,
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2"),
        level(2, "decimal", "%1.%2.%3", more="<w:isLgl/>"),
    )
    body = "".join(_item(1, at) for at in (0, 1, 1, 2))
    assert _printed(body, lists + _num(1, 0)) == ["I.\t", "I.1\t", "I.2\t", "1.2.1\t"]


def test_a_plain_number_is_that_of_an_item_and_one_below_another_stands_deeper() -> None:
    lists = _abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%2)")) + _num(1, 0)
    found = _blocks(_item(1) + _item(1, 1), lists)
    assert [(one.kind, one.number, one.level) for one in found] == [
        (BlockKind.ITEM, "1.", 1),
        (BlockKind.ITEM, "1)", 2),
    ]


def test_paragraphs_below_numbered_headings_are_of_the_first_level() -> None:
    lists = _abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2.")) + _num(1, 0)
    found = _blocks(_item(1) + _item(1, 1), lists)
    assert (found[1].number, found[1].level) == ("1.", 1)


def test_a_level_that_no_paragraph_has_used_makes_none_deeper() -> None:
    found = _blocks(
        _item(1, 1),
        _abstract(0, level(0, "decimal", "%1."), level(1, "decimal", "%2.")) + _num(1, 0),
    )
    assert (found[0].number, found[0].level) == ("1.", 1)


@pytest.mark.parametrize(
    ("suffix", "behind"), [("", "\t"), ("tab", "\t"), ("space", " "), ("nothing", "")]
)
def test_what_stands_between_a_number_and_the_words(suffix: str, behind: str) -> None:
    more = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    lists = _abstract(0, level(0, "chineseCounting", "第%1条", more)) + _num(1, 0)
    assert _printed(_item(1), lists) == [f"第一条{behind}"]


def test_bullets_have_no_number() -> None:
    lists = _abstract(0, level(0, "bullet", "\uf0b7")) + _num(1, 0)
    (block,) = _blocks(_item(1), lists)
    assert (block.kind, block.number, block.text) == (BlockKind.PARAGRAPH, "", "acts;")


def test_a_paragraph_taken_out_of_its_list_has_no_number() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    out = '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = paragraph(run("acts;"), '<w:pStyle w:val="a"/>') + paragraph(run("acts;"), out)
    assert _printed(body, _CLAUSES + _num(1, 0), styles) == ["1.", ""]


def test_a_style_puts_a_paragraph_into_a_list_on_the_level_that_names_it() -> None:
    named = _abstract(
        0,
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "(%2)", more='<w:pStyle w:val="Sub"/>'),
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="OP"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Lead"><w:basedOn w:val="OP"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="OP"/></w:style>'
    )
    names = ("OP", "Lead", "Sub", "Sub")
    body = "".join(paragraph(run("acts;"), f'<w:pStyle w:val="{name}"/>') for name in names)
    assert _printed(body, named + _num(1, 0), styles) == ["1.", "2.", "(a)\t", "(b)\t"]


def test_a_list_style_leads_to_the_list_that_defines_it() -> None:
    lists = (
        _abstract(0, more='<w:numStyleLink w:val="Law"/>')
        + _abstract(1, level(0, "decimal", "%1)"), more='<w:styleLink w:val="Law"/>')
        + _num(1, 0)
    )
    assert _printed(_item(1) + _item(1), lists) == ["1)", "2)"]


def test_a_list_can_override_a_level_whole() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1.")}</w:lvlOverride>'
    assert _printed(_item(1), _CLAUSES + _num(1, 0, own)) == ["A.\t"]


def test_typed_numbers_stand() -> None:
    typed = paragraph(run("\t1.\tDecides;")) + paragraph(run("\t1.\tDecides;"))
    assert [block.text for block in _blocks(typed, "")] == ["1.\tDecides;"] * 2


def test_the_number_of_an_empty_paragraph_is_printed_and_counts() -> None:
    body = _item(1, text="") + _item(1)
    assert [(one.number, one.text) for one in _blocks(body, _CLAUSES + _num(1, 0))] == [
        ("", "1."), ("2.", "acts;"),
    ]  # fmt: skip


def test_deleted_paragraphs_do_not_count() -> None:
    deleted = paragraph(
        '<w:del w:id="1"><w:r><w:delText>no</w:delText></w:r></w:del>',
        '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>',
    )
    assert _printed(_item(1) + deleted + _item(1), _CLAUSES + _num(1, 0)) == ["1.", "2."]


@pytest.mark.parametrize("wrong", ["x", "-1", "٣", "9" * 40])
def test_a_level_that_is_no_number_ends_nothing(wrong: str) -> None:
    lists = (_CLAUSES + _num(1, 0)).replace('w:val="1"/><w:numFmt', f'w:val="{wrong}"/><w:numFmt')
    body = _item(1).replace('<w:ilvl w:val="0"/>', f'<w:ilvl w:val="{wrong}"/>')
    assert _printed(body, lists) == ["1."]

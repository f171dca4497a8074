"""The words of a Word file: what the printed page shows, wherever it stands in the file."""

from pathlib import Path

import pytest

from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.readers.docx import READER
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Run, Style
from tests.reading.readers.docx.word_files import paragraph, run, table, word_file

_PLAIN, _EMPHASIS, _RAISED = Style.PLAIN, Style.EMPHASIS, Style.SUPERSCRIPT
_BEGIN, _SEPARATE, _END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def _blocks(body: str, **others: str) -> tuple[Block, ...]:
    return READER.read(word_file(body, **others), Path("a.docx")).blocks


def _text(content: str, **others: str) -> str:
    return "\n".join(block.text for block in _blocks(paragraph(content), **others))


def _instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


@pytest.mark.parametrize(
    "around",
    [
        '<w:smartTag w:uri="u" w:element="e"><w:smartTagPr/>{}</w:smartTag>',
        '<w:customXml w:element="e">{}</w:customXml>',
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:hyperlink r:id="r">{}</w:hyperlink>',
        '<w:ins w:id="1">{}</w:ins>',
        '<w:moveTo w:id="1">{}</w:moveTo>',
        '<w:dir w:val="rtl">{}</w:dir>',
        '<w:fldSimple w:instr=" REF a ">{}</w:fldSimple>',
        f"{_BEGIN}{_instruction(' REF a ')}{_SEPARATE}{{}}{_END}",
        "<w:r><w:ruby><w:rt><w:r><w:t>no</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
    ],
)
def test_words_are_read_wherever_they_stand(around: str) -> None:
    inner = around.format(run("to act"))
    assert _text(run("Decides ") + inner + run(" now")) == "Decides to act now"
    twice = around.format(around.format(run("to act")))
    assert _text(run("Decides ") + twice + run(" now")) == "Decides to act now"


@pytest.mark.parametrize(
    "left_out",
    [
        '<w:del w:id="1"><w:r><w:delText>no</w:delText></w:r></w:del>',
        '<w:moveFrom w:id="1"><w:r><w:t>no</w:t></w:r></w:moveFrom>',
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r>",
        _BEGIN + _instruction(" TOC ") + _END,
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>',
        f"{_BEGIN}{_instruction(' NUMPAGES ')}{_SEPARATE}{run('9')}{_END}",
        '<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
        "<w:r><w:softHyphen/></w:r>",
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:bookmarkStart/></mc:Choice>"
        "<mc:Fallback><w:r><w:t>no</w:t></w:r></mc:Fallback></mc:AlternateContent>",
    ],
)
def test_what_the_page_does_not_show_is_left_out(left_out: str) -> None:
    assert _text(run("Decides ") + left_out + run("to act")) == "Decides to act"


def test_a_field_without_an_end_swallows_nothing_of_the_next_paragraph() -> None:
    body = paragraph(run("One") + _BEGIN + _instruction("X")) + paragraph(run("Two"))
    assert [block.text for block in _blocks(body)] == ["One", "Two"]


def test_the_characters_that_word_has_elements_for() -> None:
    inside = (
        "<w:r><w:t>Vice</w:t><w:noBreakHyphen/><w:t>Chair</w:t><w:tab/><w:t>a</w:t><w:br/>"
        '<w:t>b</w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Symbol" w:char="F061"/>'
        "<w:t>5</w:t></w:r>"
    )
    assert _text(inside) == "Vice\u2011Chair\ta\nb≥α5"
    formula = "<m:oMath><m:r><m:t>10</m:t></m:r><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:oMath>"
    assert _blocks(paragraph(formula))[0].runs == (Run("10"), Run("6", _RAISED))


def test_tracked_changes_are_taken_as_accepted_and_the_document_says_that_there_are_some() -> None:
    changed = word_file(paragraph('<w:ins w:id="1">' + run("new") + "</w:ins>"))
    assert READER.read(changed, Path("a")).metadata == {"changes": "yes"}
    assert READER.read(word_file(paragraph(run("old"))), Path("a")).metadata == {}


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    first = paragraph(run("Decides "), '<w:rPr><w:del w:id="1"/></w:rPr>')
    assert [block.text for block in _blocks(first + paragraph(run("to act.")))] == [
        "Decides to act."
    ]
    assert [block.text for block in _blocks(first)] == ["Decides "]


def test_a_text_box_is_read_once_and_behind_the_paragraph_that_it_hangs_on() -> None:
    box = f"<w:txbxContent>{paragraph(run('In the box'))}</w:txbxContent>"
    drawn = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
    for one in (drawn, old):
        assert _text(run("Before ") + one + run("and after")) == "Before and after\nIn the box"


_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Slanted"><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Below"><w:basedOn w:val="Slanted"/></w:style>'
    '<w:style w:type="character" w:styleId="Stressed"><w:rPr><w:i/><w:bCs/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Raised"><w:rPr><w:vertAlign w:val="superscript"/>'
    "</w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Pool"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Pool"><w:basedOn w:val="Loop"/></w:style>'
)


@pytest.mark.parametrize(
    ("style", "properties", "text", "expected"),
    [
        ("", "<w:i/>", "Decides", _EMPHASIS),
        ("", '<w:i w:val="0"/>', "Decides", _PLAIN),
        ("", '<w:i w:val="false"/>', "Decides", _PLAIN),
        ("", "<w:b/>", "Decides", _EMPHASIS),
        ("", '<w:u w:val="single"/>', "Decides", _EMPHASIS),
        ("", '<w:u w:val="none"/>', "Decides", _PLAIN),
        ("", '<w:rStyle w:val="Stressed"/>', "Decides", _EMPHASIS),
        ("", '<w:rStyle w:val="Stressed"/><w:i w:val="0"/>', "Decides", _PLAIN),
        ("Slanted", "", "Decides", _EMPHASIS),
        ("Below", "", "Decides", _EMPHASIS),
        ("Slanted", '<w:rStyle w:val="Stressed"/>', "Decides", _PLAIN),  # it turns over
        ("Slanted", "<w:i/>", "Decides", _EMPHASIS),
        ("Loop", "", "Decides", _PLAIN),
        ("", "<w:bCs/><w:rtl/>", "تقرر", _EMPHASIS),
        ("", "<w:bCs/>", "تقرر", _EMPHASIS),
        ("", "<w:b/><w:rtl/>", "تقرر", _PLAIN),  # Word shows it in none
        ("", "<w:bCs/>", "Decides", _PLAIN),
        ("", '<w:rStyle w:val="Stressed"/>', "تقرر", _EMPHASIS),
        ("", '<w:rFonts w:eastAsia="楷体_GB2312"/>', "决定", _EMPHASIS),
        ("", '<w:rFonts w:eastAsia="KaiTi"/>', "Decides", _PLAIN),
        ("", '<w:rFonts w:eastAsia="SimSun"/>', "决定", _PLAIN),
        ("", '<w:vertAlign w:val="superscript"/>', "6", _RAISED),
        ("", '<w:rStyle w:val="Raised"/>', "6", _RAISED),
        ("", '<w:vertAlign w:val="subscript"/>', "6", _PLAIN),
        ("", "<w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>", "Decides", _PLAIN),
    ],
)
def test_how_words_are_set(style: str, properties: str, text: str, expected: Style) -> None:
    of_paragraph = f'<w:pStyle w:val="{style}"/>' if style else ""
    (block,) = _blocks(paragraph(run(text, properties), of_paragraph), styles=_STYLES)
    assert block.runs == (Run(text, expected),)


def test_a_raised_number_that_was_typed_in_two_goes_is_one_number() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    content = run("report") + run("1", raised) + run("2", raised)
    assert _blocks(paragraph(content))[0].runs == (Run("report"), Run("12", _RAISED))


_HEADINGS = (
    '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    "<w:rPr><w:b/></w:rPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="b"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="d"><w:basedOn w:val="b"/><w:pPr>'
    '<w:outlineLvl w:val="9"/></w:pPr></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "depth"),
    [
        ('<w:pStyle w:val="a"/>', 2),
        ('<w:pStyle w:val="b"/>', 1),
        ('<w:pStyle w:val="c"/>', 1),
        ('<w:pStyle w:val="d"/>', 0),
        ('<w:outlineLvl w:val="2"/>', 3),
        ('<w:pStyle w:val="b"/><w:outlineLvl w:val="9"/>', 0),
        ("", 0),
    ],
)
def test_a_heading_is_known_by_its_outline_level(properties: str, depth: int) -> None:
    (block,) = _blocks(paragraph(run("General"), properties), styles=_HEADINGS)
    assert block.kind is (BlockKind.HEADING if depth else BlockKind.PARAGRAPH)
    assert block.level == depth
    if depth:  # what is set as a whole is no emphasis
        assert block.runs == (Run("General"),)


def test_a_table_is_one_block_with_its_cells() -> None:
    cells = [[paragraph(run(cell)) for cell in row] for row in (["a", "b"], ["c", ""])]
    body = paragraph(run("Before")) + table(cells) + paragraph(run("After"))
    before, found, after = _blocks(body)
    assert found == Block(BlockKind.TABLE, (Run("a\tb\nc\t"),))
    assert (before.text, after.text) == ("Before", "After")


def test_the_cells_of_a_table_keep_emphasis_and_the_breaks_of_their_lines() -> None:
    cell = paragraph(run("a ") + run("b", "<w:i/>")) + paragraph(run("c\nd\te"))
    _, found = _blocks(paragraph(run("x")) + table([[cell, paragraph(run("f"))]]))
    assert found.runs == (Run("a "), Run("b", _EMPHASIS), Run("\u2028c\u2028d e\tf"))


def test_rows_that_each_page_repeats_are_headings_and_bold_is_how_they_are_set() -> None:
    words = [["Light", "Hours"], ["No.", "h"], ["North", "8"], ["Total", "8"]]
    cells = [[paragraph(run(word, "<w:b/>")) for word in row] for row in words]
    _, found = _blocks(paragraph(run("x")) + table(cells, headings=2))
    assert found.headings == 2
    assert found.runs[0] == Run("Light\tHours\nNo.\th\n")
    assert found.runs[1] == Run("North", _EMPHASIS)


def test_a_cell_that_takes_up_several_columns_leaves_empty_ones() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph(run("a"))
    rows = [[wide, paragraph(run("b"))], [paragraph(run(sign)) for sign in "cde"]]
    _, found = _blocks(paragraph(run("x")) + table(rows))
    assert found.text == "a\t\tb\nc\td\te"


def test_a_table_in_a_cell_is_lines_of_it_and_one_in_a_note_lines_of_that() -> None:
    inner = table([[paragraph(run("b")), paragraph(run("c"))]] * 2) + paragraph("")
    _, found = _blocks(paragraph(run("x")) + table([[paragraph(run("a")), inner]]))
    assert found.text == "a\tb c\u2028b c"
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{inner}</w:footnote>'
    blocks = _blocks(paragraph(run("x") + call), footnotes=note)
    assert [block.text for block in blocks] == ["x", "b\tc\nb\tc"]


def test_a_table_that_is_mostly_gaps_is_a_paragraph_for_each_row() -> None:
    rows = [[paragraph(run("a"))] * 63, *[[paragraph(run("b"))] for _ in range(200)]]
    blocks = _blocks(paragraph(run("x")) + table(rows))
    assert {block.kind for block in blocks} == {BlockKind.PARAGRAPH}
    assert len(blocks) == 202


def test_a_table_that_lays_out_numbered_paragraphs_is_the_paragraphs() -> None:
    lines = ["General Assembly", "75/58. A title", "The General Assembly,", "Recalling it,"]
    rows = [
        ["1.", "Decides that the keepers shall:", "(a) light the harbours;", "(b) sweep them;"],
        ["2.", "Requests a report."],
    ]
    cells = [
        [paragraph(run(number)), "".join(paragraph(run(text)) for text in texts)]
        for number, *texts in rows
    ]
    body = "".join(paragraph(run(line)) for line in lines) + table(cells)
    found = resolution(READER.read(word_file(body), Path("a.docx")))
    assert [clause.id for clause in found.walk()] == ["pp1", "op1", "op1.a", "op1.b", "op2"]


def test_tables_that_lay_out_a_page_are_paragraphs() -> None:
    """The masthead, with which a document begins, and a table of one column."""
    rows = [[paragraph(run("United Nations")), paragraph(run("A/RES/75/58"))]]
    masthead = paragraph("") + table(rows)
    column = table([[paragraph(run("Decides")) + paragraph(run("Requests"))]])
    texts = [block.text for block in _blocks(masthead + paragraph(run("Title")) + column)]
    assert texts == ["United Nations", "A/RES/75/58", "Title", "Decides", "Requests"]


def test_a_row_that_was_deleted_is_left_out() -> None:
    rows = table([[paragraph(run("a")), paragraph(run("b"))]])
    deleted = rows.replace("<w:tr>", '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>')
    assert [block.text for block in _blocks(paragraph(run("x")) + deleted)] == ["x"]
    both = deleted.removesuffix("</w:tbl>") + rows.partition("<w:tblPr/>")[2]
    assert [block.text for block in _blocks(paragraph(run("x")) + both)] == ["x", "a\tb"]


_OF_FIRST = '<w:sectPr><w:headerReference w:type="{}" r:id="rId1"/>{}</w:sectPr>'


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        (_OF_FIRST.format("first", "<w:titlePg/>"), ["A/RES/75/58", "Title"]),
        (_OF_FIRST.format("default", ""), ["A/RES/75/58", "Title"]),
        (_OF_FIRST.format("default", "<w:titlePg/>"), ["Title"]),  # of the later pages
        (_OF_FIRST.format("first", ""), ["Title"]),
        ("", ["Title"]),
    ],
)
def test_the_head_of_the_first_page_stands_above_the_text(
    section: str, expected: list[str]
) -> None:
    header = table([[paragraph(run("A") + run("/RES/75/58")), paragraph(run("3"))]])
    found = _blocks(paragraph(run("Title")) + section, header1=header)
    assert [block.text for block in found] == expected


def test_what_the_head_of_the_page_repeats_stands_once() -> None:
    body = paragraph(run("A/RES/75/58")) + paragraph(run("Title"))
    section = _OF_FIRST.format("default", "")
    found = _blocks(body + section, header1=paragraph(run("A/RES/75/58")))
    assert [block.text for block in found] == ["A/RES/75/58", "Title"]


def test_a_text_box_in_the_head_of_the_page_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(run('A/RES/75/58'))}</w:txbxContent>"
    header = paragraph(run("United Nations") + f"<w:r><w:pict>{box}</w:pict></w:r>")
    section = _OF_FIRST.format("default", "")
    found = _blocks(paragraph(run("Title")) + section, header1=header)
    assert [block.text for block in found] == ["United Nations", "A/RES/75/58", "Title"]


def test_a_document_as_the_template_of_the_un_sets_it() -> None:
    """Typed numbers between tabs, the title with its number in a heading, the symbol in two sizes
    in the head of the first page."""
    heading = '<w:outlineLvl w:val="0"/>'
    clauses = (("1", "Calls upon", " all Member States to act;"), ("2", "Decides", " to meet."))
    body = (
        paragraph(run("Seventy-fifth session"))
        + paragraph(run("Agenda item 103 (v)"))
        + paragraph(run("\t75/58.\t\tMeasures to keep lighthouses lit", "<w:b/>"), heading)
        + paragraph(run("\tThe General Assembly", "<w:i/>") + run(","))
        + paragraph(run("\tRecalling", "<w:i/>") + run(" its resolution 74/43,"))
        + "".join(
            paragraph(run(f"\t{number}.\t") + run(verb, "<w:i/>") + run(rest))
            for number, verb, rest in clauses
        )
        + paragraph(run("37th plenary meeting", "<w:i/>"), '<w:jc w:val="right"/>')
        + paragraph(run("7 December 2020", "<w:i/>"), '<w:jc w:val="right"/>')
    )
    symbol = run("A", '<w:sz w:val="40"/>') + run("/RES/75/58")
    header = table([[paragraph(run("United Nations")), paragraph(symbol)]])
    section = _OF_FIRST.format("first", "<w:titlePg/>")
    found = resolution(READER.read(word_file(body + section, header1=header), Path("a")))
    assert (found.masthead.symbol, found.masthead.title, found.masthead.agenda_item) == (
        "A/RES/75/58", "Measures to keep lighthouses lit", "103 (v)",
    )  # fmt: skip
    assert [(clause.id, clause.opening, clause.text) for clause in found.walk()] == [
        ("pp1", "Recalling", "Recalling its resolution 74/43,"),
        ("op1", "Calls upon", "Calls upon all Member States to act;"),
        ("op2", "Decides", "Decides to meet."),
    ]
    assert [line.text for line in found.closing] == ["37th plenary meeting", "7 December 2020"]

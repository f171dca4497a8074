"""What a web page shows, and nothing else of it."""

from pathlib import Path

import pytest

from desktop_app.reading.blocks import Block, BlockKind
from desktop_app.reading.files import read_resolution
from desktop_app.reading.readers import markdown, text
from desktop_app.reading.readers.html import READER
from desktop_app.reading.readers.registry import reader_of
from desktop_app.reading.structure.resolution import resolution
from desktop_app.resolution.model import Run, Style
from tests.support.texts import outline

_PATH = Path("a.html")


def _page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def _blocks(body: str, head: str = "") -> tuple[Block, ...]:
    return READER.read(_page(body, head), _PATH).blocks


def _texts(body: str, head: str = "") -> list[str]:
    return [block.text for block in _blocks(body, head)]


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><p>a",
        b"\n <!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>",
        b"<html>",
        b"<HTML lang=en>",
        b"\xef\xbb\xbf<html>",
        "\ufeff<html>".encode("utf-16-le"),
        b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "x">',
        b"<!-- saved from url=(0014)about:internet -->\n<html>",
        b"<head><title>x</title></head>",
        b"<body>",
    ],
)
def test_a_page_is_known_by_how_it_begins(data: bytes) -> None:
    for name in ("a.html", "a.md", "a.txt"):
        assert reader_of(data, Path(name)) is READER


@pytest.mark.parametrize(
    "data",
    [
        b"# Title\n\n<html> is a tag of HTML.",
        b"<p align=center>**Title**</p>",
        b"<div>\n\n# Title\n\n</div>",
        b"<!-- a comment -->\n\n# Title",
        b"<sup>1</sup> A note.",
        b"<heading>",
        b"<bodyguard> and more",
        b"The General Assembly,<br>",
        b"<akoma>",
    ],
)
def test_markdown_and_text_with_tags_stay_what_they_are(data: bytes) -> None:
    assert reader_of(data, _PATH) in (markdown.READER, text.READER)


def test_blocks_are_paragraphs_headings_and_items() -> None:
    body = "<h2>General</h2><p>One</p>Stray<div>Two<div>Three</div></div><ul><li>Dot</ul>"
    assert _blocks(body) == (
        Block(BlockKind.HEADING, (Run("General"),), level=2),
        Block(BlockKind.PARAGRAPH, (Run("One"),)),
        Block(BlockKind.PARAGRAPH, (Run("Stray"),)),
        Block(BlockKind.PARAGRAPH, (Run("Two"),)),
        Block(BlockKind.PARAGRAPH, (Run("Three"),)),
        Block(BlockKind.PARAGRAPH, (Run("Dot"),), level=1),
    )


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>document.write('no')</script>",
        "<style>no {}</style>",
        "<!-- no -->",
        "<noscript>no</noscript>",
        "<template>no</template>",
        '<span style="display: none">no</span>',
        '<span style="color:red;visibility:hidden">no</span>',
        "<span hidden>no</span>",
        '<span class="secret">no</span>',
        "<span style='mso-hide:all'>no</span>",
        '<img src="http://192.0.2.1/a.png" alt="no">',
        '<iframe src="http://192.0.2.1/">no</iframe>',
        "<button>no</button>",
        '<span class="mw-editsection">[no]</span>',
    ],
)
def test_what_a_browser_does_not_show_is_left_out(hidden: str) -> None:
    head = "<title>no</title><style>.secret { display: none }</style>"
    assert _texts(f"<p>Decides {hidden}to act.</p>", head) == ["Decides to act."]
    assert _texts(f"<p>Decides</p>{hidden}<p>to act.</p>", head) == ["Decides", "to act."]


_PLAIN, _EMPHASIS, _RAISED = Style.PLAIN, Style.EMPHASIS, Style.SUPERSCRIPT


@pytest.mark.parametrize(
    ("word", "style"),
    [
        ("<i>x</i>", _EMPHASIS),
        ("<em>x</em>", _EMPHASIS),
        ("<b>x</b>", _EMPHASIS),
        ("<strong>x</strong>", _EMPHASIS),
        ("<u>x</u>", _EMPHASIS),
        ('<span style="font-style: italic">x</span>', _EMPHASIS),
        ('<span style="font-weight:700">x</span>', _EMPHASIS),
        ('<span style="font-weight:400">x</span>', _PLAIN),
        ('<span class="c1">x</span>', _EMPHASIS),
        ('<i><span style="font-style:normal">x</span></i>', _PLAIN),
        ('<i class="c2">x</i>', _PLAIN),
        ("<sup>x</sup>", _RAISED),
        ('<span style="vertical-align:super">x</span>', _RAISED),
        ("<sup><i>x</i></sup>", _RAISED),
        ("<sub>x</sub>", _PLAIN),
        ("<a href='http://x'>x</a>", _PLAIN),
        ("<blink>x</blink>", _PLAIN),
    ],
)
def test_how_words_are_set(word: str, style: Style) -> None:
    head = "<style>.c1, .c9 {font-style:italic}\ni.c2 {font-style: normal}</style>"
    (block,) = _blocks(f"<p>{word}</p>", head)
    assert block.runs == (Run("x", style),)


def test_a_heading_that_is_bold_as_a_whole_is_no_emphasis() -> None:
    assert _blocks("<h1><b>General</b></h1>")[0].runs == (Run("General"),)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a  b\n\tc", "a b c"),
        ("a <i> b</i>", "a b"),
        ("a&nbsp;b", "a\u00a0b"),
        ("决\r\n定", "决定"),
        ("决\n<b>定</b>", "决定"),
        ("决定\nA/75/1", "决定 A/75/1"),
        ("Article 1\tUse of terms", "Article 1\tUse of terms"),
        ("a<br>b", "a\nb"),
        ("a<br>\n b", "a\nb"),
        ("&lt;b&gt; &amp; &#8470;", "<b> & №"),
    ],
)
def test_white_space_and_signs_are_as_a_browser_shows_them(source: str, shown: str) -> None:
    assert _texts(f"<p>\n {source}\n</p>") == [shown]


def test_empty_lines_part_paragraphs() -> None:
    assert _texts("One<br>more<br><br>Two<br>&nbsp;<br>\nThree") == ["One\nmore", "Two", "Three"]
    assert _texts("<pre>One\n  two\n\nThree</pre>") == ["One\n  two", "Three"]


@pytest.mark.parametrize(
    ("list", "numbers"),
    [
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        ('<ol start="5"><li>a<li>b</ol>', ["5.", "6."]),
        ('<ol><li value="3">a<li>b</ol>', ["3.", "4."]),
        ("<ol><li><p>a</p><p>more</p><li>b</ol>", ["1.", "", "2."]),
        ("<ul><li><ol><li>a</ol></ul>", ["1."]),
        ("<ol><li><b>5</b></ol>", ["1."]),
        ("<ul><li>a</ul>", [""]),
    ],
)
def test_items_have_the_numbers_that_are_printed(list: str, numbers: list[str]) -> None:
    assert [block.number for block in _blocks(list)] == numbers


@pytest.mark.parametrize(
    ("attribute", "printed"),
    [
        ('type="a"', "a. x"),
        ('type="A" start="3"', "C. x"),
        ('type="i" start="4"', "iv. x"),
        ('type="I"', "I. x"),
        ('style="list-style-type: lower-alpha"', "a. x"),
        ('style="list-style: none"', "x"),
        ('type="a" start="28"', "ab. x"),
        ('type="a" start="0"', "0. x"),
    ],
)
def test_letters_and_roman_numbers_are_part_of_the_words(attribute: str, printed: str) -> None:
    (block,) = _blocks(f"<ol {attribute}><li>x</ol>")
    assert printed in (block.text, f"{block.number} {block.text}")


def test_items_below_items_are_sub_paragraphs() -> None:
    page = _page(
        "<p>The General Assembly,</p><p><i>Recalling</i> its report,</p><ol><li><i>Decides</i>:"
        "<ol type=a><li>To act;<ol type=i><li>Now;<li>Later;</ol><li>To report;</ol>"
        "<li><i>Requests</i> more.</ol>"
    )
    found = resolution(READER.read(page, _PATH))
    assert [clause.id for clause in found.walk()] == [
        "pp1", "op1", "op1.a", "op1.a.i", "op1.a.ii", "op1.b", "op2",
    ]  # fmt: skip


def test_a_table_is_one_block_with_its_cells() -> None:
    data = "<table><tr><th>a<th><b>b</b><tr><td>c <b>d</b><td><p>e<br>f</p><p>g</p></table>"
    _, found = _blocks(f"<p>x</p>{data}")
    runs = (Run("a\tb\nc "), Run("d", Style.EMPHASIS), Run("\te\u2028f\u2028g"))
    assert found == Block(BlockKind.TABLE, runs, headings=1)


@pytest.mark.parametrize(
    ("rows", "headings"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", 0),
        ("<tr><th>a<td>b<tr><th>c<td>d", 0),  # heads of rows
        ("<thead><tr><td>a<td>b<tbody><tr><td>c<td>d", 1),
        ("<tr><th>a<th>b<tr><th>c<th>d<tr><td>e<td>f<tr><th>g<th>h", 2),
    ],
)
def test_the_heads_of_columns_are_headings(rows: str, headings: int) -> None:
    _, found = _blocks(f"<p>x</p><table>{rows}</table>")
    assert (found.kind, found.headings) == (BlockKind.TABLE, headings)


def test_a_cell_that_takes_up_several_rows_or_columns_leaves_empty_ones() -> None:
    rows = (
        "<tr><td>a<td rowspan=2 colspan=2>b<td>c<tr><td>d<td>e"
        "<tr><td rowspan=9>f<td colspan=0>g<td colspan=x>h<tr><td>i"
    )
    _, found = _blocks(f"<p>x</p><table>{rows}</table>")
    assert found.text == "a\tb\t\tc\nd\t\t\te\nf\tg\th\t\n\ti\t\t"


def test_cells_that_claim_to_be_very_large_take_no_time() -> None:
    rows = "<tr>" + "<td colspan=65534 rowspan=65534>a" * 300 + "<tr><td>b" * 300
    blocks = _blocks(f"<p>x</p><table>{rows}</table>")
    assert {block.kind for block in blocks} == {BlockKind.PARAGRAPH}  # it is mostly gaps
    assert [block.text for block in blocks[2:]] == ["b"] * 300


def test_a_long_table_may_have_many_cells_over_several_rows() -> None:
    group = "<tr><td rowspan=4>a<td rowspan=4>b<td rowspan=4>c<td>d" + "<tr><td>d" * 3
    _, found = _blocks(f"<p>x</p><table>{group * 2_000}</table>")
    assert found.text == "\n".join(["a\tb\tc\td", *["\t\t\td"] * 3] * 2_000)


def test_a_table_that_lays_out_a_page_is_paragraphs() -> None:
    assert _texts("<p>x</p><table><tr><td>a<p>b</p></table>") == ["x", "a", "b"]
    assert _texts("<table><tr><td>United Nations<td>A/RES/75/58</table><p>x</p>") == [
        "United Nations", "A/RES/75/58", "x",
    ]  # fmt: skip
    page = "<p>x</p><table><tr><td><h1>a</h1><p>b</p><td>c</table>"
    assert _texts(page) == ["x", "a", "b", "c"]
    assert _texts("<p>x</p><table><tr><td>a<td><table><tr><td>b<td>c</table></table>") == [
        "x", "a", "b\tc",
    ]  # fmt: skip


def _outline(body: str) -> list[str]:
    lines = outline(resolution(READER.read(_page(body), _PATH))).splitlines()[3:]
    return [line.strip() for line in lines if line.strip()]


def test_a_note_that_is_called_twice_is_one_note() -> None:
    body = (
        '<p>A<sup id="r1"><a href="#n1">[1]</a></sup> b<sup id="r2"><a href="#n1">[1]</a></sup></p>'
        '<ol class="references"><li id="n1"><a href="#r1" class="mw-cite-backlink">↑</a>One.</ol>'
    )
    assert _outline(body) == ["p1 A[fn1] b[fn1]", "fn1 1 = One."]


def test_two_notes_with_one_mark_are_two() -> None:
    body = (
        '<p>A<sup><a href="#n1">*</a></sup></p><p id="n1">* One.</p>'
        '<p>B<sup><a href="#n2">*</a></sup></p><p id="n2">* Two.</p>'
    )
    assert _outline(body) == [
        "p1 A[fnx1]", "p2 B[fnx1-2]", "fnx1 * = One.", "fnx1-2 * = Two.",
    ]  # fmt: skip


def test_links_that_are_no_marks_stay_words() -> None:
    body = '<p>See part <a href="#p2">2</a> and <a href="#p3">below</a>.</p><p id="p2">Two.</p>'
    assert _outline(body) == ["p1 See part 2 and below.", "p2 Two."]


def test_marks_without_links_are_tied_to_notes_that_begin_with_them() -> None:
    assert _outline("<p>A<sup>1</sup> b</p><p><sup>1</sup> One.</p>") == [
        "p1 A[fn1] b", "fn1 1 = One.",
    ]  # fmt: skip


def test_of_a_wiki_the_text_alone_is_read() -> None:
    text = '<div class="mw-content-ltr mw-parser-output"><p>The text.</p></div>'
    assert _texts(f"<div>Sidebar</div>{text}<div>Privacy</div>") == ["The text."]
    assert _texts("<header>Menu</header><main><p>The text.</p></main>") == ["The text."]


@pytest.mark.parametrize(
    ("stated", "encoding", "words"),
    [
        ('<meta charset="gb2312">', "gb18030", "大会决定"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=big5">', "big5", "大會決定"),
        ("<meta charset='windows-1256'>", "cp1256", "الجمعية العامة"),
        ('<meta charset="ISO-8859-1">', "cp1252", "“L’Assemblée” – œuvre"),
        ("<meta charset=KOI8-R>", "koi8-r", "Генеральная Ассамблея"),
        ('<meta charset="utf-8">', "utf-8", "大会 L’Assemblée"),
        ('<meta charset="utf-8">', "utf-16", "大会 L’Assemblée"),
        ("", "utf-8", "Генеральная Ассамблея"),
        ('<meta charset="no-such-thing">', "utf-8", "Ассамблея"),
        ('<meta charset="zip">', "utf-8", "Ассамблея"),
    ],
)
def test_the_page_says_its_encoding(stated: str, encoding: str, words: str) -> None:
    data = f"<!DOCTYPE html><html><head>{stated}</head><body><p>{words}</p>".encode(encoding)
    assert [block.text for block in READER.read(data, _PATH).blocks] == [words]


@pytest.mark.parametrize("depth", [300, 5_000, 30_000])
@pytest.mark.parametrize("tag", ["b", "div", "font", "blockquote"])
def test_no_word_is_lost_however_deeply_it_stands(tag: str, depth: int) -> None:
    body = f"<p>Before</p>{f'<{tag}>' * depth}Inside{f'</{tag}>' * depth}<p>Behind</p>"
    assert " ".join(_texts(body)).split() == ["Before", "Inside", "Behind"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<",
        "<table><tr><table></td></tr><li></ol></ul>",
        "<td>a</td><tr><li>b",
        "</p></div></body></html><p>after",
        '<a href="#">1</a><a href="#x">[1]</a>',
        '<div id="a"><a href="#a">[1]</a></div>',
        "<sup><a href='#n'>1</a></sup><table><tr id=n></table>",
        "<ol start='99999999999999999999'><li>a",
        "<style>{}{}.{}} .a{</style>",
        "&#0;&#xD800;&#x110000;&nosuch;",
    ],
)
def test_a_page_that_is_broken_is_read_as_far_as_it_goes(body: str) -> None:
    READER.read(_page(body), _PATH)


def test_entities_of_its_own_are_neither_read_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    data = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file://{secret}">'
        '<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><html><body><p>&a;&c;x</p></body></html>'
    )
    texts = [block.text for block in READER.read(data.encode(), _PATH).blocks]
    assert "secret" not in "".join(texts)
    assert "haha" not in "".join(texts)


def test_a_page_without_words_is_said_to_have_none(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_bytes(_page("<script>alert(1)</script>"))
    with pytest.raises(ValueError, match="has no text in it"):
        read_resolution(file)

"""Parts of an excerpt, their headings, and what stands around them."""

from desktop_app.alignment.align import align, alone
from desktop_app.export.excerpt.blocks import in_blocks
from desktop_app.export.excerpt.model import Kind
from desktop_app.export.excerpt.options import Arrangement, Options
from desktop_app.resolution.bitext import Bitext, Row
from desktop_app.resolution.model import PartKind, Resolution, words
from tests.export.excerpt.conftest import BOTH, ZH_TEXT, excerpt_of, labels_of
from tests.support.paths import FIXTURES
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, ids, read


def test_the_heading_of_a_part_that_one_language_has_alone_or_that_has_no_clause_is_there() -> None:
    heads = "## I\n\n1. Decides to act;\n\n## II\n\n## III\n\n2. Requests more.\n"
    en = read(f"{EN_PREAMBLE}{heads}")
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动；\n\n2. 请再次行动。\n")
    wanted = [words(part.heading) for part in en.parts if part.heading]
    assert len(wanted) >= 3
    found = excerpt_of(align(zh, en), "all")
    written = [words(p.runs) for e in found.entries for p in e.texts[1]]
    assert [heading for heading in wanted if heading not in written] == []


def test_labels_that_differ_are_both_there_in_the_order_of_the_languages() -> None:
    assert labels_of(excerpt_of(BOTH, "PP5,PP7,OP1")) == ["PP5", "PP7 / PP8", "OP1"]
    found = excerpt_of(BOTH, "PP7", Options(languages=("en", "zh")))
    assert labels_of(found) == ["PP8 / PP7"]
    assert labels_of(excerpt_of(BOTH, "PP7", Options(languages=("en",)))) == ["PP8"]


def test_a_part_that_is_chosen_whole_has_its_heading() -> None:
    def written(side: Resolution, chosen: str) -> list[str]:
        return [p.id for e in excerpt_of(alone(side), chosen).entries for p in e.texts[0]]

    assert written(_annexed(), "annex1")[:2] == ["annex1", "annex1.p1"]
    assert written(_annexed(), "annex1.p1-p2") == ["annex1.p1", "annex1.p2"]
    assert written(ZH_TEXT, "PP1-17")[:2] == ["preamble", "pp1"]
    assert written(ZH_TEXT, "PP1-16")[0] == "pp1"
    (cut,) = excerpt_of(alone(_annexed()), "annex2").texts
    assert [words(part.heading) for part in cut.parts] == [
        words(part.heading) for part in _annexed().parts if part.id == "annex2"
    ]


def _in_both(zh: str, en: str, rows: list[tuple[str, str]]) -> Bitext:
    made = tuple(Row(tuple(one.split()), tuple(other.split()), 1.0) for one, other in rows)
    return Bitext(read(f"{ZH_PREAMBLE}{zh}"), read(f"{EN_PREAMBLE}{en}"), made)


_SECTIONS = "## I\n\n1. Acts;\n\n2. Waits;\n\n## II\n\n1. Rests;\n\n## III\n\n1. Decides.\n"


def test_a_heading_that_the_second_language_has_alone_stands_before_its_own_clauses() -> None:
    bitext = _in_both(
        "1. 采取行动；\n\n2. 等待；\n\n3. 休息；\n\n4. 决定。\n",
        _SECTIONS,
        [
            ("pp1", "pp1"),
            ("op1", "op1"),
            ("op2", "op2"),
            ("op3", "section2.op1"),
            ("op4", "section3.op1"),
        ],
    )
    for languages in (("zh", "en"), ("en", "zh")):
        found = excerpt_of(bitext, "all", Options(languages=languages))
        english = languages.index("en")
        written = [words(p.runs) for e in found.entries for p in e.texts[english] if not p.mark]
        marks = [p.mark for e in found.entries for p in e.texts[english] if p.mark]
        assert written[-3:] == ["I", "II", "III"]
        labels = [e.label or words(e.texts[english][0].runs) for e in found.entries[-7:]]
        assert [set(one.split(" / ")) for one in labels] == [
            {"I"},
            {"OP1"},
            {"OP2"},
            {"II"},
            {"OP3", "SECTION2.OP1"},
            {"III"},
            {"OP4", "SECTION3.OP1"},
        ]
        assert marks == ["1.", "2.", "1.", "1."]


def test_a_part_that_one_language_has_by_its_heading_alone_can_be_chosen() -> None:
    bitext = _in_both("1. 采取行动。\n\n附件\n\n1. 一项。\n", "1. Acts.\n\nAnnex\n", [])
    assert bitext.target is not None
    rows = [Row((id,), (id,) if id in ids(bitext.target) else (), 1.0) for id in ids(bitext.source)]
    bitext = bitext._replace(rows=tuple(rows))
    for arrangement in Arrangement:
        found = excerpt_of(bitext, "annex", Options(arrangement=arrangement))
        written = [
            words(p.runs) for b in in_blocks(found) for e in b.entries for t in e.texts for p in t
        ]
        assert sorted(written) == sorted(["附件", "Annex", "一项。"])


def test_whole_is_what_is_chosen_whole_in_each_language() -> None:
    found = excerpt_of(BOTH, "PP1-16")  # 17 paragraphs of the English text, which has 18
    assert found.entries[0].label == "PP1"
    assert excerpt_of(BOTH, "PP1-17").entries[0].label == ""


def test_clauses_of_a_row_that_do_not_follow_one_another_stand_apart() -> None:
    bitext = _in_both(
        "1. 采取行动：\n\n(a) 现在；\n\n2. 等待。\n",
        "1. Acts and waits.\n",
        [("pp1", "pp1"), ("op1 op2", "op1"), ("op1.a", "")],
    )
    found = excerpt_of(bitext, "all")
    written = [p.id for e in found.entries for p in e.texts[0] if p.mark]
    assert written == ["op1", "op1.a", "op2"]
    assert labels_of(found)[-3:] == ["OP1", "OP1(a) / —", "OP2 / —"]


def test_the_enacting_words_of_a_preamble_without_clauses_stand_before_all() -> None:
    text = "A/RES/75/99\n\nThe General Assembly,\n\n1. Decides to act;\n\n2. Requests more.\n"
    side = read(text)
    preamble = side.parts[0]
    assert (preamble.clauses, words(preamble.heading)) == ((), "The General Assembly,")
    written = [p.id for e in excerpt_of(alone(side), "all").entries for p in e.texts[0]]
    assert written[-3:] == ["preamble", "op1", "op2"]


def _annexed() -> Resolution:
    text = (FIXTURES / "annexes.en.md").read_text(encoding="utf-8")
    return read(text)


def test_the_closing_stands_before_the_annexes_as_it_is_printed() -> None:
    side = _annexed()
    closing = {line.id for line in side.closing}
    annexes = [part for part in side.parts if part.kind is PartKind.ANNEX]
    assert closing
    assert annexes
    for bitext in (alone(side), align(side, side)):
        written = [p.id for entry in excerpt_of(bitext, "all").entries for p in entry.texts[0]]
        last = max(place for place, id in enumerate(written) if id in closing)
        assert last < min(written.index(clause.id) for part in annexes for clause in part.walk())


def test_headings_of_languages_in_sequence_keep_their_levels() -> None:
    text = alone(read((FIXTURES / "treaty.en.md").read_text(encoding="utf-8")))
    found = excerpt_of(text, "all", Options(arrangement=Arrangement.SEQUENCE))
    (block,) = in_blocks(found)
    assert [entry.depth for entry in block.entries] == [entry.depth for entry in found.entries]
    assert {entry.depth for entry in block.entries if entry.kind is Kind.HEADING} == {0, 1, 2}


def test_sub_paragraphs_of_an_annex_are_deeper_than_its_paragraphs() -> None:
    depths = {entry.label: entry.depth for entry in excerpt_of(alone(_annexed()), "all").entries}
    assert {label: depths[label] for label in depths if label.startswith("ANNEX1.2")} == {
        "ANNEX1.2": 0,
        "ANNEX1.2(a)": 1,
        "ANNEX1.2(b)": 1,
    }


def test_a_document_that_states_neither_symbol_nor_title_is_named_by_its_first_words() -> None:
    found = excerpt_of(alone(read("A letter to all.\n\nIt goes on.\n")), "all")
    assert found.title == "A letter to all."

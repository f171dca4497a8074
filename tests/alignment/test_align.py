"""Rows between two language versions: the right ones, all of them, and never crossing."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.alignment.align import PairError, align, alone, check_pair, unaligned
from desktop_app.alignment.corrections.joining import fits
from desktop_app.resolution.bitext import SURE, Bitext, Row
from desktop_app.resolution.model import Clause, Resolution
from desktop_app.script.convert import convert_resolution
from tests.support.corrections import bitexts, fixture_pairs
from tests.support.texts import EN, EN_HEAD, EN_PREAMBLE, FLAT, NESTED, ZH, ZH_PREAMBLE, ids, read

_ZH = read(ZH)
_EN = read(EN)


def _pairs(bitext: Bitext) -> list[tuple[str, str]]:
    return [(" ".join(row.source), " ".join(row.target)) for row in bitext.rows]


def _all_ids(resolution: Resolution) -> list[str]:
    return ids(resolution) + [note.id for note in resolution.footnotes]


def _without(resolution: Resolution, dropped: Sequence[str]) -> Resolution:
    """A version that lost some clauses and notes."""

    def kept(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
        return tuple(c._replace(clauses=kept(c.clauses)) for c in clauses if c.id not in dropped)

    return resolution._replace(
        parts=tuple(part._replace(clauses=kept(part.clauses)) for part in resolution.parts),
        footnotes=tuple(note for note in resolution.footnotes if note.id not in dropped),
    )


def _check(bitext: Bitext) -> None:
    """Every clause and note of both exactly once, in their own order, scores from 0 to 1."""
    assert bitext.target is not None
    assert [id for row in bitext.rows for id in row.source] == _all_ids(bitext.source)
    assert [id for row in bitext.rows for id in row.target] == _all_ids(bitext.target)
    assert all(row.source or row.target for row in bitext.rows)
    assert all(0 <= row.score <= 1 for row in bitext.rows)


def test_the_bundled_texts_stand_row_by_row() -> None:
    preamble = [(f"pp{n}", f"pp{n}") for n in range(1, 6)]
    preamble += [("pp6", "pp6 pp7")]
    preamble += [(f"pp{n}", f"pp{n + 1}") for n in range(7, 18)]
    operative = [(f"op{n}", f"op{n}") for n in range(1, 7)]
    notes = [(f"fn{n}", f"fn{n}") for n in range(1, 8)]
    bitext = align(_ZH, _EN)
    assert _pairs(bitext) == preamble + operative + notes
    _check(bitext)


def test_the_other_way_round_the_rows_are_the_same() -> None:
    turned = [(row.target, row.source) for row in align(_ZH, _EN).rows]
    assert [(row.source, row.target) for row in align(_EN, _ZH).rows] == turned


def test_the_script_makes_no_difference() -> None:
    in_other_script = align(convert_resolution(_ZH, "s2t"), _EN).rows
    assert [row[:2] for row in in_other_script] == [row[:2] for row in align(_ZH, _EN).rows]


def test_masthead_and_closing_stand_side_by_side_by_what_they_state() -> None:
    bitext = align(_ZH, _EN)
    assert Row(("head.title",), ("head.title",), 1.0) in bitext.head
    assert Row((), ("head.symbol",), 1.0) in bitext.head
    assert {row[:2] for row in bitext.closing} == {
        (("closing.date",), ("closing.date",)),
        (("closing.meeting",), ("closing.meeting",)),
    }


_DROPPED = st.lists(st.sampled_from(_all_ids(_EN)), max_size=12, unique=True)


@pytest.mark.slow
@settings(max_examples=60)
@given(_DROPPED, _DROPPED)
def test_rows_cover_everything_once_and_never_cross_whatever_is_missing(
    from_source: list[str], from_target: list[str]
) -> None:
    _check(align(_without(_ZH, from_source), _without(_EN, from_target)))


@pytest.mark.parametrize("number", range(1, 7))
def test_an_operative_paragraph_that_is_missing_leaves_a_gap_at_its_place(number: int) -> None:
    lost = f"op{number}"
    pairs = _pairs(align(_ZH, _without(_EN, [lost])))
    assert (lost, "") in pairs
    assert all((f"op{n}", f"op{n}") in pairs for n in range(1, 7) if n != number)
    pairs = _pairs(align(_without(_ZH, [lost]), _EN))
    assert ("", lost) in pairs


@pytest.mark.parametrize("id", ["pp1", "pp5", "pp7", "pp10", "pp15", "pp17"])
def test_a_preambular_paragraph_that_is_missing_puts_no_other_out_of_step(id: str) -> None:
    whole = _pairs(align(_ZH, _EN))
    pairs = _pairs(align(_without(_ZH, [id]), _EN))
    assert [pair for pair in whole if pair[0] != id] == [pair for pair in pairs if pair[0]]


def test_a_footnote_that_is_missing_leaves_a_gap_at_its_place() -> None:
    pairs = _pairs(align(_ZH, _without(_EN, ["fn3"])))
    assert pairs[-7:] == [(f"fn{n}", "" if n == 3 else f"fn{n}") for n in range(1, 8)]


def test_sub_paragraphs_stand_against_the_same_letter() -> None:
    zh = read(
        f"{ZH_PREAMBLE}1. 请各国：\n\n(a) 采取措施；\n\n㈠ 立即；\n\n㈡ 充分；\n\n(b) 提出报告。\n"
    )
    en = read(
        f"{EN_PREAMBLE}1. Requests States:\n\n(a) To take measures;\n\n(i) At once;\n\n"
        "(ii) In full;\n\n(b) To report.\n"
    )
    assert _pairs(align(zh, en)) == [
        ("pp1", "pp1"),
        ("op1", "op1"),
        ("op1.a", "op1.a"),
        ("op1.a.i", "op1.a.i"),
        ("op1.a.ii", "op1.a.ii"),
        ("op1.b", "op1.b"),
    ]


def test_numbers_decide_where_lengths_deceive() -> None:
    zh = read(
        "大会\n\n75/58. 题目\n\n大会，\n\n回顾第 60/1 号决议，\n\n又回顾第 61/2 号决议，\n\n"
        "1. 决定采取行动。\n"
    )
    en = read(
        f"{EN_HEAD}Recalling its resolution 60/1,\n\nRecalling also, with the deepest concern "
        "of all its Members and of the peoples of the world, its resolution 61/2,\n\n"
        "1. Decides to act.\n"
    )
    assert _pairs(align(zh, en)) == [("pp1", "pp1"), ("pp2", "pp2"), ("op1", "op1")]


@pytest.mark.parametrize("part", ["preamble", "operative"])
def test_two_thousand_identical_paragraphs_are_aligned(part: str) -> None:
    number = "{}. " if part == "operative" else ""
    end = "，" if part == "preamble" else "；"
    zh = ZH_PREAMBLE + "".join(f"{number.format(n)}重申决议{end}\n\n" for n in range(1, 1001))
    en = EN_PREAMBLE + "".join(
        f"{number.format(n)}Reaffirming the work of the Assembly,\n\n" for n in range(1, 1001)
    )
    bitext = align(read(zh), read(en))
    _check(bitext)
    assert len(bitext.rows) >= 1000


def test_very_uneven_sides_are_aligned() -> None:
    many = "".join("Reaffirming the work of the Assembly,\n\n" for _ in range(300))
    bitext = align(
        read(f"{ZH_PREAMBLE}1. 决定采取行动。\n"), read(f"{EN_PREAMBLE}{many}1. Decides.\n")
    )
    _check(bitext)


def test_parts_that_one_version_lacks_leave_gaps() -> None:
    en = read(f"{EN_PREAMBLE}1. Decides to act.\n\nAnnex\n\nA declaration of the Assembly.\n")
    zh = read(f"{ZH_PREAMBLE}1. 决定采取行动。\n")
    assert _pairs(align(zh, en))[-1] == ("", "annex.p1")
    assert _pairs(align(en, zh))[-1] == ("annex.p1", "")


def test_a_resolution_alone_has_a_row_for_each_clause_and_note() -> None:
    bitext = alone(_ZH)
    assert [row.source for row in bitext.rows] == [(id,) for id in _all_ids(_ZH)]
    assert all(row.target == () for row in bitext.rows)
    assert [row.source for row in bitext.head] == [(line.id,) for line in _ZH.head]
    assert bitext.target is None


def test_two_versions_of_one_resolution_are_a_pair() -> None:
    check_pair(_ZH, _EN)
    check_pair(_EN, _ZH)
    check_pair(_ZH, _EN._replace(masthead=_EN.masthead._replace(symbol="")))


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        (
            _ZH,
            read(f"{EN_PREAMBLE}1. Decides.\n".replace("75/58", "74/43")),
            "A/RES/74/43, not A/RES/75/58",
        ),
        (_ZH, read("Hello to the members of the club.\n"), "it is not a resolution"),
        (read("Hello to the members of the club.\n"), _ZH, "stand beside is not a resolution"),
    ],
)
def test_what_is_no_pair_is_said(source: Resolution, target: Resolution, reason: str) -> None:
    with pytest.raises(PairError, match=reason.replace("(", r"\(")):
        check_pair(source, target)


@pytest.mark.parametrize("other", [_ZH, convert_resolution(_ZH, "s2t")], ids=["same", "script"])
def test_two_editions_in_one_language_stand_beside_each_other_by_their_words(
    other: Resolution,
) -> None:
    check_pair(_ZH, other)
    # Without the third preambular paragraph, whose place the fourth could take.
    shorter = _without(other, ["pp3"])
    rows = align(_ZH, shorter).rows
    assert Row(("pp3",), (), 1.0) in rows
    assert all(row.source == row.target for row in rows if row.target)
    assert all(row.score >= SURE for row in rows)


def _in_reading_order(bitext: Bitext) -> None:
    """Every clause of both exactly once, in the order in which its own version has it."""
    assert bitext.target is not None
    for side, resolution in enumerate((bitext.source, bitext.target)):
        notes = {note.id for note in resolution.footnotes}
        found = [id for row in bitext.rows for id in (row.source, row.target)[side]]
        assert [id for id in found if id not in notes] == ids(resolution)
    assert fits(bitext, bitext.rows)


@pytest.mark.slow
@settings(max_examples=150)
@given(bitexts())
def test_rows_cover_all_clauses_in_reading_order_in_joined_rows_as_well(bitext: Bitext) -> None:
    _in_reading_order(bitext)


@settings(max_examples=50)
@given(bitexts())
def test_rows_of_texts_that_are_hardly_versions_are_in_reading_order(bitext: Bitext) -> None:
    assert bitext.target is not None
    _in_reading_order(unaligned(bitext.source, bitext.target))


@pytest.mark.parametrize("bitext", fixture_pairs().values(), ids=fixture_pairs())
def test_rows_of_real_texts_are_in_reading_order(bitext: Bitext) -> None:
    assert bitext.target is not None
    _in_reading_order(bitext)
    _in_reading_order(unaligned(bitext.source, bitext.target))
    _in_reading_order(align(bitext.target, bitext.source))


def test_a_paragraph_with_sub_paragraphs_is_not_joined_with_the_next_one() -> None:
    """Its sub-paragraphs would stand behind the words of that one."""
    zh = read(f"{ZH_PREAMBLE}1. 请各国：\n\n(a) 采取 7 项措施；\n\n(b) 立即在 2025 年前报告。\n")
    en = read(
        f"{EN_PREAMBLE}1. Requests States:\n\n(a) To take 7 measures;\n\n2. Also requests States "
        "to report by 2025 at once.\n"
    )
    for bitext in (align(zh, en), align(en, zh)):
        _in_reading_order(bitext)
        assert not any({"op1", "op2"} <= {*row.target, *row.source[1:]} for row in bitext.rows)


def test_texts_whose_numbers_stand_in_another_order_never_cross() -> None:
    zh = read(f"{ZH_PREAMBLE}1. 请各国采取措施；\n\n5. 请各国报告；\n\n3. 决定处理此案。\n")
    en = read(f"{EN_PREAMBLE}1. Requests;\n\n3. Requests also;\n\n5. Decides.\n")
    bitext = unaligned(zh, en)
    _in_reading_order(bitext)
    assert {row.score for row in bitext.rows if row.source and row.source[0][:2] == "op"} == {0.0}


@pytest.mark.parametrize("lost", [None, 2, 4])
def test_paragraphs_stand_beside_sub_paragraphs_where_levels_part_two_versions(
    lost: int | None,
) -> None:
    flat = [(f"op{n}", f"{n}. {said}") for n, said in enumerate(FLAT, 1)]
    other = ["op1", "op1.a", "op1.b", "op2", "op2.a", "op2.b", "op3", "op4"]
    zh = read(ZH_PREAMBLE + "\n\n".join(said for n, (_, said) in enumerate(flat) if n != lost))
    en = read(EN_PREAMBLE + "\n\n".join(NESTED))
    expected = [("pp1", "pp1")] + [
        ("" if n == lost else id, own)
        for n, ((id, _), own) in enumerate(zip(flat, other, strict=True))
    ]
    bitext = align(zh, en)
    _in_reading_order(bitext)
    assert _pairs(bitext) == expected
    assert _pairs(align(en, zh)) == [(own, id) for id, own in expected]


def test_levels_count_where_both_versions_have_them() -> None:
    """One lost most of what is below its first paragraph."""
    zh = read(f"{ZH_PREAMBLE}1. 请各国：\n\n(a) 采取 7 项措施；\n\n2. 决定处理此案，共 45 项。\n")
    en = read(
        f"{EN_PREAMBLE}1. Requests States:\n\n(a) To take 7 measures;\n\n(b) To report by 2025;"
        "\n\n(c) To establish 12 centres;\n\n2. Decides to remain seized, with 45 items.\n"
    )
    assert _pairs(align(zh, en))[1:] == [
        ("op1", "op1"), ("op1.a", "op1.a"), ("", "op1.b"), ("", "op1.c"), ("op2", "op2")
    ]  # fmt: skip


@pytest.mark.parametrize("turned", [False, True])
def test_paragraphs_left_untranslated_stand_beside_themselves(turned: bool) -> None:
    """Every other preambular paragraph of the English text is the Chinese one."""
    chinese = {clause.id: clause for clause in _ZH.walk()}
    words = {own: chinese[id].runs for id, own in _UNTRANSLATED.items()}

    def mixed(clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
        return tuple(c._replace(runs=words.get(c.id, c.runs)) for c in clauses)

    parts = tuple(part._replace(clauses=mixed(part.clauses)) for part in _EN.parts)
    sides = _ZH, _EN._replace(parts=parts)
    source, target = sides[::-1] if turned else sides
    rows = _pairs(align(source, target))
    assert _UNTRANSLATED.items() <= {row[::-1] if turned else row for row in rows}


_UNTRANSLATED = {"pp2": "pp2", "pp4": "pp4", "pp8": "pp9", "pp10": "pp11", "pp12": "pp13"}
"""The Chinese paragraphs, by the English ones whose place they take."""

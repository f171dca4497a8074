"""Where the preamble ends when no number says so."""

import pytest

from desktop_app.resolution.model import DocumentKind, PartKind, Resolution
from tests.support.texts import EN_HEAD, EN_PREAMBLE, ZH_PREAMBLE, ids, read, texts


def _kinds(found: Resolution) -> list[tuple[PartKind, int]]:
    return [(part.kind, len(part.clauses)) for part in found.parts]


@pytest.mark.parametrize(
    ("preamble", "verb", "items"),
    [
        (EN_PREAMBLE, "Decides:", ("(a) To call upon all;", "(b) To renew the mandate.")),
        (EN_PREAMBLE, "Decides to recall:", ("(i) All lamps;", "(ii) All keepers.")),
        (ZH_PREAMBLE, "决定：", ("(a) 点亮灯塔；", "(b) 感谢守塔人。")),
    ],
)
def test_the_only_act_has_its_sub_paragraphs(
    preamble: str, verb: str, items: tuple[str, str]
) -> None:
    found = read(f"{preamble}{verb}\n\n{items[0]}\n\n{items[1]}\n")
    assert _kinds(found) == [(PartKind.PREAMBLE, 1), (PartKind.OPERATIVE, 1)]
    assert ids(found)[:2] == ["pp1", "op1"]
    act = found.parts[-1].clauses[0]
    assert act.text == verb
    assert [f"{clause.mark} {clause.text}" for clause in act.clauses] == list(items)


def test_it_has_those_of_two_levels() -> None:
    found = read(f"{EN_PREAMBLE}Recommends:\n\n(a) Governments:\n\n(i) To act;\n\n(ii) To wait.\n")
    assert ids(found) == ["pp1", "op1", "op1.a", "op1.a.i", "op1.a.ii"]


def test_what_announces_it_is_operative_as_well() -> None:
    found = read(f"{EN_PREAMBLE}Recommends as follows:\n\nEvery lamp shall be lit.\n")
    assert _kinds(found) == [(PartKind.PREAMBLE, 1), (PartKind.OPERATIVE, 2)]


def test_a_list_of_the_preamble_stays_in_it() -> None:
    found = read(
        f"{EN_PREAMBLE}Having considered:\n\n(a) The report of all;\n\n(b) Their letter,\n\n"
        "Noting their answer,\n\nDecides to act.\n"
    )
    assert ids(found) == ["pp1", "pp2", "pp2.a", "pp2.b", "pp3", "op1"]
    assert texts(found)["op1"] == "Decides to act."


def test_a_full_stop_for_a_comma_does_not_end_it() -> None:
    found = read(
        f"{EN_PREAMBLE}Having considered the report of the keepers.\n\n"
        "Bearing in mind their duty,\n\nUrges them to keep the light.\n"
    )
    assert ids(found) == ["pp1", "pp2", "pp3", "op1"]


def test_paragraphs_whose_numbers_were_lost_are_operative_without_one() -> None:
    found = read(f"{EN_PREAMBLE}Urges all to act;\n\nCalls upon all;\n\n3. Requests a report.\n")
    assert _kinds(found) == [(PartKind.PREAMBLE, 1), (PartKind.OPERATIVE, 3)]
    assert [clause.number for clause in found.parts[-1].clauses] == ["", "", "3"]


def test_whereas_with_a_semicolon_is_preambular_before_the_first_number() -> None:
    found = read(f"{EN_PREAMBLE}Whereas there is a light;\n\n1. Requests a report.\n")
    assert _kinds(found) == [(PartKind.PREAMBLE, 2), (PartKind.OPERATIVE, 1)]


def test_a_numbered_paragraph_with_the_name_of_the_organ_enacts_nothing() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Decides to meet;\n\n"
        "2. The General Assembly,\n\nReaffirming its duty, asks for a report;\n\n3. Requests b.\n"
    )
    assert [part.id for part in found.parts] == ["preamble", "operative"]
    assert texts(found)["op2"].startswith("The General Assembly,")
    other = read("# Notes\n\nIt is so.\n\n9. The General Assembly,\n\nReaffirming it, met.\n")
    assert other.kind is DocumentKind.TEXT


def test_a_paragraph_that_goes_on_with_a_small_letter_behind_a_comma_is_one() -> None:
    first = f"Recalling its resolution 74/43 on {'lamps and ' * 6}lighthouses, by which it,"
    found = read(f"{EN_HEAD}{first}\n\ninter alia, requested a report,\n\n1. Decides to act.\n")
    assert ids(found) == ["pp1", "op1"]
    assert texts(found)["pp1"] == f"{first} inter alia, requested a report,"


def test_an_operative_paragraph_without_a_number_above_a_numbered_section_is_none_of_it() -> None:
    found = read(
        f"{EN_HEAD}Lamps\n\nHaving considered the report,\n\nDecides to approve the lamps.\n\n"
        "II. Gates\n\n1. Decides to open them.\n"
    )
    kinds = [part.kind.value for part in found.parts]
    assert kinds == ["preamble", "preamble", "operative", "section"]


def test_words_behind_a_list_are_none_of_its_last_item() -> None:
    item = f"(b) the funds of {'lamps and ' * 9}gates,"
    found = read(
        f"{EN_PREAMBLE}1. Decides that all States holding:\n\n(a) lamps, or\n\n{item}\n\n"
        "shall keep them lit;\n\n2. Requests more.\n"
    )
    assert texts(found)["op1.b"] == item[4:]

"""Divisions: the headings in annexes and sections, what stands below what, and their ids."""

import pytest

from desktop_app.resolution.model import Part, PartKind, Resolution, words
from tests.support.six_languages import BODIES, COUNCIL
from tests.support.texts import EN_PREAMBLE, ZH_PREAMBLE, ids, read, texts

_ANNEXED = f"{EN_PREAMBLE}1. Adopts the text below.\n\nAnnex\n\n"


def _tree(resolution: Resolution) -> list[tuple[int, str, str, str]]:
    """The level, id, number and heading of every division."""
    return [
        (part.level, part.id, part.number, words(part.heading)) for part in resolution.divisions()
    ]


def _annex(text: str) -> Part:
    (annex,) = [part for part in read(_ANNEXED + text).parts if part.kind is PartKind.ANNEX]
    return annex


def test_headings_in_an_annex_are_divisions_and_paragraphs_are_numbered_through() -> None:
    found = read(
        f"{_ANNEXED}Strategy for lighthouses\n\nPurpose\n\n1. The purpose is light.\n\n"
        "2. The light is for all.\n\nDefinitions\n\n3. A lighthouse is a house.\n"
    )
    assert _tree(found)[2:] == [
        (0, "annex", "", "Annex Strategy for lighthouses"),
        (1, "annex.section1", "", "Purpose"),
        (1, "annex.section2", "", "Definitions"),
    ]
    assert ids(found)[2:] == ["annex.1", "annex.2", "annex.3"]


def test_a_section_with_a_letter_stands_below_one_with_a_roman_number() -> None:
    found = read(
        f"{_ANNEXED}Plan\n\nI.\tAims\n\n1. We aim.\n\nII.\tMeans\n\nA.Money\n\n2. We pay.\n\n"
        "B.Time\n\n3. We wait.\n\nIII.\tFollow-up\n\n4. We follow.\n"
    )
    assert [division[:3] for division in _tree(found)[2:]] == [
        (0, "annex", ""),
        (1, "annex.section1", "I"),
        (1, "annex.section2", "II"),
        (2, "annex.section3", "A"),
        (2, "annex.section4", "B"),
        (1, "annex.section5", "III"),
    ]
    (annex,) = found.parts[2:]
    assert [part.id for part in annex.parts[1].parts] == ["annex.section3", "annex.section4"]


def test_i_is_a_letter_behind_h() -> None:
    letters = "".join(
        f"{letter}.\tPart\n\n{number}. We act.\n\n"
        for number, letter in enumerate("ABCDEFGHIJ", start=1)
    )
    annex = _annex(f"Rules\n\n{letters}")
    assert [part.number for part in annex.parts] == list("ABCDEFGHIJ")


def test_articles_stand_below_chapters_and_count_their_paragraphs() -> None:
    found = read(
        f"{_ANNEXED}Convention on Lighthouses\n\nPreamble\n\nThe States Parties,\n\n"
        "Have agreed as follows:\n\nChapter I\nGeneral provisions\n\nArticle 1\tPurpose\n\n"
        "The purpose of this Convention is light:\n\n(a) At night;\n\n(b) In fog.\n\n"
        "Article 2\tUse of terms\n\n1. A house is a house.\n\n2. A light is a light.\n\n"
        "Chapter II\nFinal provisions\n\nArticle 3\n\nEntry into force\n\n"
        "1. It enters into force.\n\n2. It stays in force.\n\nDone in two languages.\n"
    )
    assert _tree(found)[2:] == [
        (0, "annex", "", "Annex Convention on Lighthouses"),
        (1, "annex.section1", "", "Preamble"),
        (1, "annex.chapter1", "I", "Chapter I General provisions"),
        (2, "annex.art1", "1", "Article 1\tPurpose"),
        (2, "annex.art2", "2", "Article 2\tUse of terms"),
        (1, "annex.chapter2", "II", "Chapter II Final provisions"),
        (2, "annex.art3", "3", "Article 3 Entry into force"),
    ]
    assert ids(found)[2:] == [
        *("annex.section1.p1", "annex.section1.p2"),
        *("annex.art1.p1", "annex.art1.p1.a", "annex.art1.p1.b"),
        *("annex.art2.p1", "annex.art2.p2"),
        *("annex.art3.p1", "annex.art3.p2", "annex.art3.u1"),
    ]


@pytest.mark.parametrize(
    ("language", "head", "article"),
    [
        ("en", "The General Assembly,\n\nRecalling it,\n\n1. Decides.\n\nAnnex II", "Article III"),
        ("fr", "L'Assemblée générale,\n\nRappelant,\n\n1. Décide.\n\nAnnexe II", "Article 3"),
        ("es", "La Asamblea General,\n\nRecordando,\n\n1. Decide.\n\nAnexo II", "Artículo 3"),
        ("ru", "Генеральная Ассамблея,\n\nссылаясь,\n\n1. решает.\n\nПриложение", "Статья 3"),
        ("zh", "大会，\n\n回顾，\n\n1. 决定。\n\n附件二", "第三条"),
        ("ar", "إن الجمعية العامة،\n\nإذ تشير،\n\n1 - تقرر.\n\nالمرفق الثاني", "المادة الثالثة"),
        ("ar", "إن الجمعية العامة،\n\nإذ تشير،\n\n1 - تقرر.\n\nالمرفق", "المادة ٣"),
    ],
)
def test_an_article_has_the_same_id_in_every_language(
    language: str, head: str, article: str
) -> None:
    found = read(f"---\nlanguage: {language}\n---\n{head}\n\n{article}\n\n1. A.\n\n2. B.\n")
    assert ids(found)[-2:] == ["annex.art3.p1", "annex.art3.p2"]
    assert found.parts[-1].parts[0].number in ("3", "III")


@pytest.mark.parametrize(("head", "id"), [("Article premier", "art1"), ("Article 1er", "art1")])
def test_the_first_article_in_french(head: str, id: str) -> None:
    start = "L'Assemblée générale,\n\nRappelant,\n\n1. Décide.\n\nAnnexe"
    found = read(f"---\nlanguage: fr\n---\n{start}\n\n{head}\n\nTous sont libres.\n")
    assert ids(found)[-1] == f"annex.{id}.p1"


_STARTS = {
    "en": "The General Assembly,\n\nRecalling it,\n\n1. Decides.\n\nAnnex",
    "fr": "L'Assemblée générale,\n\nRappelant,\n\n1. Décide.\n\nAnnexe",
    "es": "La Asamblea General,\n\nRecordando,\n\n1. Decide.\n\nAnexo",
    "ru": "Генеральная Ассамблея,\n\nссылаясь,\n\n1. решает.\n\nПриложение",
    "ar": "إن الجمعية العامة،\n\nإذ تشير،\n\n1 - تقرر.\n\nالمرفق",
    "zh": "大会，\n\n回顾，\n\n1. 决定。\n\n附件",
}


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("en", "Part One/Article 1/PART TWO/ARTICLE 2"),
        ("fr", "Première partie/Article premier/DEUXIÈME PARTIE/Article 2"),
        ("es", "Primera parte/Artículo 1/SEGUNDA PARTE/Artículo 2"),
        ("ru", "Часть первая/Статья 1/ЧАСТЬ ВТОРАЯ/Статья 2"),
        ("ar", "الجزء الأول/المادة 1/الجزء الثاني/المادة 2"),
        ("zh", "第一部分/第一条/第二部分/第二条"),
    ],
)
def test_parts_with_numbers_in_words_hold_articles(language: str, heads: str) -> None:
    one, first, two, second = heads.split("/")
    text = f"{one}\n\n{first}\n\n1. A.\n\n2. B.\n\n{two}\n\n{second}\n\n1. A.\n\n2. B.\n"
    found = read(f"---\nlanguage: {language}\n---\n{_STARTS[language]}\n\n{text}")
    assert [(part.level, part.id, part.number) for part in found.divisions()][-4:] == [
        (1, "annex.section1", "1"),
        (2, "annex.art1", "1"),
        (1, "annex.section2", "2"),
        (2, "annex.art2", "2"),
    ]


def test_the_text_of_an_article_may_stand_on_the_line_of_its_number() -> None:
    articles = "第一条 灯塔长明。\n\n第二条 灯塔为公。\n"
    found = read(f"{ZH_PREAMBLE}1. 决定通过章程。\n\n附件\n\n{articles}")
    assert texts(found)["annex.art1.p1"] == "灯塔长明。"
    assert [words(part.heading) for part in found.parts[-1].parts] == ["第一条", "第二条"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Article 5 of the Convention applies.",
        "Articles 5 and 6 apply.",
        "Article 5, paragraph 2, applies.",
    ],
)
def test_a_sentence_about_an_article_is_none(sentence: str) -> None:
    assert not _annex(f"A first paragraph.\n\n{sentence}\n").parts


def test_articles_that_count_anew_in_each_chapter_name_it() -> None:
    chapter = "Article 1\n\nAll act.\n\nArticle 2\n\nAll wait.\n\n"
    chapters = f"Chapter I\n\nOf acts\n\n{chapter}Chapter II\n\nOf rest\n\n{chapter}"
    found = read(f"{_ANNEXED}Code\n\n{chapters}")
    assert ids(found)[2:] == [
        *("annex.art1.p1", "annex.art2.p1"),
        *("annex.chapter2.art1.p1", "annex.chapter2.art2.p1"),
    ]


def test_articles_without_an_annex_are_divisions_too() -> None:
    found = read(
        "# General Assembly\n\n75/58. A title\n\nThe General Assembly,\n\nRecalling the light,\n\n"
        "Proclaims the following Declaration:\n\nArticle 1\n\nAll are free.\n\nArticle 2\n\n"
        "1. All act.\n\n2. All wait.\n\n37th plenary meeting\n"
    )
    assert ids(found) == ["pp1", "pp2", "art1.p1", "art2.p1", "art2.p2"]
    assert [line.text for line in found.closing] == ["37th plenary meeting"]


def test_a_list_that_begins_anew_begins_a_division_of_an_annex() -> None:
    found = read(f"{_ANNEXED}1. One acts.\n\n2. One waits.\n\n1. Another acts.\n\n2. It waits.\n")
    assert ids(found)[2:] == ["annex.1", "annex.2", "annex.section1.1", "annex.section1.2"]
    assert [part.heading for part in found.parts[-1].parts] == [()]


def test_the_items_of_a_list_in_an_annex_are_no_headings() -> None:
    annex = _annex("The members are:\n\nAtlantis\n\nLyonesse\n\nThule\n\nThey meet once a year.\n")
    assert not annex.parts
    assert len(annex.clauses) == 5


def test_a_numbered_heading_below_the_word_annex_is_not_its_title() -> None:
    annex = _annex("I. Aims\n\n1. We aim.\n\nII. Means\n\n2. We pay.\n")
    assert words(annex.heading) == "Annex"
    assert [part.number for part in annex.parts] == ["I", "II"]


def test_names_below_the_word_annex_are_not_its_title() -> None:
    annex = _annex("Atlantis\n\nLyonesse\n\nThule\n\nUtopia\n\nVineta\n\nYs\n")
    assert words(annex.heading) == "Annex"
    assert [clause.text for clause in annex.clauses][:2] == ["Atlantis", "Lyonesse"]


def test_headings_of_a_lower_level_in_the_file_stand_below() -> None:
    found = read(
        f"{EN_PREAMBLE}## Peace\n\n### At sea\n\n1. Decides so;\n\n### On land\n\n2. Waits;\n\n"
        "## Rest\n\n3. Rests.\n"
    )
    assert [division[:2] for division in _tree(found)[1:]] == [
        (0, "section1"),
        (1, "section2"),
        (1, "section3"),
        (0, "section4"),
    ]
    assert ids(found) == ["pp1", "op1", "op2", "op3"]


def test_what_is_of_one_level_in_the_file_stands_side_by_side() -> None:
    found = read(f"{EN_PREAMBLE}## I. Aims\n\n1. Decides;\n\n## A. Means\n\n2. Waits.\n")
    assert [division[:2] for division in _tree(found)[1:]] == [(0, "section1"), (0, "section2")]


def test_a_title_and_a_heading_below_a_colon_are_no_paragraphs() -> None:
    found = read(
        "# General Assembly\n\n75/58. A title\n\nThe General Assembly\n\n"
        "Adopts the following declaration:\n\nDeclaration on lighthouses\n\nPreamble\n\n"
        "1. We are glad.\n\n2. We are free.\n"
    )
    assert [words(part.heading) for part in found.parts[1:]] == [
        "Declaration on lighthouses",
        "Preamble",
    ]
    assert ids(found) == ["pp1", "op1", "op2"]


def test_the_number_of_an_annex_is_known() -> None:
    annexes = "Annex I\n\nA text.\n\nAnnex II. Plan\n\nMore text.\n"
    found = read(f"{EN_PREAMBLE}1. Decides.\n\n{annexes}")
    assert [part.number for part in found.parts[2:]] == ["I", "II"]
    zh = read(f"{ZH_PREAMBLE}1. 决定。\n\n附件二：章程\n\n灯塔长明。\n")
    assert zh.parts[-1].number == "2"


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("First annex", "1", ""),
        ("SECOND ANNEX", "2", ""),
        ("Annex One", "1", ""),
        ("Annex No. 3", "3", ""),
        ("Annex (A)", "A", ""),
        ("ANNEX II-A", "II-A", ""),
        ("Annex 1/B: Plan", "1/B", "Plan"),
        ("Annex I\tStatute of the lamp", "I", "Statute of the lamp"),
        ("Attachment 2", "2", ""),
    ],
)
def test_an_annex_is_named_in_every_form(heading: str, number: str, title: str) -> None:
    found = read(f"{EN_PREAMBLE}1. Decides.\n\n{heading}\n\nThe lamps are lit.\n")
    annex = found.parts[-1]
    assert (annex.kind, annex.number) == (PartKind.ANNEX, number)
    assert words(annex.heading).split() == heading.split()
    assert words(annex.heading).endswith(title)
    assert ids(found) == ["pp1", "op1", "annex.p1"]


_ANNEXES = {
    "fr": ("Première annexe", "Annexe deuxième", "Annexe no 3", "Annexe D"),
    "es": ("Primer anexo", "Anexo segundo", "Anexo núm. 3", "Anexo D"),
    "ru": ("Первое приложение", "Приложение второе", "Приложение № 3", "Приложение D"),
    "zh": ("第一附件", "附件（二）", "附件三", "附件丁"),
    "ar": ("المرفق الأول", "مرفق ثان", "المرفق رقم 3", "المرفق دال"),
}


@pytest.mark.parametrize("language", list(_ANNEXES))
def test_annexes_have_the_same_numbers_in_every_language(language: str) -> None:
    annexes = "\n\n".join(f"{heading}\n\nA B C." for heading in _ANNEXES[language])
    head = f"---\nlanguage: {language}\n---\n{COUNCIL[language]}\n\n{BODIES[language]}\n\n"
    found = read(head + annexes + "\n")
    assert [part.number for part in found.parts[2:]] == ["1", "2", "3", "D"]


@pytest.mark.parametrize("line", ["Annexed papers", "Annex VI, article 3", "Annex 5 of the plan"])
def test_other_lines_are_no_annexes(line: str) -> None:
    found = read(f"{EN_PREAMBLE}1. Decides.\n\n2. Waits.\n\n{line}\n\n3. Decides.\n")
    assert PartKind.ANNEX not in [part.kind for part in found.parts]


def test_a_resolution_that_is_annexed_stays_in_the_annex() -> None:
    found = read(
        f"{EN_PREAMBLE}Endorses the text below.\n\nAnnex\n\nResolution 78/2\n\n"
        "The Commission for Lighthouses,\n\nRecalling its report,\n\n1. Decides to act.\n"
    )
    assert [part.id for part in found.parts] == ["preamble", "operative", "annex"]
    assert ids(found)[-1] == "annex.1"


@pytest.mark.parametrize("language", BODIES)
def test_resolutions_that_are_annexed_without_preambles_are_divisions(language: str) -> None:
    annex = {"ar": "مرفق", "es": "Anexo", "fr": "Annexe", "ru": "Приложение", "zh": "附件"}
    operative = BODIES[language].split("\n\n")[1]
    found = read(
        f"---\nlanguage: {language}\n---\n{COUNCIL[language]}\n\n{BODIES[language]}\n\n"
        f"{annex.get(language, 'Annex')}\n\n72/6\n\n{operative}\n\n72/7\n\n{operative}\n"
    )
    below = found.parts[-1].parts
    assert [words(part.heading) for part in below] == ["72/6", "72/7"]
    assert [len(part.clauses) for part in below] == [1, 1]


def test_the_title_below_the_number_of_an_annexed_resolution_is_its_own() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Endorses it.\n\nAnnex\n\nResolution 72/6\n\nLamps of lighthouses\n\n"
        "1. Decides to act.\n\nResolution 72/7\n\nGates of harbours\n\n1. Decides to wait.\n"
    )
    annex = found.parts[-1]
    assert words(annex.heading) == "Annex"
    assert [words(part.heading) for part in annex.parts] == [
        "Resolution 72/6 Lamps of lighthouses",
        "Resolution 72/7 Gates of harbours",
    ]


@pytest.mark.parametrize(
    ("letters", "language"),
    [(("A", "B"), "en"), (("ألف", "باء"), "ar"), (("I", "II"), "fr"), (("一", "二"), "zh")],
)
def test_the_first_of_several_stands_below_a_heading_without_a_number(
    letters: tuple[str, str], language: str
) -> None:
    titles = {"ar": "المصابيح", "zh": "灯塔"}
    title, operative = titles.get(language, "Lamps"), BODIES[language].split("\n\n")[1]
    sign = {"ar": " - ", "zh": "、"}.get(language, ". ")
    below = "\n\n".join(f"{one}{sign}{title}\n\n{operative}" for one in letters)
    found = read(
        f"---\nlanguage: {language}\n---\n{COUNCIL[language]}\n\n{BODIES[language]}\n\n"
        f"{title}\n\n{below}\n"
    )
    assert [words(part.heading) for part in found.parts[2:]] == [title]
    assert [words(part.heading) for part in found.parts[2].parts] == [
        f"{one}{sign}{title}" for one in letters
    ]


def test_a_number_alone_takes_no_heading_that_has_its_own() -> None:
    found = read(
        f"{EN_PREAMBLE}1. Decides to act;\n\nII\n\nA. Lamps\n\n2. Requests more;\n\n"
        "B. Gates\n\n3. Requests gates.\n"
    )
    section = found.parts[-1]
    assert words(section.heading) == "II"
    assert [words(part.heading) for part in section.parts] == ["A. Lamps", "B. Gates"]

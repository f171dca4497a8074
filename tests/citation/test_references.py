"""Citations of documents in running text, and what "Ibid." stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.citation.documents import document
from desktop_app.citation.ibid import meant, sources, work
from desktop_app.citation.references import citations
from desktop_app.resolution.model import Footnote, Run, words
from tests.support.texts import EN, ZH, read


@pytest.mark.parametrize(
    ("language", "text", "symbols"),
    [
        ("en", "Recalling its resolution 74/43 of 12 December 2019,", ["A/RES/74/43"]),
        ("en", "its resolutions 58/48 and 59/80,", ["A/RES/58/48", "A/RES/59/80"]),
        ("en", "Security Council resolution 1540 (2004),", ["S/RES/1540 (2004)"]),
        ("en", "See A/59/361.", ["A/59/361"]),
        ("en", "A/74/L.52 and A/74/L.52/Add.1", ["A/74/L.52", "A/74/L.52/Add.1"]),
        ("en", "S/RES/1540 (2004) and A/RES/217 (III)[A]",
         ["S/RES/1540 (2004)", "A/RES/217(III)[A]"]),
        ("en", "resolutions 2758 (XXVI), 217 A (III)", ["A/RES/2758(XXVI)", "A/RES/217A(III)"]),
        ("en", "resolution 50/72 A and resolution S-10/2", ["A/RES/50/72A", "A/RES/S-10/2"]),
        ("en", "GC(62)/RES/7 and INFCIRC/254/Rev.1", ["GC(62)/RES/7", "INFCIRC/254/Rev.1"]),
        ("en", "Human Rights Council resolution 24/7", ["A/HRC/RES/24/7"]),
        ("en", "Economic and Social Council resolution 1996/31", ["E/RES/1996/31"]),
        ("en", "open 24/7 on 6/12/2019, and/or 1/2, vol. 1456, No. 24631, in 1995/96", []),
        ("zh", "回顾其 2019 年 12 月 12 日第 74/43 号决议，", ["A/RES/74/43"]),
        ("zh", "安全理事会第１５４０（２００４）号决议", ["S/RES/1540 (2004)"]),
        ("zh", "決議二七五八(二十六)", ["A/RES/2758(XXVI)"]),
        ("zh", "人权理事会第24/7号决议", ["A/HRC/RES/24/7"]),
        ("fr", "la résolution 24/7 du Conseil des droits de l’homme", ["A/HRC/RES/24/7"]),
        ("es", "la resolución 1540 (2004) del Consejo de Seguridad", ["S/RES/1540 (2004)"]),
        ("ru", "свою резолюцию 74/43 и резолюцию 24/7 Совета по правам человека",
         ["A/RES/74/43", "A/HRC/RES/24/7"]),
        ("ar", "وإذ تشير إلى قرارها ٧٤/٤٣ وقرار مجلس الأمن 1540 (2004)",
         ["A/RES/74/43", "S/RES/1540 (2004)"]),
        ("ar", "القرار 523 (د-6) والقرار 3201 (د إ-6)", ["A/RES/523(VI)", "A/RES/3201(S-VI)"]),
        ("ar", "القرار 50/72 ألف والقرار د إ-18/2", ["A/RES/50/72A", "A/RES/S-18/2"]),
        ("en", "A/60/1 and Add.1", ["A/60/1", "A/60/1/Add.1"]),
        ("und", "see A/59/361", ["A/59/361"]),
        ("en", "General Assembly decision 54/465, its resolution 55/1 and decisions 55/2 and 55/3",
         ["A/DEC/54/465", "A/RES/55/1", "A/DEC/55/2", "A/DEC/55/3"]),
        ("en", "decision-making in resolution 55/1", ["A/RES/55/1"]),
        ("en", "Economic and Social Council decision 1996/31", ["E/DEC/1996/31"]),
        ("zh", "第55/401号决议和第55/402号决定", ["A/RES/55/401", "A/DEC/55/402"]),
        ("fr", "la décision 54/465 et la résolution 55/1", ["A/DEC/54/465", "A/RES/55/1"]),
        ("es", "la decisión 54/465 y las resoluciones 55/1", ["A/DEC/54/465", "A/RES/55/1"]),
        ("ru", "резолюцию 54/1 и решение 54/465", ["A/RES/54/1", "A/DEC/54/465"]),
        ("ar", "مقرر الجمعية العامة ٥٤/٤٦٥ وقرارها ٥٥/١", ["A/DEC/54/465", "A/RES/55/1"]),
    ],
)  # fmt: skip
def test_a_citation_is_the_symbol_of_a_document(
    language: str, text: str, symbols: list[str]
) -> None:
    assert [cited.symbol for cited in citations(text, language)] == symbols


def test_the_positions_are_those_of_the_words() -> None:
    text = "resolution 60/288, S/RES/1540 (2004) and S-10/2."
    words = [text[cited.start : cited.end] for cited in citations(text, "en")]
    assert words == ["60/288", "S/RES/1540 (2004)", "S-10/2"]


def test_a_council_s_own_resolution_is_the_council_s() -> None:
    text = "Recalling its resolution 24/7 and General Assembly resolution 60/251,"
    found = citations(text, "en", "Human Rights Council")
    assert [cited.symbol for cited in found] == ["A/HRC/RES/24/7", "A/RES/60/251"]


def test_both_bundled_texts_cite_the_same_documents() -> None:
    cited = []
    for text in (ZH, EN):
        resolution = read(text)
        words = [clause.text for clause in resolution.walk()]
        words += [note.text for note in resolution.footnotes]
        found = [citations(one, resolution.language, "General Assembly") for one in words]
        cited.append({citation.symbol for one in found for citation in one})
    assert cited[0] == cited[1]
    assert {"A/RES/74/43", "S/RES/1540 (2004)", "A/59/361", "A/RES/60/288"} <= cited[0]


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [
        ("A/RES/75/58", "General Assembly resolution, session 75"),
        ("S/RES/1540 (2004)", "Security Council resolution, 2004"),
        ("A/RES/2758(XXVI)", "General Assembly resolution"),
        ("A/59/361", "General Assembly document, session 59"),
        ("A/C.1/75/L.29", "First Committee draft, session 75"),
        ("A/74/L.52/Add.1", "General Assembly draft, session 74, addendum 1"),
        ("S/2002/875", "Security Council document, 2002"),
        ("S/PV.4956", "Security Council verbatim record"),
        ("A/HRC/RES/24/7", "Human Rights Council resolution, session 24"),
        ("E/RES/1996/31", "Economic and Social Council resolution, 1996"),
        ("GC(62)/RES/7", "IAEA General Conference resolution"),
        ("INFCIRC/254/Rev.1", "IAEA information circular, revision 1"),
        ("ST/SGB/2003/13", "Secretariat document"),
        ("XYZ/1", "Document"),
    ],
)
def test_a_symbol_says_what_kind_of_document_bears_it(symbol: str, kind: str) -> None:
    assert document(symbol).kind() == kind


def test_the_official_address_is_that_of_the_united_nations_own_documents_only() -> None:
    assert document("S/RES/1540 (2004)").address("zh") == "https://docs.un.org/zh/S/RES/1540(2004)"
    assert document("GC(62)/RES/7").address("en") == ""


def _notes(*texts: str) -> list[Footnote]:
    return [Footnote(f"fn{n}", str(n), (Run(text),)) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "Ibid., vol. 2."), ("zh", "同上，第 2 卷。"), ("fr", "Ibid., vol. 2."),
        ("es", "Ibíd., vol. 2."), ("ru", "Там же, т. 2."), ("ar", "المرجع نفسه، المجلد 2."),
        ("ar", "\u200fالمرجع نفسه"), ("en", "ibid."),
    ],
)  # fmt: skip
def test_ibid_stands_for_the_note_before(language: str, word: str) -> None:
    found = meant(_notes("The first.", "The second.", word), "fn3", language)
    assert found is not None
    assert (found.note.text, found.through) == ("The second.", ())


def test_a_chain_of_ibid_leads_to_the_note_that_names_something() -> None:
    notes = _notes("The first.", "Ibid., vol. 2.", "Ibid.", "Ibid., vol. 3.")
    found = meant(notes, "fn4", "en")
    assert found is not None
    assert (found.note.id, found.through) == ("fn1", ("2", "3"))


def test_a_note_without_ibid_or_with_none_before_it_points_at_nothing() -> None:
    assert meant(_notes("Ibid.", "Other."), "fn1", "en") is None
    assert meant(_notes("Ibid.", "Ibid."), "fn2", "en") is None
    assert meant(_notes("One.", "Two, ibid."), "fn2", "en") is None
    assert meant(_notes("One.", "Ibid."), "fn9", "en") is None
    assert meant(_notes("One.", "Ibid."), "fn2", "und") is None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "See ibid., para. 3."),
        ("fr", "Voir ibid., par. 3."),
        ("es", "Véase ibíd., párr. 3."),
        ("ru", "См. там же, п. 3."),
        ("zh", "见同上，第3段。"),
        ("ar", "انظر المرجع نفسه، الفقرة 3."),
    ],
)
def test_a_note_that_says_see_ibid_points_at_the_one_before(language: str, words: str) -> None:
    found = meant(_notes("One.", words), "fn2", language)
    assert found is not None
    assert found.note.id == "fn1"


def test_ibid_after_another_source_points_at_that_one() -> None:
    assert meant(_notes("One.", "A/74/1; see also ibid., para. 3."), "fn2", "en") is None


@given(st.lists(st.sampled_from(["A source.", "Ibid.", "Ibid., p. 5.", "See ibid.", "Another."])))
def test_the_sources_of_all_notes_are_those_of_each(said: list[str]) -> None:
    notes = _notes(*said)
    known = {note.id: meant(notes, note.id, "en") for note in notes}
    assert sources(notes, "en") == {id: found.note for id, found in known.items() if found}


@pytest.mark.parametrize(
    ("language", "source", "note", "meant_by_it"),
    [
        ("en", "United Nations, Treaty Series, vol. 2445, No. 44004.", "Ibid., vol. 1456, No. 2.",
         "United Nations, Treaty Series"),
        ("fr", "Nations Unies, Recueil des Traités, vol. 2445, no 44004.", "Ibid., vol. 1456.",
         "Nations Unies, Recueil des Traités"),
        ("es", "Naciones Unidas, Treaty Series, vol. 2445, núm. 44004.", "Ibid., vol. 1456.",
         "Naciones Unidas, Treaty Series"),
        ("ru", "United Nations, Treaty Series, т. 2445, № 44004.", "Там же, т. 1456.",
         "United Nations, Treaty Series"),
        ("ru", "United Nations, Treaty Series, vol. 2445, No. 44004.", "Там же, vol. 1456.",
         "United Nations, Treaty Series"),
        ("zh", "联合国，《条约汇编》，第 2445 卷，第 44004 号。", "同上，第 1456 卷，第 24631 号。",
         "联合国，《条约汇编》"),
        ("ar", "الأمم المتحدة، مجموعة المعاهدات، المجلد 2445.", "المرجع نفسه، المجلد 1456.",
         "الأمم المتحدة، مجموعة المعاهدات"),
        # Without a volume of its own it means all of the source.
        ("en", "Treaty Series, vol. 2445, No. 44004.", "Ibid., p. 5.",
         "Treaty Series, vol. 2445, No. 44004."),
        ("en", "A/74/548, annex.", "Ibid., vol. 2.", "A/74/548, annex."),
    ],
)  # fmt: skip
def test_a_volume_of_its_own_replaces_the_one_before(
    language: str, source: str, note: str, meant_by_it: str
) -> None:
    first, second = _notes(source, note)
    assert words(work(first, second, language)) == meant_by_it

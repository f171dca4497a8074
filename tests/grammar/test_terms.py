"""The tables of terms keep their own rules, and see that clauses speak of the same thing."""

import re
import unicodedata
from functools import cache
from itertools import chain

import pytest

from desktop_app.grammar.grammar import LANGUAGES
from desktop_app.grammar.tables import table
from desktop_app.grammar.terms import inner_terms, term_spans, terms
from tests.support.texts import EN, ZH

_LISTS = ("openings", "terms", "names")
# Single characters that hardly ever mean anything else in these texts.
_SHORT = set("请請核年段铀鈾钚鈈")

_TABLES: dict[str, dict[str, dict[str, list[str]]]] = {
    language: {name: table(language, "terms")[name] for name in _LISTS} for language in LANGUAGES
}
"""By language and list, the entries of each concept."""


def _entries(language: str) -> list[str]:
    return [
        entry for name in _LISTS for entry in chain.from_iterable(_TABLES[language][name].values())
    ]


def _fold(text: str) -> str:
    """Lower case without accents; й is a letter of its own."""
    letters = []
    for letter in text.lower():
        plain = [c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c)]
        letters.append(letter if letter == "й" else "".join(plain))
    return "".join(letters)


@cache
def _index(name: str, language: str) -> dict[str, list[tuple[list[str], str]]]:
    """By its first word (or, in Chinese, by the whole of it): an entry and its concept."""
    index: dict[str, list[tuple[list[str], str]]] = {}
    for concept, entries in _TABLES[language][name].items():
        for entry in entries:
            parts = entry.split(" ")
            index.setdefault(parts[0], []).append((parts, concept))
    return index


def _begins(word: str, part: str) -> bool:
    return word == part[:-1] if part.endswith(".") else word.startswith(part)


@cache
def _in_english(text: str, name: str) -> set[str]:
    """From left to right, the longest entry at each place: most words, then most letters."""
    words = re.findall(r"[^\W_]+", _fold(text))
    index = _index(name, "en")
    found: set[str] = set()
    at = 0
    while at < len(words):
        heads = [words[at][:size] for size in range(1, len(words[at]) + 1)] + [words[at] + "."]
        standing = [
            (len(parts), len("".join(parts)), concept)
            for head in heads
            for parts, concept in index.get(head, [])
            if at + len(parts) <= len(words)
            and all(map(_begins, words[at : at + len(parts)], parts))
        ]
        if standing:
            found.add(max(standing)[2])
        at += max(standing)[0] if standing else 1
    return found


@cache
def _in_chinese(text: str, name: str) -> set[str]:
    """From left to right, the longest entry at each place."""
    index = _index(name, "zh")
    longest = max(map(len, index))
    found: set[str] = set()
    at = 0
    while at < len(text):
        size = next((n for n in range(longest, 0, -1) if text[at : at + n] in index), 0)
        if size:
            found.add(index[text[at : at + size]][0][1])
        at += size or 1
    return found


def _shared(chinese: str, english: str) -> set[tuple[str, str]]:
    return {
        (name, concept)
        for name in _LISTS
        for concept in _in_chinese(chinese, name) & _in_english(english, name)
    }


def test_the_tables_have_their_parts() -> None:
    assert len(_TABLES["en"]["openings"]) >= 65
    assert len(_TABLES["en"]["terms"]) >= 950
    assert len(_TABLES["en"]["names"]) >= 275


@pytest.mark.parametrize("name", _LISTS)
def test_every_concept_has_an_english_name_and_joins_languages(name: str) -> None:
    english = _TABLES["en"][name]
    for concept, entries in english.items():
        assert concept == entries[0].rstrip(".")
        assert sum(concept in _TABLES[language][name] for language in LANGUAGES) >= 2, concept
    for language in LANGUAGES:
        assert _TABLES[language][name].keys() <= english.keys()
        assert all(_TABLES[language][name].values())


@pytest.mark.parametrize("name", _LISTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_belongs_to_one_concept(name: str, language: str) -> None:
    entries = list(chain.from_iterable(_TABLES[language][name].values()))
    assert sorted({entry for entry in entries if entries.count(entry) > 1}) == []


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru"])
def test_words_are_folded(language: str) -> None:
    for entry in _entries(language):
        assert entry == _fold(entry)
        assert re.fullmatch(r"[^\W_]+\.?(?: [^\W_]+\.?){0,2}", entry), entry


def test_arabic_is_folded() -> None:
    for entry in _entries("ar"):
        assert re.fullmatch(r"[ء-ي]+\.?(?: [ء-ي]+\.?){0,2}", entry), entry
        assert not set(entry) & set("أإآىة"), entry


def test_chinese_is_long_enough() -> None:
    for entry in _entries("zh"):
        assert re.search("[㐀-鿿]", entry), entry
        assert len(entry) >= 2 or entry in _SHORT, entry


def test_arabic_words_with_a_hamza_on_a_letter_are_found() -> None:
    assert "refuge" in terms("اللاجئين", "ar")
    assert "environment" in terms("والبيئة", "ar")
    assert "responsib" in terms("المسؤولية", "ar")


def test_arabic_words_with_two_small_words_before_them_are_found() -> None:
    assert "strengthen" in terms("ولتعزيز", "ar")
    assert "cause" in terms("وبسبب", "ar")
    assert "cooperat" in terms("وبالتعاون", "ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_finds_its_concept(language: str) -> None:
    missed = [
        entry
        for concept, entries in _TABLES[language]["terms"].items()
        for entry in entries
        if concept not in terms(entry.replace(".", ""), language)
    ]
    assert missed == []


_PIECES = [
    ("回顾其第 74/43 号决议", "Recalling its resolution 74/43"),
    ("深为关切恐怖主义与大规模毁灭性武器之间的联系", "Deeply concerned by the linkages"),
    ("表示注意到秘书长的报告", "Taking note of the report of the Secretary-General"),
    ("重申《联合国宪章》的宗旨和原则", "Reaffirming the purposes and principles of the Charter"),
    ("加强和平利用外层空间的国际合作", "cooperation in the peaceful uses of outer space"),
    ("敦促各国尽早签署和批准《公约》", "Urges States to sign and ratify the Convention"),
    ("呼籲所有會員國執行該條約", "Appeals to all Member States to implement the Treaty"),
    ("请秘书长向大会第七十六届会议提出报告", "Requests the Secretary-General to report"),
    ("決定將項目列入臨時議程", "Decides to include in the provisional agenda"),
    ("谴责一切侵犯人权行为", "Condemns all violations of human rights"),
    ("妇女和儿童是武装冲突的受害者", "women and children are victims of armed conflict"),
    ("难民和境内流离失所者", "refugees and internally displaced persons"),
    ("小武器和轻武器非法贸易", "the illicit trade in small arms and light weapons"),
    ("集束弹药和地雷", "cluster munitions and landmines"),
    ("裂变材料的生产", "the production of fissile material"),
    ("气候变化对小岛屿国家的影响", "the impact of climate change on small island States"),
    ("海洋和海洋法", "Oceans and the law of the sea"),
    ("消除贫穷和饥饿", "the eradication of poverty and hunger"),
    ("最不发达国家的外债", "the external debt of the least developed countries"),
    ("給予殖民地國家和人民獨立宣言", "the granting of independence to colonial peoples"),
    ("联合国维持和平行动经费的筹措", "United Nations peacekeeping operations: budget"),
    ("2020-2021 两年期方案预算", "Programme budget for the biennium 2020-2021"),
    ("国际安全背景下的信息和电信领域", "information and telecommunications in the field"),
    ("国际原子能机构在维也纳举行", "held by the International Atomic Energy Agency in Vienna"),
    ("俄罗斯联邦和美利坚合众国", "the Russian Federation and the United States of America"),
    ("朝鮮民主主義人民共和國", "the Democratic People's Republic of Korea"),
    ("红十字国际委员会在日内瓦", "the International Committee of the Red Cross in Geneva"),
    ("東南亞國家聯盟與非洲聯盟", "the Association of Southeast Asian Nations"),
    ("全面禁止核试验条约", "the Comprehensive Nuclear-Test-Ban Treaty"),
    ("决定继续处理此案", "Decides to remain seized of the matter"),
]


def test_pieces_are_seen_to_say_the_same() -> None:
    missed = [piece for piece in _PIECES if not _shared(*piece)]
    assert len(_PIECES) == 30
    assert len(missed) <= 3, missed


def test_pieces_share_more_with_their_own_than_with_others() -> None:
    right = 0
    for chinese, english in _PIECES:
        own = len(_shared(chinese, english))
        right += all(own > len(_shared(chinese, other)) for _, other in _PIECES if other != english)
    assert right >= 0.9 * len(_PIECES)


def test_the_bundled_texts_share_most_of_their_terms() -> None:
    for name in ("openings", "names"):
        theirs = _in_english(EN, name)
        assert len(theirs & _in_chinese(ZH, name)) >= 0.8 * len(theirs)


def test_terms_have_their_places_and_the_same_concepts() -> None:
    for language, text in (("en", EN), ("zh", ZH)):
        for line in text.splitlines():
            spans = term_spans(line, language)
            assert {span.concept for span in spans} == terms(line, language)
            assert all(0 <= span.start < span.end <= len(line) for span in spans)


def test_the_place_of_a_term_in_a_spaced_language_is_that_of_its_whole_words() -> None:
    text = "The Security Council’s resolutions"
    found = {text[span.start : span.end] for span in term_spans(text, "en")}
    assert {"Security Council", "resolutions"} <= found
    assert term_spans(text, "und") == []


def test_a_term_holds_the_terms_that_it_is_made_of() -> None:
    assert "security" in inner_terms("国际和平与安全", "zh")
    assert "security" not in terms("国际和平与安全", "zh")
    assert inner_terms("Security Council", "en") == terms("Security Council", "en")

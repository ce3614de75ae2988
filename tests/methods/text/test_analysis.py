import time

import pytest

from tests.methods.examples import ANALYSER
from zwornik.methods.text.analysis import TextAnalyser
from zwornik.methods.text.groups import BridgeKind
from zwornik.methods.text.language import Language


def written(text, language=None):
    return [group.written for group in ANALYSER.text(text, language).groups]


def terms(text, language=None):
    return {t for group in ANALYSER.text(text, language).groups for t, _w in group.occurrences}


@pytest.mark.parametrize("text", ["", "  ", "🧪🔬", "<br/>", "…", "!!!"])
def test_a_text_without_words_has_no_groups(text):
    assert ANALYSER.text(text).groups == ()


def test_both_languages_meet_in_english_terms():
    assert terms("sensor of hyaluronic acid") <= terms("czujnik kwasu hialuronowego")


def test_polish_lemmas_are_indexed_without_diacritics():
    assert "pl:lodz" in terms("w Łodzi", Language.POLISH)
    assert "pl:zel" in terms("żelem", Language.POLISH) & terms("zel", Language.POLISH)


def test_a_title_without_function_words_is_told_by_its_words():
    assert ANALYSER.language("Hodowla komórek skóry") is Language.POLISH


def test_a_translated_term_counts_as_many_words_as_were_written():
    (group,) = ANALYSER.text("kwasu hialuronowego").groups
    assert group.width == 2
    assert group.glossed


def test_a_word_of_many_equivalents_is_one_group():
    (group,) = ANALYSER.text("białka").groups
    assert [sense.target for sense in group.senses] == ["białka", "protein", "egg white"]
    assert [sense.weight for sense in group.senses] == [1.0, 1.0, 0.8]


def test_a_word_reached_by_its_family_weighs_less():
    (group,) = ANALYSER.text("tkankowy").groups
    assert [(s.kind, s.weight) for s in group.senses if s.target == "tissue"] == [
        (BridgeKind.DERIVED, 0.8)
    ]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Poszukujemy partnera do badań krwi", ["badań", "krwi"]),
        ("We are looking for a partner with sensors", ["sensors"]),
    ],
)
def test_request_boilerplate_is_left_out(text, kept):
    assert written(text) == kept


def test_a_text_of_nothing_but_boilerplate_keeps_it():
    assert written("poszukujemy partnera") == ["poszukujemy", "partnera"]


def test_a_third_language_is_said_and_read_by_its_international_words():
    analysed = ANALYSER.text("Ein Sensor für die Messung von Protein im Blut")
    assert analysed.language is Language.OTHER
    assert "protein" in {t for group in analysed.groups for t, _w in group.occurrences}


def test_each_field_has_its_own_language():
    record = ANALYSER.record("k", {"title": "Czujnik do krwi", "text": "A sensor for the blood"})
    assert [text.language for _name, text in record.fields] == [Language.POLISH, Language.ENGLISH]


def test_an_undecided_field_is_read_like_the_others():
    record = ANALYSER.record("k", {"title": "PCR 4.0", "text": "Badanie krwi metodą, która działa"})
    assert [text.language for _name, text in record.fields] == [Language.POLISH] * 2


def test_a_text_in_capitals_is_read_like_any_other():
    assert terms("CZUJNIK DO POMIARU BIAŁKA WE KRWI") == terms("czujnik do pomiaru białka we krwi")


@pytest.mark.parametrize("text", ["CO<sub>2</sub>", "CO2", "Pomiar CO2 w Łodzi"])
def test_a_formula_is_one_term(text):
    assert "co2" in terms(text)


def test_a_text_of_200_000_characters_is_read_in_seconds():
    text = ("Czujnik białka we krwi z kwasem hialuronowym. " * 4500)[:200_000]
    start = time.process_time()
    groups = ANALYSER.text(text).groups
    assert len(groups) > 15_000
    assert time.process_time() - start < 20


def test_a_single_word_of_200_000_letters_is_read():
    assert len(ANALYSER.text("x" * 200_000).groups) == 1


def test_without_a_glossary_polish_keeps_its_own_lemmas():
    (group,) = TextAnalyser().text("kwasu", Language.POLISH).groups
    assert ("pl:kwas", 1.0) in group.occurrences

"""Both dictionaries: the one preferred, and the one that stands in for it."""

import pytest

from zwornik.methods.text.polish import (
    Lemmatiser,
    WordKind,
    default_backend,
    morfeusz_backend,
    simplemma_backend,
)

BACKENDS = [morfeusz_backend, simplemma_backend]


def lemmas(lemmatiser, form):
    return [lemma.text for lemma in lemmatiser.readings(form)]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("kwasu", "kwas"),
        ("hialuronowego", "hialuronowy"),
        ("przeciwciałami", "przeciwciało"),
        ("Czujników", "czujnik"),
        ("enkapsulacji", "enkapsulacja"),
    ],
)
def test_inflected_forms_have_their_lemma(backend, form, lemma):
    assert lemma in lemmas(Lemmatiser(backend()), form)


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("form", ["x", "🧪", "H2O", "ŁŁŁ", "0.5ml", "вода"])
def test_every_form_has_a_reading(backend, form):
    assert lemmas(Lemmatiser(backend()), form)


def test_a_verbal_noun_is_read_as_a_noun_first_and_as_its_verb():
    assert lemmas(Lemmatiser(), "badaniami") == ["badanie", "badać"]


def test_a_participle_is_read_as_an_adjective_and_as_its_verb():
    assert lemmas(Lemmatiser(), "modyfikowanych")[:2] == ["modyfikowany", "modyfikować"]


def test_a_negated_form_is_not_read_as_what_it_denies():
    assert "badać" not in lemmas(Lemmatiser(), "niebadany")


def test_a_common_word_comes_before_a_name_even_where_it_is_a_name_too():
    assert lemmas(Lemmatiser(), "Łodzi") == ["łódź", "łodzia"]


def test_a_preposition_names_nothing():
    assert {reading.kind for reading in Lemmatiser().readings("według")} == {WordKind.FUNCTION}


def test_a_form_is_looked_up_once():
    asked = []

    def counting(form):
        asked.append(form)
        return morfeusz_backend()(form)

    lemmatiser = Lemmatiser(counting)
    assert lemmatiser.readings("kwasu") is lemmatiser.readings("kwasu")
    assert asked == ["kwasu"]


def test_the_best_dictionary_is_taken_where_it_is_installed():
    pytest.importorskip("morfeusz2", reason="no wheel of the dictionary for this platform")
    default_backend.cache_clear()
    assert default_backend() is morfeusz_backend()


def test_the_other_dictionary_is_taken_where_the_best_is_missing(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "morfeusz2", None)
    default_backend.cache_clear()
    morfeusz_backend.cache_clear()
    try:
        assert default_backend() is simplemma_backend()
    finally:
        default_backend.cache_clear()
        morfeusz_backend.cache_clear()

import pytest

from zwornik.methods.text.endings import guessed_lemma, masculine_of_participle, noun_of_gerund


@pytest.mark.parametrize(
    "forms",
    [
        ("bioinkapsulacja", "bioinkapsulacji", "bioinkapsulację", "bioinkapsulacjami"),
        ("nanolikowy", "nanolikowego", "nanolikowych", "nanolikowymi"),
        ("biodrukowanie", "biodrukowania", "biodrukowaniem", "biodrukowań"),
    ],
)
def test_the_forms_of_an_unknown_word_meet_in_one_lemma(forms):
    assert {guessed_lemma(form) for form in forms} == {forms[0]}


@pytest.mark.parametrize("form", ["h2o", "ab", "0.5ml", ""])
def test_numbers_and_short_words_stay(form):
    assert guessed_lemma(form) == form


def test_verbal_nouns_and_participles_get_their_nominative():
    assert noun_of_gerund("oznaczaniami") == "oznaczanie"
    assert masculine_of_participle("mierzącymi") == "mierzący"

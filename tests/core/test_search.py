"""Words are found whatever their inflection, diacritics and case."""

import pytest

from tests.factories import OrganisationFactory
from zwornik.core.search import MOST_LEMMAS, forms_of, holding_every, query_terms, search_text
from zwornik.directory.models import Organisation

TEXT = "Opracowujemy przeciwciała monoklonalne i biosensory do wykrywania sepsy u noworodków."


def found(query):
    words = holding_every(query_terms(query))
    return Organisation.objects.filter(words).exists()


@pytest.fixture
def organisation(db):
    return OrganisationFactory(name="Żółw-Łódź sp. z o.o.", description_pl=TEXT, city="Łódź")


@pytest.mark.parametrize(
    "query",
    [
        "przeciwciało",  # the lemma
        "przeciwciałami",  # another case
        "przeciwcial",  # the beginning, without the diacritic
        "PRZECIWCIAŁA",
        "lodz",
        "Łodzi",  # the locative of the town
        "zolw",
        "biosensor",
        "sepsa",  # the text has the genitive
        "noworodek",
        "przeciwciała lodz",  # every word occurs
    ],
)
def test_a_query_finds_whatever_its_form(organisation, query):
    assert found(query)


@pytest.mark.parametrize("query", ["ciało", "proteza", "przeciwciała proteza", "ensor"])
def test_a_query_does_not_find_what_is_not_there(organisation, query):
    assert not found(query)


def test_an_empty_query_finds_everything(organisation):
    assert query_terms("  ,.– ") == []
    assert found("")


@pytest.mark.parametrize("query", ["%", "_", "100%", "a'; drop table", "\\", "\x00"])
def test_marks_of_the_database_mean_nothing(organisation, query):
    assert found(query) is (query_terms(query) == [])


def test_english_is_reduced_to_its_stem(db):
    OrganisationFactory(name="Acme", kind="institute", description_en="Coated implants")
    assert found("coating")
    assert found("implant")


def test_a_part_of_a_compound_is_found(db):
    OrganisationFactory(name="Acme", kind="institute", description_pl="Badania in-vitro i X-ray/CT")
    assert found("vitro")
    assert found("in-vitro")
    assert found("ct")


def test_each_form_stands_once_and_between_spaces():
    text = search_text(["Sensor, sensory", "sensor"])
    words = text.split(" ")
    assert (words[0], words[-1]) == ("", "")
    assert len(set(words[1:-1])) == len(words[1:-1])


def test_no_words_give_no_text():
    assert search_text(["", "–", " "]) == ""


def test_a_long_query_is_cut():
    assert len(query_terms("słowo " * 500)) == 12


def test_a_word_has_few_forms():
    assert len(forms_of("przeciwciałami")) <= MOST_LEMMAS + 2
    assert forms_of("przeciwciałami")[:2] == ("przeciwcialami", "przeciwcialo")

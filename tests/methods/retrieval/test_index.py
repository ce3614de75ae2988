"""Expected frequencies are computed by hand from the formula in the docstring of `Index`."""

import numpy as np
import pytest

from zwornik.methods.retrieval.index import Index, family_of
from zwornik.methods.retrieval.parameters import FieldParameters, IndexParameters
from zwornik.methods.text.analysis import TextAnalyser
from zwornik.methods.text.language import Language
from zwornik.methods.text.lexicon import Lexicon

ANALYSER = TextAnalyser(Lexicon([("białko", ["protein", "egg white"])]))


def index_of(*records, parameters=None):
    return Index(
        (
            ANALYSER.record(str(number), fields, Language.ENGLISH)
            for number, fields in enumerate(records)
        ),
        parameters,
    )


def postings(index, term):
    documents, frequencies = index.postings(index.number(term))
    return dict(zip(documents.tolist(), frequencies.tolist(), strict=True))


def test_a_frequency_is_normalised_by_the_length_of_its_field():
    # lengths 3 and 1, mean 2: 1 / (0.25 + 0.75 * 3 / 2) and 1 / (0.25 + 0.75 * 1 / 2)
    index = index_of({"text": "laser steel welding"}, {"text": "laser"})
    assert postings(index, "laser") == pytest.approx({0: 1 / 1.375, 1: 1 / 0.625})


def test_fields_add_up_with_their_weights():
    parameters = IndexParameters(fields={"title": FieldParameters(weight=3.0, b=0.0)})
    index = index_of({"title": "laser", "text": "laser"}, parameters=parameters)
    assert postings(index, "laser") == pytest.approx({0: 4.0})
    assert index.whole_field_weight == 4.0


def test_a_document_without_a_field_does_not_shorten_its_mean():
    index = index_of({"title": "laser", "text": ""}, {"title": "laser", "text": "steel steel"})
    assert postings(index, "steel") == pytest.approx({1: 2.0})


def test_a_translated_word_counts_once_for_length():
    polish = ANALYSER.record("p", {"text": "białko"})
    english = ANALYSER.record("e", {"text": "protein"})
    index = Index([polish, english])
    assert postings(index, "protein") == pytest.approx({0: 1.0, 1: 1.0})
    assert postings(index, "egg") == pytest.approx({0: 0.4})


def test_a_family_has_the_frequency_of_its_most_frequent_member():
    index = index_of({"text": "filtration filtration filters"})
    number = index.family_number("filtrator")
    assert index.document_frequency(number) == 1
    assert postings(index, "filtrat") == pytest.approx({0: 2.0})
    assert index.postings(number)[1].tolist() == pytest.approx([2.0])


@pytest.mark.parametrize("term", ["co2", "5mm", "laser", "pl:krew"])
def test_short_terms_and_numbers_have_no_family(term):
    assert family_of(term, 5) is None


def test_unknown_terms_have_no_number():
    index = index_of({"text": "laser"})
    assert index.number("steel") is None
    assert index.family_number("steelmaking") is None


def test_occurrences_keep_the_words_as_written():
    index = index_of({"title": "Lasers", "text": "steel"})
    found = [(o.field, o.written) for _number, o in index.occurrences(0)]
    assert sorted(found) == [("text", "steel"), ("title", "Lasers")]


@pytest.mark.parametrize("records", [(), ({"title": ""},), ({},)])
def test_nothing_to_index_is_no_error(records):
    index = index_of(*records)
    assert len(index) == len(records)
    assert not index.term_numbers


def test_two_documents_of_one_key_are_refused():
    record = ANALYSER.record("same", {"text": "laser"})
    with pytest.raises(ValueError, match="'same'"):
        Index([record, record])


def test_documents_are_posted_in_ascending_order():
    index = index_of(*({"text": "laser"} for _ in range(50)))
    documents, _frequencies = index.postings(index.number("laser"))
    assert np.all(np.diff(documents) > 0)

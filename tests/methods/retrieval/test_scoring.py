"""Expected scores are computed by hand from the formula in the docstring of `ScoredGroup`."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.methods.examples import ANALYSER
from zwornik.methods.retrieval.index import Index
from zwornik.methods.retrieval.parameters import RankingParameters
from zwornik.methods.retrieval.scoring import GroupScorer, inverse_document_frequency
from zwornik.methods.text.language import Language

PARAMETERS = RankingParameters()


def earned(word, language, *documents, document_language=Language.ENGLISH):
    index = Index(
        ANALYSER.record(str(number), {"text": text}, document_language)
        for number, text in enumerate(documents)
    )
    scorer = GroupScorer(index, PARAMETERS)
    (group,) = ANALYSER.text(word, language).groups
    found, values = scorer.earned(scorer.scored(group))
    return dict(zip(found.tolist(), values.tolist(), strict=True))


def worth(frequency):
    return 2.2 * frequency / (1.2 + frequency)


def idf(containing, documents):
    return math.log(1 + (documents - containing + 0.5) / (containing + 0.5))


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_idf_is_positive_and_falls_with_frequency(one, other):
    documents = max(one, other)
    rarer, commoner = sorted((one, other))
    assert inverse_document_frequency(rarer, documents) >= (
        inverse_document_frequency(commoner, documents)
    )
    assert inverse_document_frequency(commoner, documents) > 0


def test_one_word_by_hand():
    # three documents of 3, 1 and 2 words, mean 2: 1 / (0.25 + 0.75 * 3 / 2) = 1 / 1.375
    found = earned("steel", Language.ENGLISH, "laser steel pipe", "laser", "enzyme test")
    assert found == pytest.approx({0: idf(1, 3) * worth(1 / 1.375)})


def test_the_equivalents_of_a_word_are_pooled():
    # "kruszec": gold (1.0) or lead (0.8); both documents together make its frequency
    found = earned("kruszec", Language.POLISH, "gold", "lead", "enzyme")
    assert found[0] == pytest.approx(idf(2, 3) * worth(1.0))
    assert found[1] == pytest.approx(idf(2, 3) * worth(0.8))
    assert 2 not in found


def test_two_equivalents_in_one_document_do_not_add_up():
    both = earned("czujnik", Language.POLISH, "sensor detector")
    one = earned("czujnik", Language.POLISH, "sensor laser")
    assert both == pytest.approx(one)


def test_a_word_of_the_same_family_earns_half():
    # the stem of "crystals" is in no document, its family in one of two
    found = earned("crystals", Language.ENGLISH, "crystallography", "enzyme")
    assert found == pytest.approx({0: 0.5 * idf(1, 2) * worth(1.0)})


def test_a_family_counts_where_the_words_together_are_common():
    # sensor and detector are in two of three documents, the family of sensor in one
    found = earned("czujnik", Language.POLISH, "sensor", "detector", "enzyme")
    assert found[0] == pytest.approx(max(idf(2, 3), 0.5 * idf(1, 3)) * worth(1.0))


def test_a_term_earns_the_sum_over_its_words():
    found = earned("kwasu hialuronowego", Language.POLISH, "hyaluronic acid", "acid rain")
    # both documents have 2 words; acid is in both, hyaluronic in the first alone
    assert found[0] == pytest.approx(idf(1, 2) * worth(1) + idf(2, 2) * worth(1))
    assert found[1] == pytest.approx(idf(2, 2) * worth(1))


def test_a_word_that_occurs_nowhere_earns_nothing():
    assert earned("laser", Language.ENGLISH, "enzyme", "steel") == {}

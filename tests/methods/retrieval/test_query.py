"""Expected weights are computed by hand."""

import pytest

from tests.methods.examples import ANALYSER
from zwornik.methods.retrieval.index import Index
from zwornik.methods.retrieval.parameters import RankingParameters
from zwornik.methods.retrieval.query import CognateBridge, weighted_groups
from zwornik.methods.text.groups import BridgeKind
from zwornik.methods.text.language import Language

PARAMETERS = RankingParameters(k3=8.0, query_title_weight=1.5, query_b=0.75, query_length=120)


def weights(**fields):
    query = ANALYSER.record("q", fields, Language.ENGLISH)
    return {found.group.written: found.weight for found in weighted_groups(query, PARAMETERS)}


def test_a_word_in_the_title_weighs_more():
    # 9 * 1.5 / (8 + 1.5) beside 9 * 1 / (8 + 1)
    assert weights(title="laser", text="steel") == pytest.approx(
        {"laser": 13.5 / 9.5, "steel": 1.0}
    )


def test_a_repeated_word_saturates():
    assert weights(text="laser " * 4) == pytest.approx({"laser": 9 * 4 / 12})


def test_inflected_forms_are_one_group():
    assert list(weights(text="lasers laser")) == ["lasers"]


def test_a_long_text_does_not_drown_the_title():
    # 240 words: each counts 1 / (0.25 + 0.75 * 240 / 120) = 1 / 1.75
    share = 240 / 1.75
    assert weights(text="laser " * 240)["laser"] == pytest.approx(9 * share / (8 + share))


def test_an_empty_query_has_no_groups():
    assert weights(title="", text="") == {}


def bridged(word, language, document, document_language):
    index = Index([ANALYSER.record("d", {"text": document}, document_language)])
    (group,) = ANALYSER.text(word, language).groups
    return CognateBridge(index, PARAMETERS).bridged(group)


def test_a_polish_word_outside_the_glossary_meets_its_english_cognate():
    group = bridged("hydrożelu", Language.POLISH, "A hydrogel", Language.ENGLISH)
    (sense,) = [sense for sense in group.senses if sense.kind is BridgeKind.SPELLING]
    assert (sense.terms, sense.target) == (("hydrogel",), "hydrogel")
    assert sense.weight == pytest.approx(0.8)  # 0.8 times a likeness of 1


def test_an_english_word_meets_its_polish_cognate():
    group = bridged("hydrogel", Language.ENGLISH, "hydrożelem", Language.POLISH)
    assert [s.terms for s in group.senses if s.kind is BridgeKind.SPELLING] == [("pl:hydrozel",)]


def test_a_translated_word_needs_no_cognate():
    group = bridged("białka", Language.POLISH, "protein and proteome", Language.ENGLISH)
    assert BridgeKind.SPELLING not in {sense.kind for sense in group.senses}

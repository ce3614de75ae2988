"""Rankings in all directions, on examples whose right answer is plain, and on random records."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.methods.examples import ANALYSER, ENGLISH_OFFER, POLISH_OFFER
from zwornik.methods.retrieval.index import Index
from zwornik.methods.retrieval.parameters import RankingParameters
from zwornik.methods.retrieval.ranking import Ranker
from zwornik.methods.text.groups import BridgeKind
from zwornik.methods.text.language import Language

POLISH = [
    "kwasu",
    "hialuronowego",
    "białko",
    "białek",
    "krwi",
    "tkankowy",
    "czujnik",
    "filtracji",
    "filtrów",
    "hydrożel",
    "enzym",
    "laserowy",
    "mikroprzepływowy",
    "przeciwciałami",
    "Łodzi",
    "i",
    "w",
    "gojenie",
    "ran",
]
ENGLISH = [
    "hyaluronic",
    "acid",
    "protein",
    "egg",
    "white",
    "blood",
    "tissue",
    "sensor",
    "detector",
    "filtration",
    "filters",
    "hydrogel",
    "enzymes",
    "bio-based",
    "microflow",
    "antibodies",
    "the",
    "of",
    "wound",
    "healing",
]
ODD = ["🧪", "5 mm", "CO2", "<b>x</b>", "PCR-u", ",", "H<sub>2</sub>O"]


def rank(documents, need, top=10, **options):
    ranker = Ranker(Index(ANALYSER.record(key, {"title": t}) for key, t in documents.items()))
    return ranker.rank(ANALYSER.record("need", {"text": need}), top, **options)


def keys(hits):
    return [hit.key for hit in hits]


def bridges(hit):
    return {(part.query_words, part.document_words, part.kind) for part in hit.parts}


@pytest.mark.parametrize("offer", [ENGLISH_OFFER, POLISH_OFFER], ids=["en", "pl"])
@pytest.mark.parametrize(
    ("need", "wanted"),
    [
        ("Poszukujemy dostawcy kwasu hialuronowego", "gel"),
        ("Looking for a supplier of hyaluronic acid", "gel"),
        ("Przeciwciał monoklonalnych szukamy do badania krwi", "antibody"),
        ("We need antibodies for a blood test", "antibody"),
        ("Hodowla w fotobioreaktorach", "reactor"),
        ("Cultivation in a photobioreactor", "reactor"),
    ],
)
def test_the_right_offer_comes_first_in_every_direction(offer, need, wanted):
    assert keys(rank(offer, need))[0] == wanted


def test_a_translated_term_is_explained_by_the_glossary():
    (best, *_rest) = rank(ENGLISH_OFFER, "dostawca kwasu hialuronowego")
    assert ("kwasu hialuronowego", ("acid",), BridgeKind.GLOSSARY) in bridges(best)


def test_an_international_word_is_explained_by_its_spelling():
    (best, *_rest) = rank(ENGLISH_OFFER, "fotobioreaktor, który działa")
    assert bridges(best) == {("fotobioreaktor", ("Photobioreactor",), BridgeKind.SPELLING)}


def test_the_same_word_is_explained_as_such():
    (best, *_rest) = rank(POLISH_OFFER, "hydrożelem się zajmujemy")
    assert bridges(best) == {("hydrożelem", ("Hydrożel",), BridgeKind.SAME)}


def test_a_score_by_hand():
    # titles of 2, 1 and 1 words, mean 4/3: 2 / (0.25 + 0.75 * 2 / (4/3)) = 2 / 1.375
    frequency = 2 / 1.375
    expected = math.log(1 + 2.5 / 1.5) * 2.2 * frequency / (1.2 + frequency)
    (hit,) = rank({"a": "steel pipe", "b": "enzyme", "c": "laser"}, "steel")
    assert hit.score == pytest.approx(expected, rel=1e-6)
    # in a document of average length it would have frequency 2, and earn 2.2 * 2 / 3.2
    assert hit.fit == pytest.approx((2.2 * frequency / (1.2 + frequency)) / (2.2 * 2 / 3.2))


def test_ties_are_broken_by_key_whatever_the_order_of_reading():
    for order in ("cab", "bca", "abc"):
        assert keys(rank(dict.fromkeys(order, "laser"), "laser")) == ["a", "b", "c"]
        assert keys(rank(dict.fromkeys(order, "laser"), "laser", top=2)) == ["a", "b"]


@pytest.mark.parametrize("need", ["", "🧪", "the of", "zyx", "<p></p>"])
def test_a_need_without_a_common_word_finds_nothing(need):
    assert rank(ENGLISH_OFFER, need) == ()


def test_nothing_is_found_in_nothing():
    assert rank({}, "laser") == ()
    assert rank({"a": "", "b": "🧪"}, "laser") == ()


@pytest.mark.parametrize("top", [0, -1])
def test_no_place_no_hit(top):
    assert rank(ENGLISH_OFFER, "acid blood", top=top) == ()


def test_among_restricts_hits_but_not_statistics():
    ranker = Ranker(Index(ANALYSER.record(k, {"title": t}) for k, t in ENGLISH_OFFER.items()))
    need = ANALYSER.record("need", {"text": "hyaluronic acid and antibodies"})
    every = {hit.key: hit for hit in ranker.rank(need)}
    assert ranker.rank(need, among={"antibody", "no such"}) == (every["antibody"],)
    assert ranker.rank(need, among=()) == ()


def test_without_explanation_the_score_is_the_same():
    plain = rank(ENGLISH_OFFER, "hyaluronic acid and antibodies", explain=False)
    told = rank(ENGLISH_OFFER, "hyaluronic acid and antibodies")
    assert [(h.key, h.score, h.fit) for h in plain] == [(h.key, h.score, h.fit) for h in told]
    assert all(not hit.parts for hit in plain)


def test_a_third_language_is_found_by_its_international_words():
    assert keys(rank(ENGLISH_OFFER, "Ein Hydrogel für die Medizin und das Labor")) == ["gel"]


def test_a_need_of_200_000_characters_is_ranked():
    need = ("Szukamy kwasu hialuronowego do gojenia ran. " * 5000)[:200_000]
    hits = rank(ENGLISH_OFFER, need)
    assert keys(hits)[0] == "gel"
    assert_sums(hits)


def test_a_query_is_cut_to_its_weightiest_groups():
    index = Index(ANALYSER.record(k, {"title": t}) for k, t in ENGLISH_OFFER.items())
    ranker = Ranker(index, RankingParameters(most_groups=1))
    need = ANALYSER.record("n", {"text": "microalgae xyzzy plugh"}, Language.ENGLISH)
    assert keys(ranker.rank(need)) == ["reactor"]


def test_the_same_input_gives_the_same_output_bit_for_bit():
    need = "czujnik białka we krwi, kwas hialuronowy, fotobioreaktor"
    assert rank(POLISH_OFFER, need) == rank(POLISH_OFFER, need)


def assert_sums(hits):
    for hit in hits:
        assert abs(sum(part.value for part in hit.parts) - hit.score) < 1e-6
        assert all(part.value > 0 for part in hit.parts)
        assert 0 < hit.fit <= 1


def texts(words):
    return st.lists(st.sampled_from(words + ODD), max_size=12).map(" ".join)


def records(words):
    return st.fixed_dictionaries({"title": texts(words), "text": texts(words)})


SIDES = {"pl": (POLISH, Language.POLISH), "en": (ENGLISH, Language.ENGLISH)}


@pytest.mark.parametrize("source", SIDES)
@pytest.mark.parametrize("target", SIDES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_parts_sum_to_the_score(source, target, data):
    offered, language = SIDES[target]
    documents = data.draw(st.lists(records(offered), max_size=8))
    index = Index(ANALYSER.record(f"{n}", d, language) for n, d in enumerate(documents))
    asked, language = SIDES[source]
    need = ANALYSER.record("need", data.draw(records(asked)), language)
    hits = Ranker(index).rank(need)
    assert_sums(hits)
    assert hits == tuple(sorted(hits, key=lambda hit: (-hit.score, hit.key)))
    assert [hit.fit for hit in hits] == sorted((hit.fit for hit in hits), reverse=True)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=5), st.text(max_size=60))
def test_parts_sum_to_the_score_for_any_text_at_all(documents, need):
    hits = rank({str(number): text for number, text in enumerate(documents)}, need)
    assert_sums(hits)

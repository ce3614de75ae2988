import pytest

from tests.methods.examples import TERMS
from zwornik.methods.text.lexicon import Lexicon
from zwornik.methods.text.polish import Lemmatiser, simplemma_backend

LEXICON = Lexicon(TERMS)


@pytest.mark.parametrize(
    "words", ["kwasu hialuronowego", "kwasem hialuronowym", "kwasów hialuronowych"]
)
def test_a_term_is_found_in_any_inflection(words):
    assert LEXICON.term(words.split(), 0) == (2, ("hyaluronic acid",))


def test_a_term_is_found_with_its_adjective_first():
    assert LEXICON.term(["hialuronowego", "kwasu"], 0) == (2, ("hyaluronic acid",))


def test_a_term_is_found_with_the_other_dictionary():
    lexicon = Lexicon(TERMS, Lemmatiser(simplemma_backend()))
    assert lexicon.term(["kwasu", "hialuronowego"], 0) == (2, ("hyaluronic acid",))


def test_the_longest_term_wins():
    lexicon = Lexicon([("krew obwodowa", ["peripheral blood"]), ("próbka krwi obwodowej", ["x"])])
    assert lexicon.term(["próbki", "krwi", "obwodowej"], 0) == (3, ("x",))
    assert lexicon.term(["próbki", "krwi", "obwodowej"], 1) == (2, ("peripheral blood",))


def test_no_term_begins_at_a_single_word_or_an_unknown_one():
    assert LEXICON.term(["kwas"], 0) == (0, ())
    assert LEXICON.term([], 0) == (0, ())
    assert LEXICON.term(["laser", "kwasu"], 0) == (0, ())


def test_equivalents_of_several_entries_are_united_in_order():
    lexicon = Lexicon([("krew", ["blood"]), ("Krew", ["gore", "blood"])])
    assert lexicon.targets("krew") == ("blood", "gore")


def test_a_headword_is_found_without_its_diacritics():
    lexicon = Lexicon([("żółć", ["bile"])])
    assert lexicon.targets_without_diacritics("zolc") == ("bile",)
    assert lexicon.targets("zolc") == ()

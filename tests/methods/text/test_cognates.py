import pytest
from hypothesis import given
from hypothesis import strategies as st

from zwornik.methods.text.cognates import SpellingIndex, dice, spelling_key

WORDS = st.text(alphabet="aąbcćdeęłńorstuwyzż", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("polish", "english"),
    [
        ("hydrożel", "hydrogel"),
        ("enkapsulacja", "encapsulation"),
        ("fizjoterapia", "physiotherapy"),
        ("biologia", "biology"),
        ("chromatografia", "chromatography"),
    ],
)
def test_international_words_share_their_key(polish, english):
    assert spelling_key(polish) == spelling_key(english)


def test_dice_by_hand():
    # ^ab$ has ^a ab b$ ^ab ab$ ^ab$; ^ac$ likewise; only ^a is shared: 2 * 1 / (6 + 6)
    assert dice("ab", "ac") == pytest.approx(1 / 6)


@given(WORDS, WORDS)
def test_dice_is_symmetric_and_a_share(one, other):
    assert dice(one, other) == dice(other, one)
    assert 0 <= dice(one, other) <= dice(one, one) == 1


def test_the_likest_word_comes_first_and_unlike_ones_not_at_all():
    index = SpellingIndex(["hydrogel", "hydrogels", "hydrology", "laser", "gel"])
    assert [word for word, _likeness in index.neighbours("hydrożel")] == ["hydrogel", "hydrogels"]


@pytest.mark.parametrize("word", ["", "gel", "h2o2", "🧪🧪🧪🧪"])
def test_short_words_and_numbers_have_no_cognates(word):
    assert SpellingIndex(["gel", "h2o2", "gelatin"]).neighbours(word) == ()

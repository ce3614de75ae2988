import pytest

from tests.methods.examples import TERMS
from zwornik.methods.text.language import Language
from zwornik.methods.text.lexicon import Lexicon
from zwornik.methods.text.vocabulary import Vocabulary

VOCABULARY = Vocabulary(Lexicon(TERMS))


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("tkankami", Language.POLISH),
        ("antibodies", Language.ENGLISH),
        ("detector", Language.ENGLISH),
        ("sensor", Language.UNDECIDED),  # known to both
        ("qwxyz", Language.UNDECIDED),
        ("", Language.UNDECIDED),
    ],
)
def test_a_word_has_the_language_that_alone_knows_it(word, language):
    assert VOCABULARY.language_of(word) is language

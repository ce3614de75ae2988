"""Tell the language of single words by the dictionaries at hand, where grammar leaves it open."""

from collections.abc import Iterable

from zwornik.methods.text.english import stem
from zwornik.methods.text.language import Language
from zwornik.methods.text.lexicon import Lexicon
from zwornik.methods.text.polish import Lemma, WordKind
from zwornik.methods.text.tokens import clauses, parts_of


def _is_sure(readings: Iterable[Lemma]) -> bool:
    return any(
        reading.kind is not WordKind.UNKNOWN and not reading.doubtful for reading in readings
    )


class Vocabulary:
    """Words of a lexicon and of the Polish dictionary, each with its language.

    Parameters
    ----------
    lexicon : Lexicon
        Its English equivalents stand for the English vocabulary of the field.

    Examples
    --------
    >>> vocabulary = Vocabulary(Lexicon([("winogrono", ["grape"])]))
    >>> vocabulary.language_of("uprawa").value, vocabulary.language_of("grapes").value
    ('pl', 'en')
    >>> vocabulary.language_of("XYZ").value
    'und'
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._readings = lexicon.lemmatiser.readings
        self._english = {
            stem(part)
            for target in lexicon.english()
            for clause in clauses(target)
            for word in clause
            for part in parts_of(word)
        }

    def language_of(self, word: str) -> Language:
        """Return the one language that knows a word; undecided where both do, or none."""
        polish = _is_sure(self._readings(word))
        english = stem(word) in self._english
        if polish == english:
            return Language.UNDECIDED
        return Language.POLISH if polish else Language.ENGLISH

"""Tell Polish from English, and either from a third language, by letters and function words."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cache
from itertools import islice

from zwornik.methods.text.stopwords import function_words
from zwornik.methods.text.tokens import Clause, clauses


class Language(StrEnum):
    """The language of one field of a record."""

    POLISH = "pl"
    ENGLISH = "en"
    OTHER = "other"
    UNDECIDED = "und"


_MOST_WORDS = 600
_NEIGHBOUR = 1.5
WordLanguage = Callable[[str], Language]

_SAY_NOTHING = frozenset({"a", "A", "I"})  # an article, vitamin A, type I: of both languages
_POLISH_LETTERS = re.compile(r"[ąćęłńśźż]")
_SHARED_LETTERS = re.compile(r"[a-zóéöü]+")  # ó is Polish; é, ö, ü stand in names and loans
_POLISH_LOOK = re.compile(
    r"[bcdfghklmnprstwz]rz|szcz|cz[aeiuy]|dz[aeiouy]|[^aeiou]w[nksr]|prz|wsp"
    r"|(?:ow[aeiy]|owego|owych|ego|[nwktc]ych|[cz]ne|[czlt]ny|[czlt]na|iem|iami|acja|acji|zenie|zenia|anie|ania|eniu"
    r"|cie|cia|ski|ska|skie|cki|cka|ckie|yka|yki|ika|iki|logia|logii|oraz|aniu|enia|enie|ach|anych)$"
)
_ENGLISH_LOOK = re.compile(
    r"th|wh|gh|ck|sh|qu|ph|ee|oo|ea|ou|[qvx]"
    r"|(?:tion|tions|ing|ings|ed|ity|ment|ments|ness|ly|ive|ous|ance|ence|able|ible|gy|ics|ic|al|er|ers|ry|[bcdfghklmnprst]s)$"
)


@cache
def _evidence(word: str) -> tuple[float, float, float]:
    """Return how much a lower-case word speaks for Polish, English and a third language."""
    polish = english = other = 0.0
    if _POLISH_LETTERS.search(word):
        polish += 2
    elif not word.isascii() and not _SHARED_LETTERS.fullmatch(word):
        other += 2
    polish += word in function_words("pl")
    if len(word) > 1:  # w, z, i, o: no other language is as sure of its single letters
        english += word in function_words("en")
        other += word in function_words("other")
    return polish, english, other


def _points(words: Iterable[str]) -> dict[Language, float]:
    sums = map(sum, zip((0.0, 0.0, 0.0), *map(_evidence, words), strict=True))
    return dict(zip((Language.POLISH, Language.ENGLISH, Language.OTHER), sums, strict=True))


def _known(words: Iterable[str], word_language: WordLanguage) -> dict[Language, float]:
    counted = Counter(map(word_language, words))
    return {language: counted[language] for language in (Language.POLISH, Language.ENGLISH)}


def _look(words: Iterable[str]) -> dict[Language, float]:
    looks = {Language.POLISH: _POLISH_LOOK, Language.ENGLISH: _ENGLISH_LOOK}
    return {
        language: sum(1.0 for word in words if pattern.search(word))
        for language, pattern in looks.items()
    }


def _winner(points: dict[Language, float]) -> Language:
    first, second = sorted(points, key=points.__getitem__, reverse=True)[:2]
    return first if points[first] > points[second] else Language.UNDECIDED


def detect_language(text: str) -> Language:
    """Tell the language of a text.

    Letters that only Polish has among the two count double, function words once. Where they do
    not decide, the look of the words (endings and letter pairs) does.

    Parameters
    ----------
    text : str
        One field of a record.

    Returns
    -------
    Language
        ``OTHER`` for a third language; ``UNDECIDED`` where nothing speaks for any, as in a title
        of abbreviations. Neither is a guess: the caller decides what to do.

    Examples
    --------
    >>> detect_language("Czujnik do pomiaru glukozy we krwi").value
    'pl'
    >>> detect_language("A sensor for blood glucose").value
    'en'
    >>> detect_language("Ein Sensor für die Messung von Glukose").value
    'other'
    >>> detect_language("PCR 4.0").value
    'und'
    """
    return language_of_clauses(clauses(text))


def language_of_clauses(
    found: Iterable[Clause],
    word_language: WordLanguage | None = None,
    likely: Language = Language.UNDECIDED,
) -> Language:
    """Tell the language of a text from its clauses, reading at most its first 600 words.

    Parameters
    ----------
    found : iterable of list of str
        Clauses of the text.
    word_language : callable, optional
        Tells the language of one word, undecided where it does not know it. It is asked where
        letters and function words do not decide, as in many titles, before looks are.
    likely : Language
        That of a neighbouring field: it outweighs one word of another language, but not two.
    """
    every = (
        word.lower()
        for clause in found
        for word in clause
        if word.isalpha() and word not in _SAY_NOTHING
    )
    words = list(islice(every, _MOST_WORDS))
    decided = _winner(_points(words))
    if decided is Language.UNDECIDED and word_language is not None:
        known = _known(words, word_language)
        if likely in known:
            known[likely] += _NEIGHBOUR
        decided = _winner(known)
    return _winner(_look(words)) if decided is Language.UNDECIDED else decided

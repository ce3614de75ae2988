"""Recognise international words across Polish and English by their spelling."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from zwornik.methods.text.folding import fold

SHORTEST_WORD = 4
_LENGTHS = (2, 3, 4)

_POLISH_TO_COMMON = (
    (re.compile(r"ż|rz"), "g"),
    (re.compile(r"sz|ś"), "s"),
    (re.compile(r"dź|dż"), "g"),
    (re.compile(r"cz|ć"), "c"),
)
_COMMON = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"(?:acja|acyjny|ation|ational|acje|ations|owanie|owac|ating|ated|ates?)$", "at"),
        (r"(?:cja|cyjny|tion|tional|tions)$", "t"),
        (r"(?:sja|syjny|ssion|sion|sions|zja|zyjny)$", "s"),
        (r"(?:[iy]zowac|[iy]zowanie|[iy]zowany|i[sz]ing|i[sz]ed|i[sz]e|y[sz]e)$", "iz"),
        (r"(?:[iy]czn[yi]|[iy]cal|[iy]cs?|[iy]ka|[iy]cally)$", "ik"),
        (r"(?:[iy]cznosc|icity)$", "ikit"),
        (r"(?:osc|ity|ities)$", "it"),
        (r"(?:ywny|ive|yw)$", "iv"),
        (r"(?:alny|alnosc|al|als|ality)$", "al"),
        (r"(?:logia|logy|logies)$", "log"),
        (r"(?:izm|ism|yzm)$", "ism"),
        (r"(?:owy|owany|owe)$", ""),
        (r"(?<=[a-z]{3})(?:ny|ous|ia|ja|ie|ies|y|a|e|um|(?<!s)s|o)$", ""),
        (r"ph", "f"),
        (r"(?<=[trg])h", ""),
        (r"ch", "h"),
        (r"sch", "s"),
        (r"c(?=[eiy])", "s"),
        (r"ck|c|q", "k"),
        (r"ks|x", "ks"),
        (r"w", "v"),
        (r"[jy]", "i"),
        (r"z", "s"),
        (r"[ao]e(?=[a-z])", "e"),
        (r"ku(?=[aeio])", "kv"),
        (r"(.)\1+", r"\1"),
    )
)


@cache
def spelling_key(word: str) -> str:
    """Return the spelling that a Polish and an English form of one international word share.

    Examples
    --------
    >>> spelling_key("enkapsulacja"), spelling_key("encapsulation")
    ('enkapsulat', 'enkapsulat')
    >>> spelling_key("fizjoterapia"), spelling_key("physiotherapy")
    ('fisioterap', 'fisioterap')
    """
    key = word.lower()
    for pattern, spelling in _POLISH_TO_COMMON:
        key = pattern.sub(spelling, key)
    key = fold(key)
    for pattern, spelling in _COMMON:
        key = pattern.sub(spelling, key)
    return key


@cache
def _grams(key: str) -> frozenset[str]:
    padded = f"^{key}$"
    return frozenset(
        padded[start : start + length]
        for length in _LENGTHS
        for start in range(len(padded) - length + 1)
    )


def dice(one: str, other: str) -> float:
    r"""Return the likeness of two spelling keys.

    .. math:: D = 2\,|A \cap B| \,/\, (|A| + |B|)

    with :math:`A, B` the sets of 2-, 3- and 4-grams, ends marked.

    References
    ----------
    .. [1] Dice, L. R. (1945). Measures of the amount of ecologic association between species.

    Examples
    --------
    >>> dice("hidrogel", "hidrogel"), dice("kot", "pies")
    (1.0, 0.0)
    """
    first, second = _grams(one), _grams(other)
    return 2 * len(first & second) / (len(first) + len(second))


class SpellingIndex:
    """The words of a vocabulary, to be found by likeness of spelling.

    Parameters
    ----------
    words : iterable of str
        Written words; those shorter than four letters or with digits are left out.
    least : float
        Dice coefficient from which two words count as cognates.
    """

    def __init__(self, words: Iterable[str], least: float = 0.55) -> None:
        self.least = least
        self._buckets: dict[str, dict[str, list[str]]] = {}
        self._grams_of: dict[str, dict[str, list[str]]] = {}
        self._found: dict[str, tuple[tuple[str, float], ...]] = {}
        for word in sorted(set(words)):
            if len(word) >= SHORTEST_WORD and word.isalpha():
                key = spelling_key(word)
                self._buckets.setdefault(key[:1], {}).setdefault(key, []).append(word)

    def _inverted(self, initial: str) -> dict[str, list[str]]:
        """Return the keys by gram of one initial letter, made when first asked for."""
        inverted = self._grams_of.get(initial)
        if inverted is None:
            inverted = self._grams_of[initial] = {}
            for key in self._buckets.get(initial, ()):
                for gram in _grams(key):
                    inverted.setdefault(gram, []).append(key)
        return inverted

    def neighbours(self, word: str, most: int = 5) -> tuple[tuple[str, float], ...]:
        """Return words of like spelling with their Dice coefficient, the likest first.

        Cognates share their first letter, once spelling is common: only those are compared.

        Examples
        --------
        >>> SpellingIndex(["hydrogel", "hydrology", "gel"]).neighbours("hydrożel")
        (('hydrogel', 1.0),)
        """
        if word not in self._found:
            self._found[word] = tuple(self._search(word))[:most]
        return self._found[word]

    def _search(self, word: str) -> list[tuple[str, float]]:
        if len(word) < SHORTEST_WORD or not word.isalpha():
            return []
        key = spelling_key(word)
        inverted, size = self._inverted(key[:1]), len(_grams(key))
        shared = Counter(other for gram in _grams(key) for other in inverted.get(gram, ()))
        liked = [
            (found, likeness)
            for other, common in shared.items()
            if (likeness := 2 * common / (size + len(_grams(other)))) >= self.least
            for found in self._buckets[key[:1]][other]
        ]
        return sorted(liked, key=lambda pair: (-pair[1], pair[0]))

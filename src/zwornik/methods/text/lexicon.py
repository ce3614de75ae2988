"""A Polish–English glossary made ready for inflected text: words and terms of up to four words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from zwornik.methods.text.folding import fold
from zwornik.methods.text.polish import Lemmatiser, WordKind
from zwornik.methods.text.tokens import clauses

LONGEST_TERM = 4
_MOST_READINGS = 3


@dataclass(slots=True)
class _Node:
    """One step of a term: what it translates to if it ends here, and how it may go on."""

    targets: tuple[str, ...] = ()
    following: dict[str, "_Node"] = field(default_factory=dict)


class Lexicon:
    """English equivalents of Polish words and terms, found in any inflection.

    Parameters
    ----------
    entries : iterable of (str, sequence of str)
        A Polish word or term with its English equivalents, the best first. Entries of the same
        headword are united in the order given.
    lemmatiser : Lemmatiser, optional
        The one that the texts are read with.

    Examples
    --------
    >>> lexicon = Lexicon([("kwas hialuronowy", ["hyaluronic acid"]), ("kwas", ["acid"])])
    >>> lexicon.term(["kwasu", "hialuronowego"], 0)
    (2, ('hyaluronic acid',))
    >>> lexicon.targets("kwas")
    ('acid',)
    """

    def __init__(
        self,
        entries: Iterable[tuple[str, Sequence[str]]] = (),
        lemmatiser: Lemmatiser | None = None,
    ) -> None:
        self.lemmatiser = lemmatiser or Lemmatiser()
        self._single: dict[str, tuple[str, ...]] = {}
        self._folded: dict[str, tuple[str, ...]] = {}
        self._terms = _Node()
        self._english: dict[str, None] = {}
        self._keys_of: dict[str, tuple[str, ...]] = {}
        for polish, english in entries:
            self._add(" ".join(polish.split()), tuple(english))

    def _add(self, polish: str, english: tuple[str, ...]) -> None:
        self._english.update(dict.fromkeys(english))
        words = [word for clause in clauses(polish) for word in clause]
        if len(words) == 1:
            self._add_single(polish.lower(), english)
        elif 1 < len(words) <= LONGEST_TERM:
            for order in _orders(words, self.lemmatiser):
                self._add_term(order, english)

    def _add_single(self, headword: str, english: tuple[str, ...]) -> None:
        united = tuple(dict.fromkeys(self._single.get(headword, ()) + english))
        self._single[headword] = united
        self._folded.setdefault(fold(headword), united)

    def _add_term(self, words: Sequence[str], english: tuple[str, ...]) -> None:
        for lemmas in product(*(self._keys(word) for word in words)):
            node = self._terms
            for lemma in lemmas:
                node = node.following.setdefault(lemma, _Node())
            node.targets = tuple(dict.fromkeys(node.targets + english))

    def _keys(self, word: str) -> tuple[str, ...]:
        if word not in self._keys_of:
            readings = self.lemmatiser.readings(word)[:_MOST_READINGS]
            self._keys_of[word] = tuple(lemma.text for lemma in readings)
        return self._keys_of[word]

    def english(self) -> Iterator[str]:
        """Yield the English equivalents of all words and terms, each once."""
        yield from self._english

    def targets(self, headword: str) -> tuple[str, ...]:
        """Return the English equivalents of a lower-case headword, none for an unknown one."""
        return self._single.get(headword, ())

    def targets_without_diacritics(self, word: str) -> tuple[str, ...]:
        """Return the equivalents of a headword that was typed without its diacritics."""
        return self._folded.get(word, ())

    def term(self, words: Sequence[str], start: int) -> tuple[int, tuple[str, ...]]:
        """Return how many words from `start` form the longest known term, and its equivalents.

        Parameters
        ----------
        words : sequence of str
            One clause, as written.
        start : int
            Place of the first word of the term.

        Returns
        -------
        (int, tuple of str)
            ``(0, ())`` where no term begins.
        """
        longest: tuple[int, tuple[str, ...]] = (0, ())
        nodes = [self._terms]
        for length, word in enumerate(words[start : start + LONGEST_TERM], start=1):
            keys = self._keys(word)
            nodes = [found for node in nodes for key in keys if (found := node.following.get(key))]
            if not nodes:
                break
            ended = next((node.targets for node in nodes if node.targets), None)
            if ended:
                longest = (length, ended)
        return longest


def _orders(words: Sequence[str], lemmatiser: Lemmatiser) -> Iterator[list[str]]:
    """Yield a term as given and with one adjective moved to the other side of its noun."""
    yield list(words)
    adjectival = [
        lemmatiser.readings(word)[0].kind in (WordKind.ADJECTIVE, WordKind.PARTICIPLE)
        for word in words
    ]
    for place in range(len(words) - 1):
        if adjectival[place] != adjectival[place + 1]:
            swapped = list(words)
            swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
            yield swapped

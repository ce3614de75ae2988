"""English glosses of Polish clauses: longest term first, then words, then word families."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zwornik.methods.text.derivation import derived_targets
from zwornik.methods.text.groups import Bridge, BridgeKind
from zwornik.methods.text.lexicon import Lexicon
from zwornik.methods.text.polish import Lemma, WordKind
from zwornik.methods.text.stopwords import function_words
from zwornik.methods.text.tokens import clauses, parts_of

_INFLECTED_ABBREVIATION = re.compile(
    r"(?<=[A-Z0-9])-(?:u|a|y|i|ie|em|om|ów|owi|ach|ami|owy|owa|owe|owego|owej|owym|owych|owymi)$"
)


@dataclass(frozen=True, slots=True)
class Gloss:
    """A Polish word or term with the lemmas it is indexed by and its English equivalents."""

    source: tuple[str, ...]
    lemmas: tuple[str, ...]
    targets: tuple[str, ...]
    kind: BridgeKind | None  # None: outside the glossary, and no rule helps

    @property
    def bridge(self) -> Bridge | None:
        """The bridge to be stored with the gloss; none for a word without equivalents."""
        return Bridge(self.source, self.targets, self.kind) if self.kind else None


def is_function_word(word: str, readings: Sequence[Lemma]) -> bool:
    """Tell whether a Polish word form has no reading that names anything."""
    return word.lower() in function_words("pl") or all(
        reading.kind is WordKind.FUNCTION for reading in readings
    )


def _first(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next(filter(None, found), ())


class Glosser:
    """Translate Polish clauses word group by word group.

    Parameters
    ----------
    lexicon : Lexicon
        Polish words and terms with English equivalents.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._readings = lexicon.lemmatiser.readings
        self._remembered: dict[str, tuple[Gloss, ...]] = {}

    def clause(self, words: Sequence[str]) -> Iterator[Gloss]:
        """Gloss one clause, function words left out.

        Parameters
        ----------
        words : sequence of str
            Words as written, from :func:`zwornik.methods.text.tokens.clauses`.

        Yields
        ------
        Gloss
            In the order of the text; a hyphenated word is glossed whole where the glossary has
            it, else part by part.
        """
        words = [_INFLECTED_ABBREVIATION.sub("", word) for word in words]
        start = 0
        while start < len(words):
            length, targets = self.lexicon.term(words, start)
            if length:
                yield self._term(tuple(words[start : start + length]), targets)
            else:
                yield from self._remember(words[start])
            start += length or 1

    def _term(self, words: tuple[str, ...], targets: tuple[str, ...]) -> Gloss:
        readings = [(word, self._readings(word)) for word in words]
        named = (found for word, found in readings if not is_function_word(word, found))
        lemmas = tuple(found[0].text for found in named)
        return Gloss(words, lemmas, targets, BridgeKind.GLOSSARY)

    def _remember(self, word: str) -> tuple[Gloss, ...]:
        if word not in self._remembered:
            self._remembered[word] = tuple(self._word_or_parts(word))
        return self._remembered[word]

    def _word_or_parts(self, word: str) -> Iterator[Gloss]:
        parts = parts_of(word)
        if len(parts) > 1 and not self.lexicon.targets(word.lower()):
            for part in parts:
                yield from self._word(part)
        else:
            yield from self._word(word)

    def _word(self, word: str) -> Iterator[Gloss]:
        readings = self._readings(word)
        if len(word) > 1 and not is_function_word(word, readings):
            yield self.word(word, readings)

    def word(self, word: str, readings: Sequence[Lemma]) -> Gloss:
        """Gloss one word: the glossary by any of its lemmas, else by its word family."""
        headwords = (word.lower(), *(lemma.text for lemma in readings))
        targets = _first(map(self.lexicon.targets, headwords))
        if not targets and readings[0].kind is WordKind.UNKNOWN:
            targets = _first(map(self.lexicon.targets_without_diacritics, headwords))
        if targets:
            return Gloss((word,), (readings[0].text,), targets, BridgeKind.GLOSSARY)
        targets = _first(derived_targets(lemma.text, self.lexicon.targets) for lemma in readings)
        kind = BridgeKind.DERIVED if targets else None
        return Gloss((word,), (readings[0].text,), targets, kind)

    def gloss(self, text: str) -> tuple[Gloss, ...]:
        """Gloss a Polish text.

        Examples
        --------
        >>> lexicon = Lexicon([("kwas hialuronowy", ["hyaluronic acid"]), ("tkanka", ["tissue"])])
        >>> [(*found.source, *found.targets) for found in Glosser(lexicon).gloss(
        ...     "Inżynieria tkankowa i kwasu hialuronowego")]
        [('Inżynieria',), ('tkankowa', 'tissue'), ('kwasu', 'hialuronowego', 'hyaluronic acid')]
        """
        return tuple(found for clause in clauses(text) for found in self.clause(clause))

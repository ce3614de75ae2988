"""English glosses of Polish clauses: longest term first, then words, then word families."""

import re
from collections.abc import Iterator, Sequence
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


def identity(readings: Sequence[Lemma]) -> str:
    """Return the lemma that a word is indexed by: its verb, where it is a form of one.

    *Badanie*, *badany* and *badać* meet in the verb, as their English stems do.
    """
    verbal = [lemma for lemma in readings if lemma.kind in (WordKind.GERUND, WordKind.PARTICIPLE)]
    return (verbal[-1] if verbal else readings[0]).text


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
        lemmas = tuple(identity(found) for word, found in readings if not is_function_word(word, found))
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
        for headword in (word.lower(), *(lemma.text for lemma in readings)):
            targets = self.lexicon.targets(headword)
            if targets:
                return Gloss((word,), (identity(readings),), targets, BridgeKind.GLOSSARY)
        for lemma in readings:
            targets = derived_targets(lemma.text, self.lexicon.targets)
            if targets:
                return Gloss((word,), (identity(readings),), targets, BridgeKind.DERIVED)
        return Gloss((word,), (identity(readings),), (), None)

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

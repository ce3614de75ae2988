"""Texts of both languages as synonym groups over one space of index terms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zwornik.methods.text.cognates import SHORTEST_WORD
from zwornik.methods.text.english import stem
from zwornik.methods.text.folding import fold
from zwornik.methods.text.gloss import Gloss, Glosser
from zwornik.methods.text.groups import BridgeKind, Group, Sense
from zwornik.methods.text.language import Language, language_of_clauses
from zwornik.methods.text.lexicon import Lexicon
from zwornik.methods.text.stopwords import boilerplate, function_words
from zwornik.methods.text.tokens import Clause, clauses, parts_of
from zwornik.methods.text.vocabulary import Vocabulary

POLISH_TERM = "pl:"


@dataclass(frozen=True, slots=True)
class Weights:
    """How much the bridges of a group count beside a word that is the same on both sides."""

    later_target: float = 0.8  # each further equivalent, as a share of the one before
    derived: float = 0.8
    most_targets: int = 6


@dataclass(frozen=True, slots=True)
class AnalysedText:
    """One field of a record: its language and its synonym groups in the order written."""

    language: Language
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class AnalysedRecord:
    """A need or an offer ready to be ranked: a stable key and its analysed fields by name."""

    key: str
    fields: tuple[tuple[str, AnalysedText], ...]


def english_terms(phrase: str) -> tuple[str, ...]:
    """Return the stems of an English word or phrase without its function words.

    Examples
    --------
    >>> english_terms("state of the art"), english_terms("high-throughput screening")
    (('state', 'art'), ('high', 'throughput', 'screen'))
    """
    words = [part for clause in clauses(phrase) for word in clause for part in parts_of(word)]
    return tuple(stem(word) for word in words if word.lower() not in function_words("en"))


def alternatives(phrase: str) -> Iterator[tuple[str, ...]]:
    """Yield the terms of an English word or phrase, then those of a hyphenated word joined.

    Examples
    --------
    >>> list(alternatives("bio-based")), list(alternatives("the"))
    ([('bio', 'base'), ('biobas',)], [])
    """
    terms = english_terms(phrase)
    if terms:
        yield terms
    if "-" in phrase and " " not in phrase:
        yield (stem(phrase.replace("-", "")),)


def _clauses(text: str) -> list[Clause]:
    """Return the clauses of a text; in one that is all capitals they are no abbreviations."""
    return clauses(text.lower() if text.isupper() else text)


def _either(told: Language, other: Language) -> Language:
    return other if told is Language.UNDECIDED else told


class TextAnalyser:
    """Analyse the fields of records, remembering each word and term once met.

    Parameters
    ----------
    lexicon : Lexicon, optional
        Bridge from Polish to English; without it Polish meets English by spelling only.
    weights : Weights, optional
        Weights of the bridges.

    Examples
    --------
    >>> analyser = TextAnalyser(Lexicon([("białko", ["protein", "egg white"])]))
    >>> [group.occurrences for group in analyser.text("białek").groups]
    [(('pl:bialko', 1.0), ('protein', 1.0), ('egg', 0.4), ('white', 0.4))]
    """

    def __init__(self, lexicon: Lexicon | None = None, weights: Weights | None = None) -> None:
        self.lexicon = lexicon or Lexicon()
        self.weights = weights or Weights()
        self._glosser = Glosser(self.lexicon)
        self._vocabulary = Vocabulary(self.lexicon)
        self._english: dict[str, Group | None] = {}
        self._polish: dict[Gloss, Group | None] = {}

    def text(self, text: str, language: Language | None = None) -> AnalysedText:
        """Analyse one text, in the language given or detected.

        A third or undecided language is read like English: names, numbers and international
        words still meet. A text of nothing but request boilerplate keeps it.
        """
        found = _clauses(text)
        return self._analysed(found, language or self._language(found))

    def record(
        self, key: str, fields: Mapping[str, str], language: Language | None = None
    ) -> AnalysedRecord:
        """Analyse the fields of a record, each in its own language unless one is given.

        A field whose language is undecided is read in that of the first field that is decided.
        """
        read = {name: _clauses(text) for name, text in fields.items()}
        told = {name: language or self._language(found) for name, found in read.items()}
        decided = (found for found in told.values() if found is not Language.UNDECIDED)
        first = next(decided, Language.UNDECIDED)
        return AnalysedRecord(
            key,
            tuple(
                (name, self._analysed(found, _either(told[name], first)))
                for name, found in read.items()
            ),
        )

    def language(self, text: str) -> Language:
        """Tell the language of a text by rule, and where that is silent by its words."""
        return self._language(_clauses(text))

    def _language(self, found: Sequence[Clause]) -> Language:
        return language_of_clauses(found, self._vocabulary.language_of)

    def _analysed(self, found: Sequence[Clause], language: Language) -> AnalysedText:
        read = self._polish_groups if language is Language.POLISH else self._english_groups
        stopped = boilerplate("pl" if language is Language.POLISH else "en")
        groups = tuple(read(found, stopped)) or tuple(read(found, frozenset()))
        return AnalysedText(language, groups)

    def _english_groups(self, found: Sequence[Clause], stopped: frozenset[str]) -> Iterator[Group]:
        known = self._english
        for clause in found:
            for word in clause:
                if word not in known:
                    known[word] = english_group(word)
                group = known[word]
                if group and word.lower() not in stopped:
                    yield group

    def _polish_groups(self, found: Sequence[Clause], stopped: frozenset[str]) -> Iterator[Group]:
        for clause in found:
            for gloss in self._glosser.clause(clause):
                if len(gloss.lemmas) != 1 or gloss.lemmas[0] not in stopped:
                    group = self._polish.get(gloss)
                    if group is None:
                        group = self._polish[gloss] = polish_group(gloss, self.weights)
                    yield group


def english_group(word: str) -> Group | None:
    """Return the group of an English word: its stem, and its parts where it is hyphenated."""
    senses = tuple(Sense(terms, 1.0, BridgeKind.SAME, word) for terms in alternatives(word))
    if not senses or (len(word) == 1 and word.islower()):
        return None
    comparable = word.lower() if word.isalpha() and len(word) >= SHORTEST_WORD else ""
    return Group(word, len(senses[0].terms), senses, comparable)


def _as_written(word: str) -> bool:
    """Tell whether a word of a Polish text is the same in English: an abbreviation, a measure."""
    return not word.isalpha() or (word.isupper() and len(word) <= 6)


def _target_senses(gloss: Gloss, weights: Weights) -> Iterator[Sense]:
    weight = weights.derived if gloss.kind is BridgeKind.DERIVED else 1.0
    for target in gloss.targets[: weights.most_targets]:
        for terms in alternatives(target):
            if gloss.kind:
                yield Sense(terms, weight, gloss.kind, target)
        weight *= weights.later_target


def polish_group(gloss: Gloss, weights: Weights) -> Group:
    """Return the group of a Polish word or term: its own lemmas beside its equivalents."""
    written = " ".join(gloss.source)
    targets = tuple(_target_senses(gloss, weights))
    if len(gloss.source) == 1 and _as_written(written):
        same = Sense((stem(written),), 1.0, BridgeKind.SAME, written)
        return Group(written, 1, (same, *targets))
    own = Sense(
        tuple(POLISH_TERM + fold(lemma) for lemma in gloss.lemmas), 1.0, BridgeKind.SAME, written
    )
    width = len(gloss.lemmas)
    lemma = gloss.lemmas[0] if width == 1 else ""
    if gloss.kind is BridgeKind.GLOSSARY:
        return Group(written, width, (own, *targets), lemma, polish=True, glossed=True)
    alike = (Sense((stem(lemma),), 1.0, BridgeKind.SAME, lemma),) if lemma.isascii() else ()
    return Group(written, 1, (own, *targets, *alike), spelling=lemma, polish=True)

"""The synonym group of one word or term: what it may be found by, and how much each way counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from zwornik.methods.text.cognates import SHORTEST_WORD
from zwornik.methods.text.english import stem
from zwornik.methods.text.folding import fold
from zwornik.methods.text.gloss import Gloss
from zwornik.methods.text.groups import BridgeKind, Group, Sense
from zwornik.methods.text.stopwords import function_words
from zwornik.methods.text.tokens import clauses, parts_of

POLISH_TERM = "pl:"


@dataclass(frozen=True, slots=True)
class Weights:
    """How much the bridges of a group count beside a word that is the same on both sides."""

    later_target: float = 0.8  # each further equivalent, as a share of the one before
    derived: float = 0.8
    most_targets: int = 6


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

"""Synonym groups: words of a text that carry one meaning, with all index terms they may match."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class BridgeKind(StrEnum):
    """How a word of a text was carried over to an index term."""

    GLOSSARY = "glossary"  # the glossary has the word or term
    DERIVED = "derived"  # the glossary has a word that it is built on
    SPELLING = "spelling"  # an international word, spelt alike
    FAMILY = "family"  # the two begin alike: filter, filtration
    SAME = "same"  # the same word, in whatever inflection


@dataclass(frozen=True, slots=True)
class Bridge:
    """The translation of one Polish word or term."""

    source: tuple[str, ...]
    targets: tuple[str, ...]
    kind: BridgeKind


@dataclass(frozen=True, slots=True)
class Sense:
    """One alternative of a group: index terms that together stand for it."""

    terms: tuple[str, ...]
    weight: float
    kind: BridgeKind
    target: str


@dataclass(frozen=True)
class Group:
    """Words as written and everything that they may match, counted as one [1]_.

    Attributes
    ----------
    written : str
        The words of the text.
    width : int
        How many words of the text the group stands for in its length.
    senses : tuple of Sense
        Alternatives; at most one of them counts.
    spelling : str
        Word to be compared by spelling with the other language, empty where that is not wanted.
    polish : bool
        Whether the words are Polish.
    glossed : bool
        Whether the glossary has them: then spelling helps only where no translation occurs.

    References
    ----------
    .. [1] Pirkola, A. (1998). The effects of query structure and dictionary setups in
       dictionary-based cross-language information retrieval. SIGIR '98.
    """

    written: str
    width: int
    senses: tuple[Sense, ...]
    spelling: str = ""
    polish: bool = False
    glossed: bool = False

    @cached_property
    def occurrences(self) -> tuple[tuple[str, float], ...]:
        """Index terms that this group puts into a document, each with the best weight it has.

        A sense of more terms than the group has words shares its weight among them.
        """
        best: dict[str, float] = {}
        for sense in self.senses:
            weight = sense.weight * min(1.0, self.width / len(sense.terms))
            for term in sense.terms:
                best[term] = max(weight, best.get(term, 0.0))
        return tuple(best.items())

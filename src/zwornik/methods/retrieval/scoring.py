"""The score of one synonym group in every document, and what it is made of."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from zwornik.methods.retrieval.index import Frequencies, Index, Postings
from zwornik.methods.retrieval.parameters import RankingParameters
from zwornik.methods.text.groups import BridgeKind, Group, Sense


def inverse_document_frequency(frequency: int, documents: int) -> float:
    r"""Return :math:`\ln\bigl(1 + \frac{N - n + 0.5}{n + 0.5}\bigr)`, never negative.

    Examples
    --------
    >>> round(inverse_document_frequency(1, 10), 4)
    1.9924
    """
    return math.log1p((documents - frequency + 0.5) / (frequency + 0.5))


@dataclass(frozen=True, slots=True)
class Ingredient:
    """One posting list that a group may earn from: a term, or a word family.

    Attributes
    ----------
    number : int
        Term or family in the index.
    weight : float
        Multiplies the frequency.
    idf : float
        Inverse document frequency that it counts with.
    kind, target
        The bridge that led to it.
    """

    number: int
    weight: float
    idf: float
    kind: BridgeKind
    target: str


@dataclass(frozen=True, slots=True)
class Alternative:
    """Ingredients whose earnings add up, times a factor."""

    factor: float
    ingredients: tuple[Ingredient, ...]


@dataclass(frozen=True, slots=True)
class ScoredGroup:
    r"""A group with the alternatives that it has in one index; it earns the best of them.

    Senses of one term are pooled [1]_: the frequency is the greatest weighted frequency of any,
    the document frequency that of their union. A family counts beside them with its own document
    frequency, so that it never dilutes the words themselves; a sense of several terms earns the
    sum over its terms, at most as much as the words of the group would:

    .. math:: s_d = \max\Bigl(\mathrm{idf}(\cup)\,\sigma(\max_j w_j x_{j,d}),\;
              v\, w_j\, \mathrm{idf}(F_j)\,\sigma(x_{F_j,d}),\;
              w_j \min(1, m/n_j) \sum_{t \in j} \mathrm{idf}(t)\,\sigma(x_{t,d})\Bigr)

    with :math:`\sigma(x) = (k_1 + 1) x / (k_1 + x)`, :math:`v` the family weight, :math:`m` the
    words of the group and :math:`n_j` the terms of the sense.

    Attributes
    ----------
    pooled : tuple of Ingredient
        The best one counts.
    pooled_postings : (ndarray, ndarray)
        Documents of their union and the greatest weighted frequency in each.
    others : tuple of Alternative
        Families and senses of several terms.
    greatest_idf : float
        What the group can earn at most, before saturation.

    References
    ----------
    .. [1] Pirkola, A. (1998). The effects of query structure and dictionary setups in
       dictionary-based cross-language information retrieval. SIGIR '98.
    """

    group: Group
    pooled: tuple[Ingredient, ...]
    pooled_postings: Postings
    others: tuple[Alternative, ...]
    greatest_idf: float


class GroupScorer:
    """Score groups over one index with one set of parameters."""

    def __init__(self, index: Index, parameters: RankingParameters) -> None:
        self._index = index
        self._parameters = parameters
        self._scratch = np.zeros(len(index))

    def _idf(self, term: str) -> float:
        number = self._index.number(term)
        frequency = 0 if number is None else self._index.document_frequency(number)
        return inverse_document_frequency(frequency, len(self._index))

    def saturated(self, frequency: float) -> float:
        """Return what a normalised term frequency is worth, at most ``k1 + 1``."""
        return (self._parameters.k1 + 1) * frequency / (self._parameters.k1 + frequency)

    def likely_idf(self, group: Group) -> float:
        """Return the idf of a group as if its senses met in no document: quick, never too high."""
        terms = (sense.terms[0] for sense in group.senses)
        numbers = {number for term in terms if (number := self._index.number(term)) is not None}
        frequency = sum(map(self._index.document_frequency, numbers))
        documents = len(self._index)
        return inverse_document_frequency(min(frequency, documents), documents) if numbers else 0.0

    def scored(self, group: Group) -> ScoredGroup:
        """Find the alternatives of a group."""
        single = [
            (sense, number)
            for sense in group.senses
            if len(sense.terms) == 1 and (number := self._index.number(sense.terms[0])) is not None
        ]
        postings = self._united([(number, sense.weight) for sense, number in single])
        idf = inverse_document_frequency(len(postings[0]), len(self._index))
        return ScoredGroup(
            group=group,
            pooled=tuple(
                Ingredient(number, sense.weight, idf, sense.kind, sense.target)
                for sense, number in single
            ),
            pooled_postings=postings,
            others=(*self._families(group), *self._phrases(group)),
            greatest_idf=max([idf, *map(self._phrase_idf, self._long_senses(group))]),
        )

    def _united(self, weighted: list[tuple[int, float]]) -> Postings:
        """Return the union of postings with the greatest weighted frequency."""
        found = [(number, self._index.postings(number)) for number, _weight in weighted]
        return self._merged(
            [
                (documents, weight * frequencies)
                for (_number, (documents, frequencies)), (_same, weight) in zip(
                    found, weighted, strict=True
                )
            ],
            np.maximum,
        )

    def _merged(self, lists: list[Postings], combine: np.ufunc) -> Postings:
        """Return each document of some lists once, with its positive values combined."""
        if len(lists) == 1:
            return lists[0]
        scratch, parts = self._scratch, [(np.zeros(0, np.int32), np.zeros(0))]
        for documents, values in lists:
            scratch[documents] = combine(scratch[documents], values)
        for documents, _values in lists:
            combined = scratch[documents]
            fresh = combined > 0
            parts.append((documents[fresh], combined[fresh]))
            scratch[documents] = 0
        return (
            np.concatenate([documents for documents, _values in parts]),
            np.concatenate([values for _documents, values in parts]),
        )

    def _families(self, group: Group) -> Iterator[Alternative]:
        best: dict[int, Sense] = {}
        for sense in sorted(group.senses, key=lambda sense: sense.weight):
            number = self._index.family_number(sense.terms[0]) if len(sense.terms) == 1 else None
            if number is not None:
                best[number] = sense
        for number, sense in best.items():
            frequency = self._index.document_frequency(number)
            idf = inverse_document_frequency(frequency, len(self._index))
            family = Ingredient(number, 1.0, idf, BridgeKind.FAMILY, sense.target)
            yield Alternative(self._parameters.family_weight * sense.weight, (family,))

    @staticmethod
    def _long_senses(group: Group) -> list[tuple[Sense, float]]:
        return [
            (sense, sense.weight * min(1.0, group.width / len(sense.terms)))
            for sense in group.senses
            if len(sense.terms) > 1
        ]

    def _phrase_idf(self, long_sense: tuple[Sense, float]) -> float:
        sense, factor = long_sense
        return factor * sum(map(self._idf, sense.terms))

    def _phrases(self, group: Group) -> Iterator[Alternative]:
        for sense, factor in self._long_senses(group):
            yield Alternative(
                factor,
                tuple(
                    Ingredient(number, 1.0, self._idf(term), sense.kind, sense.target)
                    for term in sense.terms
                    if (number := self._index.number(term)) is not None
                ),
            )

    def earned(self, found: ScoredGroup) -> Postings:
        """Return the documents in which a group earns something, and how much in each."""
        documents, frequencies = found.pooled_postings
        lists = [self._together(other) for other in found.others]
        if found.pooled:
            lists.append((documents, found.pooled[0].idf * self._saturated(frequencies)))
        return self._merged(lists, np.maximum)

    def _together(self, alternative: Alternative) -> Postings:
        """Return what the ingredients of an alternative earn in sum, times its factor."""
        lists = []
        for ingredient in alternative.ingredients:
            documents, frequencies = self._index.postings(ingredient.number)
            earned = alternative.factor * ingredient.idf * self._saturated(frequencies)
            lists.append((documents, earned))
        return self._merged(lists, np.add)

    def _saturated(self, frequencies: Frequencies) -> Frequencies:
        return (self._parameters.k1 + 1) * frequencies / (self._parameters.k1 + frequencies)

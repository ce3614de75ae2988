"""Rank documents for a need, and say which words made each score."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from zwornik.methods.retrieval.index import Frequencies, Index, Occurrence, united_frequency
from zwornik.methods.retrieval.parameters import RankingParameters
from zwornik.methods.retrieval.parts import Hit, Part
from zwornik.methods.retrieval.query import CognateBridge, WeightedGroup, weighted_groups
from zwornik.methods.retrieval.scoring import GroupScorer, Ingredient, ScoredGroup
from zwornik.methods.text.analysis import AnalysedRecord

Found = dict[int, list[Occurrence]]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A group of the query made ready for one index, and its weight in the query."""

    scored: ScoredGroup
    weight: float


class Ranker:
    r"""BM25F over synonym groups, with an explanation whose parts add up to the score [1]_.

    .. math:: S_d = \sum_g q_g\, s_{g,d}

    with :math:`q` the saturated frequency of a group in the query and :math:`s` what the group
    earns in the document (:class:`zwornik.methods.retrieval.scoring.ScoredGroup`). The fit is the
    score as a share of what the query would earn in a document that has each of its groups once
    in every field of average length, cut at 1; it grows with the score within one query.

    Parameters
    ----------
    index : Index
        Documents to rank.
    parameters : RankingParameters, optional
        Numbers of the method.

    References
    ----------
    .. [1] Robertson, S., Zaragoza, H. (2009). The probabilistic relevance framework: BM25 and
       beyond. Foundations and Trends in Information Retrieval 3(4), 333-389.
    """

    def __init__(self, index: Index, parameters: RankingParameters | None = None) -> None:
        self.index = index
        self.parameters = parameters or RankingParameters()
        self._scorer = GroupScorer(index, self.parameters)
        self._bridge = CognateBridge(index, self.parameters)

    def rank(
        self,
        query: AnalysedRecord,
        top: int = 10,
        *,
        explain: bool = True,
        among: Collection[str] | None = None,
    ) -> tuple[Hit, ...]:
        """Return the best documents, ordered by score, then key.

        Parameters
        ----------
        query : AnalysedRecord
            The need; an empty one finds nothing.
        top : int
            At most so many hits; documents without a common word are never among them.
        explain : bool
            Whether each hit carries its parts.
        among : collection of str, optional
            Keys of the documents that may be hits; the statistics stay those of the whole index.
        """
        asked = self._asked(query)
        total = np.zeros(len(self.index))
        for group in asked:
            documents, values = self._scorer.earned(group.scored)
            total[documents] += group.weight * values
        attainable = self._attainable(asked)
        return tuple(
            self._hit(document, float(total[document]), attainable, asked if explain else ())
            for document in self._best(total, top, among)
        )

    def _asked(self, query: AnalysedRecord) -> list[_Asked]:
        groups = [
            WeightedGroup(self._bridge.bridged(found.group), found.weight)
            for found in weighted_groups(query, self.parameters)
        ]
        if len(groups) > self.parameters.most_groups:
            groups.sort(key=lambda g: -g.weight * self._scorer.likely_idf(g.group))
            groups = groups[: self.parameters.most_groups]
        return [_Asked(self._scorer.scored(g.group), g.weight) for g in groups]

    def _attainable(self, asked: Sequence[_Asked]) -> float:
        once = self._scorer.saturated(self.index.whole_field_weight)
        return once * sum(group.weight * group.scored.greatest_idf for group in asked)

    def _best(self, total: Frequencies, top: int, among: Collection[str] | None) -> list[int]:
        met = np.flatnonzero(total > 0)
        if among is not None:
            met = np.array([d for d in met if self.index.keys[d] in among], dtype=np.intp)
        if len(met) > top > 0:
            least = np.partition(total[met], len(met) - top)[len(met) - top]
            met = met[total[met] >= least]
        keys = self.index.keys
        return sorted(met.tolist(), key=lambda d: (-total[d], keys[d]))[: max(0, top)]

    def _hit(self, document: int, score: float, attainable: float, asked: Sequence[_Asked]) -> Hit:
        fit = min(1.0, score / attainable) if attainable else 0.0
        found = self._found(document) if asked else {}
        parts = [part for group in asked for part in self._parts(group, found)]
        parts.sort(key=lambda part: (-part.value, part.query_words, part.field))
        return Hit(self.index.keys[document], score, fit, tuple(parts))

    def _found(self, document: int) -> Found:
        """Return the occurrences of each term of a document, and of each family's best member."""
        found: Found = {}
        for number, occurrence in self.index.occurrences(document):
            found.setdefault(number, []).append(occurrence)
        sums = {term: sum(o.frequency for o in those) for term, those in found.items()}
        for term in sorted(sums, key=lambda term: (-sums[term], term)):
            family = self.index.family_of_number(term)
            if family is not None:
                found.setdefault(family, found[term])
        return found

    # -- explaining ------------------------------------------------------------------------

    def _parts(self, asked: _Asked, found: Found) -> Iterator[Part]:
        """Yield what a group earns in one document, ingredient by ingredient and field by field."""
        best_value, best = 0.0, list[tuple[Ingredient, list[Occurrence], float]]()
        for chosen in self._alternatives(asked.scored, found):
            value = sum(earned for _i, _o, earned in chosen)
            if value > best_value:
                best_value, best = value, chosen
        for ingredient, occurrences, earned in best:
            whole = sum(o.frequency for o in occurrences)
            for field in dict.fromkeys(o.field for o in occurrences):
                inside = [o for o in occurrences if o.field == field]
                yield Part(
                    field=field,
                    query_words=asked.scored.group.written,
                    document_words=tuple(dict.fromkeys(o.written for o in inside)),
                    kind=ingredient.kind,
                    target=ingredient.target,
                    value=asked.weight * earned * sum(o.frequency for o in inside) / whole,
                )

    def _alternatives(
        self, scored: ScoredGroup, found: Found
    ) -> Iterator[list[tuple[Ingredient, list[Occurrence], float]]]:
        """Yield the ways in which a group earns in a document, the pooled senses first."""
        yield self._pooled(scored.pooled, found)
        for other in scored.others:
            chosen = []
            for ingredient in other.ingredients:
                occurrences = found.get(ingredient.number)
                if occurrences:
                    frequency = united_frequency(occurrences)
                    earned = other.factor * ingredient.idf * self._scorer.saturated(frequency)
                    chosen.append((ingredient, occurrences, earned))
            yield chosen

    def _pooled(
        self, ingredients: Sequence[Ingredient], found: Found
    ) -> list[tuple[Ingredient, list[Occurrence], float]]:
        """Return the one sense that counts: that of the greatest weighted frequency."""
        best_frequency, best = 0.0, None
        for ingredient in ingredients:
            occurrences = found.get(ingredient.number, [])
            frequency = ingredient.weight * united_frequency(occurrences)
            if frequency > best_frequency:
                best_frequency, best = frequency, (ingredient, occurrences)
        if best is None:
            return []
        return [(*best, best[0].idf * self._scorer.saturated(best_frequency))]

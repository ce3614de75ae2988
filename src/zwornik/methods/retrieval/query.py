"""From an analysed need to weighted groups that an index can be asked for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from zwornik.methods.retrieval.index import Index
from zwornik.methods.retrieval.parameters import RankingParameters
from zwornik.methods.text.analysis import AnalysedRecord
from zwornik.methods.text.cognates import SpellingIndex
from zwornik.methods.text.groups import BridgeKind, Group, Sense


@dataclass(frozen=True, slots=True)
class WeightedGroup:
    """A group of the query and how much it counts there."""

    group: Group
    weight: float


def weighted_groups(query: AnalysedRecord, parameters: RankingParameters) -> list[WeightedGroup]:
    r"""Unite equal groups of a query and saturate their frequency.

    .. math:: q = \frac{(k_3 + 1)\, n}{k_3 + n}, \qquad
              n = \sum_f \frac{v_f\, n_f}{\max(1,\; 1 - b + b\, l_f / l_0)}

    with :math:`n_f` how often the group occurs in field :math:`f` of the query, :math:`v` the
    weight of the field, :math:`l_f` its length in words and :math:`l_0` the length from which a
    field counts as long. So a title is not drowned by pages of text below it, while short needs
    are left as they are.

    Examples
    --------
    >>> from zwornik.methods.text.analysis import TextAnalyser
    >>> query = TextAnalyser().record("q", {"title": "Laser", "text": "laser cutting with lasers"})
    >>> found = weighted_groups(query, RankingParameters(k3=8, query_title_weight=1))
    >>> [(group.group.written, round(group.weight, 2)) for group in found]
    [('Laser', 2.45), ('cutting', 1.0)]
    """
    counted: dict[tuple[tuple[str, ...], ...], tuple[Group, float]] = {}
    for name, text in query.fields:
        share = _share_of_one(name, sum(group.width for group in text.groups), parameters)
        for group in text.groups:
            meaning = tuple(sense.terms for sense in group.senses)
            first, count = counted.get(meaning, (group, 0.0))
            counted[meaning] = first, count + share
    k3 = parameters.k3
    return [
        WeightedGroup(group, (k3 + 1) * count / (k3 + count)) for group, count in counted.values()
    ]


def _share_of_one(field: str, length: int, parameters: RankingParameters) -> float:
    """Return what one occurrence in a field of the query counts."""
    weight = parameters.query_title_weight if field == "title" else 1.0
    b = parameters.query_b
    return weight / max(1.0, 1 - b + b * length / parameters.query_length)


class CognateBridge:
    """Add cognates from the vocabulary of an index to groups that translation does not reach.

    Parameters
    ----------
    index : Index
        Its English words are offered to Polish queries, its unglossed Polish words to English.
    parameters : RankingParameters
        Weight and likeness of cognates.
    """

    def __init__(self, index: Index, parameters: RankingParameters) -> None:
        self._index = index
        self._parameters = parameters
        self._names = list(index.term_numbers)
        self._english = SpellingIndex(index.english_spellings, parameters.least_likeness)
        self._polish = SpellingIndex(index.polish_spellings, parameters.least_likeness)

    def bridged(self, group: Group) -> Group:
        """Return the group with a sense for each cognate; unchanged where it needs none."""
        if not group.spelling or (group.glossed and self._occurs(group)):
            return group
        return replace(group, senses=group.senses + tuple(self._cognates(group)))

    def _occurs(self, group: Group) -> bool:
        terms = (term for sense in group.senses for term in sense.terms)
        return any(self._index.number(term) is not None for term in terms)

    def _cognates(self, group: Group) -> Iterator[Sense]:
        words = self._english if group.polish else self._polish
        numbers = self._index.english_spellings if group.polish else self._index.polish_spellings
        for word, likeness in words.neighbours(group.spelling, self._parameters.most_cognates):
            weight = self._parameters.spelling_weight * likeness
            yield Sense((self._names[numbers[word]],), weight, BridgeKind.SPELLING, word)

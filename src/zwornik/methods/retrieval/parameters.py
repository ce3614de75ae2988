"""The numbers that a ranking depends on, kept with every stored result."""

from collections.abc import Mapping
from dataclasses import dataclass, field

METHOD_VERSION = "bm25f-groups-1"


@dataclass(frozen=True, slots=True)
class FieldParameters:
    """How one field counts in the index.

    Attributes
    ----------
    weight : float
        Multiplies the term frequencies of the field.
    b : float
        Strength of length normalisation, in [0, 1].
    """

    weight: float = 1.0
    b: float = 0.75


@dataclass(frozen=True, slots=True)
class IndexParameters:
    """How documents are indexed.

    Attributes
    ----------
    fields : mapping of str to FieldParameters
        Fields not named count with the defaults of :class:`FieldParameters`.
    family_letters : int
        Words that share so many first letters of their stem or lemma are one family.
    """

    fields: Mapping[str, FieldParameters] = field(
        default_factory=lambda: {"title": FieldParameters(weight=2.0)}
    )
    family_letters: int = 5


@dataclass(frozen=True, slots=True)
class RankingParameters:
    """How documents are scored.

    Attributes
    ----------
    k1 : float
        Saturation of term frequency in documents.
    k3 : float
        Saturation of term frequency in the query.
    query_title_weight : float
        What a word in the title of the query counts beside one in its text.
    query_b : float
        Strength of length normalisation in long fields of the query, in [0, 1].
    query_length : int
        A field of the query with more words is long.
    most_groups : int
        A longer query is cut to so many groups of greatest weight.
    family_weight : float
        Value of a word of the same family beside the word itself.
    spelling_weight : float
        Value of a cognate beside a translation, multiplied by the likeness of the two.
    least_likeness : float
        Dice coefficient from which words count as cognates.
    most_cognates : int
        So many cognates of a word are considered.
    """

    k1: float = 1.2
    k3: float = 8.0
    query_title_weight: float = 1.0
    query_b: float = 0.75
    query_length: int = 120
    most_groups: int = 60
    family_weight: float = 0.5
    spelling_weight: float = 0.8
    least_likeness: float = 0.55
    most_cognates: int = 5

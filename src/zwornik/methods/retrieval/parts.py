"""What a ranking hands back: hits, and the parts that their scores are the sum of."""

from dataclasses import dataclass

from zwornik.methods.text.groups import BridgeKind


@dataclass(frozen=True, slots=True)
class Part:
    """The share of a score that one query word earns in one field of a document.

    Attributes
    ----------
    field : str
        Field of the document.
    query_words : str
        Word or term of the query, as written.
    document_words : tuple of str
        Words of the document that it met, as written there.
    kind : BridgeKind
        How the two met.
    target : str
        The word in between: the English equivalent, or the word itself.
    value : float
        Share of the score, positive.
    """

    field: str
    query_words: str
    document_words: tuple[str, ...]
    kind: BridgeKind
    target: str
    value: float


@dataclass(frozen=True, slots=True)
class Hit:
    """One document found.

    Attributes
    ----------
    key : str
        Key of the document.
    score : float
        BM25F score, positive.
    fit : float
        Score as a share of what the query can attain, in (0, 1].
    parts : tuple of Part
        They sum to the score; the greatest first. Empty where no explanation was asked for.
    """

    key: str
    score: float
    fit: float
    parts: tuple[Part, ...] = ()

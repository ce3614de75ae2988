"""An immutable inverted index over analysed documents, kept in numpy arrays."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from zwornik.methods.text.analysis import AnalysedRecord
from zwornik.methods.text.groups import Group

Documents = NDArray[np.int32]
Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FieldParameters:
    """How a field counts in the index.

    Attributes
    ----------
    weight : float
        Multiplies the term frequencies of the field.
    b : float
        Strength of length normalisation in [0, 1].
    """

    weight: float = 1.0
    b: float = 0.75


DEFAULT_FIELDS: Mapping[str, FieldParameters] = {"title": FieldParameters(weight=1.0)}


@dataclass(slots=True)
class _Occurrences:
    """Term occurrences in the order read: parallel columns, one row per term of a group."""

    document: array[int] = field(default_factory=lambda: array("i"))
    place: array[int] = field(default_factory=lambda: array("B"))
    term: array[int] = field(default_factory=lambda: array("i"))
    written: array[int] = field(default_factory=lambda: array("i"))
    weight: array[float] = field(default_factory=lambda: array("f"))


@dataclass(frozen=True, slots=True)
class ForwardEntry:
    """What one document has of one term in one field."""

    field: str
    frequency: float  # normalised for field weight and length
    written: str


class Index:
    r"""Postings of normalised term frequencies, and what is needed to explain them.

    The frequency of term :math:`t` in document :math:`d` unites its fields :math:`f` [1]_:

    .. math:: \tilde{x}_{t,d} = \sum_f \frac{w_f\, x_{t,d,f}}{1 - b_f + b_f\, l_{d,f} / \bar{l}_f}

    with :math:`x` the sum of the weights of the groups that hold the term, :math:`l` the length in
    words as written (a translated word counts once) and :math:`\bar{l}` its mean over the
    documents that have the field.

    Parameters
    ----------
    records : iterable of AnalysedRecord
        Documents with distinct keys; consumed once and not kept.
    fields : mapping of str to FieldParameters, optional
        Fields not named count with the default parameters.

    Raises
    ------
    ValueError
        If two documents have the same key.

    References
    ----------
    .. [1] Robertson, S., Zaragoza, H. (2009). The probabilistic relevance framework: BM25 and
       beyond. Foundations and Trends in Information Retrieval 3(4), 333-389.
    """

    def __init__(
        self,
        records: Iterable[AnalysedRecord],
        fields: Mapping[str, FieldParameters] = DEFAULT_FIELDS,
    ) -> None:
        self.keys: list[str] = []
        self.terms: dict[str, int] = {}
        self.english_spellings: dict[str, int] = {}
        self.polish_spellings: dict[str, int] = {}
        self._field_places: dict[str, int] = {}
        self._written: dict[str, int] = {}
        found, lengths = self._read(records)
        self._arrange(found, lengths, fields)

    def __len__(self) -> int:
        return len(self.keys)

    # -- reading ---------------------------------------------------------------------------

    def _read(self, records: Iterable[AnalysedRecord]) -> tuple[_Occurrences, array[int]]:
        found, lengths = _Occurrences(), array("i")
        remembered: dict[int, tuple[Group, list[int], list[float], int]] = {}
        for record in records:
            number = len(self.keys)
            self.keys.append(record.key)
            for name, text in record.fields:
                place = self._field_places.setdefault(name, len(self._field_places))
                length = 0
                for group in text.groups:
                    known = remembered.get(id(group))
                    if known is None:
                        known = remembered[id(group)] = self._intern(group)
                    _group, terms, weights, written = known
                    found.document.extend([number] * len(terms))
                    found.place.extend([place] * len(terms))
                    found.term.extend(terms)
                    found.weight.extend(weights)
                    found.written.extend([written] * len(terms))
                    length += group.width
                lengths.extend((number, place, length))
        if len(set(self.keys)) < len(self.keys):
            repeated = sorted(key for key in set(self.keys) if self.keys.count(key) > 1)
            raise ValueError(f"Two documents have the same key: {', '.join(repeated[:5])}")
        return found, lengths

    def _intern(self, group: Group) -> tuple[Group, list[int], list[float], int]:
        terms = [self.terms.setdefault(term, len(self.terms)) for term, _w in group.occurrences]
        written = self._written.setdefault(group.written, len(self._written))
        if group.spelling:
            spellings = self.polish_spellings if group.polish else self.english_spellings
            spellings.setdefault(group.spelling, terms[0])
        return group, terms, [weight for _term, weight in group.occurrences], written

    # -- arranging -------------------------------------------------------------------------

    def _arrange(self, found: _Occurrences, lengths: array[int], fields: Mapping[str, FieldParameters]) -> None:
        document = np.frombuffer(found.document, np.int32) if found.document else np.zeros(0, np.int32)
        place = np.frombuffer(found.place, np.uint8) if found.place else np.zeros(0, np.uint8)
        term = np.frombuffer(found.term, np.int32) if found.term else np.zeros(0, np.int32)
        weight = np.frombuffer(found.weight, np.float32) if found.weight else np.zeros(0, np.float32)
        written = np.frombuffer(found.written, np.int32) if found.written else np.zeros(0, np.int32)
        norms = self._norms(lengths, fields)
        n_fields = max(1, len(self._field_places))
        # forward: document, term, field
        order = np.lexsort((place, term, document))
        d, t, p = document[order], term[order], place[order]
        new = np.ones(len(order), bool)
        new[1:] = (np.diff(d) != 0) | (np.diff(t) != 0) | (np.diff(p) != 0)
        first = np.flatnonzero(new)
        self._f_doc, self._f_term, self._f_place = d[first], t[first], p[first]
        freq = np.add.reduceat(weight[order].astype(np.float64), first) if len(first) else np.zeros(0)
        self._f_freq = (freq * norms[self._f_doc, self._f_place]).astype(np.float32)
        self._f_written = written[order][first]
        self._f_start = np.searchsorted(self._f_doc, np.arange(len(self.keys) + 1))
        # inverted: term, document
        order = np.lexsort((self._f_doc, self._f_term))
        d, t, x = self._f_doc[order], self._f_term[order], self._f_freq[order].astype(np.float64)
        new = np.ones(len(order), bool)
        new[1:] = (np.diff(d) != 0) | (np.diff(t) != 0)
        first = np.flatnonzero(new)
        self._docs = d[first]
        self._freqs = (np.add.reduceat(x, first) if len(first) else np.zeros(0)).astype(np.float32)
        self._start = np.searchsorted(t[first], np.arange(len(self.terms) + 1))
        self.key_rank = np.argsort(np.argsort(np.array(self.keys, dtype=object))) if self.keys else np.zeros(0, int)

    def _norms(self, lengths: array[int], fields: Mapping[str, FieldParameters]) -> Values:
        table = np.array(lengths, np.int64).reshape(-1, 3)
        size = np.zeros((len(self.keys), max(1, len(self._field_places))))
        np.add.at(size, (table[:, 0], table[:, 1]), table[:, 2])
        norms = np.zeros_like(size)
        self.field_names = list(self._field_places)
        self.field_parameters = [fields.get(n, FieldParameters()) for n in self.field_names]
        for place, par in enumerate(self.field_parameters):
            l = size[:, place]
            mean = l[l > 0].mean() if (l > 0).any() else 1.0
            norms[:, place] = par.weight / (1 - par.b + par.b * l / mean)
        self.sizes = size
        return norms

    def postings(self, term: str) -> tuple[Documents, NDArray[np.float32]] | None:
        number = self.terms.get(term)
        if number is None:
            return None
        span = slice(self._start[number], self._start[number + 1])
        return self._docs[span], self._freqs[span]

    def document_frequency(self, term: str) -> int:
        number = self.terms.get(term)
        return 0 if number is None else int(self._start[number + 1] - self._start[number])

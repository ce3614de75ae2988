"""An immutable inverted index over analysed documents, kept in numpy arrays."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from zwornik.methods.retrieval.occurrences import Columns, OccurrenceReader
from zwornik.methods.retrieval.parameters import FieldParameters, IndexParameters
from zwornik.methods.text.analysis import AnalysedRecord
from zwornik.methods.text.grouping import POLISH_TERM

Numbers = NDArray[np.int32]
Frequencies = NDArray[np.float64]
Postings = tuple[Numbers, Frequencies]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What one document has of one term in one field."""

    field: str
    frequency: float  # normalised for weight and length of the field
    written: str


def united_frequency(occurrences: Iterable[Occurrence]) -> float:
    """Return the frequency of a term over its fields, rounded as its postings are."""
    return float(np.float32(sum(occurrence.frequency for occurrence in occurrences)))


def family_of(term: str, letters: int) -> str | None:
    """Return the word family of a term, none for a short term, a number or a measure.

    Examples
    --------
    >>> family_of("filtrat", 5), family_of("pl:filtrowac", 5), family_of("co2", 5)
    ('filtr', 'pl:filtr', None)
    """
    word = term.removeprefix(POLISH_TERM)
    if len(word) <= letters or not word.isalpha():
        return None
    return term[: len(term) - len(word) + letters]


def _starts(*columns: NDArray[np.int32] | NDArray[np.uint8]) -> NDArray[np.intp]:
    """Return where a new combination of values begins in sorted columns."""
    changed = np.zeros(max(0, len(columns[0]) - 1), bool)
    for column in columns:
        changed |= column[1:] != column[:-1]
    first = np.zeros(min(1, len(columns[0])), np.intp)
    return np.concatenate([first, np.flatnonzero(changed) + 1])


class Index:
    r"""Postings of normalised term frequencies, and what is needed to explain them.

    The frequency of term :math:`t` in document :math:`d` unites its fields :math:`f` [1]_:

    .. math:: x_{t,d} = \sum_f \frac{w_f\, n_{t,d,f}}{1 - b_f + b_f\, l_{d,f} / \bar{l}_f}

    with :math:`n` the summed weights of the groups that hold the term, :math:`l` the length in
    words as written (a translated word counts once), :math:`\bar{l}` its mean over documents that
    have the field. The frequency of a word family is that of its most frequent member.

    Parameters
    ----------
    records : iterable of AnalysedRecord
        Documents with distinct keys; read once and not kept.
    parameters : IndexParameters, optional
        Field weights and length normalisation.

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
        self, records: Iterable[AnalysedRecord], parameters: IndexParameters | None = None
    ) -> None:
        self.parameters = parameters or IndexParameters()
        reader = OccurrenceReader()
        reader.read_all(records)
        self.keys = reader.keys
        self.term_numbers = reader.terms
        self.polish_spellings = reader.polish_spellings
        self.english_spellings = reader.english_spellings
        self.field_names = list(reader.field_names)
        self._written_forms = list(reader.written_forms)
        self._families, self._family_of_term = self._find_families()
        self._arrange_by_document(reader.columns(), self._norms(reader.lengths()))
        self._arrange_by_term()
        self.key_order = np.argsort(np.argsort(np.array(self.keys, dtype=object), kind="stable"))

    def __len__(self) -> int:
        return len(self.keys)

    def _field(self, name: str) -> FieldParameters:
        return self.parameters.fields.get(name, FieldParameters())

    @property
    def whole_field_weight(self) -> float:
        """Frequency of a term that stands once in every field of average length."""
        return sum(self._field(name).weight for name in self.field_names)

    def _norms(self, lengths: Frequencies) -> Frequencies:
        norms = np.ones_like(lengths)
        for place, name in enumerate(self.field_names):
            field, length = self._field(name), lengths[:, place]
            mean = length[length > 0].mean() if length.any() else 1.0
            norms[:, place] = field.weight / (1 - field.b + field.b * length / mean)
        return norms

    def _find_families(self) -> tuple[dict[str, int], Numbers]:
        families: dict[str, int] = {}
        members = np.full(len(self.term_numbers), -1, np.int32)
        for term, number in self.term_numbers.items():
            family = family_of(term, self.parameters.family_letters)
            if family is not None:
                members[number] = families.setdefault(family, len(families))
        return families, members

    def _arrange_by_document(self, columns: Columns, norms: Frequencies) -> None:
        found = columns.rows(np.lexsort((columns.field, columns.term, columns.document)))
        first = _starts(found.document, found.term, found.field)
        kept = found.rows(first)
        sums = np.add.reduceat(found.weight, first) if len(first) else found.weight
        frequency = sums * norms[kept.document, kept.field]
        self._terms_in, self._fields_in, self._written_in = kept.term, kept.field, kept.written
        self._frequencies_in = frequency.astype(np.float32)
        self._documents_of = kept.document
        self._document_start = np.searchsorted(kept.document, np.arange(len(self.keys) + 1))

    def _arrange_by_term(self) -> None:
        order = np.lexsort((self._documents_of, self._terms_in))
        document, term = self._documents_of[order], self._terms_in[order]
        frequency = self._frequencies_in[order].astype(np.float64)
        first = _starts(term, document)
        united = np.add.reduceat(frequency, first) if len(first) else frequency
        document, term, united = document[first], term[first], united.astype(np.float32)
        family = self._family_of_term[term]
        order = np.lexsort((document, family))[np.count_nonzero(family < 0) :]
        starts = _starts(family[order], document[order])
        largest = np.maximum.reduceat(united[order], starts) if len(starts) else united[order]
        self._posted = np.concatenate([document, document[order][starts]])
        self._frequencies = np.concatenate([united, largest])
        numbers = np.concatenate([term, family[order][starts] + len(self.term_numbers)])
        n_lists = len(self.term_numbers) + len(self._families)
        self._list_start = np.searchsorted(numbers, np.arange(n_lists + 1))

    def number(self, term: str) -> int | None:
        """Return the number of a term, none where no document has it."""
        return self.term_numbers.get(term)

    def family_number(self, term: str) -> int | None:
        """Return the number of the family of a term, whether or not the term itself occurs."""
        family = family_of(term, self.parameters.family_letters)
        place = None if family is None else self._families.get(family)
        return None if place is None else len(self.term_numbers) + place

    def postings(self, number: int) -> Postings:
        """Return the documents of a term or family, ascending, and its frequency in each."""
        span = slice(self._list_start[number], self._list_start[number + 1])
        return self._posted[span], self._frequencies[span].astype(np.float64)

    def document_frequency(self, number: int) -> int:
        """Return in how many documents a term or family occurs."""
        return int(self._list_start[number + 1] - self._list_start[number])

    def occurrences(self, document: int) -> Iterator[tuple[int, Occurrence]]:
        """Yield what one document has: number of the term and its occurrence, field by field."""
        for row in range(self._document_start[document], self._document_start[document + 1]):
            yield (
                int(self._terms_in[row]),
                Occurrence(
                    self.field_names[self._fields_in[row]],
                    float(self._frequencies_in[row]),
                    self._written_forms[self._written_in[row]],
                ),
            )

    def family_of_number(self, number: int) -> int | None:
        """Return the number of the family that a term belongs to, none for a term without one."""
        place = int(self._family_of_term[number])
        return None if place < 0 else len(self.term_numbers) + place

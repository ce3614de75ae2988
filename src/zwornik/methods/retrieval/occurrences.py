"""Read analysed documents into columns of numbers: which term, where, how often, written how."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from zwornik.methods.text.analysis import AnalysedRecord, AnalysedText
from zwornik.methods.text.groups import Group


@dataclass(frozen=True, slots=True)
class _Interned:
    """A group met before, as numbers; it is held, so that its identity stays its own."""

    group: Group
    terms: tuple[int, ...]
    weights: tuple[float, ...]
    written: tuple[int, ...]


class OccurrenceReader:
    """Columns that grow with each document read.

    Attributes
    ----------
    keys, field_names, terms, written_forms : list or dict of str
        What the numbers in the columns stand for, in order.
    polish_spellings, english_spellings : dict of str to int
        Words that may be met by spelling, with the term that they stand for.
    """

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.field_names: dict[str, int] = {}
        self.terms: dict[str, int] = {}
        self.written_forms: dict[str, int] = {}
        self.polish_spellings: dict[str, int] = {}
        self.english_spellings: dict[str, int] = {}
        self._document, self._field = array("i"), array("B")
        self._term, self._written, self._weight = array("i"), array("i"), array("f")
        self._lengths = array("i")
        self._interned: dict[int, _Interned] = {}

    def read_all(self, records: Iterable[AnalysedRecord]) -> None:
        """Read documents; they are not kept.

        Raises
        ------
        ValueError
            If two have the same key.
        """
        known: set[str] = set()
        for record in records:
            if record.key in known:
                raise ValueError(f"Two documents have the key {record.key!r}; keys must differ.")
            known.add(record.key)
            for name, text in record.fields:
                self._read(len(self.keys), name, text)
            self.keys.append(record.key)

    def _read(self, document: int, field_name: str, text: AnalysedText) -> None:
        place = self.field_names.setdefault(field_name, len(self.field_names))
        before, length = len(self._term), 0
        for group in text.groups:
            interned = self._interned.get(id(group)) or self._intern(group)
            self._term.extend(interned.terms)
            self._weight.extend(interned.weights)
            self._written.extend(interned.written)
            length += group.width
        count = len(self._term) - before
        self._document.extend([document] * count)
        self._field.extend([place] * count)
        self._lengths.extend((document, place, length))

    def _intern(self, group: Group) -> _Interned:
        terms = tuple(self.terms.setdefault(term, len(self.terms)) for term, _ in group.occurrences)
        written = self.written_forms.setdefault(group.written, len(self.written_forms))
        if group.spelling and not group.glossed:
            spellings = self.polish_spellings if group.polish else self.english_spellings
            spellings.setdefault(group.spelling, terms[0])
        weights = tuple(weight for _term, weight in group.occurrences)
        interned = _Interned(group, terms, weights, (written,) * len(terms))
        self._interned[id(group)] = interned
        return interned

    def columns(self) -> "Columns":
        """Return what was read as arrays of equal length."""
        return Columns(
            document=np.array(self._document, np.int32),
            field=np.array(self._field, np.uint8),
            term=np.array(self._term, np.int32),
            written=np.array(self._written, np.int32),
            weight=np.array(self._weight, np.float64),
        )

    def lengths(self) -> NDArray[np.float64]:
        """Return the length of each field of each document in words, shape (documents, fields)."""
        table = np.array(self._lengths, np.int64).reshape(-1, 3)
        lengths = np.zeros((len(self.keys), len(self.field_names)))
        np.add.at(lengths, (table[:, 0], table[:, 1]), table[:, 2])
        return lengths


@dataclass(frozen=True, slots=True)
class Columns:
    """Term occurrences, one row each, all columns of equal length."""

    document: NDArray[np.int32]
    field: NDArray[np.uint8]
    term: NDArray[np.int32]
    written: NDArray[np.int32]
    weight: NDArray[np.float64]

    def rows(self, order: NDArray[np.intp]) -> "Columns":
        """Return chosen rows in a chosen order."""
        return Columns(
            self.document[order],
            self.field[order],
            self.term[order],
            self.written[order],
            self.weight[order],
        )

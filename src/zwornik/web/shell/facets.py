"""Facets: how a list is narrowed by what its rows are, counted in one pass over the rows.

A room describes its facets as aspects, reads the rows of the list (a few columns each) in one
query, and gets back the chosen rows, the facets with counts, and a chip for every active filter:

    aspects = [Aspect(_("State"), "state", RecordStatus.choices, lambda row: [row["status"]])]
    narrowed = narrow(rows, aspects, request.GET)

Several values of one facet mean "or", several facets "and"; the count beside a value says how
many rows it would show together with what is chosen in the other facets.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import QueryDict
from django.utils.text import capfirst

Row = TypeVar("Row")
MOST_SHOWN = 7


@dataclass(frozen=True)
class Aspect(Generic[Row]):
    """One thing by which rows differ: its heading, parameter, values, and how a row has them."""

    label: object
    parameter: str
    choices: Sequence[tuple[str, object]]
    values_of: Callable[[Row], Iterable[str]]


@dataclass(frozen=True)
class Option:
    """One value of a facet, how many rows have it, and whether it is chosen."""

    value: str
    label: str
    count: int
    checked: bool


@dataclass(frozen=True)
class Facet:
    """A heading with the values that occur; long lists fold after the first few."""

    label: str
    parameter: str
    options: tuple[Option, ...]

    @property
    def shown(self) -> tuple[Option, ...]:
        """The values that are always seen."""
        return self.options if len(self.options) <= MOST_SHOWN + 1 else self.options[:MOST_SHOWN]

    @property
    def folded(self) -> tuple[Option, ...]:
        """The values that are seen once the list is unfolded."""
        return self.options[len(self.shown) :]

    @property
    def is_open(self) -> bool:
        """Whether a folded value is chosen, so that it must be seen."""
        return any(option.checked for option in self.folded)


@dataclass(frozen=True)
class Chip:
    """An active filter, and the address of the list without it."""

    label: str
    address: str


@dataclass(frozen=True)
class Narrowed(Generic[Row]):
    """The rows that are left, of how many, with the facets, the chips, and the way back to all."""

    rows: list[Row]
    total: int
    facets: tuple[Facet, ...]
    chips: tuple[Chip, ...]
    clear_address: str


def narrow(rows: Sequence[Row], aspects: Sequence[Aspect[Row]], query: QueryDict) -> Narrowed[Row]:
    """Return the rows that have, in every facet with a choice, one of the chosen values."""
    chosen = [_chosen(aspect, query) for aspect in aspects]
    counts: list[dict[str, int]] = [{} for _aspect in aspects]
    left = []
    for row in rows:
        values = [set(aspect.values_of(row)) for aspect in aspects]
        misses = [at for at, wanted in enumerate(chosen) if wanted and not wanted & values[at]]
        if not misses:
            left.append(row)
        for at, held in enumerate(values):
            if misses in ([], [at]):
                _count(counts[at], held)
    facets = tuple(map(_facet, aspects, chosen, counts))
    return Narrowed(
        rows=left,
        total=len(rows),
        facets=tuple(facet for facet in facets if facet.options),
        chips=tuple(_chips(facets, query)),
        clear_address=_address(query, {aspect.parameter for aspect in aspects}),
    )


def _chosen(aspect: Aspect[Row], query: QueryDict) -> set[str]:
    known = {value for value, _label in aspect.choices}
    return known.intersection(query.getlist(aspect.parameter))


def _count(counts: dict[str, int], values: Iterable[str]) -> None:
    for value in values:
        counts[value] = counts.get(value, 0) + 1


def _facet(aspect: Aspect[Row], chosen: set[str], counts: dict[str, int]) -> Facet:
    """Return a facet without the values that would show nothing."""
    options = tuple(
        Option(value, capfirst(str(label)), counts.get(value, 0), value in chosen)
        for value, label in aspect.choices
        if value in counts or value in chosen
    )
    return Facet(str(aspect.label), aspect.parameter, options)


def _chips(facets: Iterable[Facet], query: QueryDict) -> Iterable[Chip]:
    for facet in facets:
        for option in facet.options:
            if option.checked:
                yield Chip(option.label, _without(query, facet.parameter, option.value))


def _without(query: QueryDict, parameter: str, value: str) -> str:
    changed = query.copy()
    changed.pop("page", None)
    changed.setlist(parameter, [other for other in query.getlist(parameter) if other != value])
    return f"?{changed.urlencode()}"


def _address(query: QueryDict, removed: set[str]) -> str:
    changed = query.copy()
    for name in ("page", *removed):
        changed.pop(name, None)
    return f"?{changed.urlencode()}"

"""The map of organisations: dots by kind, towns for orientation, the finding in a sentence."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zwornik.directory.choices import OrganisationKind
from zwornik.directory.models import Organisation

# each kind has its own shape beside its colour, drawn around (0, 0) in a box of 16
SYMBOLS = {
    "firm": "M7 0A7 7 0 1 1-7 0A7 7 0 1 1 7 0Z",
    "university": "M-6-6H6V6H-6Z",
    "institute": "M0-8L8 0L0 8L-8 0Z",
    "hospital": "M-2.5-7H2.5V-2.5H7V2.5H2.5V7H-2.5V2.5H-7V-2.5H-2.5Z",
    "public_body": "M0-7L7.5 6H-7.5Z",
    "business_support": "M0 7L-7.5-6H7.5Z",
    "investor": "M-4-7H4L8 0L4 7H-4L-8 0Z",
    "cluster": "M0-8L1.9-2.6L7.6-2.5L3.1 1L4.7 6.5L0 3.2L-4.7 6.5L-3.1 1L-7.6-2.5L-1.9-2.6Z",
}


@dataclass(frozen=True)
class Dot:
    """One organisation on the map: its place as longitude and latitude in degrees."""

    name: str
    kind: str
    about: str
    at: tuple[float, float]
    address: str


@dataclass(frozen=True)
class Town:
    """A town with organisations: how many, and where its name is written."""

    name: str
    count: int
    at: tuple[float, float] | None


@dataclass(frozen=True)
class MapKind:
    """A kind of organisation on the map: its name, how many there are, its colour and shape."""

    code: str
    label: str
    count: int
    colour: str
    symbol: str


@dataclass(frozen=True)
class OrganisationMap:
    """What the page of the map shows."""

    finding: str
    dots: tuple[Dot, ...]
    towns: tuple[Town, ...]
    kinds: tuple[MapKind, ...]
    organisations: tuple[Any, ...]

    @property
    def without_place(self) -> int:
        """How many organisations of the list have no coordinates."""
        return len(self.organisations) - len(self.dots)

    @property
    def data(self) -> dict[str, Any]:
        """What the script draws."""
        return {
            "dots": [asdict(dot) for dot in self.dots],
            "towns": [asdict(town) for town in self.towns if town.at],
            "kinds": [asdict(kind) for kind in self.kinds],
        }


def map_of(organisations: Iterable[Organisation]) -> OrganisationMap:
    """Return the map of some organisations, in their order."""
    listed = tuple(organisations)
    dots = tuple(_dot(one) for one in listed if _has_place(one))
    towns = tuple(_towns(listed))
    return OrganisationMap(_finding(towns, len(listed)), dots, towns, _kinds(listed), listed)


def _has_place(organisation: Organisation) -> bool:
    return organisation.latitude is not None and organisation.longitude is not None


def _dot(organisation: Organisation) -> Dot:
    return Dot(
        name=organisation.name,
        kind=organisation.kind,
        about=" · ".join(filter(None, (organisation.kind_label, organisation.city))),
        at=(organisation.longitude or 0.0, organisation.latitude or 0.0),
        address=reverse("directory:organisation-detail", args=[organisation.pk]),
    )


def _towns(organisations: tuple[Organisation, ...]) -> list[Town]:
    """Return the towns, the largest first."""
    found: dict[str, list[Organisation]] = {}
    for organisation in organisations:
        found.setdefault(organisation.city, []).append(organisation)
    towns = [Town(name, len(those), _label_place(those)) for name, those in found.items() if name]
    return sorted(towns, key=lambda town: (-town.count, town.name))


def _label_place(organisations: list[Organisation]) -> tuple[float, float] | None:
    """Return where the name of a town is written: amid its dots, on the northernmost of them."""
    places = [(o.longitude or 0.0, o.latitude or 0.0) for o in organisations if _has_place(o)]
    if not places:
        return None
    return (sum(east for east, _n in places) / len(places), max(north for _e, north in places))


def _kinds(organisations: tuple[Organisation, ...]) -> tuple[MapKind, ...]:
    """Return the kinds that occur; each has the same colour and shape on every map."""
    counts = dict.fromkeys(OrganisationKind.values, 0)
    for organisation in organisations:
        counts[organisation.kind] += 1
    return tuple(
        MapKind(
            code, capfirst(str(OrganisationKind(code).label)), counts[code], f"c{number}", symbol
        )
        for number, (code, symbol) in enumerate(SYMBOLS.items(), start=1)
        if counts[code]
    )


def _finding(towns: tuple[Town, ...], total: int) -> str:
    """Say where most organisations are."""
    if not towns:
        return _("No organisation on the list has a town")
    largest = towns[0]
    numbers = {"town": largest.name, "n": largest.count, "total": total}
    if largest.count == total:
        words = ngettext("%(n)d organisation: %(town)s", "All %(n)d organisations: %(town)s", total)
    elif largest.count == 1:
        words = _("No two of %(total)d organisations are in the same town")
    elif 2 * largest.count > total:
        words = _("More than half are in one town: %(town)s, %(n)d of %(total)d organisations")
    else:
        words = _("The largest group: %(town)s, %(n)d of %(total)d organisations")
    return words % numbers

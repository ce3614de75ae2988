"""The map of organisations: dots by kind, towns for orientation, the finding in a sentence."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zwornik.directory.choices import OrganisationKind
from zwornik.directory.models import Organisation


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
    """A town with organisations: how many, its share of all on the list, and where it lies."""

    name: str
    count: int
    share: float
    at: tuple[float, float] | None


@dataclass(frozen=True)
class OrganisationMap:
    """What the page of the map shows."""

    finding: str
    dots: tuple[Dot, ...]
    towns: tuple[Town, ...]
    kinds: tuple[tuple[str, str, int], ...]
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
            "kinds": [{"code": code, "label": label} for code, label, _count in self.kinds],
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
    """Return the towns, the largest first; each lies in the middle of its dots."""
    found: dict[str, list[Organisation]] = {}
    for organisation in organisations:
        found.setdefault(organisation.city, []).append(organisation)
    towns = [
        Town(name, len(those), len(those) / len(organisations), _middle(those))
        for name, those in found.items()
        if name
    ]
    return sorted(towns, key=lambda town: (-town.count, town.name))


def _middle(organisations: list[Organisation]) -> tuple[float, float] | None:
    places = [(o.longitude or 0.0, o.latitude or 0.0) for o in organisations if _has_place(o)]
    if not places:
        return None
    return (
        sum(east for east, _north in places) / len(places),
        sum(north for _east, north in places) / len(places),
    )


def _kinds(organisations: tuple[Organisation, ...]) -> tuple[tuple[str, str, int], ...]:
    """Return every kind with its name and number; those without any too, so that colours stay."""
    counts = dict.fromkeys(OrganisationKind.values, 0)
    for organisation in organisations:
        counts[organisation.kind] += 1
    return tuple((code, str(OrganisationKind(code).label), counts[code]) for code in counts)


def _finding(towns: tuple[Town, ...], total: int) -> str:
    """Say where most organisations are."""
    if not towns:
        return _("No organisation on the list has a town")
    largest = towns[0]
    numbers = {"town": largest.name, "n": largest.count, "total": total}
    if largest.count == total:
        words = ngettext("%(n)d organisation: %(town)s", "All %(n)d organisations: %(town)s", total)
    elif 2 * largest.count > total:
        words = _("More than half are in one town: %(town)s, %(n)d of %(total)d organisations")
    else:
        words = _("The largest group: %(town)s, %(n)d of %(total)d organisations")
    return words % numbers

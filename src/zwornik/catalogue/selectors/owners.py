"""How the owner of a record is named to a reader: by name, by kind and town, or not at all."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from zwornik.accounts.models import User
from zwornik.catalogue.choices import Anonymity


@dataclass(frozen=True)
class ShownOwner:
    """The owner of a record as a reader may know it.

    Attributes
    ----------
    organisation_id
        Number of the organisation; None for a reader who may not know which it is.
    name, about
        The name; what it is and where. Empty where the reader may not know it.
    """

    organisation_id: int | None
    name: str
    about: str


def with_owners(records: Iterable[Any], viewer: User | None) -> list[Any]:
    """Return records with `owner` set to what a viewer may know of it; None is the public."""
    own = _organisations_known_to(viewer)
    found = list(records)
    for record in found:
        is_known = own is None or record.organisation_id in own
        record.owner = _named(record, Anonymity.NAMED if is_known else record.anonymity)
    return found


def _organisations_known_to(viewer: User | None) -> set[int] | None:
    """Return the organisations that a viewer always knows by name; None means all."""
    if viewer is None:
        return set()
    if viewer.is_staff_member:
        return None
    return set(viewer.seats.values_list("organisation_id", flat=True))


def _named(record: Any, anonymity: str) -> ShownOwner:
    owner = record.organisation
    about = " · ".join(part for part in (owner.kind_label, owner.city) if part)
    if anonymity == Anonymity.NAMED:
        return ShownOwner(owner.pk, owner.name, about)
    return ShownOwner(None, "", about if anonymity == Anonymity.SECTOR else "")

"""What a person outside the team has here and can read, as counts that are links."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from zwornik.accounts.models import User
from zwornik.catalogue.models import RecordQuerySet
from zwornik.catalogue.selectors import KINDS, own_records, readable_records
from zwornik.directory.models import Seat
from zwornik.directory.selectors import organisations_on
from zwornik.web.catalogue.words import COUNTS, ICONS


@dataclass(frozen=True)
class Shelf:
    """Something to read: what, where, and a remark."""

    icon: str
    label: str
    address: str
    about: str = ""


@dataclass(frozen=True)
class Bookcase:
    """Shelves under a heading that says whose they are, and a remark on all of them."""

    heading: str
    about: str
    shelves: tuple[Shelf, ...]


def bookcases_of(user: User, today: date) -> list[Bookcase]:
    """Return what somebody outside the team has here, and what can be read of others."""
    cases = []
    seats = list(user.seats.select_related("organisation").order_by("organisation__name", "pk"))
    if seats:
        heading = ngettext("Your organisation", "Your organisations", len(seats))
        cases.append(Bookcase(heading, "", _own(user, seats)))
    if user.has_perm("catalogue.browse"):
        about = _("What is published for members of the cluster, or for everybody.")
        cases.append(Bookcase(_("In the whole cluster"), about, _of_the_cluster(user, today)))
    return cases


def _own(user: User, seats: list[Seat]) -> tuple[Shelf, ...]:
    organisations = [
        Shelf(
            "building",
            seat.organisation.name,
            reverse("directory:organisation-detail", args=[seat.organisation_id]),
            _("you act for it") if seat.level == "editor" else _("you read what belongs to it"),
        )
        for seat in seats
    ]
    return (*organisations, *_records(user, own_records, "&whose=own"))


def _of_the_cluster(user: User, today: date) -> tuple[Shelf, ...]:
    organisations: QuerySet[Any] = organisations_on(today)
    count = organisations.filter(standing="member").count()
    label = ngettext("%(n)d member of the cluster", "%(n)d members of the cluster", count)
    address = f"{reverse('directory:organisation-list')}?standing=member"
    members = Shelf("building-community", label % {"n": count}, address)
    return (members, *_records(user, readable_records, ""))


def _records(user: User, read: Callable[[User, str], RecordQuerySet], narrowed: str) -> list[Shelf]:
    """Return one shelf for each kind of which there is a record."""
    address = reverse("catalogue:record-list")
    counts = {kind: read(user, kind).count() for kind in KINDS}
    return [
        Shelf(ICONS[kind], str(COUNTS[kind] % {"n": n}), f"{address}?kind={kind}{narrowed}")
        for kind, n in counts.items()
        if n
    ]

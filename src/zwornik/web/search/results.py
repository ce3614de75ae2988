"""What a search finds: organisations, people and records, as far as a person may read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.catalogue.selectors import KINDS, found_records, readable_records, with_owners
from zwornik.directory.selectors import (
    found_organisations,
    found_people,
    organisations_on,
    people_on,
)
from zwornik.web.catalogue.words import ICONS, PLURALS

SHOWN = 8


@dataclass(frozen=True)
class Hit:
    """One result: the record, where it is read, and what is said about it in one line."""

    row: Any
    address: str
    about: str
    is_record: bool = False


@dataclass(frozen=True)
class Group:
    """The results of one kind: the first few, whether there are more, and where all of them are."""

    heading: object
    icon: str
    hits: tuple[Hit, ...]
    has_more: bool
    everything: str


def found_by(viewer: User, query: str, today: date) -> list[Group]:
    """Return what a query finds, by kind; kinds without a result are left out."""
    groups = []
    if viewer.has_perm("directory.read"):
        groups.append(_organisations(query, today))
    if viewer.has_perm("directory.read_people"):
        groups.append(_people(query, today))
    if viewer.has_perm("catalogue.browse"):
        groups += [_records(viewer, kind, query) for kind in KINDS]
    return [group for group in groups if group.hits]


def _organisations(query: str, today: date) -> Group:
    rows = found_organisations(organisations_on(today), query).order_by("name", "pk")
    hits = [
        Hit(row, reverse("directory:organisation-detail", args=[row.pk]), _place(row))
        for row in rows[: SHOWN + 1]
    ]
    everything = reverse("directory:organisation-list", query={"q": query})
    return _group(_("Organisations"), "building", hits, everything)


def _place(organisation: Any) -> str:
    return " · ".join(part for part in (organisation.kind_label, organisation.city) if part)


def _people(query: str, today: date) -> Group:
    people: Iterable[Any] = found_people(people_on(today), query)[: SHOWN + 1]
    hits = [
        Hit(person, reverse("directory:person-detail", args=[person.pk]), _employers(person))
        for person in people
    ]
    everything = reverse("directory:person-list", query={"q": query})
    return _group(_("People"), "users", hits, everything)


def _employers(person: Any) -> str:
    names = (position.organisation.name for position in person.current_positions)
    return " · ".join(dict.fromkeys(names))


def _records(viewer: User, kind: str, query: str) -> Group:
    readable = readable_records(viewer, kind)
    found = found_records(readable, query, knows_owners=viewer.is_staff_member)
    records = with_owners(found.order_by("-recorded_on", "-pk")[: SHOWN + 1], viewer)
    hits = [
        Hit(
            record,
            reverse(f"catalogue:{kind}-detail", args=[record.pk]),
            " · ".join(
                part for part in (record.code, record.owner.name or record.owner.about) if part
            ),
            is_record=True,
        )
        for record in records
    ]
    everything = reverse("catalogue:record-list", query={"kind": kind, "q": query})
    return _group(PLURALS[kind], ICONS[kind], hits, everything)


def _group(heading: object, icon: str, hits: Iterable[Hit], everything: str) -> Group:
    first = tuple(hits)
    return Group(heading, icon, first[:SHOWN], len(first) > SHOWN, everything)

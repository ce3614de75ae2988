"""The menu: what a person can go to, in the order of the work."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.audits.selectors import audits_to_answer, audits_to_close
from zwornik.matching.selectors import needs_awaiting_decision


@dataclass(frozen=True)
class Item:
    """One entry of the menu, with how much waits behind it.

    `current` is "page" where the reader is there, "true" where the reader is further inside.
    """

    label: str
    address: str
    icon: str
    current: str = ""
    waiting: int = 0


@dataclass(frozen=True)
class Group:
    """Entries of the menu under one heading; the first group has none."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Place:
    """Where an entry leads, before it is known where the reader is."""

    label: str
    name: str
    icon: str
    waiting: int = 0


def menu_for(request: HttpRequest, user: User) -> list[Group]:
    """Return the menu of a person: only what the rules let the person open."""
    if not user.is_staff_member:
        prefetch_related_objects([user], "seats")  # the rules ask for them again and again
    groups = (
        ("", [Place(_("Desk"), "desk:desk", "home")]),
        (_("Cluster"), _cluster(user)),
        (_("From audit to agreement"), _chain(user)),
        (_("To the outside"), [Place(_("Public offer"), "offer:list", "external-link")]),
    )
    return [
        Group(heading, tuple(_item(place, request.path) for place in places))
        for heading, places in groups
        if places
    ]


def _item(place: Place, path: str) -> Item:
    address = reverse(place.name)
    inside = "true" if path.startswith(address) else ""
    current = "page" if path == address else inside
    return Item(place.label, address, place.icon, current, place.waiting)


def _cluster(user: User) -> list[Place]:
    places = []
    if user.has_perm("directory.read"):
        places.append(Place(_("Organisations"), "directory:organisation-list", "building"))
    if user.has_perm("directory.read_people"):
        places.append(Place(_("People"), "directory:person-list", "users"))
    return places


def _chain(user: User) -> list[Place]:
    places = _audits(user)
    if user.has_perm("catalogue.browse"):
        places.append(Place(_("Catalogue"), "catalogue:record-list", "books"))
    if user.has_perm("matching.read_matches"):
        waiting = needs_awaiting_decision().count() if user.has_perm("matching.decide") else 0
        places.append(Place(_("Matches"), "matching:need-list", "arrows-join", waiting))
        places.append(Place(_("Glossary"), "matching:glossary", "vocabulary"))
    return places


def _audits(user: User) -> list[Place]:
    if user.has_perm("audits.browse"):
        waiting = audits_to_close().count() if user.has_perm("audits.close_audit") else 0
        return [Place(_("Audits"), "audits:audit-list", "clipboard-check", waiting)]
    if user.has_perm("audits.list_own"):
        waiting = audits_to_answer(user).count()
        return [Place(_("Questionnaires"), "audits:audit-list", "clipboard-check", waiting)]
    return []

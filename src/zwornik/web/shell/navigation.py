"""The menu: what a person can go to, in the order of the work."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.audits.selectors import audits_to_answer, audits_to_close
from zwornik.matching.selectors import needs_awaiting_decision


@dataclass(frozen=True)
class Item:
    """One entry of the menu, with how much waits behind it."""

    label: str
    address: str
    icon: str
    is_current: bool
    waiting: int = 0


@dataclass(frozen=True)
class Group:
    """Entries of the menu under one heading; the first group has none."""

    heading: str
    items: tuple[Item, ...]


Count = Callable[[User], int]


def menu_for(request: HttpRequest, user: User) -> list[Group]:
    """Return the menu of a person: only what the rules let the person open."""

    def item(label: str, name: str, icon: str, prefix: str, waiting: int = 0) -> Item:
        address = reverse(name)
        is_current = _inside(request.path, prefix)
        return Item(label, address, icon, is_current, waiting)

    groups = [Group("", (item(_("Desk"), "desk:desk", "home", "/desk/"),))]
    cluster = [
        item(_("Organisations"), "directory:organisation-list", "building", "/organisations/")
    ]
    if user.has_perm("directory.read_people"):
        cluster.append(item(_("People"), "directory:person-list", "users", "/people/"))
    groups.append(Group(_("Cluster"), tuple(cluster)))
    groups.append(Group(_("From audit to agreement"), tuple(_chain(user, item))))
    outside = [item(_("Public offer"), "offer:list", "external-link", "/offer/")]
    groups.append(Group(_("To the outside"), tuple(outside)))
    return groups


def _chain(user: User, item: Callable[..., Item]) -> list[Item]:
    items = []
    if user.has_perm("audits.browse"):
        waiting = audits_to_close().count() if user.has_perm("audits.close_audit") else 0
        items.append(item(_("Audits"), "audits:audit-list", "clipboard-check", "/audits/", waiting))
    elif user.seats.exists():
        waiting = audits_to_answer(user).count()
        label = _("Questionnaires")
        items.append(item(label, "audits:audit-list", "clipboard-check", "/audits/", waiting))
    items.append(item(_("Catalogue"), "catalogue:record-list", "books", "/catalogue/"))
    if user.has_perm("matching.read_matches"):
        waiting = needs_awaiting_decision().count() if user.has_perm("matching.decide") else 0
        name = "matching:need-list"
        items.append(item(_("Matches"), name, "arrows-join", "/matching/needs/", waiting))
    if user.has_perm("matching.edit_glossary"):
        items.append(item(_("Glossary"), "matching:glossary", "vocabulary", "/matching/glossary/"))
    return items


def _inside(path: str, prefix: str) -> bool:
    """Say whether an address lies in a part of the product, whatever its language."""
    return prefix in path

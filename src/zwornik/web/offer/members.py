"""The members of the cluster as everybody may know them: name, kind, town, fields, offers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from zwornik.catalogue.selectors import public_offer_counts
from zwornik.directory.choices import OrganisationKind, Standing
from zwornik.directory.selectors import organisations_on
from zwornik.methods.text.folding import fold
from zwornik.web.catalogue.aspects import field_choices
from zwornik.web.shell.facets import Aspect, Narrowed, narrow

PAGE_SIZE = 40


@dataclass(frozen=True)
class MemberList:
    """The members that were asked for, in alphabetical order, and how many offers each has."""

    query: str
    narrowed: Narrowed[Any]
    page: Page[Any]


def members_asked(parameters: QueryDict, today: date) -> MemberList:
    """Return the members of the cluster on a day that an address asks for."""
    query = parameters.get("q", "").strip()
    everybody: list[Any] = list(organisations_on(today))
    members = [one for one in everybody if one.standing == Standing.MEMBER]
    if query:
        wanted = fold(query)
        members = [m for m in members if wanted in fold(f"{m.name} {m.name_en} {m.city}")]
    members.sort(key=lambda member: fold(member.name.lstrip("„“\"'«(")))
    aspects: list[Aspect[Any]] = [
        Aspect(_("Kind"), "kind", OrganisationKind.choices, lambda member: [member.kind]),
        Aspect(_("Area"), "field", field_choices(), _codes),
    ]
    narrowed = narrow(members, aspects, parameters)
    page: Page[Any] = Paginator(narrowed.rows, PAGE_SIZE).get_page(parameters.get("page"))
    counts = public_offer_counts([member.pk for member in page.object_list])
    for member in page.object_list:
        member.offers = counts[member.pk]
        member.codes = _codes(member)
    return MemberList(query, narrowed, page)


def _codes(member: Any) -> list[str]:
    return [row.code for row in sorted(member.field_rows.all(), key=lambda row: row.order)]

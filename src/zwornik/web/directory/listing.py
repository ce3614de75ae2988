"""The list of organisations: found, narrowed by facets, put in order, page by page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.catalogue.selectors import record_counts
from zwornik.directory.choices import OrganisationKind, SizeClass, Standing
from zwornik.directory.models.organisation import OrganisationQuerySet
from zwornik.directory.selectors import (
    OrganisationRow,
    found_organisations,
    organisations_in_order,
    organisations_on,
    rows_of_organisations,
)
from zwornik.web.directory.words import (
    CountLink,
    ago,
    count_links,
    field_choices,
    field_labels,
    short_name,
)
from zwornik.web.shell.facets import Aspect, Narrowed, narrow

PAGE_SIZE = 20
Orders = list[tuple[str, str, bool]]


@dataclass(frozen=True)
class Listing:
    """What a list shows: what was searched, what was chosen, and the organisations in order."""

    query: str
    narrowed: Narrowed[OrganisationRow]
    orders: Orders
    organisations: OrganisationQuerySet

    @property
    def order(self) -> str:
        """The order that is chosen."""
        return next(value for value, _words, is_chosen in self.orders if is_chosen)


@dataclass(frozen=True)
class ListedOrganisation:
    """One row of the list, with what it has in the catalogue and how long ago it was talked to."""

    organisation: Any
    fields: str
    counts: list[CountLink]
    talked: str
    talked_by: str


def listing_of(viewer: User, parameters: QueryDict, today: date) -> Listing:
    """Return the list that a viewer asks for."""
    query = parameters.get("q", "").strip()
    found = organisations_on(today)
    if query:
        found = found_organisations(found, query)
    rows = rows_of_organisations(found)
    narrowed = narrow(rows, aspects_of(rows), parameters)
    orders = orders_for(viewer, parameters.get("order", ""))
    order = next(value for value, _words, is_chosen in orders if is_chosen)
    chosen = organisations_on(today).filter(pk__in=[row.pk for row in narrowed.rows])
    return Listing(query, narrowed, orders, organisations_in_order(chosen, order))


def aspects_of(rows: Iterable[OrganisationRow]) -> list[Aspect[OrganisationRow]]:
    """Return by what organisations differ; the counties are of the rows, the largest first."""
    return [
        Aspect(_("Standing"), "standing", Standing.choices, lambda row: [row.standing]),
        Aspect(_("Kind"), "kind", class_choices(), lambda row: [row.class_code]),
        Aspect(_("Field"), "field", field_choices(), lambda row: row.fields),
        Aspect(_("County"), "county", _counties(rows), lambda row: [row.county or "unknown"]),
    ]


def class_choices() -> list[tuple[str, object]]:
    """Return the kinds of organisations, firms by their size."""
    others = [choice for choice in OrganisationKind.choices if choice[0] != OrganisationKind.FIRM]
    unsized = (OrganisationKind.FIRM.value, _("firm of unknown size"))
    return [*SizeClass.choices, unsized, *others]


def _counties(rows: Iterable[OrganisationRow]) -> list[tuple[str, object]]:
    counts: dict[str, int] = {}
    for row in rows:
        if row.county:
            counts[row.county] = counts.get(row.county, 0) + 1
    largest_first = sorted(counts, key=lambda county: (-counts[county], county))
    return [*((county, county) for county in largest_first), ("unknown", _("not stated"))]


def orders_for(viewer: User, chosen: str) -> Orders:
    """Return the orders in words, the chosen one marked; talks only for those who may read them."""
    words = {"name": _("name, from A to Z")}
    if viewer.has_perm("directory.read_conversations"):
        words["contact"] = _("longest without contact first")
    words["newest"] = _("newest entry first")
    chosen = chosen if chosen in words else "name"
    return [(value, label, value == chosen) for value, label in words.items()]


def page_of(listing: Listing, viewer: User, number: str | None, today: date) -> Page[Any]:
    """Return one page of a list, with what each organisation has in the catalogue."""
    page: Page[Any] = Paginator(listing.organisations, PAGE_SIZE).get_page(number)
    shown = list(page.object_list)
    counts = record_counts([organisation.pk for organisation in shown], viewer)
    page.object_list = [_listed(one, counts.get(one.pk, {}), today) for one in shown]
    return page


def _listed(organisation: Any, counts: dict[str, int], today: date) -> ListedOrganisation:
    talk_on = organisation.last_talk_on
    return ListedOrganisation(
        organisation=organisation,
        fields=field_labels(organisation.field_rows.all()),
        counts=count_links(organisation.pk, counts),
        talked=ago(talk_on, today) if talk_on else "",
        talked_by=short_name(organisation.last_talk_by or ""),
    )

"""The list of one kind of records: found, narrowed by facets, put in order, page by page."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.catalogue.selectors import (
    KINDS,
    found_records,
    readable_records,
    records_in_order,
    rows_of,
    with_owners,
)
from zwornik.core.bilingual import other_language, reader_language
from zwornik.methods.text.folding import fold
from zwornik.web.catalogue.aspects import Row, aspects_of, organisation_aspect
from zwornik.web.shell.facets import Narrowed, narrow

PAGE_SIZE = 20
URGENT_FIRST = {"high": 0, "medium": 1, "low": 2}
Orders = list[tuple[str, str, bool]]


@dataclass(frozen=True)
class Listing:
    """What a list shows: of which kind, what was searched, the chosen rows and their order."""

    kind: str
    query: str
    narrowed: Narrowed[Row]
    orders: Orders

    @property
    def numbers(self) -> list[int]:
        """The numbers of all chosen records, in order."""
        return [row["pk"] for row in self.narrowed.rows]


def kind_asked(parameters: QueryDict) -> str:
    """Return the kind that an address asks for; technologies where it does not say."""
    kind = parameters.get("kind", "")
    return kind if kind in KINDS else "technology"


def listing_of(viewer: User, parameters: QueryDict) -> Listing:
    """Return the list that a viewer asks for."""
    kind, query = kind_asked(parameters), parameters.get("q", "").strip()
    is_team = viewer.is_staff_member
    known = None if is_team else set(viewer.seats.values_list("organisation_id", flat=True))
    records = readable_records(viewer, kind)
    if query:
        records = found_records(records, query, knows_owners=is_team)
    rows = rows_of(records, kind)
    aspects = aspects_of(kind, known)
    aspects += organisation_aspect(rows, parameters.get("organisation", ""), known)
    narrowed = narrow(rows, aspects, parameters)
    orders = orders_of(kind, parameters.get("order", ""))
    put_in_order(narrowed.rows, next(value for value, _words, chosen in orders if chosen))
    return Listing(kind, query, narrowed, orders)


def page_of(listing: Listing, viewer: User, number: str | None) -> Page[Any]:
    """Return one page of a list, with the records as the viewer may know them."""
    page: Page[Any] = Paginator(listing.numbers, PAGE_SIZE).get_page(number)
    page.object_list = with_owners(records_in_order(listing.kind, page.object_list), viewer)
    return page


def orders_of(kind: str, chosen: str) -> Orders:
    """Return the orders of a list in words, with the chosen one marked, else newest first."""
    words = {"newest": _("newest first"), "title": _("title, from A to Z")}
    if kind == "technology":
        words["readiness"] = _("most developed first")
    if kind == "need":
        words["urgency"] = _("most urgent first")
    chosen = chosen if chosen in words else "newest"
    return [(value, label, value == chosen) for value, label in words.items()]


def put_in_order(rows: list[Row], order: str) -> None:
    """Sort rows that come newest first; rows that are alike stay so."""
    if order == "title":
        rows.sort(key=shown_title)
    elif order == "readiness":
        rows.sort(key=lambda row: (-(row.get("trl_verified") or 0), -(row.get("trl_claimed") or 0)))
    elif order == "urgency":
        rows.sort(key=lambda row: URGENT_FIRST.get(row["urgency"], 3))


def shown_title(row: Row) -> str:
    """Return the title of a row as the reader sees it, folded, so that ł stands by l."""
    language = reader_language()
    title = row[f"title_{language}"] or row[f"title_{other_language(language)}"]
    return fold(title.lstrip("„“\"'«("))

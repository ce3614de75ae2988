"""Reading the catalogue: the list with facets, its export, and the page of a record."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from zwornik.accounts.models import User
from zwornik.catalogue.models import CatalogueRecord
from zwornik.catalogue.selectors import (
    KINDS,
    detailed_records,
    records_in_order,
    table_of_records,
)
from zwornik.web.catalogue.listing import listing_of, page_of
from zwornik.web.catalogue.record import details_of, page_of_record
from zwornik.web.catalogue.state import detail_address, revision_of
from zwornik.web.catalogue.words import ADD, EMPTY, LEADS, PLURALS, count_words, show_words
from zwornik.web.shell.downloads import sheet_response
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require


@login_required
@require_safe
def record_list(request: SignedInRequest) -> HttpResponse:
    """List the records of one kind that a person may read."""
    require(request.user, "catalogue.browse")
    listing = listing_of(request.user, request.GET)
    kind, shown = listing.kind, len(listing.numbers)
    context = {
        "listing": listing,
        "kept": {"kind": kind},
        "page": page_of(listing, request.user, request.GET.get("page")),
        "row": f"catalogue/row_{kind}.html",
        "heading": f"catalogue/heading_{kind}.html",
        "kinds": [(name, PLURALS[name], name == kind) for name in KINDS],
        "count": count_words(kind, shown, listing.narrowed.total),
        "apply": show_words(kind, shown),
        "lead": LEADS[kind],
        "empty": EMPTY[kind],
        "add": ADD[kind] if may_add(request.user) else "",
    }
    return render(request, "catalogue/list.html", context)


def may_add(user: User) -> bool:
    """Whether a person can write records of some organisation."""
    return user.role == "coordinator" or user.seats.filter(level="editor").exists()


@login_required
@require_safe
def record_export(request: SignedInRequest) -> HttpResponse:
    """Hand out exactly the chosen records, as a workbook or as CSV."""
    require(request.user, "catalogue.export")
    listing = listing_of(request.user, request.GET)
    records = records_in_order(listing.kind, listing.numbers, whole=True)
    return sheet_response(table_of_records(records, listing.kind), request.GET.get("format"))


@login_required
@require_safe
def record_detail(request: SignedInRequest, pk: int, kind: str) -> HttpResponse:
    """Show a record; whoever may not read a superseded one is led to the newer."""
    record = get_object_or_404(detailed_records(kind), pk=pk)
    newer = newer_for(request.user, record)
    if newer is not None:
        return redirect(detail_address(newer))
    require(request.user, "catalogue.read_record", record)
    context = {"record": record, "page": page_of_record(request.user, record), "kind": kind}
    context |= {"plural": PLURALS[kind]} | details_of(record)
    return render(request, f"catalogue/{kind}.html", context)


def newer_for(viewer: User, record: CatalogueRecord) -> CatalogueRecord | None:
    """Return the newer record that a person may read in place of one that is closed to them."""
    newer = revision_of(record)
    if newer is None or viewer.has_perm("catalogue.read_record", record):
        return None
    return newer if viewer.has_perm("catalogue.read_record", newer) else None

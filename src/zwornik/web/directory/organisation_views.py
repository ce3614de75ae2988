"""Screens of organisations: the list and the map, the record, and the form."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zwornik.directory.selectors import organisations_on, table_of_organisations
from zwornik.directory.services import (
    confirm_organisation,
    record_organisation,
    revise_organisation,
)
from zwornik.web.directory.forms import NewOrganisationForm, OrganisationForm, OwnOrganisationForm
from zwornik.web.directory.forms.organisation import initial_of
from zwornik.web.directory.headings import organisation_headings
from zwornik.web.directory.listing import listing_of, page_of
from zwornik.web.directory.places import map_of
from zwornik.web.directory.record import page_of_organisation
from zwornik.web.directory.words import organisations_shown
from zwornik.web.shell.downloads import sheet_response
from zwornik.web.shell.forms import add_errors
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require


@login_required
@require_GET
def organisation_list(request: SignedInRequest) -> HttpResponse:
    """List the organisations that were searched and chosen, or show them on a map."""
    require(request.user, "directory.read")
    today = timezone.localdate()
    listing = listing_of(request.user, request.GET, today)
    shown = len(listing.narrowed.rows)
    context: dict[str, Any] = {
        "listing": listing,
        "narrowed": listing.narrowed,
        "orders": listing.orders,
        "shown": organisations_shown(shown, listing.narrowed.total),
        "apply": ngettext("Show %(n)d organisation", "Show %(n)d organisations", shown)
        % {"n": shown},
    }
    if request.GET.get("view") == "map":
        context |= {"map": map_of(listing.organisations), "kept": {"view": "map"}}
        return render(request, "directory/organisation_map.html", context)
    context["page"] = page_of(listing, request.user, request.GET.get("page"), today)
    return render(request, "directory/organisation_list.html", context)


@login_required
@require_GET
def organisation_export(request: SignedInRequest) -> HttpResponse:
    """Hand out exactly the organisations of a list, as a workbook or as CSV."""
    require(request.user, "directory.export")
    listing = listing_of(request.user, request.GET, timezone.localdate())
    table = table_of_organisations(listing.organisations, organisation_headings())
    return sheet_response(table, request.GET.get("format"))


@login_required
@require_GET
def organisation_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show an organisation with everything that this person may see of it."""
    require(request.user, "directory.read")
    today = timezone.localdate()
    organisation = get_object_or_404(organisations_on(today), pk=pk)
    context = {"shown": page_of_organisation(request.user, organisation, today)}
    return render(request, "directory/organisation_detail.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def organisation_add(request: SignedInRequest) -> HttpResponse:
    """Show the form for a new organisation, or record it."""
    require(request.user, "directory.add_organisation")
    today = timezone.localdate()
    form = NewOrganisationForm(
        request.POST or None, initial={"country_code": "PL", "source_on": today}
    )
    if form.is_valid():
        standing = (form.cleaned_data["standing"], form.cleaned_data["since_on"])
        try:
            organisation = record_organisation(**form.facts(today), standing=standing)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("%(name)s was added.") % {"name": organisation})
            return redirect("directory:organisation-detail", organisation.pk)
    return render(request, "directory/organisation_form.html", {"form": form})


@login_required
@require_http_methods(["GET", "POST"])
def organisation_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the form with an organisation's facts, or write what was changed."""
    today = timezone.localdate()
    organisation = get_object_or_404(organisations_on(today), pk=pk)
    require(request.user, "directory.change_organisation", organisation)
    form_class = OrganisationForm if request.user.is_staff_member else OwnOrganisationForm
    form = form_class(request.POST or None, initial=initial_of(organisation))
    if form.is_valid():
        try:
            revise_organisation(organisation=organisation, **form.facts(today))
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("The changes were saved."))
            return redirect("directory:organisation-detail", pk)
    context = {"form": form, "organisation": organisation, "name": form.initial["name"]}
    return render(request, "directory/organisation_form.html", context)


@login_required
@require_POST
def organisation_confirm(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write that the organisation stands by the facts recorded about it."""
    today = timezone.localdate()
    organisation = get_object_or_404(organisations_on(today), pk=pk)
    require(request.user, "directory.change_organisation", organisation)
    confirm_organisation(organisation=organisation, confirmed_on=today)
    messages.success(request, _("The facts are confirmed from today on."))
    return redirect("directory:organisation-detail", pk)

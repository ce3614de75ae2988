"""Screens of people: the list, the record, and the forms."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from zwornik.directory.selectors import people_on, table_of_people
from zwornik.directory.services import record_person
from zwornik.web.directory.forms import NewPersonForm, PersonForm
from zwornik.web.directory.forms.person import initial_of_person
from zwornik.web.directory.headings import person_headings
from zwornik.web.directory.listing import PAGE_SIZE
from zwornik.web.directory.person_listing import person_listing_of
from zwornik.web.directory.person_record import page_of_person
from zwornik.web.directory.words import people_shown
from zwornik.web.shell.downloads import sheet_response
from zwornik.web.shell.forms import add_errors
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require


@login_required
@require_GET
def person_list(request: SignedInRequest) -> HttpResponse:
    """List the people that were searched and chosen."""
    require(request.user, "directory.read_people")
    listing = person_listing_of(request.GET, timezone.localdate())
    shown = len(listing.narrowed.rows)
    context: dict[str, Any] = {
        "listing": listing,
        "narrowed": listing.narrowed,
        "page": Paginator(listing.people, PAGE_SIZE).get_page(request.GET.get("page")),
        "shown": people_shown(shown, listing.narrowed.total),
        "apply": ngettext("Show %(n)d person", "Show %(n)d people", shown) % {"n": shown},
    }
    return render(request, "directory/person_list.html", context)


@login_required
@require_GET
def person_export(request: SignedInRequest) -> HttpResponse:
    """Hand out exactly the people of a list, as a workbook or as CSV."""
    require(request.user, "directory.export")
    listing = person_listing_of(request.GET, timezone.localdate())
    words = {True: _("yes"), False: _("no")}
    table = table_of_people(listing.people, person_headings(), words)
    return sheet_response(table, request.GET.get("format"))


@login_required
@require_GET
def person_detail(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show a person with the positions held now and earlier."""
    require(request.user, "directory.read_people")
    today = timezone.localdate()
    person = get_object_or_404(people_on(today), pk=pk)
    context = {"shown": page_of_person(request.user, person, today)}
    return render(request, "directory/person_detail.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def person_add(request: SignedInRequest) -> HttpResponse:
    """Show the form for a person with a first position, or record both."""
    require(request.user, "directory.add_person")
    initial: dict[str, Any] = {"organisation": request.GET.get("organisation"), "is_contact": True}
    form = NewPersonForm(request.POST or None, initial=initial, editor=request.user)
    if form.is_valid():
        try:
            person = record_person(positions=[form.position_facts()], **form.person_facts())
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("%(name)s was added.") % {"name": person})
            return redirect("directory:person-detail", person.pk)
    return render(request, "directory/person_add.html", {"form": form})


@login_required
@require_http_methods(["GET", "POST"])
def person_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the form with a person's name and addresses, or write what was changed."""
    today = timezone.localdate()
    person = get_object_or_404(people_on(today), pk=pk)
    require(request.user, "directory.change_person", person)
    page = page_of_person(request.user, person, today)
    form = PersonForm(request.POST or None, initial=initial_of_person(person))
    name = str(person)
    if form.is_valid():
        try:
            record_person(person=person, **form.person_facts())
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("The changes were saved."))
            return redirect("directory:person-detail", pk)
    return render(
        request, "directory/person_form.html", {"form": form, "shown": page, "name": name}
    )

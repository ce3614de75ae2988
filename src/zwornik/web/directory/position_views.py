"""Screens of positions: a person takes one up, it is corrected, it ends."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zwornik.directory.selectors import all_positions, people_on
from zwornik.directory.services import end_position, record_position
from zwornik.web.directory.forms import PositionEndForm, PositionForm
from zwornik.web.directory.forms.person import initial_of_position
from zwornik.web.shell.forms import add_errors
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require


@login_required
@require_http_methods(["GET", "POST"])
def position_add(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the form for one more position of a person, or record it."""
    person = get_object_or_404(people_on(timezone.localdate()), pk=pk)
    require(request.user, "directory.change_person", person)
    form = PositionForm(request.POST or None, editor=request.user)
    if form.is_valid():
        try:
            record_position(person=person, **form.position_facts())
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("The position was added."))
            return redirect("directory:person-detail", pk)
    return render(request, "directory/position_form.html", {"form": form, "person": person})


@login_required
@require_http_methods(["GET", "POST"])
def position_edit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the form with a position, or write what was changed."""
    position = get_object_or_404(all_positions(), pk=pk)
    require(request.user, "directory.change_organisation", position)
    initial = initial_of_position(position)
    form = PositionForm(request.POST or None, initial=initial, editor=request.user)
    if form.is_valid():
        try:
            record_position(person=position.person, position=position, **form.position_facts())
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("The changes were saved."))
            return redirect("directory:person-detail", position.person_id)
    context = {"form": form, "person": position.person, "position": position}
    return render(request, "directory/position_form.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def position_end(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask for the last day of a position, or let it end."""
    position = get_object_or_404(all_positions(), pk=pk)
    require(request.user, "directory.change_organisation", position)
    form = PositionEndForm(request.POST or None, initial={"until_on": timezone.localdate()})
    if form.is_valid():
        try:
            end_position(position=position, until_on=form.cleaned_data["until_on"])
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("The position has ended; it stays in the history."))
            return redirect("directory:person-detail", position.person_id)
    context = {"form": form, "position": position}
    return render(request, "directory/position_end.html", context)

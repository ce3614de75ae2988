"""The screen on which an organisation's standing in the cluster is changed."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zwornik.directory.selectors import organisations_on
from zwornik.directory.services import change_standing
from zwornik.web.directory.forms import StandingForm
from zwornik.web.shell.forms import add_errors
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require


@login_required
@require_http_methods(["GET", "POST"])
def membership_change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the form for a new standing, or let it begin."""
    today = timezone.localdate()
    organisation = get_object_or_404(organisations_on(today), pk=pk)
    require(request.user, "directory.change_standing", organisation)
    form = StandingForm(request.POST or None, initial={"since_on": today})
    if form.is_valid():
        since_on = form.cleaned_data["since_on"]
        try:
            change_standing(organisation=organisation, kind=form.chosen_kind(), since_on=since_on)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("The standing was changed."))
            return redirect("directory:organisation-detail", pk)
    context = {"form": form, "organisation": organisation}
    return render(request, "directory/standing_form.html", context)

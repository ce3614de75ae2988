"""The screen on which two entries of the same organisation become one."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zwornik.directory.selectors import (
    found_organisations,
    organisations_alike,
    organisations_in_order,
    organisations_on,
)
from zwornik.directory.services import MergeError, merge_organisations
from zwornik.web.directory.comparison import comparison_of
from zwornik.web.directory.forms import MergeForm
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require

MOST_FOUND = 20


@login_required
@require_http_methods(["GET", "POST"])
def organisation_merge(request: SignedInRequest, pk: int) -> HttpResponse:
    """Look for the other entry, or compare the two and merge them."""
    require(request.user, "directory.merge_organisations")
    known = organisations_on(timezone.localdate()).prefetch_related("identifiers")
    organisation = get_object_or_404(known, pk=pk)
    if other_pk := _number(request.GET.get("other")):
        return _compare(request, organisation, get_object_or_404(known, pk=other_pk))
    query = request.GET.get("q", "").strip()
    found = found_organisations(known, query).exclude(pk=pk) if query else known.none()
    context = {
        "organisation": organisation,
        "query": query,
        "found": organisations_in_order(found, "name")[:MOST_FOUND],
        "alike": organisations_alike(organisation),
    }
    return render(request, "directory/merge_search.html", context)


def _compare(request: SignedInRequest, one: Any, other: Any) -> HttpResponse:
    """Show two entries side by side, or merge them once that is confirmed."""
    keep_first = _number(request.POST.get("keep") or request.GET.get("keep")) != other.pk
    keep, absorbed = (one, other) if keep_first else (other, one)
    form = MergeForm(request.POST or None, pair=(one, other), initial={"keep": keep.pk})
    if form.is_valid():
        try:
            merge_organisations(keep=keep, absorbed=absorbed)
        except MergeError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The two entries are now one: %(name)s.") % {"name": keep})
            return redirect("directory:organisation-detail", keep.pk)
    context = {"organisation": one, "other": other, "form": form}
    context["comparison"] = comparison_of(keep=keep, absorbed=absorbed)
    return render(request, "directory/merge_compare.html", context)


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None

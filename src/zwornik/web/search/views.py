"""Search through organisations, people and records, as far as one may read them."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from zwornik.catalogue.selectors import coded_record
from zwornik.web.search.results import found_by
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.templatetags.zwornik import record_address


@login_required
@require_safe
def search(request: SignedInRequest) -> HttpResponse:
    """Show what was found, by kind; the exact code of a record leads straight to it."""
    query = request.GET.get("q", "").strip()
    if request.user.has_perm("catalogue.browse"):
        record = coded_record(request.user, query)
        if record is not None:
            return redirect(record_address(record))
    groups = found_by(request.user, query, timezone.localdate()) if query else []
    return render(request, "search/search.html", {"query": query, "groups": groups})

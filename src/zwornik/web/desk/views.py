"""The desk: what waits for me, what is late, what happened, and the next step."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from zwornik.web.desk.funnel import funnel_of_the_year
from zwornik.web.desk.journal import days_of, latest_told, told, what_happened
from zwornik.web.desk.reading import bookcases_of
from zwornik.web.desk.waiting import desk_of
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require

SHOWN = 9
ENTRIES_OF_A_PAGE = 60


@login_required
@require_safe
def desk(request: SignedInRequest) -> HttpResponse:
    """Show a person's desk."""
    today = timezone.localdate()
    context: dict[str, Any] = {"desk": desk_of(request.user, today)}
    if request.user.is_staff_member:
        context["days"] = days_of(latest_told(SHOWN), today)
        context["funnel"] = funnel_of_the_year(today)
    else:
        context["bookcases"] = bookcases_of(request.user, today)
    return render(request, "desk/desk.html", context)


@login_required
@require_safe
def journal(request: SignedInRequest) -> HttpResponse:
    """Show everything that happened, page by page."""
    require(request.user, "core.read_trail")
    page = Paginator(what_happened(), ENTRIES_OF_A_PAGE).get_page(request.GET.get("page"))
    days = days_of(told(page.object_list), timezone.localdate())
    return render(request, "desk/journal.html", {"days": days, "page": page})

"""One audit at the door: found for this person, or refused in words."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from zwornik.audits.models import Audit
from zwornik.audits.selectors import audits_known_to
from zwornik.web.shell.people import SignedInRequest

Rest = ParamSpec("Rest")
View = Callable[Concatenate[SignedInRequest, Audit, Rest], HttpResponse]
Opened = Callable[Concatenate[SignedInRequest, int, Rest], HttpResponse]


def with_audit(view: View[Rest]) -> Opened[Rest]:
    """Give a view the audit of its address instead of the number.

    Whoever was asked to answer and lost the seat since is told so, instead of finding nothing.
    """

    @login_required
    @wraps(view)
    def opened(
        request: SignedInRequest, pk: int, *args: Rest.args, **rest: Rest.kwargs
    ) -> HttpResponse:
        audit = get_object_or_404(audits_known_to(request.user), pk=pk)
        if not request.user.has_perm("audits.read_audit", audit):
            return render(request, "audits/no_seat.html", {"audit": audit}, status=403)
        return view(request, audit, *args, **rest)

    return opened  # type: ignore[return-value]  # login_required speaks of any request

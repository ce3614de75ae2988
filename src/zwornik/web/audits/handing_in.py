"""The end of the questionnaire: what is missing, handing in, and what happens next."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from zwornik.audits.models import Audit
from zwornik.audits.selectors import progress_of
from zwornik.audits.services import IncompleteError, NoSeatError, TransitionError, submit_audit
from zwornik.web.audits.opening import with_audit
from zwornik.web.audits.pages import refused
from zwornik.web.shell.people import SignedInRequest


@with_audit
@require_http_methods(["GET", "POST"])
def submit(request: SignedInRequest, audit: Audit) -> HttpResponse:
    """Show all sections with what is missing, or hand the answers in."""
    if request.method == "POST":
        return _hand_in(request, audit)
    if audit.state != "self_assessment":
        return redirect("audits:audit-detail", audit.pk)
    return _overview(request, audit)


def _hand_in(request: SignedInRequest, audit: Audit) -> HttpResponse:
    try:
        submit_audit(audit=audit, submitted_by=request.user, now=timezone.now())
    except IncompleteError:
        return _overview(request, audit, is_refused=True)
    except (NoSeatError, TransitionError) as error:
        return refused(request, audit, str(error))
    return redirect("audits:thanks", audit.pk)


def _overview(request: SignedInRequest, audit: Audit, *, is_refused: bool = False) -> HttpResponse:
    context = {
        "audit": audit,
        "progress": progress_of(audit),
        "is_refused": is_refused,
        "may_answer": request.user.has_perm("audits.answer", audit),
    }
    return render(request, "audits/submit.html", context)


@with_audit
@require_GET
def thanks(request: SignedInRequest, audit: Audit) -> HttpResponse:
    """Thank for the answers and say what happens next."""
    if audit.state != "submitted":
        return redirect("audits:audit-detail", audit.pk)
    return render(request, "audits/thanks.html", {"audit": audit})

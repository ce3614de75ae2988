"""What the team does with an audit: sends, reminds, gives back, closes, gives up."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from zwornik.audits.models import Audit
from zwornik.audits.records import previewed_record
from zwornik.audits.selectors import answers_of
from zwornik.audits.services import (
    TransitionError,
    UnfitAnswersError,
    cancel_audit,
    close_audit,
    remind_audit,
    return_audit,
    send_audit,
)
from zwornik.web.audits.forms import CloseForm, ReturnForm, in_days, posted
from zwornik.web.audits.opening import with_audit
from zwornik.web.shell.forms import add_errors
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require


def _take(
    request: SignedInRequest, audit: Audit, step: Callable[..., Any], done: str, **facts: Any
) -> HttpResponse:
    """Take a step and say that it was taken, or why not; go back to the audit."""
    try:
        step(audit=audit, **facts)
    except TransitionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect("audits:audit-detail", audit.pk)


@with_audit
@require_POST
def audit_send(request: SignedInRequest, audit: Audit) -> HttpResponse:
    """Send a questionnaire that was only planned."""
    require(request.user, "audits.plan")
    done = _("The questionnaire was sent to %(email)s.") % {"email": audit.respondent.email}
    return _take(request, audit, send_audit, done, now=timezone.now())


@with_audit
@require_POST
def audit_remind(request: SignedInRequest, audit: Audit) -> HttpResponse:
    """Remind the respondent now."""
    require(request.user, "audits.remind")
    done = _("A reminder was sent to %(email)s.") % {"email": audit.respondent.email}
    return _take(request, audit, remind_audit, done, now=timezone.now())


@with_audit
@require_http_methods(["GET", "POST"])
def audit_return(request: SignedInRequest, audit: Audit) -> HttpResponse:
    """Ask what should be completed, or give the questionnaire back."""
    require(request.user, "audits.return_audit")
    form = ReturnForm(posted(request), initial=in_days(timezone.localdate(), 7))
    if form.is_valid():
        done = _("The questionnaire went back to %(name)s.") % {"name": audit.respondent.name}
        try:
            return _take(
                request, audit, return_audit, done, now=timezone.now(), **form.cleaned_data
            )
        except ValidationError as error:
            add_errors(form, error)
    return render(request, "audits/return.html", {"audit": audit, "form": form})


@with_audit
@require_http_methods(["GET", "POST"])
def audit_close(request: SignedInRequest, audit: Audit) -> HttpResponse:
    """Show the record to come and ask whether to publish it, or close the audit."""
    require(request.user, "audits.close_audit")
    form = CloseForm(posted(request))
    if form.is_valid():
        done = _("The audit was closed and its answers became a record.")
        facts = {"closed_by": request.user, "publish": form.publish, "now": timezone.now()}
        try:
            return _take(request, audit, close_audit, done, **facts)
        except UnfitAnswersError as error:
            form.add_error(None, [str(error), *error.problems])
    preview = previewed_record(audit, answers_of(audit))
    return render(request, "audits/close.html", {"audit": audit, "form": form, "preview": preview})


@with_audit
@require_http_methods(["GET", "POST"])
def audit_cancel(request: SignedInRequest, audit: Audit) -> HttpResponse:
    """Say what giving an audit up means, or give it up."""
    require(request.user, "audits.cancel_audit")
    if request.method == "POST":
        done = _("%(audit)s was given up.") % {"audit": audit.code}
        return _take(request, audit, cancel_audit, done)
    return render(request, "audits/cancel.html", {"audit": audit})

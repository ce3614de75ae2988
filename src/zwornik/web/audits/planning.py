"""Sending a questionnaire: choose whom and what, read the e-mail, send; or ask somebody else."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from zwornik.audits.mail import invitation_to
from zwornik.audits.models import Audit
from zwornik.audits.selectors import candidates_of, open_audits_of
from zwornik.audits.services import TransitionError, ask_somebody_else, plan_and_send_audit
from zwornik.directory.models import Organisation
from zwornik.directory.selectors import organisations_by_name
from zwornik.web.audits.forms import PlanForm, RespondentForm, in_days, posted
from zwornik.web.audits.opening import with_audit
from zwornik.web.shell.forms import add_errors
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require

USUAL_DAYS = 14


@login_required
@require_http_methods(["GET", "POST"])
def audit_plan(request: SignedInRequest) -> HttpResponse:
    """Ask whom to send which questionnaire, show the e-mail, and send it."""
    require(request.user, "audits.plan")
    step = request.POST.get("step", "")
    form = _plan_form(request, is_filled_in=step in ("letter", "send"))
    if form.is_valid() and step == "send":
        return _send(request, form)
    if form.is_valid():
        return _letter(request, form)
    return _form_page(request, form)


def _plan_form(request: SignedInRequest, *, is_filled_in: bool) -> PlanForm:
    """Return the form with the people of the organisation that is chosen in it."""
    sent = request.POST if request.method == "POST" else request.GET
    organisation = _chosen_organisation(sent.get("organisation", ""))
    today = timezone.localdate()
    candidates = candidates_of(organisation, today) if organisation else []
    if is_filled_in:
        return PlanForm(request.POST, candidates=candidates)
    initial = {**in_days(today, USUAL_DAYS), **sent.dict()}
    if candidates and initial.get("contact") not in {c.email for c in candidates}:
        initial |= {"contact": candidates[0].email, "language": candidates[0].language or "pl"}
    return PlanForm(initial=initial, candidates=candidates)


def _chosen_organisation(pk: str) -> Organisation | None:
    if not (pk.isascii() and pk.isdigit()):
        return None
    return organisations_by_name().filter(pk=int(pk[:12])).first()


def _form_page(request: SignedInRequest, form: PlanForm) -> HttpResponse:
    organisation = _chosen_organisation(str(form["organisation"].value() or ""))
    context = {
        "form": form,
        "organisation": organisation,
        "running": open_audits_of(organisation) if organisation else [],
    }
    return render(request, "audits/plan.html", context)


def _letter(request: SignedInRequest, form: PlanForm) -> HttpResponse:
    """Show the e-mail that would be sent."""
    plan = form.plan
    context = {
        "form": form,
        "plan": plan,
        "letter": invitation_to(planned_by=request.user, **plan),
        "running": open_audits_of(plan["organisation"]),
    }
    return render(request, "audits/plan_letter.html", context)


def _send(request: SignedInRequest, form: PlanForm) -> HttpResponse:
    try:
        audit = plan_and_send_audit(planned_by=request.user, now=timezone.now(), **form.plan)
    except ValidationError as error:
        add_errors(form, error)
        return _form_page(request, form)
    sent = {"email": audit.respondent.email}
    messages.success(request, _("The questionnaire was sent to %(email)s.") % sent)
    return redirect("audits:audit-detail", audit.pk)


@with_audit
@require_http_methods(["GET", "POST"])
def audit_respondent(request: SignedInRequest, audit: Audit) -> HttpResponse:
    """Ask who should answer instead, or give the questionnaire to that person."""
    require(request.user, "audits.plan")
    candidates = candidates_of(audit.organisation, timezone.localdate())
    others = [c for c in candidates if c.email != audit.respondent.email]
    form = RespondentForm(posted(request), candidates=others)
    if form.is_valid():
        try:
            ask_somebody_else(audit=audit, **form.respondent)
        except (ValidationError, TransitionError) as error:
            _refuse(form, error)
        else:
            asked = {"name": audit.respondent.name}
            messages.success(request, _("Now %(name)s is asked.") % asked)
            return redirect("audits:audit-detail", audit.pk)
    return render(request, "audits/respondent.html", {"audit": audit, "form": form})


def _refuse(form: RespondentForm, error: Any) -> None:
    """Show why a person cannot be asked."""
    if isinstance(error, ValidationError):
        add_errors(form, error)
    else:
        form.add_error(None, str(error))

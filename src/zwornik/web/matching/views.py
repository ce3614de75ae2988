"""Screens of matches: needs and what may answer them, with the reasons, and the decision."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zwornik.catalogue.selectors import OFFER_KINDS, readable_records
from zwornik.matching.choices import DeclineReason
from zwornik.matching.fitness import LEVELS
from zwornik.matching.selectors import (
    decisions_on,
    fit_of,
    matches_of,
    needs_in_state,
    omitted_records,
)
from zwornik.matching.services import decline_match, match_need, reopen_match, shortlist_match
from zwornik.web.matching.sheets import Sheet, sheets_of
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require


@login_required
@require_GET
def need_list(request: SignedInRequest) -> HttpResponse:
    """List the published needs with what was found and decided for each."""
    require(request.user, "matching.read_matches")
    state = request.GET.get("state", "all")
    page = Paginator(needs_in_state(state), 20).get_page(request.GET.get("page"))
    return render(request, "matching/need_list.html", {"page": page, "state": state})


@login_required
@require_GET
def need_matches(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show what may answer a need, ranked, and one suggestion with all its reasons."""
    require(request.user, "matching.read_matches")
    need = get_object_or_404(readable_records(request.user, "need"), pk=pk)
    run = match_need(need_id=need.pk, now=timezone.now())
    decisions = decisions_on(need)
    sheets = sheets_of(matches_of(run), decisions)
    shown = {(sheet.kind, sheet.offer.pk) for sheet in sheets}
    chosen = _chosen(sheets, request.GET.get("offer", ""))
    context = {
        "need": need,
        "requirements": need.requirements.order_by("order"),
        "run": run,
        "elsewhere": [decision for key, decision in decisions.items() if key not in shown],
        "sheets": sheets,
        "chosen": chosen,
        "reasons": DeclineReason.choices,
        "undecided": sum(sheet.decision is None for sheet in sheets),
        "may_decide": request.user.has_perm("matching.decide"),
    }
    return render(request, "matching/need_matches.html", context)


def _chosen(sheets: list[Sheet], key: str) -> Sheet | None:
    """Return the suggestion that was asked for, else the first that is undecided, else the first."""
    asked = next((sheet for sheet in sheets if sheet.key == key), None)
    open_one = next((sheet for sheet in sheets if sheet.decision is None), None)
    return asked or open_one or (sheets[0] if sheets else None)


@login_required
@require_GET
def left_out(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say of each record that is not among the matches why it is not there."""
    require(request.user, "matching.read_matches")
    need = get_object_or_404(readable_records(request.user, "need"), pk=pk)
    run = match_need(need_id=need.pk, now=timezone.now())
    context = {"need": need, "run": run, "groups": omitted_records(run)}
    return render(request, "matching/left_out.html", context)


@login_required
@require_POST
def shortlist(request: SignedInRequest, pk: int, kind: str, offer_pk: int) -> HttpResponse:
    """Put an offer on the shortlist of a need."""
    require(request.user, "matching.decide")
    need, offer = _pair(request, pk, kind, offer_pk)
    fit = fit_of(need, offer)
    shortlist_match(need=need, offer=offer, decided_by=request.user, now=timezone.now(), fit=fit)
    messages.success(request, _("%(offer)s is on the shortlist.") % {"offer": offer})
    return redirect(_back(pk))


@login_required
@require_http_methods(["GET", "POST"])
def decline(request: SignedInRequest, pk: int, kind: str, offer_pk: int) -> HttpResponse:
    """Ask for the reason why an offer does not suit, or record it."""
    require(request.user, "matching.decide")
    need, offer = _pair(request, pk, kind, offer_pk)
    error = ""
    if request.method == "POST":
        try:
            decline_match(
                need=need,
                offer=offer,
                reason=request.POST.get("reason", ""),
                comment=request.POST.get("comment", ""),
                decided_by=request.user,
                now=timezone.now(),
                fit=fit_of(need, offer),
            )
        except ValidationError as refused:
            error = " ".join(refused.messages)
        else:
            messages.success(
                request, _("The refusal of %(offer)s was recorded.") % {"offer": offer}
            )
            return redirect(_back(pk))
    context = {"need": need, "offer": offer, "kind": kind, "error": error}
    return render(request, "matching/decline.html", {**context, "reasons": DeclineReason.choices})


@login_required
@require_POST
def reopen(request: SignedInRequest, pk: int, kind: str, offer_pk: int) -> HttpResponse:
    """Take a decision back."""
    require(request.user, "matching.decide")
    need, offer = _pair(request, pk, kind, offer_pk)
    reopen_match(need=need, offer=offer)
    messages.info(request, _("The decision on %(offer)s was taken back.") % {"offer": offer})
    return redirect(f"{_back(pk)}?offer={kind}-{offer_pk}")


@login_required
@require_GET
def words(request: HttpRequest) -> HttpResponse:
    """Explain what the words of the fit and the arch mean."""
    return render(request, "matching/words.html", {"levels": LEVELS})


def _pair(request: SignedInRequest, pk: int, kind: str, offer_pk: int) -> tuple[Any, Any]:
    """Return the need and the offer of an address, if this person may read both."""
    need = get_object_or_404(readable_records(request.user, "need"), pk=pk)
    known = kind if kind in OFFER_KINDS else "technology"
    return need, get_object_or_404(readable_records(request.user, known), pk=offer_pk)


def _back(pk: int) -> str:
    return reverse("matching:need-matches", args=[pk])

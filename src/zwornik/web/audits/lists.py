"""The lists of audits: all of them for the team, its organisations' questionnaires for a member."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from zwornik.audits.choices import AuditKind
from zwornik.audits.models import Audit
from zwornik.audits.selectors import (
    AuditList,
    Progress,
    audits_to_answer,
    found_audits,
    progress_of_many,
    readable_audits,
    state_counts,
)
from zwornik.web.shell.people import SignedInRequest
from zwornik.web.shell.rights import require

ROWS = 25


@dataclass(frozen=True)
class Tab:
    """One list of audits: its name, how many it holds, and whether it is shown."""

    value: str
    label: str
    count: int
    is_shown: bool


@dataclass(frozen=True)
class Row:
    """One audit of a list, and how far its questionnaire is."""

    audit: Audit
    progress: Progress


@login_required
@require_GET
def audit_list(request: SignedInRequest) -> HttpResponse:
    """List the audits of one state, narrowed by kind, organisation or code."""
    if not request.user.has_perm("audits.browse"):
        return _own_list(request)
    which, kind = _which(request.GET.get("state", "")), request.GET.get("kind", "")
    query, today = request.GET.get("q", "").strip(), timezone.localdate()
    audits = readable_audits(request.user)
    found = found_audits(audits, which=which, kind=kind, query=query, today=today)
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": _rows(page.object_list),
        "tabs": _tabs(state_counts(audits, kind=kind, query=query, today=today), which),
        "state": which.value,
        "kinds": AuditKind.choices,
        "kind": kind if kind in AuditKind.values else "",
        "query": query,
        "order": _order(which),
    }
    return render(request, "audits/list.html", context)


def _own_list(request: SignedInRequest) -> HttpResponse:
    """List a member's questionnaires: what waits for answers, then the rest."""
    require(request.user, "audits.list_own")
    waiting = _rows(audits_to_answer(request.user))
    others = readable_audits(request.user).exclude(pk__in=[row.audit.pk for row in waiting])
    page = Paginator(others.order_by("-planned_at", "-pk"), ROWS).get_page(request.GET.get("page"))
    context = {"waiting": waiting, "rows": _rows(page.object_list), "page": page}
    return render(request, "audits/list_own.html", context)


def _rows(audits: Iterable[Audit]) -> list[Row]:
    shown = list(audits)
    progress = progress_of_many(shown)
    return [Row(audit, progress[audit.pk]) for audit in shown]


def _which(name: str) -> AuditList:
    return AuditList(name) if name in set(AuditList) else AuditList.OPEN


def _tabs(counts: dict[str, int], shown: AuditList) -> list[Tab]:
    labels = {
        AuditList.OPEN: _("Open"),
        AuditList.LATE: _("Late"),
        AuditList.SUBMITTED: _("Handed in"),
        AuditList.CLOSED: _("Closed"),
        AuditList.ALL: _("All"),
    }
    return [
        Tab(which.value, label, counts[which.value], which == shown)
        for which, label in labels.items()
    ]


def _order(which: AuditList) -> str:
    """Say in words how a list is sorted."""
    if which == AuditList.CLOSED:
        return _("the latest closed first")
    if which == AuditList.ALL:
        return _("the latest planned first")
    if which == AuditList.SUBMITTED:
        return _("the longest waiting first")
    return _("the nearest deadline first")

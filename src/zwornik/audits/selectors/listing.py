"""Which audits there are: for a person, in a state, in a year."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Count, Q
from django.utils import timezone

from zwornik.accounts.models import User
from zwornik.audits.choices import AuditKind, AuditState
from zwornik.audits.models import Audit, AuditOutcome
from zwornik.audits.models.audit import AuditQuerySet
from zwornik.audits.transitions import OPEN
from zwornik.directory.choices import SeatLevel
from zwornik.directory.models import Organisation
from zwornik.directory.selectors import found_organisations

CODE = re.compile(r"^(a-?)?0*([0-9]{1,9})$", re.IGNORECASE)


class AuditList(StrEnum):
    """The lists into which audits are divided, in the order in which they are looked at."""

    OPEN = "open"
    LATE = "late"
    SUBMITTED = "submitted"
    CLOSED = "closed"
    ALL = "all"


def readable_audits(viewer: User) -> AuditQuerySet:
    """Return the audits that a person may see: all for the team, else those of one's seats."""
    audits: AuditQuerySet = Audit.objects.select_related("organisation", "respondent", "auditor")
    audits = audits.prefetch_related("instrument")
    if viewer.is_staff_member:
        return audits
    seats = viewer.seats.values("organisation_id")
    return audits.filter(organisation_id__in=seats)


def audits_known_to(viewer: User) -> AuditQuerySet:
    """Return the audits a person may see, or was asked to answer before the seat was taken."""
    audits: AuditQuerySet = Audit.objects.select_related(
        "organisation", "instrument", "respondent", "auditor"
    )
    if viewer.is_staff_member:
        return audits
    seats = viewer.seats.values("organisation_id")
    return audits.filter(Q(organisation_id__in=seats) | Q(respondent=viewer))


def audits_to_answer(respondent: User) -> AuditQuerySet:
    """Return the questionnaires that wait for a person, the nearest deadline first."""
    waiting: AuditQuerySet = readable_audits(respondent).filter(state=AuditState.SELF_ASSESSMENT)
    editable = respondent.seats.filter(level=SeatLevel.EDITOR).values("organisation_id")
    return waiting.filter(organisation_id__in=editable).order_by("deadline_on", "pk")


def audits_to_close() -> AuditQuerySet:
    """Return the audits whose answers wait for the coordinator."""
    found: AuditQuerySet = Audit.objects.filter(state=AuditState.SUBMITTED)
    return found.select_related("organisation", "respondent").order_by("submitted_at", "pk")


def audits_late(today: date) -> AuditQuerySet:
    """Return the audits that are still being filled in after their deadline."""
    found: AuditQuerySet = Audit.objects.late(today)
    return found.select_related("organisation", "respondent").order_by("deadline_on", "pk")


def open_audits_of(organisation: Organisation) -> AuditQuerySet:
    """Return the audits of an organisation that are under way, the latest first."""
    found: AuditQuerySet = Audit.objects.open().filter(organisation=organisation)
    return found.select_related("respondent").order_by("-planned_at", "-pk")


def outcome_of(audit: Audit) -> AuditOutcome | None:
    """Return what a closed audit left in the catalogue."""
    records = AuditOutcome.objects.select_related("audit", "technology", "need", "competence")
    return records.filter(audit=audit).first()


def _condition(which: AuditList, today: date) -> Q:
    return {
        AuditList.OPEN: Q(state__in=OPEN),
        AuditList.LATE: Q(state=AuditState.SELF_ASSESSMENT, deadline_on__lt=today),
        AuditList.SUBMITTED: Q(state=AuditState.SUBMITTED),
        AuditList.CLOSED: Q(state=AuditState.CLOSED),
        AuditList.ALL: Q(),
    }[which]


def found_audits(
    audits: AuditQuerySet, *, which: AuditList, kind: str, query: str, today: date
) -> AuditQuerySet:
    """Keep the audits of a list and a kind that a query names by organisation, subject or code."""
    found: AuditQuerySet = _matching(audits, kind, query).filter(_condition(which, today))
    if which == AuditList.CLOSED:
        return found.order_by("-closed_at", "-pk")
    if which == AuditList.ALL:
        return found.order_by("-planned_at", "-pk")
    if which == AuditList.SUBMITTED:
        return found.order_by("submitted_at", "pk")
    return found.order_by("deadline_on", "pk")


def _matching(audits: AuditQuerySet, kind: str, query: str) -> AuditQuerySet:
    if kind in AuditKind.values:
        audits = audits.filter(kind=kind)
    words = query.strip()
    if not words:
        return audits
    code = CODE.match(words.replace(" ", ""))
    if code and code[1]:
        return audits.filter(pk=int(code[2]))
    number = Q(pk=int(code[2])) if code else Q()
    organisations = found_organisations(Organisation.objects.all(), words)
    named: AuditQuerySet = audits.filter(
        number | Q(organisation__in=organisations.values("pk")) | Q(subject__icontains=words)
    )
    return named


def state_counts(audits: AuditQuerySet, *, kind: str, query: str, today: date) -> dict[str, int]:
    """Return how many audits each list holds for a kind and a query."""
    columns = {
        which.value: Count("pk", filter=_condition(which, today)) if which != "all" else Count("pk")
        for which in AuditList
    }
    counts: dict[str, int] = _matching(audits, kind, query).order_by().aggregate(**columns)
    return counts


@dataclass(frozen=True)
class YearOfAudits:
    """How many audits were sent and closed in a year, and how many are open and late now."""

    sent: int
    closed: int
    open: int
    late: int


def year_in_numbers(year: int) -> YearOfAudits:
    """Return the year's audits in numbers."""
    today = timezone.localdate()
    counts = Audit.objects.aggregate(
        sent=Count("pk", filter=Q(sent_at__year=year)),
        closed=Count("pk", filter=Q(closed_at__year=year)),
        open=Count("pk", filter=_condition(AuditList.OPEN, today)),
        late=Count("pk", filter=_condition(AuditList.LATE, today)),
    )
    return YearOfAudits(**counts)

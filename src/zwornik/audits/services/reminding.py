"""Respondents whose deadline is near or past are reminded, not more often than once a week."""

from contextlib import suppress
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from zwornik.audits.choices import AuditState
from zwornik.audits.models import Audit
from zwornik.audits.models.audit import AuditQuerySet
from zwornik.audits.services.steps import TransitionError, hold
from zwornik.core.jobs import enqueue

REMIND_BEFORE = timedelta(days=3)
REMIND_AGAIN = timedelta(days=7)
FIRST_REST = timedelta(days=2)


@transaction.atomic
def remind_audit(*, audit: Audit, now: datetime) -> Audit:
    """Write to the respondent of an audit again, at most once a day."""
    hold(audit)
    if audit.state != AuditState.SELF_ASSESSMENT:
        message = _("%(audit)s is “%(state)s”: there is nothing to be reminded of.")
        facts = {"audit": audit.code, "state": audit.get_state_display()}
        raise TransitionError(message % facts)
    today = timezone.localdate(now)
    if audit.reminded_on == today:
        raise TransitionError(_("A reminder was already sent today."))
    audit.reminded_on = today
    audit.save(update_fields=["reminded_on"])
    enqueue("audits.send_reminder", audit_id=audit.pk)
    return audit


def remind_due_audits(*, now: datetime) -> int:
    """Remind everybody whose deadline is near or past; return how many were reminded."""
    reminded = 0
    for audit in _due(timezone.localdate(now)):
        with suppress(TransitionError):  # handed in since the list was read
            remind_audit(audit=audit, now=now)
            reminded += 1
    return reminded


def _due(today: date) -> AuditQuerySet:
    """Return the audits whose respondents need a word: not just invited, not just reminded."""
    waiting: AuditQuerySet = Audit.objects.filter(
        state=AuditState.SELF_ASSESSMENT,
        deadline_on__lte=today + REMIND_BEFORE,
        sent_at__date__lte=today - FIRST_REST,
    )
    return waiting.exclude(reminded_on__gt=today - REMIND_AGAIN).order_by("pk")

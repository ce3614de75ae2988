"""E-mails of the audits room, each in the language of its reader."""

from datetime import date, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

from zwornik.audits.choices import AuditState
from zwornik.audits.models import Audit
from zwornik.core.selectors import this_cluster

REMIND_BEFORE = timedelta(days=3)
REMIND_AGAIN = timedelta(days=7)


def send_invitation(*, audit_id: int) -> None:
    """Tell the respondent that a questionnaire waits, why, for how long, and how to sign in."""
    _send(Audit.objects.get(pk=audit_id), "invitation")


def send_return(*, audit_id: int) -> None:
    """Tell the respondent that the questionnaire came back, with the comment."""
    _send(Audit.objects.get(pk=audit_id), "return")


def send_reminders(*, today: date) -> int:
    """Remind those whose deadline is near or past, at most once a week; return how many."""
    waiting = Audit.objects.filter(
        state=AuditState.SELF_ASSESSMENT, deadline_on__lte=today + REMIND_BEFORE
    ).exclude(reminded_on__gt=today - REMIND_AGAIN)
    for audit in waiting:
        _send(audit, "reminder")
        audit.reminded_on = today
        audit.save(update_fields=["reminded_on"])
    return len(waiting)


def _send(audit: Audit, name: str) -> None:
    """Write and send one e-mail; its first line is the subject."""
    with translation.override(audit.language):
        text = render_to_string(
            f"mail/audit_{name}.txt",
            {
                "audit": audit,
                "cluster": this_cluster(),
                "address": f"{settings.SITE_ADDRESS}/{audit.language}/audits/{audit.pk}/answer/",
            },
        )
    subject, body = text.strip().split("\n", 1)
    EmailMessage(subject.strip(), body.strip() + "\n", to=[audit.respondent.email]).send()

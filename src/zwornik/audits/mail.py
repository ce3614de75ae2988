"""E-mails of the audits room, each in the language of its reader."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

from zwornik.accounts.models import User
from zwornik.audits.choices import AuditState
from zwornik.audits.instruments import latest_instrument
from zwornik.audits.models import Audit
from zwornik.core.selectors import this_cluster
from zwornik.directory.models import Organisation


@dataclass(frozen=True)
class Letter:
    """An e-mail before it is sent."""

    subject: str
    body: str
    to: str
    reply_to: str


def send_invitation(*, audit_id: int) -> None:
    """Tell the respondent that a questionnaire waits, why, for how long, and how to sign in."""
    _send_while_open(audit_id, "invitation")


def send_return(*, audit_id: int) -> None:
    """Tell the respondent that the questionnaire came back, with the comment."""
    _send_while_open(audit_id, "return")


def send_reminder(*, audit_id: int) -> None:
    """Tell the respondent that the questionnaire still waits."""
    _send_while_open(audit_id, "reminder")


def send_cancellation(*, audit_id: int) -> None:
    """Tell the respondent that the questionnaire is no longer needed."""
    _send(written_letter(Audit.objects.get(pk=audit_id), "cancellation"))


def invitation_to(
    *,
    kind: str,
    organisation: Organisation,
    respondent_name: str,
    respondent_email: str,
    deadline_on: date,
    planned_by: User,
    subject: str = "",
    language: str = "pl",
    auditor: User | None = None,
) -> Letter:
    """Return the invitation that would be sent for an audit that is not planned yet."""
    audit = Audit(
        kind=kind,
        instrument=latest_instrument(kind),
        organisation=organisation,
        subject=subject,
        respondent=User(name=respondent_name, email=respondent_email),
        auditor=auditor,
        planned_by=planned_by,
        language=language,
        deadline_on=deadline_on,
    )
    return written_letter(audit, "invitation")


def written_letter(audit: Audit, name: str) -> Letter:
    """Return an e-mail to the respondent; the first line of its template is the subject."""
    path = f"{audit.language}/audits/{audit.pk or '…'}/answer/"
    with translation.override(audit.language):
        text = render_to_string(
            f"mail/audit_{name}.txt",
            {
                "audit": audit,
                "cluster": this_cluster(),
                "minutes": audit.instrument.questionnaire.minutes,
                "address": f"{settings.SITE_ADDRESS}/{path}",
            },
        )
    subject, body = text.strip().split("\n", 1)
    return Letter(
        subject.strip(), body.strip() + "\n", audit.respondent.email, audit.planned_by.email
    )


def _send_while_open(audit_id: int, name: str) -> None:
    """Send an e-mail about answering, unless the questionnaire left the person's hands since."""
    audit = Audit.objects.select_related("instrument", "organisation", "respondent", "planned_by")
    found = audit.get(pk=audit_id)
    if found.state == AuditState.SELF_ASSESSMENT:
        _send(written_letter(found, name))


def _send(letter: Letter) -> None:
    EmailMessage(letter.subject, letter.body, to=[letter.to], reply_to=[letter.reply_to]).send()

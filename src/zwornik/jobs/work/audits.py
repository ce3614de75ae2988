"""Jobs of the audits room."""

from django.utils import timezone

from zwornik.audits import mail
from zwornik.audits.services import remind_due_audits
from zwornik.jobs.registry import job


@job("audits.send_invitation")
def send_invitation(audit_id: int) -> None:
    """Write to the respondent of an audit that the questionnaire waits."""
    mail.send_invitation(audit_id=audit_id)


@job("audits.send_return")
def send_return(audit_id: int) -> None:
    """Write to the respondent that the questionnaire came back with a comment."""
    mail.send_return(audit_id=audit_id)


@job("audits.send_reminder")
def send_reminder(audit_id: int) -> None:
    """Write to the respondent of one audit that the questionnaire still waits."""
    mail.send_reminder(audit_id=audit_id)


@job("audits.send_cancellation")
def send_cancellation(audit_id: int) -> None:
    """Write to the respondent that the questionnaire is no longer needed."""
    mail.send_cancellation(audit_id=audit_id)


@job("audits.send_reminders")
def send_reminders() -> None:
    """Remind the respondents whose deadline is near or past."""
    remind_due_audits(now=timezone.now())

"""Jobs of the audits room."""

from django.utils import timezone

from zwornik.audits import mail
from zwornik.jobs.registry import job


@job("audits.send_invitation")
def send_invitation(audit_id: int) -> None:
    """Write to the respondent of an audit that the questionnaire waits."""
    mail.send_invitation(audit_id=audit_id)


@job("audits.send_return")
def send_return(audit_id: int) -> None:
    """Write to the respondent that the questionnaire came back with a comment."""
    mail.send_return(audit_id=audit_id)


@job("audits.send_reminders")
def send_reminders() -> None:
    """Remind the respondents whose deadline is near or past."""
    mail.send_reminders(today=timezone.localdate())

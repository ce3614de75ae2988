"""The coordinator's side: answers go back, become a record, or an audit is given up."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.audits.choices import AuditState
from zwornik.audits.models import Audit, AuditOutcome
from zwornik.audits.records import label_of, record_from_answers
from zwornik.audits.selectors import answers_of
from zwornik.audits.services.steps import (
    TransitionError,
    hold,
    refuse_past,
    refuse_step,
    take_step,
)
from zwornik.catalogue.models import CatalogueRecord
from zwornik.catalogue.services import publish_record
from zwornik.core.jobs import enqueue


@transaction.atomic
def return_audit(*, audit: Audit, comment: str, deadline_on: date, now: datetime) -> Audit:
    """Give the questionnaire back to the respondent, with a comment that says what to do."""
    if not comment.strip():
        raise ValidationError({"comment": _("Please write what should be changed.")})
    refuse_past(deadline_on, now)
    hold(audit)
    if audit.state != AuditState.SUBMITTED:
        message = _("Only answers that were handed in can be returned; %(audit)s is “%(state)s”.")
        facts = {"audit": audit.code, "state": audit.get_state_display()}
        raise TransitionError(message % facts)
    audit.return_comment, audit.deadline_on = comment.strip(), deadline_on
    audit.submitted_at = audit.reminded_on = None
    changed = ("return_comment", "deadline_on", "submitted_at", "reminded_on")
    take_step(audit, AuditState.SELF_ASSESSMENT, *changed)
    enqueue("audits.send_return", audit_id=audit.pk)
    return audit


@transaction.atomic
def cancel_audit(*, audit: Audit) -> Audit:
    """Give an audit up; what was answered stays on record, and a respondent who waits is told."""
    hold(audit)
    refuse_step(audit, AuditState.CANCELLED)
    if audit.state != AuditState.PLANNED:
        enqueue("audits.send_cancellation", audit_id=audit.pk)
    return take_step(audit, AuditState.CANCELLED)


class UnfitAnswersError(ValueError):
    """The answers do not make a record; `problems` says for each field why not."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__(_("No record can be made of these answers."))


@transaction.atomic
def close_audit(*, audit: Audit, closed_by: User, publish: bool, now: datetime) -> AuditOutcome:
    """Close an audit: its answers become a record of the catalogue, published if so decided."""
    hold(audit)
    refuse_step(audit, AuditState.CLOSED)
    record = _record(audit, closed_by, now)
    if publish:
        publish_record(record=record, disclosure=record.disclosure, now=now)
    audit.closed_at = now
    take_step(audit, AuditState.CLOSED, "closed_at")
    outcome = AuditOutcome(audit=audit, **{audit.kind: record})
    outcome.full_clean()
    outcome.save()
    return outcome


def _record(audit: Audit, keeper: User, now: datetime) -> CatalogueRecord:
    today = timezone.localdate(now)
    try:
        return record_from_answers(
            audit=audit, answers=answers_of(audit), keeper=keeper, today=today
        )
    except ValidationError as error:
        problems = [
            f"{label_of(audit.kind, name)}: {' '.join(messages)}"
            if name != "__all__"
            else messages[0]
            for name, messages in error.message_dict.items()
        ]
        raise UnfitAnswersError(problems) from error

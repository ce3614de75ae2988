"""Writes of the audits room: an audit is planned, sent, answered, handed in, returned, closed."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.accounts.services import invite_account
from zwornik.audits.choices import AuditState, Gap, Sureness
from zwornik.audits.instruments import latest_instrument
from zwornik.audits.models import Answer, Audit, AuditOutcome
from zwornik.audits.questionnaire import checked_value
from zwornik.audits.records import record_from_answers
from zwornik.audits.selectors import answers_of, progress_of, questionnaire_of
from zwornik.audits.transitions import may_pass
from zwornik.catalogue.services import publish_record
from zwornik.core.jobs import enqueue
from zwornik.directory.models import Organisation
from zwornik.directory.services import give_seat


class TransitionError(ValueError):
    """An audit cannot take this step now; the message says why and what to do."""


class StaleAnswerError(ValueError):
    """An answer was changed elsewhere since it was read; nothing was overwritten."""

    def __init__(self, stored: Answer) -> None:
        self.stored = stored
        super().__init__(_("This answer was changed elsewhere in the meantime."))


class IncompleteError(ValueError):
    """Required questions have no answer yet; `questions` names them."""

    def __init__(self, questions: tuple[Any, ...]) -> None:
        self.questions = questions
        super().__init__(_("Some questions still need an answer."))


@transaction.atomic
def plan_audit(
    *,
    kind: str,
    organisation: Organisation,
    respondent_name: str,
    respondent_email: str,
    deadline_on: date,
    planned_by: User,
    now: datetime,
    subject: str = "",
    language: str = "pl",
    auditor: User | None = None,
) -> Audit:
    """Plan an audit; the respondent gets an account and the right to edit for the organisation."""
    if deadline_on < now.date():
        raise ValidationError({"deadline_on": _("The deadline has to be today or later.")})
    respondent, _is_new = invite_account(
        email=respondent_email, name=respondent_name, language=language
    )
    give_seat(account=respondent, organisation=organisation, level="editor")
    audit = Audit(
        kind=kind,
        instrument=latest_instrument(kind),
        organisation=organisation,
        subject=subject,
        respondent=respondent,
        auditor=auditor,
        planned_by=planned_by,
        planned_at=now,
        language=language,
        deadline_on=deadline_on,
    )
    audit.full_clean()
    audit.save()
    return audit


@transaction.atomic
def send_audit(*, audit: Audit, now: datetime) -> Audit:
    """Put the questionnaire into the respondent's hands and write an e-mail about it."""
    _pass(audit, AuditState.SELF_ASSESSMENT)
    audit.sent_at = now
    audit.save()
    enqueue("audits.send_invitation", audit_id=audit.pk)
    return audit


@transaction.atomic
def save_answer(
    *,
    audit: Audit,
    question_code: str,
    value: Any,
    answered_by: User,
    now: datetime,
    revision: int,
    gap: str = "",
    sureness: str = "",
    remark: str = "",
) -> Answer:
    """Store one answer; refuses to overwrite what somebody else saved since `revision`.

    `revision` is the one that was read, 0 for a question without an answer. Saving the same
    answer again changes nothing.
    """
    if audit.state != AuditState.SELF_ASSESSMENT:
        raise TransitionError(
            _("The answers were handed in and can no longer be changed. Please write to the coordinator.")
        )
    question = questionnaire_of(audit).question(question_code)
    checked = None if gap in Gap.values else checked_value(question, value)
    facts = {
        "value": checked,
        "gap": gap if gap in Gap.values else "",
        "sureness": sureness if sureness in Sureness.values else "",
        "remark": remark.strip(),
    }
    stored = Answer.objects.select_for_update().filter(audit=audit, question=question_code).first()
    if stored is not None and all(getattr(stored, name) == fact for name, fact in facts.items()):
        return stored
    if stored is not None and stored.revision != revision:
        raise StaleAnswerError(stored)
    answer = stored or Answer(audit=audit, question=question_code, revision=0)
    for name, fact in facts.items():
        setattr(answer, name, fact)
    answer.revision += 1
    answer.saved_at, answer.saved_by = now, answered_by
    answer.full_clean(validate_unique=stored is None)
    answer.save()
    return answer


@transaction.atomic
def submit_audit(*, audit: Audit, now: datetime) -> Audit:
    """Hand the answers in; refused while a required question has neither answer nor reason."""
    missing = progress_of(audit).missing
    if missing:
        raise IncompleteError(missing)
    _pass(audit, AuditState.SUBMITTED)
    audit.submitted_at = now
    audit.save()
    return audit


@transaction.atomic
def return_audit(*, audit: Audit, comment: str, deadline_on: date, now: datetime) -> Audit:
    """Give the questionnaire back to the respondent, with a comment that says what to do."""
    if not comment.strip():
        raise ValidationError({"comment": _("Please write what should be changed.")})
    if deadline_on < now.date():
        raise ValidationError({"deadline_on": _("The deadline has to be today or later.")})
    _pass(audit, AuditState.SELF_ASSESSMENT)
    audit.return_comment, audit.deadline_on, audit.submitted_at = comment.strip(), deadline_on, None
    audit.save()
    enqueue("audits.send_return", audit_id=audit.pk)
    return audit


@transaction.atomic
def cancel_audit(*, audit: Audit) -> Audit:
    """Give an audit up; what was answered stays on record."""
    _pass(audit, AuditState.CANCELLED)
    audit.save()
    return audit


@transaction.atomic
def close_audit(*, audit: Audit, closed_by: User, publish: bool, now: datetime) -> AuditOutcome:
    """Close an audit: its answers become a record of the catalogue, published if so decided."""
    _pass(audit, AuditState.CLOSED)
    audit.closed_at = now
    audit.save()
    record = record_from_answers(
        audit=audit, answers=answers_of(audit), keeper=closed_by, today=now.date()
    )
    if publish:
        publish_record(record=record, disclosure=record.disclosure, now=now)
    outcome = AuditOutcome(audit=audit, **{audit.kind: record})
    outcome.full_clean()
    outcome.save()
    return outcome


def _pass(audit: Audit, target: str) -> None:
    """Move an audit to a state, or say why it cannot go there."""
    if not may_pass(audit.state, target):
        message = _("%(audit)s is “%(state)s” and cannot become “%(target)s”.")
        labels = dict(AuditState.choices)
        raise TransitionError(
            message
            % {"audit": audit.code, "state": labels[audit.state], "target": labels[target]}
        )
    audit.state = target


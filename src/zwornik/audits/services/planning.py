"""An audit is planned for an organisation and sent to the person who answers."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.accounts.services import invite_account
from zwornik.audits.choices import AuditKind, AuditState
from zwornik.audits.instruments import latest_instrument
from zwornik.audits.models import Audit
from zwornik.audits.services.steps import TransitionError, hold, refuse_past, take_step
from zwornik.core.jobs import enqueue
from zwornik.directory.models import Organisation
from zwornik.directory.services import give_seat


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
    refuse_past(deadline_on, now)
    if kind not in AuditKind.values:
        raise ValidationError({"kind": _("Please choose what is asked about.")})
    audit = Audit(
        kind=kind,
        instrument=latest_instrument(kind),
        organisation=organisation,
        subject=subject.strip(),
        respondent=_respondent(respondent_name, respondent_email, language, organisation),
        auditor=auditor,
        planned_by=planned_by,
        planned_at=now,
        language=language,
        deadline_on=deadline_on,
    )
    audit.full_clean()
    audit.save()
    return audit


def _respondent(name: str, email: str, language: str, organisation: Organisation) -> User:
    """Return the account of the person who answers, with a seat at the organisation."""
    try:
        account, _is_new = invite_account(email=email, name=name.strip(), language=language)
    except ValidationError as error:
        raise ValidationError(_as_respondent(error)) from error
    if not account.is_active:
        message = _("The account %(email)s was switched off. Please choose somebody else.")
        raise ValidationError({"respondent_email": message % {"email": account.email}})
    give_seat(account=account, organisation=organisation, level="editor")
    return account


def _as_respondent(error: ValidationError) -> dict[str, list[str]]:
    """Return what is wrong with an account under the names that the planner knows."""
    names = {"email": "respondent_email", "name": "respondent_name"}
    return {names.get(key, key): messages for key, messages in error.message_dict.items()}


@transaction.atomic
def send_audit(*, audit: Audit, now: datetime) -> Audit:
    """Put the questionnaire into the respondent's hands and write an e-mail about it."""
    hold(audit)
    if audit.state != AuditState.PLANNED:
        raise TransitionError(_("%(audit)s was already sent.") % {"audit": audit.code})
    audit.sent_at = now
    take_step(audit, AuditState.SELF_ASSESSMENT, "sent_at")
    enqueue("audits.send_invitation", audit_id=audit.pk)
    return audit


@transaction.atomic
def plan_and_send_audit(*, now: datetime, **plan: Any) -> Audit:
    """Plan an audit and send its questionnaire at once; takes what `plan_audit` takes."""
    return send_audit(audit=plan_audit(now=now, **plan), now=now)


@transaction.atomic
def ask_somebody_else(*, audit: Audit, respondent_name: str, respondent_email: str) -> Audit:
    """Give the questionnaire to another respondent, with everything that was answered so far."""
    hold(audit)
    if audit.state not in (AuditState.PLANNED, AuditState.SELF_ASSESSMENT):
        message = _("%(audit)s is “%(state)s”: nobody has to answer it now.")
        facts = {"audit": audit.code, "state": audit.get_state_display()}
        raise TransitionError(message % facts)
    audit.respondent = _respondent(
        respondent_name, respondent_email, audit.language, audit.organisation
    )
    audit.reminded_on = None
    audit.save(update_fields=["respondent", "reminded_on"])
    if audit.state == AuditState.SELF_ASSESSMENT:
        enqueue("audits.send_invitation", audit_id=audit.pk)
    return audit

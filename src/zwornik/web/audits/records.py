"""The page of an audit: where it stands, its answers, the record to come; and a sheet to print."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from zwornik.accounts.models import User
from zwornik.audits.choices import AuditState
from zwornik.audits.models import Answer, Audit, AuditOutcome
from zwornik.audits.records import previewed_record
from zwornik.audits.selectors import (
    Progress,
    SectionProgress,
    answers_of,
    history_of,
    outcome_of,
    progress_from,
    questionnaire_of,
)
from zwornik.web.audits.asked import Asked, asked_questions
from zwornik.web.audits.forms import ReturnForm, in_days
from zwornik.web.audits.opening import with_audit
from zwornik.web.shell.people import SignedInRequest


@dataclass(frozen=True)
class Steps:
    """What this person can do with an audit now."""

    send: bool
    answer: bool
    remind: bool
    give_back: bool
    close: bool
    cancel: bool
    ask_else: bool


def steps_of(user: User, audit: Audit) -> Steps:
    """Return what a person can do with an audit, by its state and the person's rights."""
    state, is_planner = audit.state, user.has_perm("audits.plan")
    with_respondent = state == AuditState.SELF_ASSESSMENT
    handed_in = state == AuditState.SUBMITTED
    is_open = state in (AuditState.PLANNED, AuditState.SELF_ASSESSMENT, AuditState.SUBMITTED)
    return Steps(
        send=state == AuditState.PLANNED and is_planner,
        answer=user.has_perm("audits.answer", audit) and not user.is_staff_member,
        remind=with_respondent and user.has_perm("audits.remind"),
        give_back=handed_in and user.has_perm("audits.return_audit"),
        close=handed_in and user.has_perm("audits.close_audit"),
        cancel=is_open and user.has_perm("audits.cancel_audit"),
        ask_else=state in (AuditState.PLANNED, AuditState.SELF_ASSESSMENT) and is_planner,
    )


@dataclass(frozen=True)
class ShownSection:
    """A section with its progress and its questions, to be read."""

    part: SectionProgress
    asked: list[Asked]


def shown_sections(progress: Progress, answers: dict[str, Answer]) -> list[ShownSection]:
    """Return the sections of a questionnaire with their answers."""
    return [
        ShownSection(part, asked_questions(part.section, answers)) for part in progress.sections
    ]


@with_audit
@require_GET
def audit_detail(request: SignedInRequest, audit: Audit) -> HttpResponse:
    """Show an audit: its state and next step, its answers, the record to come, its history."""
    answers, outcome = answers_of(audit), outcome_of(audit)
    questionnaire = questionnaire_of(audit)
    progress = progress_from(questionnaire, answers)
    context = {
        "audit": audit,
        "outcome": outcome,
        "outcome_address": _address_of(outcome),
        "is_open": audit.state in (AuditState.SELF_ASSESSMENT, AuditState.SUBMITTED),
        "steps": steps_of(request.user, audit),
        "progress": progress,
        "sections": shown_sections(progress, answers),
        "preview": previewed_record(audit, answers),
        "trail": history_of(audit, questionnaire, answers),
        "return_form": ReturnForm(initial=in_days(timezone.localdate(), 7)),
    }
    return render(request, "audits/detail.html", context)


def _address_of(outcome: AuditOutcome | None) -> str:
    """Return the address of the record that an audit left."""
    if outcome is None:
        return ""
    return reverse(f"catalogue:{outcome.audit.kind}-detail", args=[outcome.record.pk])


@with_audit
@require_GET
def audit_print(request: SignedInRequest, audit: Audit) -> HttpResponse:
    """Show the whole questionnaire with its answers on one sheet to print."""
    answers = answers_of(audit)
    progress = progress_from(questionnaire_of(audit), answers)
    context = {"audit": audit, "sections": shown_sections(progress, answers)}
    return render(request, "audits/print.html", context)

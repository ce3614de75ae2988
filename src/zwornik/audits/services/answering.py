"""The respondent's side: answers are stored one by one, and handed in together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.audits.checking import AnswerError, checked_gap, checked_remark, checked_value
from zwornik.audits.choices import AuditState, Sureness
from zwornik.audits.models import Answer, Audit
from zwornik.audits.questionnaire import Question
from zwornik.audits.selectors import may_edit_for, progress_of, questionnaire_of
from zwornik.audits.services.steps import TransitionError, hold, refuse_step, take_step


class StaleAnswerError(ValueError):
    """An answer was changed elsewhere since it was read; nothing was overwritten."""

    def __init__(self, stored: Answer) -> None:
        self.stored = stored
        super().__init__(_("This answer was changed elsewhere in the meantime."))


class IncompleteError(ValueError):
    """Required questions have no answer yet; `questions` names them."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        self.questions = questions
        super().__init__(_("Some questions still need an answer."))


class NoSeatError(ValueError):
    """The person has no right to answer for the organisation, or no longer."""


def refuse_without_seat(audit: Audit, person: User) -> None:
    """Say in words that a person may not answer for the organisation of an audit."""
    if may_edit_for(person, audit.organisation_id):
        return
    organisation = {"organisation": audit.organisation.name}
    if person.seats.filter(organisation_id=audit.organisation_id).exists():
        message = _(
            "You may read the answers of %(organisation)s, but not change them. "
            "If you should answer, please write to the cluster's coordinator."
        )
    else:
        message = _(
            "You do not act for %(organisation)s here, or no longer. What you wrote is kept. "
            "If you should still answer, please write to the cluster's coordinator."
        )
    raise NoSeatError(message % organisation)


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
    answer again changes nothing, and a question that nobody answered gets no empty one.
    """
    refuse_without_seat(audit, answered_by)
    hold(audit)
    _refuse_unless_open(audit)
    question = questionnaire_of(audit).question(question_code)
    facts = _facts(question, value, gap, sureness, remark)
    stored = audit.answers.filter(question=question_code).select_related("saved_by").first()
    answer = stored or Answer(audit=audit, question=question_code, revision=0)
    if all(getattr(answer, name) == fact for name, fact in facts.items()):
        return answer
    if stored is not None and stored.revision != revision:
        raise StaleAnswerError(stored)
    for name, fact in facts.items():
        setattr(answer, name, fact)
    answer.revision += 1
    answer.saved_at, answer.saved_by = now, answered_by
    answer.full_clean(exclude=["audit", "saved_by"])
    answer.save()
    return answer


def _refuse_unless_open(audit: Audit) -> None:
    if audit.state == AuditState.SELF_ASSESSMENT:
        return
    reasons = {
        AuditState.PLANNED: _("The questionnaire was not sent yet."),
        AuditState.CANCELLED: _(
            "The questionnaire was withdrawn and takes no more answers. "
            "If this surprises you, please write to the coordinator."
        ),
    }
    handed_in = _(
        "The answers were handed in and can no longer be changed. Please write to the coordinator."
    )
    raise TransitionError(reasons.get(AuditState(audit.state), handed_in))


def _facts(question: Question, value: Any, gap: str, sureness: str, remark: str) -> dict[str, Any]:
    """Return what is stored of an answer: a value, or the reason why there is none."""
    checked = None if gap else checked_value(question, value)
    is_sure = question.sureness and checked is not None and sureness in Sureness.values
    return {
        "value": checked,
        "gap": checked_gap(question, gap),
        "sureness": sureness if is_sure else "",
        "remark": checked_remark(remark),
    }


@dataclass(frozen=True)
class Entry:
    """What somebody typed or chose for one question, with the revision that was read before."""

    value: Any = None
    gap: str = ""
    sureness: str = ""
    remark: str = ""
    revision: int = 0


@dataclass(frozen=True)
class SectionSaved:
    """What became of a section that was saved as a whole: refusals and conflicts by question."""

    problems: dict[str, str] = field(default_factory=dict)
    conflicts: dict[str, Answer] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        """Whether everything that was written is stored."""
        return not self.problems and not self.conflicts


def save_section(
    *, audit: Audit, entries: Mapping[str, Entry], answered_by: User, now: datetime
) -> SectionSaved:
    """Store the answers of a section one by one, so that a refused one takes no other with it."""
    saved = SectionSaved()
    for code, entry in entries.items():
        try:
            save_answer(
                audit=audit,
                question_code=code,
                value=entry.value,
                gap=entry.gap,
                sureness=entry.sureness,
                remark=entry.remark,
                revision=entry.revision,
                answered_by=answered_by,
                now=now,
            )
        except AnswerError as error:
            saved.problems[code] = str(error)
        except StaleAnswerError as error:
            saved.conflicts[code] = error.stored
    return saved


@transaction.atomic
def submit_audit(*, audit: Audit, now: datetime, submitted_by: User | None = None) -> Audit:
    """Hand the answers in; refused while a required question has neither answer nor reason.

    Where somebody hands in, and not the system, `submitted_by` has to act for the organisation.
    """
    if submitted_by is not None:
        refuse_without_seat(audit, submitted_by)
    hold(audit)
    refuse_step(audit, AuditState.SUBMITTED)
    missing = progress_of(audit).missing
    if missing:
        raise IncompleteError(missing)
    audit.submitted_at = now
    return take_step(audit, AuditState.SUBMITTED, "submitted_at")

"""Reads of the audits room: who has which audits, and how far a questionnaire is."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from zwornik.accounts.models import User
from zwornik.audits.choices import AuditState
from zwornik.audits.models import Answer, Audit
from zwornik.audits.models.audit import AuditQuerySet
from zwornik.audits.questionnaire import (
    Question,
    Questionnaire,
    Section,
    is_answered,
    read_questionnaire,
)


def readable_audits(viewer: User) -> AuditQuerySet:
    """Return the audits that a person may see: all for the team, else those of one's seats."""
    audits: AuditQuerySet = Audit.objects.select_related(
        "organisation", "instrument", "respondent", "auditor"
    )
    if viewer.is_staff_member:
        return audits
    seats = viewer.seats.values("organisation_id")
    return audits.filter(organisation_id__in=seats)


def audits_to_answer(respondent: User) -> AuditQuerySet:
    """Return the questionnaires that wait for a person, the nearest deadline first."""
    waiting: AuditQuerySet = readable_audits(respondent).filter(state=AuditState.SELF_ASSESSMENT)
    editable = respondent.seats.filter(level="editor").values("organisation_id")
    return waiting.filter(organisation_id__in=editable).order_by("deadline_on", "pk")


def audits_to_close() -> AuditQuerySet:
    """Return the audits whose answers wait for the coordinator."""
    found: AuditQuerySet = Audit.objects.filter(state=AuditState.SUBMITTED)
    return found.select_related("organisation", "respondent").order_by("submitted_at", "pk")


def audits_late(today: date) -> AuditQuerySet:
    """Return the audits that are still being filled in after their deadline."""
    found: AuditQuerySet = Audit.objects.late(today)
    return found.select_related("organisation", "respondent").order_by("deadline_on", "pk")


def questionnaire_of(audit: Audit) -> Questionnaire:
    """Return the questions of an audit, in the version in which they were sent."""
    return read_questionnaire(audit.instrument.content)


def answers_of(audit: Audit) -> dict[str, Answer]:
    """Return the stored answers of an audit by the code of their question."""
    return {answer.question: answer for answer in audit.answers.select_related("saved_by")}


@dataclass(frozen=True)
class SectionProgress:
    """How far a section is: its questions that are settled, and required ones that are not."""

    section: Section
    number: int
    settled: int
    missing: tuple[Question, ...]

    @property
    def is_done(self) -> bool:
        """Whether no required question is open and something was answered."""
        return not self.missing and self.settled > 0

    @property
    def minutes_left(self) -> int:
        """The estimated minutes that the section still takes."""
        return 0 if self.is_done else self.section.minutes


@dataclass(frozen=True)
class Progress:
    """How far a questionnaire is."""

    sections: tuple[SectionProgress, ...]

    @property
    def done(self) -> int:
        """How many sections are done."""
        return sum(part.is_done for part in self.sections)

    @property
    def minutes_left(self) -> int:
        """The estimated minutes that the whole still takes."""
        return sum(part.minutes_left for part in self.sections)

    @property
    def missing(self) -> tuple[Question, ...]:
        """The required questions that have no answer."""
        return tuple(question for part in self.sections for question in part.missing)

    @property
    def share(self) -> float:
        """The share of sections done, 0–1."""
        return self.done / len(self.sections) if self.sections else 0.0


def progress_of(audit: Audit) -> Progress:
    """Return how far the questionnaire of an audit is."""
    answers = answers_of(audit)
    parts = []
    for number, section in enumerate(questionnaire_of(audit).sections, start=1):
        settled = [q for q in section.questions if is_answered(answers.get(q.code))]
        missing = tuple(q for q in section.questions if q.required and q not in settled)
        parts.append(SectionProgress(section, number, len(settled), missing))
    return Progress(tuple(parts))


@dataclass(frozen=True)
class YearOfAudits:
    """How many questionnaires were sent and closed in a year, and how many are open and late now."""

    sent: int
    closed: int
    open: int
    late: int


def year_in_numbers(year: int) -> YearOfAudits:
    """Return the year's audits in numbers."""
    return YearOfAudits(
        sent=Audit.objects.filter(sent_at__year=year).count(),
        closed=Audit.objects.filter(closed_at__year=year).count(),
        open=Audit.objects.open().count(),
        late=Audit.objects.late(timezone.localdate()).count(),
    )

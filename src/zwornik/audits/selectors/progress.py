"""How far a questionnaire is: its sections, what is answered, what is missing, minutes left."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from zwornik.audits.checking import is_answered
from zwornik.audits.models import Answer, Audit
from zwornik.audits.questionnaire import Question, Questionnaire, Section


def questionnaire_of(audit: Audit) -> Questionnaire:
    """Return the questions of an audit, in the version in which they were sent."""
    return audit.instrument.questionnaire


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
    def is_begun(self) -> bool:
        """Whether something was answered, and something required is still open."""
        return self.settled > 0 and not self.is_done

    @property
    def share(self) -> float:
        """The share of its questions that are settled, 0–1; 1 where none required is open."""
        return 1.0 if self.is_done else self.settled / max(1, len(self.section.questions))

    @property
    def minutes_left(self) -> int:
        """The estimated minutes that the section still takes."""
        return 0 if self.is_done else self.section.minutes


@dataclass(frozen=True)
class Progress:
    """How far a questionnaire is, and when something was last saved in it."""

    sections: tuple[SectionProgress, ...]
    saved_at: datetime | None = None

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

    @property
    def first_missing(self) -> Section:
        """The section of the first required question without an answer, else the first section."""
        parts = [part for part in self.sections if part.missing]
        return (parts or self.sections)[0].section

    @property
    def first_open(self) -> Section:
        """The first section that is not done; the first one where all are."""
        parts = [part for part in self.sections if not part.is_done]
        return (parts or self.sections)[0].section


def progress_of(audit: Audit) -> Progress:
    """Return how far the questionnaire of an audit is."""
    return progress_from(questionnaire_of(audit), answers_of(audit))


def progress_from(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> Progress:
    """Return how far a questionnaire is with the given answers."""
    parts = []
    for number, section in enumerate(questionnaire.sections, start=1):
        settled = [q for q in section.questions if is_answered(answers.get(q.code))]
        missing = tuple(q for q in section.questions if q.required and q not in settled)
        parts.append(SectionProgress(section, number, len(settled), missing))
    saved = (answer.saved_at for answer in answers.values())
    return Progress(tuple(parts), max(saved, default=None))


def progress_of_many(audits: Iterable[Audit]) -> dict[int, Progress]:
    """Return how far each of some questionnaires is, with one read of all their answers."""
    shown = list(audits)
    answers: dict[int, dict[str, Answer]] = {audit.pk: {} for audit in shown}
    stored = Answer.objects.filter(audit__in=answers).only(
        "audit_id", "question", "value", "gap", "saved_at"
    )
    for answer in stored:
        answers[answer.audit_id][answer.question] = answer
    return {a.pk: progress_from(questionnaire_of(a), answers[a.pk]) for a in shown}

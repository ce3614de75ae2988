"""The history of an audit, told with its questions instead of their codes."""

from collections.abc import Mapping
from dataclasses import replace

from zwornik.audits.models import Answer, Audit
from zwornik.audits.questionnaire import Questionnaire
from zwornik.core.selectors import Change, trail_of


def history_of(
    audit: Audit, questionnaire: Questionnaire, answers: Mapping[str, Answer]
) -> list[Change]:
    """Return the changes of an audit and of its answers, newest first."""
    questions = {q.code: q for section in questionnaire.sections for q in section.questions}
    names = {str(answers[code]): questions[code].text for code in answers if code in questions}
    changes = trail_of([audit, *answers.values()])
    return [replace(change, record=names.get(change.record, change.record)) for change in changes]

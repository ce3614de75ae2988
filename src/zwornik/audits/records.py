"""From the answers of an audit to a record of the catalogue, with nothing typed again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from zwornik.accounts.models import User
from zwornik.audits.models import Answer, Audit
from zwornik.audits.questionnaire import Question
from zwornik.audits.selectors import questionnaire_of
from zwornik.catalogue.models import CatalogueRecord, Competence, Need, Technology
from zwornik.catalogue.services import record_competence, record_need, record_technology
from zwornik.directory.selectors import person_of
from zwornik.methods.text.language import detect_language

MODELS: dict[str, type[CatalogueRecord]] = {
    "technology": Technology,
    "need": Need,
    "competence": Competence,
}
WRITERS: dict[str, Any] = {
    "technology": record_technology,
    "need": record_need,
    "competence": record_competence,
}


def record_from_answers(
    *, audit: Audit, answers: Mapping[str, Answer], keeper: User, today: date
) -> CatalogueRecord:
    """Write the record that the answers of an audit describe, and say on it where it comes from."""
    facts: dict[str, Any] = {
        "organisation": audit.organisation,
        "contact": person_of(audit.respondent),
        "keeper": keeper,
        "recorded_on": today,
        "source": audit.code,
        "source_on": today,
        "confirmed_on": today,
    }
    facts |= facts_from_answers(audit, answers)
    record: CatalogueRecord = WRITERS[audit.kind](**facts)
    return record


def facts_from_answers(audit: Audit, answers: Mapping[str, Answer]) -> dict[str, Any]:
    """Return the fields of the record that the answers fill, texts in the language they are in."""
    facts: dict[str, Any] = {}
    for section in questionnaire_of(audit).sections:
        for question in section.questions:
            answer = answers.get(question.code)
            if question.record and answer is not None and answer.value is not None:
                _fill(facts, question, answer.value, audit)
    return facts


@dataclass(frozen=True)
class PreviewField:
    """One field of the record to come: its name, what will stand there, and in which language."""

    label: str
    text: str
    language: str = ""


def previewed_record(audit: Audit, answers: Mapping[str, Answer]) -> list[PreviewField]:
    """Return the fields that closing would fill, as people read them; empty ones included."""
    return [
        _preview(audit, question, answers.get(question.code))
        for section in questionnaire_of(audit).sections
        for question in section.questions
        if question.record
    ]


def _preview(audit: Audit, question: Question, answer: Answer | None) -> PreviewField:
    value = answer.value if answer is not None else None
    label, text = label_of(audit.kind, question.record), question.shown(value)
    is_written = isinstance(value, str) and not question.choices
    return PreviewField(label, text, language_of(text, audit.language) if is_written else "")


def label_of(kind: str, name: str) -> str:
    """Return how people call a field of the record that a kind of audit leaves."""
    if name.startswith("requirements."):
        return _("mandatory requirements") if name.endswith(".must") else _("welcome advantages")
    column = f"{name}_pl" if _is_bilingual(kind, name) else name
    try:
        return str(getattr(MODELS[kind]._meta.get_field(column), "verbose_name", name))
    except FieldDoesNotExist:
        return name


def _fill(facts: dict[str, Any], question: Question, value: Any, audit: Audit) -> None:
    if question.record.startswith("requirements."):
        must = question.record.endswith(".must")
        facts.setdefault("requirements", []).extend(_requirements(value, audit.language, must=must))
    elif _is_bilingual(audit.kind, question.record):
        facts[f"{question.record}_{language_of(value, audit.language)}"] = value
    else:
        facts[question.record] = value


def _requirements(value: str, language: str, *, must: bool) -> list[dict[str, Any]]:
    lines = [line.strip(" -–•\t") for line in value.splitlines()]
    return [
        {f"text_{language_of(line, language)}": line, "is_mandatory": must}
        for line in lines
        if line
    ]


def _is_bilingual(kind: str, name: str) -> bool:
    return hasattr(MODELS[kind], f"{name}_pl")


def language_of(text: str, expected: str) -> str:
    """Return the language in which an answer is written; the audit's, where that is not certain."""
    found = detect_language(text)
    return found if found in ("pl", "en") else expected

"""Records of the demonstration that came out of an audit: answered, handed in, closed, published."""

from datetime import datetime, timedelta
from typing import Any

from auditlog.context import set_actor

from zwornik.accounts.models import User
from zwornik.audits.models import Audit
from zwornik.audits.selectors import questionnaire_of
from zwornik.audits.services import close_audit, plan_audit, send_audit, submit_audit
from zwornik.catalogue.models import CatalogueRecord
from zwornik.catalogue.services import publish_record, revise_record
from zwornik.cli.demonstration import files
from zwornik.cli.demonstration.activity import answer_all
from zwornik.cli.demonstration.catalogue import (
    facts_of,
    moment_of,
    requirements_of,
)
from zwornik.directory.models import Organisation, Person

AUDITED_OF_A_KIND = 6


def load_audited_records(
    organisations: dict[str, Organisation],
    people: dict[str, Person],
    team: dict[str, User],
) -> None:
    """Let a few records of each kind come out of a closed audit."""
    for kind in ("technology", "need", "competence"):
        chosen = [e for e in files.entries(kind) if e["title_pl"] and e["title_en"]]
        for entry in chosen[:: max(1, len(chosen) // AUDITED_OF_A_KIND)][:AUDITED_OF_A_KIND]:
            _audit_one(kind, entry, organisations, people, team)


def _audit_one(
    kind: str,
    entry: dict[str, Any],
    organisations: dict[str, Organisation],
    people: dict[str, Person],
    team: dict[str, User],
) -> CatalogueRecord:
    closed = moment_of(entry)
    person = people[entry["contact"]]
    with set_actor(team["coordinator"]):
        audit = plan_audit(
            kind=kind,
            organisation=organisations[entry["organisation"]],
            respondent_name=person.plain_name,
            respondent_email=person.email,
            deadline_on=closed.date(),
            planned_by=team["coordinator"],
            auditor=team["auditor"],
            now=closed - timedelta(days=25),
        )
        send_audit(audit=audit, now=closed - timedelta(days=25))
    with set_actor(audit.respondent):
        answer_all(audit, answers_from(audit, entry), closed - timedelta(days=9))
        submit_audit(audit=audit, now=closed - timedelta(days=7))
    with set_actor(team["coordinator"]):
        return _close_and_complete(audit, kind, entry, person, team["coordinator"], closed)


def _close_and_complete(
    audit: Audit,
    kind: str,
    entry: dict[str, Any],
    person: Person,
    coordinator: User,
    closed: datetime,
) -> CatalogueRecord:
    """Close the audit, add what its short questionnaire does not ask, and publish the record."""
    record = close_audit(audit=audit, closed_by=coordinator, publish=False, now=closed).record
    facts: dict[str, Any] = {**facts_of(entry), "contact": person}
    if kind == "need":
        facts["requirements"] = requirements_of(entry)
    revise_record(record=record, facts=facts, revised_by=coordinator, now=closed)
    return publish_record(record=record, disclosure=entry["disclosure"], now=closed)


def answers_from(audit: Audit, entry: dict[str, Any]) -> dict[str, Any]:
    """Return what a respondent would have answered, taken from the entry of the record."""
    answers: dict[str, Any] = {}
    for section in questionnaire_of(audit).sections:
        for question in section.questions:
            value = _value(question.record, entry)
            if value not in (None, "", []):
                answers[question.code] = value
    return answers


def _value(name: str, entry: dict[str, Any]) -> Any:
    if name.startswith("requirements."):
        wanted = name.endswith(".must")
        lines = [line["pl"] for line in entry["requirements"] if line["must"] is wanted]
        return "\n".join(lines)
    if f"{name}_pl" in entry:
        return entry[f"{name}_pl"]
    return entry.get(name) or None

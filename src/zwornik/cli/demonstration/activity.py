"""What has happened in the demonstration cluster: audits, conversations, decisions."""

from datetime import datetime, timedelta
from typing import Any

from auditlog.context import set_actor
from django.utils import timezone

from zwornik.accounts.models import User
from zwornik.audits.models import Audit
from zwornik.audits.services import (
    close_audit,
    plan_audit,
    save_answer,
    send_audit,
    submit_audit,
)
from zwornik.catalogue.models import CatalogueRecord, Need
from zwornik.cli.demonstration.files import entries, judgements
from zwornik.directory.models import Conversation, Organisation
from zwornik.directory.services import record_conversation
from zwornik.matching.services import decline_match, shortlist_match

DECIDED_NEEDS = 9
REASONS = ("not_our_field", "too_early", "advantage_unclear", "capacity")


def load_open_audits(
    organisations: dict[str, Organisation], team: dict[str, User], now: datetime
) -> int:
    """Plan, send and partly answer the open audits; return how many were made."""
    if Audit.objects.exists():
        return 0
    for entry in entries("audit"):
        _audit(entry, organisations[entry["organisation"]], team, now)
    return len(entries("audit"))


def _audit(
    entry: dict[str, Any], organisation: Organisation, team: dict[str, User], now: datetime
) -> Audit:
    planned = now - timedelta(days=entry["planned_days_ago"])
    member = team["member, editor"]
    with set_actor(team["coordinator"]):
        audit = plan_audit(
            kind=entry["kind"],
            organisation=organisation,
            respondent_name=entry.get("respondent_name", member.name),
            respondent_email=entry.get("respondent_email", member.email),
            subject=entry["subject"],
            deadline_on=(now + timedelta(days=entry["due_in_days"])).date(),
            planned_by=team["coordinator"],
            auditor=team["auditor"],
            now=planned,
        )
        send_audit(audit=audit, now=planned)
    with set_actor(audit.respondent):
        answer_all(audit, entry["answers"], now - timedelta(days=2))
        if entry["state"] == "submitted":
            submit_audit(audit=audit, now=now - timedelta(days=1))
    return audit


def answer_all(audit: Audit, answers: dict[str, Any], now: datetime) -> None:
    """Save the answers of a respondent, one by one, as the questionnaire does."""
    for code, value in answers.items():
        save_answer(
            audit=audit,
            question_code=code,
            value=value,
            answered_by=audit.respondent,
            now=now,
            revision=0,
        )


def close_one(audit: Audit, team: dict[str, User], now: datetime) -> CatalogueRecord:
    """Close an audit as the coordinator and return the record it left."""
    with set_actor(team["coordinator"]):
        outcome = close_audit(audit=audit, closed_by=team["coordinator"], publish=True, now=now)
    return outcome.record


def load_conversations(
    organisations: dict[str, Organisation], team: dict[str, User], now: datetime
) -> int:
    """Note the conversations of the team; return how many were made."""
    if Conversation.objects.exists():
        return 0
    for entry in entries("conversation"):
        with set_actor(team["coordinator"]):
            record_conversation(
                organisation=organisations[entry["organisation"]],
                held_on=(now - timedelta(days=entry["days_ago"])).date(),
                channel=entry["channel"],
                note=entry["note"],
                recorded_by=team["coordinator"],
                today=now.date(),
            )
    return len(entries("conversation"))


def load_decisions(
    records: dict[str, dict[str, CatalogueRecord]], team: dict[str, User], now: datetime
) -> int:
    """Decide on the matches of a few needs as the judges did; return how many were decided."""
    chosen = list(dict.fromkeys(j.need for j in judgements()))[3 : 3 + DECIDED_NEEDS * 3 : 3]
    decided = 0
    for judgement in judgements():
        need = records["need"].get(judgement.need)
        if judgement.need not in chosen or not isinstance(need, Need) or judgement.grade == 1:
            continue
        if need.decisions.count() >= 3:
            continue
        offer = records[judgement.offer_kind][judgement.offer]
        moment = _office_hour(now - timedelta(days=1 + decided % 20), decided)
        with set_actor(team["coordinator"]):
            _decide(need, offer, judgement.grade, team["coordinator"], moment, decided)
        decided += 1
    return decided


def _office_hour(day: datetime, turn: int) -> datetime:
    """Return a moment of a day between nine and five, another one each turn."""
    local = timezone.localtime(day)
    return local.replace(hour=9 + turn * 3 % 8, minute=turn * 13 % 60, second=0, microsecond=0)


def _decide(
    need: Need, offer: CatalogueRecord, grade: int, who: User, moment: datetime, turn: int
) -> None:
    if grade == 2:
        shortlist_match(need=need, offer=offer, decided_by=who, now=moment)
    else:
        reason = REASONS[turn % len(REASONS)]
        decline_match(need=need, offer=offer, reason=reason, decided_by=who, now=moment)

"""What has happened in the demonstration cluster: audits, conversations, decisions."""

from datetime import datetime, timedelta
from typing import Any

from auditlog.context import set_actor
from django.utils import timezone

from zwornik.accounts.models import User
from zwornik.audits.models import Audit
from zwornik.audits.services import (
    plan_audit,
    save_answer,
    send_audit,
    submit_audit,
)
from zwornik.catalogue.models import CatalogueRecord, Need
from zwornik.cli.demonstration import files
from zwornik.directory.models import Organisation
from zwornik.directory.services import record_conversation
from zwornik.matching.services import decline_match, shortlist_match

DECIDED_NEEDS = 9
DECISIONS_ON_A_NEED = 3
REASONS = ("not_our_field", "too_early", "advantage_unclear", "capacity")


def load_open_audits(
    organisations: dict[str, Organisation], team: dict[str, User], now: datetime
) -> None:
    """Plan, send and partly answer the audits that are open on the day of loading."""
    for entry in files.entries("audit"):
        _audit(entry, organisations[entry["organisation"]], team, now)


def _audit(
    entry: dict[str, Any], organisation: Organisation, team: dict[str, User], now: datetime
) -> None:
    planned = now - timedelta(days=entry["planned_days_ago"])
    member = team["member, editor"]
    with set_actor(team["coordinator"]):
        audit = plan_audit(
            kind=entry["kind"],
            organisation=organisation,
            respondent_name=entry.get("respondent_name", member.name),
            respondent_email=entry.get("respondent_email", member.email),
            subject=entry["subject"],
            deadline_on=timezone.localdate(now) + timedelta(days=entry["due_in_days"]),
            planned_by=team["coordinator"],
            auditor=team["auditor"],
            now=planned,
        )
        send_audit(audit=audit, now=planned)
    with set_actor(audit.respondent):
        answer_all(audit, entry["answers"], now - timedelta(days=2))
        if entry["state"] == "submitted":
            submit_audit(audit=audit, now=now - timedelta(days=1))


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


def load_conversations(
    organisations: dict[str, Organisation], team: dict[str, User], now: datetime
) -> None:
    """Note the conversations of the team."""
    today = timezone.localdate(now)
    for entry in files.entries("conversation"):
        with set_actor(team["coordinator"]):
            record_conversation(
                organisation=organisations[entry["organisation"]],
                held_on=today - timedelta(days=entry["days_ago"]),
                channel=entry["channel"],
                note=entry["note"],
                recorded_by=team["coordinator"],
                today=today,
            )


def load_decisions(
    records: dict[str, dict[str, CatalogueRecord]], team: dict[str, User], now: datetime
) -> None:
    """Decide on a few matches of a few needs as the judges did."""
    for turn, judgement in enumerate(_decided()):
        need = records["need"][judgement.need]
        offer = records[judgement.offer_kind][judgement.offer]
        moment = _office_hour(now - timedelta(days=1 + turn % 20), turn)
        with set_actor(team["coordinator"]):
            _decide(need, offer, judgement.grade, team["coordinator"], moment, turn)


def _decided() -> list[files.Judgement]:
    """Return the first clear judgements of every third need; the half-clear ones stay open."""
    judged: dict[str, list[files.Judgement]] = {}
    for judgement in files.judgements():
        judged.setdefault(judgement.need, []).append(judgement)
    chosen = list(judged.values())[3 : 3 + DECIDED_NEEDS * 3 : 3]
    clear = [[j for j in of_need if j.grade != 1][:DECISIONS_ON_A_NEED] for of_need in chosen]
    return [judgement for of_need in clear for judgement in of_need]


def _office_hour(day: datetime, turn: int) -> datetime:
    """Return a moment of a day between nine and five, another one each turn."""
    local = timezone.localtime(day)
    return local.replace(hour=9 + turn * 3 % 8, minute=turn * 13 % 60, second=0, microsecond=0)


def _decide(
    need: CatalogueRecord,
    offer: CatalogueRecord,
    grade: int,
    who: User,
    moment: datetime,
    turn: int,
) -> None:
    if not isinstance(need, Need):
        raise TypeError(f"{need} is no need")
    if grade == 2:
        shortlist_match(need=need, offer=offer, decided_by=who, now=moment)
    else:
        reason = REASONS[turn % len(REASONS)]
        decline_match(need=need, offer=offer, reason=reason, decided_by=who, now=moment)

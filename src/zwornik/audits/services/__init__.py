"""Writes of the audits room: an audit is planned, sent, answered, handed in, returned, closed."""

from zwornik.audits.services.answering import (
    Entry,
    IncompleteError,
    NoSeatError,
    SectionSaved,
    StaleAnswerError,
    refuse_without_seat,
    save_answer,
    save_section,
    submit_audit,
)
from zwornik.audits.services.deciding import (
    UnfitAnswersError,
    cancel_audit,
    close_audit,
    return_audit,
)
from zwornik.audits.services.planning import (
    ask_somebody_else,
    plan_and_send_audit,
    plan_audit,
    send_audit,
)
from zwornik.audits.services.reminding import remind_audit, remind_due_audits
from zwornik.audits.services.steps import TransitionError

__all__ = [
    "Entry",
    "IncompleteError",
    "NoSeatError",
    "SectionSaved",
    "StaleAnswerError",
    "TransitionError",
    "UnfitAnswersError",
    "ask_somebody_else",
    "cancel_audit",
    "close_audit",
    "plan_and_send_audit",
    "plan_audit",
    "refuse_without_seat",
    "remind_audit",
    "remind_due_audits",
    "return_audit",
    "save_answer",
    "save_section",
    "send_audit",
    "submit_audit",
]

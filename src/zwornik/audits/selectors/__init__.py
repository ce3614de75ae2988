"""Reads of the audits room."""

from zwornik.audits.selectors.listing import (
    AuditList,
    audits_known_to,
    audits_late,
    audits_to_answer,
    audits_to_close,
    found_audits,
    open_audits_of,
    outcome_of,
    readable_audits,
    state_counts,
    year_in_numbers,
)
from zwornik.audits.selectors.progress import (
    Progress,
    SectionProgress,
    answers_of,
    progress_from,
    progress_of,
    progress_of_many,
    questionnaire_of,
)
from zwornik.audits.selectors.respondents import (
    Candidate,
    candidates_of,
    may_edit_for,
    people_who_audit,
)
from zwornik.audits.selectors.trail import history_of

__all__ = [
    "AuditList",
    "Candidate",
    "Progress",
    "SectionProgress",
    "answers_of",
    "audits_known_to",
    "audits_late",
    "audits_to_answer",
    "audits_to_close",
    "candidates_of",
    "found_audits",
    "history_of",
    "may_edit_for",
    "open_audits_of",
    "outcome_of",
    "people_who_audit",
    "progress_from",
    "progress_of",
    "progress_of_many",
    "questionnaire_of",
    "readable_audits",
    "state_counts",
    "year_in_numbers",
]

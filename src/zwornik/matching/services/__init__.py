"""Writes of the matching room."""

from zwornik.matching.services.comparing import match_all_needs, match_need
from zwornik.matching.services.deciding import decline_match, reopen_match, shortlist_match
from zwornik.matching.services.terms import keep_term, remove_term

__all__ = [
    "decline_match",
    "keep_term",
    "match_all_needs",
    "match_need",
    "remove_term",
    "reopen_match",
    "shortlist_match",
]

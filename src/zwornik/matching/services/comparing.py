"""Needs are compared with the whole offer."""

from datetime import datetime

from zwornik.matching.models import MatchRun


def match_need(*, need_id: int, now: datetime) -> MatchRun:
    raise NotImplementedError(need_id, now)


def match_all_needs(*, now: datetime) -> int:
    raise NotImplementedError(now)

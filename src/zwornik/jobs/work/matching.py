"""Jobs of the matching room."""

from django.utils import timezone

from zwornik.jobs.registry import job
from zwornik.matching.services import match_all_needs, match_need


@job("matching.match_need")
def match_one_need(need_id: int) -> None:
    """Compare one need with the whole offer again."""
    match_need(need_id=need_id, now=timezone.now())


@job("matching.match_all_needs")
def match_every_need() -> None:
    """Compare every open need with the whole offer again."""
    match_all_needs(now=timezone.now())

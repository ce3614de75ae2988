"""Regular work: what is done every day, and asking for it once when it is due."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from zwornik.jobs.models import ScheduledJob
from zwornik.jobs.queue import put


@dataclass(frozen=True)
class Daily:
    """A job that is done once a day, at or after an hour of the local clock."""

    name: str
    at: time


SCHEDULE = (
    Daily("directory.clear_old_uploads", time(1, 0)),
    Daily("matching.match_all_needs", time(2, 0)),
    Daily("audits.send_reminders", time(8, 0)),
)


def due_since(daily: Daily, now: datetime) -> datetime:
    """Return the latest moment at which a daily job fell due."""
    local = timezone.localtime(now)
    today = local.replace(hour=daily.at.hour, minute=daily.at.minute, second=0, microsecond=0)
    return today if today <= local else today - timedelta(days=1)


def queue_due_jobs(*, now: datetime) -> list[str]:
    """Queue every regular job that is due and was not queued since; return their names."""
    return [daily.name for daily in SCHEDULE if _queue_once(daily, now)]


@transaction.atomic
def _queue_once(daily: Daily, now: datetime) -> bool:
    due = due_since(daily, now)
    row, is_new = ScheduledJob.objects.select_for_update().get_or_create(
        name=daily.name, defaults={"queued_at": due}
    )
    if is_new or row.queued_at >= due:
        return False
    row.queued_at = now
    row.save(update_fields=["queued_at"])
    put(daily.name, {})
    return True

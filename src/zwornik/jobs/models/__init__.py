"""Records of the jobs room."""

from zwornik.jobs.models.scheduled_job import ScheduledJob

__all__ = ["ScheduledJob"]

"""`zwornik worker`: do queued jobs and the daily schedule until stopped."""

from typing import Any

from django.core.management.base import BaseCommand

from zwornik.jobs.worker import work_until_stopped


class Command(BaseCommand):
    """Works until the process is asked to end."""

    help = "Do queued jobs and the daily schedule until stopped (SIGTERM or Ctrl+C)."

    def handle(self, *_arguments: Any, **_options: Any) -> None:
        """Start working."""
        work_until_stopped()

"""Putting work into the queue, doing it, and trying again when it fails."""

import logging
from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from zwornik.core.jobs import Argument
from zwornik.jobs.registry import Arguments, job_named

log = logging.getLogger(__name__)
FIRST_PAUSE = timedelta(seconds=30)


def put(name: str, arguments: dict[str, Argument]) -> None:
    """Queue a job by name."""
    job_named(name)
    perform.enqueue(name=name, arguments=arguments, attempt=1)


def pause_before(attempt: int) -> timedelta:
    """Return how long to wait before a further attempt: 30 s, doubled each time.

    >>> pause_before(2), pause_before(4)
    (datetime.timedelta(seconds=30), datetime.timedelta(seconds=120))
    """
    doublings: int = 2 ** (attempt - 2)
    return FIRST_PAUSE * doublings


@task()
def perform(name: str, arguments: Arguments, attempt: int) -> None:
    """Do a job; on failure queue the next attempt, until the job's attempts are used up."""
    work = job_named(name)
    try:
        work.do(**arguments)
    except Exception:
        log.exception("job %s, attempt %d of %d, failed", name, attempt, work.attempts)
        if attempt >= work.attempts:
            raise
        due = timezone.now() + pause_before(attempt + 1)
        perform.using(run_after=due).enqueue(name=name, arguments=arguments, attempt=attempt + 1)

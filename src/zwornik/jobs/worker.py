"""The worker: queues what is due, does what is queued, rests, and stops when asked."""

import logging
import signal
import threading
from types import FrameType

from django.db import DatabaseError, close_old_connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from zwornik.jobs.schedule import queue_due_jobs

log = logging.getLogger(__name__)
REST_SECONDS = 2.0


def do_queued_jobs() -> None:
    """Do everything that is queued and due now, then return."""
    _worker().run()


def _worker() -> Worker:
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(16),
        excluded_queue_names=[],
    )


def work_until_stopped() -> None:
    """Work until the process is asked to end; the job in hand is finished first."""
    stop = threading.Event()
    worker = _worker()

    def ask_to_stop(_signal: int, _frame: FrameType | None) -> None:
        worker.running = False
        stop.set()

    signal.signal(signal.SIGTERM, ask_to_stop)
    signal.signal(signal.SIGINT, ask_to_stop)
    while not stop.is_set():
        _work_once(worker)
        stop.wait(REST_SECONDS)


def _work_once(worker: Worker) -> None:
    """Queue what is due and do what is queued; a database that is away is asked again later."""
    close_old_connections()
    try:
        queue_due_jobs(now=timezone.now())
        worker.run()
    except DatabaseError:
        log.exception("the database did not answer; trying again")

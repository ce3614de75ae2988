"""The worker: queues what is due, does what is queued, rests, and stops when asked."""

import signal
import threading
from types import FrameType

from django.db import close_old_connections
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from zwornik.jobs.schedule import queue_due_jobs

REST_SECONDS = 2.0


def do_queued_jobs() -> None:
    """Do everything that is queued and due now, then return."""
    Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(16),
        excluded_queue_names=[],
    ).run()


def work_until_stopped() -> None:
    """Work until the process is asked to end; the job in hand is finished first."""
    stop = threading.Event()

    def ask_to_stop(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGTERM, ask_to_stop)
    signal.signal(signal.SIGINT, ask_to_stop)
    while not stop.is_set():
        close_old_connections()
        queue_due_jobs(now=timezone.now())
        do_queued_jobs()
        stop.wait(REST_SECONDS)

"""The worker does what is queued and due, and stops when asked."""

import os
import signal

import pytest
from django.core.management import call_command
from django.db import OperationalError

from zwornik.jobs import registry, worker
from zwornik.jobs.management.commands import worker as command
from zwornik.jobs.queue import put
from zwornik.jobs.registry import Job


@pytest.fixture
def _signals_are_put_back():
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def ask_to_stop():
    os.kill(os.getpid(), signal.SIGTERM)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_signals_are_put_back")
def test_the_worker_finishes_the_job_in_hand_and_leaves_the_next(monkeypatch):
    done = []

    def work(number):
        if number == 1:
            ask_to_stop()
        done.append(number)

    monkeypatch.setattr(registry, "JOBS", {"audits.note": Job("audits.note", work, attempts=1)})
    monkeypatch.setattr(worker, "queue_due_jobs", lambda **_now: [])
    put("audits.note", {"number": 1})
    put("audits.note", {"number": 2})
    worker.work_until_stopped()
    assert done == [1]
    worker.do_queued_jobs()
    assert done == [1, 2]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_signals_are_put_back")
def test_the_worker_survives_a_database_that_does_not_answer(monkeypatch, caplog):
    asked = []

    def refuse(*, now):
        asked.append(now)
        if len(asked) == 2:
            ask_to_stop()
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(worker, "queue_due_jobs", refuse)
    monkeypatch.setattr(worker, "REST_SECONDS", 0)
    worker.work_until_stopped()
    assert len(asked) == 2
    assert "the database did not answer" in caplog.text


def test_the_command_starts_working(monkeypatch):
    started = []
    monkeypatch.setattr(command, "work_until_stopped", lambda: started.append(True))
    call_command("worker")
    assert started == [True]

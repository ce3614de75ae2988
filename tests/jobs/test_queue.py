"""A failed job is tried again after growing pauses, until its tries are used up."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from zwornik.core.jobs import enqueue
from zwornik.jobs import registry
from zwornik.jobs.queue import pause_before, put
from zwornik.jobs.registry import Job
from zwornik.jobs.worker import do_queued_jobs

START = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)


@pytest.fixture
def calls(monkeypatch):
    """The jobs `audits.note`, which works, and `audits.fail`, which fails three times."""
    seen = []

    def fail(**facts):
        seen.append(facts)
        raise ConnectionError("the mail server does not answer")

    jobs = {
        "audits.note": Job("audits.note", lambda **facts: seen.append(facts), attempts=3),
        "audits.fail": Job("audits.fail", fail, attempts=3),
    }
    monkeypatch.setattr(registry, "JOBS", jobs)
    return seen


def states():
    return [r.status for r in DBTaskResult.objects.order_by("enqueued_at")]


def waiting():
    return DBTaskResult.objects.get(status=TaskResultStatus.READY)


@pytest.mark.parametrize(("attempt", "seconds"), [(2, 30), (3, 60), (4, 120), (5, 240)])
def test_pauses_double(attempt, seconds):
    assert pause_before(attempt) == timedelta(seconds=seconds)


@pytest.mark.django_db(transaction=True)
def test_a_job_is_done_with_its_arguments(calls):
    with transaction.atomic():
        enqueue("audits.note", audit_id=7, is_last=True)
    do_queued_jobs()
    assert calls == [{"audit_id": 7, "is_last": True}]
    assert states() == [TaskResultStatus.SUCCESSFUL]


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_change_leaves_nothing_in_the_queue(calls):
    with transaction.atomic():
        enqueue("audits.note", audit_id=7)
        transaction.set_rollback(True)
    do_queued_jobs()
    assert (calls, states()) == ([], [])


@pytest.mark.django_db(transaction=True)
def test_a_failed_job_is_tried_again_later_and_then_recorded_as_failed(calls):
    with time_machine.travel(START, tick=False) as clock:
        put("audits.fail", {"audit_id": 7})
        do_queued_jobs()
        assert waiting().run_after == START + timedelta(seconds=30)
        clock.shift(29)
        do_queued_jobs()
        assert len(calls) == 1, "it is not tried before the pause is over"
        clock.shift(2)
        do_queued_jobs()
        assert waiting().run_after == START + timedelta(seconds=31 + 60)
        clock.shift(60)
        do_queued_jobs()
        clock.shift(10_000)
        do_queued_jobs()
    assert calls == [{"audit_id": 7}] * 3
    assert states()[-1] == TaskResultStatus.FAILED
    failed = DBTaskResult.objects.get(status=TaskResultStatus.FAILED)
    assert "the mail server does not answer" in failed.traceback


@pytest.mark.django_db(transaction=True)
def test_a_failed_job_does_not_stop_the_others(calls):
    put("audits.fail", {"audit_id": 1})
    put("audits.note", {"audit_id": 2})
    do_queued_jobs()
    assert {"audit_id": 2} in calls


@pytest.mark.django_db
def test_a_job_that_nobody_does_is_refused_at_once(calls):
    with pytest.raises(LookupError, match=r"audits\.fly"):
        put("audits.fly", {})
    assert not DBTaskResult.objects.exists()

"""Regular work is queued once when it is due, however many workers ask."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time

import pytest
from django.db import connection, connections
from django_tasks_db.models import DBTaskResult

from zwornik.jobs import schedule
from zwornik.jobs.models import ScheduledJob
from zwornik.jobs.schedule import Daily, due_since, queue_due_jobs

MORNING = Daily("matching.match_all_needs", time(8, 0))
# Warsaw is one hour ahead of UTC in November and two in July
YESTERDAY = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
BEFORE = datetime(2026, 11, 24, 6, 59, tzinfo=UTC)
DUE = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
TOMORROW = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _one_daily_job(monkeypatch):
    monkeypatch.setattr(schedule, "SCHEDULE", (MORNING,))


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (BEFORE, datetime(2026, 11, 23, 7, 0, tzinfo=UTC)),
        (DUE, DUE),
        (LATER, DUE),
        (datetime(2026, 7, 1, 6, 0, tzinfo=UTC), datetime(2026, 7, 1, 6, 0, tzinfo=UTC)),
        # the day on which the clock is put forward at two in the morning
        (datetime(2026, 3, 29, 10, 0, tzinfo=UTC), datetime(2026, 3, 29, 6, 0, tzinfo=UTC)),
    ],
)
def test_a_daily_job_is_due_at_its_hour_of_the_local_clock(now, due):
    assert due_since(MORNING, now) == due


@pytest.mark.django_db
def test_a_new_installation_waits_for_the_next_hour():
    assert queue_due_jobs(now=LATER) == []
    assert queue_due_jobs(now=TOMORROW) == [MORNING.name]


@pytest.mark.django_db
def test_a_due_job_is_queued_once():
    queue_due_jobs(now=YESTERDAY)
    assert queue_due_jobs(now=BEFORE) == []
    assert queue_due_jobs(now=DUE) == [MORNING.name]
    assert queue_due_jobs(now=LATER) == []
    assert DBTaskResult.objects.count() == 1
    assert ScheduledJob.objects.get().queued_at == DUE


@pytest.mark.django_db
def test_days_on_which_no_worker_ran_are_not_made_up_for():
    queue_due_jobs(now=YESTERDAY)
    assert queue_due_jobs(now=datetime(2026, 12, 9, 12, 0, tzinfo=UTC)) == [MORNING.name]
    assert DBTaskResult.objects.count() == 1


@pytest.fixture
def in_file(tmp_path, monkeypatch, db):
    """Run something in threads of their own, on a database file as in service."""
    own = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(tmp_path / "zwornik.sqlite3"),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 10},
    }
    for name, value in own.items():
        monkeypatch.setitem(connections.settings["default"], name, value)

    def run(work, *, times=1):
        start = threading.Barrier(times)

        def alone(_number):
            start.wait()
            try:
                return work()
            finally:
                connection.close()

        with ThreadPoolExecutor(times) as pool:
            return list(pool.map(alone, range(times)))

    return run


def make_tables():
    with connection.schema_editor() as editor:
        editor.create_model(ScheduledJob)
        editor.create_model(DBTaskResult)


def test_workers_that_ask_at_the_same_time_queue_a_job_once(in_file):
    in_file(make_tables)
    in_file(lambda: queue_due_jobs(now=YESTERDAY))
    queued = in_file(lambda: queue_due_jobs(now=DUE), times=4)
    assert sorted(queued) == [[], [], [], [MORNING.name]]
    assert in_file(DBTaskResult.objects.count) == [1]

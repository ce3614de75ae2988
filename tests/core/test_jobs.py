"""Work is asked for when the change it belongs to is kept, and not at all when it is not."""

from contextlib import suppress

import pytest
from django.db import transaction

from zwornik.core import jobs


@pytest.fixture
def queued(monkeypatch):
    """What reached the queue, as the jobs room would have received it."""
    received = []
    monkeypatch.setattr(jobs._Door, "queue", lambda name, facts: received.append((name, facts)))
    return received


@pytest.mark.django_db(transaction=True)
def test_a_job_is_queued_when_the_change_is_committed(queued):
    with transaction.atomic():
        jobs.enqueue("audits.send_invitation", audit_id=7)
        assert queued == []
    assert queued == [("audits.send_invitation", {"audit_id": 7})]


@pytest.mark.django_db(transaction=True)
def test_a_job_is_not_queued_when_the_change_is_rolled_back(queued):
    with suppress(ZeroDivisionError), transaction.atomic():
        jobs.enqueue("audits.send_invitation", audit_id=7)
        1 / 0  # noqa: B018
    assert queued == []


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_part_takes_only_its_own_jobs(queued):
    with transaction.atomic():
        jobs.enqueue("audits.send_invitation", audit_id=1)
        with suppress(ZeroDivisionError), transaction.atomic():
            jobs.enqueue("audits.send_invitation", audit_id=2)
            1 / 0  # noqa: B018
    assert queued == [("audits.send_invitation", {"audit_id": 1})]


@pytest.mark.django_db(transaction=True)
def test_without_a_transaction_a_job_is_queued_at_once(queued):
    jobs.enqueue("matching.match_all_needs")
    assert queued == [("matching.match_all_needs", {})]


def test_without_the_jobs_room_asking_says_so(monkeypatch):
    monkeypatch.setattr(jobs._Door, "queue", None)
    with pytest.raises(RuntimeError, match="nothing can be queued"):
        jobs.enqueue("audits.send_invitation", audit_id=7)

"""Each job, done by the worker from the queue, does what its name says."""

import os
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import mail

from tests.factories import AuditFactory, NeedFactory, TechnologyFactory
from zwornik.audits.services import cancel_audit, return_audit
from zwornik.directory.imports.uploads import keep_upload
from zwornik.jobs.queue import put
from zwornik.jobs.registry import JOBS
from zwornik.jobs.worker import do_queued_jobs
from zwornik.matching.models import MatchRun

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def do(name, **facts):
    put(name, facts)
    do_queued_jobs()


def receivers():
    return [message.to for message in mail.outbox]


def test_sending_an_audit_writes_to_the_respondent():
    AuditFactory(respondent_email="jan@example.org")
    assert receivers() == []
    do_queued_jobs()
    assert receivers() == [["jan@example.org"]]


@pytest.mark.parametrize("name", ["audits.send_invitation", "audits.send_reminder"])
def test_letters_about_one_audit(name):
    audit = AuditFactory(respondent_email="jan@example.org")
    do_queued_jobs()
    mail.outbox.clear()
    do(name, audit_id=audit.pk)
    assert receivers() == [["jan@example.org"]]


def test_returned_and_cancelled_audits_are_written_about():
    audit = AuditFactory(state="submitted")
    do_queued_jobs()
    mail.outbox.clear()
    return_audit(audit=audit, comment="Proszę dodać liczby.", deadline_on=NOW.date(), now=NOW)
    do_queued_jobs()
    assert "Proszę dodać liczby." in mail.outbox[0].body
    cancel_audit(audit=audit)
    do_queued_jobs()
    assert len(mail.outbox) == 2


def test_reminders_of_the_day():
    late = AuditFactory(respondent_email="late@example.org", deadline_on=date(2026, 11, 20))
    AuditFactory(deadline_on=date(2027, 3, 1))
    do_queued_jobs()
    mail.outbox.clear()
    do("audits.send_reminders")
    do_queued_jobs()
    assert receivers() == [["late@example.org"]]
    late.refresh_from_db()
    assert late.reminded_on == NOW.date()


def test_needs_are_compared():
    need, other = NeedFactory(), NeedFactory()
    TechnologyFactory()
    do("matching.match_need", need_id=need.pk)
    assert set(MatchRun.objects.values_list("need", flat=True)) == {need.pk}
    do("matching.match_all_needs")
    assert set(MatchRun.objects.values_list("need", flat=True)) == {need.pk, other.pk}


def test_old_uploads_are_removed(tmp_path, settings):
    settings.DATA = tmp_path
    fresh, old = (keep_upload(1, "members.csv", b"name") for _ in range(2))
    facts = tmp_path / "imports" / old.token / "facts.json"
    moment = (NOW - timedelta(days=2)).timestamp()
    os.utime(facts, (moment, moment))
    do("directory.clear_old_uploads")
    assert {p.name for p in (tmp_path / "imports").iterdir()} == {fresh.token}


def test_every_job_is_tried_here():
    tried = {
        "audits.send_invitation", "audits.send_reminder", "audits.send_return",
        "audits.send_cancellation", "audits.send_reminders", "matching.match_need",
        "matching.match_all_needs", "directory.clear_old_uploads",
    }  # fmt: skip
    assert set(JOBS) == tried

"""The jobs of the audits: each writes the e-mail of its name, and the daily one asks for reminders."""

from datetime import date

import pytest
import time_machine

from tests.factories import NOW, AuditFactory
from zwornik.audits.models import Audit
from zwornik.audits.services import cancel_audit, return_audit
from zwornik.jobs.registry import job_named


@pytest.mark.parametrize("name", ["invitation", "reminder", "return", "cancellation"])
def test_each_job_writes_to_the_respondent(db, mailoutbox, name):
    audit = AuditFactory(state="submitted" if name == "return" else "sent")
    if name == "return":
        return_audit(audit=audit, comment="Which samples?", deadline_on=date(2026, 12, 24), now=NOW)
    if name == "cancellation":
        cancel_audit(audit=audit)
    job_named(f"audits.send_{name}").do(audit_id=audit.pk)
    assert [letter.to for letter in mailoutbox] == [[audit.respondent.email]]


@time_machine.travel(NOW, tick=False)
def test_the_daily_job_reminds_who_is_due(db, django_capture_on_commit_callbacks):
    AuditFactory(deadline_on=date(2026, 11, 25))
    AuditFactory(deadline_on=date(2026, 12, 25))
    with django_capture_on_commit_callbacks() as queued:
        job_named("audits.send_reminders").do()
    assert len(queued) == 1
    assert Audit.objects.filter(reminded_on=date(2026, 11, 24)).count() == 1

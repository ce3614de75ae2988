"""An audit of each kind in every state, with the time standing still."""

from datetime import UTC, datetime

import pytest
import time_machine

from tests.factories import AuditFactory
from zwornik.audits.services import save_answer

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _standing_time():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def audit(db):
    """A competence audit in the respondent's hands."""
    return AuditFactory()


@pytest.fixture
def handed_in(db):
    """A need audit whose answers wait for the coordinator."""
    return AuditFactory(kind="need", state="submitted")


@pytest.fixture
def save():
    """Store an answer as its respondent, with what differs from an empty, first save."""

    def stored(audit, code, value=None, **rest):
        facts = {"answered_by": audit.respondent, "now": NOW, "revision": 0, **rest}
        return save_answer(audit=audit, question_code=code, value=value, **facts)

    return stored

"""No sequence of services brings an audit where the table of exits does not lead."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import NOW, AuditFactory, UserFactory
from zwornik.audits.choices import AuditState
from zwornik.audits.models import Answer, Audit, AuditOutcome
from zwornik.audits.services import (
    IncompleteError,
    TransitionError,
    ask_somebody_else,
    cancel_audit,
    close_audit,
    remind_audit,
    return_audit,
    save_answer,
    send_audit,
    submit_audit,
)
from zwornik.audits.transitions import EXITS, OPEN, may_pass

REFUSALS = (TransitionError, IncompleteError, ValidationError)
LATER = date(2026, 12, 24)


def test_every_state_has_its_row():
    assert set(EXITS) == set(AuditState.values)
    assert {target for exits in EXITS.values() for target in exits} <= set(AuditState.values)


def test_open_are_the_states_with_an_exit():
    assert set(OPEN) == {state for state, exits in EXITS.items() if exits}


@pytest.mark.parametrize("state", AuditState.values)
def test_nothing_passes_to_where_it_is(state):
    assert not may_pass(state, state)


def answer(audit, _who):
    save_answer(
        audit=audit,
        question_code="people",
        value="6",
        answered_by=audit.respondent,
        now=NOW,
        revision=Answer.objects.filter(audit=audit, question="people").count(),
    )


STEPS = {
    "send": lambda audit, _who: send_audit(audit=audit, now=NOW),
    "answer": answer,
    "submit": lambda audit, _who: submit_audit(audit=audit, now=NOW),
    "remind": lambda audit, _who: remind_audit(audit=audit, now=NOW),
    "return": lambda audit, _who: return_audit(
        audit=audit, comment="Which samples?", deadline_on=LATER, now=NOW
    ),
    "return without a word": lambda audit, _who: return_audit(
        audit=audit, comment=" ", deadline_on=LATER, now=NOW
    ),
    "close": lambda audit, who: close_audit(audit=audit, closed_by=who, publish=False, now=NOW),
    "close and publish": lambda audit, who: close_audit(
        audit=audit, closed_by=who, publish=True, now=NOW
    ),
    "cancel": lambda audit, _who: cancel_audit(audit=audit),
    "ask else": lambda audit, _who: ask_somebody_else(
        audit=audit, respondent_name="Ewa Nowak", respondent_email="ewa@example.org"
    ),
}


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    start=st.sampled_from(["planned", "sent", "submitted"]),
    names=st.lists(st.sampled_from(sorted(STEPS)), max_size=8),
)
def test_no_sequence_of_steps_leaves_the_table(start, names):
    with transaction.atomic():
        audit, who = AuditFactory(state=start), UserFactory(role="coordinator")
        for name in names:
            _take(STEPS[name], audit, who)
        _check_facts(audit)
        transaction.set_rollback(True)


def _take(step, audit, who):
    before = Audit.objects.get(pk=audit.pk)
    try:
        step(audit, who)
    except REFUSALS:
        after = Audit.objects.get(pk=audit.pk)
        assert _facts(after) == _facts(before)
        assert audit.state == before.state, "the caller's copy says what is stored"
    else:
        after = Audit.objects.get(pk=audit.pk)
        assert after.state == before.state or after.state in EXITS[before.state]
        assert audit.state == after.state


def _facts(audit):
    return {f.attname: getattr(audit, f.attname) for f in Audit._meta.concrete_fields}


def _check_facts(audit):
    stored = Audit.objects.get(pk=audit.pk)
    assert (stored.closed_at is not None) is (stored.state == "closed")
    assert AuditOutcome.objects.filter(audit=stored).exists() is (stored.state == "closed")
    if stored.state in ("self_assessment", "submitted", "closed"):
        assert stored.sent_at is not None
    if stored.state in ("submitted", "closed"):
        assert stored.submitted_at is not None


@pytest.mark.django_db
def test_a_step_taken_with_an_old_copy_is_refused_by_what_is_stored():
    audit = AuditFactory(state="submitted")
    old_copy = Audit.objects.get(pk=audit.pk)
    cancel_audit(audit=audit)
    with pytest.raises(TransitionError):
        close_audit(audit=old_copy, closed_by=UserFactory(), publish=False, now=NOW)
    assert not AuditOutcome.objects.exists()


@pytest.mark.django_db
def test_an_old_copy_does_not_undo_what_was_written_since():
    audit = AuditFactory()
    old_copy = Audit.objects.get(pk=audit.pk)
    ask_somebody_else(audit=audit, respondent_name="Ewa", respondent_email="ewa@example.org")
    remind_audit(audit=old_copy, now=NOW + timedelta(days=1))
    assert Audit.objects.get().respondent.email == "ewa@example.org"

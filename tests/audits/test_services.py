"""Planning, sending, reminding, giving back, closing and giving up an audit."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from tests.audits.conftest import NOW
from tests.factories import AuditFactory, OrganisationFactory, UserFactory
from zwornik.accounts.models import User
from zwornik.audits.models import Audit, AuditOutcome
from zwornik.audits.services import (
    TransitionError,
    UnfitAnswersError,
    ask_somebody_else,
    cancel_audit,
    close_audit,
    plan_and_send_audit,
    plan_audit,
    remind_audit,
    remind_due_audits,
    return_audit,
    send_audit,
)
from zwornik.catalogue.models import Need

TODAY = date(2026, 11, 24)


def plan(**rest):
    facts = {
        "kind": "technology",
        "organisation": OrganisationFactory(),
        "respondent_name": "Ewa Nowak",
        "respondent_email": "Ewa@Example.org",
        "deadline_on": TODAY + timedelta(days=14),
        "planned_by": UserFactory(role="coordinator"),
        "now": NOW,
        **rest,
    }
    return plan_audit(**facts)


def test_a_plan_gives_the_respondent_an_account_and_the_right_to_edit(db):
    audit = plan(language="en")
    respondent = User.objects.get(email="ewa@example.org")
    assert audit.respondent == respondent
    assert respondent.language == "en"
    assert respondent.seats.get().level == "editor"
    assert respondent.seats.get().organisation == audit.organisation
    assert audit.state == "planned"
    assert audit.code == f"A-{audit.pk:04d}"


def test_a_known_person_keeps_the_account(db):
    known = UserFactory(email="ewa@example.org", name="Ewa Nowak-Lis")
    assert plan().respondent == known
    assert User.objects.get(pk=known.pk).name == "Ewa Nowak-Lis"


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"respondent_email": "no address"}, "respondent_email"),
        ({"respondent_name": " "}, "respondent_name"),
        ({"respondent_name": "x" * 161}, "respondent_name"),
        ({"deadline_on": TODAY - timedelta(days=1)}, "deadline_on"),
        ({"kind": "innovation"}, "kind"),
        ({"subject": "x" * 201}, "subject"),
        ({"language": "de"}, "language"),
    ],
)
def test_a_wrong_plan_is_refused_beside_its_field_and_leaves_nothing(db, wrong, where):
    with pytest.raises(ValidationError) as refused:
        plan(**wrong)
    assert where in refused.value.message_dict
    assert not Audit.objects.exists()
    assert not User.objects.filter(email="ewa@example.org").exists()


def test_an_account_that_was_switched_off_cannot_be_asked(db):
    User.objects.filter(pk=UserFactory(email="ewa@example.org").pk).update(is_active=False)
    with pytest.raises(ValidationError) as refused:
        plan()
    assert "respondent_email" in refused.value.message_dict


def test_the_day_is_that_of_the_cluster_and_not_of_the_clock_in_greenwich(db):
    after_midnight = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)  # 0.30 on the 25th in Warsaw
    with pytest.raises(ValidationError):
        plan(deadline_on=TODAY, now=after_midnight)
    assert plan(deadline_on=TODAY + timedelta(days=1), now=after_midnight).pk


def test_planning_and_sending_are_one_step(db, mailoutbox, django_capture_on_commit_callbacks):
    facts = {
        "organisation": OrganisationFactory(),
        "planned_by": UserFactory(role="coordinator"),
        "deadline_on": TODAY,
    }
    with django_capture_on_commit_callbacks() as queued:
        audit = plan_and_send_audit(
            kind="need", respondent_name="Ewa", respondent_email="e@example.org", now=NOW, **facts
        )
    assert audit.state == "self_assessment"
    assert audit.sent_at == NOW
    assert len(queued) == 1


def test_what_was_sent_is_not_sent_again(handed_in):
    with pytest.raises(TransitionError, match=handed_in.code):
        send_audit(audit=handed_in, now=NOW)


def test_giving_back_opens_the_answers_with_a_comment_and_a_new_date(handed_in):
    later = TODAY + timedelta(days=7)
    return_audit(audit=handed_in, comment=" Which samples? ", deadline_on=later, now=NOW)
    stored = Audit.objects.get()
    assert (stored.state, stored.return_comment) == ("self_assessment", "Which samples?")
    assert stored.deadline_on == later
    assert stored.submitted_at is None
    assert stored.reminded_on is None


def test_giving_back_needs_a_word_and_a_day_to_come(handed_in):
    for comment, day, where in [(" ", TODAY, "comment"), ("x", date(2026, 11, 23), "deadline_on")]:
        with pytest.raises(ValidationError) as refused:
            return_audit(audit=handed_in, comment=comment, deadline_on=day, now=NOW)
        assert where in refused.value.message_dict
    assert Audit.objects.get().state == "submitted"


def test_a_planned_audit_cannot_be_given_back(db):
    planned = AuditFactory(state="planned")
    with pytest.raises(TransitionError):
        return_audit(audit=planned, comment="x", deadline_on=TODAY, now=NOW)


@pytest.mark.parametrize("kind", ["technology", "need", "competence"])
@pytest.mark.parametrize(("publish", "status"), [(True, "published"), (False, "draft")])
def test_closing_makes_a_record(db, kind, publish, status):
    audit = AuditFactory(kind=kind, state="submitted")
    outcome = close_audit(audit=audit, closed_by=audit.planned_by, publish=publish, now=NOW)
    record = outcome.record
    assert record.status == status
    assert record.disclosure == "public"  # the first on the list, which the factory answers
    assert record.organisation == audit.organisation
    assert record.source == audit.code
    assert record.recorded_on == record.confirmed_on == TODAY
    assert Audit.objects.get().closed_at == NOW


def test_closing_answers_that_make_no_record_says_which_field_and_changes_nothing(handed_in):
    handed_in.answers.filter(question="title").delete()
    with pytest.raises(UnfitAnswersError) as refused:
        close_audit(audit=handed_in, closed_by=UserFactory(), publish=True, now=NOW)
    assert refused.value.problems
    assert Audit.objects.get().state == handed_in.state == "submitted"
    assert not Need.objects.exists()
    assert not AuditOutcome.objects.exists()


def test_closing_twice_makes_one_record(handed_in):
    close_audit(audit=handed_in, closed_by=UserFactory(), publish=True, now=NOW)
    with pytest.raises(TransitionError):
        close_audit(audit=handed_in, closed_by=UserFactory(), publish=True, now=NOW)
    assert Need.objects.count() == 1


def test_giving_up_keeps_the_answers(handed_in):
    cancel_audit(audit=handed_in)
    assert Audit.objects.get().state == "cancelled"
    assert handed_in.answers.exists()


def test_somebody_else_finds_the_answers_and_may_edit(audit, save):
    save(audit, "people", "6")
    ask_somebody_else(audit=audit, respondent_name="Ewa", respondent_email="ewa@example.org")
    stored = Audit.objects.get()
    assert stored.respondent.email == "ewa@example.org"
    assert save(stored, "people", "7", revision=1).value == 7


def test_nobody_else_is_asked_once_the_answers_are_in(handed_in):
    with pytest.raises(TransitionError):
        ask_somebody_else(
            audit=handed_in, respondent_name="Ewa", respondent_email="ewa@example.org"
        )
    assert not User.objects.filter(email="ewa@example.org").exists()


def test_a_reminder_goes_out_once_a_day(audit):
    remind_audit(audit=audit, now=NOW)
    assert Audit.objects.get().reminded_on == TODAY
    with pytest.raises(TransitionError):
        remind_audit(audit=audit, now=NOW + timedelta(hours=5))
    remind_audit(audit=audit, now=NOW + timedelta(days=1))


def test_who_has_handed_in_is_not_reminded(handed_in):
    with pytest.raises(TransitionError):
        remind_audit(audit=handed_in, now=NOW)


@pytest.mark.parametrize(
    ("sent", "deadline", "reminded", "is_due"),
    [
        (-14, 3, None, True),  # the deadline is near
        (-14, 4, None, False),
        (-14, -5, None, True),  # or past
        (-14, -5, -7, True),  # a week after the last reminder
        (-14, -5, -6, False),
        (-1, 2, None, False),  # just invited
        (-2, 2, None, True),
    ],
)
def test_who_is_due_for_a_reminder(db, sent, deadline, reminded, is_due):
    def day(days):
        return TODAY + timedelta(days=days)

    audit = AuditFactory(now=NOW + timedelta(days=sent), deadline_on=day(max(deadline, sent)))
    Audit.objects.update(
        deadline_on=day(deadline), reminded_on=None if reminded is None else day(reminded)
    )
    assert remind_due_audits(now=NOW) == int(is_due)
    assert (Audit.objects.get(pk=audit.pk).reminded_on == TODAY) is is_due

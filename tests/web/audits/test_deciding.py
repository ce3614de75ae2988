"""What the team does with an audit, and what it is told when that is not possible."""

import pytest

from tests.factories import AuditFactory
from zwornik.audits.models import Audit, AuditOutcome


@pytest.fixture
def client(client_of):
    return client_of("coordinator")


def told(answer):
    """The messages of a page, with their level."""
    return [(message.level_tag, str(message)) for message in answer.context["messages"]]


def do(client, address, name, audit, **facts):
    return client.post(address(name, audit.pk), facts, follow=True)


def test_a_reminder_is_sent_once_a_day(client, address, audit, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as queued:
        assert told(do(client, address, "audit-remind", audit))[0][0] == "success"
    assert len(queued) == 1
    assert told(do(client, address, "audit-remind", audit))[0][0] == "error"


def test_a_planned_questionnaire_is_sent(client, address, db):
    audit = AuditFactory(state="planned")
    do(client, address, "audit-send", audit)
    assert Audit.objects.get().state == "self_assessment"
    assert told(do(client, address, "audit-send", audit))[0][0] == "error"


def test_giving_back_takes_a_comment_and_a_day(client, address, handed_in):
    facts = {"comment": "Which samples?", "deadline_on": "2026-12-24"}
    assert told(do(client, address, "audit-return", handed_in, **facts))[0][0] == "success"
    assert Audit.objects.get().return_comment == "Which samples?"


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"comment": " ", "deadline_on": "2026-12-24"}, "comment"),
        ({"comment": "x" * 4001, "deadline_on": "2026-12-24"}, "comment"),
        ({"comment": "x", "deadline_on": ""}, "deadline_on"),
        ({"comment": "x", "deadline_on": "2026-11-23"}, "deadline_on"),
    ],
)
def test_giving_back_without_what_is_needed(client, address, handed_in, wrong, where):
    answer = do(client, address, "audit-return", handed_in, **wrong)
    assert where in answer.context["form"].errors
    assert Audit.objects.get().state == "submitted"


@pytest.mark.parametrize(("choice", "status"), [("publish", "published"), ("draft", "draft")])
def test_closing_asks_what_becomes_of_the_record(client, address, handed_in, choice, status):
    answer = do(client, address, "audit-close", handed_in, publishing=choice)
    assert told(answer)[0][0] == "success"
    record = AuditOutcome.objects.get().record
    assert record.status == status
    assert record.keeper == client.user


def test_closing_without_a_choice_shows_the_record_to_come(client, address, handed_in):
    answer = do(client, address, "audit-close", handed_in)
    assert "publishing" in answer.context["form"].errors
    assert "Badania nad przeciwciałami" in answer.content.decode().replace("\u00a0", " ")


def test_answers_that_make_no_record_are_named(client, address, handed_in):
    handed_in.answers.filter(question="title").delete()
    answer = do(client, address, "audit-close", handed_in, publishing="publish")
    assert len(answer.context["form"].non_field_errors()) == 2
    assert Audit.objects.get().state == "submitted"


def test_closing_what_is_not_handed_in_is_refused_in_words(client, address, audit):
    answer = do(client, address, "audit-close", audit, publishing="draft")
    assert told(answer)[0][0] == "error"
    assert audit.code in told(answer)[0][1]


def test_giving_up_is_asked_before_it_is_done(client, address, audit):
    assert audit.respondent.name in client.get(address("audit-cancel", audit.pk)).content.decode()
    assert Audit.objects.get().state == "self_assessment"
    do(client, address, "audit-cancel", audit)
    assert Audit.objects.get().state == "cancelled"
    assert told(do(client, address, "audit-cancel", audit))[0][0] == "error"

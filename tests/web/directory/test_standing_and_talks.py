"""Standings are changed, conversations are noted."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from tests.factories import OrganisationFactory
from zwornik.directory.models import Conversation

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine("2026-11-24T10:00+01:00")]


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def coordinator(client_of):
    return client_of("coordinator")


def move(client, organisation, **facts):
    return client.post(reverse("directory:membership-change", args=[organisation.pk]), facts)


def test_a_candidate_becomes_a_member(coordinator):
    one = OrganisationFactory(standing="candidate")
    response = move(coordinator, one, kind="member", since_on="2026-11-24")
    assert response.status_code == 302
    assert one.memberships.get(until_on=None).kind == "member"


def test_a_member_leaves_the_cluster(coordinator):
    one = OrganisationFactory(standing="member")
    move(coordinator, one, kind="none", since_on="2026-11-20")
    assert one.memberships.get().until_on == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("facts", "field", "words"),
    [
        ({"since_on": "2026-11-24"}, "kind", "required"),
        ({"kind": "friend", "since_on": "2026-11-24"}, "kind", "valid choice"),
        ({"kind": "partner", "since_on": "soon"}, "since_on", "valid date"),
        ({"kind": "partner", "since_on": "2024-12-31"}, "since_on", "later than 1 January 2025"),
    ],
)
def test_a_wrong_change_is_said_beside_the_field(coordinator, facts, field, words):
    one = OrganisationFactory(standing="member")
    response = move(coordinator, one, **facts)
    assert words in response.context["form"].errors[field][0]
    assert one.memberships.get().until_on is None


def note(client, **facts):
    return client.post(reverse("directory:conversation-record"), facts)


def test_a_conversation_is_noted_by_whoever_writes_it(client_of):
    one, auditor = OrganisationFactory(), client_of("auditor")
    facts = {"organisation": one.pk, "held_on": "2026-11-20", "channel": "visit", "note": "Tak."}
    response = note(auditor, **facts)
    talk = Conversation.objects.get()
    assert response["Location"] == reverse("directory:organisation-detail", args=[one.pk])
    assert (talk.recorded_by, talk.channel, talk.note) == (auditor.user, "visit", "Tak.")


def test_the_form_begins_with_the_organisation_it_was_opened_from(coordinator):
    one = OrganisationFactory()
    response = coordinator.get(reverse("directory:conversation-record"), {"organisation": one.pk})
    text = response.content.decode()
    assert f'<option value="{one.pk}" selected>' in text
    assert 'value="2026-11-24"' in text


@pytest.mark.parametrize("asked", ["zebra", "999", "-1", ""])
def test_an_organisation_that_is_not_there_is_not_chosen(coordinator, asked):
    response = coordinator.get(reverse("directory:conversation-record"), {"organisation": asked})
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"note": ""}, "note"),
        ({"held_on": "2026-11-25"}, "held_on"),
        ({"channel": "pigeon"}, "channel"),
        ({"organisation": "999"}, "organisation"),
    ],
)
def test_a_wrong_note_comes_back_with_what_was_typed(coordinator, wrong, field):
    one = OrganisationFactory()
    facts = {"organisation": one.pk, "held_on": "2026-11-20", "channel": "phone", "note": "Słowa"}
    response = note(coordinator, **(facts | wrong))
    assert set(response.context["form"].errors) == {field}
    if field != "note":
        assert "Słowa" in response.content.decode()
    assert not Conversation.objects.exists()

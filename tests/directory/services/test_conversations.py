"""Conversations are noted."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from tests.factories import OrganisationFactory, UserFactory
from zwornik.directory.models import Conversation
from zwornik.directory.services import record_conversation

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def noted(**facts):
    plain = {"held_on": TODAY, "channel": "phone", "note": "Oddzwonić.", "today": TODAY}
    who = UserFactory(role="auditor")
    return record_conversation(
        organisation=OrganisationFactory(), recorded_by=who, **(plain | facts)
    )


def test_a_conversation_of_today_is_noted():
    assert noted().note == "Oddzwonić."


def test_a_conversation_cannot_be_in_the_future():
    with translation.override("en"), pytest.raises(ValidationError, match="future") as refused:
        noted(held_on=date(2026, 11, 25))
    assert set(refused.value.message_dict) == {"held_on"}
    assert not Conversation.objects.exists()


@pytest.mark.parametrize("facts", [{"note": ""}, {"channel": "pigeon"}])
def test_a_conversation_needs_a_note_and_a_known_way(facts):
    with pytest.raises(ValidationError):
        noted(**facts)
    assert not Conversation.objects.exists()

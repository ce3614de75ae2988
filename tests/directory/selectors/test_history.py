"""What happened with organisations."""

from datetime import date

import pytest

from tests.factories import ConversationFactory, OrganisationFactory, PersonFactory
from zwornik.directory.selectors import (
    candidates_waiting,
    conversations_with,
    memberships_of,
    trailed_records_of,
)
from zwornik.directory.services import change_standing

pytestmark = pytest.mark.django_db


def test_conversations_and_memberships_come_newest_first():
    one = OrganisationFactory(standing="candidate", standing_since=date(2025, 1, 1))
    change_standing(organisation=one, kind="member", since_on=date(2026, 1, 1))
    for month in (1, 3, 2):
        ConversationFactory(organisation=one, held_on=date(2026, month, 1))
    ConversationFactory()
    assert [talk.held_on.month for talk in conversations_with(one)] == [3, 2, 1]
    assert [membership.kind for membership in memberships_of(one)] == ["member", "candidate"]


def test_candidates_wait_the_oldest_first():
    OrganisationFactory(standing="member")
    late = OrganisationFactory(standing="candidate", standing_since=date(2026, 5, 1))
    early = OrganisationFactory(standing="candidate", standing_since=date(2026, 2, 1))
    OrganisationFactory(standing="candidate", standing_since=date(2026, 12, 1))
    waiting = candidates_waiting(date(2026, 11, 24))
    assert [row.organisation for row in waiting] == [early, late]


def test_the_trail_of_an_organisation_covers_its_numbers_standings_and_positions():
    one = OrganisationFactory(identifiers={"nip": "5260250995"}, standing="member")
    PersonFactory(organisation=one)
    PersonFactory(organisation=OrganisationFactory())
    names = [record._meta.model_name for record in trailed_records_of(one)]
    assert names == ["organisation", "organisationidentifier", "membership", "position"]

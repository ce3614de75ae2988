"""Who may do what, as one table: a right that no row names is refused to everybody."""

import pytest
import rules
from django.contrib.auth.models import AnonymousUser

from tests.factories import OrganisationFactory, SeatFactory, UserFactory

pytestmark = pytest.mark.django_db

TEAM = {"coordinator", "auditor"}
READERS = TEAM | {"editor", "viewer", "guest_expert"}
ROLES = READERS | {"seatless", "visitor"}
# rights that concern no single record, and the roles that have them
TABLE = {
    "accounts.invite_people": {"coordinator"},
    "core.describe_cluster": {"coordinator"},
    "core.read_trail": TEAM,
    "directory.read": READERS,
    "directory.add_organisation": {"coordinator"},
    "directory.read_people": READERS,
    "directory.export": TEAM,
    "directory.record_conversation": TEAM,
    "directory.read_conversations": TEAM,
    "catalogue.browse": READERS,
    "catalogue.export": TEAM,
    "audits.browse": TEAM,
    "audits.plan": {"coordinator"},
    "audits.list_own": {"editor", "viewer"},
    "matching.read_matches": TEAM,
    "matching.decide": {"coordinator"},
    "matching.edit_glossary": {"coordinator"},
}


def account(role):
    if role == "visitor":
        return AnonymousUser()
    if role in {"editor", "viewer"}:
        return SeatFactory(organisation=OrganisationFactory(), level=role).account
    return UserFactory(role="member" if role == "seatless" else role)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_role_has_exactly_its_rights(role):
    user = account(role)
    granted = {name for name in TABLE if user.has_perm(name)}
    assert granted == {name for name, roles in TABLE.items() if role in roles}


@pytest.mark.parametrize("name", sorted(TABLE))
def test_the_table_names_rights_that_exist(name):
    assert rules.perm_exists(name)


def test_an_account_that_was_switched_off_has_no_right():
    user = UserFactory(role="coordinator", is_active=False)
    assert not user.has_perm("accounts.invite_people")


def test_a_right_that_does_not_exist_is_refused():
    assert not UserFactory(role="coordinator").has_perm("accounts.fly")


@pytest.mark.parametrize(
    ("role", "is_team"),
    [("coordinator", True), ("auditor", True), ("member", False), ("guest_expert", False)],
)
def test_the_team_is_coordinator_and_auditor(role, is_team):
    assert UserFactory(role=role).is_staff_member is is_team

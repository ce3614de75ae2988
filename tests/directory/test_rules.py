"""Who may do what in the directory: a table of role and action."""

import pytest
import rules

from tests.factories import OrganisationFactory, PersonFactory, SeatFactory, UserFactory

pytestmark = pytest.mark.django_db
ROLES = ("coordinator", "auditor", "editor", "viewer", "guest_expert", "seatless")
EVERYBODY_INSIDE = {"coordinator", "auditor", "editor", "viewer", "guest_expert"}
TEAM = {"coordinator", "auditor"}

OWN = {
    "directory.read": EVERYBODY_INSIDE,
    "directory.read_people": EVERYBODY_INSIDE,
    "directory.add_organisation": {"coordinator"},
    "directory.change_organisation": {"coordinator", "editor"},
    "directory.change_standing": {"coordinator"},
    "directory.merge_organisations": {"coordinator"},
    "directory.import_organisations": {"coordinator"},
    "directory.export": TEAM,
    "directory.add_person": {"coordinator", "editor"},
    "directory.record_conversation": TEAM,
    "directory.read_conversations": TEAM,
}


def account(role, organisation):
    if role in ("editor", "viewer"):
        seat = SeatFactory(organisation=organisation, level=role)
        return seat.account
    return UserFactory(role="member" if role == "seatless" else role)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("permission", OWN)
def test_rights_on_ones_own_organisation(permission, role):
    organisation = OrganisationFactory(standing="member")
    user = account(role, organisation)
    assert user.has_perm(permission, organisation) is (role in OWN[permission])


@pytest.mark.parametrize("role", ROLES)
def test_nobody_but_the_coordinator_changes_a_foreign_organisation(role):
    user = account(role, OrganisationFactory())
    may = user.has_perm("directory.change_organisation", OrganisationFactory())
    assert may is (role == "coordinator")


@pytest.mark.parametrize("role", ROLES)
def test_editors_change_the_people_of_their_organisation(role):
    organisation = OrganisationFactory()
    colleague = PersonFactory(organisation=organisation)
    user = account(role, organisation)
    assert user.has_perm("directory.change_person", colleague) is (
        role in {"coordinator", "editor"}
    )


@pytest.mark.parametrize("role", ROLES)
def test_nobody_but_the_coordinator_changes_people_elsewhere(role):
    stranger = PersonFactory(organisation=OrganisationFactory())
    user = account(role, OrganisationFactory())
    assert user.has_perm("directory.change_person", stranger) is (role == "coordinator")


def test_a_former_colleague_is_out_of_reach():
    seat = SeatFactory(level="editor")
    person = PersonFactory(organisation=seat.organisation)
    person.positions.update(until_on="2026-01-01")
    assert not seat.account.has_perm("directory.change_person", person)


def test_people_change_what_is_written_about_themselves():
    user = UserFactory()
    assert user.has_perm("directory.change_person", PersonFactory(account=user))
    assert not user.has_perm("directory.change_person", PersonFactory())


def test_people_without_an_account_belong_to_nobody():
    user = UserFactory()
    assert not user.has_perm("directory.change_person", None)
    assert not user.has_perm("directory.change_organisation", None)


def test_the_table_names_every_right_of_the_room():
    known = {name for name in rules.permissions.permissions if name.startswith("directory.")}
    assert known == {*OWN, "directory.change_person"}


def test_an_inactive_account_may_nothing():
    user = UserFactory(role="coordinator", is_active=False)
    assert not any(user.has_perm(permission) for permission in OWN)

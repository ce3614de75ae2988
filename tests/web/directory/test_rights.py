"""Who may open which page: a table of role and page."""

import pytest
from django.urls import reverse

from tests.factories import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db
ROLES = ("coordinator", "auditor", "editor", "viewer", "guest_expert")
INSIDE = set(ROLES)
TEAM = {"coordinator", "auditor"}
PAGES = {
    "organisation-list": INSIDE,
    "organisation-export": TEAM,
    "organisation-add": {"coordinator"},
    "organisation-detail": INSIDE,
    "organisation-edit": {"coordinator", "editor"},
    "organisation-merge": {"coordinator"},
    "membership-change": {"coordinator"},
    "person-list": INSIDE,
    "person-export": TEAM,
    "person-add": {"coordinator", "editor"},
    "person-detail": INSIDE,
    "person-edit": {"coordinator", "editor"},
    "position-add": {"coordinator", "editor"},
    "position-edit": {"coordinator", "editor"},
    "position-end": {"coordinator", "editor"},
    "conversation-record": TEAM,
}
OF_ORGANISATION = {
    "organisation-detail",
    "organisation-edit",
    "organisation-merge",
    "membership-change",
}
OF_PERSON = {"person-detail", "person-edit", "position-add"}
OF_POSITION = {"position-edit", "position-end"}


def address(name, organisation, person):
    if name in OF_ORGANISATION:
        return reverse(f"directory:{name}", args=[organisation.pk])
    if name in OF_PERSON:
        return reverse(f"directory:{name}", args=[person.pk])
    if name in OF_POSITION:
        return reverse(f"directory:{name}", args=[person.positions.get().pk])
    return reverse(f"directory:{name}")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", PAGES)
def test_pages_of_ones_own_organisation(client_of, name, role):
    client = client_of(role)
    organisation = getattr(client, "organisation", None) or OrganisationFactory(standing="member")
    person = PersonFactory(organisation=organisation)
    status = client.get(address(name, organisation, person)).status_code
    assert status == (200 if role in PAGES[name] else 403)


@pytest.mark.parametrize("name", sorted({"organisation-edit", *OF_POSITION, "person-edit"}))
def test_an_editor_changes_nothing_of_another_organisation(client_of, name):
    organisation = OrganisationFactory()
    person = PersonFactory(organisation=organisation)
    assert client_of("editor").get(address(name, organisation, person)).status_code == 403


@pytest.mark.parametrize("name", PAGES)
def test_visitors_are_asked_to_sign_in(client_of, name):
    organisation = OrganisationFactory()
    path = address(name, organisation, PersonFactory(organisation=organisation))
    response = client_of("visitor").get(path)
    assert response.status_code == 302
    assert reverse("account_login") in response["Location"]


@pytest.mark.parametrize("role", ROLES)
def test_facts_are_confirmed_by_those_who_may_change_them(client_of, role):
    client = client_of(role)
    organisation = getattr(client, "organisation", None) or OrganisationFactory()
    response = client.post(reverse("directory:organisation-confirm", args=[organisation.pk]))
    organisation.refresh_from_db()
    may = role in {"coordinator", "editor"}
    assert response.status_code == (302 if may else 403)
    assert organisation.is_confirmed is may


def test_confirming_needs_a_form_that_is_sent(client_of):
    organisation = OrganisationFactory()
    path = reverse("directory:organisation-confirm", args=[organisation.pk])
    assert client_of("coordinator").get(path).status_code == 405


@pytest.mark.parametrize("name", sorted(OF_ORGANISATION | OF_PERSON | OF_POSITION))
def test_what_is_not_there_is_not_found(client_of, name):
    response = client_of("coordinator").get(reverse(f"directory:{name}", args=[999]))
    assert response.status_code == 404


def test_a_member_without_a_seat_is_refused(client_of):
    client = client_of("member")
    assert client.get(reverse("directory:organisation-list")).status_code == 403
    assert client.get(reverse("directory:person-list")).status_code == 403

"""The menu has what a role may open, in the order of the work, and says where one is."""

import pytest
from django.test import RequestFactory
from django.utils import translation

from tests.factories import AuditFactory, MatchFactory, SeatFactory, UserFactory
from zwornik.web.shell.navigation import menu_for

pytestmark = pytest.mark.django_db
TEAM = [
    "Desk", "Organisations", "People", "Audits", "Catalogue", "Matches", "Glossary", "Public offer",
]  # fmt: skip
MEMBER = ["Desk", "Organisations", "People", "Questionnaires", "Catalogue", "Public offer"]
MENUS = {
    "coordinator": TEAM,
    "auditor": TEAM,
    "editor": MEMBER,
    "viewer": MEMBER,
    "guest_expert": ["Desk", "Organisations", "People", "Catalogue", "Public offer"],
    "seatless": ["Desk", "Public offer"],
}


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def account(role):
    if role in ("editor", "viewer"):
        return SeatFactory(level=role).account
    return UserFactory(role="member" if role == "seatless" else role)


def items_of(user, path="/en/desk/"):
    return [i for group in menu_for(RequestFactory().get(path), user) for i in group.items]


@pytest.mark.parametrize("role", list(MENUS))
def test_a_role_has_its_menu(role):
    assert [item.label for item in items_of(account(role))] == MENUS[role]


@pytest.mark.parametrize("role", list(MENUS))
def test_everything_in_the_menu_opens(client, role):
    user = account(role)
    client.force_login(user)
    for item in items_of(user):
        assert client.get(item.address).status_code == 200, item.address


def test_groups_without_entries_are_not_drawn():
    menu = menu_for(RequestFactory().get("/en/desk/"), account("seatless"))
    assert [group.heading for group in menu] == ["", "To the outside"]


@pytest.mark.parametrize(
    ("path", "label", "current"),
    [
        ("/en/desk/", "Desk", "page"),
        ("/en/desk/journal/", "Desk", "true"),
        ("/en/directory/organisations/", "Organisations", "page"),
        ("/en/directory/organisations/7/edit/", "Organisations", "true"),
        ("/en/directory/people/7/", "People", "true"),
        ("/en/audits/7/answer/idea/", "Audits", "true"),
        ("/en/matching/needs/7/", "Matches", "true"),
        ("/en/matching/glossary/add/", "Glossary", "true"),
        ("/pl/matching/glossary/", "Glossarium", ""),
        ("/en/account/", "", ""),
    ],
)
def test_the_menu_says_where_one_is(path, label, current):
    found = {i.label: i.current for i in items_of(account("coordinator"), path) if i.current}
    assert found == ({label: current} if current else {})


def waiting(user):
    return {item.label: item.waiting for item in items_of(user) if item.waiting}


def test_the_menu_counts_what_waits_for_the_coordinator():
    AuditFactory(state="submitted")
    AuditFactory(state="sent")
    MatchFactory()
    assert waiting(account("coordinator")) == {"Audits": 1, "Matches": 1}
    assert waiting(account("auditor")) == {}


def test_the_menu_counts_what_waits_for_a_member():
    audit = AuditFactory(state="sent")
    AuditFactory(state="sent")
    assert waiting(audit.respondent) == {"Questionnaires": 1}
    reader = SeatFactory(organisation=audit.organisation, level="viewer").account
    assert waiting(reader) == {}


@pytest.mark.parametrize(
    ("role", "queries"), [("coordinator", 2), ("auditor", 0), ("editor", 2), ("guest_expert", 1)]
)
def test_the_menu_costs_little(django_assert_num_queries, role, queries):
    user = account(role)
    with django_assert_num_queries(queries):
        items_of(user)

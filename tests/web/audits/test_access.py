"""Which page is open to whom: role × page, and in words for who lost the seat."""

import pytest

from tests.factories import AuditFactory, OrganisationFactory
from zwornik.audits.models import Audit
from zwornik.directory.models import Seat

ROLES = ("coordinator", "auditor", "editor", "viewer", "stranger", "guest_expert", "visitor")
SIGN_IN = 302
# page: (coordinator, auditor, editor, viewer, stranger, guest_expert, visitor) for a sent audit
PAGES = {
    "audit-list": (200, 200, 200, 200, 200, 403, SIGN_IN),
    "audit-plan": (200, 403, 403, 403, 403, 403, SIGN_IN),
    "audit-detail": (200, 200, 200, 200, 404, 404, SIGN_IN),
    "audit-print": (200, 200, 200, 200, 404, 404, SIGN_IN),
    "audit-return": (200, 200, 403, 403, 404, 404, SIGN_IN),
    "audit-close": (200, 403, 403, 403, 404, 404, SIGN_IN),
    "audit-cancel": (200, 403, 403, 403, 404, 404, SIGN_IN),
    "audit-respondent": (200, 403, 403, 403, 404, 404, SIGN_IN),
    "submit": (200, 200, 200, 200, 404, 404, SIGN_IN),
}
# the same for what is done by POST
DONE = {
    "audit-send": (302, 403, 403, 403, 404, 404, SIGN_IN),
    "audit-remind": (302, 302, 403, 403, 404, 404, SIGN_IN),
    "audit-return": (200, 200, 403, 403, 404, 404, SIGN_IN),
    "audit-close": (200, 403, 403, 403, 404, 404, SIGN_IN),
    "audit-cancel": (302, 403, 403, 403, 404, 404, SIGN_IN),
    "submit": (403, 403, 200, 403, 404, 404, SIGN_IN),
}
WITHOUT_NUMBER = {"audit-list", "audit-plan"}


@pytest.fixture
def sent(db):
    return AuditFactory(organisation=OrganisationFactory(standing="member"))


def client_for(role, client_of, audit):
    if role == "stranger":
        return client_of("editor")
    if role in ("editor", "viewer"):
        return client_of(role, organisation=audit.organisation)
    return client_of(role)


def table(pages):
    return [(name, role, codes[i]) for name, codes in pages.items() for i, role in enumerate(ROLES)]


@pytest.mark.parametrize(("name", "role", "code"), table(PAGES))
def test_pages(client_of, address, sent, name, role, code):
    args = () if name in WITHOUT_NUMBER else (sent.pk,)
    answer = client_for(role, client_of, sent).get(address(name, *args))
    assert answer.status_code == code
    if role == "visitor":
        assert "/account/login/" in answer["Location"]


@pytest.mark.parametrize(("name", "role", "code"), table(DONE))
def test_what_is_done(client_of, address, sent, name, role, code):
    before = Audit.objects.values().get()
    answer = client_for(role, client_of, sent).post(address(name, sent.pk))
    assert answer.status_code == code
    if code in (403, 404) or role == "visitor":
        assert Audit.objects.values().get() == before


@pytest.mark.parametrize("name", ["audit-send", "audit-remind"])
def test_a_link_changes_nothing(client_of, address, sent, name):
    assert client_of("coordinator").get(address(name, sent.pk)).status_code == 405


def test_an_audit_that_does_not_exist(client_of, address):
    assert client_of("coordinator").get(address("audit-detail", 1)).status_code == 404


@pytest.mark.parametrize("name", ["answer", "submit", "audit-detail"])
def test_who_lost_the_seat_is_told_so(asked, address, name):
    client, audit = asked
    Seat.objects.all().delete()
    answer = client.get(address(name, audit.pk))
    assert answer.status_code == 403
    assert audit.organisation.name in answer.content.decode()
    assert answer.templates[0].name == "audits/no_seat.html"


def test_a_member_without_a_seat_has_no_list(client_of, address):
    client = client_of("editor")
    Seat.objects.all().delete()
    assert client.get(address("audit-list")).status_code == 403

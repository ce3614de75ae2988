"""Rights on records as a table: who may do what with which record."""

import pytest

from tests.factories import OrganisationFactory, SeatFactory, TechnologyFactory, UserFactory
from zwornik.catalogue.services import withdraw_record

pytestmark = pytest.mark.django_db

READ, CHANGE, PUBLISH = "read_record", "change_record", "publish_record"
HISTORY = "read_history"
# role → record → what is granted; "own" is a record of the organisation where a member has a seat
TABLE = {
    "coordinator": {
        "draft": {READ, CHANGE, PUBLISH, HISTORY},
        "members": {READ, CHANGE, PUBLISH, HISTORY},
        "nda": {READ, CHANGE, PUBLISH, HISTORY},
        "withdrawn": {READ, CHANGE, PUBLISH, HISTORY},
    },
    "auditor": {
        "draft": {READ, HISTORY},
        "members": {READ, HISTORY},
        "nda": {READ, HISTORY},
        "withdrawn": {READ, HISTORY},
    },
    "editor": {
        "own draft": {READ, CHANGE, HISTORY},
        "own nda": {READ, CHANGE, HISTORY},
        "draft": set(),
        "public": {READ},
        "members": {READ},
        "nda": set(),
        "withdrawn": set(),
    },
    "viewer": {
        "own draft": {READ, HISTORY},
        "draft": set(),
        "public": {READ},
        "members": {READ},
        "nda": set(),
    },
    "guest_expert": {
        "draft": set(),
        "public": {READ},
        "members": {READ},
        "nda": set(),
        "withdrawn": set(),
    },
    "no seat": {"draft": set(), "public": set(), "members": set(), "nda": set()},
}
CASES = [(role, name, granted) for role, row in TABLE.items() for name, granted in row.items()]


def account_of(role):
    if role not in ("editor", "viewer"):
        return UserFactory(role="member" if role == "no seat" else role), None
    seat = SeatFactory(level=role)
    return seat.account, seat.organisation


def record_of(name, own):
    organisation = own if name.startswith("own") else OrganisationFactory()
    disclosure = name.removeprefix("own ")
    if disclosure == "withdrawn":
        record = TechnologyFactory(organisation=organisation, disclosure="public")
        return withdraw_record(record=record)
    return TechnologyFactory(
        organisation=organisation, disclosure="" if disclosure == "draft" else disclosure
    )


@pytest.mark.parametrize(("role", "name", "granted"), CASES)
def test_rights_on_a_record(role, name, granted):
    account, own = account_of(role)
    record = record_of(name, own)
    actions = (READ, CHANGE, PUBLISH, HISTORY)
    assert {a for a in actions if account.has_perm(f"catalogue.{a}", record)} == granted


@pytest.mark.parametrize(
    ("role", "browses", "exports"),
    [
        ("coordinator", True, True),
        ("auditor", True, True),
        ("editor", True, False),
        ("viewer", True, False),
        ("guest_expert", True, False),
        ("no seat", False, False),
    ],
)
def test_rights_on_the_catalogue(role, browses, exports):
    account, _own = account_of(role)
    assert account.has_perm("catalogue.browse") is browses
    assert account.has_perm("catalogue.export") is exports


def test_editor_may_write_for_the_own_organisation_only():
    account, own = account_of("editor")
    assert account.has_perm("catalogue.change_record", own)
    assert not account.has_perm("catalogue.change_record", OrganisationFactory())


def test_account_that_may_not_sign_in_has_no_right():
    account = UserFactory(role="coordinator", is_active=False)
    assert not account.has_perm("catalogue.browse")

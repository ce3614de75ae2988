"""Who may do what with audits: role × permission, in the hands of the respondent and after."""

import pytest

from tests.factories import AuditFactory, SeatFactory, UserFactory
from zwornik.directory.models import Seat

EVERYWHERE = {
    "coordinator": {"audits.browse", "audits.plan", "audits.remind", "audits.return_audit",
                    "audits.close_audit", "audits.cancel_audit"},
    "auditor": {"audits.browse", "audits.remind", "audits.return_audit"},
    "editor": {"audits.list_own"},
    "viewer": {"audits.list_own"},
    "stranger": {"audits.list_own"},
    "guest_expert": set(),
    "member without a seat": set(),
}  # fmt: skip
ON_AN_AUDIT = {
    "coordinator": {"audits.read_audit"},
    "auditor": {"audits.read_audit"},
    "editor": {"audits.read_audit", "audits.answer"},
    "viewer": {"audits.read_audit"},
    "stranger": set(),
    "guest_expert": set(),
    "member without a seat": set(),
}
GENERAL = sorted(set().union(*EVERYWHERE.values()))
PARTICULAR = sorted(set().union(*ON_AN_AUDIT.values()))


def person(role, audit):
    if role in ("editor", "viewer"):
        return SeatFactory(organisation=audit.organisation, level=role).account
    if role == "stranger":
        return SeatFactory().account
    return UserFactory(role="member" if role.startswith("member") else role)


@pytest.mark.parametrize("permission", GENERAL)
@pytest.mark.parametrize("role", EVERYWHERE)
def test_general_rights(audit, role, permission):
    expected = permission in EVERYWHERE[role]
    assert person(role, audit).has_perm(permission) is expected


@pytest.mark.parametrize("permission", PARTICULAR)
@pytest.mark.parametrize("role", ON_AN_AUDIT)
def test_rights_on_an_audit_that_is_being_filled_in(audit, role, permission):
    expected = permission in ON_AN_AUDIT[role]
    assert person(role, audit).has_perm(permission, audit) is expected


@pytest.mark.parametrize("state", ["planned", "submitted"])
def test_nobody_answers_what_is_not_being_filled_in(db, state):
    audit = AuditFactory(state=state)
    assert not audit.respondent.has_perm("audits.answer", audit)
    assert audit.respondent.has_perm("audits.read_audit", audit)


def test_the_right_to_answer_ends_with_the_seat(audit):
    Seat.objects.all().delete()
    assert not audit.respondent.has_perm("audits.answer", audit)
    assert not audit.respondent.has_perm("audits.read_audit", audit)

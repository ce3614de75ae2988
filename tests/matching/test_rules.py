"""Who may do what with matches: role × permission."""

import pytest

from zwornik.accounts.models import User

TABLE = {
    "coordinator": {"matching.read_matches", "matching.decide", "matching.edit_glossary"},
    "auditor": {"matching.read_matches"},
    "member": set(),
    "guest_expert": set(),
}
PERMISSIONS = sorted(TABLE["coordinator"])


@pytest.mark.parametrize("permission", PERMISSIONS)
@pytest.mark.parametrize("role", TABLE)
def test_rights(db, role, permission):
    user = User.objects.create_user(f"{role}@example.org", name=role, role=role)
    assert user.has_perm(permission) is (permission in TABLE[role])

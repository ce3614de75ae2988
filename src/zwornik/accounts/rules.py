"""Facts about an account that rights are built from."""

import rules

from zwornik.accounts.choices import Role
from zwornik.accounts.models import User


@rules.predicate  # type: ignore[untyped-decorator]
def is_coordinator(user: User) -> bool:
    """Whether the person coordinates the cluster."""
    return getattr(user, "role", None) == Role.COORDINATOR


@rules.predicate  # type: ignore[untyped-decorator]
def is_auditor(user: User) -> bool:
    """Whether the person audits for the cluster."""
    return getattr(user, "role", None) == Role.AUDITOR


@rules.predicate  # type: ignore[untyped-decorator]
def is_guest_expert(user: User) -> bool:
    """Whether the person is an outside expert invited to read."""
    return getattr(user, "role", None) == Role.GUEST_EXPERT


is_staff = is_coordinator | is_auditor

rules.add_perm("accounts.invite_people", is_coordinator)

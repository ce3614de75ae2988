"""Asking for a right at the door."""

from django.core.exceptions import PermissionDenied

from zwornik.accounts.models import User


def require(user: User, permission: str, record: object = None) -> None:
    """Refuse the request unless the rules grant the permission."""
    if not user.has_perm(permission, record):
        raise PermissionDenied(permission)

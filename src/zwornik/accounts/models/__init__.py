"""Records of the accounts room."""

from zwornik.accounts.models.user import User

__all__ = ["User"]

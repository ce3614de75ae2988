"""Writes of the accounts room."""

from django.db import transaction

from zwornik.accounts.choices import Role
from zwornik.accounts.models import User


@transaction.atomic
def invite_account(
    *, email: str, name: str, role: str = Role.MEMBER, language: str = "pl"
) -> tuple[User, bool]:
    """Return the account of an e-mail address and whether it is new; a new one has no password.

    Its owner signs in with a code sent to the address, and may then set a password.
    """
    found = User.objects.filter(email__iexact=email.strip()).first()
    if found is not None:
        return found, False
    return User.objects.create_user(email, name=name, role=role, language=language), True


@transaction.atomic
def change_language(*, user: User, language: str) -> User:
    """Remember in which language a person reads."""
    user.language = language
    user.full_clean(exclude=["password"])
    user.save(update_fields=["language"])
    return user

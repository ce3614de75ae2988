"""Writes of the accounts room."""

from django.db import transaction

from zwornik.accounts.choices import Role
from zwornik.accounts.models import User


@transaction.atomic
def invite_account(
    *, email: str, name: str, role: str = Role.MEMBER, language: str = "pl"
) -> tuple[User, bool]:
    """Return the account of an e-mail address and whether it is new; a new one has no password.

    Its owner signs in with a code sent to the address, and may then set a password. An account
    that is there already keeps its name, role and language.
    """
    found = User.objects.filter(email__iexact=email.strip()).first()
    if found is not None:
        return found, False
    return User.objects.create_user(email, name=name, role=role, language=language), True


@transaction.atomic
def revise_account(*, user: User, name: str, language: str) -> User:
    """Change how a person is called and in which language e-mails are written to the person."""
    user.name, user.language = name.strip(), language
    user.full_clean(exclude=["password"])
    user.save(update_fields=["name", "language"])
    return user


@transaction.atomic
def set_first_password(*, user: User, password: str) -> User:
    """Give a password to an account that has none; one that is in use is left alone."""
    if not user.has_usable_password():
        user.set_password(password)
        user.save(update_fields=["password"])
    return user

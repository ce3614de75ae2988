"""The accounts of the demonstration: one for each role."""

from dataclasses import dataclass

from zwornik.accounts.choices import Role
from zwornik.accounts.models import User
from zwornik.accounts.services import invite_account, set_first_password

PASSWORD = "zwornik-pokaz-2026"  # noqa: S105 - of the demonstration, printed at its start


@dataclass(frozen=True)
class DemoAccount:
    """Who signs in to the demonstration: the role in words, the account, and the seat it has."""

    label: str
    email: str
    name: str
    role: str
    organisation: str = ""
    level: str = ""


ACCOUNTS = (
    DemoAccount("coordinator", "koordynator@wiklaster.example", "Anna Wrońska", Role.COORDINATOR),
    DemoAccount("auditor", "audytor@wiklaster.example", "Ewa Sikora", Role.AUDITOR),
    DemoAccount(
        "member, editor", "edytor@mikroflux.example", "Katarzyna Zielińska", Role.MEMBER,
        "mikroflux", "editor",
    ),
    DemoAccount(
        "member, viewer", "czytelnik@mikroflux.example", "Marek Rej", Role.MEMBER,
        "mikroflux", "viewer",
    ),
    DemoAccount("guest expert", "ekspert@wiklaster.example", "Ingrid Halvorsen", Role.GUEST_EXPERT),
)  # fmt: skip


def make_account(account: DemoAccount) -> User:
    """Make the account of a role, with the password of the demonstration."""
    user, _is_new = invite_account(email=account.email, name=account.name, role=account.role)
    return set_first_password(user=user, password=PASSWORD)

"""Accounts are made by invitation, revised, and get a first password once."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import UserFactory
from zwornik.accounts.models import User
from zwornik.accounts.services import invite_account, revise_account, set_first_password

pytestmark = pytest.mark.django_db


def test_invite_account_makes_an_account_without_a_password():
    user, is_new = invite_account(email=" Anna@Example.org ", name="Anna Lis", role="auditor")
    assert is_new
    assert (user.email, user.name, user.role) == ("anna@example.org", "Anna Lis", "auditor")
    assert not user.has_usable_password()


def test_invite_account_finds_the_address_whatever_its_case():
    known = UserFactory(email="anna@example.org", name="Anna Lis", role="coordinator")
    user, is_new = invite_account(email="ANNA@example.ORG", name="Somebody", role="member")
    assert (user, is_new) == (known, False)
    assert (user.name, user.role) == ("Anna Lis", "coordinator")
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"email": "no address"}, "email"),
        ({"name": ""}, "name"),
        ({"role": "director"}, "role"),
        ({"language": "de"}, "language"),
    ],
)
def test_invite_account_refuses(wrong, field):
    facts = {"email": "anna@example.org", "name": "Anna Lis", **wrong}
    with pytest.raises(ValidationError) as refusal:
        invite_account(**facts)
    assert list(refusal.value.message_dict) == [field]
    assert not User.objects.exists()


def test_two_accounts_cannot_share_an_address():
    UserFactory(email="anna@example.org")
    with pytest.raises(ValidationError) as refusal:
        User.objects.create_user("Anna@Example.org", name="Anna Lis")
    assert list(refusal.value.message_dict) == ["email"]


def test_sign_in_finds_the_address_whatever_its_case():
    known = UserFactory(email="anna@example.org")
    assert User.objects.get_by_natural_key("Anna@Example.org") == known


def test_revise_account_writes_name_and_language():
    user = UserFactory(name="Anna Lis")
    revise_account(user=user, name="  Anna Lis-Wilk ", language="en")
    user.refresh_from_db()
    assert (user.name, user.language) == ("Anna Lis-Wilk", "en")


@pytest.mark.parametrize(("name", "language"), [("  ", "pl"), ("Anna", "de"), ("A" * 161, "pl")])
def test_revise_account_refuses(name, language):
    user = UserFactory(name="Anna Lis")
    with pytest.raises(ValidationError):
        revise_account(user=user, name=name, language=language)
    user.refresh_from_db()
    assert (user.name, user.language) == ("Anna Lis", "pl")


def test_a_first_password_is_set_once():
    user = UserFactory()
    set_first_password(user=user, password="lipowa-aleja-2026")
    set_first_password(user=user, password="another-alley-2026")
    user.refresh_from_db()
    assert user.check_password("lipowa-aleja-2026")


def test_an_account_is_called_by_its_name():
    assert str(UserFactory(name="Anna Lis")) == "Anna Lis"
    assert str(User(email="anna@example.org")) == "anna@example.org"

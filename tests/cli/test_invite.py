"""`zwornik invite`: makes an account, or says why not."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import UserFactory
from zwornik.accounts.models import User

pytestmark = pytest.mark.django_db


def invite(*words):
    out = StringIO()
    call_command("invite", *words, stdout=out)
    return out.getvalue().strip()


def test_an_account_is_made():
    said = invite("coordinator", "Anna Lis", "anna@example.org", "--language", "en")
    assert said == "anna@example.org: account made (coordinator)"
    user = User.objects.get()
    assert (user.name, user.role, user.language) == ("Anna Lis", "coordinator", "en")
    assert not user.has_usable_password()


def test_an_account_that_is_there_is_left_as_it_is():
    UserFactory(email="anna@example.org", role="auditor")
    said = invite("coordinator", "Anna Lis", "anna@example.org")
    assert said == "anna@example.org: has an account already (auditor)"


def test_bad_input_is_refused():
    with pytest.raises(CommandError, match="director"):
        invite("director", "Anna Lis", "anna@example.org")
    with pytest.raises(CommandError):
        invite("member", "Anna Lis", "no address")
    assert not User.objects.exists()

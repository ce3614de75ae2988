"""A person's own account: name, language of e-mails, and every page of signing in."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.urls import reverse
from django.utils import translation

from tests.factories import PASSWORD, ClusterFactory

pytestmark = pytest.mark.django_db
ROLES = ["coordinator", "auditor", "editor", "viewer", "guest_expert"]


@pytest.mark.parametrize("role", ROLES)
def test_everybody_has_an_account_page(client_of, role):
    client = client_of(role, name="Anna Lis")
    page = client.get("/en/account/").content.decode()
    assert "Your account" in page
    assert 'value="Anna Lis"' in page


def test_visitors_are_asked_to_sign_in(client):
    assert client.get("/en/account/").url == "/en/account/login/?next=/en/account/"


def test_name_and_language_are_saved_and_said_once(client_of):
    client = client_of("editor", name="Anna Lis")
    response = client.post("/en/account/", {"name": "Anna Wilk", "language": "en"}, follow=True)
    client.user.refresh_from_db()
    assert (client.user.name, client.user.language) == ("Anna Wilk", "en")
    assert response.content.decode().count("The changes were saved.") == 1
    assert "The changes were saved." not in client.get("/en/account/").content.decode()


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"name": "", "language": "en"}, "name"), ({"name": "Anna", "language": "de"}, "language")],
)
def test_bad_input_is_named_beside_the_field(client_of, facts, field):
    client = client_of("editor", name="Anna Lis")
    response = client.post("/en/account/", facts)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert f'href="#id_{field}"' in response.content.decode()
    client.user.refresh_from_db()
    assert (client.user.name, client.user.language) == ("Anna Lis", "pl")


@pytest.mark.parametrize(("language", "path"), [("pl", "/pl/"), ("en", "/en/")])
def test_the_front_door_opens_in_the_language_of_the_account(client_of, language, path):
    client = client_of("editor", language=language)
    assert client.get("/", headers={"accept-language": "de"}).url == path


@pytest.mark.parametrize(("asked", "path"), [("en-GB,en", "/en/"), ("pl", "/pl/"), ("de", "/pl/")])
def test_the_front_door_opens_for_visitors_in_the_language_of_the_browser(client, asked, path):
    assert client.get("/", headers={"accept-language": asked}).url == path


ENTRANCES = [
    "account_login",
    "account_request_login_code",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key_done",
    "account_signup",
    "account_inactive",
]
INSIDE = [
    "accounts:account-edit",
    "account_change_password",
    "account_logout",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "account_reauthenticate",
    "mfa_reauthenticate",
]


def check(page):
    """One heading, a title, our own layout, and no text or mark that is not ours."""
    assert page.count("<h1") == 1
    assert "<title></title>" not in page
    assert "zw-panel" in page
    assert "placeholder" not in page.split("<main")[1]
    assert "!" not in page.split("<main")[1].split("</main>")[0]


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("name", ENTRANCES)
def test_pages_of_the_entrance_are_in_our_look(client, name, language):
    ClusterFactory(email="office@example.org")
    with translation.override(language):
        response = client.get(reverse(name))
    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.content.decode()
    check(response.content.decode())


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("role", ["coordinator", "editor"])
@pytest.mark.parametrize("name", INSIDE)
def test_pages_of_the_account_are_in_the_shell_of_the_role(client_of, name, role, language):
    client = client_of(role, password=PASSWORD, email="anna@example.org")
    with translation.override(language):
        client.post(reverse("account_login"), {"login": "anna@example.org", "password": PASSWORD})
        client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
        if name in INSIDE[5:]:
            TOTP.activate(client.user, "A" * 32)
            RecoveryCodes.activate(client.user)
        response = client.get(reverse(name))
    assert response.status_code == 200
    page = response.content.decode()
    check(page)
    assert ("zw-side" in page) is (role == "coordinator")


def test_recovery_codes_can_be_taken_away_and_replaced(client_of):
    client = client_of("coordinator", password=PASSWORD)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    TOTP.activate(client.user, "A" * 32)
    codes = RecoveryCodes.activate(client.user).get_unused_codes()
    taken = client.get(reverse("mfa_download_recovery_codes")).content.decode().split()
    assert taken == codes
    client.post(reverse("mfa_generate_recovery_codes"))
    fresh = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert not set(fresh) & set(codes)

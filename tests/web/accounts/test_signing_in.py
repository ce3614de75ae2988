"""Signing in: by password, by a code from an e-mail, after a reset, and with a second factor."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.factories import PASSWORD, ClusterFactory, UserFactory
from zwornik.accounts.models import User

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def anna():
    """A coordinator who has a password."""
    return UserFactory(
        email="anna@example.org", name="Anna Lis", role="coordinator", password=PASSWORD
    )


@pytest.fixture
def invited():
    """A member who was invited and has no password."""
    return UserFactory(email="jan@example.org", name="Jan Wilk")


def sign_in(client, email="anna@example.org", password=PASSWORD, **more):
    return client.post(reverse("account_login"), {"login": email, "password": password, **more})


def signed_in_as(client):
    number = client.session.get("_auth_user_id")
    return User.objects.get(pk=number) if number else None


def ask_for_code(client, email):
    return client.post(reverse("account_request_login_code"), {"email": email})


def code_in(message):
    """The code of an e-mail: the one indented line."""
    return re.search(r"^    (\S+)$", message.body, re.MULTILINE)[1]


# ── password ──
@pytest.mark.parametrize("email", ["anna@example.org", "Anna@Example.ORG", " anna@example.org "])
def test_a_password_opens_the_desk(client, anna, email):
    response = sign_in(client, email)
    assert (response.status_code, response.url) == (302, "/en/desk/")
    assert signed_in_as(client) == anna


def test_signing_in_goes_on_to_where_one_wanted_to(client, anna):
    response = client.get("/en/desk/journal/")
    assert response.url == "/en/account/login/?next=/en/desk/journal/"
    assert sign_in(client, next="/en/desk/journal/").url == "/en/desk/journal/"


def test_signing_in_never_leads_to_another_site(client, anna):
    assert sign_in(client, next="https://elsewhere.example/").url == "/en/desk/"


def test_a_wrong_password_says_what_can_be_done(client, anna):
    response = sign_in(client, password="not-the-password")
    assert response.status_code == 200
    assert "signs in with a code sent by e-mail" in response.content.decode()
    assert signed_in_as(client) is None


def test_an_unknown_address_is_answered_like_a_wrong_password(client, anna):
    def errors(email):
        return sign_in(client, email, "not-the-password").context["form"].errors

    assert errors("nobody@example.org") == errors("anna@example.org")


def test_an_account_without_a_password_does_not_open_with_an_empty_one(client, invited):
    for password in ("", "!", invited.password):
        sign_in(client, invited.email, password)
        assert signed_in_as(client) is None


def test_an_account_that_was_switched_off_stays_closed(client, anna):
    anna.is_active = False
    anna.save()
    response = sign_in(client)
    assert signed_in_as(client) is None
    assert "inactive" in response.url


def test_guessing_is_stopped(client, anna):
    for _ in range(6):
        sign_in(client, password="not-the-password")
    response = sign_in(client)
    assert signed_in_as(client) is None
    assert "too many tries" in response.content.decode()


def test_too_many_requests_get_a_page_of_ours(client):
    for number in range(21):
        address = {"email": f"nobody{number}@example.org"}
        response = client.post(reverse("account_reset_password"), address)
    assert response.status_code == 429
    assert "There were too many tries" in response.content.decode()


@pytest.mark.parametrize(("remember", "ends_with_window"), [("", True), ("on", False)])
def test_staying_signed_in_is_a_choice(client, anna, remember, ends_with_window):
    sign_in(client, **({"remember": remember} if remember else {}))
    assert client.session.get_expire_at_browser_close() is ends_with_window


def test_nothing_is_said_twice_after_signing_in(client, anna):
    response = sign_in(client)
    assert "_messages" not in client.session
    assert "messages" not in response.cookies


# ── code by e-mail ──
def test_a_code_from_an_e_mail_opens_the_desk(client, invited):
    ClusterFactory(email="office@example.org")
    response = ask_for_code(client, "Jan@Example.org")
    assert response.url == "/en/account/login/code/confirm/"
    [message] = mail.outbox
    assert message.to == ["jan@example.org"]
    assert message.subject == "Trial Cluster: code for signing in"
    assert "Trial Cluster\noffice@example.org" in message.body
    assert "!" not in message.body
    response = client.post(response.url, {"code": code_in(message)})
    assert response.url == "/en/desk/"
    assert signed_in_as(client) == invited


def test_the_e_mail_is_in_the_language_of_the_page(client, invited):
    ClusterFactory()
    with translation.override("pl"):
        client.post(reverse("account_request_login_code"), {"email": "jan@example.org"})
    assert mail.outbox[0].subject.startswith("Klaster Próbny")


def test_a_wrong_code_can_be_corrected(client, invited):
    confirm = ask_for_code(client, "jan@example.org").url
    response = client.post(confirm, {"code": "WRONG1"})
    assert "This code is not right" in response.content.decode()
    client.post(confirm, {"code": code_in(mail.outbox[0])})
    assert signed_in_as(client) == invited


def test_a_code_cannot_be_guessed(client, invited):
    confirm = ask_for_code(client, "jan@example.org").url
    for _ in range(3):
        client.post(confirm, {"code": "WRONG1"})
    client.post(confirm, {"code": code_in(mail.outbox[0])})
    assert signed_in_as(client) is None


@pytest.mark.parametrize(("minutes", "is_open"), [(9, True), (11, False)])
def test_a_code_lasts_ten_minutes(client, invited, minutes, is_open):
    with time_machine.travel(NOW, tick=False) as clock:
        confirm = ask_for_code(client, "jan@example.org").url
        clock.shift(timedelta(minutes=minutes))
        client.post(confirm, {"code": code_in(mail.outbox[0])})
    assert (signed_in_as(client) == invited) is is_open


def test_a_new_code_can_be_sent(client, invited):
    confirm = ask_for_code(client, "jan@example.org").url
    assert "Send a new code" in client.get(confirm).content.decode()
    client.post(confirm, {"action": "resend"})
    first, second = map(code_in, mail.outbox)
    client.post(confirm, {"code": first})
    assert signed_in_as(client) is None
    client.post(confirm, {"code": second})
    assert signed_in_as(client) == invited


def test_who_has_no_account_is_told_so_by_e_mail_only(client):
    ClusterFactory()
    response = ask_for_code(client, "nobody@example.org")
    assert response.url == "/en/account/login/code/confirm/"
    page = client.get(response.url).content.decode()
    assert "if there is an account" in page
    [message] = mail.outbox
    assert message.to == ["nobody@example.org"]
    assert "Accounts are made by invitation" in message.body
    assert "signup" not in message.body


# ── password reset ──
def reset_link(client, email="anna@example.org"):
    client.post(reverse("account_reset_password"), {"email": email})
    return re.search(
        r"http://testserver(/en/account/password/reset/key/\S+)", mail.outbox[-1].body
    )[1]


def test_a_link_from_an_e_mail_sets_a_new_password(client, anna):
    form = client.get(reset_link(client)).url
    assert anna.password not in form
    response = client.post(form, {"password1": "nowa-aleja-2026", "password2": "nowa-aleja-2026"})
    assert response.url == "/en/account/password/reset/key/done/"
    assert "A new password was set" in mail.outbox[-1].body
    sign_in(client, password=PASSWORD)
    assert signed_in_as(client) is None
    sign_in(client, password="nowa-aleja-2026")
    assert signed_in_as(client) == anna


def test_a_link_works_once(client, anna):
    link = reset_link(client)
    form = client.get(link).url
    client.post(form, {"password1": "nowa-aleja-2026", "password2": "nowa-aleja-2026"})
    page = client.get(link).content.decode()
    assert "This link is no longer valid" in page
    assert "Ask for a new link" in page


def test_a_link_lasts_three_days(client, anna):
    with time_machine.travel(NOW, tick=False) as clock:
        link = reset_link(client)
        clock.shift(timedelta(days=3, minutes=1))
        assert "This link is no longer valid" in client.get(link).content.decode()


@pytest.mark.parametrize(
    ("one", "two"),
    [("short-2026", "other-2026"), ("krótkie", "krótkie"), ("password1234", "password1234"),
     ("anna@example.org", "anna@example.org")],
)  # fmt: skip
def test_a_weak_or_mistyped_password_is_refused(client, anna, one, two):
    form = client.get(reset_link(client)).url
    response = client.post(form, {"password1": one, "password2": two})
    assert response.status_code == 200
    assert response.context["form"].errors
    anna.refresh_from_db()
    assert anna.check_password(PASSWORD)


def test_asking_for_a_link_does_not_tell_who_has_an_account(client, anna):
    def answer(email):
        return client.post(reverse("account_reset_password"), {"email": email}).url

    assert answer("anna@example.org") == answer("nobody@example.org")


# ── changing and setting a password ──
def test_a_password_is_changed_with_the_present_one(client, anna):
    sign_in(client)
    change = reverse("account_change_password")
    new = {"password1": "nowa-aleja-2026", "password2": "nowa-aleja-2026"}
    refused = client.post(change, {"oldpassword": "wrong", **new})
    assert "not the present password" in refused.content.decode()
    client.post(change, {"oldpassword": PASSWORD, **new})
    anna.refresh_from_db()
    assert anna.check_password("nowa-aleja-2026")
    assert signed_in_as(client) == anna
    assert "was changed" in mail.outbox[-1].body


def test_who_was_invited_sets_a_first_password(client, invited):
    client.force_login(invited)
    setting = client.get(reverse("account_change_password")).url
    assert setting == "/en/account/password/set/"
    client.post(setting, {"password1": "nowa-aleja-2026", "password2": "nowa-aleja-2026"})
    invited.refresh_from_db()
    assert invited.check_password("nowa-aleja-2026")


# ── second factor ──
def code_of(secret, at=None):
    """The code that an app shows, worked out from the secret."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def switch_on(client):
    page = client.get(reverse("mfa_activate_totp"))
    if page.status_code == 302:  # it is asked first who one is
        client.post(page.url, {"password": PASSWORD})
        page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    return secret


@pytest.mark.django_db(transaction=True)
def test_a_second_factor_is_asked_after_the_password(client, anna):
    sign_in(client)
    secret = switch_on(client)
    assert "switched on" in mail.outbox[-1].body
    client.post(reverse("account_logout"))
    asked = sign_in(client)
    assert asked.url == "/en/account/2fa/authenticate/"
    assert signed_in_as(client) is None
    wrong = client.post(asked.url, {"code": "000000"})
    assert "This code is not right" in wrong.content.decode()
    response = client.post(asked.url, {"code": code_of(secret)})
    assert response.url == "/en/desk/"
    assert signed_in_as(client) == anna


def test_a_second_factor_is_asked_after_an_e_mailed_code(client, anna):
    sign_in(client)
    switch_on(client)
    client.post(reverse("account_logout"))
    confirm = ask_for_code(client, "anna@example.org").url
    response = client.post(confirm, {"code": code_in(mail.outbox[-1])})
    assert response.url == "/en/account/2fa/authenticate/"
    assert signed_in_as(client) is None


def test_a_recovery_code_works_once(client, anna):
    sign_in(client)
    switch_on(client)
    codes = client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]
    assert len(codes) == 10
    for expected in (anna, None):
        client.post(reverse("account_logout"))
        asked = sign_in(client)
        client.post(asked.url, {"code": codes[0]})
        assert signed_in_as(client) == expected


def test_switching_on_asks_who_one_is(client, anna):
    client.force_login(anna)
    asked = client.get(reverse("mfa_activate_totp"))
    assert asked.url.startswith("/en/account/reauthenticate/")
    page = client.get(asked.url).content.decode()
    assert "Please confirm that it is you" in page
    wrong = client.post(asked.url, {"password": "wrong"})
    assert "This is not the password" in wrong.content.decode()


def test_who_reset_the_password_may_switch_on(client, anna):
    form = client.get(reset_link(client)).url
    client.post(form, {"password1": PASSWORD, "password2": PASSWORD})
    sign_in(client)
    switch_on(client)
    assert Authenticator.objects.filter(user=anna, type="totp").exists()


def test_a_second_factor_can_be_switched_off(client, anna):
    sign_in(client)
    switch_on(client)
    page = client.get(reverse("mfa_deactivate_totp")).content.decode()
    assert "recovery codes stop working" in page
    client.post(reverse("mfa_deactivate_totp"))
    assert not Authenticator.objects.exists()
    client.post(reverse("account_logout"))
    assert sign_in(client).url == "/en/desk/"


# ── nobody signs up alone ──
def test_nobody_signs_up_alone(client):
    page = client.get(reverse("account_signup"))
    assert "Accounts are made by invitation" in page.content.decode()
    client.post(reverse("account_signup"), {"email": "eve@example.org", "password1": PASSWORD})
    assert not User.objects.exists()


@pytest.mark.parametrize("path", ["account/email/", "account/confirm-email/", "account/3rdparty/"])
def test_addresses_cannot_be_changed_or_added(client, anna, path):
    client.force_login(anna)
    for language in ("pl", "en"):
        assert client.get(f"/{language}/{path}").status_code == 404
        assert client.post(f"/{language}/{path}", {"email": "boss@example.org"}).status_code == 404


# ── signing out ──
def test_signing_out_is_asked_for_and_then_done(client, anna):
    client.force_login(anna)
    page = client.get(reverse("account_logout"))
    assert "Sign out?" in page.content.decode()
    assert signed_in_as(client) == anna
    response = client.post(reverse("account_logout"))
    assert response.url == "/en/offer/"
    assert signed_in_as(client) is None


def test_a_form_without_its_token_is_explained(anna):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(reverse("account_login"), {"login": "anna@example.org"})
    assert response.status_code == 403
    assert "Please send the form again" in response.content.decode()

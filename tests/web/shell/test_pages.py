"""What every page shares: the shell of the reader, languages, headers, pages that say no."""

import re

import pytest
from django.conf.urls.i18n import i18n_patterns
from django.contrib.messages import get_messages
from django.urls import path, reverse
from django.utils import translation

from tests.factories import PASSWORD, ClusterFactory, OrganisationFactory, UserFactory
from zwornik.project import urls as root
from zwornik.web.shell import views

ROLES = ["coordinator", "auditor", "editor", "viewer", "guest_expert"]
pytestmark = pytest.mark.django_db


# ── the way in ──
@pytest.mark.parametrize("role", ROLES)
def test_the_first_page_of_people_is_their_desk(client_of, role):
    assert client_of(role).get("/pl/").url == "/pl/desk/"


def test_the_first_page_of_visitors_is_the_offer(client):
    assert client.get("/en/").url == "/en/offer/"


def test_the_watchman_is_answered(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok")


def test_the_watchman_is_answered_without_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz").status_code == 200
    assert client.get("/en/offer/").status_code == 301


# ── languages ──
@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("/en/offer/?q=a+b&field=digital", "/pl/offer/?q=a+b&amp;field=digital"),
        ("/pl/account/login/?next=/pl/desk/", "/en/account/login/?next=/pl/desk/"),
        ("/en/about/privacy/", "/pl/about/privacy/"),
    ],
)
def test_the_switch_keeps_the_page(client, path, other):
    assert f'href="{other}"' in client.get(path).content.decode()


def test_the_switch_keeps_the_record(client_of):
    organisation = OrganisationFactory()
    with translation.override("en"):
        address = reverse("directory:organisation-detail", args=[organisation.pk])
    page = client_of("coordinator").get(address).content.decode()
    assert f'href="{address.replace("/en/", "/pl/")}" lang="pl" hreflang="pl"' in page


@pytest.mark.parametrize(("language", "name"), [("pl", "Klaster Próbny"), ("en", "Trial Cluster")])
def test_the_page_says_its_language_and_the_cluster_its_name(client, language, name):
    ClusterFactory()
    page = client.get(f"/{language}/offer/").content.decode()
    assert f'<html lang="{language}"' in page
    assert f"<b>{name}</b>" in page


# ── shells ──
@pytest.mark.parametrize(
    ("role", "mark"),
    [("coordinator", "zw-side"), ("auditor", "zw-side"), ("guest_expert", "zw-side"),
     ("editor", "zw-member"), ("viewer", "zw-member")],
)  # fmt: skip
def test_each_role_has_its_shell(client_of, role, mark):
    page = client_of(role).get("/en/desk/").content.decode()
    assert mark in page
    assert {"zw-side", "zw-member"} - {mark} <= {
        m for m in ("zw-side", "zw-member") if m not in page
    }


@pytest.mark.parametrize("role", ["coordinator", "editor"])
def test_every_shell_lets_one_skip_to_the_content_and_sign_out(client_of, role):
    page = client_of(role).get("/en/desk/").content.decode()
    assert '<a class="zw-skip" href="#main">Skip to content</a>' in page
    assert page.count('id="main"') == 1
    assert "/en/account/logout/" in page
    assert 'href="/en/account/"' in page
    assert page.count("<h1") == 1


def test_a_demonstration_says_so_in_every_shell(client_of):
    ClusterFactory(is_demonstration=True)
    for role in ("coordinator", "editor", "visitor"):
        page = client_of(role).get("/en/about/privacy/").content.decode()
        assert "all organisations, people and figures are invented" in page


def test_the_cluster_is_read_once_for_a_page(client, django_assert_num_queries):
    ClusterFactory()
    with django_assert_num_queries(1):
        client.get("/en/about/privacy/")


def test_messages_are_shown_once(client_of):
    client = client_of("editor")
    response = client.post("/en/account/", {"name": "Anna", "language": "pl"})
    page = client.get(response.url)
    assert page.content.decode().count("The changes were saved.") == 1
    assert 'role="status"' in page.content.decode()
    assert list(get_messages(client.get(response.url).wsgi_request)) == []


# ── pages that say no ──
@pytest.mark.parametrize("role", ["visitor", "editor", "coordinator"])
@pytest.mark.parametrize(
    ("language", "words"), [("pl", "Nie ma takiej strony"), ("en", "There is no such page")]
)
def test_a_page_that_is_not_there(client_of, role, language, words):
    response = client_of(role).get(f"/{language}/nowhere/")
    page = response.content.decode()
    assert response.status_code == 404
    assert f'<html lang="{language}"' in page
    assert words in page.replace("\u00a0", " ")


def test_an_address_without_a_language_is_not_there_either(client):
    response = client.get("/nowhere/")
    assert response.status_code in (302, 404)


@pytest.mark.parametrize("role", ["editor", "guest_expert"])
@pytest.mark.parametrize(
    ("language", "words"),
    [("pl", "nie jest dla tego konta"), ("en", "This page is not for this account")],
)
def test_a_page_for_others(client_of, role, language, words):
    response = client_of(role).get(f"/{language}/desk/journal/")
    page = response.content.decode().replace("\u00a0", " ")
    assert response.status_code == 403
    assert words in page
    assert f'href="/{language}/"' in page


@pytest.fixture
def _a_page_that_fails(settings):
    def fail(_request):
        raise RuntimeError("broken")

    root.urlpatterns[:0] = [path("broken/", fail), *i18n_patterns(path("broken/", fail))]
    settings.ROOT_URLCONF = "zwornik.project.urls"
    yield
    del root.urlpatterns[:2]


@pytest.mark.usefixtures("_a_page_that_fails")
def test_a_failure_says_what_to_do(client):
    client.raise_request_exception = False
    for address, language in (("/broken/", "pl"), ("/en/broken/", "en")):
        response = client.get(address)
        assert response.status_code == 500
        assert f'<html lang="{language}"' in response.content.decode()
    assert "Please go back and try again" in response.content.decode()


def test_a_failure_page_needs_no_database(rf, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert views.failed(rf.get("/")).status_code == 500


# ── safety ──
@pytest.mark.parametrize("role", ["visitor", "editor", "coordinator"])
def test_every_page_forbids_foreign_and_inline_code(client_of, role):
    for address in ("/en/about/privacy/", "/en/nowhere/", "/healthz"):
        policy = client_of(role).get(address).headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert "*" not in policy
        for directive in ("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
            assert directive in policy


def test_pages_have_no_inline_code(client_of):
    page = client_of("coordinator").get("/en/desk/").content.decode()
    assert not re.search(r"\sstyle=\"|\son[a-z]+=\"", page)
    for script in re.findall(r"<script([^>]*)>", page):
        assert "src=" in script or "application/json" in script


def test_safety_headers_are_sent(client):
    headers = client.get("/en/offer/").headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_cookies_are_not_read_by_scripts(client):
    user = UserFactory(password=PASSWORD)
    response = client.post("/en/account/login/", {"login": user.email, "password": PASSWORD})
    session = response.cookies["sessionid"]
    assert session["httponly"]
    assert session["samesite"] == "Lax"


def test_pages_depend_on_who_asks(client_of):
    response = client_of("editor").get("/en/desk/")
    assert "Cookie" in response.headers["Vary"]

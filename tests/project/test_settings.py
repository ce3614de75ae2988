"""Settings come from the environment and are safe unless told otherwise."""

import runpy
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from zwornik.project import settings as module

NAMES = ("ZWORNIK_HTTPS", "ZWORNIK_HOSTS", "ZWORNIK_DATA", "ZWORNIK_DEBUG", "DATABASE_URL")


@pytest.fixture
def read(monkeypatch):
    """Read the settings anew, with nothing in the environment but a key and what is given."""

    def fresh(**environment):
        for name in NAMES:
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("ZWORNIK_SECRET_KEY", "a key of no worth")
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(module.__file__)

    return fresh


def test_unless_told_otherwise_everything_is_safe(read):
    found = read()
    assert found["DEBUG"] is False
    assert found["ALLOWED_HOSTS"] == []
    for name in ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"):
        assert found[name] is True, name
    assert found["SECURE_HSTS_SECONDS"] == 365 * 24 * 3600
    assert found["SECURE_PROXY_SSL_HEADER"] is None
    assert found["ALLAUTH_TRUSTED_PROXY_COUNT"] == 0


def test_without_a_key_the_product_does_not_start(read, monkeypatch):
    read()
    monkeypatch.delenv("ZWORNIK_SECRET_KEY")
    with pytest.raises(ImproperlyConfigured, match="ZWORNIK_SECRET_KEY"):
        runpy.run_path(module.__file__)


def test_on_ones_own_machine_https_can_be_left_out(read):
    found = read(ZWORNIK_HTTPS="false", ZWORNIK_HOSTS="127.0.0.1,localhost")
    assert found["SECURE_SSL_REDIRECT"] is False
    assert found["SECURE_HSTS_SECONDS"] == 0
    assert found["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost"]


def test_a_proxy_is_trusted_only_when_it_is_there(read):
    found = read(ZWORNIK_BEHIND_PROXY="true")
    assert found["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")
    assert found["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1


def test_the_policy_of_content_has_no_exception(read):
    directives = read()["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]
    sources = {str(source) for allowed in directives.values() for source in allowed}
    assert sources == {"'self'", "'none'", "data:"}
    assert [name for name, allowed in directives.items() if "data:" in allowed] == ["img-src"]


def test_sqlite_in_the_data_folder_waits_for_other_writers(read, tmp_path):
    database = read(ZWORNIK_DATA=str(tmp_path))["DATABASES"]["default"]
    assert Path(database["NAME"]) == tmp_path / "zwornik.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "foreign_keys=ON" in database["OPTIONS"]["init_command"]


def test_postgresql_is_a_matter_of_one_address(read):
    database = read(DATABASE_URL="postgres://anna:secret@db:5432/zwornik")["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["HOST"], database["NAME"]) == ("db", "zwornik")
    assert "OPTIONS" not in database
    assert database["CONN_MAX_AGE"] == 60


@pytest.mark.parametrize(
    ("address", "backend"),
    [
        (None, "django.core.mail.backends.filebased.EmailBackend"),
        ("smtp+tls://user:secret@mail:587", "django.core.mail.backends.smtp.EmailBackend"),
    ],
)
def test_mail_goes_to_files_unless_a_server_is_named(read, address, backend):
    found = read(**({"ZWORNIK_MAIL": address} if address else {}))
    assert found["EMAIL_BACKEND"] == backend


def test_the_server_has_an_entry():
    from zwornik.project.wsgi import application

    assert callable(application)


def test_browsers_find_the_mark():
    assert Client().get("/favicon.ico").url == "/static/zwornik/mark.svg"

"""`zwornik demonstration`: what it prints and when it refuses."""

import http.server
import threading
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from tests.factories import ClusterFactory
from zwornik.cli.demonstration.accounts import ACCOUNTS, PASSWORD
from zwornik.cli.management.commands import demonstration


def run(*words):
    out = StringIO()
    call_command("demonstration", *words, stdout=out)
    return out.getvalue()


def test_it_loads_and_says_what_it_does(monkeypatch):
    monkeypatch.setattr(
        demonstration, "load_demonstration", lambda *, now, say: say(f"loaded on {now:%Y}")
    )
    assert run().startswith("loaded on 20")


@pytest.mark.django_db
def test_a_real_cluster_is_refused_in_one_line():
    ClusterFactory()
    with pytest.raises(CommandError, match="serves a real cluster"):
        run()


def test_it_prints_the_address_and_every_account(settings):
    settings.SITE_ADDRESS = "http://127.0.0.1:8000"
    printed = run("--accounts")
    assert "http://127.0.0.1:8000/pl/ and http://127.0.0.1:8000/en/" in printed
    assert f"the password of each is {PASSWORD}" in printed
    for account in ACCOUNTS:
        assert account.label in printed
        assert account.email in printed


@pytest.mark.parametrize("backend", ["filebased", "smtp"])
def test_it_says_where_e_mails_are_only_if_they_are_files(settings, backend):
    settings.EMAIL_BACKEND = f"django.core.mail.backends.{backend}.EmailBackend"
    settings.EMAIL_FILE_PATH = "/data/mail"
    assert ("E-mails are written to /data/mail" in run("--accounts")) is (backend == "filebased")


@pytest.fixture
def server():
    """A server that answers every question, on a port of its own."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_arguments):
            """Say nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{found.server_port}"
        found.shutdown()


def test_it_waits_until_the_server_answers(settings, server):
    settings.SITE_ADDRESS = server
    assert run("--wait-for-server") == ""


def test_it_says_when_the_server_does_not_answer(settings, monkeypatch):
    settings.SITE_ADDRESS = "http://127.0.0.1:9"
    monkeypatch.setattr(demonstration, "PATIENCE_SECONDS", 0.1)
    with pytest.raises(CommandError, match="does not answer"):
        run("--wait-for-server")

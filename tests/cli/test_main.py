"""The entry of the command line."""

import sys

import pytest

from zwornik.cli.__main__ import main


def test_a_missing_secret_key_is_told_in_one_line(monkeypatch):
    monkeypatch.delenv("ZWORNIK_SECRET_KEY")
    with pytest.raises(SystemExit) as end:
        main()
    assert str(end.value).startswith("ZWORNIK_SECRET_KEY is not set.")


def test_a_command_is_run(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["zwornik", "invite", "--help"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 0
    assert "Make an account" in capsys.readouterr().out

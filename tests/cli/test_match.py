"""`zwornik match`: what it prints, what it writes, and its exit status."""

import gzip
import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

NEEDS = '{"id": "q1", "title": "Czujnik glukozy we krwi"}\n'
PROFILES = (
    '{"id": "p1", "title": "Blood glucose sensor", "text": "Enzymatic"}\n'
    '{"id": "p2", "title": "Opatrunek", "text": "na rany"}\n'
)


@pytest.fixture
def files(tmp_path):
    (tmp_path / "needs.jsonl").write_text(NEEDS, "utf-8")
    (tmp_path / "offers.jsonl.gz").write_bytes(gzip.compress(PROFILES.encode()))
    return tmp_path


def words(folder, **options):
    options = {"queries": "needs.jsonl", "profiles": "offers.jsonl.gz", "out": "out.run"} | options
    paths = ("queries", "profiles", "out")
    return [
        f"--{name}={folder / value if name in paths else value}" for name, value in options.items()
    ]


def test_rank_writes_a_run_and_says_how_long_it_took(files, capsys):
    call_command("match", "rank", *words(files))
    (row,) = (files / "out.run").read_text("utf-8").splitlines()
    assert row.split()[:4] == ["q1", "Q0", "p1", "1"]
    assert row.split()[5] == "zwornik"
    told = capsys.readouterr().out
    assert "2 profiles read and indexed" in told
    assert "1 queries ranked" in told


def test_top_and_tag_are_taken(files):
    (files / "needs.jsonl").write_text('{"id": "q1", "text": "sensor, opatrunek"}\n', "utf-8")
    call_command("match", "rank", *words(files, top=1, tag="mine"))
    (row,) = (files / "out.run").read_text("utf-8").splitlines()
    assert row.endswith(" mine")


@pytest.mark.parametrize(
    ("options", "reason"),
    [({"top": 0}, "--top"), ({"tag": "two words"}, "--tag"), ({"queries": "no.jsonl"}, "no.jsonl")],
)
def test_a_wrong_option_ends_with_status_2(files, options, reason):
    with pytest.raises(CommandError, match=reason) as refused:
        call_command("match", "rank", *words(files, **options))
    assert refused.value.returncode == 2
    assert not (files / "out.run").exists()


def test_wrong_lines_end_the_process_with_status_2_and_are_named(files):
    (files / "needs.jsonl").write_text(NEEDS + "oops\n" + '{"title": "no id"}\n', "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "zwornik.cli", "match", "rank", *words(files)],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "zwornik.project.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "needs.jsonl, line 2: not JSON" in done.stderr
    assert 'needs.jsonl, line 3: no "id"' in done.stderr
    assert "Traceback" not in done.stderr
    assert not (files / "out.run").exists()

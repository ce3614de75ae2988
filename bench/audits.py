"""Measure saving one answer of a questionnaire through its view, with few and many stored answers.

Usage: python bench/audits.py [saves]. Uses a SQLite database of its own in a temporary folder.
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="zwornik-bench-"))
(FOLDER / "static").mkdir()
os.environ.pop("DATABASE_URL", None)
os.environ.update(
    ZWORNIK_DATA=str(FOLDER),
    ZWORNIK_SECRET_KEY="a key for measuring alone",  # noqa: S106 - of a database that is thrown away
    ZWORNIK_HTTPS="false",
    ZWORNIK_HOSTS="testserver",
    DJANGO_SETTINGS_MODULE="zwornik.project.settings",
)

import django  # noqa: E402 - the settings are read from the environment above

django.setup()

from auditlog.models import LogEntry  # noqa: E402
from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, reset_queries  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from zwornik.accounts.models import User  # noqa: E402
from zwornik.audits.models import Answer, Audit  # noqa: E402
from zwornik.audits.services import plan_and_send_audit  # noqa: E402
from zwornik.directory.services import record_organisation  # noqa: E402

STORED = 10_000
TEXT = "Zespół prowadzi walidację kliniczną testów u noworodków od 2011 roku. "


def one_audit(number: int) -> Audit:
    """Return a questionnaire in the hands of a respondent."""
    planner, _is_new = User.objects.get_or_create(
        email="k@example.org", defaults={"name": "Anna", "role": "coordinator"}
    )
    return plan_and_send_audit(
        kind="technology",
        organisation=record_organisation(name=f"Firma {number}", kind="institute"),
        respondent_name="Jan Kowalski",
        respondent_email=f"jan{number}@example.org",
        deadline_on=timezone.localdate(),
        planned_by=planner,
        now=timezone.now(),
    )


def fill_up() -> None:
    """Store answers of other questionnaires, each with its entry in the trail."""
    now, kind = timezone.now(), ContentType.objects.get_for_model(Answer)
    audits = [one_audit(number) for number in range(1, 51)]
    rows = [
        Answer(audit=audit, question=f"q{n}", value=TEXT, saved_at=now, saved_by=audit.respondent)
        for audit in audits
        for n in range(STORED // len(audits))
    ]
    stored = Answer.objects.bulk_create(rows, batch_size=1000)
    LogEntry.objects.bulk_create(
        [
            LogEntry(content_type=kind, object_pk=a.pk, object_id=a.pk, object_repr="", action=0)
            for a in stored
        ],
        batch_size=1000,
    )


def measure(client: Client, audit: Audit, saves: int) -> list[float]:
    """Return the seconds that each of so many saves of a text took, with its whole request."""
    address = f"/pl/audits/{audit.pk}/answer/idea/save/"
    answer = Answer.objects.filter(audit=audit, question="problem").first()
    revision, seconds = answer.revision if answer else 0, []
    for turn in range(saves):
        facts = {"question": "problem", "problem": f"{TEXT * 6}{turn} {revision}"}
        start = time.perf_counter()
        reply = client.post(address, {**facts, "problem-revision": revision})
        seconds.append(time.perf_counter() - start)
        revision = reply.json()["revision"]
    return seconds


def queries_of_one_save(client: Client, audit: Audit) -> int:
    """Return how many statements one save sends to the database."""
    connection.force_debug_cursor = True
    reset_queries()
    measure(client, audit, 1)
    connection.force_debug_cursor = False
    return len(connection.queries)


def report(name: str, client: Client, audit: Audit, saves: int) -> None:
    """Print one line of figures."""
    measure(client, audit, 20)
    milliseconds = [second * 1000 for second in measure(client, audit, saves)]
    cuts = statistics.quantiles(milliseconds, n=20)
    queries = queries_of_one_save(client, audit)
    print(f"{name:>22}  {cuts[9]:8.1f}  {cuts[18]:8.1f}  {queries:12d}")


def main() -> None:
    """Measure with an empty database and with one full of answers."""
    saves = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    call_command("migrate", verbosity=0)
    audit, client = one_audit(0), Client()
    client.force_login(audit.respondent)
    print(f"{connection.vendor}, {saves} saves of 420 characters through the view")
    print(f"{'stored before':>22}  {'p50 ms':>8}  {'p95 ms':>8}  {'queries/save':>12}")
    report("0 answers", client, audit, saves)
    fill_up()
    report(f"{STORED:,} answers", client, audit, saves)


if __name__ == "__main__":
    try:
        main()
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)

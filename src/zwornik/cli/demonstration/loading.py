"""The demonstration cluster as a whole: loaded once; later starts leave it as it is used."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from zwornik.accounts.models import User
from zwornik.audits.instruments import load_instruments
from zwornik.catalogue.selectors import KINDS
from zwornik.cli.demonstration.accounts import ACCOUNTS, make_account
from zwornik.cli.demonstration.activity import (
    load_conversations,
    load_decisions,
    load_open_audits,
)
from zwornik.cli.demonstration.audited import load_audited_records
from zwornik.cli.demonstration.catalogue import load_records
from zwornik.cli.demonstration.directory import load_organisations, load_people
from zwornik.cli.demonstration.trail import date_the_trail
from zwornik.core.models import Cluster
from zwornik.core.services import describe_cluster
from zwornik.directory.models import Organisation
from zwornik.directory.services import give_seat
from zwornik.matching.services import match_all_needs

Say = Callable[[str], None]


class NotADemonstrationError(RuntimeError):
    """The installation already serves a real cluster; the demonstration would spoil it."""


def load_demonstration(*, now: datetime, say: Say) -> None:
    """Load the demonstration cluster, everything or nothing, unless it is there already."""
    if not Cluster.objects.filter(is_demonstration=True).exists():
        _refuse_real_cluster()
        with transaction.atomic():
            _load(now, say)
    say("Comparing needs with the offer …")
    match_all_needs(now=timezone.now())  # after what was written just now


def _refuse_real_cluster() -> None:
    if any(model.objects.exists() for model in (Cluster, Organisation, User)):
        raise NotADemonstrationError(
            "This installation serves a real cluster. Start the demonstration with a folder of "
            "its own: ZWORNIK_DATA=/path/to/folder ./run demo"
        )


def _load(now: datetime, say: Say) -> None:
    describe_cluster(
        name_pl="Wiślany Klaster Biomedyczny",
        name_en="Vistula Biomedical Cluster",
        place_pl="Mazowsze",
        place_en="Warsaw region, Poland",
        help_phone="22 555 01 42",
        help_hours_pl="dni robocze 9.00–16.00",
        help_hours_en="working days 9:00–16:00",
        email="biuro@wiklaster.example",
        is_demonstration=True,
    )
    load_instruments()
    team = {account.label: make_account(account) for account in ACCOUNTS}
    say("Organisations and people …")
    organisations = load_organisations()
    people = load_people(organisations)
    for account in ACCOUNTS:
        if account.organisation:
            organisation = organisations[account.organisation]
            give_seat(account=team[account.label], organisation=organisation, level=account.level)
    say("Technologies, needs, competences and equipment …")
    load_open_audits(organisations, team, now)
    load_audited_records(organisations, people, team)
    keeper = team["coordinator"]
    records = {kind: load_records(kind, organisations, people, keeper) for kind in KINDS}
    load_conversations(organisations, team, now)
    load_decisions(records, team, now)
    date_the_trail(organisations, people, records, keeper)

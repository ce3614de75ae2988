"""The demonstration is loaded once, whole or not at all, and never over a real cluster."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from auditlog.models import LogEntry
from django.apps import apps
from django.utils import timezone

from tests.factories import ClusterFactory, OrganisationFactory, UserFactory
from zwornik.accounts.models import User
from zwornik.audits.choices import AuditState
from zwornik.audits.models import Audit, AuditOutcome
from zwornik.catalogue.models import Need, Technology
from zwornik.catalogue.selectors import KINDS
from zwornik.cli.demonstration import files, loading
from zwornik.cli.demonstration.accounts import ACCOUNTS, PASSWORD
from zwornik.cli.demonstration.loading import NotADemonstrationError, load_demonstration
from zwornik.core.models import Cluster
from zwornik.core.services import describe_cluster
from zwornik.directory.models import Conversation, Organisation, Person
from zwornik.directory.services import revise_organisation
from zwornik.matching.models import Decision, MatchRun

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    """A clock that runs, as it does while the demonstration is loaded."""
    with time_machine.travel(NOW) as clock:
        yield clock


def load():
    said = []
    load_demonstration(now=timezone.now(), say=said.append)
    return said


def counts():
    """How many rows every record of the product has, the trail included."""
    return {m._meta.label: m.objects.count() for m in [*apps.get_models(), LogEntry]}


@pytest.fixture
def loaded(small_part):
    load()
    return small_part


def test_what_the_files_describe_is_there(loaded):
    assert Organisation.objects.count() == len(loaded["organisation"])
    assert Person.objects.count() == len(loaded["person"])
    assert Conversation.objects.count() == len(loaded["conversation"])
    for kind, model in KINDS.items():
        current = model.objects.current()
        assert current.count() == len(loaded[kind]), kind
        assert {r.status for r in current} == {"published"}
    cluster = Cluster.objects.get()
    assert cluster.is_demonstration
    assert cluster.name_en == "Vistula Biomedical Cluster"


def test_there_is_an_account_for_each_role(loaded):
    for account in ACCOUNTS:
        user = User.objects.get(email=account.email)
        assert user.check_password(PASSWORD)
        assert (user.name, user.role) == (account.name, account.role)
        assert [s.level for s in user.seats.all()] == ([account.level] if account.level else [])


def test_audits_are_in_every_state_that_the_desk_shows(loaded):
    open_audits = Audit.objects.exclude(state=AuditState.CLOSED)
    assert Counter(a.state for a in open_audits) == Counter(
        {"submitted": "submitted"}.get(e["state"], "self_assessment") for e in loaded["audit"]
    )
    assert Audit.objects.late(timezone.localdate(NOW)).exists()
    assert all(a.sent_at <= timezone.now() for a in Audit.objects.all())


def test_some_records_came_out_of_a_closed_audit(loaded):
    outcomes = list(AuditOutcome.objects.all())
    assert {o.record.kind for o in outcomes} == {"technology", "need", "competence"}
    for outcome in outcomes:
        record = outcome.record
        entry = next(e for e in loaded[record.kind] if e["title_pl"] == record.title_pl)
        assert record.title_en == entry["title_en"]
        assert record.source == outcome.audit.code
        assert record.disclosure == entry["disclosure"]
        assert record.contact is not None


def test_needs_keep_their_requirements(loaded):
    for entry in loaded["need"]:
        need = Need.objects.current().get(title_pl=entry["title_pl"], title_en=entry["title_en"])
        lines = [(r.text_pl, r.is_mandatory) for r in need.requirements.order_by("order")]
        assert lines == [(line["pl"], line["must"]) for line in entry["requirements"]]


def test_decisions_follow_the_judgements(loaded):
    grades = {}
    for judgement in files.judgements():
        entry = next(e for e in loaded["need"] if e["key"] == judgement.need)
        grades.setdefault(entry["title_pl"] or entry["title_en"], set()).add(judgement.grade)
    decisions = list(Decision.objects.select_related("need"))
    assert decisions
    for decision in decisions:
        name = decision.need.title_pl or decision.need.title_en
        assert (2 if decision.verdict == "shortlisted" else 0) in grades[name]
        assert decision.decided_at <= NOW
        assert decision.reason or decision.verdict == "shortlisted"


def test_needs_are_compared_with_the_offer(loaded):
    assert MatchRun.objects.values("need").distinct().count() == len(loaded["need"])


def test_the_trail_says_the_days_of_the_data(loaded):
    entries = LogEntry.objects.all()
    fresh = [e for e in entries if e.timestamp > NOW]
    models = {e.content_type.model for e in fresh}
    told = {"organisation", "person", "technology", "need", "competence", "equipment"}
    assert not told & models
    technology = Technology.objects.current().first()
    moments = LogEntry.objects.get_for_object(technology).values_list("timestamp", flat=True)
    assert {timezone.localdate(m) for m in moments} == {technology.recorded_on}


def test_loading_again_changes_nothing(loaded, clock):
    before = counts()
    clock.shift(timedelta(days=1))
    assert load() == ["Comparing needs with the offer …"]
    assert counts() == before


def test_what_people_changed_in_the_demonstration_is_kept(loaded):
    organisation = Organisation.objects.first()
    revise_organisation(organisation=organisation, name="Nowa nazwa")
    describe_cluster(help_phone="22 555 00 00")
    moment = LogEntry.objects.latest("pk").timestamp
    before = counts()
    load()
    assert counts() == before
    assert Cluster.objects.get().help_phone == "22 555 00 00"
    assert LogEntry.objects.latest("pk").timestamp == moment


@pytest.mark.usefixtures("small_part")
@pytest.mark.parametrize(
    "already_there",
    [ClusterFactory, OrganisationFactory, lambda: UserFactory(role="coordinator")],
    ids=["a described cluster", "an organisation", "an account"],
)
def test_a_real_installation_is_refused(already_there):
    already_there()
    before = counts()
    with pytest.raises(NotADemonstrationError, match="folder of its own"):
        load()
    assert counts() == before


@pytest.mark.usefixtures("small_part")
def test_nothing_is_half_loaded(monkeypatch):
    before = counts()

    def fail(*_arguments):
        raise RuntimeError("the power went out")

    monkeypatch.setattr(loading, "load_conversations", fail)
    with pytest.raises(RuntimeError, match="power"):
        load()
    assert counts() == before


@pytest.mark.slow
def test_the_whole_demonstration_loads():
    load()
    assert Organisation.objects.count() == len(files.entries("organisation")) >= 50
    assert Person.objects.count() == len(files.entries("person"))
    for kind, model in KINDS.items():
        assert model.objects.current().count() == len(files.entries(kind)), kind
    assert MatchRun.objects.values("need").distinct().count() == len(files.entries("need"))
    assert Decision.objects.filter(verdict="shortlisted").exists()
    assert Decision.objects.filter(verdict="declined").exists()
    assert AuditOutcome.objects.count() == 18

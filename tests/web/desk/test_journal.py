"""The journal tells in sentences what people did, each thing once."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from auditlog.context import set_actor
from auditlog.models import LogEntry
from django.utils import translation

from tests.factories import (
    AuditFactory,
    ConversationFactory,
    DecisionFactory,
    NeedFactory,
    OrganisationFactory,
    PersonFactory,
    TechnologyFactory,
    UserFactory,
)
from zwornik.audits.services import cancel_audit, close_audit, return_audit
from zwornik.catalogue.services import withdraw_record
from zwornik.directory.services import change_standing, revise_organisation
from zwornik.web.desk.journal import days_of, latest_told, told, what_happened

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with translation.override("en"), time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def later(clock):
    """Let an hour pass, so that what follows is told on its own."""

    def pass_an_hour():
        clock.shift(timedelta(hours=1))

    return pass_an_hour


def lines():
    return [f"{item.sentence}: {item.record}" for item in told(what_happened())]


def newest():
    return told(what_happened())[0]


def test_a_thing_is_told_with_who_did_it_and_where_it_is():
    anna = UserFactory(name="Anna Lis")
    with set_actor(anna):
        organisation = OrganisationFactory(name="Biofala")
    item = newest()
    assert (item.sentence, item.record) == ("An organisation was added", "Biofala")
    assert item.actor == "Anna Lis"
    assert item.address == f"/en/directory/organisations/{organisation.pk}/"
    assert item.at == NOW


def test_what_nobody_did_was_done_by_the_system():
    OrganisationFactory()
    assert newest().actor == "the system"


def test_changes_within_a_minute_are_told_once(later):
    organisation = OrganisationFactory(name="Biofala")
    later()
    revise_organisation(organisation=organisation, city="Puławy")
    revise_organisation(organisation=organisation, city="Radom")
    later()
    revise_organisation(organisation=organisation, phone="22 555 01 42", city="Lublin")
    assert lines() == [
        "An organisation was changed: Biofala",
        "An organisation was changed: Biofala",
        "An organisation was added: Biofala",
    ]
    assert newest().detail == "town, phone"


def test_changes_of_two_people_are_told_apart():
    organisation = OrganisationFactory(name="Biofala")
    for name, city in (("Anna", "Radom"), ("Jan", "Kielce")):
        with set_actor(UserFactory(name=name)):
            revise_organisation(organisation=organisation, city=city)
    assert [item.actor for item in told(what_happened())] == ["Jan", "Anna", "the system"]


def test_bookkeeping_is_not_told(later):
    person = PersonFactory(organisation=OrganisationFactory(name="Biofala"))
    later()
    LogEntry.objects.all().delete()
    person.search_text = "anything"
    person.save()
    assert lines() == []


def test_an_audit_is_told_step_by_step(later):
    with time_machine.travel(NOW, tick=False) as clock:
        audit = AuditFactory(organisation=OrganisationFactory(name="Biofala"), state="submitted")
        clock.shift(3600)
        return_audit(audit=audit, comment="Please add figures.", deadline_on=TODAY, now=NOW)
        clock.shift(3600)
        cancel_audit(audit=audit)
    steps = [line for line in lines() if "A-" in line]
    assert steps == [
        f"An audit was cancelled: {audit}",
        f"Answers were returned for completion: {audit}",
        f"Answers were handed in: {audit}",
    ]
    assert all(item.detail == "" for item in told(what_happened())[:2])


def test_a_closed_audit_and_its_record_are_told(later):
    audit = AuditFactory(state="submitted")
    later()
    close_audit(audit=audit, closed_by=audit.planned_by, publish=True, now=NOW)
    later_lines = lines()[:2]
    assert later_lines[0] == f"An audit was closed: {audit}"
    assert later_lines[1].startswith("A competence was published: K-")


def test_decisions_are_told_with_the_need_and_the_verdict(later):
    need = NeedFactory(title_en="Strip test")
    offer = TechnologyFactory()
    later()
    with translation.override("pl"):  # the trail keeps the words of the one who decided
        DecisionFactory(need=need, offer=offer)
    item = newest()
    assert item.sentence == "A match was put on the shortlist"
    assert item.record == f"Strip test → {offer.code}".replace("-", "\u2011")
    assert item.address == f"/en/matching/needs/{need.pk}/"
    later()
    DecisionFactory(need=need, offer=offer, reason="too_early")
    assert newest().sentence == "A match was declined"
    later()
    need.decisions.get().delete()
    assert newest().sentence == "A decision on a match was taken back"


def test_conversations_and_standings_lead_to_their_organisation(later):
    organisation = OrganisationFactory(name="Biofala, Kowalski i wspólnicy")
    address = f"/en/directory/organisations/{organisation.pk}/"
    later()
    ConversationFactory(organisation=organisation)
    item = newest()
    assert (item.sentence, item.record) == ("A conversation was noted", organisation.name)
    assert item.address == address
    later()
    with translation.override("pl"):
        change_standing(organisation=organisation, kind="candidate", since_on=date(2026, 1, 1))
    item = newest()
    assert (item.sentence, item.record) == ("A candidacy began", organisation.name)
    assert item.address == address
    later()
    change_standing(organisation=organisation, kind="", since_on=TODAY)
    assert newest().sentence == "A standing ended"


def test_a_removed_record_has_no_address(later):
    organisation = OrganisationFactory(name="Biofala")
    later()
    organisation.delete()
    item = newest()
    assert (item.sentence, item.address) == ("An organisation was removed", "")


def test_a_withdrawn_record_is_told_as_withdrawn(later):
    record = TechnologyFactory()
    later()
    withdraw_record(record=record)
    assert newest().sentence == "A technology was withdrawn"


def test_the_latest_are_as_many_as_asked(later):
    for _ in range(5):
        OrganisationFactory()
        later()
    assert len(latest_told(3)) == 3


def test_days_are_those_of_the_local_clock(clock):
    clock.move_to(datetime(2026, 11, 23, 22, 30, tzinfo=UTC))
    OrganisationFactory(name="Before midnight")
    clock.move_to(datetime(2026, 11, 23, 23, 30, tzinfo=UTC))
    OrganisationFactory(name="After midnight")
    days = days_of(told(what_happened()), TODAY)
    assert [(day.on, day.is_today) for day in days] == [
        (TODAY, True),
        (TODAY - timedelta(days=1), False),
    ]


# ── the page ──
@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("coordinator", 200),
        ("auditor", 200),
        ("editor", 403),
        ("viewer", 403),
        ("guest_expert", 403),
    ],
)
def test_the_journal_is_for_the_team(client_of, role, status):
    assert client_of(role).get("/en/desk/journal/").status_code == status


@pytest.mark.parametrize(
    ("language", "heading"),
    [("pl", "Poniedziałek, 2\u00a0listopada"), ("en", "Monday, 2\u00a0November")],
)
def test_days_are_named_in_the_readers_language(client_of, clock, language, heading):
    clock.move_to(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
    OrganisationFactory()
    clock.move_to(NOW)
    assert heading in client_of("coordinator").get(f"/{language}/desk/journal/").content.decode()


def test_days_of_another_year_have_their_year(client_of, clock):
    clock.move_to(datetime(2025, 11, 3, 9, 0, tzinfo=UTC))
    OrganisationFactory()
    clock.move_to(NOW)
    page = client_of("coordinator").get("/en/desk/journal/").content.decode()
    assert "Monday, 3\u00a0November 2025" in page


def test_the_journal_is_read_page_by_page(client_of, clock):
    for number in range(70):
        clock.shift(60)
        LogEntry.objects.log_create(
            OrganisationFactory.build(pk=number + 1, name=f"Firma {number}"),
            action=LogEntry.Action.CREATE,
            changes={"name": ["None", f"Firma {number}"]},
        )
    client = client_of("coordinator")
    first = client.get("/en/desk/journal/").content.decode()
    assert "Firma 69" in first
    assert "Firma 9<" not in first
    second = client.get("/en/desk/journal/?page=2").content.decode()
    assert "Firma 9<" in second
    assert "Firma 69" not in second


@pytest.mark.parametrize("page", ["0", "-1", "99", "abc", ""])
def test_a_page_that_is_not_there_shows_the_nearest(client_of, page):
    assert client_of("coordinator").get(f"/en/desk/journal/?page={page}").status_code == 200


@pytest.mark.parametrize("count", [1, 3])
def test_the_journal_costs_the_same_for_one_and_for_three(
    client_of, django_assert_num_queries, count
):
    for _ in range(count):
        AuditFactory()
        DecisionFactory()
        ConversationFactory()
    client = client_of("coordinator")
    with django_assert_num_queries(8):
        client.get("/en/desk/journal/")

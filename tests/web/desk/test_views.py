"""The desk of each role: what is late, what waits, the next step, and what can be read."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.utils import translation

from tests.factories import (
    AuditFactory,
    CompetenceFactory,
    DecisionFactory,
    EquipmentFactory,
    MatchFactory,
    NeedFactory,
    OrganisationFactory,
    SeatFactory,
    TechnologyFactory,
    UserFactory,
)
from zwornik.web.desk.waiting import desk_of

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)  # a Tuesday
TODAY = NOW.date()
pytestmark = pytest.mark.django_db
TEAM_QUERIES = {"coordinator": 21, "auditor": 17}
MEMBER_QUERIES = 19


@pytest.fixture(autouse=True)
def _on_a_tuesday():
    with translation.override("en"), time_machine.travel(NOW, tick=False):
        yield


def page_of(client, path="/en/desk/"):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode().replace("\u00a0", " ").replace("\u2011", "-")


def desk(user):
    """The late and the waiting tasks of a person, as they are read."""
    found = desk_of(user, TODAY)
    return [t.what for t in found.late.tasks], [t.what for t in found.waiting.tasks]


def late_audit(**facts):
    return AuditFactory(deadline_on=TODAY - timedelta(days=4), **facts)


# ── the team ──
def test_the_coordinator_sees_what_is_late_and_what_waits(client_of):
    late_audit(organisation=OrganisationFactory(name="Biofala"), respondent_name="Jan Wilk")
    AuditFactory(organisation=OrganisationFactory(name="Opakmed"), state="submitted")
    match = MatchFactory(need=NeedFactory(title_en="Strip test"))
    OrganisationFactory(name="Kriolab", standing="candidate", city="Otwock")
    client = client_of("coordinator")
    late, waiting = desk(client.user)
    assert late == ["Remind about the questionnaire: Biofala"]
    assert waiting == [
        "Accept the answers: Opakmed",
        "Choose from 1 match: Strip test",
        "Decide on membership: Kriolab",
    ]
    page = page_of(client)
    lead = '2026. <a href="#waits">3 matters wait.</a> <a href="#late">1 is past its date.</a>'
    assert f"Tuesday, 24 November {lead}" in " ".join(page.split())
    assert "4 days late" in page
    assert "Jan Wilk" in page
    assert f'href="/en/matching/needs/{match.run.need_id}/"' in page
    assert "Send a questionnaire" in page


def test_the_auditor_sees_the_answers_of_the_audits_that_are_led(client_of):
    client = client_of("auditor")
    AuditFactory(
        organisation=OrganisationFactory(name="Opakmed"), state="submitted", auditor=client.user
    )
    AuditFactory(state="submitted")
    late_audit(organisation=OrganisationFactory(name="Biofala"))
    MatchFactory()
    OrganisationFactory(standing="candidate")
    assert desk(client.user) == (
        ["Remind about the questionnaire: Biofala"],
        ["Read the answers: Opakmed"],
    )
    page = page_of(client)
    assert "Open the audits" in page
    assert "/en/audits/plan/" not in page


def test_what_the_desk_has_no_room_for_is_one_row_with_the_count(client_of):
    client = client_of("coordinator")
    for _ in range(8):
        late_audit()
        MatchFactory()
    found = desk_of(client.user, TODAY)
    assert (found.late.count, found.waiting.count) == (8, 8)
    assert found.late.tasks[-1].what == "2 further questionnaires are late"
    assert found.waiting.tasks[-1].what == "3 further needs have matches"
    assert "8 matters wait." in page_of(client)


def test_as_many_as_there_is_room_for_are_all_shown():
    for _ in range(5):
        MatchFactory()
    found = desk_of(UserFactory(role="coordinator"), TODAY)
    assert [t.what.startswith("Choose") for t in found.waiting.tasks] == [True] * 5


def test_every_row_of_the_desk_leads_somewhere(client_of):
    client = client_of("coordinator")
    for _ in range(7):
        late_audit()
        AuditFactory(state="submitted")
        MatchFactory()
        OrganisationFactory(standing="candidate")
    found = desk_of(client.user, TODAY)
    addresses = {t.address for t in (*found.late.tasks, *found.waiting.tasks)}
    addresses.add(found.step.address)
    assert len(addresses) == 7 + 3 * 6 + 1
    for address in addresses:
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize(
    ("what", "address"),
    [
        ("questionnaires are late", "/en/audits/?state=late"),
        ("audits wait", "/en/audits/?state=submitted"),
        ("needs have matches", "/en/matching/needs/?state=waiting"),
        ("candidates wait", "/en/directory/organisations/?standing=candidate"),
    ],
)
def test_further_rows_lead_to_the_list_of_exactly_these(client_of, what, address):
    client = client_of("coordinator")
    for _ in range(8):
        late_audit()
        AuditFactory(state="submitted")
        MatchFactory()
        OrganisationFactory(standing="candidate")
    found = desk_of(client.user, TODAY)
    tasks = (*found.late.tasks, *found.waiting.tasks)
    assert [t.address for t in tasks if t.what.endswith(what)] == [address]


def test_a_decided_need_and_a_member_no_longer_wait():
    match = MatchFactory()
    DecisionFactory(need=match.run.need, offer=match.technology)
    OrganisationFactory(standing="member")
    assert desk(UserFactory(role="coordinator")) == ([], [])


def test_a_title_in_the_other_language_is_marked(client_of):
    MatchFactory(need=NeedFactory(title_pl="Test paskowy", title_en=""))
    page = page_of(client_of("coordinator"))
    assert 'Choose from 1 match: <span lang="pl">Test paskowy</span>' in page


def test_names_are_escaped(client_of):
    AuditFactory(organisation=OrganisationFactory(name="A <b>& B"), state="submitted")
    assert "Accept the answers: A &lt;b&gt;&amp; B" in page_of(client_of("coordinator"))


def test_an_empty_desk_says_so(client_of):
    page = page_of(client_of("coordinator"))
    assert "Nothing waits, and nothing is late." in page
    assert "Nothing waits at the moment." in page
    assert "Past its date" not in page
    assert "no questionnaire is open" in page


# ── the funnel ──
def test_the_funnel_counts_the_year_and_leads_to_what_it_counts(client_of):
    late_audit()
    AuditFactory(state="sent")
    TechnologyFactory(disclosure="public")
    match = MatchFactory()
    DecisionFactory(need=match.run.need, offer=match.technology)
    DecisionFactory(reason="too_early")
    client = client_of("coordinator")
    funnel = client.get("/en/desk/").context["funnel"]
    assert funnel.finding == "From audit to shortlist: 1 questionnaire is late"
    assert {stage.label: (stage.count, stage.note) for stage in funnel.stages} == {
        "Questionnaires sent": (2, "1 is late"),
        "Audits closed": (0, "2 more are open"),
        "Records in the catalogue": (5, ""),
        "In the public offer": (1, ""),
        "On the shortlist": (1, "1 declined"),
    }
    for stage in funnel.stages:
        assert client.get(stage.address).status_code == 200
        assert 0 <= stage.share <= 1


# ── members ──
def test_a_member_sees_the_questionnaires_that_are_late_and_that_wait(client_of):
    client = client_of("editor")
    ours = {"organisation": client.organisation}
    AuditFactory(**ours, kind="need", subject="test paskowy")
    late_audit(**ours, kind="technology")
    AuditFactory(**ours, state="submitted")
    AuditFactory()
    late, waiting = desk(client.user)
    assert late == ["Fill in: technology audit"]
    assert waiting == ["Fill in: need audit – test paskowy"]
    page = page_of(client)
    assert "Continue the questionnaire" in page
    assert "minutes left" in page
    assert "by 4 December" in page
    assert "What happened" not in page


def test_a_deadline_of_today_is_not_late(client_of):
    client = client_of("editor")
    AuditFactory(organisation=client.organisation, deadline_on=TODAY)
    assert [len(tasks) for tasks in desk(client.user)] == [0, 1]
    assert "today" in page_of(client)


def test_a_member_sees_the_records_of_the_own_organisation(client_of):
    client = client_of("editor")
    ours = {"organisation": client.organisation}
    TechnologyFactory(**ours, disclosure="")
    TechnologyFactory(**ours)
    EquipmentFactory(**ours, disclosure="nda")
    NeedFactory()
    page = page_of(client)
    own, cluster = page.split('id="case-1"')[1].split('id="case-2"')
    assert client.organisation.name in own
    assert "you act for it" in own
    assert '?kind=technology&amp;whose=own"' in own
    assert "2 technologies" in own
    assert "1 piece of equipment" in own
    assert "need" not in own
    assert "1 member of the cluster" in cluster
    assert "1 need" in cluster


def test_the_counts_are_those_of_the_lists_they_lead_to(client_of):
    client = client_of("viewer")
    TechnologyFactory(organisation=client.organisation, disclosure="")
    TechnologyFactory()
    TechnologyFactory(disclosure="nda")
    cases = client.get("/en/desk/").context["bookcases"]
    shelves = {s.label: s.address for case in cases for s in case.shelves}
    for label, address in (("1 technology", "whose=own"), ("2 technologies", "kind=technology")):
        assert address in shelves[label]
        listed = client.get(shelves[label]).context["page"]
        assert listed.paginator.count == int(label.split()[0])


def test_a_reader_of_an_organisation_answers_nothing(client_of):
    client = client_of("viewer")
    AuditFactory(organisation=client.organisation)
    assert desk(client.user) == ([], [])
    page = page_of(client)
    assert "you read what belongs to it" in page
    assert "See the catalogue" in page


def test_a_member_of_two_organisations_sees_both(client_of):
    client = client_of("editor")
    other = OrganisationFactory(name="Zakład Doświadczalny")
    SeatFactory(account=client.user, organisation=other, level="viewer")
    page = page_of(client)
    assert "Your organisations" in page
    assert other.name in page
    assert client.organisation.name in page


def test_an_account_without_an_organisation_is_told_what_to_do(client):
    client.force_login(UserFactory())
    page = page_of(client)
    assert "does not belong to an organisation yet" in page
    assert "See the public offer" in page


# ── guest experts ──
def test_a_guest_expert_is_told_what_can_be_read(client_of):
    TechnologyFactory(disclosure="members")
    CompetenceFactory(disclosure="nda")
    OrganisationFactory(standing="member")
    page = page_of(client_of("guest_expert"))
    assert "You were invited to read" in page
    assert "1 technology" in page
    assert "competence" not in page.split("<main")[1]
    assert "1 member of the cluster" in page
    assert "Waits for you" not in page


# ── costs, methods, languages ──
@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("role", ["coordinator", "auditor"])
def test_the_teams_desk_costs_the_same_for_one_and_for_three(
    client_of, django_assert_num_queries, role, count
):
    client = client_of(role)
    for _ in range(count):
        late_audit()
        AuditFactory(state="submitted", auditor=client.user if role == "auditor" else None)
        DecisionFactory(need=MatchFactory().run.need)
        MatchFactory()
        OrganisationFactory(standing="candidate")
    with django_assert_num_queries(TEAM_QUERIES[role]):
        client.get("/en/desk/")


@pytest.mark.parametrize("count", [1, 3])
def test_a_members_desk_costs_the_same_for_one_and_for_three(
    client_of, django_assert_num_queries, count
):
    client = client_of("editor")
    for _ in range(count):
        late_audit(organisation=client.organisation)
        AuditFactory(organisation=client.organisation)
        TechnologyFactory(organisation=client.organisation)
    with django_assert_num_queries(MEMBER_QUERIES):
        client.get("/en/desk/")


@pytest.mark.parametrize("path", ["/en/desk/", "/en/desk/journal/"])
def test_the_desk_is_only_read(client_of, path):
    assert client_of("coordinator").post(path).status_code == 405


@pytest.mark.parametrize("path", ["/pl/desk/", "/pl/desk/journal/"])
def test_visitors_are_asked_to_sign_in(client, path):
    assert client.get(path).url == f"/pl/account/login/?next={path}"


def test_the_desk_is_polish_in_polish(client_of):
    page = page_of(client_of("coordinator"), "/pl/desk/")
    assert "Wtorek, 24 listopada 2026 r. " in page.replace("\n", " ")
    assert "r.." not in page


def test_today_is_the_day_of_the_local_clock(client_of):
    with time_machine.travel(datetime(2026, 11, 24, 23, 30, tzinfo=UTC), tick=False):
        assert "Wednesday, 25 November 2026." in page_of(client_of("coordinator"))
    assert date(2026, 11, 25).strftime("%A") == "Wednesday"
